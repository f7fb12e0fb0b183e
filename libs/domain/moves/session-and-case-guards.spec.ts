import type { CaseFacts, Clearance, Session } from '../case-facts';
import { refusalsFor } from '../lifecycle/lifecycle';
import { aCase, aChallenge, aClearance, aRequest, aSession, codesOf, someone } from '../testing/a-case';
import { caseLifecycle } from './case-moves';
import { isLive, sessionLifecycle } from './session-moves';

const today = '2026-11-23';
const moving = (move: string, more: Partial<Session>, clearance: Partial<Clearance> = {}) =>
  codesOf(
    refusalsFor(sessionLifecycle, move, {
      facts: aCase({ clearances: [aClearance(clearance)] }),
      subject: aSession(more),
      actor: someone('coordinator', 'physician'),
    }),
  );

describe('check-in', () => {
  it('happens on the day of the booking only', () => {
    expect(moving('check_in', { day: today })).toEqual([]);
    expect(moving('check_in', { day: '2026-11-24' })).toEqual(['not_today']);
  });
  it('asks for the clearance again (rule 2: blocked means blocked for every role)', () => {
    expect(moving('check_in', { day: today }, { active: false })).toEqual(['clearance_gone']);
    expect(moving('check_in', { day: today }, { opensOn: '2026-11-24' })).toEqual(['clearance_gone']);
    expect(moving('check_in', { day: today }, { id: 'another' })).toEqual(['clearance_gone']);
  });
});

describe('rule 2: nothing is performed that the clearance no longer covers', () => {
  it.each([
    [{}, []],
    [{ active: false }, ['clearance_gone']],
    [{ closesOn: '2026-11-22' }, ['clearance_gone']],
  ])('with a clearance that is %j', (clearance, codes) =>
    expect(moving('perform', { state: 'checked_in', day: today }, clearance)).toEqual(codes),
  );
  it('and nobody performs a blocked session, whatever roles they hold', () =>
    expect(
      codesOf(
        refusalsFor(sessionLifecycle, 'perform', {
          facts: aCase({ clearances: [aClearance()] }),
          subject: aSession({ state: 'blocked', day: today }),
          actor: someone('coordinator', 'physician', 'manager', 'administrator'),
        }),
      ),
    ).toEqual(['wrong_state']));
});

describe('a blocked booking comes back', () => {
  const blocked = { state: 'blocked' } as const;
  it('when its clearance covers its day again and has units left', () =>
    expect(moving('unblock', blocked)).toEqual([]));
  it('but not when others have taken its units', () =>
    expect(moving('unblock', blocked, { units: 2, held: 1, used: 1 })).toEqual(['units_used_up']));
  it('and not when too few are left for all it needs', () => {
    expect(moving('unblock', { ...blocked, units: 2 }, { units: 2, held: 1 })).toEqual(['units_used_up']);
    expect(moving('unblock', { ...blocked, units: 2 }, { units: 3, held: 1 })).toEqual([]);
  });
});

it('records no no-show before the day has come', () => {
  expect(moving('miss', { day: '2026-11-24' })).toEqual(['day_not_come']);
  expect(moving('miss', { day: today })).toEqual([]);
});

it('counts as booked exactly what is scheduled or checked in', () =>
  expect(
    (Object.keys(sessionLifecycle.states) as Session['state'][]).filter((state) => isLive(state)),
  ).toEqual(['scheduled', 'checked_in']));

describe('a case is closed', () => {
  const closing = (facts: Partial<CaseFacts>) => {
    const whole = aCase(facts);
    return codesOf(
      refusalsFor(caseLifecycle, 'close', { facts: whole, subject: whole.case, actor: someone('manager') }),
    );
  };
  it('when nothing is booked, nothing is with the payer and no challenge runs', () =>
    expect(
      closing({
        sessions: [aSession({ state: 'performed' }), aSession({ state: 'cancelled' })],
        requests: [aRequest({ state: 'denied' }), aRequest({ state: 'draft' })],
        challenges: [aChallenge({ state: 'upheld' })],
      }),
    ).toEqual([]));
  it.each([
    ['a booking', { sessions: [aSession()] }, 'sessions_booked'],
    ['a blocked booking', { sessions: [aSession({ state: 'blocked' })] }, 'sessions_booked'],
    ['a request with the payer', { requests: [aRequest({ state: 'pended' })] }, 'request_open'],
    ['an approval by phone', { requests: [aRequest({ state: 'approved_unconfirmed' })] }, 'request_open'],
    ['a running challenge', { challenges: [aChallenge({ state: 'sent' })] }, 'challenge_open'],
  ] as const)('not with %s', (_, facts, code) => expect(closing(facts)).toEqual([code]));
  it('and says all of it at once', () =>
    expect(closing({ sessions: [aSession()], requests: [aRequest()], challenges: [aChallenge()] })).toEqual([
      'sessions_booked',
      'request_open',
      'challenge_open',
    ]));
});

it('corrects no details of a case while a request is with the payer', () => {
  const facts = aCase({ requests: [aRequest()] });
  const situation = { facts, subject: facts.case, actor: someone('coordinator') };
  expect(codesOf(refusalsFor(caseLifecycle, 'correct', situation))).toEqual(['request_open']);
});

describe('another deadline', () => {
  const setting = (facts: CaseFacts, role: 'manager' | 'coordinator' = 'manager') =>
    codesOf(
      refusalsFor(caseLifecycle, 'override_clock', { facts, subject: facts.case, actor: someone(role) }),
    );
  it('is set where something is due, and by a manager only', () => {
    expect(setting(aCase({ requests: [aRequest()] }))).toEqual([]);
    expect(setting(aCase({ requests: [aRequest()] }), 'coordinator')).toEqual(['wrong_role']);
    expect(setting(aCase())).toEqual(['nothing_due']);
  });
});
