import type { RosterProblem, RosterProblemPage, RosterProblemQuery } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal, Statement } from '@stipple/database';
import { csvBegin, csvLine } from '@stipple/files';

const pageRows = 100;

/** A file that cannot be read is a problem too, at its line 0 and before those of its rows. */
const problemsSql = /* sql */ `
SELECT * FROM (
  SELECT f.no AS file, f.name AS "fileName", 0 AS line, NULL AS "column", NULL AS key, 'unreadable' AS code, f.problem AS words, 0::bigint AS id
    FROM stipple.roster_import_file f WHERE f.clinic_id = $1 AND f.import_id = $2 AND f.problem IS NOT NULL
  UNION ALL
  SELECT p.file_no, f.name, p.line, p.column_name, p.row_key, p.code, p.words, p.id
    FROM stipple.roster_import_problem p JOIN stipple.roster_import_file f ON (f.clinic_id, f.import_id, f.no) = (p.clinic_id, p.import_id, p.file_no)
   WHERE p.clinic_id = $1 AND p.import_id = $2) all_of_them`;

interface Row extends Omit<RosterProblem, 'sentence'> {
  readonly words: string;
  readonly id: string;
}

export async function readProblems(
  db: ClinicDatabase,
  who: Principal,
  id: string,
  { file, after }: RosterProblemQuery,
): Promise<RosterProblemPage> {
  await mustExist(db, who, id);
  const [afterFile, afterLine, afterId] = (after ?? '0.-1.0').split('.').map(Number);
  const rows = await db.read<Row>(
    who,
    {
      name: 'roster_problems',
      planFor: 'values',
      text: `${problemsSql} WHERE (file, line, id) > ($3::bigint, $4::bigint, $5::bigint) AND ($6::int IS NULL OR file = $6) ORDER BY file, line, id LIMIT ${pageRows + 1}`,
      values: [who.clinicId, id, afterFile, afterLine, afterId, file ?? null],
    },
    { action: 'roster_import.read_problems', subject: 'roster_import', subjectId: id, caseId: null },
  );
  const shown = rows.slice(0, pageRows);
  const last = shown.at(-1);
  return {
    rows: shown.map(view),
    next: rows.length > pageRows && last ? `${last.file}.${last.line}.${last.id}` : null,
  };
}

function view({ words, id: _, ...row }: Row): RosterProblem {
  return { ...row, sentence: row.column === null ? words : `${row.column}: ${words}` };
}

/** All of them, for whoever repairs the files. */
export async function* problemsAsCsv(db: ClinicDatabase, who: Principal, id: string): AsyncGenerator<string> {
  yield csvBegin(who, ['File', 'Line', 'Column', 'Id in the file', 'Problem']);
  const statement: Statement = {
    name: 'roster_problems_all',
    planFor: 'values',
    text: `${problemsSql} ORDER BY file, line, id`,
    values: [who.clinicId, id],
  };
  const note = {
    action: 'roster_import.export_problems',
    subject: 'roster_import',
    subjectId: id,
    caseId: null,
  };
  for await (const row of db.stream<Row>(who, statement, note))
    yield csvLine([row.fileName, row.line, row.column, row.key, row.words]);
}

/** Also before a stream begins: its status line is sent with its first byte. */
export async function mustExist(db: ClinicDatabase, who: Principal, id: string): Promise<void> {
  const rows = await db.read(who, {
    name: 'roster_import_exists',
    text: 'SELECT FROM stipple.roster_import WHERE clinic_id = $1 AND id = $2',
    values: [who.clinicId, id],
  });
  if (rows.length === 0) throw new Missing('import');
}
