import type { Day } from '../calendar';
import { lastDayOf } from '../case-clocks/case-clock';
import { type ClockedCase, clocksOfCase, windowsOf } from '../case-clocks/case-clocks';
import type { ChallengeKind } from '../case-facts';
import type { ClockName } from '../clocks/clock-names';
import type { PlanType } from '../coverage';
import { planLevels } from '../denials/plan-levels';
import { isAdverse } from '../moves/challenge-states';

export type RightStep = 'appeal' | 'second_appeal' | 'external_review' | 'fair_hearing';

/** What a patient can do against a decision. The day is the last one, or the one on which it was sent for them. */
export type PatientRight =
  | { readonly step: RightStep; readonly standing: 'open' | 'over'; readonly onDay: Day }
  | { readonly step: RightStep; readonly standing: 'day_not_known' }
  | {
      readonly step: RightStep;
      readonly standing: 'sent';
      readonly onDay: Day;
      readonly answerBy: Day | null;
    };

/** What comes after one more no. `by_itself`: the plan hands the case on, and nobody has to ask. */
export type AfterNextNo = 'external_review' | 'fair_hearing' | 'by_itself' | 'in_letter';

export interface RightsAfterDecision {
  readonly decidedOn: Day | null;
  /** Whether all was denied, and not only a part. */
  readonly denied: boolean;
  readonly rights: readonly PatientRight[];
  /** Null where that step is among the rights already. */
  readonly afterNextNo: AfterNextNo | null;
}

/**
 * What a patient may still do about each decision that stands against them, with the last days that the clocks give. Unlike
 * the clinic's own list these stay when the clinic or the patient went another way: the right is the patient's. A call
 * between physicians is none of them.
 */
export function patientRights(facts: ClockedCase, today: Day): readonly RightsAfterDecision[] {
  return facts.requests
    .filter((request) => isAdverse(request.state) && !isOver(facts, request.id))
    .map((request) => {
      const open = windowsOf(facts, request).flatMap((answer): readonly PatientRight[] => {
        const step = stepOf(answer.clock, facts.case.planType);
        if (step === null || answer.kind === 'does_not_exist') return [];
        const onDay = lastDayOf(answer);
        if (onDay === null) return [{ step, standing: 'day_not_known' }];
        return [{ step, standing: onDay < today ? 'over' : 'open', onDay }];
      });
      const rights = [...sentFor(facts, request.id), ...open];
      const { decidedOn, state } = request;
      return { decidedOn, denied: state === 'denied', rights, afterNextNo: afterNextNo(facts, rights) };
    });
}

/** Won, or asked for anew and granted. */
function isOver({ challenges, requests }: ClockedCase, requestId: string): boolean {
  return (
    challenges.some((one) => one.requestId === requestId && one.state === 'overturned') ||
    requests.some(({ supersedesId, state }) => supersedesId === requestId && state === 'approved')
  );
}

function stepOf(clock: ClockName, planType: PlanType): RightStep | null {
  switch (clock) {
    case 'appeal_1_filing':
      return firstStep(planType);
    case 'appeal_2_filing':
      return 'second_appeal';
    case 'external_review_filing':
      return 'external_review';
    case 'fair_hearing_filing':
      return 'fair_hearing';
    default:
      return null;
  }
}

/** Without a plan between the patient and the state, its hearing is the first and only level. */
const firstStep = (planType: PlanType): RightStep =>
  planType === 'medicaid_fee_for_service' ? 'fair_hearing' : 'appeal';

const steps: Readonly<Partial<Record<ChallengeKind, RightStep>>> = {
  appeal_2: 'second_appeal',
  external_review: 'external_review',
};

/** What is with the plan or the reviewers now. */
function sentFor(facts: ClockedCase, requestId: string): readonly PatientRight[] {
  const { planType } = facts.case;
  const formal = (kind: ChallengeKind) =>
    kind === 'appeal_1' || (kind === 'reconsideration' && planType === 'medicare_advantage');
  const clocks = clocksOfCase(facts);
  return facts.challenges.flatMap((one): readonly PatientRight[] => {
    const step = formal(one.kind) ? firstStep(planType) : steps[one.kind];
    if (one.requestId !== requestId || step === undefined || one.sentOn === null) return [];
    if (one.state !== 'sent' && one.state !== 'received') return [];
    const answer = clocks.find(({ subjectId }) => subjectId === one.id)?.answer;
    return [{ step, standing: 'sent', onDay: one.sentOn, answerBy: answer ? lastDayOf(answer) : null }];
  });
}

function afterNextNo(
  { case: { planType } }: ClockedCase,
  rights: readonly PatientRight[],
): AfterNextNo | null {
  if (rights.some(({ step }) => step === 'external_review' || step === 'fair_hearing')) return null;
  if (planLevels[planType].external_review.has === 'yes') return 'external_review';
  if (planType === 'medicaid_managed_care') return 'fair_hearing';
  return planType === 'medicare_advantage' ? 'by_itself' : 'in_letter';
}
