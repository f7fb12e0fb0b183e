import { Day, addDays, dayInWords } from '../calendar';
import type { Installment } from '../ledger/installments';
import { nextInstallment, standInstallments } from '../ledger/plan-standing';
import { Cents, formatCents } from '../money';
import type { Watch } from './watch';
import { watch } from './watch-requests';

/** The payment plan in force of an agreement that was not withdrawn. */
export interface WatchedPlan {
  readonly id: string;
  readonly installments: readonly Installment[];
  /** Of the price: paid and not given back, or given up. */
  readonly settledCents: Cents;
  /** Whether the patient disputes a bill of it: then nothing is asked for. */
  readonly onHold: boolean;
}

/** How many days before an installment the patient is reminded: time for a transfer to arrive. */
const reminderLeadDays = 3;

/** The first installment that is not paid in full, from shortly before its day until it is. One reminder at a time. */
export function watchesOfPlan(
  { id, installments, settledCents, onHold }: WatchedPlan,
  today: Day,
): readonly Watch[] {
  if (onHold) return [];
  const next = nextInstallment(standInstallments(installments, settledCents, { today, onHold }));
  if (next === null || today < addDays(next.dueOn, -reminderLeadDays)) return [];
  return [
    watch(`installment_due:${id}`, today, {
      dueOn: next.dueOn,
      taskKind: 'collect_installment',
      about: `The installment of ${dayInWords(next.dueOn)} is open with ${formatCents(next.openCents)}: remind the patient, and record what arrives.`,
      forRole: 'coordinator',
    }),
  ];
}
