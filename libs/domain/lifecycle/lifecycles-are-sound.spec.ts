import { lifecycles } from '../lifecycles';
import { AnyLifecycle, nowhere, rowsOf } from './lifecycle';
import { flawsOf } from './validate-lifecycle';

it.each(lifecycles.map((lifecycle) => [lifecycle.subject, lifecycle] as const))(
  'finds no flaw in %s',
  (_, lifecycle) => expect(flawsOf(lifecycle)).toEqual([]),
);

it('gives every move of a lifecycle a name of its own', () => {
  for (const { moves } of lifecycles) expect(new Set(moves.map((rule) => rule.move)).size).toBe(moves.length);
});

it('lets nothing leave a decided record, so that a change of mind is a new record (rule 9: decided is final)', () => {
  const decided: Readonly<Record<string, readonly string[]>> = {
    auth_request: [
      'rejected_unreviewed',
      'approved',
      'partial',
      'modified',
      'denied',
      'cancelled',
      'withdrawn',
    ],
    payer_authorization: ['revoked', 'superseded'],
    challenge: ['overturned', 'partly_overturned', 'upheld', 'dismissed', 'withdrawn'],
    self_pay_agreement: ['completed', 'void'],
    treatment_session: ['billed', 'cancelled', 'no_show'],
    letter: ['discarded', 'superseded'],
    screening: ['superseded'],
  };
  for (const [subject, states] of Object.entries(decided)) {
    const lifecycle = lifecycles.find((one) => one.subject === subject);
    expect([subject, [...(lifecycle?.terminal ?? [])].sort()]).toEqual([subject, [...states].sort()]);
  }
});

describe('finds each kind of flaw', () => {
  type State = 'a' | 'b' | 'c';
  const rule = (move: string, from: string, to: string, by: readonly string[] = ['manager']) => ({
    move,
    label: move,
    from: [from],
    to: [to],
    by,
    needs: [],
    guards: [],
  });
  const sound = {
    subject: 'thing',
    words: 'a thing',
    states: { a: 'a', b: 'b' } as Partial<Record<State, string>>,
    terminal: ['b'],
    moves: [rule('make', nowhere, 'a'), rule('end', 'a', 'b')],
  };
  const flaws = (more: Partial<typeof sound> & { byItself?: true }) =>
    flawsOf({ ...sound, ...more } as unknown as AnyLifecycle);

  it('has none to find in a sound table', () => expect(flaws({})).toEqual([]));

  it.each([
    ['nothing creates it', { moves: [rule('end', 'a', 'b')] }, 'thing: no move creates it'],
    [
      'a state cannot be reached',
      { states: { a: 'a', b: 'b', c: 'c' }, terminal: ['b', 'c'] },
      'thing: c cannot be reached',
    ],
    [
      'a row names an unknown state',
      { moves: [...sound.moves, rule('jump', 'a', 'z')] },
      'thing: z is not one of its states',
    ],
    [
      'a row stands twice',
      { moves: [...sound.moves, rule('end', 'a', 'b')] },
      'thing: “a end b” stands twice',
    ],
    [
      'a terminal state is left',
      { moves: [...sound.moves, rule('undo', 'b', 'a')] },
      'thing: b is terminal and left',
    ],
    ['an open state has no way out', { terminal: [] }, 'thing: b is open and has no way out'],
    [
      'nobody may make a move',
      { moves: [rule('make', nowhere, 'a'), rule('end', 'a', 'b', [])] },
      'thing: nobody may end',
    ],
    [
      'somebody may make what happens by itself',
      { moves: [rule('make', nowhere, 'a', []), rule('end', 'a', 'b')], byItself: true as const },
      'thing: happens by itself, and somebody may end',
    ],
  ])('that %s', (_, more, flaw) => expect(flaws(more)).toContain(flaw));
});

it('writes one row for every way from a state to a state', () => {
  const lifecycle = {
    subject: 'thing',
    moves: [{ move: 'go', from: ['a', 'b'], to: ['c', 'd'] }],
  } as unknown as AnyLifecycle;
  expect(rowsOf(lifecycle).map((row) => `${row.from} ${row.move} ${row.to}`)).toEqual([
    'a go c',
    'a go d',
    'b go c',
    'b go d',
  ]);
});
