import type { Facts } from './fact-values';
import { CodeTrip, FreeText, WordTrip, cosmeticCodesIn, cosmeticWordsIn } from './tripwire';
import type { Tripped } from './verdict';

/** A physician's reason why a flagged code or word does not make the case cosmetic. */
export interface Explanation {
  /** The key of the trip: `code:L70.0`, `word:cosmetic in letter`. */
  readonly key: string;
  readonly reason: string;
  readonly by: string;
}

export type Trip = (CodeTrip | WordTrip) & { readonly explanation: Explanation | null };

/** The codes and words of a case that speak of appearance, each with its explanation where there is one. */
export function tripsOf(
  facts: Facts,
  texts: readonly FreeText[] = [],
  explanations: readonly Explanation[] = [],
): readonly Trip[] {
  const codes = cosmeticCodesIn(facts.diagnoses?.value ?? []);
  return [...codes, ...cosmeticWordsIn(texts)].map((trip) => ({
    ...trip,
    explanation: explanations.find(({ key, reason }) => key === trip.key && reason.trim() !== '') ?? null,
  }));
}

/** Whether a trip still stands: it is no denial such as “not cosmetic”, and nobody explained it or nobody can. */
export function isStanding(trip: Trip): boolean {
  if (trip.kind === 'word' && trip.negated) return false;
  return trip.explanation === null || (trip.kind === 'code' && trip.stops);
}

export function trippedBy(trips: readonly Trip[]): Tripped {
  return {
    stopped: trips.some((trip) => trip.kind === 'code' && trip.stops),
    unexplained: trips.some(isStanding),
  };
}
