import type { PolicyVersionRow } from '@stipple/contracts';
import { lineOf } from './version-line';

const row = (id: string, appliesFrom: string, appliesTo: string | null, state = 'published') =>
  ({ id, key: `P v${id}`, state, appliesFrom, appliesTo }) as PolicyVersionRow;
const today = '2026-11-29';

it('draws nothing where nothing is', () => {
  expect(lineOf([], today, [])).toBeNull();
  expect(lineOf([row('1', '2026-01-01', null, 'withdrawn')], today, [])).toBeNull();
});

it('puts bars one after the other into one lane, and what overlaps below', () => {
  const line = lineOf(
    [
      row('3', '2026-07-01', null),
      row('2', '2025-01-01', '2026-06-30'),
      row('4', '2026-09-01', null, 'draft'),
    ],
    today,
    [],
  );
  expect(line?.bars.map(({ id, lane }) => [id, lane])).toEqual([
    ['2', 0],
    ['3', 0],
    ['4', 1],
  ]);
  expect(line?.lanes).toBe(2);
  const [second, third] = line?.bars ?? [];
  // The day after a last day is where the next bar begins: they touch.
  expect(third?.from).toBeCloseTo((second?.from ?? 0) + (second?.width ?? 0), 6);
  expect((third?.from ?? 0) + (third?.width ?? 0)).toBeCloseTo(100, 6);
  expect(second?.words).toBe('P v2, published, from 1 January 2025 to 30 June 2026');
});

it('keeps today inside, shows years, and a gap between the bars around it', () => {
  const gap = { fromOn: '2026-02-01', toOn: '2026-06-30', sentence: 'Nothing applies.' };
  const line = lineOf([row('2', '2026-07-01', null), row('1', '2025-01-01', '2026-01-31')], today, [gap]);
  const [first, second] = line?.bars ?? [];
  expect(line?.gaps[0]?.from).toBeCloseTo((first?.from ?? 0) + (first?.width ?? 0), 6);
  expect((line?.gaps[0]?.from ?? 0) + (line?.gaps[0]?.width ?? 0)).toBeCloseTo(second?.from ?? 0, 6);
  expect(line?.today).toBeGreaterThan(second?.from ?? 0);
  expect(line?.today).toBeLessThan(100);
  expect(line?.years.map(({ year }) => year)).toEqual(['2025', '2026', '2027']);
});
