import type { RecordDenial } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import {
  authRequestLifecycle,
  determinationDateRefusals,
  refusal,
  refusalsOf,
  zoneOfPayer,
} from '@stipple/domain';
import { nextTouch, withSubject } from '@stipple/moves';
import { AuthRequestEntity } from '@stipple/packets-api';
import { codesOnNotice } from './codes-on-notice';

/** Records a payer's no with the payer's own words, the day it decided and the day its notice came. */
export function recordDenial(command: Command, requestId: string, body: RecordDenial): Promise<void> {
  return withSubject(command, authRequestLifecycle, requestId, async (hand, request) => {
    const { clock } = hand.facts;
    const around = {
      today: clock.today,
      payerZone: zoneOfPayer(hand.facts),
      field: 'decisionOn',
    } as const;
    const { codes, refusals } = codesOnNotice(body);
    refuseIfAny(
      refusalsOf(
        refusals,
        determinationDateRefusals(request, { ...body, decidedOn: body.decisionOn }, around),
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
      denialProofId: body.proofId ?? null,
      decidedOn: body.decisionOn,
      noticeDatedOn: body.noticeDatedOn ?? null,
      noticeReceivedOn: body.noticeReceivedOn,
    };
    const data = {
      words: body.words,
      group: codes.group ?? undefined,
      code: codes.code ?? undefined,
      remarks: codes.remarks.length > 0 ? codes.remarks : undefined,
      kind: body.kind,
      decisionOn: body.decisionOn,
      noticeDatedOn: body.noticeDatedOn,
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
