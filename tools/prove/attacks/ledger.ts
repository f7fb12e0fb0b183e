import type { Bench } from '../bench';
import { Columns, inOrder } from '../sql';
import * as ledger from '../verbs/ledger';
import { Attack, attack, fresh } from './attack';

/** What the bench’s agreement stands at, after the entries that it has: the next one is the seventh. */
export const sums = { charged: 45_000, adjusted: 500, paid: 50_000, refunded: 1000 };

type Made = Partial<ledger.Entry>;
export const next = (b: Bench, kind: ledger.Entry['kind'], cents: number, more: Made = {}): ledger.Entry => ({
  caseId: b.ids.case,
  id: fresh(),
  agreementId: b.ids.agreement,
  no: 7,
  before: sums,
  kind,
  cents,
  ...more,
});
/** The first entry of an agreement that has none. */
const first = (b: Bench, kind: ledger.Entry['kind'], cents: number, more: Made = {}): ledger.Entry =>
  next(b, kind, cents, { agreementId: b.ids.voidAgreement, no: 1, before: ledger.nothing, ...more });
export const post = (b: Bench, made: ledger.Entry, forged: Columns = {}) =>
  ledger.post(b.ground, made, forged);
const charge = (b: Bench, sessionId: string, more: Made = {}, forged: Columns = {}) => {
  const made = next(b, 'charge', 45_000, more);
  return post(b, made, { ...ledger.ofSession(sessionId, b.ids.paidKey, made.cents), ...forged });
};

/** Sums that were never reached. */
const invented = { charged: 45_000, adjusted: 500, paid: 900_000, refunded: 1000 };

const sumAttacks: readonly Attack[] = [
  attack('give back more than was paid', 'ledger_entry.refunds_within_payments', (b) =>
    post(b, next(b, 'refund', 49_001)),
  ),
  attack('give up more than was charged', 'ledger_entry.adjustments_within_charges', (b) =>
    post(b, next(b, 'adjustment', 44_501)),
  ),
  attack(
    'go on from sums that the entry before does not have',
    ['ledger_entry.ledger_goes_on', 'ledger_entry.ledger_sums'],
    (b) => post(b, next(b, 'refund', 800_000, { before: invented })),
  ),
  attack('begin a ledger with sums', 'ledger_entry.ledger_begins_at_nothing', (b) =>
    post(b, first(b, 'refund', 800_000, { before: invented })),
  ),
  attack('give back from before it was given back once', 'ledger_entry.ledger_number', (b) =>
    post(b, next(b, 'refund', 50_000, { no: 3, before: { ...sums, adjusted: 0, refunded: 0 } })),
  ),
  attack('post an entry without a number', 'ledger_entry.ledger_entry_entry_no_not_null', (b) =>
    post(b, next(b, 'refund', 800_000, { before: invented }), { entry_no: null }),
  ),
  attack('follow no other entry', 'ledger_entry.prev_no generated', (b) =>
    post(b, next(b, 'refund', 800_000, { before: invented }), { prev_no: null }),
  ),
  attack('say that more was paid by now', 'ledger_entry.paid_cents generated', (b) =>
    post(b, next(b, 'refund', 800_000), { paid_cents: 900_000 }),
  ),
  attack('say that nothing was given back', 'ledger_entry.refunded_cents generated', (b) =>
    post(b, next(b, 'refund', 800_000), { refunded_cents: 0 }),
  ),
  attack('say that more was charged by now', 'ledger_entry.charged_cents generated', (b) =>
    post(b, next(b, 'adjustment', 800_000), { charged_cents: 900_000 }),
  ),
  attack('say that nothing was given up', 'ledger_entry.adjusted_cents generated', (b) =>
    post(b, next(b, 'adjustment', 800_000), { adjusted_cents: 0 }),
  ),
];

/** An entry of 100 cents, paid in cash, whose sides are posted by hand. */
const bySides = (b: Bench, forged: Columns, ...sides: readonly (readonly [string, number])[]) => {
  const made = next(b, 'payment', 100);
  return inOrder(
    ledger.enter(b.ground, made, forged),
    ...sides.map(([account, cents]) => ledger.posting(b.ground, made.id, account, cents)),
  );
};
const toOldPayment = (b: Bench, account: string, cents: number | null, forged: Columns = {}) =>
  ledger.posting(b.ground, b.ids.payment, account, cents, forged);

