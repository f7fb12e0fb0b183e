import { FactName, PolicyVersion, factsRead } from '@stipple/domain';
import type { Dice } from '../dice';
import type { Story } from '../story';
import { policyOn } from './policy-on';

/** Working days: cases of this time have all of their evidence, older ones only what their payer’s policy asks about. */
const recent = 45;

/** Somebody’s visit, as it is charted. */
export interface Chart {
  readonly story: Story;
  /** Dice of its own: what is charted leaves the rest of a story as it was. */
  readonly dice: Dice;
  readonly full: boolean;
  readonly wants: (...facts: readonly FactName[]) => boolean;
}

export function openChart(story: Story): Chart {
  const full = (story.evidence.full = isRecent(story));
  const policy = policyOn(story, story.today)?.policy ?? null;
  const asked = policy === null ? [] : decidingFacts(policy);
  const wants = (...facts: readonly FactName[]) =>
    full || policy === null || facts.some((fact) => asked.includes(fact));
  return { story, dice: story.dice.fork('evidence'), full, wants };
}

/** Whether a case is one that somebody opens to see how things are done here. */
function isRecent({ day, clinic }: Story): boolean {
  return day > clinic.days.lastFull - recent;
}

/** Supporting criteria decide nothing, and the most is not measured for them. */
function decidingFacts({ criteria }: PolicyVersion): readonly FactName[] {
  return criteria
    .filter(({ role }) => role !== 'supporting')
    .flatMap(({ condition }) => [...factsRead(condition)]);
}
