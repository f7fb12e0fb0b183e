import { aPrice } from '../testing/an-estimate';
import { itemOfLine, pricesOn } from './price-item';

const costs = (day: string, ...items: readonly ReturnType<typeof aPrice>[]) =>
  pricesOn(items, day).map(({ code, unitCents }) => [code, unitCents]);

it('takes the price that began last, and none that has not begun', () => {
  const now = aPrice({ validFrom: '2026-01-01', unitCents: 20_000 });
  const next = aPrice({ validFrom: '2027-01-01', unitCents: 25_000 });
  expect(costs('2026-12-31', now, next)).toEqual([['prp', 20_000]]);
  expect(costs('2027-01-01', now, next)).toEqual([['prp', 25_000]]);
  expect(costs('2025-12-31', now, next)).toEqual([]);
});

it('takes the later of two that begin on one day: it corrects the other', () =>
  expect(costs('2026-06-01', aPrice({ unitCents: 1 }), aPrice({ unitCents: 2 }))).toEqual([['prp', 2]]));

it('offers what has ended no longer, from that day on', () => {
  const ended = aPrice({ validFrom: '2026-07-01', ended: true });
  expect(costs('2026-06-30', aPrice(), ended)).toEqual([['prp', 20_000]]);
  expect(costs('2026-07-01', aPrice(), ended)).toEqual([]);
});

it('knows a line by its words in either language', () => {
  const known = [aPrice()];
  expect(itemOfLine({ description: ' platelet-rich PLASMA ' }, known)?.code).toBe('prp');
  expect(itemOfLine({ description: 'Plasma rico en plaquetas' }, known)?.code).toBe('prp');
  expect(itemOfLine({ description: 'Plasma' }, known)).toBeNull();
});
