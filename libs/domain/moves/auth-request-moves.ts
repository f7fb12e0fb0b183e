import type { AuthRequest } from '../case-facts';

import { codeFindings } from '../codes/case-codes';
import { refusedBeforeRequest } from '../codes/code-finding';
import { Guard, Lifecycle, nowhere } from '../lifecycle/lifecycle';
import { refusal } from '../refusal';
import { worksheetRefusals } from '../worksheet/case-worksheets';

export type AuthRequestState =
  | 'draft'
  | 'ready'
  | 'submitted'
  | 'rejected_unreviewed'
  | 'received'
  | 'pended'
  | 'information_requested'
  | 'approved'
  | 'partial'
  | 'modified'
  | 'denied'
  | 'contact_payer'
  | 'no_action_required'
  | 'approved_unconfirmed'
  | 'cancelled'
  | 'withdrawn';

const atPayer: readonly AuthRequestState[] = [
  'submitted',
  'received',
  'pended',
  'information_requested',
  'contact_payer',
  'approved_unconfirmed',
];

/** Sent and not yet decided. */
export function isOpenRequest(state: AuthRequestState): boolean {
  return atPayer.includes(state);
}

const screeningSigned: Guard<AuthRequest> = ({ facts }) =>
  facts.screenings.some((screening) => screening.state === 'signed')
    ? null
    : refusal(
        'screening_missing',
        'No signed screening is on file; the physician signs it on the case page.',
      );

const letterSigned: Guard<AuthRequest> = ({ facts, subject }) => {
  const signed = facts.letters.find((letter) => letter.state === 'signed');
  if (signed === undefined)
    return refusal('letter_unsigned', 'The letter of medical necessity is not signed yet.');
  const asked = (subject?.lines ?? []).map((line) => line.procedureCode);
  const argued = signed.procedureCodes;
  return asked.every((code) => argued.includes(code)) && argued.every((code) => asked.includes(code))
    ? null
    : refusal(
        'letter_codes_differ',
        `The letter speaks of ${signed.procedureCodes.join(', ')}, the request of ${asked.join(', ')}.`,
      );
};

const evidenceAttached: Guard<AuthRequest> = ({ facts }) =>
  facts.documents.some(({ kind }) =>
    ['photo', 'range_of_motion', 'scar_scale', 'prior_treatment', 'clinical_note'].includes(kind),
  )
    ? null
    : refusal(
        'evidence_missing',
        'No evidence is attached: add a photograph, a measurement or a note on prior treatment.',
      );

/** What was a warning while the case was opened has to be settled now. */
const codesFit: Guard<AuthRequest> = ({ facts, subject }) =>
  refusedBeforeRequest(codeFindings(facts, subject ?? undefined));

/** An unlisted code says nothing by itself: its worksheet says it, or a reviewer has nothing to decide on. */
const worksheetsDone: Guard<AuthRequest> = ({ facts, subject }) =>
  subject === null
    ? null
    : worksheetRefusals(
        subject.lines.map(({ procedureCode }) => procedureCode),
        facts.worksheets,
        subject.fromOn,
      );

const benefitsKnown: Guard<AuthRequest> = ({ facts }) =>
  facts.benefitCalls.length > 0 || facts.documents.some(({ kind }) => kind === 'payer_policy')
    ? null
    : refusal(
        'benefits_unknown',
        'Neither a benefits call nor the payer’s written policy is on file; record the call to member services first.',
      );

const noTwin: Guard<AuthRequest> = ({ facts, subject }) => {
  if (subject === null) return null;
  const codes = new Set(subject.lines.map((line) => line.procedureCode));
  const twin = facts.requests.some(
    (other) =>
      other.id !== subject.id &&
      isOpenRequest(other.state) &&
      other.fromOn <= subject.toOn &&
      subject.fromOn <= other.toOn &&
      other.lines.some((line) => codes.has(line.procedureCode)),
  );
  return twin
    ? refusal('request_twin', 'Another request for the same code and dates is already with the payer.')
    : null;
};

const undecided: readonly AuthRequestState[] = ['received', 'pended', 'information_requested'];
const answerable: readonly AuthRequestState[] = [...undecided, 'contact_payer', 'no_action_required'];
const decidable: readonly AuthRequestState[] = [...answerable, 'approved_unconfirmed'];
const approvalFields = [
  'number',
  'decisionOn',
  'effectiveOn',
  'expiresOn',
  'lines',
  'clinicianIds',
  'placeOfService',
  'channel',
  'proofId',
];

