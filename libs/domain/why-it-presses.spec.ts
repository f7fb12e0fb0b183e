import { deadlinesOf, pressOf, whyOf } from './press';
import { standingOf } from './standing';
import {
  aCase,
  aChallenge,
  aClearance,
  aRecord,
  aRequest,
  aSession,
  anAgreement,
  clock,
} from './testing/a-case';

const today = '2026-11-25';
const asked = aRequest({ state: 'information_requested', respondByOn: '2026-11-12' });
const appeal = aChallenge({ fileByOn: '2026-12-20' });

describe('deadlines', () => {
  it('come from the payer’s questions and from appeals that are not filed, the first one first', () =>
    expect(deadlinesOf(aCase({ requests: [asked], challenges: [appeal] }))).toEqual([
      { onDay: '2026-11-12', what: 'Payer’s question must be answered' },
      { onDay: '2026-12-20', what: 'Appeal must be filed' },
    ]));

  it.each([
    ['peer_to_peer', 'Peer-to-peer call must be held'],
    ['appeal_2', 'Appeal must be filed'],
    ['external_review', 'External review must be asked for'],
  ] as const)('of a %s say “%s”', (kind, what) =>
    expect(deadlinesOf(aCase({ challenges: [aChallenge({ kind, fileByOn: '2026-12-01' })] }))).toEqual([
      { onDay: '2026-12-01', what },
    ]),
  );

  const denied = aRequest({ state: 'denied', decidedOn: '2026-11-20', noticeReceivedOn: '2026-11-23' });

  it('come from a denial as soon as it stands, before anybody has decided to appeal', () => {
    const facts = aCase({ requests: [denied] });
    expect(deadlinesOf(facts)).toEqual([{ onDay: '2027-05-22', what: 'Appeal can be filed' }]);
    // Nothing is being prepared, so it is not among the appeals due.
    expect(pressOf(facts)).toMatchObject({ deadlineOn: '2027-05-22', fileByOn: null });
    expect(standingOf(facts)).toMatchObject({ dueOn: '2027-05-22', dueFor: 'deadline' });
  });

  it('of a denial are over once the last day has passed unused; what is being prepared is late then', () => {
    const late = { clock: { ...clock, today: '2027-05-23' }, requests: [denied] };
    expect(deadlinesOf(aCase(late))).toEqual([]);
    const prepared = aChallenge({ fileByOn: '2027-05-22' });
    expect(deadlinesOf(aCase({ ...late, challenges: [prepared] }))).toHaveLength(1);
  });

  it('do not come from what was granted in part: the treatment goes on', () =>
    expect(deadlinesOf(aCase({ requests: [{ ...denied, state: 'partial' }] }))).toEqual([]));

  it('end when the question is answered or the appeal is sent', () =>
    expect(
      deadlinesOf(
        aCase({
          requests: [aRequest({ state: 'pended', respondByOn: '2026-11-12' })],
          challenges: [aChallenge({ state: 'sent', fileByOn: '2026-12-20' })],
        }),
      ),
    ).toEqual([]));

  it('count before what is done next, unless that is due sooner', () => {
    const session = aSession({ day: '2026-11-30' });
    const later = standingOf(aCase({ challenges: [appeal], sessions: [session] }));
    expect(later).toMatchObject({ dueOn: '2026-11-30', dueFor: 'session' });
    const sooner = standingOf(
      aCase({ challenges: [aChallenge({ fileByOn: '2026-11-28' })], sessions: [session] }),
    );
    expect(sooner).toMatchObject({ dueOn: '2026-11-28', dueFor: 'deadline' });
  });
});

describe('money at risk', () => {
  const money = (state: ReturnType<typeof anAgreement>['state']) =>
    pressOf(aCase({ agreements: [anAgreement({ state })] })).moneyCents;

  it.each(['draft', 'estimate_issued', 'signed', 'active'] as const)('is the total while %s', (state) =>
    expect(money(state)).toBe(150_000),
  );
  it.each(['completed', 'void'] as const)('is nothing any more once %s', (state) =>
    expect(money(state)).toBeNull(),
  );
  it('is never invented for an insured case', () =>
    expect(pressOf(aCase({ requests: [aRequest()] })).moneyCents).toBeNull());
});

describe('a session can be booked next', () => {
  const until = (facts: Parameters<typeof aCase>[0]) => pressOf(aCase(facts)).bookableUntil;

  it('until the last clearance with a free unit closes', () =>
    expect(until({ clearances: [aClearance(), aClearance({ id: 'k2', closesOn: '2027-01-31' })] })).toBe(
      '2027-02-21',
    ));
  it('but not while one is booked, nor when all are done or no unit is left', () => {
    const clearances = [aClearance()];
    expect(until({ clearances, sessions: [aSession()] })).toBeNull();
    const done = ['a', 'b', 'c'].map((id) => aSession({ id, state: 'performed' }));
    expect(until({ clearances, sessions: done })).toBeNull();
    expect(until({ clearances: [aClearance({ used: 6 })] })).toBeNull();
  });
});

it('a closed case presses nobody', () =>
  expect(
    Object.values(
      pressOf(
        aCase({
          case: aRecord({ state: 'closed', nextTouchOn: null }),
          challenges: [appeal],
          agreements: [anAgreement()],
          clearances: [aClearance()],
        }),
      ),
    ),
  ).toEqual([null, null, null, null, null]));

const nothing = {
  deadlineOn: null,
  deadlineWhat: null,
  nextTouchOn: '2026-12-04',
  moneyCents: null,
} as const;
const question = { deadlineOn: '2026-11-12', deadlineWhat: 'Payer’s question must be answered' };

it.each([
  [question, 'Payer’s question must be answered by Nov 12: 13 days late'],
  [{ ...question, deadlineOn: '2026-11-24' }, 'Payer’s question must be answered by Nov 24: 1 day late'],
  [{ ...question, deadlineOn: today }, 'Payer’s question must be answered by Nov 25: today'],
  [{ ...question, deadlineOn: '2026-11-26' }, 'Payer’s question must be answered by Nov 26: tomorrow'],
  [
    { deadlineOn: '2027-01-02', deadlineWhat: 'Appeal must be filed', nextTouchOn: '2027-01-05' },
    'Appeal must be filed by Jan 2, 2027: in 38 days',
  ],
  [
    { deadlineOn: '2027-01-02', deadlineWhat: 'Appeal must be filed' },
    'Next touch on Dec 4, deadline on Jan 2, 2027',
  ],
  [{ nextTouchOn: '2026-11-07' }, 'Next touch was promised for Nov 7'],
  [{ nextTouchOn: today, moneyCents: 180_000 }, 'Next touch is promised for today, $1,800 at risk'],
  [{ moneyCents: 99_950 }, 'Next touch on Dec 4, $999.50 at risk'],
  [{}, 'Next touch on Dec 4'],
  [
    { ...question, nextTouchOn: '2026-11-07', moneyCents: 180_000 },
    'Next touch was promised for Nov 7, deadline on Nov 12, $1,800 at risk',
  ],
  [{ ...question, nextTouchOn: '2026-11-12' }, 'Payer’s question must be answered by Nov 12: 13 days late'],
  [{ nextTouchOn: null }, ''],
])('%j is put as “%s”', (row, words) => expect(whyOf({ ...nothing, ...row }, today)).toBe(words));
