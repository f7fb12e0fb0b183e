import type { Ground } from '../ground';
import { Columns, inOrder, insert, raw } from '../sql';
import { letterHash, wording } from './case';
import { Of, begin, step } from './history';

/** A letter that was revised once and now waits for its signature: versions one and two, the second shown. */
export function readyLetter(ground: Ground, of: Of): string {
  const go = (seq: number, from: string, move: string, to: string, set: Columns = {}) =>
    step(ground, 'letter', of, { seq, from, move, to }, set);
  return inOrder(
    begin(ground, 'letter', of, { move: 'draft', to: 'draft' }, { version: 1 }),
    wording(ground, of.id, 1, 'first'),
    wording(ground, of.id, 2, 'second'),
    go(2, 'draft', 'revise', 'draft', { version: 2 }),
    go(3, 'draft', 'ask_signature', 'ready'),
  );
}

export function signLetter(ground: Ground, of: Of, set: Columns = {}): string {
  return step(ground, 'letter', of, { seq: 4, from: 'ready', move: 'sign', to: 'signed' }, set);
}

export function signature(ground: Ground, of: Of, forged: Columns = {}): string {
  return insert('signature', {
    clinic_id: ground.clinicId,
    subject_id: of.id,
    case_id: of.caseId,
    subject: 'letter',
    seq: 4,
    signer_id: ground.physicianId,
    content_hash: raw(letterHash('second')),
    letter_version: 2,
    ...forged,
  });
}

export function signedLetter(ground: Ground, of: Of): string {
  return inOrder(readyLetter(ground, of), signLetter(ground, of), signature(ground, of));
}

/** A screening that was signed and later replaced: its signature stays, though nothing points to it any more. */
export function replacedScreening(ground: Ground, of: Of): string {
  return inOrder(
    begin(
      ground,
      'screening',
      of,
      { move: 'propose', to: 'proposed' },
      {
        outcome: 'likely_medical',
        criteria: ['functional_impairment'],
        reasons: 'Contracture.',
      },
    ),
    step(ground, 'screening', of, { seq: 2, from: 'proposed', move: 'sign', to: 'signed' }),
    signature(ground, of, { subject: 'screening', seq: 2, letter_version: null }),
    step(ground, 'screening', of, { seq: 3, from: 'signed', move: 'supersede', to: 'superseded' }),
  );
}
