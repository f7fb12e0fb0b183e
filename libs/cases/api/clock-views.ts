import type { ClockView } from '@stipple/contracts';
import {
  CaseClock,
  CaseFacts,
  ClockAnswer,
  ClockRule,
  OtherRule,
  clockDefinitions,
  clocksOfCase,
  dueWords,
  endOf,
} from '@stipple/domain';

/** The clocks of a case as its page shows them. */
export function clockViews(facts: CaseFacts): ClockView[] {
  return clocksOfCase(facts).map((clock) => clockView(clock, facts.clock.timeZone));
}

function clockView({ answer, pressure, ...about }: CaseClock, timeZone: string): ClockView {
  const due = endOf(answer);
  return {
    ...about,
    clock: answer.clock,
    what: clockDefinitions[answer.clock].words,
    kind: answer.kind,
    dueOn: due?.day ?? null,
    dueAt: due?.precision === 'instant' ? due.ends : null,
    pressure,
    sentence: answer.sentence,
    ...reasonsFor(answer, timeZone),
  };
}

type Reasons = Pick<ClockView, 'rule' | 'source' | 'steps' | 'others' | 'notes' | 'ifMissed' | 'estimated'>;
const none: Reasons = {
  rule: null,
  source: null,
  steps: [],
  others: [],
  notes: [],
  ifMissed: null,
  estimated: null,
};

function reasonsFor(answer: ClockAnswer, timeZone: string): Reasons {
  const others = (rules: readonly OtherRule[]) => rules.map((one) => otherView(one, timeZone));
  switch (answer.kind) {
    case 'due':
      return {
        rule: ruleView(answer.rule),
        source: null,
        steps: [...answer.steps],
        others: others(answer.others),
        notes: [...answer.notes],
        ifMissed: answer.ifMissed,
        estimated: answer.start.estimated,
      };
    case 'paused':
      return {
        ...none,
        rule: ruleView(answer.rule),
        steps: [...answer.steps],
        others: others(answer.others),
      };
    case 'overridden':
      // What was computed stays in sight below the manager's own end.
      return {
        ...reasonsFor(answer.computed, timeZone),
        notes: [`Computed: ${answer.computed.sentence}`],
      };
    case 'unknown_plan':
      return none;
    case 'not_started':
      return { ...none, others: others(answer.others) };
    default:
      return { ...none, source: answer.source, others: others(answer.others) };
  }
}

const ruleView = ({ key, sentence, source }: ClockRule): NonNullable<ClockView['rule']> => ({
  key,
  sentence,
  source,
});

const otherView = ({ rule, due, why }: OtherRule, timeZone: string): ClockView['others'][number] => ({
  rule: ruleView(rule),
  due: due && dueWords(due, timeZone),
  why,
});
