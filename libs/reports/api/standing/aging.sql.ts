import { ageBandEnds } from '@stipple/domain';
import type { ListSql } from './list-sql';
import { clinic, dayOf, today } from './standing-values';

const bandOf = (days: string) =>
  `CASE ${ageBandEnds.map(([band, last]) => `WHEN ${days} <= ${last} THEN '${band}'`).join(' ')} ELSE 'beyond' END`;

/** Recorded before midnight where it was sent after it: never less than nothing. */
const waited = `greatest(0, ${today} - sent.day)`;

/** What was asked for, at the fees of the case’s own worksheets; null where none of it has a fee. */
const askedCents = /* sql */ `SELECT sum((l->>'units')::int * x.fee_cents) FROM jsonb_array_elements(r.lines) l
    JOIN stipple.code_worksheet x ON (x.clinic_id, x.case_id, x.procedure_code) = (r.clinic_id, r.case_id, l->>'procedureCode')`;

/** The payer holds the ball, as the report on denials has it for time with the payer. */
export const waitingRequests: ListSql = {
  from: `stipple.auth_request r CROSS JOIN LATERAL (SELECT ${dayOf('r.submitted_at')} AS day) sent`,
  of: 'r',
  where: `r.clinic_id = ${clinic} AND r.state IN ('submitted', 'received', 'pended')`,
  columns: {
    id: 'r.id',
    ordinal: `-${waited}`,
    part: bandOf(waited),
    day: 'sent.day',
    days: waited,
    cents: askedCents,
    about: /* sql */ `SELECT string_agg((l->>'units') || ' × ' || (l->>'procedureCode'), ', ') FROM jsonb_array_elements(r.lines) l`,
  },
};

const owedSince = `${today} - o.due_on`;

/** @param owed what the domain found to be owed, as JSON: which day and how much is its rule alone */
export const owedAmounts = (owed: string): ListSql => ({
  from: `(SELECT ${clinic} AS clinic_id, x.* FROM jsonb_to_recordset(${owed}) AS x(agreement_id uuid, case_id uuid, "of" text, no int, due_on date, cents bigint)) o`,
  of: 'o',
  where: 'true',
  columns: {
    id: `o.agreement_id || '.' || o."of" || '.' || o.no`,
    ordinal: `-(${owedSince})`,
    part: bandOf(`(${owedSince})`),
    day: 'o.due_on',
    days: owedSince,
    cents: 'o.cents',
    about: `CASE o."of" WHEN 'installment' THEN 'Installment ' || o.no ELSE 'Session performed' END`,
    agreement_id: 'o.agreement_id',
  },
});
