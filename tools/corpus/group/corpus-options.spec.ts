import { corpusOptions } from './corpus-options';
import { momentOf, planGroup } from './plan-group';

const wish = { clinics: undefined, threads: undefined, out: undefined };

it('reads what is asked for', () => {
  expect(corpusOptions(['--cases', '300', '--seed', '7'])).toEqual({ ...wish, cases: 300, seed: 7 });
  expect(
    corpusOptions(['--cases=9', '--seed=0', '--out', 'there', '--clinics', '2', '--threads', '1']),
  ).toEqual({ cases: 9, seed: 0, out: 'there', clinics: 2, threads: 1 });
  expect(corpusOptions(['--publish'])).toBe('publish');
});

it.each([
  [['--seed', '1'], '--cases is missing'],
  [['--cases', '10'], '--seed is missing'],
  [['--cases', '0', '--seed', '1'], 'from 1 to 1,000,000'],
  [['--cases', '1e3', '--seed', '1'], '--cases is “1e3”'],
  [['--cases', '10', '--seed', '1.5'], '--seed is “1.5”'],
  [['--cases', '10', '--seed', '1', '--threads', '0'], '--threads is “0”'],
  [['--cases', '10', '--seed', '1', '--rows', '3'], "Unknown option '--rows'"],
  [['10'], 'npm run corpus -- --cases N --seed S'],
])('refuses %j with a sentence', (args, sentence) => expect(() => corpusOptions(args)).toThrow(sentence));

it('shares cases out among clinics of ten thousand at most, as alike as can be', () => {
  const sizes = (cases: number, clinics?: number) =>
    planGroup({ cases, seed: 1, ...(clinics === undefined ? {} : { clinics }) }).map((one) => one.cases);
  expect(sizes(10_000)).toEqual([10_000]);
  expect(sizes(10_001)).toEqual([5001, 5000]);
  expect(sizes(10, 3)).toEqual([4, 3, 3]);
  expect(sizes(1_000_000)).toHaveLength(100);
  expect(() => sizes(20_001, 2)).toThrow('a clinic has room for 10,000');
  expect(() => sizes(2, 3)).toThrow('not enough for 3 clinics');
});

it('makes each seed for a moment of its own, never of the clock and never of the future', () => {
  expect([1, 2, 8, 40, 41, 0].map(momentOf)).toEqual([
    '2026-11-23T15:00:00Z',
    '2026-11-22T15:00:00Z',
    '2026-11-16T15:00:00Z',
    '2026-10-15T14:00:00Z',
    '2026-11-23T15:00:00Z',
    '2026-10-15T14:00:00Z',
  ]);
});
