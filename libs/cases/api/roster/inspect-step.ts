import { clinicTransaction } from '@stipple/jobs';
import { FileStore } from '@stipple/files';
import type { Pool, PoolClient } from 'pg';
import { ImportFile, ImportJob, filesOf, lockForStep, shelfOf } from './import-record';
import { Inspected, inspectFile } from './inspect-file';
import type { Pause } from './roster-import.job';

/** Looks at every file: what it is, how it would be read, how many rows it has. Then people decide. */
export async function inspectFiles(
  pool: Pool,
  store: FileStore,
  job: ImportJob,
  pause: Pause,
): Promise<void> {
  const files = await clinicTransaction(pool, job.clinicId, (tx) => filesOf(tx, job));
  for (const file of files.filter(({ inspected }) => !inspected)) {
    if (pause.due()) return;
    const found = await inspect(store, job, file);
    await clinicTransaction(pool, job.clinicId, async (tx) => {
      if ((await lockForStep(tx, job, 'inspect')) !== null) await writeDown(tx, job, file.no, found);
    });
  }
  await clinicTransaction(pool, job.clinicId, (tx) =>
    tx.query(
      `UPDATE stipple.roster_import SET state = 'ready', step = NULL, version = version + 1 WHERE clinic_id = $1 AND id = $2 AND step = 'inspect'`,
      [job.clinicId, job.importId],
    ),
  );
}

async function inspect(store: FileStore, job: ImportJob, file: ImportFile): Promise<Inspected> {
  const content = await store.get(shelfOf(job), file.sha256);
  if (content === null) throw new Error('an uploaded file is not in the file store');
  return inspectFile(file.name, file.media_type, content);
}

const writeSql = /* sql */ `
UPDATE stipple.roster_import_file
   SET inspected = true, problem = $4, aside = $5, notes = $6, kind = $7, delimiter = $8, header_bytes = $9::integer, header_lines = $10::integer,
       columns = $11, mapping = $12, samples = $13, rows = $14, staged_to_byte = $9::integer, staged_to_line = $10::integer + 1
 WHERE clinic_id = $1 AND import_id = $2 AND no = $3`;

async function writeDown(tx: PoolClient, job: ImportJob, no: number, found: Inspected): Promise<void> {
  const {
    problem,
    aside,
    notes,
    kind,
    delimiter,
    headerBytes,
    headerLines,
    columns,
    mapping,
    samples,
    rows,
  } = found;
  await tx.query(writeSql, [
    job.clinicId,
    job.importId,
    no,
    problem,
    aside,
    notes,
    kind,
    delimiter,
    headerBytes,
    headerLines,
    columns,
    JSON.stringify(mapping),
    JSON.stringify(samples),
    rows,
  ]);
}
