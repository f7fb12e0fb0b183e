import type { RosterProblem, RosterProblemPage, RosterProblemQuery } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal, Statement } from '@stipple/database';
import { type Cell, type Column, asOf, csvFile } from '@stipple/files';

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

const columns: readonly Column[] = [
  { heading: 'File', kind: 'text', width: 24 },
  { heading: 'Line', kind: 'number', width: 8 },
  { heading: 'Column', kind: 'text', width: 18 },
  { heading: 'Id in the file', kind: 'text', width: 36 },
  { heading: 'Problem', kind: 'text', width: 60 },
];

/**
 * All of them as a CSV file, for whoever repairs the files of the roster.
 *
 * @param stopping tells that nobody waits for it any more
 */
export async function* problemsFile(
  db: ClinicDatabase,
  who: Principal,
  id: string,
  stopping: AbortSignal,
): AsyncGenerator<string> {
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
  yield* db.inSnapshot(
    who,
    note,
    async function* (snapshot) {
      yield* csvFile({
        title: 'What the import could not take',
        clinic: who.clinicName,
        isDemo: who.isDemo,
        about: [asOf(new Date(), who)],
        tables: [{ name: 'Problems', columns, rows: cellsOf(snapshot.rows<Row>(statement)), count: null }],
      });
    },
    stopping,
  );
}

async function* cellsOf(found: AsyncIterable<Row>): AsyncGenerator<readonly Cell[]> {
  for await (const row of found) yield [row.fileName, row.line, row.column, row.key, row.words];
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
