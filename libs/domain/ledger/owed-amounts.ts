import type { Day } from '../calendar';
import type { Cents } from '../money';
import type { SelfPayState } from '../moves/self-pay-moves';
import type { Installment } from './installments';
import { standInstallments } from './plan-standing';
import { type LedgerTotals, settledOf } from './totals';

/** What the ledger charged for one session, and when it was performed. */
export interface SessionCharge {
  readonly entryNo: number;
  readonly onDay: Day;
  readonly cents: Cents;
}

/** A signed agreement as whoever asks for its money looks at it. */
export interface OwingAgreement {
  readonly state: SelfPayState;
  readonly totals: LedgerTotals;
  readonly charges: readonly SessionCharge[];
  /** Of the plan in force; null where none was agreed. */
  readonly installments: readonly Installment[] | null;
  /** Whether the patient disputes a bill of it. */
  readonly onHold: boolean;
}

/** Something that should have been paid by now, with what of it is open. */
export interface OwedAmount {
  readonly of: 'installment' | 'session';
  /** The number of the installment, or of the ledger's entry. */
  readonly no: number;
  readonly dueOn: Day;
  readonly openCents: Cents;
}

/**
 * What a patient owes today, each from the day it was due. A plan says when money is due, whatever was charged meanwhile;
 * without one, what was performed is. A withdrawn agreement has no plan any more. What is settled fills the oldest first,
 * by the same rule for both.
 */
export function owedAmounts(agreement: OwingAgreement, today: Day): readonly OwedAmount[] {
  const { state, totals, charges, installments, onHold } = agreement;
  if (onHold) return [];
  const byPlan = installments !== null && state !== 'void';
  const due = byPlan ? installments : byDay(charges);
  return standInstallments(due, settledOf(totals), { today, onHold })
    .filter(({ dueOn, openCents }) => openCents > 0 && dueOn <= today)
    .map(({ no, dueOn, openCents }) => ({ of: byPlan ? 'installment' : 'session', no, dueOn, openCents }));
}

function byDay(charges: readonly SessionCharge[]): readonly Installment[] {
  return charges
    .map(({ entryNo, onDay, cents }) => ({ no: entryNo, dueOn: onDay, cents }))
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn) || one.no - other.no);
}
