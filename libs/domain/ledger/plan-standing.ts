import type { Day } from '../calendar';
import type { Cents } from '../money';
import type { Installment } from './installments';

export type InstallmentState = 'paid' | 'partly_paid' | 'open' | 'overdue';

export interface StandingInstallment extends Installment {
  readonly state: InstallmentState;
  readonly openCents: Cents;
}

/**
 * Which installments are paid. What is settled fills them from the first on, whatever it was meant for: a patient who
 * pays two at once is ahead, and a refund opens the last ones again. Due today is not late.
 */
export function standInstallments(
  installments: readonly Installment[],
  settledCents: Cents,
  today: Day,
): readonly StandingInstallment[] {
  let left = Math.max(0, settledCents);
  return installments.map((one) => {
    const covered = Math.min(left, one.cents);
    left -= covered;
    const openCents = one.cents - covered;
    return { ...one, openCents, state: stateOf(one, openCents, today) };
  });
}

function stateOf({ cents, dueOn }: Installment, openCents: Cents, today: Day): InstallmentState {
  if (openCents === 0) return 'paid';
  if (dueOn < today) return 'overdue';
  return openCents < cents ? 'partly_paid' : 'open';
}

/** The first installment that is not paid in full: what a reminder is about. */
export function nextInstallment(standing: readonly StandingInstallment[]): StandingInstallment | null {
  return standing.find(({ state }) => state !== 'paid') ?? null;
}
