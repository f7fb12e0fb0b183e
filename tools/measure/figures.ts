/** One measured figure beside what it should be. */
export interface Figure {
  readonly what: string;
  /** The worst or the median of `samples`, as `of` says. */
  readonly value: number;
  readonly unit: 'kB' | 'ms' | 'points' | '';
  readonly of?: string;
  /** At most this much, or at least, where more is better. Without a goal a figure is only told. */
  readonly most?: number;
  readonly least?: number;
}

export function holds({ value, most = Infinity, least = -Infinity }: Figure): boolean {
  return value <= most && value >= least;
}

/** The middle of a list, and its worst; both NaN for an empty one. */
export function spread(values: readonly number[]): { readonly median: number; readonly worst: number } {
  const sorted = [...values].sort((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? NaN, worst: sorted.at(-1) ?? NaN };
}

/** A table for people, one line a figure. */
export function print(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  const width = Math.max(...figures.map(({ what }) => what.length), 20);
  for (const figure of figures) {
    const { what, value, unit, of, most, least } = figure;
    const goal = most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : '';
    const number = `${unit === 'kB' ? value.toFixed(1) : value.toFixed(unit === '' ? 3 : 0)} ${unit}`;
    const mark = goal === '' ? ' ' : holds(figure) ? '✓' : '✗';
    console.log(
      `  ${mark} ${what.padEnd(width)} ${number.padStart(12)}  ${goal.padEnd(8)} ${of ?? ''}`.trimEnd(),
    );
  }
}
