import { ReadCode, listed, ListedCode, lookUp } from './listed-code';

/** What an electronic answer says. Only `denied` is a denial; `rejected` means that nobody reviewed anything. */
export const answerMeanings = [
  'approved',
  'partial',
  'modified',
  'denied',
  'pended',
  'cancelled',
  'contact_payer',
  'no_action',
  'received',
  'accepted',
  'accepted_with_errors',
  'rejected',
  'unknown',
] as const;
export type AnswerMeaning = (typeof answerMeanings)[number];

export interface AnswerCode extends ListedCode {
  readonly meaning: AnswerMeaning;
}

const answer = (code: string, words: string, meaning: AnswerMeaning): AnswerCode => ({
  ...listed(code, words),
  meaning,
});

/** 278, HCR01: what the payer decided on a request for authorization. */
export const reviewActions: readonly AnswerCode[] = [
  answer('A1', 'Certified in total', 'approved'),
  answer('A2', 'Certified in part', 'partial'),
  answer('A3', 'Not certified', 'denied'),
  answer('A4', 'Pended', 'pended'),
  answer('A6', 'Modified', 'modified'),
  answer('C', 'Cancelled', 'cancelled'),
  answer('CT', 'Contact the payer', 'contact_payer'),
  answer('NA', 'No action required', 'no_action'),
];

/** 999: whether a file could be read. `P`: what of it could not is rejected. */
export const syntaxAnswers: readonly AnswerCode[] = [
  answer('A', 'Accepted', 'received'),
  answer('E', 'Accepted with errors', 'accepted_with_errors'),
  answer('P', 'Accepted in part: what is named was rejected', 'rejected'),
  answer('R', 'Rejected', 'rejected'),
];

/** 277CA: whether a claim came through the payer’s front end. `A3` here is no decision. */
export const frontEndAnswers: readonly AnswerCode[] = [
  answer('A1', 'Received', 'received'),
  answer('A2', 'Accepted for adjudication', 'accepted'),
  answer('A3', 'Returned as unprocessable', 'rejected'),
  answer('A4', 'Not found', 'rejected'),
  answer('A6', 'Rejected: information missing', 'rejected'),
  answer('A7', 'Rejected: information invalid', 'rejected'),
  answer('A8', 'Rejected: information inconsistent', 'rejected'),
];

export const answerSources = ['278', '999', '277CA'] as const;
export type AnswerSource = (typeof answerSources)[number];

const lists: Record<AnswerSource, readonly AnswerCode[]> = {
  '278': reviewActions,
  '999': syntaxAnswers,
  '277CA': frontEndAnswers,
};

/** The same two characters mean different things in different files, so the file is always named. */
export function readAnswer(source: AnswerSource, text: string): ReadCode<AnswerCode> {
  return lookUp(lists[source], text);
}

/** What an answer means; a code that is in no list means nothing that we know, and never a denial. */
export function answerMeaningOf(source: AnswerSource, text: string): AnswerMeaning {
  const read = readAnswer(source, text);
  return read.known ? read.entry.meaning : 'unknown';
}
