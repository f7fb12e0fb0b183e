/** The plan type decides which clocks and which waiver rules apply; `unknown` is a legitimate answer. */
export const planTypes = [
  'commercial_insured',
  'commercial_self_funded',
  'marketplace',
  'medicare_advantage',
  'original_medicare',
  'medicaid_managed_care',
  'medicaid_fee_for_service',
  'workers_compensation',
  'none',
  'unknown',
] as const;
export type PlanType = (typeof planTypes)[number];

export const planTypeWords: Record<PlanType, string> = {
  commercial_insured: 'Commercial, insured',
  commercial_self_funded: 'Commercial, self-funded employer plan',
  marketplace: 'Marketplace or individual plan',
  medicare_advantage: 'Medicare Advantage',
  original_medicare: 'Original Medicare',
  medicaid_managed_care: 'Medicaid managed care',
  medicaid_fee_for_service: 'Medicaid fee for service',
  workers_compensation: 'Workers’ compensation or no-fault',
  none: 'No insurance',
  unknown: 'Not known yet',
};

/**
 * What a patient with this plan must have agreed to in writing, beside the estimate, before the clinic may
 * take their own money for the service. The contract with the payer decides in the end.
 */
export type WaiverKind =
  'non_covered_service' | 'advance_beneficiary_notice' | 'organization_determination' | 'written_agreement';

const waivers: Record<PlanType, WaiverKind | null> = {
  commercial_insured: 'non_covered_service',
  commercial_self_funded: 'non_covered_service',
  marketplace: 'non_covered_service',
  medicare_advantage: 'organization_determination',
  original_medicare: 'advance_beneficiary_notice',
  medicaid_managed_care: 'written_agreement',
  medicaid_fee_for_service: 'written_agreement',
  workers_compensation: 'written_agreement',
  none: null,
  unknown: 'non_covered_service',
};

export function waiverFor(planType: PlanType): WaiverKind | null {
  return waivers[planType];
}

export const waiverWords: Record<WaiverKind, string> = {
  non_covered_service: 'a signed non-covered-service waiver that names the service and its price',
  advance_beneficiary_notice: 'a signed Advance Beneficiary Notice (ABN)',
  organization_determination: 'the plan’s pre-service organization determination; an ABN is not valid here',
  written_agreement: 'a prior written agreement that the plan does not cover the service',
};
