import { installmentsOf } from '../ledger/installments';
import { aWatchedCase } from '../testing/a-watched-case';
import { watchesOf } from './watches-of';

const installments = installmentsOf(150_000, 3, '2026-12-01', 'month');
const said = (settledCents: number, today: string, onHold = false) =>
  watchesOf(aWatchedCase({ plans: [{ id: 'plan-1', installments, settledCents, onHold }] }), today);

it.each([
  ['2026-11-27', []],
  ['2026-11-28', ['installment_due:plan-1 2026-12-01 soon']],
  ['2026-12-01', ['installment_due:plan-1 2026-12-01 now']],
  ['2026-12-02', ['installment_due:plan-1 2026-12-01 late']],
  ['2027-03-01', ['installment_due:plan-1 2026-12-01 late']],
])('reminds of the first installment from three days before it: on %s %j', (today, expected) =>
  expect(said(0, today).map(({ key, dueOn, severity }) => `${key} ${dueOn} ${severity}`)).toEqual(expected),
);

it('goes on to the next one once it is paid, and says how much of it is open', () => {
  expect(said(50_000, '2026-12-05')).toEqual([]);
  const [reminder] = said(70_000, '2026-12-30');
  expect(reminder).toMatchObject({
    dueOn: '2027-01-01',
    taskKind: 'collect_installment',
    forRole: 'coordinator',
  });
  expect(reminder?.about).toContain('open with $300.00');
  expect(said(150_000, '2027-06-01')).toEqual([]);
});

it('reminds of nothing while the patient disputes the bill, however late it is', () => {
  expect(said(0, '2027-03-01', true)).toEqual([]);
});