const sideAttacks: readonly Attack[] = [
  attack('post a credit alone', 'ledger_entry.entry_is_debited', (b) =>
    bySides(b, {}, ['patient_receivable', -100]),
  ),
  attack('post a debit alone', ['ledger_entry.entry_is_credited', 'ledger_posting.posting_amount'], (b) =>
    bySides(b, {}, ['cash_clearing', 100]),
  ),
  attack(
    'add a debit to an old entry',
    ['ledger_posting.posting_is_debit', 'ledger_entry.entry_debit'],
    (b) => toOldPayment(b, 'adjustments', 5),
  ),
  attack(
    'add a credit to an old entry',
    ['ledger_posting.posting_is_credit', 'ledger_entry.entry_credit'],
    (b) => toOldPayment(b, 'treatment_revenue', -5),
  ),
  attack('add a posting of nothing', 'ledger_posting.ledger_posting_cents_check', (b) =>
    toOldPayment(b, 'adjustments', 0),
  ),
  attack('add a posting without an amount', 'ledger_posting.ledger_posting_cents_not_null', (b) =>
    toOldPayment(b, 'adjustments', null),
  ),
  attack('call a debit none', 'ledger_posting.debit_account generated', (b) =>
    toOldPayment(b, 'adjustments', 5, { debit_account: null }),
  ),
  attack('call a credit none', 'ledger_posting.credit_account generated', (b) =>
    toOldPayment(b, 'treatment_revenue', -5, { credit_account: null }),
  ),
  attack('choose the account that is debited', 'ledger_entry.debit_account generated', (b) =>
    bySides(b, { debit_account: 'adjustments' }, ['adjustments', 100], ['patient_receivable', -100]),
  ),
  attack('choose the account that is credited', 'ledger_entry.credit_account generated', (b) =>
    bySides(b, { credit_account: 'treatment_revenue' }, ['cash_clearing', 100], ['treatment_revenue', -100]),
  ),
  attack('credit less than is debited', 'ledger_entry.credit_cents generated', (b) =>
    bySides(b, { credit_cents: -99 }, ['cash_clearing', 100], ['patient_receivable', -99]),
  ),
  attack('pay in a way that has no account', 'ledger_entry.ledger_entry_method_check', (b) =>
    bySides(b, { method: 'shells', reference: '1' }, ['shells_clearing', 100], ['patient_receivable', -100]),
  ),
  attack(
    'post a payment below zero',
    [],
    (b) => post(b, next(b, 'payment', -100)),
    'ledger_entry_cents_check',
  ),
  attack(
    'post a gift',
    [],
    (b) => post(b, next(b, 'payment', 100), { kind: 'gift', words: 'x' }),
    'ledger_entry_kind_check',
  ),
];

const chargeAttacks: readonly Attack[] = [
  attack('charge what is of no session', 'ledger_entry.charge_is_of_session', (b) =>
    charge(b, b.ids.uncharged, {}, { session_id: null }),
  ),
  attack('charge more than the lines say', 'ledger_entry.charge_is_itemized', (b) =>
    charge(b, b.ids.uncharged, {}, ledger.ofSession(b.ids.uncharged, b.ids.paidKey, 44_999)),
  ),
  attack('charge a session twice', 'ledger_entry.session_charged_once', (b) => charge(b, b.ids.charged)),
  attack(
    'charge a session that is only booked',
    ['ledger_entry.charge_of_performed_session', 'treatment_record.treatment_record_of_case'],
    (b) => charge(b, b.ids.paid),
  ),
  attack('charge a session that the payer authorized', 'ledger_entry.charge_of_cleared_session', (b) =>
    charge(b, b.ids.done),
  ),
  attack('say that a session has no units', 'ledger_entry.first_slot generated', (b) =>
    charge(b, b.ids.done, {}, { first_slot: null }),
  ),
  attack(
    'charge a session to another agreement',
    ['ledger_entry.charge_of_agreement', 'clearance.clearance_agreement'],
    (b) => charge(b, b.ids.uncharged, { agreementId: b.ids.voidAgreement, no: 1, before: ledger.nothing }),
  ),
];

const unsigned: Made = { no: 1, before: ledger.nothing };

const sourceAttacks: readonly Attack[] = [
  attack(
    'take money for an estimate that is not signed',
    ['ledger_entry.ledger_of_signed_agreement', 'patient_signature.signature_of_case'],
    (b) => post(b, next(b, 'payment', 100, { ...unsigned, agreementId: b.ids.issuedAgreement })),
  ),
  attack('take money for another case’s agreement', 'ledger_entry.ledger_of_signed_agreement', (b) =>
    post(b, next(b, 'payment', 100, { caseId: b.ids.otherCase })),
  ),
  attack('take money for no agreement', 'ledger_entry.ledger_entry_agreement_id_not_null', (b) =>
    post(b, next(b, 'payment', 100, unsigned), { agreement_id: null }),
  ),
];

export const ledgerAttacks: readonly Attack[] = [
  ...sumAttacks,
  ...sideAttacks,
  ...chargeAttacks,
  ...sourceAttacks,
  attack('post a request twice', 'ledger_entry.request_posted_once', (b) =>
    post(b, next(b, 'payment', 100), { idempotency_key: b.ids.payment }),
  ),
  attack('post a payment twice, its reference in other letters', 'ledger_entry.payment_recorded_once', (b) =>
    post(b, next(b, 'payment', 50_000), { reference: 'TILL-1' }),
  ),
  attack('post what nobody asked for', 'ledger_entry.posted_on_request', (b) =>
    post(b, next(b, 'payment', 100), { idempotency_key: null }),
  ),
  attack('give up something in cash', 'ledger_entry.money_has_a_method', (b) =>
    post(b, next(b, 'adjustment', 100), { method: 'cash' }),
  ),
  attack('give back for no reason', 'ledger_entry.giving_back_has_reason', (b) =>
    post(b, next(b, 'refund', 100), { words: null }),
  ),
  attack('take a transfer without its reference', 'ledger_entry.payment_has_reference', (b) =>
    bySides(b, { method: 'bank' }, ['bank_clearing', 100], ['patient_receivable', -100]),
  ),
];
