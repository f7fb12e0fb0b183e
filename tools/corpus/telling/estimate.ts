import {
  PriceLine,
  SelfPayAgreement,
  estimateClock,
  estimateContents,
  estimateDocument,
} from '@stipple/domain';
import { demoPrices } from '../prices';
import type { Story, Told } from '../story';

/** Every ninth patient reads Spanish. No dice: they would change what else becomes of the case. */
const languageOf = ({ caseNumber }: Story) => (caseNumber % 9 === 0 ? 'es' : 'en');

/** The paper the patient was given, word for word. */
export function writeEstimate(
  story: Story,
  told: Told<SelfPayAgreement, 'self_pay_agreement'>,
  { validUntil, delivery }: { readonly validUntil: string; readonly delivery: 'paper' | 'electronic' },
): string {
  const { clinic, facts, cast, patient, scar, today } = story;
  const { procedureCode, sessions, totalCents } = told.fact;
  const lines = told.row.lines as PriceLine[];
  const language = languageOf(story);
  const outcome = estimateContents({
    ...{ language, delivery, issuedOn: today, validUntil, procedureCode, sessions, lines },
    patient: { name: `${patient.givenName} ${patient.familyName}`, birthDate: patient.birthDate },
    bodySite: scar.site,
    side: scar.side,
    diagnoses: scar.diagnoses,
    weeksApart: sessions > 1 ? 4 : null,
    serviceOn: null,
    separateItems: [],
    clinic: clinic.sketch.identity,
    clinician: clinic.sketch.clinicians.find(({ name }) => name === cast.physician.name) ?? null,
    prices: demoPrices.map((price) => ({ ...price, validFrom: today })),
  });
  if (outcome.kind === 'incomplete')
    return story.fail(outcome.refusals.map(({ sentence }) => sentence).join(' '));
  const { contents } = outcome;
  const paper = JSON.stringify({ contents, document: estimateDocument(contents) });
  const due = estimateClock(told.fact.starts, clinic.days.timeZone);
  story.rows.add('estimate_version', {
    clinic_id: clinic.id,
    agreement_id: told.fact.id,
    version: 1,
    case_id: facts.case.id,
    seq: told.fact.seq,
    language,
    delivery,
    procedure_code: procedureCode,
    sessions,
    lines,
    total_cents: totalCents,
    issued_on: today,
    valid_until: validUntil,
    asked_on: told.row.asked_on,
    asked_by: told.row.asked_by,
    due_on: due.kind === 'due' ? due.dueOn : null,
    due_rule: due.kind === 'due' ? due.rule : null,
    contents: paper,
    issued_by: cast.owner.staffId,
    issued_at: story.now,
  });
  return paper;
}
