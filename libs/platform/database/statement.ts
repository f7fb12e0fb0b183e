/**
 * A prepared statement: PostgreSQL plans it once per connection. Whatever asks by ids has one best plan, but
 * PostgreSQL left to itself plans a large one anew each time, because it compares costs that it guesses: 31 ms of
 * planning for 1 ms of reading, for a packet. So it is told to keep the plan: ADR 20.
 */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** For lists and reports: how they are best read depends on what is asked, and planning them is cheap. */
  readonly planFor?: 'values';
}

/** Within one transaction, of all its prepared statements: keep the plan. */
export const keepPlans = `set_config('plan_cache_mode', 'force_generic_plan', true)`;

/** What leaves the choice to PostgreSQL, if one of them asks for that. */
export const planning = (statements: readonly Statement[]): string =>
  statements.some(({ planFor }) => planFor === 'values') ? `''` : keepPlans;

/** Runs a statement within a clinic's scope: `(statement) => db.read(who, statement)`, or a command's own transaction. */
export type Ask = <Row>(statement: Statement) => Promise<readonly Row[]>;
