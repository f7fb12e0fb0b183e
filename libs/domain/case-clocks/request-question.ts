import { type Clock, dayOf, daysBetween, dayInWords } from '../calendar';
import type { AuthRequest, CaseFacts, CaseRecord } from '../case-facts';
import { answerClock } from '../clocks/answer-clock';
import type { ClockAnswer } from '../clocks/clock-answer';
import type { ClockQuestion, ToldExtension } from '../clocks/clock-question';
import type { ClockRule } from '../clocks/clock-rule';
import { employerPlans } from '../clocks/rules/plans';
import type { PlanType } from '../coverage';

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
  | 'submittedAt'
  | 'payerReceivedAt'
  | 'askedAt'
  | 'answeredAt'
  | 'decidedOn'
  | 'noticeReceivedOn'
>;

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

/** What is known of a request, as the clocks ask for it. Days are the clinic's: no payer's zone is on record. */
function questionAbout(facts: ClockFacts, request: ClockedRequest): Omit<ClockQuestion, 'clock'> {
  const { submittedAt, payerReceivedAt, askedAt, decidedOn, noticeReceivedOn } = request;
  return {
    planType: facts.case.planType,
    request: request.urgency,
    timeZone: facts.clock.timeZone,
    payer: facts.payerTerms,
    known: {
      submittedAt,
      payerReceivedAt,
      askedAt,
      decidedOn,
      // A notice is dated on the day of its decision or later: counting from the decision is the safe side.
      noticeDatedOn: decidedOn,
      noticeReceivedOn,
    },
  };
}

/** Where asking for what is missing is itself what stops the plan's clock; elsewhere only a notice of extension does. */
const stoppedByAsking: readonly PlanType[] = [...employerPlans, 'marketplace'];

/** When the payer asked counts as when somebody here recorded it: its own notice may be older, and never younger. */
export function extensionTold(
  { case: { planType } }: ClockFacts,
  { askedAt, answeredAt }: ClockedRequest,
): ToldExtension | null {
  return askedAt !== null && stoppedByAsking.includes(planType)
    ? { noticeSentAt: askedAt, missingInformation: true, answeredAt }
    : null;
}

/** The day that the payer named in its question competes with what the rules leave; the earlier one is the safe one. */
export function dayNamedByPayer(
  { clock, case: { planType } }: ClockFacts,
  { askedAt, respondByOn }: Pick<AuthRequest, 'askedAt' | 'respondByOn'>,
): readonly ClockRule[] {
  if (askedAt === null || respondByOn === null) return [];
  return [
    {
      key: 'payer-named-day',
      row: null,
      basis: 'payer',
      clock: 'information_answer',
      plans: [planType],
      amount: daysBetween(dayOf(askedAt, clock.timeZone), respondByOn),
      unit: 'calendar_days',
      starts: 'asked',
      source: 'The payer’s question',
      sentence: `The payer asks for an answer by ${dayInWords(respondByOn)}.`,
    },
  ];
}
