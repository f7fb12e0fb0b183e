import fc from 'fast-check';
import {
  installmentsOf,
  mostInstallments,
  nextInstallment,
  planRefusals,
  planRhythms,
  planWarnings,
  standInstallments,
} from './index';

const counts = fc.integer({ min: 1, max: mostInstallments });
const totals = fc.integer({ min: mostInstallments, max: 100_000_000 });
const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));
const rhythms = fc.constantFrom(...planRhythms);
const sum = (amounts: readonly { cents: number }[]) => amounts.reduce((total, { cents }) => total + cents, 0);

it('installments sum to the total to the cent, each is at least a cent, and only the last differs', () =>
  fc.assert(
    fc.property(totals, counts, days, rhythms, (total, count, firstOn, every) => {
      const plan = installmentsOf(total, count, firstOn, every);
      expect(plan.map(({ no }) => no)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
      expect(sum(plan)).toBe(total);
      for (const { cents } of plan) expect(Number.isInteger(cents) && cents >= 1).toBe(true);
      expect(new Set(plan.slice(0, -1).map(({ cents }) => cents)).size).toBeLessThanOrEqual(1);
      // What does not divide is less than a cent for each of the others.
      const [first, last] = [plan[0]?.cents ?? 0, plan.at(-1)?.cents ?? 0];
      expect(last - first).toBeGreaterThanOrEqual(0);
      expect(last - first).toBeLessThan(count);
    }),
  ));

it('installments come due one after the other, the first on its day, and months do not drift', () =>
  fc.assert(
    fc.property(totals, counts, days, rhythms, (total, count, firstOn, every) => {
      const due = installmentsOf(total, count, firstOn, every).map(({ dueOn }) => dueOn);
      expect(due[0]).toBe(firstOn);
      expect([...new Set(due)].sort()).toEqual(due);
      if (every !== 'month') return;
      const first = Temporal.PlainDate.from(firstOn);
      for (const day of due) {
        const one = Temporal.PlainDate.from(day);
        expect(one.day).toBe(Math.min(first.day, one.daysInMonth));
      }
    }),
  ));

it('what is settled is in the installments: what is open is the rest, and an installment is paid before the next begins', () =>
  fc.assert(
    fc.property(
      totals,
      counts,
      days,
      rhythms,
      days,
      fc.nat(110_000_000),
      (total, count, firstOn, every, today, settled) => {
        const standing = standInstallments(installmentsOf(total, count, firstOn, every), settled, {
          today,
          onHold: false,
        });
        const open = standing.reduce((left, { openCents }) => left + openCents, 0);
        expect(open).toBe(Math.max(0, total - settled));
        const firstOpen = standing.findIndex(({ state }) => state !== 'paid');
        for (const { openCents, cents } of firstOpen < 0 ? [] : standing.slice(firstOpen + 1))
          expect(openCents).toBe(cents);
        expect(nextInstallment(standing)?.no ?? null).toBe(firstOpen < 0 ? null : firstOpen + 1);
      },
    ),
  ));

it('a plan begun on the 31st is due on the last of each month, and on the 31st again', () => {
  const due = installmentsOf(40_000, 4, '2027-01-31', 'month').map(({ dueOn }) => dueOn);
  expect(due).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
});

it('the last installment takes what does not divide', () =>
  expect(installmentsOf(100_000, 3, '2027-01-01', 'week').map(({ cents }) => cents)).toEqual([
    33_333, 33_333, 33_334,
  ]));

it('tells paid, partly paid, open and overdue apart; due today is not late', () => {
  const plan = installmentsOf(40_000, 4, '2027-01-15', 'month');
  const states = (settled: number, today: string, onHold = false) =>
    standInstallments(plan, settled, { today, onHold }).map(({ state }) => state);
  expect(states(15_000, '2027-02-15')).toEqual(['paid', 'partly_paid', 'open', 'open']);
  expect(states(15_000, '2027-02-16')).toEqual(['paid', 'overdue', 'open', 'open']);
  expect(states(40_000, '2028-01-01')).toEqual(['paid', 'paid', 'paid', 'paid']);
  expect(states(0, '2027-03-16')).toEqual(['overdue', 'overdue', 'overdue', 'open']);
  // What the patient disputes is not asked for.
  expect(states(15_000, '2027-03-16', true)).toEqual(['paid', 'on_hold', 'on_hold', 'open']);
});

it('warns above four installments, and refuses empty ones and those that would be late already', () => {
  expect(planWarnings(4)).toEqual([]);
  expect(planWarnings(5)).toMatchObject([{ code: 'credit_disclosures' }]);
  expect(planRefusals(3, 4, '2027-01-01', '2027-01-01')).toMatchObject([
    { code: 'installments_empty', field: 'count' },
  ]);
  expect(planRefusals(400, 4, '2026-12-31', '2027-01-01')).toMatchObject([
    { code: 'in_the_past', field: 'firstOn' },
  ]);
});
