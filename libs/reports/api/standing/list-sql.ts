/**
 * One list of what stands now. Its numbers aggregate these rows and the list shows them: both from this one text, so that
 * no number can count what its list does not.
 */
export interface ListSql {
  readonly from: string;
  /** The alias in it that knows its clinic and its case. */
  readonly of: string;
  /** Whether `where` or a column looks at the case, as `c`; otherwise it is joined only where a filter does. */
  readonly needsCase?: true;
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

/** The rows as a subquery has them, each with its case’s id. @param conditions on the case `c` */
export function rowsSql(list: ListSql, conditions: readonly string[]): string {
  const { from, of, where, columns } = list;
  const shown = Object.entries(columnTypes).map(
    ([name, type]) => `(${columns[name as ListColumn] ?? 'NULL'})::${type} AS ${name}`,
  );
  const joined = of !== 'c' && (list.needsCase ?? conditions.length > 0);
  return /* sql */ `SELECT ${of}.clinic_id, ${of}.case_id, ${shown.join(', ')}
  FROM ${from} ${joined ? `JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (${of}.clinic_id, ${of}.case_id)` : ''}
 WHERE ${[where, ...conditions].join(' AND ')}`;
}
