import { rosterKinds } from '@stipple/domain';
import { auditStatement } from '@stipple/database';
import { addJob, clinicTransaction } from '@stipple/jobs';
import type { Pool, PoolClient } from 'pg';
import { ImportJob, ImportRecord, filesOf, lockForStep, plus } from './import-record';
import { judgeRows } from './judge-rows';
import { type Pause, tidyJob } from './roster-import.job';

const batchRows = 2000;
/** Distinguishes this advisory lock from any other. */
const lockClass = 795_394;

/**
 * Holds the staged rows against the roster, kind by kind, each after those it refers to. In an import every batch is
 * written together with the mark of how far it got, so that after a crash none is written twice and none is left out.
 */
export async function judgeStaged(pool: Pool, job: ImportJob, pause: Pause): Promise<void> {
  while (!pause.due()) {
    const more = await clinicTransaction(pool, job.clinicId, async (tx) => {
      const record = await lockForStep(tx, job, 'apply');
      if (record === null) return false;
      if (record.at_kind === null) return begin(tx, job);
      return nextBatch(tx, job, record);
    });
    if (!more) return;
  }
}

/** Forgets what an earlier judgement said; the roster may have changed since. */
async function begin(tx: PoolClient, job: ImportJob): Promise<true> {
  const key = [job.clinicId, job.importId];
  await tx.query(
    `DELETE FROM stipple.roster_import_problem WHERE clinic_id = $1 AND import_id = $2 AND found_by = 'judge'`,
    key,
  );
  await tx.query(
    'UPDATE stipple.roster_import_row SET refused = false WHERE clinic_id = $1 AND import_id = $2 AND refused',
    key,
  );
  await tx.query(
    `UPDATE stipple.roster_import SET at_kind = $3, at_key = '', judged_counts = '{}' WHERE clinic_id = $1 AND id = $2`,
    [...key, rosterKinds[0]],
  );
  return true;
}

async function nextBatch(tx: PoolClient, job: ImportJob, record: ImportRecord): Promise<boolean> {
  const kind = record.at_kind ?? rosterKinds[0];
  const apply = record.state === 'importing';
  // Imports of one clinic take turns, so that what one has judged new is not written by another meanwhile.
  if (apply) await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [lockClass, job.clinicId]);
  const files = await filesOf(tx, job);
  const { rows, lastKey, tally } = await judgeRows(tx, job, {
    kind,
    after: record.at_key,
    most: batchRows,
    apply,
    files,
  });
  const next = rows < batchRows ? rosterKinds[rosterKinds.indexOf(kind) + 1] : kind;
  const counts = plus(record.judged_counts, kind, tally);
  await tx.query({
    name: 'roster_import_judged',
    text: `UPDATE stipple.roster_import SET at_kind = $3, at_key = $4, judged_counts = $5, rows_done = rows_done + $6
            WHERE clinic_id = $1 AND id = $2`,
    values: [
      job.clinicId,
      job.importId,
      next ?? kind,
      next === kind ? lastKey : '',
      JSON.stringify(counts),
      rows,
    ],
  });
  if (next !== undefined) return true;
  await finish(tx, job, { ...record, judged_counts: counts });
  return false;
}

async function finish(tx: PoolClient, job: ImportJob, record: ImportRecord): Promise<void> {
  const state = record.state === 'importing' ? 'done' : 'checked';
  await tx.query(
    `UPDATE stipple.roster_import SET state = $3, step = NULL, at_kind = NULL, at_key = NULL, version = version + 1 WHERE clinic_id = $1 AND id = $2`,
    [job.clinicId, job.importId, state],
  );
  const { text, values } = auditStatement({ staffId: record.moved_by }, null, {
    action: `roster_import.${state}`,
    subject: 'roster_import',
    subjectId: job.importId,
    caseId: null,
    detail: { counts: record.judged_counts },
  });
  await tx.query(text, values);
  if (state === 'done') await addJob(tx, tidyJob(job));
  // Somebody waits for this: what was written so far goes to the disk with it.
  await tx.query('SET LOCAL synchronous_commit = on');
}
