import fc from 'fast-check';
import { installmentsOf } from '../ledger/installments';
import {
  aFilingDay,
  aWatchedCase,
  aWatchedClearance,
  aWatchedRequest,
  aWatchedSession,
  aWatchedTask,
} from '../testing/a-watched-case';
import { planTasks } from './plan-tasks';
import type { WatchedFacts, WatchedTask } from './watch';
import { watchesOf } from './watches-of';

const today = '2026-11-23';
const respondByOn = '2026-12-01';
const asked = { requests: [aWatchedRequest({ state: 'information_requested', respondByOn })] };
const [answer] = watchesOf(aWatchedCase(asked), today);

/** The watch’s own task, as it would have been raised. */
const raised = (more: Partial<WatchedTask> = {}) =>
  aWatchedTask({ watchKey: answer?.key ?? '', about: answer?.about ?? '', dueOn: respondByOn, ...more });
const plan = (more: Partial<WatchedFacts>, day = today) => {
  const { raise, close } = planTasks(aWatchedCase(more), day);
  return { raise: raise.map(({ key }) => key), close: close.map(({ id }) => id) };
};
const nothing = { raise: [], close: [] };

it('raises a task for what has none', () =>
  expect(plan(asked)).toEqual({ raise: ['answer_due:request-1'], close: [] }));

it('raises none beside its own, nor beside the one that the move has raised', () => {
  expect(plan({ ...asked, tasks: [raised()] })).toEqual(nothing);
  expect(plan({ ...asked, tasks: [aWatchedTask()] })).toEqual(nothing);
});

it('takes the task to rebook for that of a blocked booking', () => {
  const facts = { clearances: [aWatchedClearance()], sessions: [aWatchedSession({ state: 'blocked' })] };
  expect(plan({ ...facts, tasks: [aWatchedTask({ kind: 'rebook_blocked' })] })).toEqual(nothing);
  expect(plan(facts).raise).toEqual(['booking_at_risk:session-1']);
});

it('closes its own task when the cause is gone, and never anybody else’s', () =>
  expect(plan({ tasks: [raised(), aWatchedTask({ id: 'of-a-move' })] })).toEqual({
    raise: [],
    close: ['task-1'],
  }));

it('replaces its task when the day has moved: the old one no longer says what is so', () => {
  const moved = {
    requests: [{ ...asked.requests[0], respondByOn: '2026-12-04' }] as WatchedFacts['requests'],
  };
  expect(plan({ ...moved, tasks: [raised()] })).toEqual({
    raise: ['answer_due:request-1'],
    close: ['task-1'],
  });
});

it('leaves the tasks of a closed case for whoever reopens it', () =>
  expect(plan({ case: { id: 'case-1', state: 'closed', plannedSessions: 3 }, tasks: [raised()] })).toEqual(
    nothing,
  ));

describe('a task that somebody marked done while its cause stands', () => {
  const done = (finishedOn: string, more: Partial<WatchedTask> = {}) =>
    raised({ state: 'done', finishedOn, finishedByPerson: true, ...more });
  const raises = (task: WatchedTask, day: string) =>
    plan({ ...asked, tasks: [task] }, day).raise.includes('answer_due:request-1');

  it('rests until its due day', () => {
    expect(raises(done(today), today)).toBe(false);
    expect(raises(done(today), '2026-11-30')).toBe(false);
    expect(raises(done(today), respondByOn)).toBe(true);
  });

  it('comes back the next day once it is due', () => {
    expect(raises(done(respondByOn), respondByOn)).toBe(false);
    expect(raises(done(respondByOn), '2026-12-02')).toBe(true);
    expect(raises(done('2026-12-05'), '2026-12-05')).toBe(false);
  });

  it('rests just so where it was the move’s own', () =>
    expect(raises(done(today, { watchKey: null }), today)).toBe(false));

  it('does not rest for another cause: another day, other words', () => {
    expect(raises(done(today, { dueOn: '2026-11-28' }), today)).toBe(true);
    expect(raises(done(today, { about: 'Another question.' }), today)).toBe(true);
  });

  it('never comes back where it told of what cannot be undone', () => {
    const missed = { filings: [aFilingDay({ onDay: '2026-11-20' })] };
    const [told] = watchesOf(aWatchedCase(missed), today);
    const task = done(today, { watchKey: told?.key, about: told?.about, dueOn: told?.dueOn });
    expect(told?.key).toBe('filing_missed:request-1:appeal_1_filing');
    expect(plan({ ...missed, tasks: [task] }, '2027-03-01').raise).not.toContain(told?.key);
  });

  it('does not rest where it was closed because its cause was gone: now it is back', () =>
    expect(raises(done(today, { finishedByPerson: false }), today)).toBe(true));
});

