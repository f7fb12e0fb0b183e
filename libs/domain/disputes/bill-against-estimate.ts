import type { Day } from '../calendar';
import { answerClock } from '../clocks/answer-clock';
import type { Cents } from '../money';

/** What one provider or facility was expected to bill, as the estimate in force says. */
export interface EstimatedProvider {
  readonly name: string;
  readonly totalCents: Cents;
}

/** A charge of the ledger: of the clinic that keeps it, which is the first provider of its own estimates. */
export interface BilledCharge {
  readonly cents: Cents;
  readonly onDay: Day;
}

/** The bill of one provider or facility beside what its patient was told. */
export interface ProviderBill {
  readonly provider: string;
  readonly estimatedCents: Cents;
  readonly chargedCents: Cents;
  /** Below zero while less was charged than estimated. */
  readonly overByCents: Cents;
  readonly firstChargedOn: Day | null;
}

/**
 * What was charged against what was estimated, provider by provider: $400 over at one of them may be disputed, and $200
 * over at each of two may not. What another provider bills stands in no ledger of this clinic.
 */
export function billsAgainstEstimate(
  providers: readonly EstimatedProvider[],
  charges: readonly BilledCharge[],
): readonly ProviderBill[] {
  return providers.map(({ name, totalCents }, index) => {
    const own = index === 0 ? charges : [];
    const chargedCents = own.reduce((sum, { cents }) => sum + cents, 0);
    return {
      provider: name,
      estimatedCents: totalCents,
      chargedCents,
      overByCents: overBy({ estimatedCents: totalCents, billedCents: chargedCents }),
      firstChargedOn: own.map(({ onDay }) => onDay).sort()[0] ?? null,
    };
  });
}

/** A bill as the patient holds it, and the estimate it is held against. */
export interface Bill {
  readonly estimatedCents: Cents;
  readonly billedCents: Cents;
}

export const overBy = ({ estimatedCents, billedCents }: Bill): Cents => billedCents - estimatedCents;

/** Until when a bill may be disputed, or why it may not be this way: C33. */
export type DisputeWindow =
  | { readonly kind: 'may_dispute'; readonly endsOn: Day; readonly rule: string; readonly sentence: string }
  | { readonly kind: 'not_over'; readonly sentence: string };

/** The window runs from the first bill, also where later ones asked for more. Its last day is still in it. */
export function disputeWindow(
  { estimatedCents, billedCents }: Bill,
  billedOn: Day,
  timeZone: string,
): DisputeWindow {
  const known = { billedOn };
  const question = {
    clock: 'dispute',
    planType: 'none',
    timeZone,
    estimateCents: estimatedCents,
    billedCents,
    known,
  } as const;
  const answer = answerClock(question);
  const { sentence } = answer;
  return answer.kind === 'due'
    ? { kind: 'may_dispute', endsOn: answer.due.day, rule: answer.rule.key, sentence }
    : { kind: 'not_over', sentence };
}
