import fc from 'fast-check';
import type { Chance } from './act';

/** What differs from case to case and is never wrong by itself. */
const always = {
  number: fc.constantFrom('A-1', 'A-2', 'a-1'),
  kind: fc.constantFrom('peer_to_peer', 'reconsideration', 'appeal_1', 'appeal_2', 'external_review'),
  because: fc.constantFrom('more_time', 'missing_information'),
} as const;

const inOrder: fc.Arbitrary<Chance> = fc.record({
  ...always,
  units: fc.constantFrom(3, 3, 2, 4),
  code: fc.constant('17999'),
  opens: fc.constant(0),
  closes: fc.constantFrom(90, 90, 60),
  decided: fc.constant(0),
  dated: fc.constantFrom(null, 0),
  received: fc.constant(0),
  sentHoursAgo: fc.constant(0),
  ownProof: fc.constant(true),
  denial: fc.constantFrom('50', 'CO-96, N383', '252 N929', ''),
  purpose: fc.constantFrom('initial', 'initial', 'extension', 'renewal', 'revision'),
});

/** One thing that is ill-timed, ill-sized or unknown; of two at once the first one found would hide the other. */
const ill: readonly Partial<Chance>[] = [
  ...[-1, 0, 1, 1.5].map((units) => ({ units })),
  { code: '0479T' },
  ...[-3, 5, 40].map((opens) => ({ opens })),
  ...[-5, 30, 180].map((closes) => ({ closes })),
  ...[-4, 1].flatMap((days) => [{ decided: days }, { dated: days }, { received: days }]),
  ...[1, -2].map((sentHoursAgo) => ({ sentHoursAgo })),
  { number: '' },
  { ownProof: false },
  { denial: 'PR-1' },
  { denial: 'no such code at all' },
];

const outOfOrder = fc.tuple(inOrder, fc.constantFrom(...ill)).map(([chance, one]) => ({ ...chance, ...one }));

export const chances: fc.Arbitrary<Chance> = fc.oneof(inOrder, outOfOrder);
