import { HeldEvidence } from './completeness';
import { CaseFacts, ScreeningOutcome } from '../case-facts';
import { Day } from '../calendar';
import { isLive } from '../moves/session-moves';
import { Refusal, refusal } from '../refusal';
import { AnyFactValue, Facts, knownFact } from './fact-values';
import { factDefinition, factNames } from './facts';
import type { PolicyVersion } from './policy';
import { ScreeningResult, screen } from './screen';
import { FreeText } from './tripwire';
import { Explanation } from './trips';

/** All that a screening is computed from beside the policy. Kept with it, so that it can be computed again for ever. */
export interface ScreeningBasis {
  readonly facts: Facts;
  readonly texts: readonly FreeText[];
  readonly evidence: readonly HeldEvidence[];
  readonly explanations: readonly Explanation[];
}

export function screenBasis(policy: PolicyVersion | null, basis: ScreeningBasis): ScreeningResult {
  const { facts, ...context } = basis;
  return screen(policy, facts, context);
}

/** The day whose policy decides: of the next booked session, else the first day asked for, else today. */
export function serviceDay({ clock, sessions, requests }: CaseFacts): Day {
  const ahead = (day: Day | null | undefined): day is Day => typeof day === 'string' && day >= clock.today;
  const booked = sessions.filter(({ state, day }) => isLive(state) && ahead(day)).map(({ day }) => day ?? '');
  const asked = requests.at(-1)?.fromOn;
  return booked.sort()[0] ?? (ahead(asked) ? asked : clock.today);
}

/** What somebody had before their eyes when they proposed. */
export interface SeenScreening {
  readonly policyVersionId: string | null;
  readonly policyKey: string;
  /** Values by the names of the vocabulary. */
  readonly facts: Readonly<Record<string, AnyFactValue>>;
  /** The keys of the flagged codes and words. */
  readonly trips: readonly string[];
}

/** What has changed since somebody read it, each named: nobody proposes what they have not seen. */
export function changesSince(seen: SeenScreening, now: SeenScreening): readonly Refusal[] {
  const policy =
    seen.policyVersionId === now.policyVersionId && seen.policyKey === now.policyKey
      ? []
      : [refusal('policy_changed', `Another policy applies now: ${now.policyKey}.`, 'seen.policyVersionId')];
  const facts = factNames
    .filter((name) => same(seen.facts[name]) !== same(now.facts[name]))
    .map((name) =>
      refusal(
        'fact_changed',
        `Changed since you read it: ${factDefinition(name).words}.`,
        `seen.facts.${name}`,
      ),
    );
  const keys = (of: SeenScreening) => [...of.trips].sort().join('\n');
  const trips =
    keys(seen) === keys(now)
      ? []
      : [refusal('texts_changed', 'Other codes or words are flagged as cosmetic now.', 'seen.trips')];
  return [...policy, ...facts, ...trips];
}

const same = (value: AnyFactValue | undefined) =>
  JSON.stringify(typeof value === 'object' ? [...value].sort() : value);

export function valuesOf(facts: Facts): Readonly<Record<string, AnyFactValue>> {
  return Object.fromEntries(
    factNames.flatMap((name) => {
      const known = knownFact(facts, name);
      return known ? [[name, known.value] as const] : [];
    }),
  );
}

/** Why a proposal can no longer be signed: computed today it would come out otherwise. */
export function outdatedBy(proposed: ScreeningResult, now: ScreeningResult): readonly Refusal[] {
  const policy = proposed.policyKey === now.policyKey ? [] : [`the policy is now ${now.policyKey}`];
  const criteria = now.criteria
    .filter(({ id, truth }) => {
      const before = proposed.criteria.find((one) => one.id === id);
      return before !== undefined && before.truth !== truth;
    })
    .map(({ label }) => `“${label}”`);
  const outcome = proposed.reason === now.reason ? [] : [`it would come out as “${now.headline}”`];
  const changed = [...policy, ...criteria, ...outcome];
  return changed.length === 0
    ? []
    : [
        refusal(
          'screening_outdated',
          `The record has changed since this was proposed: ${changed.join('; ')}. Propose it anew.`,
        ),
      ];
}

/** Whether the physician decides as computed, or otherwise and says why. */
export function overrideRefusals(
  computed: ScreeningOutcome | null,
  { outcome, reason }: { readonly outcome?: ScreeningOutcome; readonly reason?: string },
): readonly Refusal[] {
  if (outcome === undefined && reason === undefined) return [];
  if (computed === null)
    return [
      refusal('not_computed', 'This older screening was not computed; propose a new one instead.', 'outcome'),
    ];
  if (outcome === undefined || outcome === computed)
    return [
      refusal('nothing_overridden', 'A reason goes with another outcome than the computed one.', 'outcome'),
    ];
  return reason === undefined
    ? [refusal('reason_missing', 'Another outcome than the computed one needs a reason.', 'reason')]
    : [];
}
