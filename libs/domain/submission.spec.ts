import { challengeKinds } from './case-facts';
import { authRequestLifecycle } from './moves/auth-request-moves';
import { challengeLifecycle } from './moves/challenge-moves';
import { afterSendingWords, receiptAfter, submissionWords } from './submission';

const movesFrom = (
  { moves }: { moves: readonly { move: string; from: readonly string[] }[] },
  state: string,
) => moves.filter(({ from }) => from.includes(state)).map(({ move }) => move);

it.each([
  ['a request', movesFrom(authRequestLifecycle, 'submitted')],
  ['an answer', movesFrom(authRequestLifecycle, 'pended')],
  ['a challenge', movesFrom(challengeLifecycle, 'sent')],
])('knows of every move that can follow %s what it says of the receipt', (_, moves) => {
  expect(moves.length).toBeGreaterThan(3);
  for (const move of moves) expect([move, receiptAfter(move)]).not.toEqual([move, 'waiting']);
  expect(moves.filter((move) => receiptAfter(move) === 'ended')).toEqual(['withdraw']);
});

it('waits for as long as nothing followed', () => expect(receiptAfter(null)).toBe('waiting'));

it('tells a rejection without review apart from an answer', () => {
  expect(receiptAfter('reject_unreviewed')).toBe('rejected');
  expect(receiptAfter('approve_by_phone')).toBe('answered');
  expect(afterSendingWords('request', 'approve_by_phone')).toBe('Approved by phone, not yet proven');
  expect(afterSendingWords('challenge', 'uphold')).toBe('Decision upheld');
});

it('has words for everything that leaves the clinic', () => {
  for (const kind of challengeKinds) expect(submissionWords('challenge', kind)).not.toMatch(/_|undefined/);
  expect([submissionWords('request', null), submissionWords('answer', null)]).toEqual([
    'Request',
    'Answer to the payer',
  ]);
});
