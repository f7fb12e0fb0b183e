import type {
  AnswerInformation,
  AnswerNoAction,
  ApproveByPhone,
  CancelRequest,
  PendRequest,
  ReferToCall,
  RequestInformation,
} from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import {
  AuthRequest,
  CaseFacts,
  Refusal,
  addDays,
  authRequestLifecycle,
  dayOf,
  isAhead,
  refusal,
  refusalsOf,
  zoneOfPayer,
} from '@stipple/domain';
import { withSubject } from '@stipple/moves';
import { AuthRequestEntity } from '@stipple/packets-api';

// What a payer says that is neither yes nor no. None of it unlocks anything.

export function pendRequest(
  command: Command,
  id: string,
  { version, words, payerReference }: PendRequest,
): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    const set = { payerWords: words, ...(payerReference === undefined ? {} : { payerReference }) };
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'pend', {
      to: 'pended',
      version,
      set,
      data: { words, payerReference },
    });
    await hand.finishTasks('call_payer');
  });
}

export function requestInformation(
  command: Command,
  id: string,
  { version, askedOn, items, respondByOn }: RequestInformation,
): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    refuseIfAny(questionRefusals(hand.facts, request, { askedOn, respondByOn }));
    const set = { informationItems: items, respondByOn };
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'request_information', {
      to: 'information_requested',
      version,
      set,
      data: { items, respondByOn, askedOn },
    });
    await hand.finishTasks('call_payer');
    await hand.raiseTask(
      'answer_payer',
      `The payer asks for ${items.length === 1 ? 'one item' : `${items.length} items`}.`,
      'coordinator',
      respondByOn,
    );
  });
}

function questionRefusals(
  facts: CaseFacts,
  { submittedAt }: AuthRequest,
  { askedOn, respondByOn }: Pick<RequestInformation, 'askedOn' | 'respondByOn'>,
): readonly Refusal[] {
  const { today } = facts.clock;
  const sentOn = submittedAt && dayOf(submittedAt, zoneOfPayer(facts));
  return refusalsOf(
    respondByOn < today ? refusal('in_the_past', 'The day to answer by has passed.', 'respondByOn') : null,
    askedOn !== undefined && askedOn > today
      ? refusal('in_the_future', 'The question cannot lie in the future.', 'askedOn')
      : null,
    askedOn !== undefined && sentOn && askedOn < sentOn
      ? refusal('before_submission', 'The payer cannot have asked before the request was sent.', 'askedOn')
      : null,
  );
}

export function answerInformation(
  command: Command,
  id: string,
  { version, channel, sentAt, reference, proofId, note }: AnswerInformation,
): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    const onFile = proofId === undefined || hand.facts.documents.some((document) => document.id === proofId);
    refuseIfAny([
      ...(isAhead(sentAt, hand.facts.clock)
        ? [refusal('in_the_future', 'The answer cannot lie in the future.', 'sentAt')]
        : []),
      ...(onFile ? [] : [refusal('proof_unknown', 'The proof does not belong to this case.', 'proofId')]),
    ]);
    const set = { respondByOn: null };
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'answer_information', {
      to: 'pended',
      version,
      set,
      data: { channel, sentAt, reference, proofId, note },
    });
    await hand.finishTasks('answer_payer');
  });
}

export function referToCall(command: Command, id: string, { version, words }: ReferToCall): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'refer_to_call', {
      to: 'contact_payer',
      version,
      set: { payerWords: words },
      data: { words },
    });
    await hand.finishTasks('answer_payer');
    await hand.raiseTask(
      'call_payer',
      'The payer answered “contact payer”: call and record the outcome.',
      'coordinator',
      addDays(hand.facts.clock.today, 1),
    );
  });
}

/** “No action required” is kept with its proof and unlocks nothing; what unlocks is recorded apart and confirmed by two people. */
export function answerNoAction(
  command: Command,
  id: string,
  { version, words, referenceNumber }: AnswerNoAction,
): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    const set = { payerWords: words, payerReference: referenceNumber };
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'answer_no_action', {
      to: 'no_action_required',
      version,
      set,
      data: { words, referenceNumber },
    });
    await hand.finishTasks('call_payer', 'answer_payer');
  });
}

/** A yes by phone without proof: it unlocks nothing until number, dates and proof are entered. */
export function approveByPhone(
  command: Command,
  id: string,
  { version, representative, referenceNumber }: ApproveByPhone,
): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    const set = { phoneRepresentative: representative, phoneReference: referenceNumber };
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'approve_by_phone', {
      to: 'approved_unconfirmed',
      version,
      set,
      data: { representative, referenceNumber },
    });
    await hand.finishTasks('call_payer', 'answer_payer');
    await hand.raiseTask(
      'prove_phone_approval',
      'Get the written proof of the approval by phone.',
      'coordinator',
      addDays(hand.facts.clock.today, 1),
    );
  });
}

export function cancelRequest(
  command: Command,
  id: string,
  { version, who, reason }: CancelRequest,
): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'cancel', {
      to: 'cancelled',
      version,
      set: { endReason: reason },
      data: { who, reason },
    });
    await hand.finishTasks('call_payer', 'prove_phone_approval', 'answer_payer');
  });
}
