import { Injectable, OnModuleInit } from '@nestjs/common';
import { PolicyVersion, compareScreenings, deriveFacts, generalPolicy } from '@stipple/domain';
import { Jobs, clinicTransaction } from '@stipple/jobs';
import type { PoolClient } from 'pg';
import { ReadRows, policyOf } from '../policies/policy-in-force';
import { readFactSources } from './case-sources';

const batch = 200;
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
  const read: ReadRows = async <Row>({ text, values }: { text: string; values: readonly unknown[] }) =>
    (await tx.query(text, [...values])).rows as Row[];
  const [held] = await read<HeldRun>({ name: 'dry_run', text: heldSql, values: [clinicId, runId] });
  if (held === undefined) return false;
  const after = asWritten(held.document);
  const before = held.againstId === null ? generalPolicy : asWritten(held.against);
  const cases = await read<{ id: string; number: number }>({
    name: 'dry_run_cases',
    text: `SELECT c.id, c.case_number AS number FROM stipple.treatment_case c
            WHERE c.clinic_id = $1 AND c.payer_id = $2 AND c.plan_type = ANY ($3::text[]) AND c.case_number < $4 ORDER BY c.case_number DESC LIMIT $5`,
    values: [
      clinicId,
      held.payerId,
      after.linesOfBusiness,
      held.beforeNumber,
      Math.min(batch, Math.max(held.left, 0)),
    ],
  });
  const sources = await readFactSources(
    read,
    clinicId,
    cases.map(({ id }) => id),
  );
  const { changes, outcomesChanged } = compareScreenings(
    before,
    after,
    [...sources].map(([id, source]) => ({ id, facts: deriveFacts(source, held.factsOn) })),
  );
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  await tx.query(
    `INSERT INTO stipple.policy_dry_run_change (clinic_id, run_id, case_number, case_id, before, after, criteria)
     SELECT $1, $2, x.number, x.id, x.before, x.after, x.criteria
       FROM jsonb_to_recordset($3::jsonb) AS x(number integer, id uuid, before text, after text, criteria jsonb)`,
    [clinicId, runId, JSON.stringify(changes.map((one) => ({ ...one, number: numbers.get(one.id) })))],
  );
  const isLast = cases.length < batch;
  await tx.query(
    `UPDATE stipple.policy_dry_run SET before_number = $3, cases_done = cases_done + $4, cases_changed = cases_changed + $5,
            outcomes_changed = outcomes_changed + $6, state = $7 WHERE clinic_id = $1 AND id = $2`,
    [
      clinicId,
      runId,
      cases.at(-1)?.number ?? 0,
      cases.length,
      changes.length,
      outcomesChanged,
      isLast ? 'done' : 'running',
    ],
  );
  return !isLast;
}

/** A document as it stands, whatever ended it since. */
function asWritten(document: unknown): PolicyVersion {
  const { effectiveTo } = document as PolicyVersion;
  return policyOf({ id: 'of a dry run', document, appliesTo: effectiveTo });
}
