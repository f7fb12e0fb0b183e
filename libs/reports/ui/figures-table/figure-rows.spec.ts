import type { MetricGroups } from '@stipple/contracts';
import type { MetricKey } from '@stipple/domain';
import { allOf, figureRows, sortFigures } from './figure-rows';

const groups = (metric: MetricKey, cents: Readonly<Record<string, number>>) =>
  ({
    figure: { metric, cents: Object.values(cents).reduce((sum, one) => sum + one, 0), whole: 9 },
    cells: Object.entries(cents).map(([key, value]) => ({
      keys: [{ key, name: key.toUpperCase() }],
      cents: value,
      part: 1,
      whole: 1,
    })),
  }) as unknown as MetricGroups;
const asked = groups('money_asked', { ash: 100, bay: 300 });
const denied = groups('money_denied', { bay: 50, cove: 70 });
const metrics = ['money_asked', 'money_denied'] as const;
const sorted = (text: string) =>
  sortFigures(figureRows([asked, denied], 'payer'), { by: 'payer', text, metrics }).map(({ name }) => name);

it('has a row for whoever is in one of the figures, and nothing where a figure counts none of theirs', () =>
  expect(
    figureRows([asked, denied], 'payer').map(({ name, told }) => [name, ...told.map((one) => one?.cents)]),
  ).toEqual([
    ['ASH', 100, undefined],
    ['BAY', 300, 50],
    ['COVE', undefined, 70],
  ]));

it('takes what all of it comes to from the server', () =>
  expect(allOf([asked, denied]).told.map((one) => one?.cents)).toEqual([400, 120]));

it.each([
  ['', ['ASH', 'BAY', 'COVE']],
  ['moon', ['ASH', 'BAY', 'COVE']],
  ['-name', ['COVE', 'BAY', 'ASH']],
  ['-money_asked', ['BAY', 'ASH', 'COVE']],
  ['money_denied', ['BAY', 'COVE', 'ASH']],
])('sorts by “%s”, and what says nothing comes last', (text, names) => expect(sorted(text)).toEqual(names));

it('keeps months as they follow each other, in whichever figure they are', () => {
  const rows = figureRows(
    [groups('money_asked', { '2026-04': 1, '2026-02': 1 }), groups('money_denied', { '2026-03': 1 })],
    'month',
  );
  expect(rows.map(({ name }) => name)).toEqual(['Feb 2026', 'Mar 2026', 'Apr 2026']);
  const falling = sortFigures(rows, { by: 'month', text: '-name', metrics });
  expect(falling.map(({ key }) => key)).toEqual(['2026-04', '2026-03', '2026-02']);
});
