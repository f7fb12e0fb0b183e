import type { Child } from '../servers/child';
import { type Wanted, drive } from './drive';

/** One of those that are measured against each other. */
export interface Contender {
  readonly server: Child;
  readonly next: () => Wanted | null;
}

export interface Course {
  readonly rounds: number;
  /** Of one round of one contender, and of what goes before the first one unmeasured. */
  readonly seconds: number;
  readonly warmUp: number;
  /** How many requests are under way at a time. */
  readonly atOnce: number;
  /** At most so many requests a round, where each uses something up. */
  readonly most?: number;
}

/** What one contender did in all rounds. */
export interface Run {
  /** In milliseconds, the shortest first. */
  readonly latencies: readonly number[];
  /** Requests in a second, round by round. */
  readonly perSecond: readonly number[];
  /** Milliseconds of processor time of the server’s process for one request. */
  readonly cpuMs: number;
}

/** Lets each of them run in turn, round after round, so that whatever else the machine does meets all of them. */
export async function inRounds(
  contenders: readonly Contender[],
  { rounds, seconds, warmUp, atOnce, most }: Course,
): Promise<readonly Run[]> {
  const limit = most === undefined ? {} : { most };
  for (const { server, next } of contenders)
    await drive({ url: server.url, next, atOnce, seconds: warmUp, ...limit });
  const runs = contenders.map(() => ({ latencies: [] as number[], perSecond: [] as number[], cpuMs: 0 }));
  for (let round = 0; round < rounds; round++)
    for (const [at, { server, next }] of contenders.entries()) {
      const before = await server.tell<'usage'>({ what: 'usage' });
      const driven = await drive({ url: server.url, next, atOnce, seconds, ...limit });
      const after = await server.tell<'usage'>({ what: 'usage' });
      const run = runs[at];
      if (run === undefined || driven.latencies.length === 0) throw new Error('nothing was left to ask for');
      run.latencies.push(...driven.latencies);
      run.perSecond.push(driven.latencies.length / driven.seconds);
      run.cpuMs += after.cpuMs - before.cpuMs;
    }
  return runs.map(({ latencies, perSecond, cpuMs }) => ({
    latencies: latencies.sort((one, other) => one - other),
    perSecond,
    cpuMs: cpuMs / latencies.length,
  }));
}

/** @param share 0.95 for the time within which 95 of 100 are answered */
export function percentile({ latencies }: Pick<Run, 'latencies'>, share: number): number {
  return latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? NaN;
}

/** By how much more one did in a second than another: the middle of the rounds, each against its neighbour. */
export function throughputRatio(one: Run, other: Run): number {
  const ratios = one.perSecond.map((speed, round) => speed / (other.perSecond[round] ?? NaN));
  return ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? NaN;
}
