import { randomUUIDv7 } from 'node:crypto';
import type { Bench } from '../bench';

/** One transaction of raw SQL that must not come through. */
export interface Attack {
  readonly name: string;
  /**
   * The guards that stand in its way, each alone: with any one of them gone it comes through, and the oracle sees it.
   * A guard is named `table.constraint`, `table.column generated`, `table ROW SECURITY` or `table UPDATE`.
   */
  readonly guards: readonly string[];
  /** By which constraint, or SQLSTATE, it is refused while all guards stand. */
  readonly refusedBy: string;
  readonly sql: (bench: Bench) => string;
}

/** SQLSTATEs with names. */
export const notAllowed = '42501';
export const generated = '428C9';
export const nothingToAttack = 'P0002';

/** An attack on one guard or on several; refused by the first one's name unless told otherwise. */
export function attack(
  name: string,
  guards: string | readonly string[],
  sql: (bench: Bench) => string,
  refusedBy?: string,
): Attack {
  const all = [guards].flat() as readonly string[];
  return { name, guards: all, sql, refusedBy: refusedBy ?? refusalOfGuard(all[0] ?? '') };
}

function refusalOfGuard(guard: string): string {
  if (guard.endsWith(' generated')) return generated;
  if (guard.includes(' ')) return notAllowed;
  return guard.slice(guard.indexOf('.') + 1);
}

export const fresh = (): string => randomUUIDv7();

/** A record of the bench's case that does not exist yet. */
export const newOf = (bench: Bench) => ({ caseId: bench.ids.case, id: fresh() });

/** Fails the attack when it touches nothing: then the ground is not as the attack supposes. */
export function onTarget(statement: string): string {
  return `DO $attack$ BEGIN ${statement}; IF NOT FOUND THEN RAISE EXCEPTION 'nothing to attack' USING ERRCODE = '${nothingToAttack}'; END IF; END $attack$`;
}
