import type { BookSession } from '@stipple/contracts';
import { Command, Missing, refuseIfAny } from '@stipple/database';
import {
  BookingWish,
  Clearance,
  Refusal,
  bookingRefusals,
  dayOf,
  isBefore,
  keyFor,
  refusal,
  sessionLifecycle,
} from '@stipple/domain';
import { CaseInHand, TreatmentSessionEntity, withCase } from '@stipple/moves';

/** Books a session on the case's clearance. The domain finds the words of a refusal; PostgreSQL decides. */
export function bookSession(command: Command, caseId: string, body: BookSession): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    const { now, timeZone } = hand.facts.clock;
    const day = dayOf(body.startsAt, timeZone);
    const wish: BookingWish = {
      day,
      procedureCode: body.procedureCode,
      units: body.units,
      clinicianId: body.clinicianId,
    };
    refuseIfAny([
      ...notInThePast(body.startsAt, now),
      ...(await roomInUse(command, body.roomId)),
      ...bookingRefusals(hand.facts, wish),
    ]);
    const key = keyFor(hand.facts, wish);
    if (key === null) throw new Missing('clearance');
    const { procedureCode, units, roomId, clinicianId, startsAt } = body;
    const columns = {
      procedureCode,
      units,
      roomId,
      clinicianId,
      clinicTimeZone: timeZone,
      startsAt,
      endsAt: endOf(startsAt, body.minutes),
    };
    const data = { startsAt, day, clearance: key.number ?? 'self-pay' };
    const id = await hand.create(sessionLifecycle, 'book', TreatmentSessionEntity, columns, {
      to: 'scheduled',
      data,
    });
    await takeUnits(hand, id, key, units);
    return { id };
  });
}

/** A room may have been given up since the form was opened. One that nobody knows is refused by its foreign key. */
export async function roomInUse({ tx, who }: Command, roomId: string): Promise<readonly Refusal[]> {
  const givenUp: unknown[] = await tx.query(
    'SELECT FROM stipple.room WHERE clinic_id = $1 AND id = $2 AND NOT in_use',
    [who.clinicId, roomId],
  );
  return givenUp.length === 0
    ? []
    : [refusal('room_given_up', 'This room is no longer in use; choose another one.', 'roomId')];
}

export function notInThePast(startsAt: string, now: string): readonly Refusal[] {
  return isBefore(now, startsAt)
    ? []
    : [refusal('in_the_past', 'A session cannot be booked in the past.', 'startsAt')];
}

export function endOf(startsAt: string, minutes: number): string {
  return Temporal.Instant.from(startsAt).add({ minutes }).toString();
}

/** Takes the lowest free units. The copies come from the rows themselves, so that nothing is rounded on its way through here. */
async function takeUnits(hand: CaseInHand, sessionId: string, key: Clearance, units: number): Promise<void> {
  await hand.command.tx.query(
    `INSERT INTO stipple.session_unit (clinic_id, session_id, slot, clearance_id, unit_no, case_id, procedure_code,
                                       units, opens_on, closes_on, active, recorded_at, starts_at, session_on, hold, clinician_id)
     SELECT s.clinic_id, s.id, row_number() OVER (ORDER BY free.unit_no), k.id, free.unit_no, s.case_id, s.procedure_code,
            k.units, k.opens_on, k.closes_on, k.active, k.recorded_at, s.starts_at, s.session_on, s.hold, s.clinician_id
       FROM stipple.treatment_session s
       JOIN stipple.clearance k ON (k.clinic_id, k.id) = (s.clinic_id, $3)
      CROSS JOIN LATERAL (
        SELECT n AS unit_no FROM generate_series(1, k.units) n
         WHERE NOT EXISTS (SELECT 1 FROM stipple.session_unit u WHERE (u.clinic_id, u.clearance_id, u.unit_no) = (k.clinic_id, k.id, n) AND u.hold <> 'none')
         ORDER BY n LIMIT $4) free
      WHERE s.clinic_id = $1 AND s.id = $2`,
    [hand.command.who.clinicId, sessionId, key.id, units],
  );
}
