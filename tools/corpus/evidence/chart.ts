import { FactName, deriveFacts, evaluate, generalPolicy, nothingTripped, verdictOf } from '@stipple/domain';
import { sourcesOf } from '@stipple/evidence-api';
import type { Dice } from '../dice';
import type { Story } from '../story';
import { policyOn } from './policy-on';
import { type EvidenceSoFar, sourcesRowOf } from './so-far';

/** Working days: cases of this time have all of their evidence, older ones what their payer’s policy needed. */
const recent = 30;

/** Somebody’s visit, as it is charted. */
export interface Chart {
  readonly story: Story;
  /** Dice of its own: what is charted leaves the rest of a story as it was. */
  readonly dice: Dice;
  readonly full: boolean;
  /** Whether any of these is recorded: all of a recent case, else what the screening would still lack. */
  readonly wants: (...facts: readonly FactName[]) => boolean;
}

export function openChart(story: Story): Chart {
  const full = (story.evidence.full = story.day > story.clinic.days.lastFull - recent);
  let looked = { at: '', missing: [] as readonly FactName[] };
  const wants = (...facts: readonly FactName[]) => {
    if (full) return true;
    // Nothing is found out by looking again before something was recorded.
    const at = stateOf(story.evidence);
    if (looked.at !== at) looked = { at, missing: stillMissing(story) };
    return facts.some((fact) => looked.missing.includes(fact));
  };
  return { story, dice: story.dice.fork('evidence'), full, wants };
}

/** Another one after each record: also a correction, which takes one away as it adds one. */
function stateOf({ held, motions, scales, treatments, photos, told }: EvidenceSoFar): string {
  const lists = [held, motions, scales, treatments ?? [], photos, ...Object.values(told)];
  return [held.at(-1)?.id, treatments === null, ...lists.map(({ length }) => length)].join(' ');
}

function stillMissing(story: Story): readonly FactName[] {
  const policy = policyOn(story, story.today)?.policy ?? generalPolicy;
  const facts = deriveFacts(sourcesOf(sourcesRowOf(story)), story.today);
  const verdict = verdictOf(policy, facts, nothingTripped);
  return verdict.reason === 'facts_missing'
    ? policy.criteria
        .filter(({ id }) => verdict.criteria.includes(id))
        .flatMap(({ condition }) => evaluate(condition, facts).missing)
    : [];
}
