import { formatNumber } from './numbers';

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

export function formatCents(cents: Cents): string {
  const [whole, part] = (Math.abs(cents) / 100).toFixed(2).split('.');
  return `${cents < 0 ? '-' : ''}$${formatNumber(Number(whole))}.${part}`;
}

/** Dollars as somebody types them, such as `450`, `$1,250.5` or `450.00`, in whole cents; null for what is no amount. */
export function centsTyped(text: string): Cents | null {
  const typed = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (typed === null) return null;
  const [, whole = '', part = ''] = typed;
  return Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));
}
