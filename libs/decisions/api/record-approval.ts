import type { RecordApproval } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import {
  amendsAuthorization,
  authRequestLifecycle,
  determinationDateRefusals,
  fullApprovalRefusals,
  lesserApprovalRefusals,
  requestPurposeReasons,
  shrinkingRefusals,
  zoneOfPayer,
} from '@stipple/domain';
import { withSubject } from '@stipple/moves';
import { AuthRequestEntity } from '@stipple/packets-api';
import { amendTerms } from './change-authorization';
import { recordAuthorization } from './record-authorization';

export type ApprovalKind = 'approved' | 'partial' | 'modified';

const moves = { approved: 'approve', partial: 'approve_partly', modified: 'modify' } as const;

/**
 * Records a payer's yes, in full, in part or with changes. Each is recorded as what it is: a full approval that
 * grants less than was asked is refused, and so is a “partial” one that grants everything.
 */
export function recordApproval(
  command: Command,
  requestId: string,
  kind: ApprovalKind,
  { version, noticeDatedOn, noticeReceivedOn, ...grant }: RecordApproval,
): Promise<{ id: string }> {
  return withSubject(command, authRequestLifecycle, requestId, async (hand, request) => {
    const dates = { decidedOn: grant.decidedOn, noticeDatedOn, noticeReceivedOn };
    const { facts } = hand;
    const around = { today: facts.clock.today, payerZone: zoneOfPayer(facts) };
    refuseIfAny(determinationDateRefusals(request, dates, around));
    refuseIfAny(
      kind === 'approved' ? fullApprovalRefusals(request, grant) : lesserApprovalRefusals(request, grant),
    );
    const data = {
      number: grant.number,
      lines: grant.lines,
      effectiveOn: grant.effectiveOn,
      expiresOn: grant.expiresOn,
      noticeDatedOn,
      noticeReceivedOn,
    };
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, moves[kind], {
      to: kind,
      version,
      set: {
        decidedOn: grant.decidedOn,
        noticeDatedOn: noticeDatedOn ?? null,
        noticeReceivedOn: noticeReceivedOn ?? null,
      },
      data,
    });
    await hand.finishTasks('call_payer', 'prove_phone_approval', 'answer_payer');
    // Under the number of what it extends, the answer is that authorization's new terms.
    const before = amendsAuthorization(hand.facts, request, grant);
    if (before === undefined) return { id: await recordAuthorization(hand, kind, requestId, grant) };
    const { effectiveOn, expiresOn, lines, proofId } = grant;
    if (request.purpose !== 'revision') refuseIfAny(shrinkingRefusals(before, grant));
    const reason = requestPurposeReasons[request.purpose];
    await amendTerms(hand, before, { effectiveOn, expiresOn, lines, proofId, reason });
    return { id: before.id };
  });
}
