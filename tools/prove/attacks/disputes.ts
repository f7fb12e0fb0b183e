import type { Bench } from '../bench';
import { day } from '../ground';
import { Columns, update } from '../sql';
import * as dispute from '../verbs/dispute';
import { wholePlan } from '../verbs/ledger';
import { Attack, attack, newOf } from './attack';

/** Another provider’s bill, so that the open dispute does not stand in its way. */
const another = 'Harbor Laboratory';
const opened = (b: Bench, forged: Columns = {}) =>
  dispute.open(b.ground, newOf(b), b.ids.disputedAgreement, { provider: another, ...forged });
const closed = (b: Bench, forged: Columns) => dispute.close(b.ground, b.of('dispute'), forged);

export const disputeAttacks: readonly Attack[] = [
  attack('dispute a bill that is a cent too small', 'dispute.bill_is_over_estimate', (b) =>
    opened(b, { billed_cents: 174_999 }),
  ),
  attack('dispute a bill a day too late', 'dispute.dispute_within_window', (b) =>
    opened(b, { billed_on: day(b.ground, -126) }),
  ),
  attack('dispute a bill before there is one', 'dispute.dispute_within_window', (b) =>
    opened(b, { billed_on: day(b.ground, -4) }),
  ),
  attack('dispute a bill of nobody knows when', 'dispute.dispute_billed_on_not_null', (b) =>
    opened(b, { billed_on: null }),
  ),
  attack('dispute a bill on no day', 'dispute.dispute_opened_on_not_null', (b) =>
    opened(b, { opened_on: null }),
  ),
  attack('dispute a bill of nothing', 'dispute.dispute_billed_cents_not_null', (b) =>
    opened(b, { billed_cents: null }),
  ),
  attack('hold a bill against a smaller estimate', 'dispute.disputed_as_estimated', (b) =>
    opened(b, { estimated_cents: 1 }),
  ),
  attack('dispute what the patient has not signed', 'dispute.dispute_of_signed_agreement', (b) =>
    dispute.open(b.ground, newOf(b), b.ids.issuedAgreement),
  ),
  attack('dispute one bill twice at a time', 'dispute.one_open_dispute', (b) =>
    opened(b, { provider: 'Scar Clinic' }),
  ),
  attack('close a dispute without an outcome', 'dispute.closed_dispute_has_outcome', (b) =>
    closed(b, { outcome: null }),
  ),
  attack('open a dispute with its outcome', 'dispute.closed_dispute_has_outcome', (b) =>
    opened(b, { closed_on: day(b.ground, 0), outcome: 'bill_stands' }),
  ),
  attack('close a dispute before it was opened', 'dispute.dispute_runs_forward', (b) =>
    closed(b, { closed_on: day(b.ground, -6) }),
  ),
  attack('give a closed dispute another outcome', 'dispute.final_is_final', (b) =>
    update('dispute', { outcome: 'bill_stands' }, { id: b.ids.closedDispute }),
  ),
  attack('make a disputed bill smaller', 'dispute UPDATE', (b) =>
    update('dispute', { billed_cents: 175_000 }, { id: b.ids.dispute }),
  ),
  attack('agree on a plan while the bill is disputed', 'payment_plan.held_while_disputed', (b) =>
    wholePlan(b.ground, {
      ...newOf(b),
      agreementId: b.ids.disputedAgreement,
      totalCents: 135_000,
      installments: 3,
    }),
  ),
  attack('empty the disputes', 'dispute TRUNCATE', () => 'TRUNCATE stipple.dispute'),
];
