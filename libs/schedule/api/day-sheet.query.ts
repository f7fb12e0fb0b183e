import type { DaySheetQuery } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import type { SessionState } from '@stipple/domain';

export interface DaySheetLine {
  readonly begins: string;
  readonly ends: string;
  readonly state: SessionState;
  readonly patientName: string;
  readonly birthDate: string;
  readonly caseNumber: number;
  readonly procedureCode: string;
  readonly room: string;
  readonly clearance: string;
  readonly closesOn: string;
  readonly unitsLeft: number;
  readonly units: number;
}

export interface DaySheet {
  readonly clinic: string;
  readonly day: string;
  readonly printedAt: string;
  readonly clinicians: readonly { readonly name: string; readonly lines: readonly DaySheetLine[] }[];
}

const lineJson = /* sql */ `json_build_object('begins', to_char(s.starts_at AT TIME ZONE s.clinic_time_zone, 'FMHH12:MI AM'),
  'ends', to_char(s.ends_at AT TIME ZONE s.clinic_time_zone, 'FMHH12:MI AM'), 'state', s.state,
  'patientName', p.family_name || ', ' || p.given_name, 'birthDate', p.birth_date, 'caseNumber', c.case_number, 'procedureCode', s.procedure_code,
  'room', r.name, 'clearance', coalesce(a.number, 'Self-pay'), 'closesOn', u.closes_on, 'units', u.units,
  'unitsLeft', u.units - (SELECT count(*) FROM stipple.session_unit t WHERE (t.clinic_id, t.clearance_id) = (u.clinic_id, u.clearance_id) AND t.hold <> 'none'))`;

const daySheetSql = /* sql */ `
SELECT json_build_object('clinic', k.name, 'day', k.day, 'printedAt', to_char(now() AT TIME ZONE k.time_zone, 'YYYY-MM-DD HH24:MI'), 'clinicians',
  (SELECT coalesce(json_agg(json_build_object('name', one.name, 'lines', one.lines) ORDER BY one.name), '[]') FROM (
    SELECT d.name, json_agg(${lineJson} ORDER BY s.starts_at, s.id) AS lines
      FROM stipple.treatment_session s
      JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (s.clinic_id, s.case_id)
      JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
      JOIN stipple.room r ON (r.clinic_id, r.id) = (s.clinic_id, s.room_id)
      JOIN stipple.provider d ON (d.clinic_id, d.id) = (s.clinic_id, s.clinician_id)
      JOIN stipple.session_unit u ON (u.clinic_id, u.session_id, u.slot) = (s.clinic_id, s.id, 1)
      JOIN stipple.clearance y ON (y.clinic_id, y.id) = (u.clinic_id, u.clearance_id)
      LEFT JOIN stipple.payer_authorization a ON (a.clinic_id, a.id) = (y.clinic_id, y.authorization_id)
     WHERE s.clinic_id = $1 AND s.session_on = k.day AND s.state NOT IN ('planned', 'cancelled') AND ($3::uuid IS NULL OR s.clinician_id = $3)
     GROUP BY d.id, d.name) one)) AS sheet
  FROM (SELECT name, time_zone, coalesce($2::date, (now() AT TIME ZONE time_zone)::date) AS day FROM stipple.clinic WHERE id = $1) k`;

export async function readDaySheet(
  db: ClinicDatabase,
  who: Principal,
  { day, clinicianId }: DaySheetQuery,
): Promise<DaySheet> {
  const note = { action: 'schedule.day_sheet', subject: 'treatment_session', subjectId: null, caseId: null };
  const values = [who.clinicId, day ?? null, clinicianId ?? null];
  const [row] = await db.read<{ sheet: DaySheet }>(
    who,
    { name: 'day_sheet', planFor: 'values', text: daySheetSql, values },
    note,
  );
  if (row === undefined) throw new Error('a clinic has a day sheet');
  return row.sheet;
}
