import type { RecordDenial } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import {
  DenialCodes,
  Refusal,
  authRequestLifecycle,
  determinationDateRefusals,
  readDenial,
  readReason,
  refusal,
  refusalsOf,
  zoneOfPayer,
} from '@stipple/domain';
import { nextTouch, withSubject } from '@stipple/moves';
import { AuthRequestEntity } from '@stipple/packets-api';

/** Records a payer's no with the payer's own words, the day it decided and the day its notice came. */
export function recordDenial(command: Command, requestId: string, body: RecordDenial): Promise<void> {
  return withSubject(command, authRequestLifecycle, requestId, async (hand, request) => {
    const { clock } = hand.facts;
    const around = {
      today: clock.today,
      payerZone: zoneOfPayer(hand.facts),
      field: 'decisionOn',
    } as const;
    const { codes, unread } = codesIn(body);
    refuseIfAny(
      refusalsOf(
        unread,
        noDenial(codes),
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

/** The codes as typed, whatever stands apart or together: one line is read. */
function codesIn({ group, code, remarks = [], kind }: RecordDenial): {
  readonly codes: DenialCodes;
  readonly unread: readonly Refusal[];
} {
  const read = readReason([group, code, ...remarks].filter(Boolean).join(' '));
  const codes = {
    group: read.group,
    code: read.code?.raw ?? null,
    remarks: read.remarks.map(({ raw }) => raw),
    kind,
  };
  return { codes, unread: read.unread };
}

/** A deductible or a contractual amount comes with a code as well; as a denial it would be argued and counted. */
function noDenial(codes: DenialCodes): Refusal | null {
  return readDenial(codes).findings.find(({ code }) => code === 'not_a_denial') ?? null;
}
