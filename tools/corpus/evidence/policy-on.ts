import type { Day, PolicyVersion } from '@stipple/domain';
import type { Story } from '../story';

/** A published version of a payer’s policy, as the clinic has it on file. */
export interface PolicyOnFile {
  readonly id: string;
  readonly payerId: string;
  readonly policy: PolicyVersion;
}

/** The version that applies to the case on a day; null where none is on file. */
export function policyOn({ clinic, patient, facts }: Story, on: Day): PolicyOnFile | null {
  return (
    clinic.policies.find(
      ({ payerId, policy }) =>
        payerId === patient.payer.id &&
        policy.linesOfBusiness.includes(facts.case.planType) &&
        policy.effectiveFrom <= on &&
        (policy.effectiveTo === null || on <= policy.effectiveTo),
    ) ?? null
  );
}
