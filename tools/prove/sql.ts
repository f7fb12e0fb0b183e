/** A piece of SQL, as opposed to a value that needs quoting. */
export class Raw {
  constructor(readonly text: string) {}
}
export const raw = (text: string): Raw => new Raw(text);
export const json = (value: unknown): Raw => raw(`${quoted(JSON.stringify(value))}::jsonb`);

export type Value = string | number | boolean | null | readonly string[] | Raw;
/** Columns of a row. What is left undefined is left to the database. */
export type Columns = Readonly<Record<string, Value | undefined>>;

/*
 * Everything here is sent as one text per transaction, in one round trip, so values are written into it. They are
 * this program's own: ids it made, days and states.
 */
export function literal(value: Value): string {
  if (value instanceof Raw) return value.text;
  if (value === null) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  return `ARRAY[${value.map(quoted).join(', ')}]::text[]`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const given = (columns: Columns) =>
  Object.entries(columns).filter((entry): entry is [string, Value] => entry[1] !== undefined);

export function insert(table: string, columns: Columns): string {
  const entries = given(columns);
  const names = entries.map(([name]) => name).join(', ');
  return `INSERT INTO stipple.${table} (${names}) VALUES (${entries.map(([, value]) => literal(value)).join(', ')})`;
}

export function assignments(columns: Columns): string {
  return given(columns)
    .map(([name, value]) => `${name} = ${literal(value)}`)
    .join(', ');
}

export function matching(columns: Columns): string {
  return given(columns)
    .map(([name, value]) => `${name} = ${literal(value)}`)
    .join(' AND ');
}

export function update(table: string, set: Columns, where: Columns): string {
  return `UPDATE stipple.${table} SET ${assignments(set)} WHERE ${matching(where)}`;
}

/** Several statements, one after the other. */
export function inOrder(...statements: readonly string[]): string {
  return statements.join(';\n');
}
