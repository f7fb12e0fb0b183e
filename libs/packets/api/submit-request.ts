import type {
  AcknowledgeReceipt,
  RejectUnreviewed,
  SubmitRequest,
  WithdrawRequest,
} from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { CaseFacts, Refusal, authRequestLifecycle, isAhead, isBefore, refusal } from '@stipple/domain';
import { nextTouch, withSubject } from '@stipple/moves';
import { AuthRequestEntity } from './auth-request.entity';
import type { PreparedPacket } from './packet/packet-desk';
import { sealFor } from './packet/seal-packet';

/**
 * Records that the request left the clinic, and seals the packet that went. A channel that confirms at once walks it on
 * to “received” in the same command.
 */
export function submitRequest(
  command: Command,
  id: string,
  body: SubmitRequest,
  packet: PreparedPacket | null,
): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    const { version, channel, submittedAt, reference, proofId, payerReceivedAt } = body;
    refuseIfAny([
      ...notAhead(hand.facts, submittedAt, 'submittedAt'),
      ...(proofId === undefined ? [] : proofOnFile(hand.facts, proofId)),
      ...(payerReceivedAt === undefined ? [] : receiptUnfit(hand.facts, payerReceivedAt, submittedAt)),
    ]);
    const seal = request.state === 'ready' ? await sealFor(hand, id, packet) : null;
    const set = {
      channel,
      submittedAt,
      submissionReference: reference ?? null,
      submissionProofId: proofId ?? null,
      ownerAtSubmission: hand.facts.case.ownerId,
    };
    const sent = await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'submit', {
      to: 'submitted',
      version,
      set,
      data: { channel, submittedAt, reference },
    });
    await seal?.(hand, sent.seq);
    if (payerReceivedAt !== undefined) {
      await hand.advance(authRequestLifecycle, AuthRequestEntity, sent, 'acknowledge_receipt', {
        to: 'received',
        set: { payerReceivedAt },
        data: { payerReceivedAt },
      });
    }
    await nextTouch(hand, body.nextTouchOn);
  });
}

/** The payer has it: from here its clock runs. */
export function acknowledgeReceipt(
  command: Command,
  id: string,
  { version, payerReceivedAt, payerReference }: AcknowledgeReceipt,
): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    refuseIfAny(receiptUnfit(hand.facts, payerReceivedAt, request.submittedAt));
    const set = { payerReceivedAt, payerReference: payerReference ?? null };
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'acknowledge_receipt', {
      to: 'received',
      version,
      set,
      data: { payerReceivedAt, payerReference },
    });
  });
}

/** Returned without having been looked at: corrected and sent again, never counted as a denial and never appealed. */
export function rejectUnreviewed(
  command: Command,
  id: string,
  { version, errorCode, words }: RejectUnreviewed,
): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    const set = { rejectionCode: errorCode ?? null, rejectionWords: words };
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'reject_unreviewed', {
      to: 'rejected_unreviewed',
      version,
      set,
      data: { errorCode, words },
    });
  });
}

export function withdrawRequest(
  command: Command,
  id: string,
  { version, reason }: WithdrawRequest,
): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'withdraw', {
      to: 'withdrawn',
      version,
      set: { endReason: reason },
      data: { reason },
    });
    await hand.finishTasks('call_payer', 'prove_phone_approval', 'answer_payer');
  });
}

function notAhead(facts: CaseFacts, instant: string, field: string): readonly Refusal[] {
  return isAhead(instant, facts.clock) ? [refusal('in_the_future', 'This lies in the future.', field)] : [];
}

function receiptUnfit(facts: CaseFacts, receivedAt: string, sentAt: string | null): readonly Refusal[] {
  const field = 'payerReceivedAt';
  return [
    ...notAhead(facts, receivedAt, field),
    ...(sentAt !== null && isBefore(receivedAt, sentAt)
      ? [refusal('received_before_sent', 'The payer cannot have received it before it was sent.', field)]
      : []),
  ];
}

function proofOnFile(facts: CaseFacts, proofId: string): readonly Refusal[] {
  return facts.documents.some((document) => document.id === proofId)
    ? []
    : [refusal('proof_unknown', 'The proof does not belong to this case.', 'proofId')];
}
