import type { AuthRequest, CaseFacts, Challenge, ChallengeGround, ChallengeKind } from './case-facts';
import type { ReadClass } from './denials/classes';
import { grantedLess } from './denials/denial';
import { readDenial } from './denials/read-denial';
import { Refusal, refusal, refusalsOf } from './refusal';

/** What argues best against a decision; somebody who has read the letter may choose otherwise. */
export function groundFor({ denial }: Pick<AuthRequest, 'denial'>): ChallengeGround {
  return groundOfClass(readDenial(denial ?? grantedLess).denialClass);
}

export function groundOfClass(denialClass: ReadClass): ChallengeGround {
  if (denialClass === 'clinical') return 'necessity';
  if (denialClass === 'experimental') return 'proof';
  return denialClass === 'benefit_exclusion' ? 'plan_language' : 'correction';
}

/** Whether a physician signs it before it goes: it argues with a judgement. What was wrong on paper, the coordinator sets right. */
export function isClinicalGround(argues: ChallengeGround | null): boolean {
  return argues === 'necessity' || argues === 'proof';
}

/** Neither a call nor the wish for an exception argues in writing with the decision. */
export function arguesNothing(kind: ChallengeKind): boolean {
  return kind === 'peer_to_peer' || kind === 'exception';
}

/** The patient’s own appeal, which a clinic files only as their representative or where it has a right of its own. */
export function isPatientsAppeal(kind: ChallengeKind): boolean {
  return kind === 'appeal_1' || kind === 'appeal_2' || kind === 'external_review';
}

/** As it stands once the patient's form has come. */
export function withForm(challenge: Challenge): Challenge {
  return challenge.representation === 'missing' ? { ...challenge, representation: 'on_file' } : challenge;
}

/** What keeps the patient's form that comes along from being taken; nothing where none does. */
export function formRefusals(
  { documents }: CaseFacts,
  { representation }: Challenge,
  formId: string | undefined,
): readonly Refusal[] {
  if (formId === undefined) return [];
  const fits = documents.some(({ id, kind }) => id === formId && kind === 'representative_form');
  return refusalsOf(
    fits
      ? null
      : refusal('form_unknown', 'This is no representative form of this case.', 'representativeFormId'),
    representation === 'not_needed'
      ? refusal(
          'form_of_no_representative',
          'The clinic does not act for the patient here, so no form is needed.',
          'representativeFormId',
        )
      : null,
  );
}
