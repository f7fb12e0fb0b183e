import pg from 'pg';
import { Attack, attacks } from '../attacks';
import type { Bench } from '../bench';
import { consult, findLeaks } from '../oracle/oracle';
import { enterClinic, refusalOf } from '../transaction';
import { beside } from './beside-the-law';
import { Guard, discoverGuards } from './discover';

/** A guard and the attacks that it alone stops. */
export interface Trial {
  readonly guard: Guard;
  readonly attacks: readonly Attack[];
}

/** What became of a trial: the violation that was seen, or why none was. */
export interface Finding {
  readonly guard: string;
  readonly noticed: boolean;
  readonly says: string;
}

export interface Plan {
  readonly trials: readonly Trial[];
  /** Guards that no attack proves and nobody excused, and names that the catalog does not know. */
  readonly unaccounted: readonly string[];
}

/** One trial for every guard of the law, in the catalog's order. */
export async function planTrials(owner: pg.ClientBase | pg.Pool): Promise<Plan> {
  const guards = await discoverGuards(owner);
  const known = new Set(guards.map((guard) => guard.name));
  const proving = (guard: Guard) => attacks.filter((attack) => attack.guards.includes(guard.name));
  const excused = (name: string) => beside.has(name);
  const trials = guards.flatMap((guard) => {
    const own = proving(guard);
    return own.length === 0 ? [] : [{ guard, attacks: own }];
  });
  const named = [...attacks.flatMap((attack) => attack.guards), ...beside];
  return {
    trials,
    unaccounted: [
      ...guards
        .filter((guard) => (proving(guard).length === 0) === !excused(guard.name))
        .map((guard) => `${guard.name} is neither proven nor excused, or both`),
      ...[...new Set(named)]
        .filter((name) => !known.has(name))
        .map((name) => `${name} is no guard of this database`),
    ],
  };
}

/** Everything the oracle sees, asked as superuser within a transaction. */
export async function lookAround(client: pg.ClientBase, bench: Bench): Promise<string | null> {
  const seen = [...(await consult(client)), ...(await findLeaks(client, bench.foreign.clinicId))];
  const [first] = seen;
  return first === undefined ? null : `${first.violation} (${first.of})`;
}

/** Takes a guard away and attacks: with one attack after the other, until the oracle sees what came through. */
export async function tryAndTakeBack(client: pg.ClientBase, bench: Bench, trial: Trial): Promise<Finding> {
  const { guard } = trial;
  const says: string[] = [];
  for (const attack of trial.attacks) {
    const finding = await attackWithout(client, bench, guard, attack);
    if (finding.noticed) return finding;
    says.push(finding.says);
  }
  return { guard: guard.name, noticed: false, says: says.join('; ') };
}

/** A trial within one transaction of a superuser, which takes everything back. */
async function attackWithout(
  client: pg.ClientBase,
  bench: Bench,
  guard: Guard,
  attack: Attack,
): Promise<Finding> {
  const name = guard.name;
  try {
    await client.query(
      `BEGIN; ${guard.remove}; SET LOCAL ROLE stipple_app; ${enterClinic(bench.ground.clinicId)}`,
    );
    await client.query(`${attack.sql(bench)}; SET CONSTRAINTS ALL IMMEDIATE; RESET ROLE`);
    const seen = await lookAround(client, bench);
    return {
      guard: name,
      noticed: seen !== null,
      says: seen ?? `“${attack.name}” came through, and the oracle saw nothing`,
    };
  } catch (error) {
    return {
      guard: name,
      noticed: false,
      says: `“${attack.name}” was stopped by ${refusalOf(error)} all the same: ${(error as Error).message}`,
    };
  } finally {
    await client.query('ROLLBACK');
  }
}
