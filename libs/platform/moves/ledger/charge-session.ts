import { SelfPayAgreement, linesOfSession, totalOf } from '@stipple/domain';
import { CaseInHand } from '../case-in-hand';
import { SelfPayAgreementEntity } from '../rows/self-pay-agreement.entity';
import { postEntry } from './post-entry';

const unitsSql = /* sql */ `
SELECT s.units, u.clearance_id AS "clearanceId", r.performed_on::text AS "performedOn",
       (SELECT coalesce(sum(b.units), 0)::integer FROM stipple.treatment_record x
          JOIN stipple.session_unit v ON (v.clinic_id, v.session_id, v.slot) = (x.clinic_id, x.session_id, 1)
          JOIN stipple.treatment_session b ON (b.clinic_id, b.id) = (x.clinic_id, x.session_id)
         WHERE (v.clinic_id, v.clearance_id) = (u.clinic_id, u.clearance_id) AND (x.recorded_at, x.session_id) < (r.recorded_at, r.session_id)) AS before
  FROM stipple.treatment_record r
  JOIN stipple.treatment_session s ON (s.clinic_id, s.id) = (r.clinic_id, r.session_id)
  JOIN stipple.session_unit u ON (u.clinic_id, u.session_id, u.slot) = (r.clinic_id, r.session_id, 1)
 WHERE r.clinic_id = $1 AND r.session_id = $2`;

interface Performed {
  readonly units: number;
  readonly clearanceId: string;
  readonly performedOn: string;
  readonly before: number;
}

/**
 * Charges a performed session of an agreement: the pieces of its price lines that came due with it. Sessions count in
 * the order in which they were recorded, which no later one changes, so that each piece is charged once. Returns the
 * entry’s id, or null where the session costs nothing by itself.
 */
export async function chargeSession(
  hand: CaseInHand,
  agreement: SelfPayAgreement,
  sessionId: string,
): Promise<string | null> {
  const { tx, who } = hand.command;
  const [done]: Performed[] = await tx.query(unitsSql, [who.clinicId, sessionId]);
  if (done === undefined) throw new Error('a session is charged once its treatment is on record');
  const { lines, sessions } = await tx.findOneOrFail(SelfPayAgreementEntity, {
    where: { clinicId: who.clinicId, id: agreement.id },
  });
  const due = linesOfSession({ lines, sessions }, { before: done.before, now: done.units });
  const cents = totalOf(due);
  if (cents === 0) return null;
  const { clearanceId, performedOn } = done;
  return postEntry(
    hand,
    { kind: 'charge', cents, method: null },
    { agreementId: agreement.id, happenedOn: performedOn, session: { sessionId, clearanceId, lines: due } },
  );
}
