import { Ground, day } from '../ground';
import { Columns, Value, inOrder, insert, literal, raw } from '../sql';
import { Of, event, nowhere, row, step } from './history';

const subject = 'treatment_session';

export interface Slot {
  readonly startsAt: string;
  readonly roomId: string;
  readonly clinicianId: string;
  readonly minutes?: number;
}

export interface Wish extends Of, Slot {
  readonly code?: string;
  readonly units?: number;
}

export function booked(ground: Ground, wish: Wish): Columns {
  return {
    procedure_code: wish.code ?? '17999',
    units: wish.units ?? 1,
    clinic_time_zone: ground.timeZone,
    starts_at: wish.startsAt,
    ends_at: raw(`timestamptz ${literal(wish.startsAt)} + interval '${wish.minutes ?? 5} minutes'`),
    room_id: wish.roomId,
    clinician_id: wish.clinicianId,
  };
}

/** The session's row and its event, without units: not yet a lawful booking. */
export function bookBare(ground: Ground, wish: Wish, forged: Columns = {}): string {
  return inOrder(
    row(ground, subject, wish, 'scheduled', { ...booked(ground, wish), ...forged }),
    event(ground, subject, wish, { seq: 1, from: nowhere, move: 'book', to: 'scheduled' }),
  );
}

export interface Unit {
  readonly sessionId: string;
  readonly clearanceId: string;
  readonly slot?: number;
  /** A certain unit, or the lowest free one. */
  readonly unitNo?: number;
}

const copies = {
  case_id: 's.case_id',
  procedure_code: 's.procedure_code',
  units: 'k.units',
  opens_on: 'k.opens_on',
  closes_on: 'k.closes_on',
  active: 'k.active',
  recorded_at: 'k.recorded_at',
  starts_at: 's.starts_at',
  session_on: 's.session_on',
  hold: 's.hold',
  clinician_id: 's.clinician_id',
};

const lowestFree = `(SELECT min(n) FROM generate_series(1, k.units) n WHERE NOT EXISTS (
  SELECT FROM stipple.session_unit u WHERE (u.clinic_id, u.clearance_id, u.unit_no) = (k.clinic_id, k.id, n) AND u.hold <> 'none'))`;

/** Takes one unit. What it copies comes from the rows themselves, unless it is forged. */
export function takeUnit(ground: Ground, unit: Unit, forged: Columns = {}): string {
  const expressions: Record<string, string> = {
    clinic_id: 's.clinic_id',
    session_id: 's.id',
    slot: String(unit.slot ?? 1),
    clearance_id: 'k.id',
    unit_no: unit.unitNo === undefined ? lowestFree : String(unit.unitNo),
    ...copies,
  };
  for (const [name, value] of Object.entries(forged)) expressions[name] = literal(value as Value);
  const wanted = unit.unitNo === undefined ? ` AND ${lowestFree} IS NOT NULL` : '';
  return `INSERT INTO stipple.session_unit (${Object.keys(expressions).join(', ')})
SELECT ${Object.values(expressions).join(', ')} FROM stipple.treatment_session s, stipple.clearance k
 WHERE (s.clinic_id, s.id) = (${literal(ground.clinicId)}, ${literal(unit.sessionId)})
   AND (k.clinic_id, k.id) = (${literal(ground.clinicId)}, ${literal(unit.clearanceId)})${wanted}`;
}

/** A lawful booking: session, event and one unit. */
export function book(
  ground: Ground,
  wish: Wish,
  clearanceId: string,
  unitNo?: number,
  forged: Columns = {},
): string {
  return inOrder(
    bookBare(ground, wish),
    takeUnit(ground, { sessionId: wish.id, clearanceId, unitNo }, forged),
  );
}

export function go(
  ground: Ground,
  of: Of,
  seq: number,
  [from, move, to]: readonly [string, string, string],
  set: Columns = {},
): string {
  return step(ground, subject, of, { seq, from, move, to }, set);
}
export const checkIn = ['scheduled', 'check_in', 'checked_in'] as const;
export const perform = ['checked_in', 'perform', 'performed'] as const;
export const block = ['scheduled', 'block', 'blocked'] as const;
export const cancel = ['scheduled', 'cancel', 'cancelled'] as const;
export const reschedule = ['scheduled', 'reschedule', 'scheduled'] as const;
export const unblock = ['blocked', 'unblock', 'scheduled'] as const;

export function plan(ground: Ground, of: Of, forged: Columns = {}): string {
  return inOrder(
    row(ground, subject, of, 'planned', {
      procedure_code: '17999',
      clinic_time_zone: ground.timeZone,
      ...forged,
    }),
    event(ground, subject, of, { seq: 1, from: nowhere, move: 'plan', to: 'planned' }),
  );
}

/** What was done. By default on the session's own day, which must be today, at its third event. */
export function treated(ground: Ground, of: Of, performerId: string, forged: Columns = {}): string {
  return insert('treatment_record', {
    clinic_id: ground.clinicId,
    session_id: of.id,
    case_id: of.caseId,
    seq: 3,
    session_on: day(ground, 0),
    clinic_time_zone: ground.timeZone,
    performed_on: day(ground, 0),
    performer_id: performerId,
    area_cm2: 20,
    device: 'Pen',
    lot: 'L-1',
    note: 'Done.',
    signed_by: ground.physicianId,
    ...forged,
  });
}
