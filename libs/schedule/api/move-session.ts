import type { CancelSession, PlainMove, RescheduleSession } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { CaseFacts, Session, bookingRefusals, dayOf, refusal, sessionLifecycle } from '@stipple/domain';
import { CaseInHand, TreatmentSessionEntity, withSubject } from '@stipple/moves';
import { endOf, notInThePast, roomInUse } from './book-session';

// What happens to a booking between being made and being kept.

/** Another time, room or clinician, on the same clearance. */
export function rescheduleSession(
  command: Command,
  id: string,
  { version, ...slot }: RescheduleSession,
): Promise<void> {
  return withSubject(command, sessionLifecycle, id, async (hand, session) => {
    const { now, timeZone } = hand.facts.clock;
    const day = dayOf(slot.startsAt, timeZone);
    const wish = {
      day,
      procedureCode: session.procedureCode,
      units: session.units,
      clinicianId: slot.clinicianId,
    };
    refuseIfAny([
      ...notInThePast(slot.startsAt, now),
      ...(await roomInUse(command, slot.roomId)),
      ...bookingRefusals(withoutItsHold(hand.facts, session), wish),
    ]);
    const { startsAt, roomId, clinicianId } = slot;
    const set = { startsAt, endsAt: endOf(startsAt, slot.minutes), roomId, clinicianId };
    await hand.advance(sessionLifecycle, TreatmentSessionEntity, session, 'reschedule', {
      to: 'scheduled',
      version,
      set,
      data: { startsAt, day, before: session.startsAt },
    });
  });
}

export function cancelSession(
  command: Command,
  id: string,
  { version, reason }: CancelSession,
): Promise<void> {
  return withSubject(command, sessionLifecycle, id, async (hand, session) => {
    await hand.advance(sessionLifecycle, TreatmentSessionEntity, session, 'cancel', {
      to: 'cancelled',
      version,
      set: { endReason: reason },
      data: { reason, day: session.day },
    });
    await finishRebooking(hand, session);
  });
}

export function checkIn(command: Command, id: string, { version }: PlainMove): Promise<void> {
  return withSubject(command, sessionLifecycle, id, async (hand, session) => {
    await hand.advance(sessionLifecycle, TreatmentSessionEntity, session, 'check_in', {
      to: 'checked_in',
      version,
      data: { day: session.day },
    });
  });
}

export function recordNoShow(command: Command, id: string, { version }: PlainMove): Promise<void> {
  return withSubject(command, sessionLifecycle, id, async (hand, session) => {
    await hand.advance(sessionLifecycle, TreatmentSessionEntity, session, 'miss', {
      to: 'no_show',
      version,
      data: { day: session.day },
    });
  });
}

/** A blocked booking whose clearance covers it again goes back on the calendar, if its unit is still free. */
export function restoreBooking(command: Command, id: string, { version }: PlainMove): Promise<void> {
  return withSubject(command, sessionLifecycle, id, async (hand, session) => {
    refuseIfAny(
      (session.day ?? '') < hand.facts.clock.today
        ? [refusal('in_the_past', 'Its day has passed; book another one.')]
        : [],
    );
    await takeFreeUnits(hand, session);
    await hand.advance(sessionLifecycle, TreatmentSessionEntity, session, 'unblock', {
      to: 'scheduled',
      version,
      set: { endReason: null },
      data: { day: session.day },
    });
    await finishRebooking(hand, session);
  });
}

/**
 * Puts a blocked session, which holds nothing, on the lowest units that are free now: its old ones may have gone to
 * others or no longer be granted. Where too few are free it keeps its numbers, and the move is refused.
 */
async function takeFreeUnits(hand: CaseInHand, session: Session): Promise<void> {
  const { clinicId } = hand.command.who;
  await hand.command.tx.query(
    `UPDATE stipple.session_unit u SET unit_no = free.unit_no
       FROM (SELECT n AS unit_no, row_number() OVER (ORDER BY n) AS slot
               FROM stipple.clearance k CROSS JOIN LATERAL generate_series(1, k.units) n
              WHERE k.clinic_id = $1 AND k.id = $3 AND NOT EXISTS (
                SELECT 1 FROM stipple.session_unit t WHERE (t.clinic_id, t.clearance_id, t.unit_no) = (k.clinic_id, k.id, n) AND t.hold <> 'none')) free
      WHERE u.clinic_id = $1 AND u.session_id = $2 AND u.slot = free.slot AND u.hold = 'none'`,
    [clinicId, session.id, session.clearanceId],
  );
}

/** The facts as if this session held nothing, so that its own unit does not stand in its way. */
function withoutItsHold(facts: CaseFacts, session: Session): CaseFacts {
  const clearances = facts.clearances
    .filter((key) => key.id === session.clearanceId)
    .map((key) => ({ ...key, held: key.held - session.units }));
  return { ...facts, clearances };
}

/** The task to rebook is done once nothing is blocked any more. */
async function finishRebooking(hand: CaseInHand, settled: Session): Promise<void> {
  const rest = hand.facts.sessions.some(
    (session) => session.id !== settled.id && session.state === 'blocked',
  );
  if (!rest) await hand.finishTasks('rebook_blocked');
}
