import { type Clock, dayInWords, daysBetween } from '../calendar';
import type { AuthRequest, CaseFacts, CaseRecord } from '../case-facts';
import { isElectronic } from '../channel';
import { answerClock } from '../clocks/answer-clock';
import type { ClockAnswer } from '../clocks/clock-answer';
import type { ClockQuestion } from '../clocks/clock-question';
import type { ClockRule } from '../clocks/clock-rule';
import { dayOfMoment } from '../clocks/start-events';

/** What the clocks look at of a case and of one of its requests: less than all the facts, for whoever reads many cases. */
export interface ClockFacts extends Pick<CaseFacts, 'payerTerms' | 'clockOverrides'> {
  readonly clock: Pick<Clock, 'timeZone'>;
  readonly case: Pick<CaseRecord, 'planType'>;
}
export type ClockedRequest = Pick<
  AuthRequest,
  | 'id'
  | 'state'
  | 'urgency'
  | 'channel'
  | 'submittedAt'
  | 'payerReceivedAt'
  | 'askedAt'
  | 'answeredAt'
  | 'extension'
  | 'decidedOn'
  | 'noticeDatedOn'
  | 'noticeReceivedOn'
>;

/** Where the payer's days begin and end; as long as nobody knows, they are taken to be the clinic's. */
export function zoneOfPayer({ payerTerms, clock }: Pick<ClockFacts, 'payerTerms' | 'clock'>): string {
  return payerTerms.timeZone ?? clock.timeZone;
}

/** Asks a clock about a request; where a manager has set another end, the answer is that, with the computed one kept in it. */
export function answerAbout(
  facts: ClockFacts,
  request: ClockedRequest,
  question: Pick<ClockQuestion, 'clock'> & Partial<ClockQuestion>,
): ClockAnswer {
  const set = facts.clockOverrides.findLast(
    ({ requestId, clock }) => requestId === request.id && clock === question.clock,
  );
  const override = set ? { due: set.dueOn, reason: set.reason, by: set.by, at: set.at } : null;
  return answerClock({ ...questionAbout(facts, request), override, ...question });
}

/** What is known of a request and its payer, as the clocks ask for it. */
function questionAbout(facts: ClockFacts, request: ClockedRequest): Omit<ClockQuestion, 'clock'> {
  const { submittedAt, payerReceivedAt, askedAt, decidedOn, noticeDatedOn, noticeReceivedOn } = request;
  return {
    planType: facts.case.planType,
    request: request.urgency,
    timeZone: zoneOfPayer(facts),
    state: facts.payerTerms.state,
    electronic: request.channel !== null && isElectronic(request.channel),
    payer: facts.payerTerms,
    known: {
      submittedAt,
      payerReceivedAt,
      askedAt,
      decidedOn,
      // A notice without a date is dated on the day of its decision or later: counting from the decision is the safe side.
      noticeDatedOn: noticeDatedOn ?? decidedOn,
      noticeReceivedOn,
    },
  };
}

/** The day that the payer named in its question competes with what the rules leave; the earlier one is the safe one. */
export function dayNamedByPayer(
  facts: ClockFacts,
  { askedAt, respondByOn }: Pick<AuthRequest, 'askedAt' | 'respondByOn'>,
): readonly ClockRule[] {
  if (askedAt === null || respondByOn === null) return [];
  return [
    {
      key: 'payer-named-day',
      row: null,
      basis: 'payer',
      clock: 'information_answer',
      plans: [facts.case.planType],
      amount: daysBetween(dayOfMoment(askedAt, zoneOfPayer(facts)), respondByOn),
      unit: 'calendar_days',
      starts: 'asked',
      source: 'The payer’s question',
      sentence: `The payer asks for an answer by ${dayInWords(respondByOn)}.`,
    },
  ];
}
