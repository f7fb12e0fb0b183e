import type { Story } from '../story';
import { expectedClass } from './class-of-denial';
import { appealDue, callDue, decisionDue } from './due-days';
import { daysFrom, localDay } from './plain-days';

/** A request that the payer received, with what should be found about it. */
export interface ExpectedRequest {
  readonly request_id: string;
  readonly case_id: string;
  readonly case_number: number;
  readonly payer: string;
  readonly plan_type: string;
  readonly urgency: string;
  readonly received_on: string;
  /** The state it was told to be in. */
  readonly outcome: string;
  readonly decided_on: string | null;
  /** Null where the kind of plan is not known, or the payer waits for an answer. */
  readonly decision_due_on: string | null;
  readonly decision_rule: string | null;
  /** Days after the last one on which it was decided; null where it was in time, or nobody can say. */
  readonly days_late: number | null;
  /** Approved in full, with nothing asked back and nothing sent before it. */
  readonly first_pass: boolean;
  readonly denial_code: string | null;
  readonly denial_class: string | null;
  readonly appeal_by: string | null;
  readonly appeal_rule: string | null;
  readonly call_by: string | null;
}

type Told = Story['facts']['requests'][number];

export function expectedRequests(story: Story): ExpectedRequest[] {
  const { facts, caseNumber, patient } = story;
  return facts.requests.flatMap((request, index) => {
    const { payerReceivedAt: receivedAt } = request;
    if (receivedAt === null) return [];
    const { askedAt, answeredAt, urgency, decidedOn, state, denial } = request;
    const { planType } = facts.case;
    const due = decisionDue({ planType, urgency, receivedAt, askedAt, answeredAt });
    const late = due !== null && decidedOn !== null ? daysFrom(due.day, decidedOn) : 0;
    const before = facts.requests.slice(0, index);
    return {
      request_id: request.id,
      case_id: facts.case.id,
      case_number: caseNumber,
      payer: patient.payer.name,
      plan_type: planType,
      urgency,
      received_on: localDay(receivedAt),
      outcome: state,
      decided_on: decidedOn,
      decision_due_on: due?.day ?? null,
      decision_rule: due?.rule ?? null,
      days_late: late > 0 ? late : null,
      first_pass: state === 'approved' && isFirst(request, before),
      ...windows(story, request),
      denial_code: denial === null ? null : (denial.code ?? ''),
      denial_class: denial === null ? null : expectedClass(denial.code ?? ''),
    };
  });
}

/** Nothing was sent before it, and nothing was asked back. */
const isFirst = ({ askedAt, supersedesId }: Told, before: readonly Told[]) =>
  askedAt === null && supersedesId === null && before.every(({ submittedAt }) => submittedAt === null);

function windows({ facts, patient }: Story, { state, noticeDatedOn, noticeReceivedOn }: Told) {
  if (state !== 'denied' || noticeDatedOn === null || noticeReceivedOn === null)
    return { appeal_by: null, appeal_rule: null, call_by: null };
  const notice = {
    planType: facts.case.planType,
    givesFourteenDays: patient.payer.key === 'larch',
    dated: noticeDatedOn,
    received: noticeReceivedOn,
  };
  const appeal = appealDue(notice);
  return {
    appeal_by: appeal?.day ?? null,
    appeal_rule: appeal?.rule ?? null,
    call_by: callDue(notice).day,
  };
}
