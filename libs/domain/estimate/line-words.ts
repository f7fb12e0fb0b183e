import type { PriceLine } from '../money';
import type { EstimateLanguage } from './language';
import { PriceItem, itemOfLine } from './price-item';

/** What a line is called in the patient's language; null where it is neither on the price list nor a word of our own. */
export function lineWords(
  line: Pick<PriceLine, 'description'>,
  language: EstimateLanguage,
  prices: readonly PriceItem[],
): string | null {
  const item = itemOfLine(line, prices);
  if (item !== null) return item.words[language];
  // Forms are filled in in English, so a line of one's own can go out in English only.
  if (language === 'en') return line.description;
  return ownWords[line.description.trim().toLowerCase()] ?? null;
}

/** What the form proposes, so that a clinic without a price list can give an estimate in Spanish, too. */
const ownWords: Readonly<Record<string, string>> = {
  'microneedling session': 'Sesión de microagujas',
};
