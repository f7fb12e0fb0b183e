import fc from 'fast-check';
import { totalOf } from '../money';
import { linesOfSession } from './session-charge';

const lines = fc.array(
  fc.record({
    description: fc.constantFrom('Session', 'PRP', 'Numbing'),
    quantity: fc.integer({ min: 1, max: 100 }),
    unitCents: fc.integer({ min: 0, max: 1_000_000 }),
  }),
  { minLength: 1, maxLength: 20 },
);

it('a whole course charges the agreed price, whatever its sessions’ sizes', () =>
  fc.assert(
    fc.property(
      lines,
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 }),
      (priced, sizes) => {
        const sessions = sizes.reduce((sum, size) => sum + size, 0);
        let before = 0;
        let charged = 0;
        for (const now of sizes) {
          charged += totalOf(linesOfSession({ lines: priced, sessions }, { before, now }));
          before += now;
          expect(charged).toBeLessThanOrEqual(totalOf(priced));
        }
        expect(charged).toBe(totalOf(priced));
      },
    ),
  ));

const course = {
  sessions: 3,
  lines: [
    { description: 'Session', quantity: 3, unitCents: 50_000 },
    { description: 'PRP', quantity: 1, unitCents: 20_000 },
    { description: 'Aftercare set', quantity: 3, unitCents: 0 },
  ],
};

it('each session has its own piece of a line, a single piece comes with the last, and what is free is no charge', () => {
  const of = (before: number, now = 1) => linesOfSession(course, { before, now });
  expect(of(0)).toEqual([{ description: 'Session', quantity: 1, unitCents: 50_000 }]);
  expect(of(2)).toEqual([
    { description: 'Session', quantity: 1, unitCents: 50_000 },
    { description: 'PRP', quantity: 1, unitCents: 20_000 },
  ]);
  expect(of(0, 2)).toEqual([{ description: 'Session', quantity: 2, unitCents: 50_000 }]);
});
