import type { Day } from '../calendar';
import type { Cents } from '../money';
import type { Installment } from './installments';

export type InstallmentState = 'paid' | 'partly_paid' | 'open' | 'overdue' | 'on_hold';

export interface StandingInstallment extends Installment {
  readonly state: InstallmentState;
  readonly openCents: Cents;
}

/**
 * Which installments are paid. What is settled fills them from the first on, whatever it was meant for: a patient who
 * pays two at once is ahead, and a refund opens the last ones again. Due today is not late, and what is past its day while
 * the patient disputes the bill is not asked for, so that it is not late either.
 */
export function standInstallments(
  installments: readonly Installment[],
  settledCents: Cents,
  { today, onHold }: { readonly today: Day; readonly onHold: boolean },
): readonly StandingInstallment[] {
  let left = Math.max(0, settledCents);
  return installments.map((one) => {
    const covered = Math.min(left, one.cents);
    left -= covered;
    const openCents = one.cents - covered;
    return { ...one, openCents, state: stateOf(one, openCents, today, onHold) };
  });
}

function stateOf(
  { cents, dueOn }: Installment,
  openCents: Cents,
  today: Day,
  onHold: boolean,
): InstallmentState {
  if (openCents === 0) return 'paid';
  if (dueOn < today) return onHold ? 'on_hold' : 'overdue';
  return openCents < cents ? 'partly_paid' : 'open';
}

/** The first installment that is not paid in full: what a reminder is about. */
export function nextInstallment(standing: readonly StandingInstallment[]): StandingInstallment | null {
  return standing.find(({ state }) => state !== 'paid') ?? null;
}
