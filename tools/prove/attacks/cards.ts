import type { Bench } from '../bench';
import { Columns, inOrder, update } from '../sql';
import * as card from '../verbs/card';
import * as ledger from '../verbs/ledger';
import { Attack, attack, fresh, newOf } from './attack';

/** What stands in the ledger of the bench’s card agreement: one payment that was confirmed. */
const sums = { ...ledger.nothing, paid: 50_000 };
const next = (b: Bench, cents: number, more: Partial<ledger.Entry> = {}): ledger.Entry => ({
  ...newOf(b),
  agreementId: b.ids.cardAgreement,
  no: 2,
  before: sums,
  kind: 'payment',
  cents,
  ...more,
});

/** The payment whose page is open on the bench: 20,000 cents. */
const open = (b: Bench) => b.of('askedCardPayment');
const held = (b: Bench) => b.of('heldCardPayment');

/** Of an agreement that no card payment was asked for yet. */
const asking = (b: Bench, forged: Columns = {}, more: Partial<card.CardMoney> = {}) =>
  card.ask(
    b.ground,
    { ...newOf(b), agreementId: b.ids.voidAgreement, kind: 'payment', cents: 100, ...more },
    forged,
  );
const givingBack = (b: Bench, forged: Columns = {}) =>
  asking(b, forged, { agreementId: b.ids.cardAgreement, kind: 'refund' });

/** A refund of the confirmed payment, of which the provider tells. */
const toldOf = (b: Bench, agreementId: string): card.CardMoney => ({
  ...newOf(b),
  ...{ agreementId, kind: 'refund', cents: 100, paymentId: b.ids.cardPayment },
});

const postingAttacks: readonly Attack[] = [
  attack('post what the provider confirmed once more', 'ledger_entry.card_transaction_posted_once', (b) =>
    card.entry(b.ground, next(b, 50_000), b.ids.cardPayment),
  ),
  attack(
    'post more than the provider confirmed',
    ['ledger_entry.entry_of_card_transaction', 'card_transaction.card_transaction_as_posted'],
    (b) => inOrder(card.confirm(b.ground, open(b)), card.entry(b.ground, next(b, 30_000), open(b).id)),
  ),
  attack('post what the provider has not confirmed', 'ledger_entry.entry_of_card_transaction', (b) =>
    card.entry(b.ground, next(b, 20_000), open(b).id),
  ),
  attack('post a confirmed payment to another agreement', 'ledger_entry.entry_of_card_transaction', (b) => {
    const elsewhere = { agreementId: b.ids.voidAgreement, no: 1, before: ledger.nothing };
    return inOrder(
      card.confirm(b.ground, open(b)),
      card.entry(b.ground, next(b, 20_000, elsewhere), open(b).id),
    );
  }),
  attack('confirm a payment that no entry speaks of', 'card_transaction.card_transaction_is_in_ledger', (b) =>
    card.confirm(b.ground, open(b)),
  ),
  attack('say that a confirmed payment is not', 'card_transaction.posted_id generated', (b) =>
    card.confirm(b.ground, open(b), { posted_id: null }),
  ),
  attack('post a card payment as cash', 'ledger_entry.card_transaction_is_by_card', (b) =>
    inOrder(
      card.confirm(b.ground, open(b)),
      ledger.post(b.ground, next(b, 20_000), { card_transaction_id: open(b).id }),
    ),
  ),
];

const askingAttacks: readonly Attack[] = [
  attack(
    'ask for a payment of what is not signed',
    'card_transaction.card_transaction_of_signed_agreement',
    (b) => asking(b, {}, { agreementId: b.ids.issuedAgreement }),
  ),
  attack(
    'ask for a payment of another case’s agreement',
    'card_transaction.card_transaction_of_signed_agreement',
    (b) => asking(b, {}, { caseId: b.ids.otherCase }),
  ),
  attack(
    'ask for a payment of no agreement',
    'card_transaction.card_transaction_agreement_id_not_null',
    (b) => asking(b, { agreement_id: null }),
  ),
  attack(
    'ask by a link that is not open',
    ['card_transaction.card_payment_by_opened_link', 'patient_link.patient_link_of_agreement'],
    (b) => asking(b, { link_id: b.ids.link }),
  ),
  attack('say nothing of whether a link was opened', 'card_transaction.link_opened generated', (b) =>
    asking(b, { link_id: b.ids.link, link_opened: null }),
  ),
  attack('ask while the bill is disputed', 'card_transaction.held_while_disputed', (b) =>
    asking(b, {}, { agreementId: b.ids.disputedAgreement }),
  ),
  attack('open a second page', 'card_transaction.one_open_card_payment', (b) =>
    asking(b, {}, { agreementId: b.ids.cardAgreement }),
  ),
  attack('open a page that never closes', 'card_transaction.asked_card_payment_closes', (b) =>
    asking(b, { closes_at: null }),
  ),
];

const refundAttacks: readonly Attack[] = [
  attack('give back no payment', 'card_transaction.card_refund_is_of_payment', (b) => givingBack(b)),
  attack('give back for no reason', 'card_transaction.card_refund_has_reason', (b) =>
    card.tell(b.ground, toldOf(b, b.ids.cardAgreement), { words: null }),
  ),
  attack(
    'give back what the provider has not confirmed',
    ['card_transaction.card_refund_of_posted_payment', 'card_transaction.card_payment_was_posted'],
    (b) => givingBack(b, { payment_id: b.ids.askedCardPayment }),
  ),
  attack('give back another agreement’s payment', 'card_transaction.card_refund_of_posted_payment', (b) =>
    card.tell(b.ground, toldOf(b, b.ids.voidAgreement)),
  ),
  attack('say nothing of what a refund is of', 'card_transaction.refund_of generated', (b) =>
    givingBack(b, { payment_id: b.ids.askedCardPayment, refund_of: null }),
  ),
  attack('give back a second time at once', 'card_transaction.one_open_card_refund', (b) =>
    givingBack(b, { payment_id: b.ids.cardPayment }),
  ),
];

const holdingAttacks: readonly Attack[] = [
  attack('hold money of which the provider says nothing', 'card_transaction.moved_money_has_reference', (b) =>
    card.hold(b.ground, open(b), { provider_ref: null }),
  ),
  attack('hold money for no reason', 'card_transaction.held_money_has_reason', (b) =>
    card.hold(b.ground, open(b), { held_because: null }),
  ),
  attack('see to held money without a word', 'card_transaction.settled_money_has_outcome', (b) =>
    card.settle(b.ground, held(b), { outcome: null }),
  ),
  attack('take one payment of the provider for two', 'card_transaction.card_reference_once', (b) =>
    card.hold(b.ground, open(b), { provider_ref: `ref-${b.ids.cardPayment}` }),
  ),
  attack('give a confirmed payment another reference', 'card_transaction.final_is_final', (b) =>
    update('card_transaction', { provider_ref: fresh() }, { id: b.ids.cardPayment }),
  ),
  attack('make a payment that is asked for larger', 'card_transaction UPDATE', (b) =>
    update('card_transaction', { cents: 1_000_000 }, { id: b.ids.askedCardPayment }),
  ),
];

export const cardAttacks: readonly Attack[] = [
  ...postingAttacks,
  ...askingAttacks,
  ...refundAttacks,
  ...holdingAttacks,
];
