import type { ScreeningOutcome } from '../case-facts';
import { Truth, anyOf, truthOf } from './evaluate';
import { Facts } from './fact-values';
import { missingGround } from './grounds';
import { Criterion, PolicyVersion, groupsOf } from './policy';

export const screeningReasons = [
  'all_met',
  'stop_code',
  'excluded',
  'required_not_met',
  'facts_missing',
  'tripwire',
  'distress_alone',
  'code_alone',
  'no_ground',
] as const;
export type ScreeningReason = (typeof screeningReasons)[number];

export interface Verdict {
  readonly outcome: ScreeningOutcome;
  readonly reason: ScreeningReason;
  /** The ids of the criteria that decided it, or that are still open where facts are missing. */
  readonly criteria: readonly string[];
}

/** What codes and words say beside the criteria. */
export interface Tripped {
  /** A code that no explanation helps. */
  readonly stopped: boolean;
  /** A code or a word that nobody has explained yet. */
  readonly unexplained: boolean;
}

export const nothingTripped: Tripped = { stopped: false, unexplained: false };

/**
 * The outcome, in this order: a stop code, a met exclusion or an unmet requirement make it cosmetic; what is missing,
 * an unexplained flag or no ground beside distress or a code make it uncertain; else it is likely medical.
 */
export function verdictOf(policy: PolicyVersion, facts: Facts, tripped: Tripped): Verdict {
  const truthBy = new Map(policy.criteria.map((one) => [one, truthOf(one.condition, facts)]));
  const truth = (one: Criterion): Truth => truthBy.get(one) ?? 'unknown';
  const excluding = policy.criteria.filter(({ role }) => role === 'excluding');
  const needs = needsOf(policy);
  const needTruth = (members: readonly Criterion[]) => anyOf(members.map(truth));
  const are = (wanted: Truth) => needs.filter((members) => needTruth(members) === wanted).flat();

  if (tripped.stopped) return { outcome: 'cosmetic', reason: 'stop_code', criteria: [] };
  const excluded = excluding.filter((one) => truth(one) === 'met');
  if (excluded.length > 0) return { outcome: 'cosmetic', reason: 'excluded', criteria: idsOf(excluded) };
  if (are('not_met').length > 0)
    return { outcome: 'cosmetic', reason: 'required_not_met', criteria: idsOf(are('not_met')) };
  const open = [
    ...are('unknown').filter((one) => truth(one) === 'unknown'),
    ...excluding.filter((one) => truth(one) === 'unknown'),
  ];
  if (open.length > 0) return { outcome: 'uncertain', reason: 'facts_missing', criteria: idsOf(open) };
  if (tripped.unexplained) return { outcome: 'uncertain', reason: 'tripwire', criteria: [] };
  const met = are('met').filter((one) => truth(one) === 'met');
  const missing = missingGround(policy, met, facts);
  if (missing !== null) return { outcome: 'uncertain', reason: missing, criteria: idsOf(met) };
  return { outcome: 'likely_medical', reason: 'all_met', criteria: idsOf(met) };
}

/** What has to be met: each required criterion for itself, each group by one of its members. */
function needsOf(policy: PolicyVersion): readonly (readonly Criterion[])[] {
  return [
    ...policy.criteria.filter(({ role }) => role === 'required').map((one) => [one]),
    ...groupsOf(policy).map((name) =>
      policy.criteria.filter(({ role, group }) => role === 'one_of' && group === name),
    ),
  ];
}

/** Sorted, so that the order of the criteria in a policy makes no difference. */
const idsOf = (criteria: readonly Criterion[]) => [...new Set(criteria.map(({ id }) => id))].sort();
