import fc from 'fast-check';
import { bringTogether, sameValue } from './bring-together';
import type { Values } from './field';

const names = ['plan', 'codes', 'sessions', 'note'];
/** Few different values, so that sides often agree. */
const value = fc.constantFrom<unknown>('', 'a', 'b', null, 1, 2, [], ['x'], ['x', 'y'], [{ units: 1 }], true);
const side: fc.Arbitrary<Values> = fc.record(Object.fromEntries(names.map((name) => [name, value])));
const sides = fc.record({ shown: side, mine: side, theirs: side });

describe('what was typed and what others stored meanwhile', () => {
  it('takes what only they changed, keeps what only I changed, and asks about what both changed', () =>
    expect(
      bringTogether(names, {
        shown: { plan: 'a', codes: ['x'], sessions: 3, note: 'n' },
        mine: { plan: 'a', codes: ['x', 'y'], sessions: 4, note: 'n' },
        theirs: { plan: 'b', codes: ['x'], sessions: 6, note: 'n' },
      }),
    ).toEqual({
      values: { plan: 'b', codes: ['x', 'y'], sessions: 4, note: 'n' },
      taken: ['plan'],
      clashes: [{ name: 'sessions', shown: 3, theirs: 6, mine: 4 }],
    }));

  it('has nothing to ask when both typed the same', () =>
    expect(
      bringTogether(['note'], { shown: { note: '' }, mine: { note: 'a' }, theirs: { note: 'a' } }),
    ).toEqual({
      values: { note: 'a' },
      taken: [],
      clashes: [],
    }));

  it('never loses a side: every value is mine or theirs, and where they differ the other one is told', () =>
    fc.assert(
      fc.property(sides, ({ shown, mine, theirs }) => {
        const { values, taken, clashes } = bringTogether(names, { shown, mine, theirs });
        for (const name of names) {
          const clash = clashes.find((one) => one.name === name);
          // My own change always stands; theirs stands, or is told, or is the same as mine.
          if (!sameValue(mine[name], shown[name])) expect(values[name]).toBe(mine[name]);
          if (!sameValue(theirs[name], shown[name]))
            expect(
              sameValue(values[name], theirs[name]) ||
                (clash?.theirs === theirs[name] && clash?.mine === mine[name]),
            ).toBe(true);
          if (taken.includes(name)) expect(values[name]).toBe(theirs[name]);
        }
      }),
    ));

  it('asks only where both sides changed the same field to something else', () =>
    fc.assert(
      fc.property(sides, ({ shown, mine, theirs }) => {
        const { clashes } = bringTogether(names, { shown, mine, theirs });
        expect(clashes.map(({ name }) => name)).toEqual(
          names.filter(
            (name) =>
              !sameValue(mine[name], shown[name]) &&
              !sameValue(theirs[name], shown[name]) &&
              !sameValue(mine[name], theirs[name]),
          ),
        );
      }),
    ));

  it('has nothing to do when nobody else changed anything, or when all agree', () =>
    fc.assert(
      fc.property(side, side, (shown, mine) => {
        const idle = { values: mine, taken: [], clashes: [] };
        expect(bringTogether(names, { shown, mine, theirs: shown })).toEqual(idle);
        expect(bringTogether(names, { shown, mine, theirs: mine })).toEqual(idle);
      }),
    ));

  it('does no more when it is done again', () =>
    fc.assert(
      fc.property(sides, ({ shown, mine, theirs }) => {
        const once = bringTogether(names, { shown, mine, theirs });
        const again = bringTogether(names, { shown: theirs, mine: once.values, theirs });
        expect(again).toEqual({ values: once.values, taken: [], clashes: [] });
      }),
    ));
});
