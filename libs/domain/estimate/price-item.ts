import type { Day } from '../calendar';
import type { Cents, PriceLine } from '../money';
import type { EstimateLanguage } from './language';

/** What a price is for: one session, something added to one, or several sessions for one price. */
export const priceKinds = ['session', 'add_on', 'package'] as const;
export type PriceKind = (typeof priceKinds)[number];

export const priceKindWords: Readonly<Record<PriceKind, string>> = {
  session: 'One session',
  add_on: 'Add-on',
  package: 'Package',
};

/** A price of the clinic's own list, as it holds from a day on. */
export interface PriceItem {
  /** The clinic's short name of it, the same through all its prices. */
  readonly code: string;
  readonly kind: PriceKind;
  /** In plain words, as the patient reads them. */
  readonly words: Readonly<Record<EstimateLanguage, string>>;
  /** The service code that an estimate names for it. */
  readonly procedureCode: string;
  readonly unitCents: Cents;
  /** How many sessions a package holds; one for a session, none for an add-on. */
  readonly sessions: number;
  readonly validFrom: Day;
  /** Whether it is offered no longer from that day on. */
  readonly ended: boolean;
}

/** The prices that hold on a day: of each code the last that began, unless it ended. Versions come in their order. */
export function pricesOn(items: readonly PriceItem[], day: Day): readonly PriceItem[] {
  const current = new Map<string, PriceItem>();
  for (const item of items) {
    const known = current.get(item.code);
    if (item.validFrom <= day && (known === undefined || known.validFrom <= item.validFrom))
      current.set(item.code, item);
  }
  return [...current.values()].filter(({ ended }) => !ended);
}

/** The item a line was taken from, told by its words; its price may have been changed since. */
export function itemOfLine(
  { description }: Pick<PriceLine, 'description'>,
  items: readonly PriceItem[],
): PriceItem | null {
  const wanted = plain(description);
  return items.find(({ words }) => [words.en, words.es].some((one) => plain(one) === wanted)) ?? null;
}

const plain = (words: string) => words.trim().toLowerCase();
