import type { Day } from '../calendar';
import { comparatorFlaw } from './comparators';
import { lineDescriptionFlaw } from './line-description';
import { WorksheetContent, WorksheetField, mostFeeCents, mostMinutes, worksheetFields } from './worksheet';

/** A field that is missing or does not do, and what to do about it. */
export interface WorksheetGap {
  readonly field: WorksheetField;
  readonly sentence: string;
}

type Check = (content: WorksheetContent, about: { procedureCode: string; on: Day }) => string | null;

/** As many letters as a reason needs at the least. */
const fewest = 10;
const placeholder = /^(n\.?\/?a\.?|none|nil|tbd|todo|unknown|same|see (letter|above|note|notes)|[\W\d_]*)$/i;

function words(text: string | null, missing: string): string | null {
  if (text === null) return missing;
  return text.length < fewest || placeholder.test(text)
    ? `This says too little for a reviewer. ${missing}`
    : null;
}

const checks: Readonly<Record<WorksheetField, Check>> = {
  comparatorCode: ({ comparatorCode }, { procedureCode, on }) =>
    comparatorCode === null
      ? 'Choose a code that has a fee, to compare with.'
      : comparatorFlaw(comparatorCode, procedureCode, on),
  comparison: ({ comparison }) =>
    words(comparison, 'Say why it is comparable, and how this is more or less work.'),
  minutes: ({ minutes }) =>
    minutes !== null && Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes
      ? null
      : minutes === null
        ? 'Say how many minutes a session takes.'
        : `Give whole minutes, from 1 to ${mostMinutes}.`,
  skill: ({ skill }) => words(skill, 'Say who does it, and with which training.'),
  equipment: ({ equipment }) =>
    words(equipment, 'Name the device with what cleared it, and the supplies of a session.'),
  feeCents: ({ feeCents }) =>
    feeCents === null
      ? 'Give the fee of one session.'
      : Number.isInteger(feeCents) && feeCents >= 1 && feeCents <= mostFeeCents
        ? null
        : 'Give a fee in dollars and cents, above zero and up to $10,000.',
  feeRestsOn: ({ feeRestsOn }) => (feeRestsOn === null ? 'Choose what the fee rests on.' : null),
  feeBasis: ({ feeBasis }) => words(feeBasis, 'Say how the fee comes about, with its figures.'),
  lineDescription: ({ lineDescription }) =>
    lineDescription === null
      ? 'Describe the service in one line; without it the payer returns the claim (N350).'
      : lineDescriptionFlaw(lineDescription),
};

/** Every field of a worksheet that is missing or does not do on a day of service; none of a finished one. */
export function worksheetGaps(
  content: WorksheetContent,
  about: { readonly procedureCode: string; readonly on: Day },
): readonly WorksheetGap[] {
  return worksheetFields.flatMap((field) => {
    const sentence = checks[field](content, about);
    return sentence === null ? [] : [{ field, sentence }];
  });
}
