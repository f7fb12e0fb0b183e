import { addMonths } from '../calendar';
import { Refusal, refusal, refusalsOf } from '../refusal';
import type { EstimateFacts } from './estimate-contents';
import { lineWords } from './line-words';

/** How long one estimate may cover a recurring course (C31). */
export const estimateLastsMonths = 12;

/** Why this estimate cannot be given: what the law wants in it and the record does not have, each with its field. */
export function estimateRefusals(facts: EstimateFacts): readonly Refusal[] {
  const { clinic, clinician, diagnoses, issuedOn, validUntil, sessions, weeksApart, serviceOn } = facts;
  return refusalsOf(
    clinic === null
      ? refusal(
          'clinic_identity_missing',
          'An estimate names the clinic’s tax number (TIN) and address. A manager enters them under Prices.',
          'clinic.tin',
        )
      : null,
    clinician === null
      ? refusal(
          'clinician_missing',
          'An estimate names who treats. The physician of this case is no clinician of the clinic yet.',
          'clinician',
        )
      : null,
    clinician !== null && clinician.npi === null
      ? refusal(
          'npi_missing',
          `An estimate names each provider’s NPI; ${clinician.name} has none on record.`,
          'clinician.npi',
        )
      : null,
    diagnoses.length === 0
      ? refusal('diagnosis_missing', 'An estimate names the diagnosis; this case has none yet.', 'diagnoses')
      : null,
    sessions > 1 && weeksApart === null
      ? refusal(
          'frequency_missing',
          'An estimate of several sessions says how many weeks lie between them.',
          'weeksApart',
        )
      : null,
    validUntil < issuedOn
      ? refusal('in_the_past', 'The estimate would already have expired.', 'validUntil')
      : null,
    validUntil > addMonths(issuedOn, estimateLastsMonths)
      ? refusal('estimate_too_long', 'An estimate is valid for at most twelve months.', 'validUntil')
      : null,
    serviceOn !== null && serviceOn > validUntil
      ? refusal(
          'service_after_estimate',
          'The treatment would come after the estimate has run out.',
          'validUntil',
        )
      : null,
    untranslated(facts),
  );
}

function untranslated({ lines, language, prices }: EstimateFacts): readonly Refusal[] {
  return lines
    .filter((line) => lineWords(line, language, prices) === null)
    .map(({ description }) =>
      refusal(
        'line_not_translated',
        `“${description}” has no Spanish words yet. Take the line from the price list, or have it added there.`,
        'lines',
      ),
    );
}
