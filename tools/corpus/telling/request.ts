import { AuthRequest, addDays, authRequestLifecycle, linesRefusals, refusal } from '@stipple/domain';
import type { RowOf } from '../rows';
import { finishTasks } from './tasks';
import type { Story, Told } from '../story';
import { rejections } from '../words/payer-words';
import { urgencyReasons } from '../words/clinic-words';
import { attach } from './begin';
import { beginWorksheet, finishWorksheet } from './worksheet';

export type RequestTold = Told<AuthRequest, 'auth_request'>;
type Columns = Partial<Omit<RowOf<'auth_request'>, 'clinic_id' | 'id' | 'case_id' | 'state' | 'seq'>>;

/** What a request holds before anything has happened to it. */
const nothingYet = {
  channel: null,
  submitted_at: null,
  submission_proof_id: null,
  submission_reference: null,
  owner_at_submission: null,
  payer_received_at: null,
  payer_reference: null,
  information_items: null,
  respond_by_on: null,
  rejection_code: null,
  rejection_words: null,
  decided_on: null,
  phone_representative: null,
  phone_reference: null,
  denial_words: null,
  denial_group: null,
  denial_code: null,
  denial_remarks: [],
  denial_page: null,
  denial_kind: null,
  denied_on: null,
  notice_dated_on: null,
  notice_received_on: null,
  denial_proof_id: null,
  payer_words: null,
  end_reason: null,
} as const;

/** A request for as many units as sessions are planned; `supersedes` names the rejected one that it corrects. */
export function draftRequest(story: Story, supersedes?: RequestTold): RequestTold {
  const { dice, facts, cast } = story;
  const lines = [{ procedureCode: facts.case.procedureCode, units: facts.case.plannedSessions }];
  const fromOn = addDays(story.today, dice.within([2, 9]));
  const toOn = addDays(fromOn, facts.case.plannedSessions > 3 ? 270 : 180);
  const urgency = dice.chance(0.03) ? 'expedited' : 'standard';
  const urgencyReason = urgency === 'expedited' ? dice.pick(urgencyReasons) : null;
  const supersedesId = supersedes?.fact.id ?? null;
  story.assertNone(linesRefusals(lines));
  if (supersedes && supersedes.fact.state !== 'rejected_unreviewed')
    story.assertNone([refusal('nothing_to_follow', 'Only a rejected request is corrected.')]);
  const told = story.create(authRequestLifecycle, 'auth_request', 'draft', cast.owner, {
    to: 'draft',
    fact: {
      lines,
      fromOn,
      toOn,
      urgency,
      channel: null,
      submittedAt: null,
      submittedOwnerId: null,
      payerReceivedOn: null,
      payerReceivedAt: null,
      askedAt: null,
      answeredAt: null,
      respondByOn: null,
      extension: null,
      decidedOn: null,
      noticeDatedOn: null,
      noticeReceivedOn: null,
      denial: null,
      supersedesId,
      purpose: 'initial',
      ofAuthorizationId: null,
    },
    row: {
      ...nothingYet,
      supersedes_id: supersedesId,
      lines,
      from_on: fromOn,
      to_on: toOn,
      urgency,
      urgency_reason: urgencyReason,
    },
    data: { lines, fromOn, toOn },
  });
  facts.requests.push(told.fact);
  beginWorksheet(story);
  return told;
}

export function completeRequest(story: Story, told: RequestTold): void {
  finishWorksheet(story);
  story.advance(authRequestLifecycle, told, 'complete', story.cast.owner, { to: 'ready' });
}

/** Back to the desk once more, and ready again. */
export function returnRequest(story: Story, told: RequestTold): void {
  story.advance(authRequestLifecycle, told, 'return_to_draft', story.cast.owner, { to: 'draft' });
}

/** Sends it. A portal confirms at once, so that the request walks on to “received” in the same command. */
export function submitRequest(story: Story, told: RequestTold, channel: 'portal' | 'fax' | 'mail'): void {
  const { dice, patient, cast, now: submittedAt } = story;
  const reference =
    channel === 'mail'
      ? null
      : `${patient.payer.mark}${channel === 'fax' ? '-FX' : '-P'}${dice.within([100_000, 999_999])}`;
  const proof =
    channel === 'portal' && dice.chance(0.7)
      ? null
      : attach(story, 'submission_proof', channel === 'fax' ? 'Fax confirmation' : 'Proof of submission');
  const row: Columns = {
    channel,
    submitted_at: submittedAt,
    submission_reference: reference,
    submission_proof_id: proof,
    owner_at_submission: cast.owner.staffId,
  };
  story.advance(authRequestLifecycle, told, 'submit', cast.owner, {
    to: 'submitted',
    fact: { channel, submittedAt, submittedOwnerId: cast.owner.staffId },
    row,
    data: { channel, submittedAt, reference: reference ?? undefined },
  });
  if (channel === 'portal') receive(story, told, null);
}

/** The payer says that it has it: from here its clock runs. */
export function acknowledgeReceipt(story: Story, told: RequestTold): void {
  receive(story, told, `${story.patient.payer.mark}-R${story.dice.within([1_000_000, 9_999_999])}`);
}

function receive(story: Story, told: RequestTold, payerReference: string | null): void {
  const row: Columns = { payer_received_at: story.now, payer_reference: payerReference };
  story.advance(authRequestLifecycle, told, 'acknowledge_receipt', story.cast.owner, {
    to: 'received',
    fact: { payerReceivedOn: story.today, payerReceivedAt: story.now },
    row,
    data: { payerReceivedAt: story.now, payerReference: payerReference ?? undefined },
  });
}

/** Returned without having been looked at. */
export function rejectUnreviewed(story: Story, told: RequestTold): void {
  const [errorCode, words] = story.dice.pick(rejections);
  story.advance(authRequestLifecycle, told, 'reject_unreviewed', story.cast.owner, {
    to: 'rejected_unreviewed',
    row: { rejection_code: errorCode, rejection_words: words },
    data: { errorCode, words },
  });
}

export function withdrawRequest(story: Story, told: RequestTold, reason: string): void {
  story.advance(authRequestLifecycle, told, 'withdraw', story.cast.owner, {
    to: 'withdrawn',
    row: { end_reason: reason },
    data: { reason },
  });
  finishTasks(story, 'call_payer', 'prove_phone_approval', 'answer_payer');
}
