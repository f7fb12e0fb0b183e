import { Command, Refused } from '@stipple/database';
import { refusal, selfPayLifecycle } from '@stipple/domain';
import { chargeSession, withSubject } from '@stipple/moves';

const unchargedSql = /* sql */ `
SELECT r.session_id AS "sessionId" FROM stipple.clearance k
  JOIN stipple.session_unit u ON (u.clinic_id, u.clearance_id, u.slot) = (k.clinic_id, k.id, 1)
  JOIN stipple.treatment_record r ON (r.clinic_id, r.session_id) = (u.clinic_id, u.session_id)
 WHERE k.clinic_id = $1 AND k.agreement_id = $2
   AND NOT EXISTS (SELECT FROM stipple.ledger_entry e WHERE (e.clinic_id, e.session_id) = (r.clinic_id, r.session_id))
 ORDER BY r.recorded_at, r.session_id`;

/**
 * Charges the sessions that were performed before there was a ledger; since then a session is charged as its treatment
 * is recorded, in one transaction with it.
 */
export function chargeEarlierSessions(command: Command, agreementId: string): Promise<void> {
  return withSubject(command, selfPayLifecycle, agreementId, async (hand, agreement) => {
    const earlier: { sessionId: string }[] = await command.tx.query(unchargedSql, [
      command.who.clinicId,
      agreementId,
    ]);
    let charged = 0;
    for (const { sessionId } of earlier)
      if ((await chargeSession(hand, agreement, sessionId)) !== null) charged += 1;
    if (charged === 0)
      throw new Refused([
        refusal('nothing_to_charge', 'Every session that was performed is charged already.'),
      ]);
  });
}
