import type {
  ClockedCase,
  Day,
  FilingDayFacts,
  KeptClock,
  OwedEstimate,
  WatchedFacts,
  WatchedRequest,
} from '@stipple/domain';
import { clockOverridesJson, clockedRequestMembers, payerTermsJson } from '@stipple/moves';
import type { PoolClient } from 'pg';

export interface WatchedCase {
  readonly id: string;
  /** The clinic's day, by the clock of the transaction. */
  readonly today: Day;
  readonly facts: WatchedRows;
}

/** What is watched, before the clocks have said by when a payer has to decide, and until when its decision can be argued with. */
export interface WatchedRows
  extends
    Omit<WatchedFacts, 'case' | 'requests' | 'filings' | 'estimates'>,
    Omit<FilingDayFacts, keyof ClockedCase>,
    ClockedCase {
  readonly case: WatchedFacts['case'] & ClockedCase['case'];
  readonly requests: readonly (Omit<WatchedRequest, 'decisionDueOn' | 'decisionRule'> &
    FilingDayFacts['requests'][number] &
    ClockedCase['requests'][number])[];
  readonly owedEstimates: readonly OwedEstimate[];
  /** What the clocks said when they were last looked at. */
  readonly keptClocks: readonly KeptClock[];
}

const watchedSql = (which: string) => /* sql */ `
SELECT c.id, (now() AT TIME ZONE k.time_zone)::date::text AS today, json_build_object(
  'clock', json_build_object('timeZone', k.time_zone, 'now', now()),
  'case', json_build_object('id', c.id, 'state', c.state, 'plannedSessions', c.planned_sessions, 'planType', c.plan_type),
  'payerTerms', ${payerTermsJson},
  'clockOverrides', ${clockOverridesJson},
  'requests', (SELECT coalesce(json_agg(json_build_object(${clockedRequestMembers}, 'respondByOn', x.respond_by_on, 'supersedesId', x.supersedes_id,
      'sinceOn', (e.at AT TIME ZONE k.time_zone)::date) ORDER BY x.id), '[]')
    FROM stipple.auth_request x JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (x.clinic_id, x.id, x.seq)
   WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'challenges', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'state', x.state, 'requestId', x.request_id, 'fileByOn', x.file_by_on,
      'sentOn', x.sent_on, 'payerReceivedOn', x.payer_received_on, 'decidedOn', x.decided_on) ORDER BY x.id), '[]')
    FROM stipple.challenge x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'agreements', (SELECT coalesce(json_agg(json_build_object('state', x.state) ORDER BY x.id), '[]')
    FROM stipple.self_pay_agreement x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'clearances', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'authorizationId', x.authorization_id, 'closesOn', x.closes_on, 'active', x.active, 'units', x.units,
      'held', (SELECT count(*) FROM stipple.session_unit u WHERE (u.clinic_id, u.clearance_id, u.hold) = (x.clinic_id, x.id, 'live')),
      'used', (SELECT count(*) FROM stipple.session_unit u WHERE (u.clinic_id, u.clearance_id, u.hold) = (x.clinic_id, x.id, 'used'))) ORDER BY x.id), '[]')
    FROM stipple.clearance x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'sessions', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'day', x.session_on, 'clearanceId', u.clearance_id,
      'coverageEndsOn', CASE WHEN l.agreement_id IS NULL THEN v.ends_on END,
      'clinicianPractices', coalesce(d.practices_here, true), 'roomInUse', coalesce(r.in_use, true)) ORDER BY x.id), '[]')
    FROM stipple.treatment_session x
    LEFT JOIN stipple.session_unit u ON (u.clinic_id, u.session_id, u.slot) = (x.clinic_id, x.id, 1)
    LEFT JOIN stipple.clearance l ON (l.clinic_id, l.id) = (u.clinic_id, u.clearance_id)
    LEFT JOIN stipple.provider d ON (d.clinic_id, d.id) = (x.clinic_id, x.clinician_id)
    LEFT JOIN stipple.room r ON (r.clinic_id, r.id) = (x.clinic_id, x.room_id)
   WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'keptClocks', (SELECT coalesce(json_agg(json_build_object('subjectId', x.subject_id, 'clock', x.clock, 'says', x.says, 'rule', x.rule)), '[]')
    FROM stipple.kept_clock x WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id)),
  'owedEstimates', (SELECT coalesce(json_agg(json_build_object('agreementId', x.id,
      'starts', json_build_object('askedOn', x.asked_on, 'scheduledOn', x.scheduled_on, 'serviceOn', x.service_on),
      'wasGiven', EXISTS (SELECT FROM stipple.estimate_version v WHERE (v.clinic_id, v.agreement_id) = (x.clinic_id, x.id))) ORDER BY x.id), '[]')
    FROM stipple.self_pay_agreement x WHERE (x.clinic_id, x.case_id, x.state) = (c.clinic_id, c.id, 'draft')),
  'plans', (SELECT coalesce(json_agg(json_build_object('id', x.id,
      'installments', (SELECT json_agg(json_build_object('no', i.installment_no, 'dueOn', i.due_on, 'cents', i.cents) ORDER BY i.installment_no)
        FROM stipple.payment_plan_installment i WHERE (i.clinic_id, i.plan_id) = (x.clinic_id, x.id)),
      'settledCents', coalesce((SELECT e.paid_cents - e.refunded_cents + e.adjusted_cents
        FROM stipple.ledger_entry e WHERE (e.clinic_id, e.agreement_id) = (x.clinic_id, x.agreement_id) ORDER BY e.entry_no DESC LIMIT 1), 0),
      'onHold', EXISTS (SELECT FROM stipple.dispute d WHERE (d.clinic_id, d.agreement_id, d.state) = (x.clinic_id, x.agreement_id, 'open'))) ORDER BY x.id), '[]')
    FROM stipple.payment_plan x JOIN stipple.self_pay_agreement g ON (g.clinic_id, g.id) = (x.clinic_id, x.agreement_id)
   WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id) AND x.state = 'agreed' AND g.state <> 'void'),
  'cards', json_build_object(
    'held', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'cents', x.cents, 'because', x.held_because,
        'onDay', (e.at AT TIME ZONE k.time_zone)::date) ORDER BY x.id), '[]')
      FROM stipple.card_transaction x JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (x.clinic_id, x.id, x.seq)
     WHERE (x.clinic_id, x.case_id, x.state) = (c.clinic_id, c.id, 'held')),
    'paid', (SELECT coalesce(json_agg(json_build_object('agreementId', g.id, 'agreement', json_build_object('state', g.state, 'totalCents', g.total_cents),
        'totals', json_build_object('chargedCents', e.charged_cents, 'adjustedCents', e.adjusted_cents, 'paidCents', e.paid_cents, 'refundedCents', e.refunded_cents),
        'onDay', came.on_day) ORDER BY g.id), '[]')
      FROM stipple.self_pay_agreement g
      JOIN LATERAL (SELECT max(y.happened_on) AS on_day FROM stipple.ledger_entry y
        WHERE (y.clinic_id, y.agreement_id, y.kind) = (g.clinic_id, g.id, 'payment') AND y.card_transaction_id IS NOT NULL) came ON came.on_day IS NOT NULL
      JOIN LATERAL (SELECT y.* FROM stipple.ledger_entry y WHERE (y.clinic_id, y.agreement_id) = (g.clinic_id, g.id) ORDER BY y.entry_no DESC LIMIT 1) e ON true
     WHERE (g.clinic_id, g.case_id) = (c.clinic_id, c.id))),
  'photosSince', (SELECT min(x.sent_on) FROM stipple.patient_photo x WHERE (x.clinic_id, x.case_id, x.state) = (c.clinic_id, c.id, 'waiting')),
  'tasks', (SELECT coalesce(json_agg(json_build_object('id', x.id, 'state', x.state, 'seq', x.seq, 'kind', x.kind, 'about', x.about, 'dueOn', x.due_on, 'watchKey', x.watch_key,
      'finishedOn', CASE WHEN x.state = 'done' THEN (e.at AT TIME ZONE k.time_zone)::date END,
      'finishedByPerson', x.state = 'done' AND e.actor_id IS NOT NULL) ORDER BY x.id), '[]')
    FROM stipple.task x JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (x.clinic_id, x.id, x.seq)
   WHERE (x.clinic_id, x.case_id) = (c.clinic_id, c.id))
) AS facts
FROM stipple.treatment_case c
JOIN stipple.clinic k ON k.id = c.clinic_id
JOIN stipple.coverage v ON (v.clinic_id, v.id) = (c.clinic_id, c.coverage_id)
WHERE c.clinic_id = $1 AND ${which}`;

