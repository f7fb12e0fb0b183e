import { createHash } from 'node:crypto';
import {
  PriceLine,
  SelfPayAgreement,
  addDays,
  addMonths,
  selfPayLifecycle,
  totalOf,
  waiverFor,
} from '@stipple/domain';
import { demoPrices } from '../prices';
import { byteaOf } from '../rows';
import type { Story, Told } from '../story';
import { attach } from './begin';
import { writeEstimate } from './estimate';
import { ClearanceTold, openClearance } from './clearance';
import { BooksTold, emptyBooks } from './ledger';

export type AgreementTold = Told<SelfPayAgreement, 'self_pay_agreement'> & {
  readonly books: BooksTold;
  /** What the patient was given, word for word; null before the estimate is issued. */
  paper: string | null;
};

/** A price per session within the usual range, rounded to five dollars, and sometimes an add-on of its own. */
function priceLines(story: Story, sessions: number): PriceLine[] {
  const { dice, scar } = story;
  const [least, most] = scar.functional === null ? [60, 110] : [70, 130];
  // A whole course costs between 900 and 4,200 dollars, as courses do.
  const [lowest, highest] = [Math.ceil(90_000 / sessions / 500), Math.floor(420_000 / sessions / 500)];
  const unitCents = Math.max(lowest, Math.min(highest, dice.within([least, most]))) * 500;
  const lines: PriceLine[] = [{ description: demoPrices[0]?.words.en ?? '', quantity: sessions, unitCents }];
  if (dice.chance(0.12) && unitCents * sessions < 300_000)
    lines.push({
      description: demoPrices[1]?.words.en ?? '',
      quantity: 1,
      unitCents: dice.within([30, 50]) * 500,
    });
  return lines;
}

export function draftAgreement(story: Story): AgreementTold {
  const { facts, cast } = story;
  const { procedureCode, plannedSessions: sessions } = facts.case;
  const lines = priceLines(story, sessions);
  const totalCents = totalOf(lines);
  const told = story.create(selfPayLifecycle, 'self_pay_agreement', 'draft', cast.owner, {
    to: 'draft',
    fact: {
      procedureCode,
      sessions,
      totalCents,
      estimateOn: null,
      validUntil: null,
      estimateVersion: null,
      starts: { askedOn: story.today, scheduledOn: null, serviceOn: null },
      hasWaiver: false,
      withheldFromPayer: false,
    },
    row: {
      procedure_code: procedureCode,
      sessions,
      lines,
      total_cents: totalCents,
      estimate_on: null,
      valid_until: null,
      delivery: null,
      estimate_version: null,
      asked_on: story.today,
      asked_by: 'patient',
      withheld_from_payer: false,
      waiver_id: null,
      covers_from: null,
      end_reason: null,
    },
    data: { sessions, totalCents },
  });
  facts.agreements.push(told.fact);
  return { ...told, books: emptyBooks(), paper: null };
}

export function issueEstimate(story: Story, told: AgreementTold): void {
  const validUntil = story.dice.chance(0.7)
    ? addMonths(story.today, 12)
    : addDays(story.today, story.dice.pick([180, 270]));
  const delivery = story.dice.chance(0.55) ? 'electronic' : 'paper';
  story.advance(selfPayLifecycle, told, 'issue_estimate', story.cast.owner, {
    to: 'estimate_issued',
    fact: { estimateOn: story.today, validUntil, estimateVersion: 1 },
    row: { estimate_on: story.today, valid_until: validUntil, delivery, estimate_version: 1 },
    data: { validUntil, delivery, totalCents: told.fact.totalCents, version: 1 },
  });
  told.paper = writeEstimate(story, told, { validUntil, delivery });
}

/** The patient's own key to the diary: the signature under the estimate. */
export function signAgreement(story: Story, told: AgreementTold): ClearanceTold {
  const { patient, facts, cast, clinic } = story;
  const proof = attach(story, 'signed_estimate', 'Signed estimate');
  const waiver =
    waiverFor(facts.case.planType) === null ? null : attach(story, 'waiver', 'Non-covered service, signed');
  told.fact.hasWaiver = waiver !== null;
  story.advance(selfPayLifecycle, told, 'sign', cast.owner, {
    to: 'signed',
    row: { covers_from: story.today, waiver_id: waiver },
    data: { totalCents: told.fact.totalCents },
  });
  const { procedureCode, sessions, validUntil } = told.fact;
  story.rows.add('patient_signature', {
    clinic_id: clinic.id,
    agreement_id: told.fact.id,
    case_id: facts.case.id,
    seq: told.fact.seq,
    signer_name: `${patient.givenName} ${patient.familyName}`,
    estimate_version: told.fact.estimateVersion,
    content_hash: byteaOf(
      createHash('sha256')
        .update(told.paper ?? '')
        .digest(),
    ),
    witness_id: cast.owner.staffId,
    proof_id: proof,
    signed_at: story.now,
  });
  const source = {
    authorizationId: null,
    agreementId: told.fact.id,
    number: null,
    termsSeq: null,
    active: true,
  };
  const window = { opensOn: story.today, closesOn: validUntil ?? story.today };
  return openClearance(story, { ...source, ...window, procedureCode, units: sessions });
}

export function voidAgreement(story: Story, told: AgreementTold, reason: string): void {
  story.advance(selfPayLifecycle, told, 'void', story.cast.owner, {
    to: 'void',
    row: { end_reason: reason },
    data: { reason },
  });
}

/** Takes the key away again where there is one; its bookings must have been blocked before. */
export function closeKey(clearance: ClearanceTold): void {
  clearance.fact.active = false;
  clearance.row.active = false;
}
