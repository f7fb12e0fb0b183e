import { type RowOf, type Table, type Rows, tables } from '../rows';

/**
 * Columns that are arrays in PostgreSQL. Every other list or object is JSON. A spec holds this against the database: an
 * array written as JSON would be refused there, JSON written as an array would not always be.
 */
export const arrayColumns: Readonly<Partial<Record<Table, readonly string[]>>> = {
  benefit_call: ['codes_asked'],
  photo_detail: ['consent_uses'],
  treatment_case: ['diagnoses'],
  letter_version: ['procedure_codes'],
  screening: ['criteria', 'evidence_ids'],
  auth_request: ['information_items', 'denial_remarks'],
  scale_rating: ['items'],
  function_statement: ['activities'],
};

/** The rows of a portion as lines of CSV, as `COPY … (FORMAT csv)` reads them; empty where there are none. */
export function csvRows<T extends Table>(table: T, rows: Rows): string {
  const columns: readonly (keyof RowOf<T>)[] = tables[table];
  const arrays: readonly string[] = arrayColumns[table] ?? [];
  const isArray = columns.map((column) => arrays.includes(column));
  let text = '';
  for (const row of rows.of(table)) {
    columns.forEach((column, index) => {
      text += (index > 0 ? ',' : '') + field(row[column], isArray[index] ?? false);
    });
    text += '\n';
  }
  return text;
}

export const csvHeader = (columns: readonly string[]) => `${columns.join(',')}\n`;

/** One line of values that are text, numbers, yes or no, or nothing. */
export const csvOf = (values: readonly unknown[]) => `${values.map((one) => field(one, false)).join(',')}\n`;

/** Nothing at all is NULL; an empty text is `""`. */
function field(value: unknown, isArray: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value === '' || /[",\r\n\\]/.test(value) ? quoted(value) : value;
  if (typeof value !== 'object') return String(value);
  return quoted(isArray && Array.isArray(value) ? arrayText(value) : JSON.stringify(value));
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** As PostgreSQL reads an array: `{"one","two"}`. */
const arrayText = (items: readonly unknown[]) =>
  `{${items.map((item) => `"${String(item).replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
