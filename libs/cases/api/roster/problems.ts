import type { PoolClient } from 'pg';
import type { ImportJob } from './import-record';

export interface NewProblem {
  readonly file: number;
  readonly line: number;
  readonly key: string | null;
  readonly column: string | null;
  readonly code: string;
  readonly words: string;
}

const insertSql = /* sql */ `
INSERT INTO stipple.roster_import_problem (clinic_id, import_id, file_no, line, found_by, row_key, column_name, code, words)
SELECT $1, $2, p.file, p.line, $3, p.key, p."column", p.code, p.words
  FROM json_to_recordset($4::json) AS p(file smallint, line integer, key text, "column" text, code text, words text)
 ORDER BY p.file, p.line`;

/** Notes what is wrong with rows. They are not imported, and the others are. */
export async function noteProblems(
  tx: PoolClient,
  job: ImportJob,
  foundBy: 'stage' | 'judge',
  problems: readonly NewProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  const values = [job.clinicId, job.importId, foundBy, JSON.stringify(problems)];
  await tx.query({ name: 'roster_import_problems_insert', text: insertSql, values });
}
