/**
 * One list of what stands now. Its numbers aggregate these rows and the list shows them: both from this one text, so that
 * no number can count what its list does not.
 */
export interface ListSql {
  /** Rows, with their case as `c`. */
  readonly from: string;
  readonly where: string;
  /** What each row says; what a list has nothing to say about is null. */
  readonly columns: Readonly<Partial<Record<ListColumn, string>>> & {
    readonly id: string;
    readonly ordinal: string;
  };
}

/** Every column and its type: rows of all lists are read alike. */
const columnTypes = {
  id: 'text',
  /** The place in the list’s order; rows of one place are told apart by their id. */
  ordinal: 'int',
  part: 'text',
  day: 'date',
  days: 'int',
  cents: 'bigint',
  procedure_code: 'text',
  units: 'int',
  performed: 'int',
  scheduled: 'int',
  about: 'text',
  person_id: 'uuid',
  agreement_id: 'uuid',
  opens_on: 'date',
} as const;
export type ListColumn = keyof typeof columnTypes;

/** The rows as a subquery has them, each with its case’s id. */
export function rowsSql({ from, where, columns }: ListSql, conditions: readonly string[]): string {
  const shown = Object.entries(columnTypes).map(
    ([name, type]) => `(${columns[name as ListColumn] ?? 'NULL'})::${type} AS ${name}`,
  );
  return /* sql */ `SELECT c.clinic_id, c.id AS case_id, ${shown.join(', ')}
  FROM ${from}
 WHERE ${[where, ...conditions].join(' AND ')}`;
}

/** The case that a row of `alias` belongs to. */
export const itsCase = (alias: string) =>
  `JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (${alias}.clinic_id, ${alias}.case_id)`;
