import pg from 'pg';
import { attacks } from './attacks';
import type { Bench } from './bench';
import { lookAround } from './guards/remove-each';
import { isolations, refusalOf, transaction } from './transaction';

/** An attack that came through, or was stopped by another guard than the one meant. */
export interface Surprise {
  readonly attack: string;
  readonly says: string;
  readonly isViolation: boolean;
}

/** Every attack once, alone, while all guards stand: each must be refused, and by the guard it names. */
export async function attackOneByOne(
  application: pg.Client,
  owner: pg.Pool,
  bench: Bench,
): Promise<readonly Surprise[]> {
  const surprises: Surprise[] = [];
  for (const [index, attack] of attacks.entries()) {
    const isolation = isolations[index % isolations.length];
    try {
      await application.query(transaction(bench.ground, attack.sql(bench), isolation));
      surprises.push({ attack: attack.name, says: 'came through', isViolation: true });
    } catch (error) {
      const refusedBy = refusalOf(error);
      if (refusedBy !== attack.refusedBy)
        surprises.push({
          attack: attack.name,
          says: `was refused by ${refusedBy}, not by ${attack.refusedBy}`,
          isViolation: false,
        });
    }
  }
  const seen = await look(owner, bench);
  if (seen !== null) surprises.push({ attack: 'afterwards', says: seen, isViolation: true });
  return surprises;
}

/** What the oracle sees right now, in one transaction of a superuser. */
export async function look(owner: pg.Pool, bench: Bench): Promise<string | null> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const seen = await lookAround(client, bench);
    await client.query('ROLLBACK');
    client.release();
    return seen;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
