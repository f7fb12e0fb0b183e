import { PlanType } from '../coverage';
import { holdsWhen, caseNumberWords } from './case-numbers';
import type { OtherRule } from './clock-answer';
import type { ClockQuestion } from './clock-question';
import type { ClockRule } from './clock-rule';
import { adjusted, decidingClock, payerRules } from './payer-rules';
import { clockRules } from './rules/clock-rules';

export interface Candidates {
  readonly rules: readonly ClockRule[];
  /** Would have a say, and does not hold here: kept so that somebody who expects them sees why. */
  readonly setAside: readonly OtherRule[];
  /** Holds or not, depending on something that is not known yet. */
  readonly open: readonly { readonly rule: ClockRule; readonly waitsFor: string }[];
}

/** Every rule that may bear on the question, whatever the days are. */
export function candidatesFor(question: ClockQuestion): Candidates {
  const { payer, furtherRules = [], planType } = question;
  const table = adjusted([...clockRules, ...furtherRules], payer?.adjustments).filter((rule) =>
    isAbout(rule, question),
  );
  const law = table.filter((rule) => rule.plans.includes(planType));
  const own = adjusted(payerRules(question, law), payer?.adjustments).filter((rule) =>
    isAbout(rule, question),
  );
  const expected = table.filter(({ basis, plans }) => basis === 'state' || plans.includes(planType));
  const setAside = [...expected, ...own].flatMap((rule) => {
    const why = whySetAside(rule, question);
    return why === null ? [] : [{ rule, due: null, why }];
  });
  const aside = setAside.map(({ rule }) => rule);
  const holding = [...law, ...own]
    .filter((rule) => !aside.includes(rule) && (question.clock !== 'decision_extension' || rule.extension))
    .map((rule) => ({ rule, holds: rule.when === undefined ? true : holdsWhen(rule.when, question) }));
  return {
    rules: holding.flatMap(({ rule, holds }) => (holds === true ? rule : [])),
    setAside,
    open: holding.flatMap(({ rule, holds }) =>
      holds === null && rule.when ? { rule, waitsFor: caseNumberWords[rule.when.number] } : [],
    ),
  };
}

function isAbout(rule: ClockRule, question: ClockQuestion): boolean {
  const { request = 'standard', state } = question;
  return (
    rule.clock === decidingClock(question) &&
    (rule.requests?.includes(request) ?? true) &&
    (rule.state === undefined || rule.state === state)
  );
}

/**
 * State insurance law does not bind a self-funded plan. And 7 days on such a plan is the figure of CMS-0057-F, which does
 * not cover it: written down for the payer it is a mix-up, and is not believed. A manager can override with a reason.
 */
function whySetAside(rule: ClockRule, { planType, electronic }: ClockQuestion): string | null {
  const selfFunded: PlanType = 'commercial_self_funded';
  if (rule.basis === 'state' && planType === selfFunded)
    return 'State insurance law does not bind a self-funded plan.';
  if (
    planType === selfFunded &&
    rule.clock === 'decision_standard' &&
    rule.amount === 7 &&
    rule.unit === 'calendar_days'
  )
    return 'No 7-day rule covers a self-funded plan: 7 days is the figure of CMS-0057-F, which does not bind it.';
  if (rule.electronicOnly && rule.plans.includes(planType) && !electronic)
    return 'It holds for requests by portal or as electronic ones only.';
  return null;
}
