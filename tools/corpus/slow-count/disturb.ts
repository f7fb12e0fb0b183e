import type pg from 'pg';
import type { Dice } from '../dice';

/** Single changes of a case `$2` of the clinic `$1`, each of which moves something from one sum by day to another. */
const changes: readonly string[] = [
  `UPDATE stipple.auth_request SET decided_on = decided_on - 1
    WHERE clinic_id = $1 AND case_id = $2 AND decided_on > submitted_at::date`,
  `UPDATE stipple.auth_request SET payer_received_at = payer_received_at + interval '1 day'
    WHERE clinic_id = $1 AND case_id = $2 AND decided_on > payer_received_at::date + 1`,
  `UPDATE stipple.code_worksheet SET fee_cents = fee_cents + 1700 WHERE clinic_id = $1 AND case_id = $2`,
  `UPDATE stipple.payer_authorization SET state = 'revoked', end_reason = 'By the payer' WHERE clinic_id = $1 AND case_id = $2`,
  `INSERT INTO stipple.challenge (clinic_id, case_id, state, seq, kind, request_id, clinical, sent_on, decided_on)
   SELECT $1, $2, 'overturned', 1, 'reconsideration', r.id, false, r.decided_on + 3, r.decided_on + 9
     FROM stipple.auth_request r WHERE r.clinic_id = $1 AND r.case_id = $2 AND r.adverse`,
  `DELETE FROM stipple.challenge WHERE clinic_id = $1 AND case_id = $2`,
  // Never to before what it ended: how long that was would be for each reader to say.
  `UPDATE stipple.case_event v SET at = at - interval '2 days' WHERE clinic_id = $1 AND case_id = $2 AND subject = 'treatment_case' AND move = 'close'
    AND NOT EXISTS (SELECT FROM stipple.case_event e WHERE (e.clinic_id, e.subject_id) = (v.clinic_id, v.subject_id) AND e.seq < v.seq AND e.at > v.at - interval '2 days')`,
];

/** Changes some cases, each in a transaction of its own as moves are, in ways that moves would not allow. */
export async function disturb(owner: pg.Pool, clinicId: string, dice: Dice, times: number): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    'SELECT DISTINCT case_id AS id FROM stipple.reported_request WHERE clinic_id = $1 ORDER BY id',
    [clinicId],
  );
  for (let at = 0; at < times; at++) {
    const client = await owner.connect();
    const of = [clinicId, dice.pick(rows).id];
    try {
      await client.query('BEGIN');
      await client.query('SET LOCAL session_replication_role = replica');
      await client.query(dice.pick(changes), of);
      await client.query('SELECT stipple.report_case($1, $2)', of);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }
}
