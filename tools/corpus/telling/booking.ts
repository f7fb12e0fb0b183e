import { Session, addDays, bookingRefusals, keyFor, sessionLifecycle } from '@stipple/domain';
import type { Slot } from '../diary';
import type { RowOf } from '../rows';
import type { Story, Told } from '../story';
import type { ClearanceTold } from './clearance';
import type { AgreementTold } from './self-pay';

export interface SessionTold extends Told<Session, 'treatment_session'> {
  slot: Slot | null;
  unit: RowOf<'session_unit'> | null;
}

/** What the sessions of a story are booked on. */
export interface Course {
  readonly clearance: ClearanceTold;
  readonly agreement: AgreementTold | null;
}

/** A session of the course without a time yet. */
export function planSession(story: Story): SessionTold {
  const { procedureCode } = story.facts.case;
  const told = story.create(sessionLifecycle, 'treatment_session', 'plan', story.cast.owner, {
    to: 'planned',
    fact: { procedureCode, units: 1, day: null, startsAt: null, clearanceId: null, selfPay: false },
    row: {
      procedure_code: procedureCode,
      units: 1,
      starts_at: null,
      ends_at: null,
      clinic_time_zone: story.clinic.days.timeZone,
      room_id: null,
      clinician_id: null,
      end_reason: null,
      created_at: story.now,
    },
    data: {},
  });
  story.facts.sessions.push(told.fact);
  return { ...told, slot: null, unit: null };
}

/** Books the place in the diary on the course's clearance, or gives a planned session this time. */
export function bookSession(story: Story, course: Course, slot: Slot, planned?: SessionTold): SessionTold {
  const { clinic, facts } = story;
  const { procedureCode } = facts.case;
  const { clearance } = course;
  const place = placeOf(story, slot);
  const wish = { day: place.day, procedureCode, units: 1, clinicianId: place.columns.clinician_id };
  story.assertNone(bookingRefusals(facts, wish));
  if (keyFor(facts, wish)?.id !== clearance.fact.id) throw new Error('another key would have been taken');
  const fact = {
    day: place.day,
    startsAt: place.startsAt,
    clearanceId: clearance.fact.id,
    selfPay: course.agreement !== null,
  };
  const data = { startsAt: place.startsAt, day: place.day, clearance: clearance.fact.number ?? 'self-pay' };
  const { owner } = story.cast;
  let told: SessionTold;
  if (planned === undefined) {
    const made = story.create(sessionLifecycle, 'treatment_session', 'book', owner, {
      to: 'scheduled',
      fact: { ...fact, procedureCode, units: 1 },
      row: {
        ...place.columns,
        procedure_code: procedureCode,
        units: 1,
        clinic_time_zone: clinic.days.timeZone,
        end_reason: null,
        created_at: story.now,
      },
      data,
    });
    facts.sessions.push(made.fact);
    told = { ...made, slot, unit: null };
  } else {
    story.advance(sessionLifecycle, planned, 'schedule', owner, {
      to: 'scheduled',
      fact,
      row: place.columns,
      data,
    });
    told = Object.assign(planned, { slot });
  }
  told.unit = takeUnit(story, clearance, told);
  return told;
}

/** Another place in the diary, on the same clearance. */
export function rescheduleSession(story: Story, told: SessionTold, slot: Slot): void {
  const place = placeOf(story, slot);
  const before = told.fact.startsAt;
  if (told.slot) story.clinic.diary.release(told.slot);
  told.slot = slot;
  story.advance(sessionLifecycle, told, 'reschedule', story.cast.owner, {
    to: 'scheduled',
    fact: { day: place.day, startsAt: place.startsAt },
    row: place.columns,
    data: { startsAt: place.startsAt, day: place.day, before },
  });
}

function placeOf({ clinic }: Story, slot: Slot) {
  const start = clinic.days.moment(slot.day, slot.minute);
  const startsAt = new Date(start).toISOString();
  const ends = new Date(start + slot.minutes * 60_000).toISOString();
  const columns = {
    starts_at: startsAt,
    ends_at: ends,
    room_id: clinic.rooms[slot.room],
    clinician_id: clinic.clinicians[slot.clinician]?.id ?? '',
  };
  return { day: clinic.days.dayAt(slot.day), startsAt, columns };
}

/** Takes the lowest free unit. The copies are made when the story is over, from what the rows then say. */
function takeUnit(story: Story, clearance: ClearanceTold, told: SessionTold): RowOf<'session_unit'> {
  let unitNo = 1;
  while (clearance.taken.has(unitNo)) unitNo += 1;
  clearance.taken.set(unitNo, told.fact.id);
  clearance.fact.held += 1;
  const { row } = clearance;
  const unit = story.rows.add('session_unit', {
    clinic_id: story.clinic.id,
    session_id: told.fact.id,
    slot: 1,
    clearance_id: clearance.fact.id,
    unit_no: unitNo,
    case_id: story.facts.case.id,
    procedure_code: told.fact.procedureCode,
    units: row.units,
    opens_on: row.opens_on,
    closes_on: row.closes_on,
    active: row.active,
    recorded_at: row.recorded_at,
    starts_at: told.row.starts_at,
    session_on: told.fact.day,
    hold: 'live',
    clinician_id: told.row.clinician_id,
    booked_at: story.now,
    booking_began_at: story.now,
  });
  story.atEnd.push(() => {
    const { units, opens_on, closes_on, active } = clearance.row;
    const { starts_at, clinician_id, state } = told.row;
    Object.assign(unit, {
      units,
      opens_on,
      closes_on,
      active,
      starts_at,
      clinician_id,
      session_on: told.fact.day,
      hold: holdOf(String(state)),
    });
  });
  return unit;
}

/** As PostgreSQL derives it. */
function holdOf(state: string): 'live' | 'used' | 'none' {
  if (state === 'scheduled' || state === 'checked_in') return 'live';
  return state === 'performed' || state === 'billed' ? 'used' : 'none';
}

/** The first working day on which the next session of a course may be: some weeks after the last. */
export function nextSessionDay(story: Story, lastDay: number): number {
  return story.clinic.days.onOrAfter(addDays(story.clinic.days.dayAt(lastDay), story.dice.within([27, 43])));
}
