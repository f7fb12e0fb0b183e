import { completenessOf } from '@stipple/domain';
import { payerTermsSql, toldTimingsSql } from '../timings/told-timings';

/** What is asked of elsewhere than of the kept row `r`. Only what a question needs is joined. */
export const joinNames = ['case', 'request', 'withheld', 'meaning', 'told', 'timely', 'people'] as const;
export type JoinName = (typeof joinNames)[number];

/** What each of them rests on. */
const rests: Partial<Record<JoinName, readonly JoinName[]>> = {
  people: ['case'],
  timely: ['told'],
};

/** How much of the policy was met; empty where no policy was asked. */
export const completenessSql = `CASE r.computed_outcome ${Object.entries(completenessOf)
  .map(([outcome, kind]) => `WHEN '${outcome}' THEN '${kind}'`)
  .join(' ')} ELSE '' END`;

export const caseOfRequestSql =
  'JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (r.clinic_id, r.case_id)';
/** The clocks know a request as `x`. */
export const recordOfRequestSql = 'JOIN stipple.auth_request x ON (x.clinic_id, x.id) = (r.clinic_id, r.id)';

/** Who it is about, by name. */
const people = /* sql */ `JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
  JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
  LEFT JOIN stipple.staff f ON (f.clinic_id, f.id) = (c.clinic_id, r.signer_id)
  LEFT JOIN stipple.staff o ON (o.clinic_id, o.id) = (c.clinic_id, r.owner_at_submission)`;

/** All that is needed, in an order in which each finds what it rests on. */
export function joinsSql(
  needed: ReadonlySet<JoinName>,
  read: { readonly clinic: () => string; readonly meanings: () => string; readonly timely: () => string },
): string {
  const all = new Set([...needed].flatMap((name) => [name, ...(rests[name] ?? [])]));
  const texts: Readonly<Record<JoinName, () => string>> = {
    case: () => caseOfRequestSql,
    request: () => recordOfRequestSql,
    withheld: () =>
      `LEFT JOIN stipple.withheld_reason w ON (w.clinic_id, w.request_id) = (r.clinic_id, r.id)`,
    meaning: () =>
      `LEFT JOIN jsonb_to_recordset(${read.meanings()}) AS m("from" jsonb, "class" text, avoidable text) ON m."from" = r.read_from`,
    told: () => toldTimingsSql(`(${payerTermsSql(read.clinic())})`),
    // What is kept, or else what was worked out for this question.
    timely:
      () => /* sql */ `LEFT JOIN jsonb_to_recordset(${read.timely()}) AS judged(id uuid, due_on date) ON judged.id = r.id
  CROSS JOIN LATERAL (SELECT r.decided_on <= coalesce(told.due_on, judged.due_on) AS in_time) timely`,
    people: () => people,
  };
  return joinNames
    .filter((name) => all.has(name))
    .map((name) => texts[name]())
    .join('\n  ');
}
