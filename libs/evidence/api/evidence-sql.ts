import type { Statement } from '@stipple/database';

/** One kind's own values as JSON, or NULL for a record of another kind. */
const part = (table: string, id: string, json: string) =>
  `(SELECT jsonb_build_object(${json}) FROM stipple.${table} x WHERE (x.clinic_id, x.evidence_id) = (e.clinic_id, e.${id}_id))`;

const parts = [
  part(
    'motion_reading',
    'motion',
    `'joint', x.joint, 'motion', x.motion, 'side', x.side, 'digit', x.digit, 'mode', x.mode, 'degrees', x.degrees, 'normDegrees', x.norm_degrees, 'deficitDegrees', x.deficit_degrees`,
  ),
  part(
    'scale_rating',
    'scale',
    `'scale', x.scale, 'version', x.version, 'items', x.items, 'total', x.total, 'alertId', x.alert_id`,
  ),
  part('area_measurement', 'area', `'areaCm2', x.area_cm2, 'method', x.method`),
  part(
    'function_statement',
    'function',
    `'activities', x.activities, 'work', x.work, 'words', x.words, 'limited', x.limited`,
  ),
  part(
    'treatment_tried',
    'treatment',
    `'treatment', x.treatment, 'toOn', x.to_on, 'result', x.result, 'words', x.words`,
  ),
  part(
    'device_clearance',
    'device',
    `'device', x.device, 'productCode', x.product_code, 'submissionNumber', x.submission_number, 'indication', x.indication,
      'indicationFits', x.indication_fits, 'siteFits', x.site_fits, 'ageFits', x.age_fits, 'cleared', x.cleared`,
  ),
  part(
    'mental_health_note',
    'mental_health',
    `'profession', x.profession, 'distress', x.distress, 'summary', x.summary`,
  ),
  part('physician_statement', 'statement', `'fact', x.fact, 'says', x.says, 'words', x.words`),
];

/** All evidence of a case, but for the facts; replaced records come along. Rows have one column, `view`. */
export function evidenceStatement(clinicId: string, caseId: string): Statement {
  return { name: 'evidence_view', text: evidenceSql, values: [clinicId, caseId] };
}

const evidenceSql = /* sql */ `
SELECT json_build_object(
  'caseId', c.id, 'caseNumber', c.case_number, 'timeZone', k.time_zone,
  'patient', json_build_object('name', p.family_name || ', ' || p.given_name, 'birthDate', p.birth_date),
  'physician', json_build_object('id', c.physician_id, 'name', s.name),
  'bodySite', c.body_site, 'side', c.side, 'cause', c.cause, 'injuredOn', c.injured_on, 'injuryContext', c.injury_context,
  'records', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'onDay', e.on_day, 'ratedBy', e.rated_by, 'by', w.name, 'at', e.recorded_at,
      'documentId', e.document_id, 'replacesId', e.replaces_id, 'reason', e.reason, 'replacedById', r.id) || coalesce(${parts.join(',\n      ')}, '{}')
      ORDER BY e.on_day DESC, e.id DESC), '[]')
    FROM stipple.evidence e
    JOIN stipple.case_event v ON (v.clinic_id, v.subject_id, v.seq) = (e.clinic_id, e.id, 1)
    JOIN stipple.staff w ON (w.clinic_id, w.id) = (v.clinic_id, v.actor_id)
    LEFT JOIN stipple.evidence r ON (r.clinic_id, r.replaces_id) = (e.clinic_id, e.id)
   WHERE (e.clinic_id, e.case_id) = (c.clinic_id, c.id)),
  'documents', (SELECT coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'title', d.title, 'datedOn', d.dated_on) ORDER BY d.id DESC), '[]')
    FROM stipple.case_document d WHERE (d.clinic_id, d.case_id) = (c.clinic_id, c.id)),
  'alerts', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'version', t.seq) ORDER BY t.id), '[]')
    FROM stipple.task t WHERE (t.clinic_id, t.case_id) = (c.clinic_id, c.id) AND t.kind = 'clinical_alert' AND t.state = 'open')
) AS view
FROM stipple.treatment_case c
JOIN stipple.clinic k ON k.id = c.clinic_id
JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
JOIN stipple.staff s ON (s.clinic_id, s.id) = (c.clinic_id, c.physician_id)
WHERE c.clinic_id = $1 AND c.id = $2`;
