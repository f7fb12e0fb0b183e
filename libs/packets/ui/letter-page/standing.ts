import type { LetterDesk } from '@stipple/contracts';
import { LetterCheck } from '@stipple/domain';

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** One line on how far the letter is: “9 sentences on record, 2 without evidence, 1 gap · 7 of 9 criteria met, 1 unknown”. */
export function standingOf(check: LetterCheck | null, criteria: LetterDesk['criteria']): string {
  const wanted = criteria.filter(({ role }) => role === 'required' || role === 'one_of');
  const count = (truth: string) => wanted.filter((one) => one.truth === truth).length;
  const parts = [
    check && [
      many(check.counts.bound, 'sentence', 'sentences') + ' on record',
      ...(check.counts.own_word > 0 ? [`${check.counts.own_word} on the physician’s own word`] : []),
      ...(check.counts.unbound > 0 ? [`${check.counts.unbound} without evidence`] : []),
      ...(check.counts.contradicted > 0 ? [`${check.counts.contradicted} contradicted`] : []),
      ...(check.counts.gap > 0 ? [many(check.counts.gap, 'gap', 'gaps')] : []),
      ...cosmetic(check),
    ],
    [
      `${count('met')} of ${many(wanted.length, 'criterion', 'criteria')} met`,
      ...(count('unknown') > 0 ? [`${count('unknown')} unknown`] : []),
      ...(count('not_met') > 0 ? [`${count('not_met')} not met`] : []),
    ],
  ];
  return parts.flatMap((part) => (part ? [part.join(', ')] : [])).join(' · ');
}

function cosmetic({ words }: LetterCheck): readonly string[] {
  const found = [...new Set(words.filter(({ negated }) => !negated).map((one) => `“${one.found}”`))];
  return found.length === 0 ? [] : [`cosmetic words: ${found.join(', ')}`];
}
