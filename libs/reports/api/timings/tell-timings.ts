import type { Day } from '@stipple/domain';
import type { PoolClient } from 'pg';
import { caseOfRequestSql, recordOfRequestSql } from '../metrics/joins';
import { type Clocked, clockedSql, judge, notToldSql } from './judge-timings';
import { judgedBy } from './judged-by';
import { payerTermsSql, toldTimingsSql } from './told-timings';

interface ToTell extends Clocked {
  readonly decidedOn: Day;
  readonly clockFacts: string;
  readonly payerTerms: string;
}

export interface ToldTimings {
  readonly told: number;
  /** The day of the last one; null where there was none. */
  readonly reached: Day | null;
}

/**
 * Works out the last days for decisions of which none is kept that holds, the latest decisions first. What it keeps it keeps
 * with what it was worked out from: if that changes meanwhile, nobody believes it.
 *
 * @param most so many at once
 * @param from the day up to which nothing is missing, seen from today; null where nobody knows
 */
export async function tellTimings(
  tx: PoolClient,
  clinicId: string,
  { most, from = null }: { readonly most: number; readonly from?: Day | null },
): Promise<ToldTimings> {
  const { rows } = await tx.query<ToTell>(
    `WITH payer_terms AS MATERIALIZED (${payerTermsSql('$1')})
     SELECT r.decided_on::text AS "decidedOn", r.clock_facts AS "clockFacts", terms.payer_terms AS "payerTerms", ${clockedSql('k.time_zone')}
       FROM (SELECT r.id, r.clock_facts, terms.payer_terms FROM stipple.reported_request r ${toldTimingsSql('payer_terms')}
              WHERE r.clinic_id = $1 AND r.state IN ('approved', 'partial', 'modified', 'denied') AND ${notToldSql}
                AND ($3::date IS NULL OR r.decided_on <= $3)
              ORDER BY r.decided_on DESC LIMIT $2) terms
       JOIN stipple.reported_request r ON r.clinic_id = $1 AND r.id = terms.id
       JOIN stipple.clinic k ON k.id = r.clinic_id
       ${caseOfRequestSql} ${recordOfRequestSql}`,
    [clinicId, most, from],
  );
  const judged = await judge(rows);
  const told = rows.map(({ clockFacts, payerTerms }, at) => ({
    ...judged[at],
    clock_facts: clockFacts,
    payer_terms: payerTerms,
  }));
  await tx.query(
    `INSERT INTO stipple.reported_timing (clinic_id, request_id, due_on, clock_facts, payer_terms, judged_by)
     SELECT $1, t.id, t.due_on, t.clock_facts, t.payer_terms, $3
       FROM jsonb_to_recordset($2) AS t (id uuid, due_on date, clock_facts text, payer_terms text)
     ON CONFLICT (clinic_id, request_id) DO UPDATE
       SET (due_on, clock_facts, payer_terms, judged_by) = (EXCLUDED.due_on, EXCLUDED.clock_facts, EXCLUDED.payer_terms, EXCLUDED.judged_by)`,
    [clinicId, JSON.stringify(told), judgedBy],
  );
  const days = rows.map(({ decidedOn }) => decidedOn).sort();
  return { told: rows.length, reached: days[0] ?? null };
}
