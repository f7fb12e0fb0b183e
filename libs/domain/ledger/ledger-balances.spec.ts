import fc from 'fast-check';
import { postingsOf } from './accounts';
import {
  Booked,
  LedgerTotals,
  amountRefusal,
  balanceOf,
  nothingYet,
  payableOf,
  settledOf,
  totalsAfter,
} from './index';

const amounts = fc.integer({ min: 1, max: 900_000 });
const methods = fc.constantFrom('cash' as const, 'card' as const, 'bank' as const);
const entries: fc.Arbitrary<Booked> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('charge' as const, 'adjustment' as const),
    cents: amounts,
    method: fc.constant(null),
  }),
  fc.record({
    kind: fc.constantFrom('payment' as const, 'refund' as const),
    cents: amounts,
    method: methods,
  }),
);
const signed = { state: 'signed', totalCents: 150_000 } as const;

/** Posts what the rules let through. */
function posted(wanted: readonly Booked[]): {
  readonly done: readonly Booked[];
  readonly totals: LedgerTotals;
} {
  let totals = nothingYet;
  const done = wanted.filter((entry) => {
    if (entry.kind !== 'charge' && amountRefusal(entry.kind, entry.cents, signed, totals)) return false;
    totals = totalsAfter(totals, entry);
    return true;
  });
  return { done, totals };
}

it('every entry has two sides that sum to nothing, on two accounts', () =>
  fc.assert(
    fc.property(entries, (entry) => {
      const sides = postingsOf(entry);
      expect(sides.reduce((sum, { cents }) => sum + cents, 0)).toBe(0);
      expect(new Set(sides.map(({ account }) => account)).size).toBe(2);
    }),
  ));

it('the receivable’s postings are the balance, whatever was posted', () =>
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 40 }), (wanted) => {
      const { done, totals } = posted(wanted);
      const receivable = done
        .flatMap(postingsOf)
        .filter(({ account }) => account === 'patient_receivable')
        .reduce((sum, { cents }) => sum + cents, 0);
      expect(receivable).toBe(balanceOf(totals));
    }),
  ));

it('never gives back more than was paid, and never gives up more than was charged', () =>
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 60 }), (wanted) => {
      const { totals } = posted(wanted);
      expect(totals.refundedCents).toBeLessThanOrEqual(totals.paidCents);
      expect(totals.adjustedCents).toBeLessThanOrEqual(totals.chargedCents);
      expect(payableOf(signed, totals)).toBeGreaterThanOrEqual(0);
    }),
  ));

const after = (...done: readonly Booked[]) => done.reduce(totalsAfter, nothingYet);
const paid = (cents: number): Booked => ({ kind: 'payment', cents, method: 'cash' });
const charged = (cents: number): Booked => ({ kind: 'charge', cents, method: null });

it('a deposit is a credit until the session is done, and is settled already', () => {
  expect(balanceOf(after(paid(50_000)))).toBe(-50_000);
  expect(balanceOf(after(paid(50_000), charged(50_000)))).toBe(0);
  expect(settledOf(after(paid(50_000)))).toBe(50_000);
});

it.each([
  ['a payment beyond the agreed price', 'payment', after(paid(100_000)), 50_001, 'payment_above_price'],
  ['a refund of more than was paid', 'refund', after(paid(100)), 101, 'refund_above_payments'],
  ['an adjustment of what was not charged', 'adjustment', nothingYet, 1, 'adjustment_above_charges'],
] as const)('refuses %s, and takes a cent less', (_, kind, totals, cents, code) => {
  expect(amountRefusal(kind, cents, signed, totals)).toMatchObject({ code, field: 'cents' });
  if (cents > 1) expect(amountRefusal(kind, cents - 1, signed, totals)).toBeNull();
});

it('of a withdrawn agreement only what was done is still to be paid', () => {
  const withdrawn = { state: 'void', totalCents: 150_000 } as const;
  expect(payableOf(withdrawn, after(charged(50_000)))).toBe(50_000);
  expect(amountRefusal('payment', 50_001, withdrawn, after(charged(50_000)))?.code).toBe(
    'payment_above_price',
  );
});
