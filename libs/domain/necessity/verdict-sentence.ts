import type { CriterionResult } from './screen';
import { Trip, isStanding } from './trips';
import type { Verdict } from './verdict';
import { ExclusionGround, exclusionGroundWords } from './policy';

const quoted = (labels: readonly string[]) => labels.map((label) => `“${label}”`).join(', ');

/** The outcome in a word or two. A met exclusion is called what the policy calls it, which need not be cosmetic. */
export function verdictHeadline(reason: Verdict['reason'], excludedAs: readonly ExclusionGround[]): string {
  switch (reason) {
    case 'all_met':
      return 'Likely medical';
    case 'stop_code':
      return 'Cosmetic';
    case 'excluded':
      return excludedAs.map((ground) => exclusionGroundWords[ground]).join('; ');
    case 'required_not_met':
      return 'Requirements not met';
    default:
      return 'Uncertain';
  }
}

/** Why the outcome is what it is. Says of flagged codes and words also where something else decided. */
export function verdictSentence(
  verdict: Verdict,
  criteria: readonly CriterionResult[],
  trips: readonly Trip[],
): string {
  const named = criteria.filter(({ id }) => verdict.criteria.includes(id));
  const flags = flagWords(trips);
  const also = flags === '' ? '' : ` Also flagged as cosmetic: ${flags}.`;
  switch (verdict.reason) {
    case 'all_met':
      return `Everything the policy requires is met, and nothing excludes it: ${quoted(labelsOf(named))}.`;
    case 'stop_code':
      return 'Cosmetic: Z41.1 declares an encounter for cosmetic surgery. If that is a mistake, remove the code.';
    case 'excluded': {
      const excluding = named.filter(({ excludesAs }) => excludesAs !== null);
      const grounds = [
        ...new Set(excluding.map(({ excludesAs }) => exclusionGroundWords[excludesAs ?? 'cosmetic'])),
      ];
      return `${grounds.sort().join('; ')}: an exclusion of the policy is met: ${quoted(labelsOf(excluding))}.${also}`;
    }
    case 'required_not_met':
      return `Not medically necessary under this policy: not met: ${quoted(labelsOf(named))}.${also}`;
    case 'facts_missing':
      return `Uncertain: not enough is on record to judge ${quoted(labelsOf(named))}.${also}`;
    case 'tripwire':
      return `Uncertain: everything required is met, but a reviewer will read this as cosmetic: ${flags}. Change it, or let the physician explain it.`;
    case 'distress_alone':
      return 'Uncertain: psychological distress is the only ground, and the policy does not accept it alone.';
    case 'code_alone':
      return 'Uncertain: only diagnosis codes stand behind this, and a code alone never decides.';
    case 'no_ground':
      return 'Uncertain: nothing on record about function, symptoms or an injury stands behind this.';
  }
}

const labelsOf = (results: readonly CriterionResult[]) =>
  [...new Set(results.map(({ label }) => label))].sort();

function flagWords(trips: readonly Trip[]): string {
  const words = trips
    .filter(isStanding)
    .map((trip) =>
      trip.kind === 'code' ? `${trip.code} (${trip.words})` : `“${trip.found}” in ${trip.field}`,
    );
  return [...new Set(words)].join(', ');
}
