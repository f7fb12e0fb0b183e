import type { Day } from '../calendar';
import type { PlanType } from '../coverage';
import { Condition, factsRead } from './condition';
import type { EvidenceKind } from './evidence-kinds';
import { FactName, factNames } from './facts';

export const criterionRoles = ['required', 'one_of', 'excluding', 'supporting'] as const;
export type CriterionRole = (typeof criterionRoles)[number];

export const criterionRoleWords: Record<CriterionRole, string> = {
  required: 'Required',
  one_of: 'One of a group is required',
  excluding: 'Excludes coverage',
  supporting: 'Supports, never enough alone',
};

/** What an excluding criterion makes of a request that meets it. */
export const exclusionGrounds = ['cosmetic', 'not_covered', 'unproven'] as const;
export type ExclusionGround = (typeof exclusionGrounds)[number];

export const exclusionGroundWords: Record<ExclusionGround, string> = {
  cosmetic: 'Cosmetic',
  not_covered: 'Not covered',
  unproven: 'Regarded as unproven',
};

export interface Criterion {
  /** Short, stable between versions of a policy, so that versions can be compared: `functional_impairment`. */
  readonly id: string;
  /** In our own words. */
  readonly label: string;
  /** In the payer’s words, letter by letter. */
  readonly quote: string;
  readonly role: CriterionRole;
  /** The group’s name where the role is `one_of`, else null. */
  readonly group: string | null;
  /** The ground where the role is `excluding`, else null. */
  readonly excludesAs: ExclusionGround | null;
  readonly condition: Condition;
}

export interface RequiredDocument {
  readonly kind: EvidenceKind;
  /** At least one. */
  readonly count: number;
  /** Null: always. */
  readonly when: Condition | null;
  /** What exactly is asked for, in our own words. */
  readonly words: string;
}

export const authorizationAnswers = ['yes', 'no', 'unknown'] as const;
export type AuthorizationAnswer = (typeof authorizationAnswers)[number];

export interface AuthorizationRule {
  readonly procedureCode: string;
  readonly required: AuthorizationAnswer;
  /** The payer’s words; null only where the answer is unknown. */
  readonly quote: string | null;
}

/**
 * What a policy makes of psychological distress. `sufficient`: it can be the only ground. `with_another_ground`: it
 * counts beside the injury or a bodily finding. `not_a_basis`: refused as the ground. `silent`: the text does not say.
 */
export const distressPositions = ['sufficient', 'with_another_ground', 'not_a_basis', 'silent'] as const;
export type DistressPosition = (typeof distressPositions)[number];

export interface PolicySource {
  readonly title: string;
  /** Where it was read: a portal page, a document’s section. Not an address that carries a patient. */
  readonly readAt: string;
  readonly readBy: string;
  readonly readOn: Day;
}

/** One version of a payer’s medical policy, as data. It names no payer: who publishes it is kept beside it. */
export interface PolicyVersion {
  /** The payer’s own number, such as `BH-SCAR-07`. */
  readonly number: string;
  /** Which version of that number, in the payer’s words or ours. */
  readonly version: string;
  readonly title: string;
  readonly effectiveFrom: Day;
  /** The last day on which it applies; null while no end is known. */
  readonly effectiveTo: Day | null;
  readonly linesOfBusiness: readonly PlanType[];
  readonly source: PolicySource;
  readonly criteria: readonly Criterion[];
  readonly distress: { readonly position: DistressPosition; readonly quote: string | null };
  readonly documents: readonly RequiredDocument[];
  /** By procedure code; a code that is not listed is unknown: call the payer. */
  readonly authorization: readonly AuthorizationRule[];
}

/** What identifies a version wherever a result or a conflict names it: `BH-SCAR-07 v4`. */
export function policyKey({ number, version }: Pick<PolicyVersion, 'number' | 'version'>): string {
  return `${number} v${version}`;
}

/** Whether the payer wants an authorization for a code. Unknown is an answer: call and ask. */
export function authorizationRequired(policy: PolicyVersion, procedureCode: string): AuthorizationRule {
  const rule = policy.authorization.find((one) => one.procedureCode === procedureCode);
  return rule ?? { procedureCode, required: 'unknown', quote: null };
}

/** Whether a version applies to a plan on a day; both its first and its last day are inside. */
export function appliesOn(policy: PolicyVersion, planType: PlanType, day: Day): boolean {
  return (
    policy.linesOfBusiness.includes(planType) &&
    policy.effectiveFrom <= day &&
    (policy.effectiveTo === null || day <= policy.effectiveTo)
  );
}

/** The version that applies; the latest to begin where a timeline overlaps, which `checkTimeline` refuses. */
export function policyInForce(
  versions: readonly PolicyVersion[],
  planType: PlanType,
  day: Day,
): PolicyVersion | null {
  return versions
    .filter((one) => appliesOn(one, planType, day))
    .reduce<PolicyVersion | null>(
      (latest, one) => (latest === null || one.effectiveFrom > latest.effectiveFrom ? one : latest),
      null,
    );
}

/** The names of the groups of which one member each has to be met, in the order of the criteria. */
export function groupsOf(policy: Pick<PolicyVersion, 'criteria'>): readonly string[] {
  const names = policy.criteria.flatMap(({ role, group }) =>
    role === 'one_of' && group !== null ? [group] : [],
  );
  return [...new Set(names)];
}

/** Every fact that a policy asks about, in its criteria or to know which documents it wants; in the vocabulary's order. */
export function factsAsked(policy: Pick<PolicyVersion, 'criteria' | 'documents'>): readonly FactName[] {
  const conditions = [
    ...policy.criteria.map(({ condition }) => condition),
    ...policy.documents.flatMap(({ when }) => (when === null ? [] : [when])),
  ];
  const asked = new Set(conditions.flatMap(factsRead));
  return factNames.filter((name) => asked.has(name));
}
