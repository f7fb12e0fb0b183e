import type { DraftLetter, LetterBinding } from '@stipple/contracts';
import { refuseIfAny, within } from '@stipple/database';
import {
  Binding,
  LetterCheck,
  Refusal,
  ShelfItem,
  bindingsFrom,
  bindingsText,
  checkLetter,
  letterChecker,
  openSentences,
  refusal,
  sameWords,
  shelfOf,
  shortWords,
  strayBindings,
  tidyBindings,
} from '@stipple/domain';
import type { CaseInHand } from '@stipple/moves';
import { letterMaterial } from './letter-material';

/** Words as they are stored: with their bindings, and how many sentences stand against a signature. */
export interface CheckedWords {
  readonly bindings: string;
  readonly openSentences: number;
  readonly checkedWith: number;
}

/** Holds a letter against the record; refuses bindings of sentences or evidence that do not exist. */
export async function checkedWords(hand: CaseInHand, letter: DraftLetter): Promise<CheckedWords> {
  const shelf = await shelfInHand(hand, letter.procedureCodes);
  const { bindings, refusals } = asSaidNow(letter.bindings, shelf);
  refuseIfAny([...strayBindings(letter.body, bindings), ...refusals]);
  const tidy = tidyBindings(letter.body, bindings);
  const { counts } = checkLetter(letter.body, tidy, shelf);
  return {
    bindings: bindingsText(tidy),
    openSentences: openSentences(counts),
    checkedWith: letterChecker,
  };
}

/** What stands in the letter now, held against the record of now. */
export async function checkNow(
  hand: CaseInHand,
  { procedureCodes, body, bindings }: { procedureCodes: string[]; body: string; bindings: string | null },
): Promise<LetterCheck> {
  return checkLetter(body, bindingsFrom(bindings), await shelfInHand(hand, procedureCodes));
}

/** A sentence that rests on the physician's word, wholly or in part, is confirmed by itself, or it does not count. */
export function unconfirmedStatements(
  { sentences }: LetterCheck,
  confirmed: readonly string[],
): readonly Refusal[] {
  return sentences
    .filter(({ bound }) => bound.some(({ ref }) => ref.startsWith('statement:')))
    .filter(({ text }) => !confirmed.some((one) => sameWords(one, text)))
    .map(({ text }) =>
      refusal(
        'statement_unconfirmed',
        `“${shortWords(text)}” rests on your own word: confirm it.`,
        'statements',
      ),
    );
}

async function shelfInHand(
  { command, caseId }: CaseInHand,
  procedureCodes: readonly string[],
): Promise<readonly ShelfItem[]> {
  return shelfOf(
    await letterMaterial(within(command), { clinicId: command.who.clinicId, caseId }, procedureCodes),
  );
}

function asSaidNow(
  given: readonly LetterBinding[],
  shelf: readonly ShelfItem[],
): { readonly bindings: readonly Binding[]; readonly refusals: readonly Refusal[] } {
  const words = new Map(shelf.map((item) => [item.ref, item.words]));
  const refusals: Refusal[] = [];
  const bindings = given.map(({ sentence, to }, at) => ({
    sentence,
    to: to.map(({ ref, said }, place) => {
      const now = said ?? words.get(ref);
      if (now === undefined)
        refusals.push(
          refusal(
            'evidence_unknown',
            `“${ref}” is nothing that this case’s letter can rest on.`,
            `bindings.${at}.to.${place}.ref`,
          ),
        );
      return { ref, said: now ?? '' };
    }),
  }));
  return { bindings, refusals };
}
