/** Where a session stands within its lane: which of how many columns. */
export interface Piece<T> {
  readonly item: T;
  readonly column: number;
  readonly columns: number;
}

/**
 * Puts what overlaps side by side, so that nothing covers anything. Only sessions that hold no place overlap, such as
 * a blocked one under the one that was booked in its stead.
 */
export function sideBySide<T extends { readonly from: number; readonly to: number }>(
  items: readonly T[],
): readonly Piece<T>[] {
  const pieces: Piece<T>[] = [];
  let cluster: { item: T; column: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const { item, column } of cluster) pieces.push({ item, column, columns: ends.length });
    cluster = [];
    ends = [];
  };
  for (const item of [...items].sort((one, other) => one.from - other.from || other.to - one.to)) {
    if (ends.every((end) => end <= item.from)) close();
    const free = ends.findIndex((end) => end <= item.from);
    const column = free === -1 ? ends.length : free;
    ends[column] = item.to;
    cluster.push({ item, column });
  }
  close();
  return pieces;
}
