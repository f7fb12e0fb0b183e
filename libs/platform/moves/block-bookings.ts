import { Clearance, addDays, dayInWords, isLive, sessionLifecycle, sourceWords } from '@stipple/domain';
import { CaseInHand } from './case-in-hand';
import { TreatmentSessionEntity } from './rows/treatment-session.entity';

/**
 * Takes bookings off clearances that are about to end or shrink: they become visibly blocked, never silently
 * deleted, and the coordinator gets a task. Must come before the change itself, which PostgreSQL otherwise refuses.
 *
 * @param stays which booked days a clearance will still cover, and how many of its units
 */
export async function blockBookings(
  hand: CaseInHand,
  clearances: readonly Clearance[],
  reason: string,
  stays: (
    clearance: Clearance,
  ) => { readonly opensOn: string; readonly closesOn: string; readonly units: number } | null,
): Promise<number> {
  let blocked = 0;
  for (const clearance of clearances) {
    const rest = stays(clearance);
    let room = rest === null ? 0 : rest.units - clearance.used;
    const live = hand.facts.sessions.filter(
      (session) => session.clearanceId === clearance.id && isLive(session.state),
    );
    for (const session of [...live].sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''))) {
      const day = session.day ?? '';
      const fits = rest !== null && rest.opensOn <= day && day <= rest.closesOn && session.units <= room;
      if (fits) room -= session.units;
      else {
        const why = `${sourceWords(clearance)}: ${reason}`;
        await hand.advance(sessionLifecycle, TreatmentSessionEntity, session, 'block', {
          to: 'blocked',
          set: { endReason: why },
          data: { reason: why, day },
        });
        blocked += 1;
      }
    }
  }
  if (blocked > 0) {
    const { today } = hand.facts.clock;
    const about = `${blocked === 1 ? 'A booked session' : `${blocked} booked sessions`} lost clearance on ${dayInWords(today)}: renew, rebook or cancel.`;
    await hand.raiseTask('rebook_blocked', about, 'coordinator', addDays(today, 1));
  }
  return blocked;
}

/**
 * Gives the sessions that keep their hold the lowest unit numbers, so that a clearance can shrink to `units`.
 * Comes after the surplus has been blocked and before the clearance changes.
 */
export async function closeUnitGaps(hand: CaseInHand, clearanceId: string): Promise<void> {
  const { clinicId } = hand.command.who;
  const held: { session_id: string; slot: number; unit_no: number }[] = await hand.command.tx.query(
    `SELECT session_id, slot, unit_no FROM stipple.session_unit WHERE clinic_id = $1 AND clearance_id = $2 AND hold <> 'none' ORDER BY unit_no`,
    [clinicId, clearanceId],
  );
  for (const [index, unit] of held.entries()) {
    if (unit.unit_no === index + 1) continue;
    await hand.command.tx.query(
      'UPDATE stipple.session_unit SET unit_no = $4 WHERE clinic_id = $1 AND session_id = $2 AND slot = $3',
      [clinicId, unit.session_id, unit.slot, index + 1],
    );
  }
}
