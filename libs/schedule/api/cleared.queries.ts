import type { ClearedList } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { clinicianIds } from './week.queries';

/** More than these nobody reads down; the rest is searched for. */
const mostListed = 12;

/** Which clearances have units left is counted for all, as their number is shown; what is said of one, for those listed. */
const clearedSql = /* sql */ `
WITH free AS MATERIALIZED (
  SELECT k.*, k.units - taken.count AS units_left
    FROM stipple.clearance k
    JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (k.clinic_id, k.case_id) AND c.state = 'open'
    JOIN stipple.clinic ON clinic.id = k.clinic_id
    CROSS JOIN LATERAL (SELECT count(*) FROM stipple.session_unit u WHERE (u.clinic_id, u.clearance_id) = (k.clinic_id, k.id) AND u.hold <> 'none') taken
   WHERE k.clinic_id = $1 AND k.active AND k.closes_on >= (now() AT TIME ZONE clinic.time_zone)::date
     AND ($2::uuid[] IS NULL OR k.case_id = ANY ($2)) AND taken.count < k.units)
SELECT json_build_object('total', (SELECT count(*) FROM free),
  'rows', (SELECT coalesce(json_agg(json_build_object('caseId', c.id, 'caseNumber', c.case_number, 'patientName', p.family_name || ', ' || p.given_name,
      'procedureCode', k.procedure_code, 'unitsLeft', k.units_left, 'units', k.units, 'opensOn', k.opens_on, 'closesOn', k.closes_on,
      'source', CASE WHEN k.agreement_id IS NULL THEN 'authorization' ELSE 'self_pay' END, 'number', a.number,
      'clinicianIds', ${clinicianIds},
      'lastSessionOn', (SELECT max(s.session_on) FROM stipple.treatment_session s WHERE (s.clinic_id, s.case_id) = (c.clinic_id, c.id) AND s.hold <> 'none'))
      ORDER BY k.closes_on, k.case_number), '[]')
    FROM (SELECT free.*, c.case_number FROM free JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (free.clinic_id, free.case_id)
      ORDER BY free.closes_on, c.case_number LIMIT CASE WHEN $2::uuid[] IS NULL THEN ${mostListed} END) k
    JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (k.clinic_id, k.case_id)
    JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
    LEFT JOIN stipple.payer_authorization a ON (a.clinic_id, a.id) = (k.clinic_id, k.authorization_id))) AS list`;

/** @param cases only these; without, all of the clinic, and the first few of them listed */
export async function readCleared(
  db: ClinicDatabase,
  who: Principal,
  cases: readonly string[] | undefined,
): Promise<ClearedList> {
  const note = { action: 'cleared.read', subject: 'treatment_case', subjectId: null, caseId: null };
  const statement = { name: 'cleared', text: clearedSql, values: [who.clinicId, cases ?? null] };
  const [row] = await db.read<{ list: ClearedList }>(who, statement, note);
  return row?.list ?? { rows: [], total: 0 };
}
