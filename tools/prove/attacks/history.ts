import { Bench, Thing, nextNumber, someSlot } from '../bench';
import { Columns, inOrder, update } from '../sql';
import { scope } from '../verbs/agreement';
import { aboutCase, asked } from '../verbs/case';
import { event, row } from '../verbs/history';
import { booked, go } from '../verbs/session';
import { Attack, attack, fresh, newOf } from './attack';

const session = 'treatment_session';

/** Each kind taken back to its first event, from where it may still be moved. */
const rewinds: readonly (readonly [string, Thing, string])[] = [
  ['treatment_case', 'case', 'open'],
  ['auth_request', 'pendedRequest', 'draft'],
  ['self_pay_agreement', 'otherIssuedAgreement', 'draft'],
  ['letter', 'readyLetter', 'draft'],
];

const checkedIn = { seq: 2, from: 'scheduled', move: 'check_in', to: 'checked_in' };
const checkInLive = (b: Bench, forged: Columns) =>
  inOrder(
    update(session, { state: 'checked_in', seq: 2 }, { id: b.ids.live }),
    event(b.ground, session, b.of('live'), checkedIn, forged),
  );
const backToScheduled = (b: Bench, forged: Columns) =>
  inOrder(
    update(session, { state: 'scheduled', seq: 3 }, { id: b.ids.arrived }),
    event(b.ground, session, b.of('arrived'), { seq: 3, from: '', move: 'book', to: 'scheduled' }, forged),
  );

const moves: readonly Attack[] = [
  ...rewinds.map(([table, thing, state]) =>
    attack(
      `take a ${table.replaceAll('_', ' ')} back to where it began`,
      `${table}.one_move_at_a_time`,
      (b) => update(table, { state, seq: 1 }, { id: b.ids[thing] }),
    ),
  ),
  attack(
    'change a state without an event',
    [],
    (b) => update(session, { state: 'performed' }, { id: b.ids.live }),
    'one_move_at_a_time',
  ),
  attack(
    'begin with the third event',
    [],
    (b) =>
      row(b.ground, session, newOf(b), 'checked_in', {
        ...booked(b.ground, { ...newOf(b), ...someSlot(b) }),
        seq: 3,
      }),
    'one_move_at_a_time',
  ),
  attack(
    'make a move that does not exist',
    ['case_event.case_event_is_legal', 'move_allowed.move_allowed_pkey'],
    (b) => go(b.ground, b.of('arrived'), 3, ['checked_in', 'reschedule', 'scheduled']),
  ),
  attack(
    'perform a booking that never checked in',
    [],
    (b) => go(b.ground, b.of('live'), 2, ['scheduled', 'perform', 'performed']),
    'case_event_is_legal',
  ),
  attack('make a move from a state that was not reached', 'case_event.case_event_follows', (b) =>
    go(b.ground, b.of('arrived'), 3, ['scheduled', 'check_in', 'checked_in']),
  ),
  attack('leave out where a move came from', 'case_event.case_event_from_state_not_null', (b) =>
    backToScheduled(b, { from_state: null }),
  ),
  attack('leave out the name of a move', 'case_event.case_event_move_not_null', (b) =>
    backToScheduled(b, { from_state: 'checked_in', move: null }),
  ),
  attack('begin a history in the middle', 'case_event.case_event_begins', (b) => {
    const of = newOf(b);
    return inOrder(
      row(b.ground, session, of, 'cancelled', {
        procedure_code: '17999',
        clinic_time_zone: b.ground.timeZone,
        end_reason: 'Never was',
      }),
      event(b.ground, session, of, { seq: 1, from: 'planned', move: 'cancel', to: 'cancelled' }),
    );
  }),
  attack('write an event that the row does not follow', 'case_event.event_is_reflected', (b) =>
    event(b.ground, session, b.of('live'), checkedIn),
  ),
  attack('write the history of nothing', 'case_event.event_is_reflected', (b) =>
    event(b.ground, session, newOf(b), { seq: 1, from: 'nowhere', move: 'plan', to: 'planned' }),
  ),
  attack('prove an event, then take its row back to a savepoint', 'case_event.event_is_reflected', (b) =>
    inOrder(
      event(b.ground, session, b.of('live'), checkedIn),
      'SAVEPOINT before',
      update(session, { state: 'checked_in', seq: 2 }, { id: b.ids.live }),
      'SET CONSTRAINTS ALL IMMEDIATE',
      'ROLLBACK TO before',
    ),
  ),
  attack('act as nobody', 'case_event.case_event_clinic_id_actor_id_fkey', (b) =>
    checkInLive(b, { actor_id: fresh() }),
  ),
  attack(
    'act without saying who, as only the watching does, and it of nothing but its tasks',
    ['case_event.only_watching_acts_alone', 'case_event.watched_id generated'],
    (b) => checkInLive(b, { actor_id: null }),
  ),
  attack(
    'raise a task without saying who, and for nothing that is watched',
    [],
    (b) => {
      const of = newOf(b);
      const asked = { kind: 'call_payer', about: 'Call', for_role: 'coordinator', due_on: '2030-01-01' };
      const raised = { seq: 1, from: 'nowhere', move: 'raise', to: 'open' };
      return inOrder(
        row(b.ground, 'task', of, 'open', asked),
        event(b.ground, 'task', of, raised, { actor_id: null }),
      );
    },
    'only_watching_acts_alone',
  ),
  attack('act as if it were long ago', 'case_event INSERT at', (b) => {
    const of = newOf(b);
    const first = { seq: 1, from: 'nowhere', move: 'plan', to: 'planned' };
    const columns = { procedure_code: '17999', clinic_time_zone: b.ground.timeZone };
    return inOrder(
      row(b.ground, session, of, 'planned', columns),
      event(b.ground, session, of, first, { at: '2020-01-01' }),
    );
  }),
  attack(
    'write one event twice',
    [],
    (b) => event(b.ground, session, b.of('live'), { seq: 1, from: 'nowhere', move: 'book', to: 'scheduled' }),
    'case_event_pkey',
  ),
];

/** A second row under an id that is taken. Its first event is there already, so its history fits. */
const doubles: readonly Attack[] = [
  attack('book twice under one id', 'treatment_session.treatment_session_pkey', (b) =>
    row(b.ground, session, b.of('live'), 'scheduled', booked(b.ground, { ...b.of('live'), ...someSlot(b) })),
  ),
  attack(
    'draft two requests under one id',
    [],
    (b) => row(b.ground, 'auth_request', b.of('draftRequest'), 'draft', asked(b.ground)),
    'auth_request_pkey',
  ),
  attack('draft two agreements under one id', 'self_pay_agreement.self_pay_agreement_pkey', (b) =>
    row(b.ground, 'self_pay_agreement', b.of('draftAgreement'), 'draft', scope(9)),
  ),
  attack('open two cases under one id', 'treatment_case.treatment_case_pkey', (b) =>
    row(b.ground, 'treatment_case', b.of('case'), 'open', aboutCase(b.ground, nextNumber())),
  ),
];

export const historyAttacks: readonly Attack[] = [...moves, ...doubles];