export const authRequestLifecycle: Lifecycle<AuthRequestState, AuthRequest> = {
  subject: 'auth_request',
  words: 'a request',
  states: {
    draft: 'a draft',
    ready: 'ready to submit',
    submitted: 'submitted',
    rejected_unreviewed: 'rejected without review',
    received: 'received by the payer',
    pended: 'pended',
    information_requested: 'waiting for information the payer asked for',
    approved: 'approved',
    partial: 'partly approved',
    modified: 'approved with changes',
    denied: 'denied',
    contact_payer: 'answered “contact payer”',
    no_action_required: 'answered “no action required”',
    approved_unconfirmed: 'approved by phone, not yet proven',
    cancelled: 'cancelled',
    withdrawn: 'withdrawn',
  },
  terminal: ['rejected_unreviewed', 'approved', 'partial', 'modified', 'denied', 'cancelled', 'withdrawn'],
  // prettier-ignore
  moves: [
    { move: 'draft', label: 'Draft request', happened: 'Request drafted', from: [nowhere], to: ['draft'], by: ['coordinator'], needs: ['lines', 'fromOn', 'toOn', 'urgency'], guards: [screeningSigned] },
    { move: 'revise', label: 'Revise request', happened: 'Request revised', from: ['draft'], to: ['draft'], by: ['coordinator'], needs: ['lines', 'fromOn', 'toOn', 'urgency'], guards: [] },
    { move: 'complete', label: 'Mark ready', happened: 'Marked ready', from: ['draft'], to: ['ready'], by: ['coordinator'], needs: [], guards: [screeningSigned, letterSigned, evidenceAttached, codesFit, worksheetsDone] },
    { move: 'return_to_draft', label: 'Back to draft', happened: 'Taken back to draft', from: ['ready'], to: ['draft'], by: ['coordinator'], needs: [], guards: [] },
    { move: 'submit', label: 'Record submission', happened: 'Submission recorded', from: ['ready'], to: ['submitted'], by: ['coordinator'], needs: ['channel', 'submittedAt', 'proof'], guards: [letterSigned, worksheetsDone, benefitsKnown, noTwin] },
    { move: 'reject_unreviewed', label: 'Record rejection without review', happened: 'Rejected without review', from: ['submitted'], to: ['rejected_unreviewed'], by: ['coordinator'], needs: ['errorCode', 'words'], guards: [] },
    { move: 'acknowledge_receipt', label: 'Record payer’s receipt', happened: 'Received by the payer', from: ['submitted'], to: ['received'], by: ['coordinator'], needs: ['payerReceivedOn', 'proof'], guards: [] },
    { move: 'pend', label: 'Record pend', happened: 'Pended by the payer', from: ['received', 'contact_payer', 'no_action_required'], to: ['pended'], by: ['coordinator'], needs: ['words'], guards: [] },
    { move: 'request_information', label: 'Record request for information', happened: 'Payer asked for information', from: ['received', 'pended', 'contact_payer', 'no_action_required'], to: ['information_requested'], by: ['coordinator'], needs: ['items', 'respondByOn'], guards: [] },
    { move: 'answer_information', label: 'Record answer to payer', happened: 'Answer sent to the payer', from: ['information_requested'], to: ['pended'], by: ['coordinator'], needs: ['sentAt', 'proof'], guards: [] },
    { move: 'approve', label: 'Record approval', happened: 'Approved', from: decidable, to: ['approved'], by: ['coordinator'], needs: approvalFields, guards: [] },
    { move: 'approve_partly', label: 'Record partial approval', happened: 'Partly approved', from: decidable, to: ['partial'], by: ['coordinator'], needs: approvalFields, guards: [] },
    { move: 'modify', label: 'Record modified approval', happened: 'Approved with changes', from: decidable, to: ['modified'], by: ['coordinator'], needs: approvalFields, guards: [] },
    { move: 'deny', label: 'Record denial', happened: 'Denied', from: decidable, to: ['denied'], by: ['coordinator'], needs: ['words', 'decisionOn', 'noticeReceivedOn', 'denialKind'], guards: [] },
    { move: 'refer_to_call', label: 'Record “contact payer”', happened: 'Payer answered “contact payer”', from: undecided, to: ['contact_payer'], by: ['coordinator'], needs: ['words'], guards: [] },
    { move: 'answer_no_action', label: 'Record “no action required”', happened: 'Payer answered “no action required”', from: [...undecided, 'contact_payer'], to: ['no_action_required'], by: ['coordinator'], needs: ['words', 'referenceNumber'], guards: [] },
    { move: 'approve_by_phone', label: 'Record approval by phone', happened: 'Approved by phone, not yet proven', from: ['submitted', ...answerable], to: ['approved_unconfirmed'], by: ['coordinator'], needs: ['representative', 'referenceNumber'], guards: [] },
    { move: 'cancel', label: 'Record cancellation', happened: 'Cancelled', from: undecided, to: ['cancelled'], by: ['coordinator'], needs: ['who', 'reason'], guards: [] },
    { move: 'withdraw', label: 'Withdraw request', happened: 'Request withdrawn', from: ['draft', 'ready', 'submitted', ...answerable, 'approved_unconfirmed'], to: ['withdrawn'], by: ['coordinator'], needs: ['reason'], guards: [] },
  ],
};