it('is at rest after its own plan, whatever the case (a second run does nothing)', () => {
  const day = fc
    .integer({ min: 0, max: 60 })
    .map((n) => `2026-${n < 30 ? 11 : 12}-${String(1 + (n % 30)).padStart(2, '0')}`);
  const facts = fc.record({
    case: fc.record({
      id: fc.constant('case-1'),
      state: fc.constantFrom('open' as const, 'closed' as const),
      plannedSessions: fc.integer({ min: 1, max: 4 }),
    }),
    requests: fc.array(
      fc.record({
        id: fc.uuid(),
        state: fc.constantFrom(
          'information_requested',
          'received',
          'submitted',
          'contact_payer',
          'approved_unconfirmed',
          'denied',
        ),
        channel: fc.constantFrom('fax', 'mail', null),
        respondByOn: fc.option(day),
        decisionDueOn: fc.option(day),
        decisionRule: fc.constant(null),
        sinceOn: day,
      }),
      { maxLength: 3 },
    ),
    filings: fc.array(
      fc.record({ requestId: fc.uuid(), onDay: day, denied: fc.boolean() }).map((more) => aFilingDay(more)),
      { maxLength: 2 },
    ),
    clearances: fc.array(
      fc.record({
        id: fc.uuid(),
        authorizationId: fc.option(fc.uuid()),
        closesOn: day,
        active: fc.boolean(),
        units: fc.integer({ min: 1, max: 4 }),
        held: fc.constant(0),
        used: fc.constant(0),
      }),
      { maxLength: 3 },
    ),
    sessions: fc.constant([
      aWatchedSession({ roomInUse: false }),
      aWatchedSession({ id: 'other', state: 'blocked' }),
    ]),
    estimates: fc.array(fc.record({ agreementId: fc.uuid(), dueOn: day, wasGiven: fc.boolean() }), {
      maxLength: 2,
    }),
    photosSince: fc.option(day, { nil: null }),
    plans: fc.array(
      fc
        .record({ id: fc.uuid(), firstOn: day, settledCents: fc.nat(150_000), onHold: fc.boolean() })
        .map(({ firstOn, ...plan }) => ({
          ...plan,
          installments: installmentsOf(150_000, 3, firstOn, 'month'),
        })),
      { maxLength: 2 },
    ),
    cards: fc.record({
      held: fc.array(
        fc.record({
          id: fc.uuid(),
          kind: fc.constantFrom('payment', 'refund'),
          cents: fc.integer({ min: 1, max: 150_000 }),
          because: fc.constantFrom('amount_differs', 'refund_returned'),
          onDay: day,
        }),
        { maxLength: 2 },
      ),
      paid: fc.constant([]),
    }),
    tasks: fc.array(
      fc
        .record({
          kind: fc.constantFrom('answer_payer', 'call_payer', 'renew_authorization'),
          id: fc.uuid(),
          dueOn: day,
        })
        .map((more) => aWatchedTask(more as Partial<WatchedTask>)),
      { maxLength: 2 },
    ),
  });
  fc.assert(
    fc.property(facts as fc.Arbitrary<WatchedFacts>, day, (before, on) => {
      const { raise, close } = planTasks(before, on);
      const gone = new Set(close.map(({ id }) => id));
      const after: WatchedFacts = {
        ...before,
        tasks: [
          ...before.tasks.map((task) =>
            gone.has(task.id) ? { ...task, state: 'done' as const, finishedOn: on } : task,
          ),
          ...raise.map((watch) =>
            aWatchedTask({
              id: watch.key,
              kind: watch.taskKind,
              about: watch.about,
              dueOn: watch.dueOn,
              watchKey: watch.key,
            }),
          ),
        ],
      };
      expect(new Set(raise.map(({ key }) => key)).size).toBe(raise.length);
      expect(planTasks(after, on)).toEqual({ raise: [], close: [] });
    }),
  );
});
