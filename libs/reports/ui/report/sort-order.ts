export interface Order<Column extends string = string> {
  readonly column: Column;
  readonly falling: boolean;
}

/** `-value` as it stands in the address; null where it names no column, and the rows stay as they came. */
export function readOrder<Column extends string>(
  text: string,
  columns: readonly Column[],
): Order<Column> | null {
  const column = columns.find((one) => one === text.replace(/^-/, ''));
  return column === undefined ? null : { column, falling: text.startsWith('-') };
}

/** Pressed once, names rise and numbers fall; pressed again, the other way round. */
export function nextOrder(text: string, column: string): string {
  const now = readOrder(text, [column]);
  const falling = now === null ? column !== 'name' : !now.falling;
  return `${falling ? '-' : ''}${column}`;
}

/** As a table's head tells it; null where the rows are not sorted by this column. */
export function directionOf(text: string, column: string): 'ascending' | 'descending' | null {
  const order = readOrder(text, [column]);
  if (order === null) return null;
  return order.falling ? 'descending' : 'ascending';
}
