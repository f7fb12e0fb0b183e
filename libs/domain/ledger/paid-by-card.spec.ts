import {
  CardGround,
  cardOffers,
  cardPaymentRefusals,
  cardRefundRefusals,
  differenceOf,
  overpaidOf,
} from './card-payments';
import { installmentsOf } from './installments';
import { LedgerTotals, PricedAgreement, nothingYet } from './totals';

const signed: PricedAgreement = { state: 'signed', totalCents: 150_000 };
const withdrawn: PricedAgreement = { state: 'void', totalCents: 150_000 };
const totals = (more: Partial<LedgerTotals> = {}): LedgerTotals => ({ ...nothingYet, ...more });
const ground = (more: Partial<CardGround> = {}): CardGround => ({
  agreement: signed,
  totals: nothingYet,
  installments: [],
  onHold: false,
  today: '2026-11-30',
  ...more,
});
const plan = installmentsOf(150_000, 3, '2026-12-01', 'month');

describe('what a patient is offered to pay by card', () => {
  it('is all of it, where no plan was agreed on', () =>
    expect(cardOffers(ground())).toEqual([{ of: 'all', cents: 150_000, dueOn: null }]));

  it('is the part that comes next, and all that is left', () =>
    expect(cardOffers(ground({ installments: plan, totals: totals({ paidCents: 70_000 }) }))).toEqual([
      { of: 'next', cents: 30_000, dueOn: '2027-01-01' },
      { of: 'all', cents: 80_000, dueOn: null },
    ]));

  it('is one amount where the last part is all that is left', () =>
    expect(cardOffers(ground({ installments: plan, totals: totals({ paidCents: 100_000 }) }))).toEqual([
      { of: 'all', cents: 50_000, dueOn: null },
    ]));

  it('is what was done, of an agreement that was withdrawn, and no part of its plan', () => {
    const done = totals({ chargedCents: 50_000, paidCents: 10_000 });
    expect(cardOffers(ground({ agreement: withdrawn, installments: plan, totals: done }))).toEqual([
      { of: 'all', cents: 40_000, dueOn: null },
    ]);
  });

  it.each([
    ['all is paid', { totals: totals({ paidCents: 150_000 }) }],
    ['the bill is disputed', { onHold: true }],
    ['less is left than cards are taken for', { totals: totals({ paidCents: 149_951 }) }],
  ])('is nothing while %s', (_, more) => expect(cardOffers(ground(more))).toEqual([]));
});

it('says every reason why an amount is not asked for', () => {
  const codes = (cents: number, more: Partial<CardGround> = {}) =>
    cardPaymentRefusals(cents, ground(more)).map(({ code }) => code);
  expect(codes(150_000)).toEqual([]);
  expect(codes(150_001, { onHold: true })).toEqual(['collections_on_hold', 'payment_above_price']);
  expect(codes(49)).toEqual(['card_amount_small']);
});

it('gives no more back to a card than came from it, nor than the ledger has left', () => {
  const codes = (cents: number, refundedCents: number, refunded: number) =>
    cardRefundRefusals(
      cents,
      { cents: 50_000, refundedCents },
      signed,
      totals({ paidCents: 60_000, refundedCents: refunded }),
    ).map(({ code }) => code);
  expect(codes(50_000, 0, 0)).toEqual([]);
  expect(codes(50_001, 0, 0)).toEqual(['refund_above_card_payment']);
  expect(codes(10_000, 45_000, 45_000)).toEqual(['refund_above_card_payment']);
  expect(codes(50_000, 0, 20_000)).toEqual(['refund_above_payments']);
});

it.each([
  [50_000, 'usd', null],
  [49_999, 'usd', 'amount_differs'],
  [50_001, 'usd', 'amount_differs'],
  [50_000, 'eur', 'currency_differs'],
])('%d %s for $500.00: %s', (cents, currency, because) =>
  expect(differenceOf(50_000, { cents, currency })).toBe(because),
);

it('knows how much too much came', () => {
  expect(overpaidOf(signed, totals({ paidCents: 150_000 }))).toBe(0);
  expect(overpaidOf(signed, totals({ paidCents: 150_000, adjustedCents: 5_000 }))).toBe(5_000);
  expect(overpaidOf(withdrawn, totals({ paidCents: 50_000, chargedCents: 20_000 }))).toBe(30_000);
  expect(overpaidOf(withdrawn, totals({ paidCents: 50_000, refundedCents: 50_000 }))).toBe(0);
});
