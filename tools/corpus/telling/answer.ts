import {
  DenialCodes,
  addDays,
  authRequestLifecycle,
  determinationDateRefusals,
  zoneOfPayer,
} from '@stipple/domain';
import { finishTasks, raiseTask } from './tasks';
import type { Story } from '../story';
import { callReference, noActionWords, representative } from '../words/benefit-words';
import { DenialKind, denialKindOf, denialWords } from '../words/denial-words';
import { askedItems, contactWords, pendWords } from '../words/payer-words';
import { codesBeside } from '../words/denial-codes';
import { attach } from './begin';
import { decisionDay } from './decision-day';
import type { RequestTold } from './request';

const move = authRequestLifecycle;

export function pend(story: Story, told: RequestTold): void {
  const words = pendWords(story.dice);
  const payerReference = `${story.patient.payer.mark}-R${story.dice.within([1_000_000, 9_999_999])}`;
  story.advance(move, told, 'pend', story.cast.owner, {
    to: 'pended',
    row: { payer_words: words, payer_reference: payerReference },
    data: { words, payerReference },
  });
  finishTasks(story, 'call_payer');
}

export function requestInformation(story: Story, told: RequestTold): void {
  const items = askedItems(story.dice, story.scar);
  const respondByOn = addDays(story.today, story.dice.within([10, 21]));
  story.advance(move, told, 'request_information', story.cast.owner, {
    to: 'information_requested',
    fact: { respondByOn, askedAt: story.now, answeredAt: null },
    row: { information_items: items, respond_by_on: respondByOn },
    data: { items, respondByOn },
  });
  finishTasks(story, 'call_payer');
  const count = items.length === 1 ? 'one item' : `${items.length} items`;
  raiseTask(story, 'answer_payer', `The payer asks for ${count}.`, respondByOn);
}

export function answerInformation(story: Story, told: RequestTold): void {
  const reference = `${story.patient.payer.mark}-A${story.dice.within([100_000, 999_999])}`;
  story.advance(move, told, 'answer_information', story.cast.owner, {
    to: 'pended',
    fact: { respondByOn: null, answeredAt: story.now },
    row: { respond_by_on: null },
    data: { channel: told.row.channel, sentAt: story.now, reference },
  });
  finishTasks(story, 'answer_payer');
}

export function referToCall(story: Story, told: RequestTold): void {
  const words = contactWords(story.dice);
  story.advance(move, told, 'refer_to_call', story.cast.owner, {
    to: 'contact_payer',
    row: { payer_words: words },
    data: { words },
  });
  finishTasks(story, 'answer_payer');
  const about = 'The payer answered “contact payer”: call and record the outcome.';
  raiseTask(story, 'call_payer', about, addDays(story.today, 1));
}

export function answerNoAction(story: Story, told: RequestTold): void {
  const words = noActionWords(story.dice);
  const referenceNumber = callReference(story.dice, story.patient.payer);
  story.advance(move, told, 'answer_no_action', story.cast.owner, {
    to: 'no_action_required',
    row: { payer_words: words, payer_reference: referenceNumber },
    data: { words, referenceNumber },
  });
  finishTasks(story, 'call_payer', 'answer_payer');
}

/** A yes by phone: it unlocks nothing until it is proven. */
export function approveByPhone(story: Story, told: RequestTold): void {
  const who = representative(story.dice);
  const referenceNumber = callReference(story.dice, story.patient.payer);
  story.advance(move, told, 'approve_by_phone', story.cast.owner, {
    to: 'approved_unconfirmed',
    row: { phone_representative: who, phone_reference: referenceNumber },
    data: { representative: who, referenceNumber },
  });
  finishTasks(story, 'call_payer', 'answer_payer');
  raiseTask(
    story,
    'prove_phone_approval',
    'Get the written proof of the approval by phone.',
    addDays(story.today, 1),
  );
}

export function cancel(story: Story, told: RequestTold, reason: string): void {
  story.advance(move, told, 'cancel', story.cast.owner, {
    to: 'cancelled',
    row: { end_reason: reason },
    data: { who: 'payer', reason },
  });
  finishTasks(story, 'call_payer', 'prove_phone_approval', 'answer_payer');
}

/** The payer's no, in the payer's words. What it says differs by payer, and lately from what it said before. */
export function deny(story: Story, told: RequestTold, only?: DenialKind): void {
  const { dice, patient, scar, clinic, cast } = story;
  const isLate = story.day > clinic.days.lastFull - 85;
  const reasons = (isLate && patient.payer.lately) || patient.payer.reasons;
  const code = dice.weighted(only ? reasons.filter(([one]) => denialKindOf(one) === only) : reasons);
  const deniedOn = decisionDay(story, told);
  const words = denialWords(dice, code, scar, patient.payer.policy);
  const kind: DenialKind = denialKindOf(code);
  const { group, remarks } = codesBeside(dice.fork(`codes ${told.fact.id}`), code);
  const denial: DenialCodes = { group, code: code === '' ? null : code, remarks, kind };
  const proof = dice.chance(0.55)
    ? attach(story, 'payer_notice', 'Denial letter', `denial ${patient.payer.key}`, deniedOn)
    : null;
  const dates = { decidedOn: deniedOn, noticeDatedOn: deniedOn, noticeReceivedOn: story.today };
  story.assertNone(
    determinationDateRefusals(told.fact, dates, { today: story.today, payerZone: zoneOfPayer(story.facts) }),
  );
  story.advance(move, told, 'deny', cast.owner, {
    to: 'denied',
    fact: { ...dates, denial },
    row: {
      denial_words: words,
      denial_group: group,
      denial_code: denial.code,
      denial_remarks: remarks,
      denial_page: dice.chance(0.6) ? String(dice.within([1, 3])) : null,
      denial_kind: kind,
      denied_on: deniedOn,
      notice_dated_on: deniedOn,
      notice_received_on: story.today,
      denial_proof_id: proof,
      decided_on: deniedOn,
    },
    data: {
      words,
      group: group ?? undefined,
      code: denial.code ?? undefined,
      remarks: remarks.length > 0 ? remarks : undefined,
      kind,
      decisionOn: deniedOn,
      noticeDatedOn: deniedOn,
      noticeReceivedOn: story.today,
    },
  });
  finishTasks(story, 'call_payer', 'prove_phone_approval', 'answer_payer');
}
