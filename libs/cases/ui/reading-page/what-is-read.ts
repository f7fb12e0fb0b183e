import type { CaseView, LetterVersions, OfferedMove } from '@stipple/contracts';
import { ScreeningOutcome, screeningCriteriaWords } from '@stipple/domain';
import { screeningHeadline } from '../looks';

/** Words as they are signed, and what holds them against the clock. */
export interface Words {
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** A letter or a screening on the reading page. */
export interface Reading extends Words {
  readonly kind: 'letter' | 'screening';
  readonly id: string;
  /** The version a signature names: once it has moved, that signature is refused. */
  readonly version: number;
  readonly title: string;
  readonly canBeSigned: boolean;
  /** What a screening was computed to: who signs may decide otherwise. */
  readonly computed?: ScreeningOutcome;
  /** Why not, where it cannot. */
  readonly standing: string;
  readonly moves: readonly OfferedMove[];
}

/** What its reader knows already: the words to compare with, and why these. */
export interface Known extends Words {
  readonly because: string;
}

const letterStanding = {
  draft: 'It is a draft. It can be signed once it is sent for signature again.',
  ready: '',
  signed: 'It is signed.',
  discarded: 'It was discarded.',
  superseded: 'A later letter has replaced it.',
} as const;

export function letterIn(view: CaseView, id: string): Reading | null {
  const letter = view.letters.find((one) => one.id === id);
  if (!letter) return null;
  return {
    kind: 'letter',
    id,
    version: letter.version,
    title: 'Letter of medical necessity',
    text: letterText(letter),
    by: letter.author,
    at: letter.writtenAt,
    canBeSigned: letter.state === 'ready',
    standing: letterStanding[letter.state],
    moves: letter.moves,
  };
}

export function screeningIn(view: CaseView, id: string): Reading | null {
  const screening = view.screenings.find((one) => one.id === id);
  if (!screening) return null;
  return {
    kind: 'screening',
    id,
    version: screening.version,
    title: 'Screening outcome',
    text: screeningText(screening),
    by: screening.proposedBy,
    at: screening.proposedAt,
    canBeSigned: screening.state === 'proposed',
    computed: screening.computed?.outcome,
    standing: screening.state === 'signed' ? 'It is signed.' : 'A later proposal has replaced it.',
    moves: screening.moves,
  };
}

/** The outcome that a physician signed last in this case, if another one did before. */
export function screeningKnown(view: CaseView, id: string): Known | null {
  const before = view.screenings.find((one) => one.id !== id && one.signed !== null);
  if (!before?.signed) return null;
  const { by, at } = before.signed;
  return { text: screeningText(before), by, at, because: `since ${by} signed the outcome before` };
}

export function letterKnown({ known }: LetterVersions): Known | null {
  if (!known) return null;
  const because = {
    signed: `since ${known.by} signed the letter before`,
    sent_back: `since ${known.by} asked for changes`,
    read: 'since you last read it',
  }[known.because];
  return { text: letterText(known), by: known.by, at: known.at, because };
}

/** The codes are signed with the words, so they are read and compared with them. */
function letterText({ procedureCodes, body }: { procedureCodes: readonly string[]; body: string }): string {
  return `Procedure codes: ${procedureCodes.join(', ')}\n\n${body}`;
}

function screeningText(screening: CaseView['screenings'][number]): string {
  const words: Readonly<Record<string, string>> = screeningCriteriaWords;
  const { criteria, reasons, computed, overrideReason } = screening;
  const named = criteria.map((one) => `– ${words[one] ?? one}\n`).join('');
  const came = computed?.result
    ? `${computed.result.sentence}\n${computed.result.criteria.map(({ label, truth }) => `– ${truthWords[truth]}: ${label}\n`).join('')}By ${computed.policyKey}${computed.general ? ', as no policy of the payer is on file' : ''}.\n`
    : '';
  const otherwise = overrideReason === null ? '' : `Decided otherwise than computed: ${overrideReason}\n`;
  return `Outcome: ${screeningHeadline(screening)}\n${named}${came}${otherwise}\n${reasons}`;
}

const truthWords = { met: 'Met', not_met: 'Not met', unknown: 'Not known yet' } as const;
