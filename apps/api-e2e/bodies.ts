import { randomUUID } from 'node:crypto';
import * as contract from '@stipple/contracts';
import { type Role, blueHeronScar4 } from '@stipple/domain';
import type { ZodObject } from 'zod';
import { caseLink } from './case-patient';
import { weekly } from './export-story';
import { closingOf, disputeOf } from './dispute-story';
import { someDraft } from './draft-story';
import { adjustmentOf, payment, planOf, refundOf } from './ledger-story';
import { linkTo, newToken } from './patient-story';
import { payerProfile } from './payer-story';
import { estimate, patientSignature, priceOf } from './self-pay-story';
import {
  Team,
  approval,
  benefitCall,
  booking,
  letterText,
  newCase,
  requestFor,
  screeningProposal,
  today,
  worksheet,
} from './story';
import { World, newEmail } from './world';

/** What an endpoint that changes something takes: by whom, about what, in which form, and one good example. */
export interface Sent {
  readonly by: Role;
  /** What the id in the path names. */
  readonly about: Exclude<keyof World, 'team'> | null;
  readonly contract: ZodObject;
  /** The step of a lifecycle it makes, where it makes one; its roles are then the endpoint's. */
  readonly move?: `${string}.${string}`;
  example(world: World): object;
}

const now = () => new Date().toISOString();
const version = 1;
const signature = ({ team }: World) => ({ version, password: team.clinic.physician.password });
const grant = ({ team, document }: World) => approval(team, document, 1);
const lost = ({ team }: World) => ({ version, decisionOn: today(team.clinic.timeZone), words: 'No.' });
const denial = ({ team }: World) => ({
  version,
  words: 'Not covered',
  code: '96',
  kind: 'clinical',
  decisionOn: today(team.clinic.timeZone),
  noticeReceivedOn: today(team.clinic.timeZone),
});
const slot = (team: Team) => {
  const { startsAt, minutes, roomId, clinicianId } = booking(team, 42, 9) as contract.BookSession;
  return { startsAt, minutes, roomId, clinicianId };
};

const sent = (
  by: Role,
  about: Sent['about'],
  form: ZodObject,
  move: Sent['move'] | null,
  example: Sent['example'],
): Sent => ({ by, about, contract: form, ...(move ? { move } : {}), example });

const seen = ({ team, document }: World) => ({
  onDay: today(team.clinic.timeZone),
  ratedBy: 'Pat Physician',
  documentId: document,
});
const plain = () => ({ version });
const because = () => ({ version, reason: 'Changed' });
const c = contract;

