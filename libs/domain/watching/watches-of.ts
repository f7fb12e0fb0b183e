import type { Day } from '../calendar';
import type { Watch, WatchedFacts } from './watch';
import { watchesOfCards } from './watch-cards';
import { renewalLeadDays, watchesOfTreatment } from './watch-clearances';
import { watchOfEstimate } from './watch-estimates';
import { watchesOfFiling } from './watch-filings';
import { watchesOfPlan } from './watch-installments';
import { watchesOfPhotos } from './watch-photos';
import { watchesOfRequest } from './watch-requests';

export interface WatchingChoices {
  /** Days before its end from which an authorization is to be renewed. */
  readonly leadDays?: number;
}

/**
 * Everything that has to be watched in one case on this day, in the clinic’s zone. What is not among them is no longer
 * true, and its task closes by itself. A closed case is nobody’s to watch: its tasks wait for it to be reopened.
 */
export function watchesOf(
  facts: WatchedFacts,
  today: Day,
  { leadDays = renewalLeadDays }: WatchingChoices = {},
): readonly Watch[] {
  if (facts.case.state === 'closed') return [];
  const watches = [
    ...facts.requests.flatMap((request) => watchesOfRequest(request, today)),
    ...facts.filings.flatMap((filing) => watchesOfFiling(filing, today)),
    ...watchesOfTreatment(facts, today, leadDays),
    ...facts.estimates.map((estimate) => watchOfEstimate(estimate, today)),
    ...facts.plans.flatMap((plan) => watchesOfPlan(plan, today)),
    ...watchesOfCards(facts.cards, today),
    ...watchesOfPhotos(facts, today),
  ];
  // An authorization of several codes has a clearance for each, and ends once.
  return [...new Map(watches.map((watch) => [watch.key, watch])).values()];
}
