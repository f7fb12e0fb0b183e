/** What a cell holds. Days are `YYYY-MM-DD`, money is in cents, a share lies between 0 and 1. */
export type CellKind = 'text' | 'number' | 'day' | 'cents' | 'share';
export type Cell = string | number | null;

export interface Column {
  readonly heading: string;
  readonly kind: CellKind;
  /** In characters of an ordinary line, as spreadsheets measure it; on paper the columns share a page in proportion. */
  readonly width: number;
}

export type Rows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;

export interface Table {
  /** At most 25 characters, none of `[]:*?/\`: it names a sheet, and a number may have to follow. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** They are read once, as slowly as whoever downloads them. */
  readonly rows: Rows;
  /** How many rows come, where it is known before they do. */
  readonly count: number | null;
}

/** A file of tables, however long, with what has to be known to read them: whose, filtered by what, defined how. */
export interface TableFile {
  readonly title: string;
  readonly clinic: string;
  readonly isDemo: boolean;
  readonly about: readonly (readonly [label: string, says: string])[];
  readonly tables: readonly Table[];
}

export const rowsInWords = (count: number) => (count === 1 ? '1 row' : `${count} rows`);

/** Cents as a decimal number, worked out in whole numbers. */
export function decimalOf(cents: number): string {
  const whole = Math.abs(cents).toString().padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${whole.slice(0, -2)}.${whole.slice(-2)}`;
}
