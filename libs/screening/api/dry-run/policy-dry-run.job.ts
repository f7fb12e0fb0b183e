import { Injectable, OnModuleInit } from '@nestjs/common';
import { type Ask, type Statement, keepPlans } from '@stipple/database';
import { type PastCase, type PolicyVersion, compareScreenings, generalPolicy } from '@stipple/domain';
import { Jobs, clinicTransaction } from '@stipple/jobs';
import { policyOf } from '@stipple/payers-api';
import type { PoolClient } from 'pg';
import { readBasis } from '../screening-now';

/** Each case is read as its screening page reads it, so a batch is short: progress is seen, and little is done twice. */
const batch = 100;
const sliceMs = 20_000;

interface Run {
  readonly clinicId: string;
  readonly runId: string;
}

interface HeldRun {
  readonly payerId: string;
  readonly document: unknown;
  readonly againstId: string | null;
  readonly against: unknown;
  readonly factsOn: string;
  readonly beforeNumber: number;
  readonly left: number;
}

/** Screens past cases by two versions of a policy, batch by batch; each is written with the mark of how far it got. */
@Injectable()
export class PolicyDryRunJob implements OnModuleInit {
  constructor(private readonly jobs: Jobs) {}

  onModuleInit(): void {
    this.jobs.register('policy-dry-run', {
      run: (payload, stopping) => this.run(runOf(payload), stopping),
      giveUp: (payload) => this.giveUp(runOf(payload)),
    });
  }

  private async run(run: Run, stopping: AbortSignal): Promise<'done' | 'more'> {
    const until = Date.now() + sliceMs;
    while (!stopping.aborted && Date.now() < until)
      if (!(await clinicTransaction(this.jobs.pool, run.clinicId, (tx) => nextBatch(tx, run)))) return 'done';
    return 'more';
  }

  private async giveUp({ clinicId, runId }: Run): Promise<void> {
    const words = 'Something went wrong on our side. Nothing was changed; try again.';
    await clinicTransaction(this.jobs.pool, clinicId, (tx) =>
      tx.query(
        `UPDATE stipple.policy_dry_run SET state = 'failed', failure = $3 WHERE clinic_id = $1 AND id = $2 AND state = 'running'`,
        [clinicId, runId, words],
      ),
    );
  }
}

const runOf = ({ clinicId = '', runId = '' }: Readonly<Record<string, string>>): Run => ({ clinicId, runId });

const heldSql = /* sql */ `
SELECT v.payer_id AS "payerId", r.document, r.against_id AS "againstId", a.document AS against, r.facts_on::text AS "factsOn",
       r.before_number AS "beforeNumber", r.cases_total - r.cases_done AS left
  FROM stipple.policy_dry_run r JOIN stipple.policy_version v ON (v.clinic_id, v.id) = (r.clinic_id, r.policy_version_id)
  LEFT JOIN stipple.policy_version a ON (a.clinic_id, a.id) = (r.clinic_id, r.against_id)
 WHERE r.clinic_id = $1 AND r.id = $2 AND r.state = 'running' FOR UPDATE OF r`;

/** @returns whether there is more to do */
async function nextBatch(tx: PoolClient, { clinicId, runId }: Run): Promise<boolean> {
  const ask: Ask = async <Row>({ name, text, values }: Statement) =>
    (await tx.query({ name, text, values: [...values] })).rows as Row[];
  const [held] = await ask<HeldRun>({ name: 'dry_run', text: heldSql, values: [clinicId, runId] });
  if (held === undefined) return false;
  // Opens the clinical record to this transaction: see stipple.tries_a_policy.
  await tx.query(`SELECT set_config('stipple.dry_run', $1, true), ${keepPlans}`, [runId]);
  const after = asWritten(held.document);
  const before = held.againstId === null ? generalPolicy : asWritten(held.against);
  const cases = await ask<Numbered>({
    name: 'dry_run_cases',
    text: casesSql,
    values: [clinicId, held.payerId, after.linesOfBusiness, held.beforeNumber, Math.min(batch, held.left)],
  });
  const past: PastCase[] = [];
  for (const { id } of cases) {
    const { basis } = await readBasis(ask, { clinicId, caseId: id, today: held.factsOn });
    const { facts, ...context } = basis;
    past.push({ id, facts, context });
  }
  const { changes, outcomesChanged } = compareScreenings(before, after, past);
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  const changed = JSON.stringify(changes.map((one) => ({ ...one, number: numbers.get(one.id) })));
  for (const sql of [changesSql, criteriaSql, talliesSql]) await tx.query(sql, [clinicId, runId, changed]);
  const isLast = cases.length < batch;
  await tx.query(progressSql, [
    clinicId,
    runId,
    cases.at(-1)?.number ?? 0,
    cases.length,
    changes.length,
    outcomesChanged,
    isLast ? 'done' : 'running',
  ]);
  return !isLast;
}

interface Numbered {
  readonly id: string;
  readonly number: number;
}
const casesSql = /* sql */ `
SELECT c.id, c.case_number AS number FROM stipple.treatment_case c
 WHERE c.clinic_id = $1 AND c.payer_id = $2 AND c.plan_type = ANY ($3::text[]) AND c.case_number < $4 ORDER BY c.case_number DESC LIMIT $5`;

const changedRows = /* sql */ `jsonb_to_recordset($3::jsonb) AS x(number integer, id uuid, before text, after text, criteria jsonb)`;
const changedCriteria = /* sql */ `${changedRows}, jsonb_to_recordset(x.criteria) AS y(id text, before text, after text)`;

const changesSql = /* sql */ `
INSERT INTO stipple.policy_dry_run_change (clinic_id, run_id, case_number, case_id, before, after)
SELECT $1, $2, x.number, x.id, x.before, x.after FROM ${changedRows}`;
const criteriaSql = /* sql */ `
INSERT INTO stipple.policy_dry_run_criterion (clinic_id, run_id, case_number, criterion, before, after)
SELECT $1, $2, x.number, y.id, y.before, y.after FROM ${changedCriteria}`;
const talliesSql = /* sql */ `
INSERT INTO stipple.policy_dry_run_tally AS t (clinic_id, run_id, criterion, before, after, cases)
SELECT $1, $2, y.id, y.before, y.after, count(*) FROM ${changedCriteria} GROUP BY y.id, y.before, y.after
    ON CONFLICT (clinic_id, run_id, criterion, before, after) DO UPDATE SET cases = t.cases + excluded.cases`;
const progressSql = /* sql */ `
UPDATE stipple.policy_dry_run SET before_number = $3, cases_done = cases_done + $4, cases_changed = cases_changed + $5,
       outcomes_changed = outcomes_changed + $6, state = $7 WHERE clinic_id = $1 AND id = $2`;

/** A document as it stands, whatever ended it since. */
function asWritten(document: unknown): PolicyVersion {
  const { effectiveTo } = document as PolicyVersion;
  return policyOf({ id: 'of a dry run', document, appliesTo: effectiveTo });
}