/** Every endpoint that takes JSON. A new one without a row here fails the specs that walk them all. */
// prettier-ignore
export const bodies: Readonly<Record<string, Sent>> = {
  'POST /api/people': sent('administrator', null, c.AddPerson, null, () => ({ name: 'New', email: newEmail(), password: 'a password long enough', roles: ['manager'] })),
  'POST /api/people/:id/access': sent('administrator', 'person', c.ChangePerson, null, () => ({ active: true })),
  'POST /api/providers/:id/practice': sent('coordinator', 'provider', c.SetPractice, null, () => ({ practicesHere: true })),
  'POST /api/people/:id/roles': sent('administrator', 'person', c.ChangeRoles, null, () => ({ roles: ['coordinator'] })),
  'POST /api/people/:id/passwords': sent('administrator', 'person', c.ResetPassword, null, () => ({ password: 'a long enough password' })),
  'POST /api/preferences': sent('manager', null, c.ChangePreferences, null, () => ({ theme: 'dark', density: 'compact', contrast: 'more', letters: false, keys: { 'queue.next': ['Shift+n'], undo: null }, putAway: { 'first steps': true } })),
  'POST /api/payers': sent('coordinator', null, c.AddPayer, null, () => ({ name: `Payer ${randomUUID()}`, phone: '555-0101' })),
  'POST /api/payers/:id/profiles': sent('coordinator', 'payer', c.DescribePayer, null, ({ team }) => ({ version: 0, ...payerProfile(team) })),
  'POST /api/payers/:id/policy-versions': sent('coordinator', 'payer', c.DraftPolicy, null, () => ({ policy: blueHeronScar4 })),
  'POST /api/payers/:id/policy-checks': sent('coordinator', 'payer', c.CheckPolicy, null, () => ({ policy: blueHeronScar4 })),
  'POST /api/policy-versions/:id/revisions': sent('coordinator', 'policy', c.RevisePolicy, null, () => ({ version, policy: blueHeronScar4 })),
  'POST /api/policy-versions/:id/dry-runs': sent('coordinator', 'policy', c.TryPolicy, null, () => ({ version })),
  'POST /api/policy-versions/:id/publications': sent('manager', 'policy', c.PublishPolicy, null, () => ({ version, effectiveFrom: '2026-07-02', endsEarlier: true })),
  'POST /api/policy-versions/:id/withdrawals': sent('manager', 'policy', c.WithdrawPolicy, null, because),
  'POST /api/policy-versions/:id/discards': sent('coordinator', 'policy', c.PlainMove, null, plain),
  'POST /api/providers': sent('coordinator', null, c.AddClinician, null, () => ({ name: 'New Clinician', npi: '1234567893' })),
  'POST /api/rooms': sent('coordinator', null, c.AddRoom, null, () => ({ name: `Room ${randomUUID()}` })),
  'POST /api/rooms/:id/changes': sent('coordinator', 'room', c.ChangeRoom, null, () => ({ name: `Room ${randomUUID()}`, inUse: true })),
  'POST /api/roster-imports/:id/mappings': sent('coordinator', 'rosterImport', c.MapImport, null, () => ({ version: 2, files: [{ file: 1, kind: null, columns: {} }] })),
  'POST /api/roster-imports/:id/dry-runs': sent('coordinator', 'rosterImport', c.MoveImport, null, () => ({ version: 2 })),
  'POST /api/roster-imports/:id/runs': sent('coordinator', 'rosterImport', c.MoveImport, null, () => ({ version: 2 })),
  'POST /api/roster-imports/:id/discards': sent('coordinator', 'rosterImport', c.MoveImport, null, () => ({ version: 2 })),
  'POST /api/drafts': sent('coordinator', null, c.SaveDraft, null, (world) => ({ ...someDraft(world.team, world.case), counter: Date.now() })),
  'POST /api/drafts/:id/discards': sent('coordinator', 'typed', c.DiscardDraft, null, () => ({ counter: Date.now() })),
  'POST /api/cases': sent('coordinator', null, c.OpenCase, 'treatment_case.open', ({ team }) => newCase(team, { duplicateIntended: true, ownerId: team.clinic.coordinator.id })),
  'POST /api/cases/:id/presences': sent('coordinator', 'case', c.BePresent, null, () => ({ tab: randomUUID(), editing: 'letter.revise' })),
  'POST /api/notices/marks': sent('manager', null, c.MarkNotices, null, () => ({ upTo: '731-12', marking: randomUUID() })),
  'POST /api/notices/mark-ends': sent('manager', null, c.TakeMarkBack, null, () => ({ marking: randomUUID() })),
  'POST /api/notices/readings': sent('manager', null, c.ReadNotices, null, () => ({ taskIds: [randomUUID()], isRead: true })),
  'POST /api/presence-ends': sent('coordinator', null, c.Leave, null, () => ({ tab: randomUUID() })),
  'POST /api/queue/leases': sent('coordinator', null, c.ServeNext, null, ({ team }) => ({ view: 'all', stage: ['verifying'], actsNext: ['coordinator'], owner: 'none', payerId: team.clinic.payerId })),
  'POST /api/queue/bulk-moves': sent('coordinator', null, c.BulkMoves, null, (world) => ({ move: 'assign', items: [{ caseId: world.case, version, ownerId: world.team.clinic.manager.id }] })),
  'POST /api/saved-views': sent('coordinator', null, c.SaveView, null, () => ({ name: randomUUID(), query: 'view=mine&sort=touch' })),
  'POST /api/saved-views/:id/changes': sent('coordinator', 'savedView', c.SaveView, null, () => ({ name: randomUUID(), query: 'view=denied' })),
  'POST /api/cases/:id/clock-overrides': sent('manager', 'case', c.OverrideClock, 'treatment_case.override_clock', ({ request, team }) => ({ version, requestId: request, clock: 'decision_standard', dueOn: today(team.clinic.timeZone, 5), reason: 'The payer wrote so.' })),
  'POST /api/cases/:id/extension-notices': sent('coordinator', 'case', c.RecordExtension, 'treatment_case.record_extension', ({ request, team, document }) => ({ version, requestId: request, datedOn: today(team.clinic.timeZone), because: 'more_time', words: 'We need fourteen more days.', proofId: document })),
  'POST /api/cases/:id/touches': sent('coordinator', 'case', c.PlanTouch, 'treatment_case.plan_touch', ({ team }) => ({ version, nextTouchOn: today(team.clinic.timeZone, 5) })),
  'POST /api/cases/:id/assignments': sent('coordinator', 'case', c.AssignCase, 'treatment_case.assign', ({ team }) => ({ version, ownerId: team.clinic.manager.id })),
  'POST /api/cases/:id/corrections': sent('coordinator', 'case', c.CorrectCase, 'treatment_case.correct', () => ({ version, planType: 'marketplace', diagnoses: ['L90.5'], plannedSessions: 4 })),
  'POST /api/cases/:id/closures': sent('coordinator', 'case', c.CloseCase, 'treatment_case.close', () => ({ version, reason: 'transferred' })),
  'POST /api/cases/:id/reopenings': sent('coordinator', 'case', c.ReopenCase, 'treatment_case.reopen', ({ team }) => ({ version, reason: 'Back', nextTouchOn: today(team.clinic.timeZone, 5) })),
  'POST /api/cases/:id/benefit-calls': sent('coordinator', 'case', c.RecordBenefitCall, 'benefit_call.record', () => benefitCall()),
  'POST /api/photos/:id/details': sent('coordinator', 'document', c.DescribePhoto, 'photo_detail.record', ({ team }) => ({ takenOn: today(team.clinic.timeZone), view: 'front', showsScale: true, consentUses: ['payer'], consentBy: 'patient', consentOn: today(team.clinic.timeZone) })),
  'POST /api/cases/:id/billing-notes': sent('coordinator', 'case', c.WriteNote, 'billing_note.write', () => ({ body: 'Asked for a call back' })),
  'POST /api/cases/:id/clinical-notes': sent('physician', 'case', c.WriteNote, 'clinical_note.write', () => ({ body: 'Extension is limited' })),
  'POST /api/cases/:id/evidence/motions': sent('physician', 'case', c.RecordMotion, 'evidence.record', (world) => ({ ...seen(world), joint: 'wrist', motion: 'extension', side: 'right', mode: 'active', degrees: 25 })),
  'POST /api/cases/:id/evidence/scales': sent('physician', 'case', c.RecordScale, 'evidence.record', (world) => ({ ...seen(world), scale: 'vss', items: [2, 1, 3, 1] })),
  'POST /api/cases/:id/evidence/areas': sent('physician', 'case', c.RecordArea, 'evidence.record', (world) => ({ ...seen(world), areaCm2: 24.5, method: 'tracing' })),
  'POST /api/cases/:id/evidence/functions': sent('coordinator', 'case', c.RecordFunction, 'evidence.record', (world) => ({ ...seen(world), activities: ['gripping'], work: 'limited', words: 'Cannot hold a pan' })),
  'POST /api/cases/:id/evidence/treatments': sent('coordinator', 'case', c.RecordTreatment, 'evidence.record', (world) => ({ ...seen(world), treatment: 'silicone', toOn: today(world.team.clinic.timeZone), result: 'failed', words: 'No gain' })),
  'POST /api/cases/:id/evidence/no-treatments': sent('coordinator', 'case', c.RecordNoTreatment, 'evidence.record', seen),
  'POST /api/cases/:id/evidence/devices': sent('coordinator', 'case', c.RecordDevice, 'evidence.record', (world) => ({ ...seen(world), device: 'Pen', productCode: 'QAI', submissionNumber: 'DEN160029', indication: 'Facial acne scars', indicationFits: 'no', siteFits: 'no', ageFits: 'yes' })),
  'POST /api/cases/:id/evidence/mental-health-notes': sent('coordinator', 'case', c.RecordMentalHealth, 'evidence.record', (world) => ({ ...seen(world), profession: 'psychologist', distress: true, summary: 'Avoids people', isSummary: true })),
  'POST /api/cases/:id/evidence/statements': sent('physician', 'case', c.RecordStatement, null, (world) => ({ ...seen(world), fact: 'functional_impairment', says: true, words: 'Cannot close the hand' })),
  'POST /api/cases/:id/evidence/withdrawals': sent('physician', 'case', c.WithdrawEvidence, 'evidence.withdraw', ({ evidence }) => ({ replacesId: evidence, reason: 'Another patient’s' })),
  'POST /api/cases/:id/screenings': sent('coordinator', 'case', c.ProposeScreening, 'screening.propose', () => screeningProposal),
  'POST /api/screenings/:id/signatures': sent('physician', 'screening', c.SignScreening, 'screening.sign', signature),
  'POST /api/cases/:id/letters': sent('coordinator', 'case', c.DraftLetter, 'letter.draft', () => letterText),
  'POST /api/letters/:id/revisions': sent('coordinator', 'letter', c.ReviseLetter, 'letter.revise', () => ({ version, ...letterText })),
  'POST /api/letters/:id/signature-requests': sent('coordinator', 'letter', c.PlainMove, 'letter.ask_signature', plain),
  'POST /api/letters/:id/signatures': sent('physician', 'letter', c.SignLetter, 'letter.sign', signature),
  'POST /api/letters/:id/change-requests': sent('physician', 'letter', c.AskChanges, 'letter.ask_changes', () => ({ version, note: 'Name the goniometer' })),
  'POST /api/letters/:id/discards': sent('coordinator', 'letter', c.PlainMove, 'letter.discard', plain),
  'POST /api/cases/:id/worksheets': sent('coordinator', 'case', c.StartWorksheet, 'code_worksheet.start', () => ({ procedureCode: '17999', ...worksheet })),
  'POST /api/worksheets/:id/revisions': sent('coordinator', 'worksheet', c.ReviseWorksheet, 'code_worksheet.revise', () => ({ version, ...worksheet })),
  'POST /api/cases/:id/auth-requests': sent('coordinator', 'case', c.DraftRequest, 'auth_request.draft', ({ team }) => requestFor(team)),
  'POST /api/auth-requests/:id/revisions': sent('coordinator', 'draft', c.ReviseRequest, 'auth_request.revise', ({ team }) => ({ version, ...requestFor(team) })),
  'POST /api/auth-requests/:id/completions': sent('coordinator', 'draft', c.CompleteRequest, 'auth_request.complete', plain),
  'POST /api/auth-requests/:id/returns': sent('coordinator', 'draft', c.PlainMove, 'auth_request.return_to_draft', plain),
  'POST /api/auth-requests/:id/submissions': sent('coordinator', 'draft', c.SubmitRequest, 'auth_request.submit', ({ document }) => ({ version, channel: 'fax', submittedAt: now(), proofId: document })),
  'POST /api/auth-requests/:id/receipts': sent('coordinator', 'draft', c.AcknowledgeReceipt, 'auth_request.acknowledge_receipt', () => ({ version, payerReceivedAt: now() })),
  'POST /api/auth-requests/:id/rejections': sent('coordinator', 'draft', c.RejectUnreviewed, 'auth_request.reject_unreviewed', () => ({ version, words: 'Not our member' })),
  'POST /api/auth-requests/:id/withdrawals': sent('coordinator', 'draft', c.WithdrawRequest, 'auth_request.withdraw', because),
  'POST /api/auth-requests/:id/pends': sent('coordinator', 'request', c.PendRequest, 'auth_request.pend', () => ({ version, words: 'In review' })),
  'POST /api/auth-requests/:id/information-requests': sent('coordinator', 'request', c.RequestInformation, 'auth_request.request_information', ({ team }) => ({ version, items: ['Photographs'], respondByOn: today(team.clinic.timeZone, 9) })),
  'POST /api/auth-requests/:id/information-answers': sent('coordinator', 'request', c.AnswerInformation, 'auth_request.answer_information', () => ({ version, sentAt: now(), reference: 'FAX-1' })),
  'POST /api/auth-requests/:id/call-referrals': sent('coordinator', 'request', c.ReferToCall, 'auth_request.refer_to_call', () => ({ version, words: 'Call us' })),
  'POST /api/auth-requests/:id/no-action-answers': sent('coordinator', 'request', c.AnswerNoAction, 'auth_request.answer_no_action', () => ({ version, words: 'None', referenceNumber: 'N-1' })),
  'POST /api/auth-requests/:id/phone-approvals': sent('coordinator', 'request', c.ApproveByPhone, 'auth_request.approve_by_phone', () => ({ version, representative: 'Kim', referenceNumber: 'P-1' })),
  'POST /api/auth-requests/:id/cancellations': sent('coordinator', 'request', c.CancelRequest, 'auth_request.cancel', () => ({ version, who: 'payer', reason: 'Twice' })),
  'POST /api/auth-requests/:id/approvals': sent('coordinator', 'request', c.RecordApproval, 'auth_request.approve', grant),
  'POST /api/auth-requests/:id/partial-approvals': sent('coordinator', 'request', c.RecordApproval, 'auth_request.approve_partly', grant),
  'POST /api/auth-requests/:id/modified-approvals': sent('coordinator', 'request', c.RecordApproval, 'auth_request.modify', grant),
  'POST /api/auth-requests/:id/denials': sent('coordinator', 'request', c.RecordDenial, 'auth_request.deny', denial),
  'POST /api/cases/:id/not-required': sent('coordinator', 'case', c.RecordNotRequired, 'payer_authorization.record', (world) => ({ ...approval(world.team, world.document, 1), version: undefined, payerWords: 'None needed', payerNamedWindow: false })),
  'POST /api/cases/:id/challenges': sent('coordinator', 'deniedCase', c.OpenChallenge, 'challenge.open', ({ denied }) => ({ requestId: denied, kind: 'appeal_1' })),
  'POST /api/auth-requests/:id/withheld-reasons': sent('coordinator', 'denied', c.RecordWithheld, 'withheld_reason.record', ({ document }) => ({ words: 'One session is enough.', code: '50', page: '1', kind: 'clinical', proofId: document })),
  'POST /api/auth-requests/:id/findings': sent('coordinator', 'denied', c.RecordFinding, 'decision_finding.record', () => ({ topic: 'second_level', says: true, words: 'Certificate, page 60' })),
  'POST /api/challenges/:id/grounds/plan-clauses': sent('coordinator', 'challenge', c.RecordPlanClause, 'appeal_ground.record', ({ document }) => ({ clause: 'exclusion', words: 'Appearance is excluded.', page: '41', section: '5.2', documentId: document })),
  'POST /api/challenges/:id/grounds/corrections': sent('coordinator', 'challenge', c.RecordCorrection, 'appeal_ground.record', () => ({ was: '17999', now: '96999', why: 'The payer takes the other unlisted code' })),
  'POST /api/challenges/:id/grounds/network-gaps': sent('coordinator', 'challenge', c.RecordNetworkGap, 'appeal_ground.record', () => ({ words: 'Nobody of the network treats burn scars.' })),
  'POST /api/challenges/:id/grounds/answers': sent('coordinator', 'challenge', c.AnswerCriterion, 'appeal_ground.record', () => ({ criterion: 'functional_impairment', words: 'It was measured since.', restsOn: ['fact:body_site'] })),
  'POST /api/challenges/:id/grounds/payers-words': sent('coordinator', 'challenge', c.RecordPayersWords, 'appeal_ground.record', () => ({ page: '2' })),
  'POST /api/challenges/:id/grounds/takings-back': sent('coordinator', 'challenge', c.TakeBackGround, 'appeal_ground.take_back', ({ challenge }) => ({ replacesId: challenge })),
  'POST /api/challenges/:id/wordings': sent('coordinator', 'challenge', c.DraftChallenge, 'challenge.draft', () => ({ version, body: 'The guidelines are met.' })),
  'POST /api/challenges/:id/signatures': sent('physician', 'challenge', c.Sign, 'challenge.sign', signature),
  'POST /api/challenges/:id/excuses': sent('manager', 'challenge', c.ExcuseLateness, 'challenge.excuse_lateness', () => ({ version, lateReason: 'A flood' })),
  'POST /api/challenges/:id/sendings': sent('coordinator', 'challenge', c.SendChallenge, 'challenge.send', () => ({ version, channel: 'fax', sentAt: now(), reference: 'FAX-1' })),
  'POST /api/challenges/:id/receipts': sent('coordinator', 'challenge', c.ReceiveChallenge, 'challenge.acknowledge_receipt', ({ team }) => ({ version, payerReceivedOn: today(team.clinic.timeZone) })),
  'POST /api/challenges/:id/overturns': sent('coordinator', 'challenge', c.OverturnChallenge, 'challenge.overturn', grant),
  'POST /api/challenges/:id/partial-overturns': sent('coordinator', 'challenge', c.OverturnChallenge, 'challenge.overturn_partly', grant),
  'POST /api/challenges/:id/upholdings': sent('coordinator', 'challenge', c.LoseChallenge, 'challenge.uphold', lost),
  'POST /api/challenges/:id/dismissals': sent('coordinator', 'challenge', c.LoseChallenge, 'challenge.dismiss', lost),
  'POST /api/challenges/:id/withdrawals': sent('coordinator', 'challenge', c.WithdrawChallenge, 'challenge.withdraw', because),
  'POST /api/authorizations/:id/acknowledgements': sent('coordinator', 'authorization', c.PlainMove, 'payer_authorization.acknowledge', plain),
  'POST /api/authorizations/:id/confirmations': sent('manager', 'authorization', c.PlainMove, 'payer_authorization.confirm', plain),
  'POST /api/authorizations/:id/amendments': sent('coordinator', 'authorization', c.AmendAuthorization, 'payer_authorization.amend', ({ team, document }) => ({ version, effectiveOn: today(team.clinic.timeZone), expiresOn: today(team.clinic.timeZone, 80), lines: [{ procedureCode: '17999', units: 3 }], reason: 'Shorter', proofId: document })),
  'POST /api/authorizations/:id/revocations': sent('coordinator', 'authorization', c.RevokeAuthorization, 'payer_authorization.revoke', because),
  'POST /api/cases/:id/self-pay-agreements': sent('coordinator', 'case', c.DraftAgreement, 'self_pay_agreement.draft', () => priceOf()),
  'POST /api/self-pay-agreements/:id/revisions': sent('coordinator', 'agreement', c.ReviseAgreement, 'self_pay_agreement.revise', () => ({ version, ...priceOf() })),
  'POST /api/self-pay-agreements/:id/estimates': sent('coordinator', 'agreement', c.IssueEstimate, 'self_pay_agreement.issue_estimate', ({ team }) => estimate(team, 1)),
  'POST /api/prices': sent('manager', null, c.ChangePrice, null, () => ({ code: `p-${randomUUID().slice(0, 8)}`, version: 0, kind: 'package', wordsEn: 'Four sessions', wordsEs: 'Cuatro sesiones', procedureCode: '17999', unitCents: 160_000, sessions: 4, validFrom: '2026-01-01', ended: false })),
  'POST /api/billing-identity': sent('manager', null, c.ChangeBillingIdentity, null, () => ({ version: 1, name: 'Scar Clinic', tin: '12-3456789', npi: '1234567893', street: '1 Harbor Street', city: 'Boston', state: 'MA', postalCode: '02110', phone: '555-0100' })),
  'POST /api/self-pay-agreements/:id/signatures': sent('coordinator', 'agreement', c.SignAgreement, 'self_pay_agreement.sign', ({ team, document }) => patientSignature(team, 1, document, { waiverId: document })),
  'POST /api/self-pay-agreements/:id/withdrawals': sent('coordinator', 'agreement', c.VoidAgreement, 'self_pay_agreement.void', because),
  'POST /api/self-pay-agreements/:id/patient-links': sent('coordinator', 'agreement', c.MakePatientLink, null, ({ team, document }) => linkTo(team, newToken(), { waiverId: document })),
  'POST /api/self-pay-agreements/:id/patient-link-ends': sent('coordinator', 'agreement', c.EndPatientLinks, null, () => ({})),
  'POST /api/cases/:id/patient-links': sent('coordinator', 'case', c.MakeCaseLink, null, () => caseLink(newToken())),
  'POST /api/cases/:id/patient-link-ends': sent('coordinator', 'case', c.EndCaseLinks, null, () => ({})),
  'POST /api/patient-photos/:id/acceptances': sent('coordinator', 'patientPhoto', c.AcceptPatientPhoto, 'patient_photo.accept', ({ team }) => ({ version, takenOn: today(team.clinic.timeZone), view: 'front', showsScale: true })),
  'POST /api/patient-photos/:id/set-asides': sent('coordinator', 'patientPhoto', c.SetPatientPhotoAside, 'patient_photo.set_aside', because),
  'POST /api/self-pay-agreements/:id/payments': sent('coordinator', 'agreement', c.RecordPayment, 'ledger_entry.pay', ({ team }) => payment(team)),
  'POST /api/self-pay-agreements/:id/refunds': sent('coordinator', 'agreement', c.RecordRefund, 'ledger_entry.refund', ({ team }) => refundOf(team)),
  'POST /api/self-pay-agreements/:id/adjustments': sent('manager', 'agreement', c.RecordAdjustment, 'ledger_entry.adjust', ({ team }) => adjustmentOf(team)),
  'POST /api/self-pay-agreements/:id/reversals': sent('coordinator', 'agreement', c.ReverseEntry, 'ledger_entry.reverse', ({ agreement }) => ({ entryId: agreement, words: 'Typed twice' })),
  'POST /api/self-pay-agreements/:id/charges': sent('coordinator', 'agreement', c.ChargeSessions, null, () => ({})),
  'POST /api/self-pay-agreements/:id/payment-plans': sent('coordinator', 'agreement', c.SetPaymentPlan, 'payment_plan.agree', ({ team }) => planOf(team)),
  'POST /api/self-pay-agreements/:id/disputes': sent('coordinator', 'agreement', c.OpenDispute, 'dispute.open', ({ team }) => disputeOf(team)),
  'POST /api/disputes/:id/closures': sent('coordinator', 'dispute', c.CloseDispute, 'dispute.close', ({ team }) => closingOf(team)),
  'POST /api/cases/:id/sessions': sent('coordinator', 'case', c.BookSession, 'treatment_session.book', ({ team }) => booking(team, 42, 9)),
  'POST /api/sessions/:id/reschedulings': sent('coordinator', 'session', c.RescheduleSession, 'treatment_session.reschedule', ({ team }) => ({ version, ...slot(team) })),
  'POST /api/sessions/:id/cancellations': sent('coordinator', 'session', c.CancelSession, 'treatment_session.cancel', because),
  'POST /api/sessions/:id/check-ins': sent('coordinator', 'session', c.PlainMove, 'treatment_session.check_in', plain),
  'POST /api/sessions/:id/performances': sent('physician', 'session', c.PerformSession, 'treatment_session.perform', (world) => ({ ...signature(world), performedOn: today(world.team.clinic.timeZone, 41), areaCm2: 12.5, device: 'Pen', lot: 'L-1', note: 'Done' })),
  'POST /api/sessions/:id/no-shows': sent('coordinator', 'session', c.PlainMove, 'treatment_session.miss', plain),
  'POST /api/sessions/:id/restorations': sent('coordinator', 'session', c.PlainMove, 'treatment_session.unblock', plain),
  'POST /api/scheduled-reports': sent('manager', null, c.ScheduleReport, null, ({ team }) => weekly(team)),
  'POST /api/scheduled-reports/:id/changes': sent('manager', 'scheduledReport', c.ChangeScheduledReport, null, ({ team }) => ({ version, ...weekly(team), every: 'month', on: 31 })),
  'POST /api/scheduled-reports/:id/pauses': sent('manager', 'scheduledReport', c.PlainMove, null, plain),
  'POST /api/scheduled-reports/:id/resumptions': sent('manager', 'scheduledReport', c.PlainMove, null, plain),
  'POST /api/scheduled-reports/:id/removals': sent('manager', 'scheduledReport', c.PlainMove, null, plain),
  'POST /api/tasks/:id/completions': sent('coordinator', 'task', c.FinishTask, 'task.finish', plain),
};

/** What is sent in another form, or without a body worth the name; their own specs look after them. */
export const otherBodies = [
  'POST /api/sign-in',
  'POST /api/sign-out',
  'POST /api/lock',
  'POST /api/unlock',
  'POST /api/cases/:id/documents',
  'POST /api/cases/:id/photos',
  'POST /api/roster-imports',
  'POST /api/saved-views/:id/removals',
  'POST /api/your-estimate/openings',
  'POST /api/your-estimate/signatures',
  'POST /api/your-estimate/card-payments',
  'POST /api/card-notices',
  'POST /api/self-pay-agreements/:id/card-payments',
  'POST /api/card-transactions/:id/page-closures',
  'POST /api/card-transactions/:id/refunds',
  'POST /api/card-transactions/:id/settlements',
  'POST /api/your-case/openings',
  'POST /api/your-case/photos',
  'POST /api/cases/:id/lease-renewals',
  'POST /api/cases/:id/lease-releases',
];
