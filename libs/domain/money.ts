/** Whole US cents. Fractions of a cent do not exist here; sums are integer sums. */
export type Cents = number;

export interface PriceLine {
  readonly description: string;
  readonly quantity: number;
  readonly unitCents: Cents;
}

export function totalOf(lines: readonly PriceLine[]): Cents {
  return lines.reduce((sum, line) => sum + line.quantity * line.unitCents, 0);
}

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

export function formatCents(cents: Cents): string {
  return dollars.format(cents / 100);
}
