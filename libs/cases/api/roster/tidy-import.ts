import { FileStore } from '@stipple/files';
import { addJob, clinicTransaction } from '@stipple/jobs';
import type { Pool } from 'pg';
import { ImportJob, shelfOf } from './import-record';
import { tidyJob } from './roster-import.job';

/** Removes what an ended import no longer needs: its files, its staged rows, the samples. What was wrong with a file stays. */
export async function tidyImport(pool: Pool, store: FileStore, job: ImportJob): Promise<'done'> {
  const key = [job.clinicId, job.importId];
  await store.clear(shelfOf(job));
  await clinicTransaction(pool, job.clinicId, async (tx) => {
    await tx.query('DELETE FROM stipple.roster_import_row WHERE clinic_id = $1 AND import_id = $2', key);
    await tx.query(
      `UPDATE stipple.roster_import_file SET samples = '[]' WHERE clinic_id = $1 AND import_id = $2`,
      key,
    );
    await tx.query(
      `DELETE FROM stipple.roster_import_problem p USING stipple.roster_import i
        WHERE (p.clinic_id, p.import_id) = ($1, $2) AND (i.clinic_id, i.id) = ($1, $2) AND i.state = 'discarded'`,
      key,
    );
  });
  return 'done';
}

/** Discards an import that was begun and left. One that is being worked on is looked at again by its own job's end. */
export async function expireImport(pool: Pool, job: ImportJob): Promise<'done'> {
  await clinicTransaction(pool, job.clinicId, async (tx) => {
    const { rowCount } = await tx.query(
      `UPDATE stipple.roster_import SET state = 'discarded', step = NULL, failure = NULL, version = version + 1
        WHERE clinic_id = $1 AND id = $2 AND state IN ('ready', 'checked', 'failed')`,
      [job.clinicId, job.importId],
    );
    if (rowCount === 1) await addJob(tx, tidyJob(job));
  });
  return 'done';
}
