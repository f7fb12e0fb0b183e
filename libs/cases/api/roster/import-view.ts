import {
  ImportState,
  OfferedMove,
  RosterCounts,
  RosterFileView,
  RosterImportStanding,
  RosterImportView,
} from '@stipple/contracts';
import { rosterKinds } from '@stipple/domain';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';
import { kindWords, rulesOf } from './fields';
import { offeredMoves } from './import-moves';
import { ImportFile, ImportRecord, Tallies, missingFields, takesPart } from './import-record';
import type { Sample } from './inspect-file';
import { RowReader } from './read-row';
import { isNeverImported } from './recognise';

const stateWords: Readonly<Record<ImportState, string>> = {
  reading: 'Reading the files',
  ready: 'Ready for a dry run',
  checking: 'Dry run going on',
  checked: 'Checked, not imported',
  importing: 'Importing',
  done: 'Imported',
  failed: 'Stopped',
  discarded: 'Discarded',
};

interface ViewRow extends Pick<ImportRecord, 'state' | 'step' | 'staged_counts' | 'judged_counts'> {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly rows_done: number;
  readonly rows_total: number;
  readonly failure: string | null;
  readonly problems: number;
  readonly today: string;
  readonly files: readonly FileRow[];
}

type FileRow = Pick<
  ImportFile,
  'no' | 'name' | 'problem' | 'aside' | 'kind' | 'columns' | 'mapping' | 'staged'
> & {
  readonly bytes: number;
  readonly rows: number;
  readonly notes: readonly string[];
  readonly samples: readonly Sample[];
};

/** With `samples` the files come with their first rows, which are patients' data. */
const importsSql = (where: string, samples: boolean) => /* sql */ `
SELECT i.id, i.state, i.step, i.version, i.created_at AS "createdAt", s.name AS "createdBy", i.rows_done, i.rows_total, i.staged_counts, i.judged_counts, i.failure,
       (SELECT count(*)::int FROM stipple.roster_import_problem p WHERE (p.clinic_id, p.import_id) = (i.clinic_id, i.id)) AS problems,
       (now() AT TIME ZONE k.time_zone)::date::text AS today,
       (SELECT coalesce(json_agg(json_build_object('no', f.no, 'name', f.name, 'bytes', f.bytes, 'rows', f.rows, 'problem', f.problem, 'aside', f.aside,
          'notes', f.notes, 'kind', f.kind, 'columns', f.columns, 'mapping', f.mapping, 'staged', f.staged, 'samples', ${samples ? 'f.samples' : `'[]'::json`}) ORDER BY f.no), '[]')
          FROM stipple.roster_import_file f WHERE (f.clinic_id, f.import_id) = (i.clinic_id, i.id)) AS files
  FROM stipple.roster_import i JOIN stipple.staff s ON (s.clinic_id, s.id) = (i.clinic_id, i.created_by) JOIN stipple.clinic k ON k.id = i.clinic_id
 WHERE i.clinic_id = $1 AND ${where}`;

const newest = `true ORDER BY i.created_at DESC, i.id DESC LIMIT 50`;

export async function listImports(db: ClinicDatabase, who: Principal): Promise<RosterImportStanding[]> {
  const statement = { name: 'roster_imports', text: importsSql(newest, false), values: [who.clinicId] };
  return (await db.read<ViewRow>(who, statement)).map(standingView);
}

export async function readStanding(
  db: ClinicDatabase,
  who: Principal,
  id: string,
): Promise<RosterImportStanding> {
  const text = importsSql('i.id = $2', false);
  const [row] = await db.read<ViewRow>(who, { name: 'roster_standing', text, values: [who.clinicId, id] });
  if (row === undefined) throw new Missing('import');
  return standingView(row);
}

export async function readImport(db: ClinicDatabase, who: Principal, id: string): Promise<RosterImportView> {
  const note = { action: 'roster_import.read', subject: 'roster_import', subjectId: id, caseId: null };
  const text = importsSql('i.id = $2', true);
  const [row] = await db.read<ViewRow>(
    who,
    { name: 'roster_import', text, values: [who.clinicId, id] },
    note,
  );
  if (row === undefined) throw new Missing('import');
  return {
    ...standingOf(row),
    files: row.files.map((file) => fileView(file, row.today)),
    moves: offeredMoves(row.state, row.files) satisfies OfferedMove[],
  };
}

