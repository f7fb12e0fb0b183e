import type { PlanType } from '../coverage';
import { ReadClass, isFixable } from './classes';
import type { FindingTopic } from './decision-findings';
import { planLevels } from './plan-levels';

/** These have no levels of their own to look up: the type has to be found out first, or the state’s procedure applies. */
const withoutLevels: readonly PlanType[] = ['unknown', 'none', 'workers_compensation'];

/** What the ways after a decision hang on and only a reader of the letter and the plan’s papers can say. */
export function askedFindings(denialClass: ReadClass, planType: PlanType): readonly FindingTopic[] {
  const { appeal_2: second, peer_to_peer: call } = planLevels[planType];
  const isExclusion = denialClass === 'benefit_exclusion';
  const levels = !withoutLevels.includes(planType) && denialClass !== 'not_a_denial';
  return [
    ...(isExclusion ? (['exclusion_is_judgement'] as const) : []),
    ...(levels && second.has === 'not_known' ? (['second_level'] as const) : []),
    ...(levels && call.has === 'yes' && !isFixable(denialClass) ? (['call_stops_clock'] as const) : []),
  ];
}
