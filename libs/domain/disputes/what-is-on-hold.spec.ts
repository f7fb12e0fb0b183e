import { moneyMoves } from '../ledger';
import { nothingYet } from '../ledger/totals';
import { closingRefusals, isOnHold } from './index';

it('is on hold while one dispute is open, and not once all are closed', () => {
  expect(isOnHold([])).toBe(false);
  expect(isOnHold([{ state: 'closed' }])).toBe(false);
  expect(isOnHold([{ state: 'closed' }, { state: 'open' }])).toBe(true);
});

it('agrees on no plan on hold, and takes, gives back and gives up money all the same', () => {
  const totals = { ...nothingYet, chargedCents: 220_000, paidCents: 50_000 };
  const manager = { staffId: 'm', name: 'M', roles: ['manager'] } as never;
  const refused = (onHold: boolean) =>
    moneyMoves(manager, { state: 'active', totalCents: 300_000, onHold }, totals).flatMap(
      ({ move, refusals }) => refusals.map(({ code }) => `${move} ${code}`),
    );
  expect(refused(true)).toEqual(['agree collections_on_hold']);
  expect(refused(false)).toEqual([]);
});

it.each([
  ['2026-12-01', []],
  ['2026-11-30', ['closed_before_opened']],
  ['2026-12-03', ['in_the_future']],
])('closing on %s what was opened on 1 December: %j', (closedOn, codes) =>
  expect(
    closingRefusals({ openedOn: '2026-12-01', closedOn }, { today: '2026-12-02' }).map(({ code }) => code),
  ).toEqual(codes),
);