const standingView = (row: ViewRow): RosterImportStanding => ({
  ...standingOf(row),
  fileNames: row.files.map(({ name }) => name),
});

function standingOf(row: ViewRow): Omit<RosterImportStanding, 'fileNames'> {
  const { id, state, version, createdBy, failure } = row;
  const unreadable = row.files.filter(({ problem }) => problem !== null).length;
  return {
    id,
    state,
    stateWords: stateWords[state],
    version,
    createdAt: new Date(row.createdAt).toISOString(),
    createdBy,
    progress: progressOf(row),
    counts: countsOf(row),
    problemCount: row.problems + unreadable,
    failure,
  };
}

function progressOf({ state, step, rows_done, rows_total }: ViewRow): RosterImportStanding['progress'] {
  if (step === null) return null;
  if (step === 'inspect') return { words: 'Looking through the files', rowsDone: 0, rowsTotal: 0 };
  const comparing = state === 'importing' ? 'Importing' : 'Comparing with the roster';
  return {
    words: step === 'stage' ? 'Reading the rows' : comparing,
    // Rows staged before a pause may be counted twice; a bar never runs past its end.
    rowsDone: Math.min(rows_done, rows_total),
    rowsTotal: rows_total,
  };
}

/** Every row of the files once: those that could not be staged, and those that were judged. */
function countsOf({ state, files, staged_counts, judged_counts }: ViewRow): RosterCounts[] | null {
  if (state !== 'checked' && state !== 'done') return null;
  const of = (tallies: Tallies, kind: RosterCounts['kind'], what: string) => tallies[kind]?.[what] ?? 0;
  return rosterKinds
    .filter((kind) => files.some((file) => file.kind === kind && takesPart(file)))
    .map((kind) => ({
      kind,
      words: kindWords[kind],
      rows: of(staged_counts, kind, 'rows'),
      new: of(judged_counts, kind, 'new'),
      changed: of(judged_counts, kind, 'changed'),
      unchanged: of(judged_counts, kind, 'unchanged'),
      repeated: of(staged_counts, kind, 'repeated'),
      lookedUp: of(judged_counts, kind, 'lookedUp'),
      problems: of(staged_counts, kind, 'problems') + of(judged_counts, kind, 'problems'),
    }));
}

function fileView(file: FileRow, today: string): RosterFileView {
  const { no, name, bytes, rows, kind, problem, aside, notes, columns, mapping, samples } = file;
  const fields = kind === null ? [] : rulesOf(kind);
  return {
    file: no,
    name,
    bytes,
    rows,
    kind,
    kindWords: kind === null ? null : kindWords[kind],
    problem,
    aside,
    notes: [...notes],
    missing:
      problem !== null || aside !== null
        ? []
        : missingFields(file).map(([field, rule]) => ({
            field,
            sentence: `Choose the column of the ${rule.words}, or leave the file out.`,
          })),
    columns: columns.map((column, index) => {
      const never = isNeverImported(column);
      const from = fields.filter(([field]) => mapping[field] === column);
      const words = from.map(([, rule]) => rule.words).join(', ');
      return {
        column,
        fields: from.map(([field]) => field),
        words: never ? 'never imported' : words || 'not imported',
        never,
        samples: never ? [] : samples.map(({ cells }) => cells[index] ?? ''),
      };
    }),
    fields: fields.map(([field, rule]) => ({
      field,
      words: rule.words,
      required: rule.required,
      column: mapping[field] ?? null,
    })),
    preview: previewOf(file, today),
  };
}

/** The first rows as they would be read, by the same reader that stages them. */
function previewOf({ kind, columns, mapping, samples }: FileRow, today: string): RosterFileView['preview'] {
  if (kind === null) return [];
  const reader = new RowReader(kind, columns, mapping, today);
  return samples.map(({ line, cells }) => {
    const { values, problems } = reader.read({ line, cells, fault: null, next: { byte: 0, line } });
    return { line, values, problems: problems.map(({ words }) => words) };
  });
}
