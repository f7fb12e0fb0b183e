import type { Directory, PatientHit, PatientView, ProviderView, RoomView } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal, type Statement } from '@stipple/database';
import { likeText, needleOf } from './search-hits';

const directorySql = /* sql */ `
SELECT json_build_object(
  'staff', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY lower(name)), '[]') FROM stipple.staff WHERE clinic_id = $1 AND active),
  'physicians', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY lower(s.name)), '[]') ${holding('physician')}),
  'coordinators', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY lower(s.name)), '[]') ${holding('coordinator')}),
  'clinicians', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'npi', npi, 'staffId', staff_id) ORDER BY lower(name)), '[]')
    FROM stipple.provider WHERE clinic_id = $1 AND practices_here),
  'rooms', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name), '[]') FROM stipple.room WHERE clinic_id = $1 AND in_use),
  'payers', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'phone', phone) ORDER BY lower(name)), '[]') FROM stipple.payer WHERE clinic_id = $1),
  'prices', (SELECT coalesce(json_agg(json_build_object('kind', i.kind, 'words', i.words_en, 'unitCents', i.unit_cents) ORDER BY i.kind DESC, i.words_en), '[]')
    FROM (SELECT DISTINCT ON (i.code) i.* FROM stipple.price_item i JOIN stipple.clinic k ON k.id = i.clinic_id
           WHERE i.clinic_id = $1 AND i.valid_from <= (now() AT TIME ZONE k.time_zone)::date ORDER BY i.code, i.valid_from DESC, i.version DESC) i WHERE NOT i.ended)
) AS directory`;

function holding(role: string): string {
  return `FROM stipple.staff s JOIN stipple.staff_role r ON (r.clinic_id, r.staff_id) = (s.clinic_id, s.id)
   WHERE s.clinic_id = $1 AND s.active AND r.ended_at IS NULL AND r.role = '${role}'`;
}

export async function readDirectory(db: ClinicDatabase, who: Principal): Promise<Directory> {
  const [row] = await db.read<{ directory: Directory }>(who, {
    name: 'directory',
    text: directorySql,
    values: [who.clinicId],
  });
  if (row === undefined) throw new Missing('clinic');
  return row.directory;
}

/** Every room, also those given up. */
export function readRooms(db: ClinicDatabase, who: Principal): Promise<readonly RoomView[]> {
  return db.read<RoomView>(who, {
    name: 'rooms',
    text: 'SELECT id, name, in_use AS "inUse" FROM stipple.room WHERE clinic_id = $1 ORDER BY in_use DESC, name',
    values: [who.clinicId],
  });
}

/** Living patients by what somebody has of them: a name, a record number, a member id. Without a search the first of the roster. */
const patientSearchSql = (which: string) => /* sql */ `
SELECT p.id, p.family_name || ', ' || p.given_name AS name, p.record_number AS "recordNumber", p.birth_date AS "birthDate",
       (SELECT count(*)::int FROM stipple.treatment_case c WHERE c.clinic_id = p.clinic_id AND c.patient_id = p.id AND c.state = 'open') AS "openCases"
  FROM stipple.patient p
 WHERE p.clinic_id = $1 AND p.died_on IS NULL ${which}
 ORDER BY lower(p.family_name), lower(p.given_name), p.id LIMIT 20`;

const searched = 'AND p.id IN (SELECT patient_id FROM stipple.patients_found($2::text, $3::text))';

export async function searchPatients(
  db: ClinicDatabase,
  who: Principal,
  q: string,
): Promise<readonly PatientHit[]> {
  const note = { action: 'patient.search', subject: 'patient', subjectId: null, caseId: null };
  const { typed, inside } = needleOf(q);
  // A date is cast in SQL by the driver into a Date; JSON keeps it the plain day it is.
  const hits = (sql: string) => `SELECT coalesce(json_agg(t), '[]') AS hits FROM (${sql}) t`;
  const statement: Statement =
    typed === ''
      ? { name: 'patients', text: hits(patientSearchSql('')), values: [who.clinicId] }
      : {
          name: 'patient_search',
          text: hits(patientSearchSql(searched)),
          values: [who.clinicId, typed, inside],
        };
  const [row] = await db.read<{ hits: PatientHit[] }>(who, { ...statement, planFor: 'values' }, note);
  return row?.hits ?? [];
}

const patientSql = /* sql */ `
SELECT json_build_object('id', p.id, 'name', p.family_name || ', ' || p.given_name, 'recordNumber', p.record_number, 'birthDate', p.birth_date, 'sex', p.sex,
  'coverages', (SELECT coalesce(json_agg(json_build_object('id', v.id, 'payerId', y.id, 'payerName', y.name, 'memberId', v.member_id, 'startsOn', v.starts_on,
      'endsOn', v.ends_on, 'relation', v.relation, 'current', v.starts_on <= t.today AND coalesce(v.ends_on, 'infinity') >= t.today)
      ORDER BY coalesce(v.ends_on, 'infinity') DESC, v.starts_on DESC), '[]')
    FROM stipple.coverage v JOIN stipple.payer y ON (y.clinic_id, y.id) = (v.clinic_id, v.payer_id),
         LATERAL (SELECT (now() AT TIME ZONE k.time_zone)::date AS today FROM stipple.clinic k WHERE k.id = v.clinic_id) t
   WHERE v.clinic_id = p.clinic_id AND v.patient_id = p.id),
  'cases', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'number', c.case_number, 'procedureCode', c.procedure_code, 'bodySite', c.body_site,
      'side', c.side, 'stage', c.stage, 'open', c.state = 'open') ORDER BY c.case_number DESC), '[]')
    FROM stipple.treatment_case c WHERE c.clinic_id = p.clinic_id AND c.patient_id = p.id)) AS patient
  FROM stipple.patient p WHERE p.clinic_id = $1 AND p.id = $2`;

export async function readPatient(db: ClinicDatabase, who: Principal, id: string): Promise<PatientView> {
  const note = { action: 'patient.read', subject: 'patient', subjectId: id, caseId: null };
  const [row] = await db.read<{ patient: PatientView }>(
    who,
    { name: 'patient', text: patientSql, values: [who.clinicId, id] },
    note,
  );
  if (row === undefined) throw new Missing('patient');
  return row.patient;
}

const providersSql = /* sql */ `
SELECT id, name, npi, specialty, organization, practices_here AS "practicesHere" FROM stipple.provider
 WHERE clinic_id = $1 AND ($2 = '' OR lower(name) LIKE '%' || $2 || '%') ORDER BY practices_here DESC, lower(name), id LIMIT 100`;

export function searchProviders(
  db: ClinicDatabase,
  who: Principal,
  q: string,
): Promise<readonly ProviderView[]> {
  return db.read<ProviderView>(who, {
    name: 'providers',
    text: providersSql,
    values: [who.clinicId, likeText(q.toLowerCase())],
  });
}
