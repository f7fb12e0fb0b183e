import type { ClockView } from '@stipple/contracts';
import {
  CaseClock,
  CaseFacts,
  ClockAnswer,
  ClockRule,
  ComputedAnswer,
  OtherRule,
  clockDefinitions,
  clocksOfCase,
  dueWords,
  endOf,
  payerZoneWords,
  zoneOfPayer,
} from '@stipple/domain';

/** The clocks of a case as its page shows them. */
export function clockViews(facts: CaseFacts): ClockView[] {
  const zone = zoneOfPayer(facts);
  const { timeZone } = facts.payerTerms;
  const apart =
    timeZone && timeZone !== facts.clock.timeZone
      ? [`Days and hours are the payer’s: ${payerZoneWords[timeZone]}.`]
      : [];
  return clocksOfCase(facts).map((clock) => {
    const view = clockView(clock, zone);
    return { ...view, notes: [...view.notes, ...apart] };
  });
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
      return beside(answer.computed, timeZone);
    case 'unknown_plan':
      return none;
    case 'not_started':
      return { ...none, others: others(answer.others) };
    default:
      return { ...none, source: answer.source, others: others(answer.others) };
  }
}

/** What was computed stays in sight beside a manager's own end; what only holds for the computed end does not. */
function beside(computed: ComputedAnswer, timeZone: string): Reasons {
  const reasons = reasonsFor(computed, timeZone);
  const notes = [`Computed: ${computed.sentence}`, ...reasons.notes];
  return { ...reasons, notes, ifMissed: null, estimated: null };
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
