import type { MetricGroups } from '@stipple/contracts';
import { avoidableCauses, preventionWords } from '@stipple/domain';
import { causesOf, causesSummary } from './cause-rows';

const groups = (counts: Readonly<Record<string, number>>) =>
  ({
    figure: { part: Object.values(counts).reduce((sum, one) => sum + one, 0) },
    cells: Object.entries(counts).map(([key, part]) => ({ keys: [{ key, name: key }], part })),
  }) as unknown as MetricGroups;
const some = groups({ no: 9, documentation: 2, eligibility: 5, unclassified: 3, partly: 1 });
const names = (sort: string) => causesOf(some, sort).avoidable.map(({ name }) => name);

it('puts the most frequent cause first, and apart what the office could not have kept from coming', () => {
  const { avoidable, other } = causesOf(some, '');
  expect(avoidable.map(({ name, n }) => [name, n])).toEqual([
    ['Eligibility or routing', 5],
    ['Documentation', 2],
  ]);
  expect(other.map(({ name }) => name)).toEqual(['Not avoidable', 'Unclassified', 'Partly avoidable']);
});

it('adds up to all denials: nothing that came is dropped', () => {
  const { avoidable, other, avoidableInAll, all } = causesOf(some, '');
  const sum = (rows: typeof avoidable) => rows.reduce((total, { n }) => total + n, 0);
  expect([sum(avoidable), sum(avoidable) + sum(other)]).toEqual([avoidableInAll, all]);
  expect([...avoidable, ...other].reduce((total, { share }) => total + share, 0)).toBeCloseTo(1);
});

it('sorts by name or by count, each side for itself', () => {
  expect(names('name')).toEqual(['Documentation', 'Eligibility or routing']);
  expect(names('n')).toEqual(['Documentation', 'Eligibility or routing']);
  expect(names('-name')).toEqual(['Eligibility or routing', 'Documentation']);
  expect(names('moon')).toEqual(names('-n'));
});

it('says what helps most, and that nothing could be avoided where nothing could', () => {
  expect(causesSummary(causesOf(some, 'name'))).toBe(
    '7 of 20 denials could have been avoided. Most often: eligibility or routing (5). What helps: check on the day of sending that the plan is active and pays for this.',
  );
  expect(causesSummary(causesOf(groups({ no: 1 }), ''))).toBe(
    'None of 1 denial could have been avoided by the office.',
  );
});

it('knows of every cause what would have prevented it, in a sentence', () => {
  for (const cause of avoidableCauses) expect(preventionWords[cause]).toMatch(/^[A-Z].*\.$/);
});
