import type { SelfPayAgreement } from '../case-facts';
import { dayInWords } from '../calendar';
import { waiverFor, waiverWords } from '../coverage';
import { Guard, Lifecycle, nowhere } from '../lifecycle/lifecycle';
import { Cents, PriceLine, formatCents } from '../money';
import { Refusal, refusal } from '../refusal';

export type SelfPayState = 'draft' | 'estimate_issued' | 'signed' | 'active' | 'completed' | 'void';

/** Published price range of one session and of a whole course, in cents. Outside it the clinic is asked, not stopped. */
export const usualSessionCents: readonly [Cents, Cents] = [30_000, 70_000];
export const usualCourseCents: readonly [Cents, Cents] = [90_000, 420_000];

/** What one session of a course costs: a package is one line for several, and add-ons are lines of their own. */
export function sessionCents(lines: readonly PriceLine[], sessions: number): Cents {
  const [first] = lines;
  return first === undefined ? 0 : Math.round((first.quantity * first.unitCents) / sessions);
}

export function priceWarnings(sessionCents: Cents, totalCents: Cents): readonly Refusal[] {
  const outside = (cents: Cents, [low, high]: readonly [Cents, Cents]) => cents < low || cents > high;
  const range = ([low, high]: readonly [Cents, Cents]) => `${formatCents(low)} to ${formatCents(high)}`;
  return [
    ...(outside(sessionCents, usualSessionCents)
      ? [
          refusal(
            'session_price_unusual',
            `A session usually costs ${range(usualSessionCents)}; this one costs ${formatCents(sessionCents)}.`,
          ),
        ]
      : []),
    ...(outside(totalCents, usualCourseCents)
      ? [
          refusal(
            'course_price_unusual',
            `A course usually costs ${range(usualCourseCents)}; this one costs ${formatCents(totalCents)}.`,
          ),
        ]
      : []),
  ];
}

const estimateValid: Guard<SelfPayAgreement> = ({ facts, subject }) =>
  subject?.validUntil != null && facts.clock.today > subject.validUntil
    ? refusal(
        'estimate_expired',
        `The estimate was valid until ${dayInWords(subject.validUntil)}; void it and issue a new one.`,
      )
    : null;

const waiverOnFile: Guard<SelfPayAgreement> = ({ facts, subject }) => {
  const kind = waiverFor(facts.case.planType);
  if (kind === null || subject?.hasWaiver === true) return null;
  return refusal(
    'waiver_missing',
    `With this plan the patient’s choice also needs ${waiverWords[kind]}; attach it to the agreement.`,
    'waiverId',
  );
};

const noLiveSessions: Guard<SelfPayAgreement> = ({ facts, subject }) => {
  const keys = facts.clearances
    .filter((clearance) => clearance.agreementId === subject?.id)
    .map((clearance) => clearance.id);
  const open = facts.sessions.some(
    (session) =>
      session.clearanceId !== null &&
      keys.includes(session.clearanceId) &&
      ['scheduled', 'checked_in'].includes(session.state),
  );
  return open ? refusal('sessions_booked', 'Sessions are still booked on this agreement.') : null;
};

export const selfPayLifecycle: Lifecycle<SelfPayState, SelfPayAgreement> = {
  subject: 'self_pay_agreement',
  words: 'an agreement',
  states: {
    draft: 'a draft',
    estimate_issued: 'estimated, waiting for the patient',
    signed: 'signed',
    active: 'active',
    completed: 'completed',
    void: 'void',
  },
  terminal: ['completed', 'void'],
  // prettier-ignore
  moves: [
    { move: 'draft', label: 'Draft self-pay estimate', happened: 'Self-pay estimate drafted', from: [nowhere], to: ['draft'], by: ['coordinator'], needs: ['procedureCode', 'sessions', 'lines'], guards: [] },
    { move: 'revise', label: 'Revise estimate', happened: 'Estimate revised', from: ['draft', 'estimate_issued'], to: ['draft'], by: ['coordinator'], needs: ['procedureCode', 'sessions', 'lines'], guards: [] },
    { move: 'issue_estimate', label: 'Issue good faith estimate', happened: 'Good faith estimate issued', from: ['draft'], to: ['estimate_issued'], by: ['coordinator'], needs: ['validUntil', 'delivery', 'language'], guards: [] },
    { move: 'sign', label: 'Record patient’s signature', happened: 'Signed by the patient', from: ['estimate_issued'], to: ['signed'], by: ['coordinator'], needs: ['signerName', 'proofId'], guards: [estimateValid, waiverOnFile] },
    { move: 'start', label: 'Begin treatment', happened: 'Treatment begun', from: ['signed'], to: ['active'], by: ['coordinator', 'physician'], needs: [], guards: [] },
    { move: 'complete', label: 'Complete agreement', happened: 'Agreement completed', from: ['active'], to: ['completed'], by: ['coordinator', 'physician'], needs: [], guards: [noLiveSessions] },
    { move: 'void', label: 'Withdraw agreement', happened: 'Agreement withdrawn', from: ['draft', 'estimate_issued', 'signed', 'active'], to: ['void'], by: ['coordinator'], needs: ['reason'], guards: [] },
  ],
};
