import type { ClinicStart } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';

const startSql = /* sql */ `
SELECT EXISTS (SELECT FROM stipple.staff_role r JOIN stipple.staff s ON (s.clinic_id, s.id) = (r.clinic_id, r.staff_id)
    WHERE r.clinic_id = $1 AND r.role = 'coordinator' AND r.ended_at IS NULL AND s.active) AS coordinator,
  EXISTS (SELECT FROM stipple.staff_role r JOIN stipple.staff s ON (s.clinic_id, s.id) = (r.clinic_id, r.staff_id)
    WHERE r.clinic_id = $1 AND r.role = 'physician' AND r.ended_at IS NULL AND s.active) AS physician,
  EXISTS (SELECT FROM stipple.provider p WHERE p.clinic_id = $1 AND p.practices_here) AS clinician,
  EXISTS (SELECT FROM stipple.room r WHERE r.clinic_id = $1 AND r.in_use) AS room,
  EXISTS (SELECT FROM stipple.coverage c WHERE c.clinic_id = $1) AS patient,
  EXISTS (SELECT FROM stipple.benefit_call b WHERE b.clinic_id = $1) AS call,
  (SELECT c.id FROM stipple.treatment_case c WHERE c.clinic_id = $1 ORDER BY c.case_number LIMIT 1) AS "firstCaseId"`;

export async function readStart(db: ClinicDatabase, who: Principal): Promise<ClinicStart> {
  const [start] = await db.read<ClinicStart>(who, {
    name: 'clinic_start',
    text: startSql,
    values: [who.clinicId],
  });
  if (start === undefined) throw new Error('a SELECT without FROM gives one row');
  return start;
}
