import type { ClockRule } from '../clock-rule';
import { erisaAppealRules } from './erisa-appeal-rules';
import { erisaDecisionRules } from './erisa-decision-rules';
import { oneLevel, twoLevels } from './erisa-terms';

export const erisaRules: readonly ClockRule[] = [...erisaDecisionRules, ...erisaAppealRules];

/** C18: individual and marketplace plans follow ERISA's rules by reference, with one level of internal appeal. */
export const individualMarketRules: readonly ClockRule[] = erisaRules
  .filter(({ when }) => when !== twoLevels)
  .map((rule) => ({
    ...rule,
    key: `C18-${rule.key}`,
    row: 'C18',
    plans: ['marketplace'],
    // An individual plan has one level: there is nothing to know first.
    when: rule.when === oneLevel ? undefined : rule.when,
    source: `45 CFR 147.136(b) with ${rule.source}`,
  }));
