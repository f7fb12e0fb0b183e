import type { RosterKind } from '@stipple/domain';
import type { PoolClient } from 'pg';
import type { ImportJob, Tally } from './import-record';
import { NewProblem, noteProblems } from './problems';
import type { ReadRow } from './read-row';

interface Staging {
  readonly job: ImportJob;
  readonly file: { readonly no: number; readonly kind: RosterKind; readonly keyColumn: string | null };
}

const stageSql = /* sql */ `
WITH incoming AS MATERIALIZED (
  SELECT * FROM json_to_recordset($5::json) AS t(key text, second_key text, line integer, fields jsonb)),
staged AS (
  INSERT INTO stipple.roster_import_row (clinic_id, import_id, kind, key, second_key, file_no, line, fields)
  SELECT $1, $2, $3, i.key, i.second_key, $4, i.line, i.fields FROM incoming i ORDER BY i.line
  ON CONFLICT DO NOTHING RETURNING line)
SELECT i.line FROM incoming i WHERE NOT EXISTS (SELECT FROM staged s WHERE s.line = i.line) ORDER BY i.line`;

/** What an earlier row of the files has that this one would have again. Its own key counts before the second one. */
const twinsSql = /* sql */ `
SELECT i.line, e.line AS earlier_line, f.name AS earlier_file, e.key = i.key AS same_key, e.key = i.key AND e.fields = i.fields AS same
  FROM json_to_recordset($4::json) AS i(key text, second_key text, line integer, fields jsonb)
  CROSS JOIN LATERAL (
    SELECT r.* FROM stipple.roster_import_row r
     WHERE r.clinic_id = $1 AND r.import_id = $2 AND r.kind = $3 AND (r.key = i.key OR r.second_key = i.second_key)
     ORDER BY r.key = i.key DESC LIMIT 1) e
  JOIN stipple.roster_import_file f ON (f.clinic_id, f.import_id, f.no) = ($1, $2, e.file_no)`;

interface Twin {
  readonly line: number;
  readonly earlier_line: number;
  readonly earlier_file: string;
  readonly same_key: boolean;
  readonly same: boolean;
}

/** Stages the rows that can be read and notes what is wrong with the others. Says how many were neither new nor right. */
export async function stageRows(tx: PoolClient, staging: Staging, rows: readonly ReadRow[]): Promise<Tally> {
  const { job, file } = staging;
  const { clinicId, importId } = job;
  const good = rows.filter((row) => row.problems.length === 0);
  const incoming = good.map(toStage);
  const { rows: left } = await tx.query<{ line: number }>({
    name: 'roster_import_stage',
    text: stageSql,
    values: [clinicId, importId, file.kind, file.no, JSON.stringify(incoming)],
  });
  const leftLines = new Set(left.map(({ line }) => line));
  const twins = await twinsOf(
    tx,
    staging,
    incoming.filter(({ line }) => leftLines.has(line)),
  );
  const contradicting = twins.filter(({ same }) => !same);
  const bad = rows.filter((row) => row.problems.length > 0);
  await noteProblems(tx, job, 'stage', [
    ...bad.flatMap((row) => problemsOf(row, file.no)),
    ...contradicting.map((twin) => twinProblem(twin, staging, good)),
  ]);
  return { problems: bad.length + contradicting.length, repeated: twins.length - contradicting.length };
}

const toStage = ({ key, secondKey, line, values }: ReadRow) => ({
  key,
  second_key: secondKey,
  line,
  fields: values,
});

async function twinsOf(
  tx: PoolClient,
  { job, file }: Staging,
  left: readonly ReturnType<typeof toStage>[],
): Promise<readonly Twin[]> {
  if (left.length === 0) return [];
  const values = [job.clinicId, job.importId, file.kind, JSON.stringify(left)];
  return (await tx.query<Twin>({ name: 'roster_import_twins', text: twinsSql, values })).rows;
}

function problemsOf(row: ReadRow, file: number): readonly NewProblem[] {
  const key = shownKey(row);
  return row.problems.map(({ column, code, words }) => ({ file, line: row.line, key, column, code, words }));
}

/** The id that a person would look for; that of coverage is its patient's. */
export function shownKey({ values }: Pick<ReadRow, 'values'>): string | null {
  return values.key ?? values.patient ?? null;
}

const whatTwice: Readonly<Record<RosterKind, readonly [key: string, secondKey: string]>> = {
  payers: ['This id', 'This name'],
  organizations: ['This id', ''],
  providers: ['This id', ''],
  patients: ['This id', 'This record number'],
  coverage: ['Coverage of this patient by this payer from this day', ''],
};

function twinProblem(twin: Twin, { file }: Staging, rows: readonly ReadRow[]): NewProblem {
  const row = rows.find(({ line }) => line === twin.line);
  const what = whatTwice[file.kind][twin.same_key ? 0 : 1];
  return {
    file: file.no,
    line: twin.line,
    key: row ? shownKey(row) : null,
    column: twin.same_key ? file.keyColumn : null,
    code: 'twice',
    words: `${what} stands already in ${twin.earlier_file}, line ${twin.earlier_line}, with something else beside it.`,
  };
}
