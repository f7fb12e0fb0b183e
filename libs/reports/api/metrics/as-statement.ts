import type { Reads, Statement } from '@stipple/database';
import { avoidableCause, reportedClassOf } from '@stipple/domain';
import { type Clocked, type Timing, clockedSql, judge, notToldSql } from '../timings/judge-timings';
import { caseOfRequestSql, recordOfRequestSql } from './joins';
import type { Meaning, MetricRows } from './metric-rows';

/**
 * The statement that a text over these rows makes. Where it asks what only the domain can say, the domain is asked first,
 * about the very same rows, and its answers are joined: no rule of it is written a second time in SQL.
 */
export async function asStatement(reads: Reads, rows: MetricRows, text: string): Promise<Statement> {
  if (rows.needs('meaning')) rows.meanings = await readMeanings(reads, rows.again());
  if (rows.needs('timely')) rows.timings = await readTimings(reads, rows.again());
  return rows.statement(text);
}

/** What all that the rows came with reads as, each combination once. */
async function readMeanings(reads: Reads, rows: MetricRows): Promise<readonly Meaning[]> {
  const text = `SELECT DISTINCT r.read_from AS "from" ${rows.text('r.read_from IS NOT NULL')}`;
  const found = await reads.read<Pick<Meaning, 'from'>>(rows.statement(text));
  return found.map(({ from }) => meaningOf(from));
}

export function meaningOf(from: Meaning['from']): Meaning {
  return { from, class: reportedClassOf(from), avoidable: avoidableCause(from, from.screened) };
}

/**
 * The last days that nobody keeps, as the rules and the payers' newest profiles say it now. Which those are is found first:
 * mostly there are none, and then nothing else is read.
 */
async function readTimings(reads: Reads, rows: MetricRows): Promise<readonly Timing[]> {
  rows.need('told');
  const text = `WITH missing AS MATERIALIZED (SELECT r.clinic_id, r.id, r.case_id, r.decided_on ${rows.text(notToldSql)})
SELECT ${clockedSql(rows.timeZone)} FROM missing r ${caseOfRequestSql} ${recordOfRequestSql}`;
  return judge(await reads.read<Clocked>(rows.statement(text)));
}
