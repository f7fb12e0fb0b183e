import { at, day } from '../ground';
import { Bench, grantOf, someSlot } from '../bench';
import { inOrder, raw } from '../sql';
import { amend, nameClinician, openKey, recordWithKey } from '../verbs/authorization';
import {
  checkIn,
  book,
  bookBare,
  cancel,
  go,
  perform,
  plan,
  takeUnit,
  treated,
  unblock,
  Unit,
  Wish,
} from '../verbs/session';
import { Attack, attack, fresh, newOf } from './attack';

const wish = (bench: Bench, more: Partial<Wish> = {}): Wish => ({
  ...newOf(bench),
  ...someSlot(bench),
  ...more,
});
const onKey = (bench: Bench, more: Partial<Wish>, keyId = bench.ids.key, unitNo = 6) =>
  book(bench.ground, wish(bench, more), keyId, unitNo);
const unitOf = (bench: Bench, made: Wish, more: Partial<Unit> = {}): Unit => ({
  sessionId: made.id,
  clearanceId: bench.ids.key,
  unitNo: 6,
  ...more,
});

/** Booking without, beside or beyond a clearance. */
export const bookingAttacks: readonly Attack[] = [
  attack(
    'book without any clearance',
    ['treatment_session.session_holds_its_units', 'session_unit.session_unit_pkey'],
    (b) => bookBare(b.ground, wish(b)),
  ),
  attack('book on the day before the window opens', 'session_unit.no_clearance_no_session', (b) =>
    inOrder(
      // A window that opens later, so that the day before it still lies ahead.
      amend(b.ground, grantOf(b, 'short', { fromDay: 5, toDay: 20, lines: { '17999': 2 } }), 3),
      onKey(b, someSlot(b, 4), b.ids.shortKey, 1),
    ),
  ),
  attack('book on the day after the window closes', 'session_unit.no_clearance_no_session', (b) =>
    onKey(b, someSlot(b, 61)),
  ),
  attack('book at 00:30 of the day after the window closes', 'session_unit.no_clearance_no_session', (b) =>
    onKey(b, { startsAt: at(b.ground, 61, 30) }),
  ),
  attack('book on a revoked authorization', 'session_unit.no_clearance_no_session', (b) =>
    onKey(b, {}, b.ids.endedKey, 2),
  ),
  attack('book on a partial approval that nobody acknowledged', 'session_unit.no_clearance_no_session', (b) =>
    onKey(b, {}, b.ids.partialKey, 1),
  ),
  attack('book on “not required” that nobody confirmed', 'session_unit.no_clearance_no_session', (b) =>
    onKey(b, {}, b.ids.notRequiredKey, 1),
  ),
  attack('book on a void agreement', 'session_unit.no_clearance_no_session', (b) =>
    onKey(b, {}, b.ids.voidKey, 1),
  ),
  attack('book in the past', 'session_unit.booked_before_start', (b) => onKey(b, someSlot(b, -2))),
  attack('book at an infinite time', 'treatment_session.session_lasts', (b) =>
    onKey(b, { startsAt: 'infinity' }),
  ),
  attack('book at minus infinity', 'treatment_session.session_lasts', (b) =>
    onKey(b, { startsAt: '-infinity' }),
  ),
  attack('record and book in one transaction', 'session_unit.recorded_before_booked', (b) => {
    const grant = grantOf(b, 'spareGrant', { id: fresh(), requestId: b.ids.spareRequest });
    const keyId = fresh();
    return inOrder(recordWithKey(b.ground, grant, keyId, b.clinicians), onKey(b, {}, keyId, 1));
  }),
  attack('book without a unit number', 'session_unit.session_unit_unit_no_not_null', (b) => {
    const made = wish(b);
    return inOrder(bookBare(b.ground, made), takeUnit(b.ground, unitOf(b, made), { unit_no: null }));
  }),
  attack('book one unit too many', 'session_unit.unit_was_granted', (b) => onKey(b, {}, b.ids.fullKey, 2)),
  attack(
    'book unit zero',
    'session_unit.session_unit_unit_no_check',
    (b) => onKey(b, {}, b.ids.fullKey, 0),
    'session_unit_unit_no_check',
  ),
  attack('book a unit that is taken', 'session_unit.one_session_per_unit', (b) =>
    onKey(b, {}, b.ids.fullKey, 1),
  ),
  attack(
    'renumber a unit onto one that was not granted',
    'session_unit.unit_was_granted',
    (b) => `UPDATE stipple.session_unit SET unit_no = 99 WHERE session_id = '${b.ids.live}'`,
  ),
  attack(
    'renumber a unit onto one that is taken',
    'session_unit.one_session_per_unit',
    (b) => `UPDATE stipple.session_unit SET unit_no = 2 WHERE session_id = '${b.ids.live}'`,
  ),
  attack(
    'book two units with one row, the second',
    ['session_unit.session_units_in_a_row', 'session_unit.session_uses_one_clearance'],
    (b) => {
      const made = wish(b, { units: 2 });
      return inOrder(bookBare(b.ground, made), takeUnit(b.ground, unitOf(b, made, { slot: 2 })));
    },
  ),
  attack(
    'book two units of two clearances',
    ['session_unit.session_units_in_a_row', 'session_unit.session_uses_one_clearance'],
    (b) => {
      const made = wish(b, { ...someSlot(b, 15), units: 2 });
      return inOrder(
        bookBare(b.ground, made),
        takeUnit(b.ground, unitOf(b, made, { unitNo: 5 })),
        takeUnit(b.ground, unitOf(b, made, { slot: 2, clearanceId: b.ids.shortKey, unitNo: 2 })),
      );
    },
  ),
  attack(
    'book no units at all',
    [],
    (b) => bookBare(b.ground, wish(b, { units: 0 })),
    'treatment_session_units_check',
  ),
  attack(
    'book a negative number of units',
    [],
    (b) => bookBare(b.ground, wish(b, { units: -1 })),
    'treatment_session_units_check',
  ),
  attack('book an unknown number of units', 'treatment_session.treatment_session_units_not_null', (b) =>
    bookBare(b.ground, wish(b), { units: null }),
  ),
  attack('raise the units of a booking', 'treatment_session.session_holds_its_units', (b) =>
    go(b.ground, b.of('live'), 2, ['scheduled', 'reschedule', 'scheduled'], { units: 2 }),
  ),
  attack(
    'book a clinician whom the clearance does not name',
    ['session_unit.clinician_was_cleared', 'clearance_clinician.clearance_clinician_pkey'],
    (b) => onKey(b, { clinicianId: b.stranger }),
  ),
  attack(
    'add a clinician to a clearance on record',
    ['clearance_clinician.clinician_recorded_with_clearance', 'clearance.clearance_recorded_in'],
    (b) => inOrder(nameClinician(b.ground, b.ids.key, b.stranger), onKey(b, { clinicianId: b.stranger })),
  ),
  attack(
    'name a clinician nobody knows',
    'clearance_clinician.clearance_clinician_clinic_id_clinician_id_fkey',
    (b) => openKey(b.ground, spareKey(b, [fresh()]), { terms_seq: 2 }),
  ),
  attack('book a room nobody knows', 'treatment_session.treatment_session_clinic_id_room_id_fkey', (b) =>
    onKey(b, { roomId: fresh() }),
  ),
  attack('book a room that is taken', 'treatment_session.room_is_free', (b) =>
    onKey(b, { startsAt: at(b.ground, 10, 600), clinicianId: b.clinicians[1] ?? '' }),
  ),
  attack('book a clinician who is busy', 'treatment_session.clinician_is_free', (b) =>
    onKey(b, { startsAt: at(b.ground, 10, 600), roomId: b.rooms[1] ?? '' }),
  ),
  attack('book a session without length into a taken room', 'treatment_session.session_lasts', (b) =>
    onKey(b, { startsAt: at(b.ground, 10, 602), minutes: 0 }),
  ),
  attack('plan with a time, like a booking', 'treatment_session.session_has_time', (b) => {
    const { startsAt, roomId, clinicianId } = wish(b);
    const ends_at = raw(`timestamptz '${startsAt}' + interval '5 minutes'`);
    return plan(b.ground, newOf(b), {
      starts_at: startsAt,
      ends_at,
      room_id: roomId,
      clinician_id: clinicianId,
    });
  }),
  attack('schedule a plan without a clearance', 'treatment_session.session_holds_its_units', (b) => {
    const { startsAt, roomId, clinicianId } = wish(b);
    const ends_at = raw(`timestamptz '${startsAt}' + interval '5 minutes'`);
    return go(b.ground, b.of('planned'), 2, ['planned', 'schedule', 'scheduled'], {
      starts_at: startsAt,
      ends_at,
      room_id: roomId,
      clinician_id: clinicianId,
    });
  }),
  attack(
    'book in another zone, where it is still the last day',
    ['treatment_session.session_in_clinic_time', 'clinic.clinic_time_zone'],
    (b) => {
      const made = wish(b, { startsAt: at(b.ground, 61, 30) });
      return inOrder(
        bookBare(b.ground, made, { clinic_time_zone: 'Etc/GMT+12' }),
        takeUnit(b.ground, unitOf(b, made)),
      );
    },
  ),
  attack(
    'book, leave the booking empty, cancel it',
    'treatment_session.booking_held_its_units',
    (b) => {
      const made = wish(b);
      return inOrder(bookBare(b.ground, made), go(b.ground, made, 2, cancel, { end_reason: 'Never mind' }));
    },
    'session_holds_its_units',
  ),
  attack(
    'bring a blocked booking back on a revoked authorization',
    'session_unit.no_clearance_no_session',
    (b) => go(b.ground, b.of('stranded'), 3, unblock),
  ),
  attack(
    'bring a cancelled booking back',
    [],
    (b) => go(b.ground, b.of('cancelled'), 3, ['cancelled', 'unblock', 'scheduled']),
    'final_is_final',
  ),
  attack(
    'perform without a clearance, by way of states that never were',
    'treatment_session.one_move_at_a_time',
    (b) => performInOneGo(b, b.ids.endedKey),
  ),
];

/** A clearance of the bench's authorization that has none yet. */
export function spareKey(b: Bench, clinicians: readonly string[]) {
  return {
    id: fresh(),
    caseId: b.ids.case,
    authorizationId: b.ids.spareGrant,
    code: '17999',
    units: 2,
    fromDay: -5,
    toDay: 60,
    active: true,
    clinicians,
  };
}

/** Books, checks in and performs, while the row pretends to be blocked until it is done. */
function performInOneGo(b: Bench, keyId: string): string {
  const made = wish(b, {
    startsAt: new Date(Date.now() + 3_600_000).toISOString(),
    roomId: b.rooms[2] ?? '',
    clinicianId: b.clinicians[1] ?? '',
  });
  const pretended = { state: 'blocked', end_reason: 'Pretended' };
  const { ground } = b;
  return inOrder(
    bookBare(ground, made, pretended),
    takeUnit(ground, { sessionId: made.id, clearanceId: keyId, unitNo: 3 }),
    go(ground, made, 2, checkIn, pretended),
    go(ground, made, 3, perform, { end_reason: null }),
    treated(ground, made, made.clinicianId, { performed_on: day(ground, 0) }),
  );
}
