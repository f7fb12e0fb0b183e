import type { RuleCondition } from '../clock-rule';
import { employerPlans } from './plans';

/** What all rules of the claims regulation have in common. */
export const erisa = { basis: 'law', plans: employerPlans } as const;

export const regulation = (paragraph: string) => `29 CFR 2560.503-1(${paragraph}`;

export const deemedExhausted =
  'A plan that breaks its own procedure may have exhausted the internal appeal; a person decides that.';

export const oneLevel: RuleCondition = { number: 'internalLevels', below: 2 };
export const twoLevels: RuleCondition = { number: 'internalLevels', atLeast: 2 };
