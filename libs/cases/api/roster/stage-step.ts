import { FileStore } from '@stipple/files';
import { clinicTransaction } from '@stipple/jobs';
import type { Pool, PoolClient } from 'pg';
import { ImportFile, ImportJob, filesOf, lockForStep, plus, shelfOf, takesPart } from './import-record';
import { ReadRow, RowReader } from './read-row';
import type { Pause } from './roster-import.job';
import { Place, RawRecord, RecordSplitter } from './split-records';
import { stageRows } from './stage-rows';

type Readable = ImportFile & { readonly kind: NonNullable<ImportFile['kind']> };

/** Reads the files into the staging table, batch by batch, each with the note of how far it got. */
export async function stageFiles(pool: Pool, store: FileStore, job: ImportJob, pause: Pause): Promise<void> {
  const { files, today } = await clinicTransaction(pool, job.clinicId, async (tx) => ({
    files: await filesOf(tx, job),
    today: await todayIn(tx, job),
  }));
  for (const file of files.filter((one): one is Readable => takesPart(one) && !one.staged)) {
    const whole = await stageFile({ pool, store, job, pause, today }, file);
    if (!whole) return;
  }
  await clinicTransaction(pool, job.clinicId, (tx) =>
    tx.query(
      `UPDATE stipple.roster_import SET step = 'apply', at_kind = NULL, at_key = NULL WHERE clinic_id = $1 AND id = $2 AND step = 'stage'`,
      [job.clinicId, job.importId],
    ),
  );
}

interface Staging {
  readonly pool: Pool;
  readonly store: FileStore;
  readonly job: ImportJob;
  readonly pause: Pause;
  readonly today: string;
}

/** Whether the file has been read to its end. */
async function stageFile(staging: Staging, file: Readable): Promise<boolean> {
  const { job, store, pause, today } = staging;
  const reader = new RowReader(file.kind, file.columns, file.mapping, today);
  let place: Place = { byte: Number(file.staged_to_byte), line: file.staged_to_line };
  const content = await store.get(shelfOf(job), file.sha256, place.byte);
  if (content === null) throw new Error('an uploaded file is not in the file store');
  const form = { delimiter: file.delimiter ?? ',', columns: file.columns.length };
  const splitter = new RecordSplitter(form, place);
  const write = async (records: readonly RawRecord[], last: boolean): Promise<boolean> => {
    const next = records.at(-1)?.next ?? place;
    const rows = records.map((record) => reader.read(record));
    const written = await writeBatch(staging, file, { from: place, to: next, last }, rows);
    place = next;
    return written;
  };
  try {
    for await (const chunk of content) {
      const records = splitter.push(chunk as Buffer);
      if (records.length > 0 && !(await write(records, false))) return false;
      if (pause.due()) return false;
    }
    return await write(splitter.end(), true);
  } finally {
    content.destroy();
  }
}

interface Stretch {
  readonly from: Place;
  readonly to: Place;
  readonly last: boolean;
}

/**
 * One batch: its rows, its problems and how far the file has been read, or nothing of it. False when somebody else has
 * taken the import further in the meantime.
 */
function writeBatch(
  { pool, job }: Staging,
  file: Readable,
  stretch: Stretch,
  rows: readonly ReadRow[],
): Promise<boolean> {
  const keyColumn = file.mapping.key ?? file.mapping.patient ?? null;
  return clinicTransaction(pool, job.clinicId, async (tx) => {
    const record = await lockForStep(tx, job, 'stage');
    if (record === null || !(await advance(tx, job, file.no, stretch))) return false;
    const tally = await stageRows(tx, { job, file: { no: file.no, kind: file.kind, keyColumn } }, rows);
    await tx.query({
      name: 'roster_import_staged',
      text: `UPDATE stipple.roster_import SET rows_done = rows_done + $3, staged_counts = $4 WHERE clinic_id = $1 AND id = $2`,
      values: [
        job.clinicId,
        job.importId,
        rows.length,
        JSON.stringify(plus(record.staged_counts, file.kind, { rows: rows.length, ...tally })),
      ],
    });
    return true;
  });
}

/** Moves the mark of the file, if it still lies where this batch begins. */
async function advance(
  tx: PoolClient,
  job: ImportJob,
  no: number,
  { from, to, last }: Stretch,
): Promise<boolean> {
  const done = await tx.query({
    name: 'roster_import_advance',
    text: `UPDATE stipple.roster_import_file SET staged_to_byte = $5, staged_to_line = $6, staged = $7
            WHERE clinic_id = $1 AND import_id = $2 AND no = $3 AND staged_to_byte = $4 AND NOT staged`,
    values: [job.clinicId, job.importId, no, from.byte, to.byte, to.line, last],
  });
  return done.rowCount === 1;
}

async function todayIn(tx: PoolClient, { clinicId }: ImportJob): Promise<string> {
  const { rows } = await tx.query<{ today: string }>(
    'SELECT (now() AT TIME ZONE time_zone)::date::text AS today FROM stipple.clinic WHERE id = $1',
    [clinicId],
  );
  return rows[0]?.today ?? '';
}
