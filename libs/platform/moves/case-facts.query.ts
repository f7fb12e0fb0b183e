import { prepared } from '@stipple/database';
import { CaseFacts } from '@stipple/domain';
import { EntityManager } from 'typeorm';
import { codesOnFileJson } from './codes-on-file.query';
import { clockOverridesJson, clockedRequestMembers, payerTermsJson } from './clock-facts.query';

/** One statement that gathers a whole case as the domain's `CaseFacts`. Records come in the order they were made. */
export const caseFactsSql = /* sql */ `
SELECT json_build_object(
  'clock', json_build_object('now', now(), 'today', (now() AT TIME ZONE clinic.time_zone)::date, 'timeZone', clinic.time_zone),
  'case', json_build_object('id', c.id, 'state', c.state, 'seq', c.seq, 'planType', c.plan_type, 'procedureCode', c.procedure_code,
    'plannedSessions', c.planned_sessions, 'diagnoses', c.diagnoses, 'bodySite', c.body_site, 'side', c.side, 'physicianId', c.physician_id, 'ownerId', c.owner_id, 'nextTouchOn', c.next_touch_on),
  'payerTerms', ${payerTermsJson},
  'clockOverrides', ${clockOverridesJson},
  'codes', ${codesOnFileJson('c.diagnoses')},
  'benefitCalls', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'calledAt', x.called_at, 'referenceNumber', x.reference_number,
      'authorizationRequired', x.authorization_required) ORDER BY x.id), '[]')
    FROM stipple.benefit_call x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'documents', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind) ORDER BY x.id), '[]')
    FROM stipple.case_document x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'screenings', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'seq', x.seq, 'outcome', x.outcome) ORDER BY x.id), '[]')
    FROM stipple.screening x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'letters', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'seq', x.seq, 'procedureCodes', v.procedure_codes) ORDER BY x.id), '[]')
    FROM stipple.letter x JOIN stipple.letter_version v ON (v.clinic_id, v.letter_id, v.version) = (x.clinic_id, x.id, x.version)
   WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'worksheets', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'seq', x.seq, 'procedureCode', x.procedure_code, 'comparatorCode', x.comparator_code,
      'comparison', x.comparison, 'minutes', x.minutes, 'skill', x.skill, 'equipment', x.equipment, 'feeCents', x.fee_cents, 'feeRestsOn', x.fee_rests_on,
      'feeBasis', x.fee_basis, 'lineDescription', x.line_description) ORDER BY x.id), '[]')
    FROM stipple.code_worksheet x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'requests', (SELECT coalesce(json_agg(json_build_object(${clockedRequestMembers},
      'seq', x.seq, 'lines', x.lines, 'fromOn', x.from_on, 'toOn', x.to_on, 'submittedOwnerId', x.owner_at_submission,
      'payerReceivedOn', (x.payer_received_at AT TIME ZONE clinic.time_zone)::date, 'respondByOn', x.respond_by_on, 'supersedesId', x.supersedes_id,
      'denial', CASE WHEN x.state = 'denied' THEN json_build_object('group', x.denial_group, 'code', x.denial_code, 'remarks', x.denial_remarks, 'kind', x.denial_kind)
        ELSE (SELECT json_build_object('group', w.group_code, 'code', w.reason_code, 'remarks', w.remarks, 'kind', w.kind)
          FROM stipple.withheld_reason w WHERE (w.clinic_id, w.request_id) = (x.clinic_id, x.id)) END,
      'purpose', x.purpose, 'ofAuthorizationId', x.of_authorization_id) ORDER BY x.id), '[]')
    FROM stipple.auth_request x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'authorizations', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'seq', x.seq, 'basis', x.basis, 'requestId', x.request_id, 'number', x.number,
      'effectiveOn', x.effective_on, 'expiresOn', x.expires_on,
      'lines', (SELECT coalesce(json_agg(json_build_object('procedureCode', l.procedure_code, 'units', l.units) ORDER BY l.procedure_code), '[]')
        FROM stipple.authorization_line l WHERE (l.clinic_id, l.authorization_id, l.terms_seq) = (x.clinic_id, x.id, x.terms_seq)),
      'assents', (SELECT coalesce(json_agg(json_build_object('as', a.as_role, 'staffId', a.staff_id)), '[]')
        FROM stipple.authorization_assent a WHERE (a.clinic_id, a.authorization_id) = (x.clinic_id, x.id))) ORDER BY x.id), '[]')
    FROM stipple.payer_authorization x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'challenges', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'seq', x.seq, 'kind', x.kind, 'requestId', x.request_id, 'clinical', x.clinical,
      'fileByOn', x.file_by_on, 'lateReason', x.late_reason, 'sentOn', x.sent_on, 'payerReceivedOn', x.payer_received_on, 'decidedOn', x.decided_on,
      'deemedExhausted', x.deemed_exhausted, 'argues', x.argues,
      'representation', CASE WHEN x.appeals_as IS DISTINCT FROM 'representative' THEN 'not_needed' WHEN x.representative_form_id IS NULL THEN 'missing' ELSE 'on_file' END) ORDER BY x.id), '[]')
    FROM stipple.challenge x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'decisionFindings', (SELECT coalesce(json_agg(json_build_object('requestId', x.request_id, 'topic', x.topic, 'says', x.says) ORDER BY x.id), '[]')
    FROM stipple.decision_finding x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'agreements', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'seq', x.seq, 'procedureCode', x.procedure_code, 'sessions', x.sessions,
      'totalCents', x.total_cents, 'estimateOn', x.estimate_on, 'validUntil', x.valid_until, 'estimateVersion', x.estimate_version,
      'starts', json_build_object('askedOn', x.asked_on, 'scheduledOn', x.scheduled_on, 'serviceOn', x.service_on),
      'hasWaiver', x.waiver_id IS NOT NULL, 'withheldFromPayer', x.withheld_from_payer) ORDER BY x.id), '[]')
    FROM stipple.self_pay_agreement x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'clearances', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'authorizationId', x.authorization_id, 'agreementId', x.agreement_id, 'number', a.number,
      'procedureCode', x.procedure_code, 'opensOn', x.opens_on, 'closesOn', x.closes_on, 'active', x.active, 'units', x.units,
      'held', (SELECT count(*) FROM stipple.session_unit u WHERE (u.clinic_id, u.clearance_id, u.hold) = (x.clinic_id, x.id, 'live')),
      'used', (SELECT count(*) FROM stipple.session_unit u WHERE (u.clinic_id, u.clearance_id, u.hold) = (x.clinic_id, x.id, 'used')),
      'clinicianIds', (SELECT coalesce(json_agg(k.clinician_id), '[]') FROM stipple.clearance_clinician k WHERE (k.clinic_id, k.clearance_id) = (x.clinic_id, x.id))) ORDER BY x.id), '[]')
    FROM stipple.clearance x LEFT JOIN stipple.payer_authorization a ON (a.clinic_id, a.id) = (x.clinic_id, x.authorization_id)
   WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'sessions', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'seq', x.seq, 'procedureCode', x.procedure_code, 'units', x.units,
      'day', x.session_on, 'startsAt', x.starts_at, 'clearanceId', u.clearance_id, 'selfPay', k.agreement_id IS NOT NULL) ORDER BY x.id), '[]')
    FROM stipple.treatment_session x
    LEFT JOIN stipple.session_unit u ON (u.clinic_id, u.session_id, u.slot) = (x.clinic_id, x.id, 1)
    LEFT JOIN stipple.clearance k ON (k.clinic_id, k.id) = (u.clinic_id, u.clearance_id)
   WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'claims', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'seq', x.seq, 'sessionId', x.session_id, 'patientCents', x.patient_cents,
      'contractualCents', x.contractual_cents, 'balanceCents', x.balance_cents, 'hasLineDescription', x.line_description IS NOT NULL, 'hasAuthorizationNumber', true) ORDER BY x.id), '[]')
    FROM stipple.claim x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'tasks', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'seq', x.seq, 'kind', x.kind, 'about', x.about, 'forRole', x.for_role, 'dueOn', x.due_on) ORDER BY x.id), '[]')
    FROM stipple.task x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id))
) AS facts
FROM stipple.treatment_case c JOIN stipple.clinic ON clinic.id = c.clinic_id
WHERE c.clinic_id = $1 AND c.id = $2`;

/** Null when the clinic has no such case. */
export async function loadCaseFacts(
  tx: EntityManager,
  clinicId: string,
  caseId: string,
): Promise<CaseFacts | null> {
  const statement = { name: 'case_facts', text: caseFactsSql, values: [clinicId, caseId] };
  const [row] = await prepared<{ facts: CaseFacts }>(tx, statement);
  return row?.facts ?? null;
}
