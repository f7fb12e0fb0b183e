import { ScreeningBasis, ScreeningResult, deriveFacts, screenBasis, serviceDay } from '@stipple/domain';
import { sourcesOf } from '@stipple/evidence-api';
import type { Story } from '../story';
import { policyOn } from './policy-on';
import { heldOf, sourcesRowOf } from './so-far';

export interface Screened {
  readonly serviceOn: string;
  readonly policyVersionId: string | null;
  readonly basis: ScreeningBasis;
  readonly result: ScreeningResult;
}

/** The case against the policy in force, as the API computes it. A screening comes before every letter and note. */
export function screenStory(story: Story): Screened {
  const serviceOn = serviceDay(story.facts);
  const inForce = policyOn(story, serviceOn);
  const basis: ScreeningBasis = {
    facts: deriveFacts(sourcesOf(sourcesRowOf(story)), story.today),
    texts: [],
    evidence: heldOf(story),
    explanations: [],
  };
  const result = screenBasis(inForce?.policy ?? null, basis);
  return { serviceOn, policyVersionId: inForce?.id ?? null, basis, result };
}
