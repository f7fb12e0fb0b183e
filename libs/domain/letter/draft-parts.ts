import type { BoundRef } from './bindings';
import type { ShelfItem } from './shelf';

/** A line of the first draft: words that assert nothing, a sentence with its evidence, a gap, or an empty line. */
export type DraftLine =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'bound'; readonly text: string; readonly refs: readonly string[] }
  | { readonly kind: 'gap'; readonly text: string };

export const plain = (text: string): DraftLine => ({ kind: 'plain', text });
export const says = (text: string, ...refs: readonly string[]): DraftLine => ({ kind: 'bound', text, refs });
/** Square brackets would end the gap early. */
export const gap = (what: string): DraftLine => ({
  kind: 'gap',
  text: `[missing: ${what.replaceAll('[', '(').replaceAll(']', ')')}]`,
});

export function boundRefs(
  refs: readonly string[],
  shelf: ReadonlyMap<string, ShelfItem>,
): readonly BoundRef[] {
  return refs.flatMap((ref) => {
    const item = shelf.get(ref);
    return item ? [{ ref, said: item.words }] : [];
  });
}

/** Inside of a sentence a label begins small, unless it is an abbreviation such as “5-FU” or “VSS”. */
export function lowered(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const andList = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
