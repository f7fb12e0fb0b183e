import type { Claim } from '../case-facts';
import { Guard, Lifecycle, nowhere } from '../lifecycle/lifecycle';
import { refusal } from '../refusal';

export type ClaimState =
  | 'draft'
  | 'ready'
  | 'submitted'
  | 'rejected_syntax'
  | 'rejected_front_end'
  | 'accepted'
  | 'paid'
  | 'partly_paid'
  | 'denied'
  | 'reversed'
  | 'corrected'
  | 'appealed'
  | 'overturned'
  | 'upheld'
  | 'patient_balance'
  | 'written_off'
  | 'closed';

/** Only what was performed under an authorization is claimed: any session to begin with, and then the claim's own. */
const performedUnderAuthorization: Guard<Claim> = ({ facts, subject }) => {
  const sessions = facts.sessions.filter(
    (session) =>
      ['performed', 'billed'].includes(session.state) &&
      (subject === null || session.id === subject.sessionId),
  );
  if (sessions.length === 0) return refusal('not_performed', 'Only a performed session can be claimed.');
  return sessions.every((session) => session.selfPay)
    ? refusal('self_pay_not_billed', 'A self-pay session is never sent to an insurer.')
    : null;
};

const scrubbed: Guard<Claim> = ({ subject }) => [
  ...(subject?.hasAuthorizationNumber === false
    ? [refusal('authorization_number_missing', 'The claim lacks its authorization number (REF*G1).')]
    : []),
  ...(subject?.hasLineDescription === false
    ? [refusal('line_description_missing', 'An unlisted code needs a line description.')]
    : []),
];

/** Only amounts of group PR may reach the patient. */
const patientOwes: Guard<Claim> = ({ subject }) =>
  (subject?.patientCents ?? 0) > 0
    ? null
    : refusal(
        'nothing_for_patient',
        'The payer left nothing to the patient; contractual amounts are never the patient’s bill.',
      );

const balanced: Guard<Claim> = ({ subject }) =>
  (subject?.balanceCents ?? 0) === 0 ? null : refusal('balance_open', 'The claim still has an open balance.');

export const claimLifecycle: Lifecycle<ClaimState, Claim> = {
  subject: 'claim',
  words: 'a claim',
  states: {
    draft: 'a draft',
    ready: 'ready',
    submitted: 'submitted',
    rejected_syntax: 'rejected for its form',
    rejected_front_end: 'rejected at the payer’s front end',
    accepted: 'accepted for adjudication',
    paid: 'paid',
    partly_paid: 'partly paid',
    denied: 'denied',
    reversed: 'reversed',
    corrected: 'replaced by a corrected claim',
    appealed: 'appealed',
    overturned: 'overturned',
    upheld: 'upheld',
    patient_balance: 'a patient balance',
    written_off: 'written off',
    closed: 'closed',
  },
  terminal: ['corrected', 'closed'],
  // prettier-ignore
  moves: [
    { move: 'build', label: 'Build claim', happened: 'Claim built', from: [nowhere], to: ['draft'], by: ['coordinator'], needs: ['sessionId'], guards: [performedUnderAuthorization] },
    { move: 'scrub', label: 'Mark ready', happened: 'Marked ready', from: ['draft'], to: ['ready'], by: ['coordinator'], needs: [], guards: [performedUnderAuthorization, scrubbed] },
    { move: 'submit', label: 'Record submission', happened: 'Submission recorded', from: ['ready'], to: ['submitted'], by: ['coordinator'], needs: ['submittedAt'], guards: [performedUnderAuthorization] },
    { move: 'reject_syntax', label: 'Record rejected form', happened: 'Claim rejected for its form', from: ['submitted'], to: ['rejected_syntax'], by: ['coordinator'], needs: ['errorCode'], guards: [] },
    { move: 'reject_front_end', label: 'Record front-end rejection', happened: 'Claim rejected at the front end', from: ['submitted'], to: ['rejected_front_end'], by: ['coordinator'], needs: ['errorCode'], guards: [] },
    { move: 'accept', label: 'Record acceptance', happened: 'Claim accepted', from: ['submitted'], to: ['accepted'], by: ['coordinator'], needs: ['payerClaimNumber'], guards: [] },
    { move: 'pay', label: 'Record payment', happened: 'Claim paid', from: ['accepted'], to: ['paid'], by: ['coordinator'], needs: ['remittanceOn', 'paidCents'], guards: [] },
    { move: 'pay_partly', label: 'Record partial payment', happened: 'Claim partly paid', from: ['accepted'], to: ['partly_paid'], by: ['coordinator'], needs: ['remittanceOn', 'paidCents'], guards: [] },
    { move: 'deny', label: 'Record denial', happened: 'Denied', from: ['accepted'], to: ['denied'], by: ['coordinator'], needs: ['reasonCode', 'remittanceOn'], guards: [] },
    { move: 'reverse', label: 'Record reversal', happened: 'Payment reversed', from: ['paid', 'partly_paid', 'denied'], to: ['reversed'], by: ['coordinator'], needs: ['remittanceOn'], guards: [] },
    { move: 'correct', label: 'Replace by corrected claim', happened: 'Claim corrected', from: ['rejected_syntax', 'rejected_front_end', 'denied', 'reversed'], to: ['corrected'], by: ['coordinator'], needs: ['replacementId'], guards: [] },
    { move: 'appeal', label: 'Appeal', happened: 'Claim appealed', from: ['denied', 'partly_paid'], to: ['appealed'], by: ['coordinator'], needs: ['sentAt'], guards: [] },
    { move: 'overturn', label: 'Record overturned', happened: 'Decision overturned', from: ['appealed'], to: ['overturned'], by: ['coordinator'], needs: ['decisionOn'], guards: [] },
    { move: 'uphold', label: 'Record upheld', happened: 'Decision upheld', from: ['appealed'], to: ['upheld'], by: ['coordinator'], needs: ['decisionOn'], guards: [] },
    { move: 'release_to_patient', label: 'Release to patient', happened: 'Released to the patient', from: ['paid', 'partly_paid', 'overturned', 'upheld'], to: ['patient_balance'], by: ['manager'], needs: ['patientCents'], guards: [patientOwes] },
    { move: 'write_off', label: 'Write off', happened: 'Written off', from: ['partly_paid', 'denied', 'upheld', 'patient_balance', 'reversed'], to: ['written_off'], by: ['manager'], needs: ['reason'], guards: [] },
    { move: 'close', label: 'Close claim', happened: 'Claim closed', from: ['paid', 'overturned', 'patient_balance', 'written_off'], to: ['closed'], by: ['coordinator'], needs: [], guards: [balanced] },
  ],
};
