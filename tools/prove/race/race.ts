import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { attacks } from '../attacks';
import type { Bench } from '../bench';
import { furnish } from '../ground';
import { look } from '../one-by-one';
import { takeNote } from '../oracle/oracle';
import { isolations, transaction } from '../transaction';
import { Arena, Ring, newArena, openArena } from './arena';
import { someWish } from './wishes';

export interface RaceOptions {
  readonly bench: Bench;
  readonly owner: pg.Pool;
  readonly applicationUrl: string;
  readonly attempts: number;
  readonly clients: number;
  /** Asked between two attempts. */
  readonly stopped?: () => boolean;
  readonly onProgress?: (done: number) => void;
}

export interface RaceResult {
  readonly attempts: number;
  readonly cameThrough: number;
  readonly refused: number;
  /** Attempts that were cut off in their middle. */
  readonly cutOff: number;
  /** Open transactions that were killed from the server's side. */
  readonly killed: number;
  readonly looks: number;
  /** What the oracle saw, each finding once. */
  readonly violations: readonly string[];
}

const arenaCount = 24;
/** Of all attempts: forged from the list of attacks, or cut off by the client itself. */
const forgedShare = 0.3;
const cutShare = 0.01;

/**
 * Many raw clients in the application role on one database, all at once, on clearances that they share, at every
 * isolation level, with connections cut and killed midway; the oracle looks while they race and when they are done.
 */
export async function race(options: RaceOptions): Promise<RaceResult> {
  const { bench, owner, attempts, onProgress = () => undefined } = options;
  const count = { attempts: 0, cameThrough: 0, refused: 0, cutOff: 0, killed: 0, looks: 0 };
  const violations = new Set<string>();
  const ring = { ground: bench.ground, ...(await furnish(owner, bench.ground, 4)) };
  const arenas = await openArenas(options, ring);
  let racing = true;
  const isOver = () => count.attempts >= attempts || (options.stopped?.() ?? false);

  const racer = async () => {
    let client = await connect(options.applicationUrl);
    while (!isOver()) {
      count.attempts += 1;
      const place = randomInt(arenas.length);
      const { sql, done } = attempt(bench, ring, arenas, place);
      const text = transaction(bench.ground, sql, isolations[randomInt(isolations.length)]);
      const isCut = Math.random() < cutShare;
      if (isCut) setTimeout(() => cut(client), randomInt(8));
      try {
        await client.query(text);
        count.cameThrough += 1;
        done();
      } catch (error) {
        if (hasEnded(error, isCut)) {
          count.cutOff += 1;
          cut(client);
          client = await connect(options.applicationUrl);
        } else count.refused += 1;
      }
    }
    await client.end().catch(() => undefined);
  };
  const killer = async () => {
    while (racing) {
      await pause(randomInt(20, 60));
      const { rowCount } = await owner.query(
        `SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity WHERE usename = 'stipple_app' AND datname = current_database()
            AND state <> 'idle' ORDER BY random() LIMIT 1) one`,
      );
      count.killed += rowCount ?? 0;
    }
  };
  const oracle = async () => {
    while (racing) {
      await pause(2000);
      onProgress(Math.min(count.attempts, attempts));
      const seen = await look(owner, bench);
      count.looks += 1;
      if (seen !== null) violations.add(seen);
      await takeNote(owner);
    }
  };
  const racers = Array.from({ length: options.clients }, racer);
  const others = [killer(), oracle()];
  await Promise.all(racers);
  racing = false;
  await Promise.all(others);
  const seen = await look(owner, bench);
  if (seen !== null) violations.add(seen);
  onProgress(Math.min(count.attempts, attempts));
  return { ...count, looks: count.looks + 1, violations: [...violations] };
}

/** What is tried next, and what follows when it comes through. */
function attempt(
  bench: Bench,
  ring: Ring,
  arenas: Arena[],
  place: number,
): { readonly sql: string; readonly done: () => void } {
  if (Math.random() < forgedShare) {
    const attack = attacks[randomInt(attacks.length)];
    if (attack) return { sql: attack.sql(bench), done: () => undefined };
  }
  const arena = arenas[place] as Arena;
  // A clearance that is revoked is of no more use to anybody: now and then a new one takes its place.
  if (Math.random() < 0.02) {
    const next = newArena();
    return { sql: openArena(ring, next), done: () => void (arenas[place] = next) };
  }
  const wish = someWish();
  return { sql: wish.sql(ring, arena), done: () => wish.done?.(arena) };
}

async function openArenas({ applicationUrl }: RaceOptions, ring: Ring): Promise<Arena[]> {
  const client = await connect(applicationUrl);
  const arenas = Array.from({ length: arenaCount }, newArena);
  for (const arena of arenas) await client.query(transaction(ring.ground, openArena(ring, arena)));
  await client.end();
  return arenas;
}

async function connect(connectionString: string): Promise<pg.Client> {
  for (let attempts = 1; ; attempts++) {
    const client = new pg.Client({ connectionString });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempts === 20) throw error;
      await pause(100);
    }
  }
}

/** As when a machine loses its network: no farewell. */
function cut(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}

function hasEnded(error: unknown, isCut: boolean): boolean {
  const { code } = error as { code?: string };
  return isCut
    ? code === undefined || !/^[0-9A-Z]{5}$/.test(code)
    : code === undefined || code.startsWith('57P') || code.startsWith('E');
}
