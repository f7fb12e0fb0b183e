import { type MetricMode, completenessOf, screenedReasons } from '@stipple/domain';
import type { Parameters } from './parameters';

/** What can be asked of the request `r` beside its own columns. Only what a question needs is joined. */
export const joinNames = [
  'case',
  'codes',
  'withheld',
  'signer',
  'screened',
  'completeness',
  'meaning',
  'waited',
  'timely',
  'clocked',
  'appeal',
  'held',
  'people',
] as const;
export type JoinName = (typeof joinNames)[number];

/** What each of them rests on. */
const rests: Partial<Record<JoinName, readonly JoinName[]>> = {
  screened: ['withheld'],
  meaning: ['withheld', 'screened'],
  people: ['case', 'signer'],
  clocked: ['case'],
};

/** The reason as the payer gave it; empty where it gave none, null where all was granted. */
export const codeSql = `CASE r.state WHEN 'denied' THEN coalesce(r.denial_code, '') WHEN 'approved' THEN NULL ELSE coalesce(w.reason_code, '') END`;

/**
 * What class and cause are read from, which the domain does, so that a report and a case's page cannot differ. Where less
 * was granted and the reason is not on record, somebody judged how much is needed: `grantedLess`.
 */
export const readFromSql = /* sql */ `CASE r.state WHEN 'denied'
    THEN jsonb_build_object('group', NULL, 'code', r.denial_code, 'remarks', to_jsonb(r.denial_remarks), 'kind', r.denial_kind, 'screened', screened.outcome)
    WHEN 'approved' THEN NULL
    ELSE jsonb_build_object('group', NULL, 'code', w.reason_code, 'remarks', to_jsonb(coalesce(w.remarks, '{}')), 'kind', coalesce(w.kind, 'clinical'), 'screened', screened.outcome) END`;

/** Signed when the request went out: the last one before its sending was recorded. */
const signedBefore = (
  table: 'letter' | 'screening',
  column: string,
  only = 'true',
) => /* sql */ `LEFT JOIN LATERAL (SELECT ${column}
      FROM stipple.case_event sent
      JOIN stipple.${table} x ON (x.clinic_id, x.case_id) = (sent.clinic_id, sent.case_id)
      JOIN stipple.signature g ON (g.clinic_id, g.subject_id) = (x.clinic_id, x.id) AND g.signed_at <= sent.at
     WHERE (sent.clinic_id, sent.subject_id, sent.move) = (r.clinic_id, r.id, 'submit') AND ${only} ORDER BY g.signed_at DESC LIMIT 1)`;

/** What the screening had computed with which it went out, whatever was signed; empty where no policy was asked. */
export const completenessSql = `CASE computed.outcome ${Object.entries(completenessOf)
  .map(([outcome, kind]) => `WHEN '${outcome}' THEN '${kind}'`)
  .join(' ')} ELSE '' END`;

const reasons = screenedReasons.map((reason) => `'${reason}'`).join(', ');

/**
 * Whole days on which the payer waited for what it had asked of us: from each question to its answer, or to the decision.
 * A day on which two questions were open is one day. Most were asked nothing, and for them nothing is looked up.
 */
const waited = (
  timeZone: string,
) => /* sql */ `CROSS JOIN LATERAL (SELECT CASE WHEN r.information_items IS NOT NULL THEN (
    SELECT (SELECT sum(upper(d.days) - lower(d.days))::int FROM unnest(range_agg(daterange(w.begins, greatest(w.begins, w.ends)))) d(days))
      FROM (SELECT greatest(coalesce((q.data->>'askedOn')::date, (q.at AT TIME ZONE ${timeZone})::date), (r.payer_received_at AT TIME ZONE ${timeZone})::date) AS begins,
                   least(r.decided_on, (SELECT (coalesce((n.data->>'sentAt')::timestamptz, n.at) AT TIME ZONE ${timeZone})::date FROM stipple.case_event n
                     WHERE (n.clinic_id, n.subject_id, n.seq) = (q.clinic_id, q.subject_id, q.seq + 1) AND n.move = 'answer_information')) AS ends
              FROM stipple.case_event q WHERE (q.clinic_id, q.subject_id, q.move) = (r.clinic_id, r.id, 'request_information')) w) END AS days) waited`;

