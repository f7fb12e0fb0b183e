import type { Claim, Session } from '../case-facts';
import { refusalsFor } from '../lifecycle/lifecycle';
import { aCase, aClaim, aSession, codesOf, someone } from '../testing/a-case';
import { claimLifecycle } from './claim-moves';
import { sessionLifecycle } from './session-moves';

const performed = aSession({ state: 'performed' });
const asked = (
  move: string,
  subject: Claim | null,
  sessions: readonly Session[] = [performed],
  role = 'coordinator' as 'coordinator' | 'manager',
) =>
  codesOf(refusalsFor(claimLifecycle, move, { facts: aCase({ sessions }), subject, actor: someone(role) }));

describe('only what was performed under an authorization is claimed', () => {
  it.each(['scheduled', 'checked_in', 'blocked', 'cancelled', 'no_show'] as const)(
    'not a session that is %s',
    (state) => {
      expect(asked('build', null, [aSession({ state })])).toEqual(['not_performed']);
      expect(asked('scrub', aClaim(), [aSession({ state })])).toEqual(['not_performed']);
    },
  );
  it('not the session of another claim', () =>
    expect(asked('scrub', aClaim({ sessionId: 'elsewhere' }))).toEqual(['not_performed']));
  it('but a performed one', () => {
    expect(asked('build', null)).toEqual([]);
    expect(asked('scrub', aClaim())).toEqual([]);
    expect(asked('submit', aClaim({ state: 'ready' }))).toEqual([]);
  });
});

describe('rule 17: a self-pay session is never sent to an insurer', () => {
  const selfPaid = aSession({ state: 'performed', selfPay: true });
  it.each([
    ['build', null],
    ['scrub', aClaim()],
    ['submit', aClaim({ state: 'ready' })],
  ] as const)('%s', (move, claim) => expect(asked(move, claim, [selfPaid])).toEqual(['self_pay_not_billed']));
  it('nor marked as billed', () =>
    expect(
      codesOf(
        refusalsFor(sessionLifecycle, 'bill', {
          facts: aCase(),
          subject: selfPaid,
          actor: someone('coordinator'),
        }),
      ),
    ).toEqual(['self_pay_not_billed']));
  it('while a session under an authorization may be billed beside it', () =>
    expect(asked('build', null, [selfPaid, { ...performed, id: 'other' }])).toEqual([]));
});

it('is ready only with its authorization number and line description, and says both at once', () =>
  expect(asked('scrub', aClaim({ hasAuthorizationNumber: false, hasLineDescription: false }))).toEqual([
    'authorization_number_missing',
    'line_description_missing',
  ]));

describe('rule 15: only what the payer left to the patient reaches the patient', () => {
  const release = (more: Partial<Claim>, role: 'coordinator' | 'manager' = 'manager') =>
    asked('release_to_patient', aClaim({ state: 'paid', ...more }), [performed], role);
  it('never the contractual amount', () =>
    expect(release({ contractualCents: 24_000, patientCents: 0 })).toEqual(['nothing_for_patient']));
  it('the patient’s share, released by a manager', () => {
    expect(release({ patientCents: 6_000 })).toEqual([]);
    expect(release({ patientCents: 6_000 }, 'coordinator')).toEqual(['wrong_role']);
  });
  it('writes off by a manager only', () => {
    expect(asked('write_off', aClaim({ state: 'denied' }), [performed], 'coordinator')).toEqual([
      'wrong_role',
    ]);
    expect(asked('write_off', aClaim({ state: 'denied' }), [performed], 'manager')).toEqual([]);
  });
});

it('closes a claim only when nothing is open on it', () => {
  expect(asked('close', aClaim({ state: 'paid', balanceCents: 1 }))).toEqual(['balance_open']);
  expect(asked('close', aClaim({ state: 'paid', balanceCents: 0 }))).toEqual([]);
});

it('corrects a front-end rejection and never appeals it (rule 8: rejections are no denials)', () => {
  for (const state of ['rejected_syntax', 'rejected_front_end'] as const) {
    expect(asked('appeal', aClaim({ state }))).toEqual(['wrong_state']);
    expect(asked('correct', aClaim({ state }))).toEqual([]);
  }
  expect(asked('appeal', aClaim({ state: 'denied' }))).toEqual([]);
});
