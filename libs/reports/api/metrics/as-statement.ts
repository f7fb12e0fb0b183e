import type { Reads, Statement } from '@stipple/database';
import {
  type ClockFacts,
  type ClockedRequest,
  type Clock,
  avoidableCause,
  decisionTiming,
  reportedClassOf,
} from '@stipple/domain';
import { clockOverridesJson, clockedRequestMembers, payerTermsJson } from '@stipple/moves';
import type { Meaning, MetricRows, Timely } from './metric-rows';

/**
 * The statement that a text over these rows makes. Where it asks what only the domain can say, the domain is asked first,
 * about the very same rows, and its answers are joined: no rule of it is written a second time in SQL.
 */
export async function asStatement(reads: Reads, rows: MetricRows, text: string): Promise<Statement> {
  if (rows.needs('meaning')) rows.meanings = await readMeanings(reads, rows.again());
  if (rows.needs('timely')) rows.timely = await readTimely(reads, rows.again());
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

interface Clocked {
  readonly facts: ClockFacts & { readonly clock: Pick<Clock, 'timeZone' | 'today'> };
  readonly request: ClockedRequest;
}

/** Which decisions came in time, as the rules and the payers' newest profiles say it now. */
async function readTimely(reads: Reads, rows: MetricRows): Promise<readonly Timely[]> {
  rows.need('case', 'request');
  const text = /* sql */ `SELECT json_build_object('clock', json_build_object('timeZone', ${rows.timeZone}, 'today', r.decided_on), 'case', json_build_object('planType', c.plan_type),
      'payerTerms', ${payerTermsJson}, 'clockOverrides', ${clockOverridesJson}) AS facts, json_build_object(${clockedRequestMembers}) AS request
    ${rows.text('r.payer_received_at IS NOT NULL')}`;
  const found = await reads.read<Clocked>(rows.statement(text));
  return found.flatMap(({ facts, request }) => {
    const timing = decisionTiming(facts, request);
    return timing === null ? [] : [{ id: request.id, in_time: timing.daysLate <= 0 }];
  });
}
