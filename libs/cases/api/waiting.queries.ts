import type { WaitingItem } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';

/** What waits for this person as a physician (signatures, acknowledgements, confirmations, treatments) or as a manager. */
const waitingSql = /* sql */ `
WITH item AS (
  SELECT 'screening' AS kind, x.id, x.seq, x.case_id, 'Screening outcome to sign' AS what FROM stipple.screening x
   WHERE x.clinic_id = $1 AND x.state = 'proposed' AND 'physician' = ANY ($3)
  UNION ALL
  SELECT 'letter', x.id, x.seq, x.case_id, 'Letter of medical necessity to sign' FROM stipple.letter x
   WHERE x.clinic_id = $1 AND x.state = 'ready' AND 'physician' = ANY ($3)
  UNION ALL
  SELECT 'acknowledgement', x.id, x.seq, x.case_id, 'Difference to acknowledge: ' || x.number FROM stipple.payer_authorization x
   WHERE x.clinic_id = $1 AND x.state = 'awaiting_acknowledgement'
     AND EXISTS (SELECT 1 FROM unnest(ARRAY['physician', 'coordinator']) role WHERE role = ANY ($3) AND NOT EXISTS (
       SELECT 1 FROM stipple.authorization_assent a WHERE (a.clinic_id, a.authorization_id, a.as_role) = (x.clinic_id, x.id, role)))
  UNION ALL
  SELECT 'confirmation', x.id, x.seq, x.case_id, '“Not required” to confirm: ' || x.number
    FROM stipple.payer_authorization x JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (x.clinic_id, x.case_id)
   WHERE x.clinic_id = $1 AND x.state = 'awaiting_confirmation'
     AND EXISTS (SELECT 1 FROM unnest(ARRAY['physician', 'manager']) role WHERE role = ANY ($3) AND (role = 'manager' OR c.physician_id = $2) AND NOT EXISTS (
       SELECT 1 FROM stipple.authorization_assent a WHERE (a.clinic_id, a.authorization_id, a.as_role) = (x.clinic_id, x.id, role)))
  UNION ALL
  SELECT 'treatment', x.id, x.seq, x.case_id, 'Treatment to record' FROM stipple.treatment_session x
   WHERE x.clinic_id = $1 AND x.state = 'checked_in' AND 'physician' = ANY ($3)
)
SELECT coalesce(json_agg(json_build_object('kind', i.kind, 'subjectId', i.id, 'version', i.seq, 'caseId', c.id, 'caseNumber', c.case_number,
    'patientName', p.family_name || ', ' || p.given_name, 'payerName', y.name, 'what', i.what, 'since', e.at, 'dueOn', c.due_on)
    ORDER BY (i.kind = 'treatment') DESC, c.due_on NULLS LAST, c.case_number), '[]') AS items
  FROM item i
  JOIN stipple.treatment_case c ON c.clinic_id = $1 AND c.id = i.case_id AND c.state = 'open'
  JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
  JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
  JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (c.clinic_id, i.id, i.seq)
 WHERE i.kind NOT IN ('screening', 'letter', 'treatment') OR c.physician_id = $2 OR NOT $4`;

/** @param mine only the cases this physician treats, where the item is one any physician may do */
export async function readWaiting(
  db: ClinicDatabase,
  who: Principal,
  mine: boolean,
): Promise<{ items: WaitingItem[] }> {
  const note = { action: 'waiting.read', subject: 'treatment_case', subjectId: null, caseId: null };
  const values = [who.clinicId, who.staffId, who.roles, mine];
  const [row] = await db.read<{ items: WaitingItem[] }>(
    who,
    { name: 'waiting', text: waitingSql, values },
    note,
  );
  return { items: row?.items ?? [] };
}
