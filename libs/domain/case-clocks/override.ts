import type { Day } from '../calendar';
import { type CaseFacts, type ChallengeKind, challengeKinds } from '../case-facts';
import { type ClockName, clockDefinitions } from '../clocks/clock-names';
import { Refusal, refusal, refusalsOf } from '../refusal';
import type { CaseClock } from './case-clock';
import { clocksOfCase } from './case-clocks';
import { filingClockOf } from './filing-window';

interface Wish {
  readonly requestId: string;
  readonly clock: ClockName;
  readonly dueOn: Day;
}

/** The clock of a case that a manager wants to end otherwise; undefined where the case has none of that name now. */
export function clockNamed(
  facts: CaseFacts,
  { requestId, clock }: Omit<Wish, 'dueOn'>,
): CaseClock | undefined {
  return clocksOfCase(facts).find((one) => one.requestId === requestId && one.answer.clock === clock);
}

export function clockOverrideRefusals(facts: CaseFacts, wish: Wish): readonly Refusal[] {
  return refusalsOf(
    clockNamed(facts, wish) === undefined
      ? refusal(
          'clock_not_there',
          `${clockDefinitions[wish.clock].words}: this case has no such deadline now.`,
          'clock',
        )
      : null,
    wish.dueOn < facts.clock.today
      ? refusal('in_the_past', 'The new last day has passed already.', 'dueOn')
      : null,
  );
}

/** The challenges that are filed within a clock: their last day to file moves with it. */
export function kindsFiledWithin(clock: ClockName, facts: CaseFacts): readonly ChallengeKind[] {
  return challengeKinds.filter((kind) => filingClockOf(kind, facts.case.planType) === clock);
}
