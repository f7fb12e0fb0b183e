import { Day, dayInWords } from '../calendar';
import { Lifecycle, nowhere } from '../lifecycle/lifecycle';
import type { WrittenOnce } from '../moves/record-moves';
import { Actor, holds } from '../people';
import { Refusal, refusal } from '../refusal';
import { EvidenceRecordKind, evidenceReaders } from './kinds';
import { ScaleName, scaleOf } from './scales';

/** Written once: a mistake is corrected by a new record that names the old one, or taken back by one that says why. */
export const evidenceLifecycle: Lifecycle<'recorded', WrittenOnce> = {
  subject: 'evidence',
  words: 'a piece of evidence',
  states: { recorded: 'recorded' },
  terminal: ['recorded'],
  // prettier-ignore
  moves: [
    { move: 'record', label: 'Record evidence', happened: 'Evidence recorded', from: [nowhere], to: ['recorded'], by: evidenceReaders, needs: ['onDay', 'ratedBy'], guards: [] },
    { move: 'correct', label: 'Correct evidence', happened: 'Evidence corrected', from: [nowhere], to: ['recorded'], by: evidenceReaders, needs: ['onDay', 'ratedBy', 'replacesId', 'reason'], guards: [] },
    { move: 'withdraw', label: 'Withdraw evidence', happened: 'Evidence withdrawn', from: [nowhere], to: ['recorded'], by: evidenceReaders, needs: ['replacesId', 'reason'], guards: [] },
  ],
};

/** Whether an examiner has to have seen it: a coordinator then only copies what a document of the case says. */
export function isExaminers(kind: EvidenceRecordKind, scale: ScaleName | null): boolean {
  if (kind === 'scale') return scale !== null && scaleOf(scale).ratedBy === 'observer';
  return kind === 'motion' || kind === 'area';
}

/** Why this person may not record this: a physician's statement is theirs alone. */
export function recorderRefusal(
  actor: Actor,
  { kind, scale = null }: { readonly kind: EvidenceRecordKind; readonly scale?: ScaleName | null },
  documentId: string | null,
): Refusal | null {
  if (holds(actor, ['physician'])) return null;
  if (kind === 'statement')
    return refusal('wrong_role', 'Only a physician states what the scar means for the patient.');
  return isExaminers(kind, scale) && documentId === null
    ? refusal(
        'source_missing',
        'Measurements are recorded by a physician, or copied from a document of the case: name it.',
        'documentId',
      )
    : null;
}

/** Why something cannot have been observed on that day. */
export function dayRefusal(
  day: Day,
  { today, bornOn, field }: { readonly today: Day; readonly bornOn: Day; readonly field: string },
): Refusal | null {
  if (day > today)
    return refusal(
      'in_the_future',
      `${dayInWords(day)} has not come yet; evidence is recorded afterwards.`,
      field,
    );
  return day < bornOn
    ? refusal('before_birth', `${dayInWords(day)} lies before the patient’s birth.`, field)
    : null;
}
