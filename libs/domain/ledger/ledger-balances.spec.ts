import fc from 'fast-check';
import { postingsOf } from './accounts';
import {
  Booked,
  LedgerTotals,
  amountRefusal,
  balanceOf,
  isTyped,
  nothingYet,
  payableOf,
  reversingRefusals,
  settledOf,
  totalsAfter,
} from './index';

const amounts = fc.integer({ min: 1, max: 900_000 });
const methods = fc.constantFrom('cash' as const, 'card' as const, 'bank' as const);
const entries: fc.Arbitrary<Exclude<Booked, { kind: 'reversal' }>> = fc.oneof(
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

const manager = { staffId: 'm', roles: ['manager'] } as const;
/** What somebody does: books something, or reverses the entry of that number, if there is one. */
const wishes = fc.oneof(
  { arbitrary: entries, weight: 3 },
  { arbitrary: fc.record({ mistaken: fc.nat(20) }), weight: 1 },
);
type Wish = Booked | { readonly mistaken: number };

/** Posts what the rules let through. */
function posted(wanted: readonly Wish[]): {
  readonly done: readonly Booked[];
  readonly totals: LedgerTotals;
} {
  let totals = nothingYet;
  const done: Booked[] = [];
  const reversed = new Set<number>();
  const post = (entry: Booked) => {
    totals = totalsAfter(totals, entry);
    done.push(entry);
  };
  for (const wish of wanted) {
    if (!('mistaken' in wish)) {
      if (isTyped(wish.kind) && amountRefusal(wish.kind, wish.cents, signed, totals)) continue;
      post(wish);
      continue;
    }
    const entry = done[wish.mistaken];
    if (entry === undefined) continue;
    const reversedBy = reversed.has(wish.mistaken) ? 0 : null;
    const { kind: reverses, cents, method } = entry;
    if (
      !isTyped(reverses) ||
      reversingRefusals(manager, { kind: reverses, cents, byCardOnline: false, reversedBy }, totals).length >
        0
    )
      continue;
    reversed.add(wish.mistaken);
    post({ kind: 'reversal', reverses, cents, method });
  }
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
    fc.property(fc.array(wishes, { maxLength: 40 }), (wanted) => {
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
    fc.property(fc.array(wishes, { maxLength: 60 }), (wanted) => {
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

it('a reversal swaps the sides of what it reverses, and the sums are as if it had never been', () =>
  fc.assert(
    fc.property(
      entries.filter(({ kind }) => kind !== 'charge'),
      ({ kind, cents, method }) => {
        if (!isTyped(kind)) return;
        const entry = { kind, cents, method } as Booked;
        const reversal: Booked = { kind: 'reversal', reverses: kind, cents, method };
        const [debit, credit] = postingsOf(entry).map(({ account }) => account);
        expect(postingsOf(reversal).map(({ account }) => account)).toEqual([credit, debit]);
        expect(after(entry, reversal)).toEqual(nothingYet);
      },
    ),
  ));

it.each([
  ['a charge: its session was performed', { kind: 'charge', cents: 100 }, 'not_reversible'],
  ['a reversal', { kind: 'reversal', cents: 100 }, 'not_reversible'],
  ['what the card provider confirmed', { kind: 'payment', cents: 100, byCardOnline: true }, 'moved_by_card'],
  ['what is reversed already', { kind: 'refund', cents: 100, reversedBy: 4 }, 'reversed_already'],
  ['a payment of which some was given back', { kind: 'payment', cents: 40_001 }, 'payment_given_back'],
] as const)('does not reverse %s', (_, entry, code) => {
  const totals = { ...nothingYet, paidCents: 50_000, refundedCents: 10_000 };
  expect(
    reversingRefusals(manager, { byCardOnline: false, reversedBy: null, ...entry }, totals).map(
      (one) => one.code,
    ),
  ).toEqual([code]);
});

it('lets the desk reverse what it typed, and only a manager what a manager gave up', () => {
  const totals = { ...nothingYet, paidCents: 50_000 };
  const desk = { staffId: 'c', roles: ['coordinator'] } as const;
  const codes = (kind: 'payment' | 'adjustment', actor: typeof desk | typeof manager) =>
    reversingRefusals(actor, { kind, cents: 50_000, byCardOnline: false, reversedBy: null }, totals).map(
      ({ code }) => code,
    );
  expect(codes('payment', desk)).toEqual([]);
  expect(codes('adjustment', desk)).toEqual(['wrong_role']);
  expect(codes('adjustment', manager)).toEqual([]);
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
