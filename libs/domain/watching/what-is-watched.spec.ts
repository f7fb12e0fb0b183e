import {
  aFilingDay,
  aWatchedCase,
  aWatchedClearance,
  aWatchedRequest,
  aWatchedSession,
} from '../testing/a-watched-case';
import type { FilingDay } from '../case-clocks/filing-days';
import type { WatchedFacts, WatchedRequest, WatchedSession } from './watch';
import { watchesOf } from './watches-of';

const today = '2026-11-23';
const said = (more: Partial<WatchedFacts>, day = today) =>
  watchesOf(aWatchedCase(more), day).map(
    ({ key, forRole, dueOn, severity }) => `${key} ${forRole} ${dueOn} ${severity}`,
  );

it('says nothing of a case in which nothing runs out', () => {
  const facts = {
    requests: [aWatchedRequest()],
    clearances: [aWatchedClearance()],
    sessions: [aWatchedSession()],
  };
  expect(said(facts)).toEqual([]);
});

it('watches nothing in a closed case', () => {
  const closed = { id: 'case-1', state: 'closed' as const, plannedSessions: 3 };
  expect(said({ case: closed, requests: [aWatchedRequest({ state: 'contact_payer' })] })).toEqual([]);
});

describe('what is owed about a request', () => {
  const asked = {
    requests: [aWatchedRequest({ state: 'information_requested', respondByOn: '2026-12-01' })],
  };

  it.each([
    ['2026-11-23', ['answer_due:request-1 coordinator 2026-12-01 soon']],
    ['2026-11-30', ['answer_due:request-1 coordinator 2026-12-01 now']],
    ['2026-12-01', ['answer_due:request-1 coordinator 2026-12-01 now']],
    [
      '2026-12-02',
      ['answer_due:request-1 coordinator 2026-12-01 late', 'answer_overdue:request-1 manager 2026-12-02 now'],
    ],
  ])('an answer to the payer, seen on %s', (day, watches) => expect(said(asked, day)).toEqual(watches));

  it('the payer’s decision, from the day after it was due', () => {
    const waiting = { requests: [aWatchedRequest({ state: 'pended', decisionDueOn: today })] };
    expect(said(waiting)).toEqual([]);
    expect(said(waiting, '2026-11-24')).toEqual(['decision_overdue:request-1 coordinator 2026-11-24 now']);
  });

  it('no decision where no clock is known: a date is never guessed', () =>
    expect(said({ requests: [aWatchedRequest()] }, '2030-01-01')).toEqual([]));

  it.each([
    ['on a Monday', '2026-11-23', '2026-11-24'],
    ['on a Friday', '2026-11-27', '2026-11-30'],
    ['on a Saturday', '2026-11-28', '2026-11-30'],
  ])('a call and a proof are due the next workday: told %s', (_when, sinceOn, dueOn) => {
    expect(said({ requests: [aWatchedRequest({ state: 'contact_payer', sinceOn })] }, sinceOn)[0]).toContain(
      `call_due:request-1 coordinator ${dueOn}`,
    );
    expect(
      said({ requests: [aWatchedRequest({ state: 'approved_unconfirmed', sinceOn })] }, sinceOn)[0],
    ).toContain(`phone_proof_due:request-1 coordinator ${dueOn}`);
  });

  it.each(['draft', 'ready', 'approved', 'denied', 'withdrawn'] as const)('nothing while it is %s', (state) =>
    expect(said({ requests: [aWatchedRequest({ state, respondByOn: today })] })).toEqual([]),
  );
});

describe('a request that was sent and not acknowledged', () => {
  const sent = (more: Partial<WatchedRequest>) => ({
    requests: [aWatchedRequest({ state: 'submitted', sinceOn: '2026-11-20', ...more })],
  });

  // The 20th of November 2026 is a Friday.
  it.each([
    ['portal', '2026-11-23'],
    ['x12_278', '2026-11-23'],
    ['pas', '2026-11-23'],
    ['phone', '2026-11-23'],
    ['fax', '2026-11-24'],
    ['mail', '2026-12-01'],
  ] as const)('by %s is asked after from %s on', (channel, dueOn) => {
    const before = Temporal.PlainDate.from(dueOn).subtract({ days: 1 }).toString();
    expect(said(sent({ channel }), before)).toEqual([]);
    expect(said(sent({ channel }), dueOn)).toEqual([`receipt_unknown:request-1 coordinator ${dueOn} now`]);
  });

  it('is asked after once more when the payer would have had to decide, in words that own to the estimate', () => {
    const facts = sent({ channel: 'portal', decisionDueOn: '2026-12-05' });
    expect(said(facts, '2026-12-05')).toHaveLength(1);
    const [, overdue] = watchesOf(aWatchedCase(facts), '2026-12-06');
    expect(overdue).toMatchObject({ key: 'decision_overdue:request-1', dueOn: '2026-12-06' });
    expect(overdue?.about).toMatch(/^Counted from when it was sent, the payer had to decide by/);
  });
});

