import type { WaitingList } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';

/**
 * What waits for this person as a physician (an alert from a patient's answers, a treatment to record, a call with the payer's reviewer, an answer to
 * acknowledge, something to sign, evidence the payer asked for) or as a coordinator or manager (their own assents).
 * Evidence is asked of the treating physician until some has come in since.
 */
const waitingSql = /* sql */ `
WITH item AS (
  SELECT 'clinical_alert' AS kind, x.id, x.seq, x.case_id, x.about AS what, NULL AS payer_words FROM stipple.task x
   WHERE x.clinic_id = $1 AND x.kind = 'clinical_alert' AND x.state = 'open' AND 'physician' = ANY ($3)
  UNION ALL
  SELECT 'screening', x.id, x.seq, x.case_id, 'Screening outcome', NULL FROM stipple.screening x
   WHERE x.clinic_id = $1 AND x.state = 'proposed' AND 'physician' = ANY ($3)
  UNION ALL
  SELECT 'letter', x.id, x.seq, x.case_id, 'Letter of medical necessity', NULL FROM stipple.letter x
   WHERE x.clinic_id = $1 AND x.state = 'ready' AND 'physician' = ANY ($3)
  UNION ALL
  SELECT 'acknowledgement', x.id, x.seq, x.case_id, CASE x.basis WHEN 'partial' THEN 'Partly approved: ' ELSE 'Approved with changes: ' END || x.number, x.payer_words
    FROM stipple.payer_authorization x
   WHERE x.clinic_id = $1 AND x.state = 'awaiting_acknowledgement'
     AND EXISTS (SELECT 1 FROM unnest(ARRAY['physician', 'coordinator']) role WHERE role = ANY ($3) AND NOT EXISTS (
       SELECT 1 FROM stipple.authorization_assent a WHERE (a.clinic_id, a.authorization_id, a.as_role) = (x.clinic_id, x.id, role)))
  UNION ALL
  SELECT 'confirmation', x.id, x.seq, x.case_id, '“Not required”: ' || x.number, x.payer_words
    FROM stipple.payer_authorization x JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (x.clinic_id, x.case_id)
   WHERE x.clinic_id = $1 AND x.state = 'awaiting_confirmation'
     AND EXISTS (SELECT 1 FROM unnest(ARRAY['physician', 'manager']) role WHERE role = ANY ($3) AND (role = 'manager' OR c.physician_id = $2) AND NOT EXISTS (
       SELECT 1 FROM stipple.authorization_assent a WHERE (a.clinic_id, a.authorization_id, a.as_role) = (x.clinic_id, x.id, role)))
  UNION ALL
  SELECT 'treatment', x.id, x.seq, x.case_id, 'Treatment of today', NULL FROM stipple.treatment_session x
   WHERE x.clinic_id = $1 AND x.state = 'checked_in' AND 'physician' = ANY ($3)
  UNION ALL
  SELECT 'peer_to_peer', x.id, x.seq, x.case_id, 'Call with the payer’s reviewer', x.payer_words FROM stipple.auth_request x
   WHERE x.clinic_id = $1 AND x.state = 'contact_payer' AND 'physician' = ANY ($3)
  UNION ALL
  SELECT 'peer_to_peer', x.id, x.seq, x.case_id, 'Call with the payer’s reviewer' || coalesce(to_char(x.call_at AT TIME ZONE k.time_zone, ', FMMon FMDD at FMHH12:MI AM'), ''), r.denial_words
    FROM stipple.challenge x JOIN stipple.clinic k ON k.id = x.clinic_id
    JOIN stipple.auth_request r ON (r.clinic_id, r.id) = (x.clinic_id, x.request_id)
   WHERE x.clinic_id = $1 AND x.kind = 'peer_to_peer' AND x.state IN ('sent', 'received') AND 'physician' = ANY ($3)
  UNION ALL
  SELECT 'challenge', x.id, x.seq, x.case_id, CASE x.kind WHEN 'reconsideration' THEN 'Reconsideration' WHEN 'external_review' THEN 'External review' ELSE 'Appeal' END, r.denial_words
    FROM stipple.challenge x JOIN stipple.auth_request r ON (r.clinic_id, r.id) = (x.clinic_id, x.request_id)
   WHERE x.clinic_id = $1 AND x.state = 'drafted' AND x.clinical AND 'physician' = ANY ($3)
  UNION ALL
  SELECT 'evidence', x.id, x.seq, x.case_id, 'Evidence the payer asked for', array_to_string(x.information_items, '; ')
    FROM stipple.auth_request x JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (x.clinic_id, x.id, x.seq)
   WHERE x.clinic_id = $1 AND x.state = 'information_requested' AND 'physician' = ANY ($3)
     AND NOT EXISTS (SELECT 1 FROM stipple.case_document d WHERE (d.clinic_id, d.case_id) = (x.clinic_id, x.case_id) AND d.recorded_at > e.at)
), known AS (
  SELECT i.*, c.case_number, c.due_on, c.stage, c.acts_next, c.next_step, c.patient_id, c.payer_id,
      c.physician_id = $2 OR (i.kind IN ('acknowledgement', 'confirmation') AND ARRAY['coordinator', 'manager'] && $3) AS mine
    FROM item i JOIN stipple.treatment_case c ON c.clinic_id = $1 AND c.id = i.case_id AND c.state = 'open'
)
SELECT coalesce(json_agg(json_build_object('kind', k.kind, 'subjectId', k.id, 'version', k.seq, 'caseId', k.case_id, 'caseNumber', k.case_number,
    'patientName', p.family_name || ', ' || p.given_name, 'payerName', y.name, 'what', k.what, 'payerWords', k.payer_words, 'since', e.at,
    'stage', k.stage, 'actsNext', k.acts_next, 'nextStep', k.next_step, 'dueOn', k.due_on)
    ORDER BY k.due_on NULLS LAST, e.at, k.case_number) FILTER (WHERE k.mine OR NOT $4), '[]') AS items,
  count(*) FILTER (WHERE k.mine)::int AS mine, count(*)::int AS everybodys
  FROM known k
  JOIN stipple.patient p ON p.clinic_id = $1 AND p.id = k.patient_id
  JOIN stipple.payer y ON y.clinic_id = $1 AND y.id = k.payer_id
  JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = ($1, k.id, k.seq)`;

/** @param mine only the cases this person treats, and the assents that are theirs by role */
export async function readWaiting(db: ClinicDatabase, who: Principal, mine: boolean): Promise<WaitingList> {
  const note = { action: 'waiting.read', subject: 'treatment_case', subjectId: null, caseId: null };
  const values = [who.clinicId, who.staffId, who.roles, mine];
  const [list] = await db.read<WaitingList>(
    who,
    { name: 'waiting', planFor: 'values', text: waitingSql, values },
    note,
  );
  return list ?? { items: [], mine: 0, everybodys: 0 };
}
