import type { RecordDenial } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { authRequestLifecycle, refusal, refusalsOf } from '@stipple/domain';
import { nextTouch, withSubject } from '@stipple/moves';
import { AuthRequestEntity } from '@stipple/packets-api';
import { codesOnNotice } from './codes-on-notice';

/** Records a payer's no with the payer's own words, the day it decided and the day its notice came. */
export function recordDenial(command: Command, requestId: string, body: RecordDenial): Promise<void> {
  return withSubject(command, authRequestLifecycle, requestId, async (hand, request) => {
    const { today } = hand.facts.clock;
    const { codes, refusals } = codesOnNotice(body);
    refuseIfAny(
      refusalsOf(
        refusals,
        body.noticeReceivedOn < body.decisionOn
          ? refusal('dates_reversed', 'The notice cannot come before the decision.', 'noticeReceivedOn')
          : null,
        body.noticeReceivedOn > today
          ? refusal('in_the_future', 'The notice cannot lie in the future.', 'noticeReceivedOn')
          : null,
        body.proofId !== undefined && !hand.facts.documents.some((document) => document.id === body.proofId)
          ? refusal('proof_unknown', 'The notice does not belong to this case.', 'proofId')
          : null,
      ),
    );
    const set = {
      denialWords: body.words,
      denialGroup: codes.group,
      denialCode: codes.code,
      denialRemarks: [...codes.remarks],
      denialPage: body.page ?? null,
      denialKind: body.kind,
      deniedOn: body.decisionOn,
      denialNoticeReceivedOn: body.noticeReceivedOn,
      denialProofId: body.proofId ?? null,
      decidedOn: body.decisionOn,
    };
    const data = {
      words: body.words,
      group: codes.group ?? undefined,
      code: codes.code ?? undefined,
      remarks: codes.remarks.length > 0 ? codes.remarks : undefined,
      kind: body.kind,
      decisionOn: body.decisionOn,
      noticeReceivedOn: body.noticeReceivedOn,
    };
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'deny', {
      to: 'denied',
      version: body.version,
      set,
      data,
    });
    await hand.finishTasks('call_payer', 'prove_phone_approval', 'answer_payer');
    await nextTouch(hand, body.nextTouchOn);
  });
}