describe('the last day to argue with a decision', () => {
  const filing = (more: Partial<FilingDay> = {}) => ({
    filings: [aFilingDay({ onDay: '2026-11-30', ...more })],
  });
  const due = 'filing_due:request-1:appeal_1_filing coordinator 2026-11-30';

  it.each([
    ['2026-11-23', [`${due} soon`]],
    ['2026-11-29', [`${due} now`]],
    ['2026-11-30', [`${due} now`]],
    [
      '2026-12-01',
      [
        'filing_missed:request-1:appeal_1_filing coordinator 2026-12-01 now',
        'filing_excusable:request-1:appeal_1_filing manager 2026-12-01 now',
      ],
    ],
  ])('is watched from the decision on, and told once it has passed: seen on %s', (day, watches) =>
    expect(said(filing(), day)).toEqual(watches),
  );

  it('is one thing to do, whether or not somebody has begun to prepare it', () => {
    const [before] = watchesOf(aWatchedCase(filing()), today);
    const preparing = { id: 'challenge-1', kind: 'appeal_1' } as const;
    expect(watchesOf(aWatchedCase(filing({ preparing })), today)).toEqual([before]);
  });

  it.each([
    ['a call that nobody asked for', { clock: 'peer_to_peer' }],
    ['the rest of what was granted in part', { denied: false }],
  ] as const)('is no loss of %s', (_what, more) => {
    expect(said(filing(more))).toHaveLength(1);
    expect(said(filing(more), '2026-12-01')).toEqual([]);
  });
});

describe('an authorization that ends before the treatment', () => {
  const expiring = 'authorization_expiring:authorization-1 coordinator 2026-12-07';
  const key = aWatchedClearance({ closesOn: '2026-12-07' });

  it('is watched from fourteen days before its last day on, and through it', () => {
    expect(said({ clearances: [key] }, '2026-11-22')).toEqual([]);
    expect(said({ clearances: [key] }, '2026-11-23')).toEqual([`${expiring} soon`]);
    expect(said({ clearances: [key] }, '2026-12-07')).toEqual([`${expiring} now`]);
    expect(said({ clearances: [key] }, '2026-12-08')).toEqual([]);
  });

  it('is watched as early as the clinic says', () => {
    const facts = aWatchedCase({ clearances: [key] });
    expect(watchesOf(facts, '2026-11-10', { leadDays: 30 }).map((one) => one.key)).toEqual([
      'authorization_expiring:authorization-1',
    ]);
  });

  it('is watched earlier where a booking lies beyond it', () => {
    const far = aWatchedClearance({ closesOn: '2027-01-31' });
    const blocked = aWatchedSession({ state: 'blocked', day: '2027-02-10' });
    expect(said({ clearances: [far], sessions: [blocked] })).toContain(
      'authorization_expiring:authorization-1 coordinator 2027-01-31 soon',
    );
    expect(said({ clearances: [far], sessions: [{ ...blocked, day: '2027-01-20' }] })).toEqual([]);
  });

  it('is done with once another clearance covers what is left', () => {
    const next = aWatchedClearance({ id: 'clearance-2', authorizationId: 'authorization-2' });
    expect(said({ clearances: [key, next] })).toEqual([]);
    expect(said({ clearances: [key, { ...next, units: 2 }] })).toEqual([`${expiring} soon`]);
  });

  it('needs no renewal where every planned session is booked within it', () => {
    const booked = ['a', 'b', 'c'].map((id) => aWatchedSession({ id }));
    expect(said({ clearances: [{ ...key, held: 3 }], sessions: booked })).toEqual([]);
  });

  it('is one thing to do, however many codes it covers', () =>
    expect(said({ clearances: [key, { ...key, id: 'of-another-code' }] })).toEqual([`${expiring} soon`]));

  it.each([
    ['is no longer in force', { active: false }],
    ['is a self-pay agreement', { authorizationId: null }],
  ])('is none of it where it %s', (_what, more) =>
    expect(said({ clearances: [{ ...key, ...more }] })).toEqual([]),
  );
});

it('watches units that will not last for what is planned, by when a renewal would be due', () => {
  const low = aWatchedClearance({ units: 2 });
  expect(said({ clearances: [low] })).toEqual(['units_low:case-1 coordinator 2027-02-07 soon']);
  expect(
    said({ clearances: [{ ...low, used: 1 }], sessions: [aWatchedSession({ state: 'performed' })] }),
  ).toEqual(['units_low:case-1 coordinator 2027-02-07 soon']);
});

describe('a booking that will fail', () => {
  const of = (more: Partial<WatchedSession>) => {
    // A blocked booking holds no unit.
    const key = aWatchedClearance({ held: more.state === 'blocked' ? 0 : 1 });
    return said({ clearances: [key], sessions: [aWatchedSession(more)] });
  };

  it.each<[string, Partial<WatchedSession>]>([
    ['its coverage ends before', { coverageEndsOn: '2026-11-29' }],
    ['its clinician has left', { clinicianPractices: false }],
    ['its room is given up', { roomInUse: false }],
    ['it is blocked', { state: 'blocked' }],
  ])('is watched where %s', (_why, more) =>
    expect(of(more)).toEqual(['booking_at_risk:session-1 coordinator 2026-11-30 soon']),
  );

  it.each([
    ['has passed', '2026-11-22'],
    ['is more than thirty days off', '2026-12-24'],
  ])('is not watched where its day %s', (_why, day) => expect(of({ roomInUse: false, day })).toEqual([]));

  it('is no matter once the patient was treated', () =>
    expect(of({ state: 'performed', roomInUse: false })).toEqual([]));
});
