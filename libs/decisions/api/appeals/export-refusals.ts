import { AppealOutline, Refusal, refusal, refusalsOf } from '@stipple/domain';
import type { AppealRecord } from './appeal-record';

/** Everything that keeps an appeal from leaving as a file: half an appeal costs the level that it is filed on. */
export function exportRefusals({ challenge }: AppealRecord, { missing }: AppealOutline): readonly Refusal[] {
  const { body, appealsAs, representativeFormId, clinical, signed } = challenge;
  return refusalsOf(
    missing,
    (body ?? '').trim() === ''
      ? refusal('appeal_unwritten', 'The words of the appeal are not written yet.', 'body')
      : null,
    clinical && signed === null
      ? refusal(
          'challenge_unsigned',
          'A clinical appeal leaves only after the physician has signed it.',
          'body',
        )
      : null,
    appealsAs === 'representative' && representativeFormId === null
      ? refusal(
          'representative_form_missing',
          'The patient’s signed form that lets the clinic act for them is not attached.',
          'representativeFormId',
        )
      : null,
  );
}
