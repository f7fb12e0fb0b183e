import type { ReceiveChallenge, SendChallenge } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import {
  Challenge,
  challengeLifecycle,
  dayOf,
  filingRefusals,
  formRefusals,
  priorLevelOf,
  refusal,
  refusalsOf,
  withForm,
} from '@stipple/domain';
import { withSubject } from '@stipple/moves';
import { ChallengeEntity } from './challenge.entity';

/** Records that it went out: the appeal itself, or the wish to speak with the payer's reviewer. */
export function sendChallenge(command: Command, id: string, body: SendChallenge): Promise<void> {
  return withSubject(command, challengeLifecycle, id, async (hand, challenge) => {
    const { version, channel, sentAt, reference, proofId, offeredSlots, representativeFormId } = body;
    const { facts } = hand;
    refuseIfAny(
      refusalsOf(
        filingRefusals(facts, challenge, sentAt),
        proofId === undefined || facts.documents.some((document) => document.id === proofId)
          ? null
          : refusal('proof_unknown', 'The proof does not belong to this case.', 'proofId'),
        slotsUnfit(challenge, sentAt, offeredSlots),
        formRefusals(facts, challenge, representativeFormId),
      ),
    );
    const prior = priorLevelOf(facts, challenge);
    const set = {
      sentOn: dayOf(sentAt, facts.clock.timeZone),
      sentProofId: proofId ?? null,
      offeredSlots: offeredSlots ? [...offeredSlots] : null,
      ...(representativeFormId && { representativeFormId }),
      ...(prior && { priorId: prior.id, priorKind: prior.kind, priorUpheld: true }),
    };
    const going = representativeFormId === undefined ? challenge : withForm(challenge);
    await hand.advance(challengeLifecycle, ChallengeEntity, going, 'send', {
      to: 'sent',
      version,
      set,
      data: { channel, sentAt, reference, proofId, offeredSlots, representativeFormId },
    });
  });
}

function slotsUnfit(
  { kind }: Challenge,
  sentAt: string,
  slots: readonly string[] | undefined,
): ReturnType<typeof refusalsOf> {
  if (kind !== 'peer_to_peer')
    return slots === undefined
      ? []
      : [refusal('slots_of_no_call', 'Times are offered for a peer-to-peer call only.', 'offeredSlots')];
  if (slots === undefined)
    return [refusal('slots_missing', 'Say when the physician can speak.', 'offeredSlots')];
  return slots.some((slot) => Date.parse(slot) < Date.parse(sentAt))
    ? [refusal('slot_before_asking', 'A time that is offered lies before the asking.', 'offeredSlots')]
    : [];
}

/** The payer has it; for a call, the time that was agreed. */
export function receiveChallenge(command: Command, id: string, body: ReceiveChallenge): Promise<void> {
  return withSubject(command, challengeLifecycle, id, async (hand, challenge) => {
    const { version, payerReceivedOn, payerReference, callAt } = body;
    const { sentOn } = challenge;
    refuseIfAny(
      refusalsOf(
        payerReceivedOn > hand.facts.clock.today
          ? refusal('in_the_future', 'The receipt cannot lie in the future.', 'payerReceivedOn')
          : null,
        sentOn !== null && payerReceivedOn < sentOn
          ? refusal(
              'received_before_sent',
              'The payer cannot have received it before it was sent.',
              'payerReceivedOn',
            )
          : null,
        callAt !== undefined && challenge.kind !== 'peer_to_peer'
          ? refusal('call_of_no_call', 'A time to speak belongs to a peer-to-peer call.', 'callAt')
          : null,
      ),
    );
    await hand.advance(challengeLifecycle, ChallengeEntity, challenge, 'acknowledge_receipt', {
      to: 'received',
      version,
      set: { payerReceivedOn, payerReference: payerReference ?? null, callAt: callAt ?? null },
      data: { payerReceivedOn, payerReference, callAt },
    });
  });
}
