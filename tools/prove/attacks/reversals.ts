import type { Bench } from '../bench';
import { Columns, inOrder } from '../sql';
import * as card from '../verbs/card';
import * as ledger from '../verbs/ledger';
import { Attack, attack } from './attack';
import { next, post, sums } from './ledger';

type Reversed = Required<Pick<ledger.Entry, 'reverses' | 'reversedNo' | 'cents'>>;
const reverse = (b: Bench, { cents, ...what }: Reversed, forged: Columns = {}) =>
  post(b, next(b, 'reversal', cents, what), forged);

/** Of the bench: a refund of $10.00 in cash, an adjustment of $5.00, and a payment that was reversed already. */
const refund: Reversed = { reverses: 'refund', reversedNo: 3, cents: 1000 };
const adjustment: Reversed = { reverses: 'adjustment', reversedNo: 4, cents: 500 };
const mistake: Reversed = { reverses: 'payment', reversedNo: 5, cents: 2000 };
const reversalOfMistake = 6;

/** The payment that was reversed, as it should have been. */
const again = (b: Bench, more: Partial<ledger.Entry> = {}) =>
  post(b, next(b, 'payment', 1500, more), { reference: 'Till-2', freed_by: reversalOfMistake });

export const reversalAttacks: readonly Attack[] = [
  attack('reverse an entry twice', 'ledger_entry.entry_reversed_once', (b) =>
    reverse(b, mistake, { reference: 'till-2' }),
  ),
  attack(
    'reverse less than the entry says',
    ['ledger_entry.reversal_of_entry', 'ledger_entry.entry_can_be_reversed'],
    (b) => reverse(b, { ...adjustment, cents: 400 }),
  ),
  attack('reverse what is known by another reference', 'ledger_entry.how generated', (b) =>
    reverse(b, refund, { reference: 'R-1', how: 'cash ' }),
  ),
  attack('reverse nobody knows what', 'ledger_entry.reversal_reverses_entry', (b) =>
    reverse(b, refund, { reversed_no: null }),
  ),
  attack('reverse a payment of which some was given back', 'ledger_entry.refunds_within_payments', (b) =>
    reverse(b, { reverses: 'payment', reversedNo: 1, cents: 50_000 }, { reference: 'till-1' }),
  ),
  attack(
    'post a payment twice because another was reversed',
    ['ledger_entry.reference_set_free', 'ledger_entry.reversal_frees_reference'],
    (b) => post(b, next(b, 'payment', 100), { reference: 'till-1', freed_by: reversalOfMistake }),
  ),
  attack('post a payment twice after it was reversed once', 'ledger_entry.payment_recorded_once', (b) =>
    inOrder(again(b), again(b, { no: 8, before: { ...sums, paid: sums.paid + 1500 } })),
  ),
  attack('reverse what the card provider confirmed', 'ledger_entry.typed_no generated', (b) => {
    const { cardAgreement: agreementId, askedCardPayment } = b.ids;
    const of = (no: number, paid: number) => ({ agreementId, no, before: { ...ledger.nothing, paid } });
    const paid = next(b, 'payment', 20_000, of(2, 50_000));
    const reversal = next(b, 'reversal', 20_000, { ...of(3, 70_000), reverses: 'payment', reversedNo: 2 });
    return inOrder(
      card.confirm(b.ground, b.of('askedCardPayment')),
      card.entry(b.ground, paid, askedCardPayment, { typed_no: 2 }),
      ledger.enter(b.ground, reversal, { method: 'card', reference: `entry-${paid.id}` }),
      ledger.posting(b.ground, reversal.id, 'patient_receivable', 20_000),
      ledger.posting(b.ground, reversal.id, 'card_clearing', -20_000),
    );
  }),
];