/** The first formal challenge that went out: of the request, or of its case from the day of the denial on. */
const appeal = (
  mode: MetricMode,
) => /* sql */ `CROSS JOIN LATERAL (SELECT min(y.sent_on) AS sent_on FROM stipple.challenge y
     WHERE (y.clinic_id, y.case_id) = (r.clinic_id, r.case_id) AND y.kind NOT IN ('peer_to_peer', 'exception')
       AND ${mode === 'event' ? 'y.request_id = r.id' : 'y.sent_on >= r.decided_on'}) appeal`;

/** When a case was open, and when the payer held the ball: from each event of it to the next. */
const held = /* sql */ `CROSS JOIN LATERAL (
    SELECT coalesce(range_agg(e.span) FILTER (WHERE e.subject = 'treatment_case' AND e.to_state = 'open'), '{}') AS "open",
           coalesce(range_agg(e.span) FILTER (WHERE e.subject = 'auth_request' AND e.to_state IN ('submitted', 'received', 'pended')
             OR e.subject = 'challenge' AND e.to_state IN ('sent', 'received')), '{}') AS by_payer
      FROM (SELECT v.subject, v.to_state, tstzrange(date_trunc('second', v.at), date_trunc('second', lead(v.at) OVER (PARTITION BY v.subject_id ORDER BY v.seq))) AS span
              FROM stipple.case_event v WHERE (v.clinic_id, v.case_id) = (r.clinic_id, r.case_id) AND v.subject IN ('treatment_case', 'auth_request', 'challenge')) e) held`;

/** Who it is about, by name. */
const people = /* sql */ `JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
  JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
  LEFT JOIN stipple.staff f ON (f.clinic_id, f.id) = (c.clinic_id, signer.id)
  LEFT JOIN stipple.staff o ON (o.clinic_id, o.id) = (c.clinic_id, r.owner_at_submission)`;

/** All that is needed, in an order in which each finds what it rests on. */
export function joinsSql(
  needed: ReadonlySet<JoinName>,
  mode: MetricMode,
  asked: Parameters,
  read: { readonly meanings: () => string; readonly timely: () => string },
): string {
  const all = new Set([...needed].flatMap((name) => [name, ...(rests[name] ?? [])]));
  const texts: Readonly<Record<JoinName, () => string>> = {
    case: () => `JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (r.clinic_id, r.case_id)`,
    codes: () =>
      `CROSS JOIN LATERAL (SELECT string_agg(DISTINCT l->>'procedureCode', ',' ORDER BY l->>'procedureCode') AS asked FROM jsonb_array_elements(r.lines) l) codes`,
    withheld: () =>
      `LEFT JOIN stipple.withheld_reason w ON (w.clinic_id, w.request_id) = (r.clinic_id, r.id)`,
    signer: () => `${signedBefore('letter', 'g.signer_id AS id')} signer ON true`,
    screened: () =>
      `${signedBefore('screening', 'x.outcome', `${codeSql} IN (${reasons})`)} screened ON true`,
    completeness: () => `${signedBefore('screening', 'x.computed_outcome AS outcome')} computed ON true`,
    meaning: () =>
      `LEFT JOIN jsonb_to_recordset(${read.meanings()}) AS m("from" jsonb, "class" text, avoidable text) ON m."from" = ${readFromSql}`,
    waited: () => waited(asked.timeZone),
    timely: () =>
      `LEFT JOIN jsonb_to_recordset(${read.timely()}) AS timely(id uuid, in_time boolean) ON timely.id = r.id`,
    // The clocks know a request as `x`.
    clocked: () => `JOIN stipple.auth_request x ON (x.clinic_id, x.id) = (r.clinic_id, r.id)`,
    appeal: () => appeal(mode),
    held: () => held,
    people: () => people,
  };
  return joinNames
    .filter((name) => all.has(name))
    .map((name) => texts[name]())
    .join('\n  ');
}