interface Page {
  readonly clinicId: string;
  /** The last case of the page before; null to begin. */
  readonly after: string | null;
  readonly most: number;
}

/** Open cases in the order of their ids, without a lock: what is found in them is looked at again under one. */
export async function readWatchedCases(
  tx: PoolClient,
  { clinicId, after, most }: Page,
): Promise<readonly WatchedCase[]> {
  const { rows } = await tx.query<WatchedCase>({
    name: 'watched_cases',
    text: `${watchedSql(`c.state = 'open' AND c.id > $2`)} ORDER BY c.id LIMIT $3`,
    values: [clinicId, after ?? '00000000-0000-0000-0000-000000000000', most],
  });
  return rows;
}

/** One case as it stands under its lock, which waits for whoever moves it now. */
export async function takeWatchedCase(
  tx: PoolClient,
  clinicId: string,
  caseId: string,
): Promise<WatchedCase | null> {
  await tx.query('SELECT FROM stipple.treatment_case WHERE clinic_id = $1 AND id = $2 FOR UPDATE', [
    clinicId,
    caseId,
  ]);
  const { rows } = await tx.query<WatchedCase>({
    name: 'watched_case',
    text: watchedSql('c.id = $2'),
    values: [clinicId, caseId],
  });
  return rows[0] ?? null;
}
