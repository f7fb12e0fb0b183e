import type { PatientEstimateView } from '@stipple/contracts';
import { ClinicDatabase } from '@stipple/database';
import { type CaseFacts, toldStanding } from '@stipple/domain';
import { caseFactsSql } from '@stipple/moves';
import { type PatientVisit, visitOver } from '@stipple/patient-api';

/*
 * The kept words, never words made anew. A price that the estimate has is not offered beside it once more.
 */
const patientEstimateSql = /* sql */ `
SELECT json_build_object(
  'document', v.contents::json -> 'document',
  'sha256', encode(v.content_sha256, 'hex'),
  'totalCents', v.total_cents,
  'validUntil', v.valid_until,
  'today', (now() AT TIME ZONE k.time_zone)::date,
  'clinic', coalesce(v.contents::jsonb #>> '{contents,providers,0,name}', k.name),
  'phone', v.contents::jsonb #>> '{contents,providers,0,phone}',
  'isDemo', k.is_demo,
  'separateItems', coalesce(v.contents::jsonb #> '{contents,separateItems}', '[]'),
  'prices', (SELECT coalesce(json_agg(json_build_object('en', p.en, 'es', p.es, 'unitCents', p.cents, 'quantity', p.quantity) ORDER BY p.place, p.en), '[]') FROM (
      SELECT o.ordinality AS place, o.line ->> 'words' AS en, o.line ->> 'words' AS es, (o.line ->> 'unitCents')::bigint AS cents, (o.line ->> 'quantity')::integer AS quantity
        FROM jsonb_array_elements(given.lines) WITH ORDINALITY o (line)
      UNION ALL
      SELECT 1000, i.words_en, i.words_es, i.unit_cents, 0
        FROM (SELECT DISTINCT ON (x.code) x.* FROM stipple.price_item x
               WHERE x.clinic_id = v.clinic_id AND x.valid_from <= (now() AT TIME ZONE k.time_zone)::date ORDER BY x.code, x.version DESC) i
       WHERE i.kind = 'add_on' AND NOT i.ended
         AND NOT EXISTS (SELECT FROM jsonb_array_elements(given.lines) line WHERE line ->> 'words' IN (i.words_en, i.words_es))) p),
  'installments', (SELECT coalesce(json_agg(json_build_object('no', n.installment_no, 'dueOn', n.due_on, 'cents', n.cents) ORDER BY n.installment_no), '[]')
    FROM stipple.payment_plan q JOIN stipple.payment_plan_installment n ON (n.clinic_id, n.plan_id) = (q.clinic_id, q.id)
   WHERE (q.clinic_id, q.agreement_id) = (v.clinic_id, v.agreement_id) AND q.state = 'agreed'),
  'signed', (SELECT json_build_object('signerName', s.signer_name, 'on', (s.signed_at AT TIME ZONE k.time_zone)::date)
    FROM stipple.patient_signature s WHERE (s.clinic_id, s.agreement_id) = (v.clinic_id, v.agreement_id))
) AS estimate
FROM stipple.patient_link l
JOIN stipple.estimate_version v ON (v.clinic_id, v.agreement_id, v.version) = (l.clinic_id, l.agreement_id, l.estimate_version)
JOIN stipple.clinic k ON k.id = l.clinic_id
CROSS JOIN LATERAL (SELECT coalesce(v.contents::jsonb #> '{contents,providers,0,lines}', '[]') AS lines) given
WHERE l.clinic_id = $1 AND l.id = $2`;

/** What the patient reads: the estimate as it was given, and where their case stands. */
export async function readPatientEstimate(
  db: ClinicDatabase,
  { who, linkId, caseId }: PatientVisit,
): Promise<PatientEstimateView> {
  const [[row], [known]] = await db.readAll<
    [{ estimate: Omit<PatientEstimateView, 'standing'> }, { facts: CaseFacts }]
  >(who, [
    { name: 'patient_estimate', text: patientEstimateSql, values: [who.clinicId, linkId] },
    { name: 'case_facts', text: caseFactsSql, values: [who.clinicId, caseId] },
  ]);
  if (row === undefined || known === undefined) throw visitOver();
  return { ...row.estimate, standing: toldStanding(known.facts) };
}
