import { PlanType, planTypes } from '../../coverage';

/** Plans that CMS-0057-F binds to its decision times. Marketplace plans are not among them. */
export const cmsPlans = [
  'medicare_advantage',
  'medicaid_managed_care',
  'medicaid_fee_for_service',
] as const satisfies readonly PlanType[];

/** Plans of an employer: the claims regulation of ERISA holds for self-funded and insured ones alike. */
export const employerPlans = [
  'commercial_insured',
  'commercial_self_funded',
] as const satisfies readonly PlanType[];

/** What state insurance law can bind: not the self-funded. */
export const stateRegulatedPlans = [
  'commercial_insured',
  'marketplace',
] as const satisfies readonly PlanType[];

export const everyPlan: readonly PlanType[] = planTypes;
