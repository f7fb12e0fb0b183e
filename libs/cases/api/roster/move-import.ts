import type { ImportState, MapImport, MoveImport } from '@stipple/contracts';
import { Command, Missing, Refused, Stale, refuseIfAny } from '@stipple/database';
import { Refusal, RosterField, refusal, rosterFields } from '@stipple/domain';
import { addJob } from '@stipple/jobs';
import { ImportMove, importRefusals } from './import-moves';
import { ImportFile, takesPart } from './import-record';
import type { Mapping } from './read-row';
import { isNeverImported, mapAs } from './recognise';
import { importJob, tidyJob } from './roster-import.job';

interface Held {
  readonly state: ImportState;
  readonly version: number;
}
/** The rows of a file count as text where they are asked for with others. */
type HeldFile = Pick<
  ImportFile,
  'no' | 'name' | 'problem' | 'aside' | 'kind' | 'columns' | 'mapping' | 'staged'
> & { readonly rows: number };

/** Changes what files are taken for and how they are read. What was staged is forgotten: it was read otherwise. */
export async function mapFiles(command: Command, id: string, body: MapImport): Promise<void> {
  const files = await take(command, id, body, 'map');
  const wrong = body.files.flatMap((wish, index) => wishRefusals(wish, index, files));
  refuseIfAny(wrong);
  const key = [command.who.clinicId, id];
  for (const { file: no, kind, columns } of body.files) {
    const known = files.find((file) => file.no === no);
    const mapping = kind === null ? {} : wanted(kind, columns, known?.columns ?? []);
    const aside = kind === null ? 'It was left out.' : null;
    await command.tx.query(
      'UPDATE stipple.roster_import_file SET kind = $4, mapping = $5, aside = $6 WHERE clinic_id = $1 AND import_id = $2 AND no = $3',
      [...key, no, kind, JSON.stringify(mapping), aside],
    );
  }
  await command.tx.query(
    'DELETE FROM stipple.roster_import_row WHERE clinic_id = $1 AND import_id = $2',
    key,
  );
  await command.tx.query(
    'DELETE FROM stipple.roster_import_problem WHERE clinic_id = $1 AND import_id = $2',
    key,
  );
  await command.tx.query(
    `UPDATE stipple.roster_import_file SET staged = false, staged_to_byte = header_bytes, staged_to_line = header_lines + 1
      WHERE clinic_id = $1 AND import_id = $2`,
    key,
  );
  await turn(
    command,
    id,
    'map',
    `state = 'ready', failure = NULL, staged_counts = '{}', judged_counts = '{}'`,
  );
}

/** No column chosen at all: another kind was, and its columns are recognised anew. */
function wanted(kind: NonNullable<HeldFile['kind']>, columns: Mapping, known: readonly string[]): Mapping {
  return Object.keys(columns).length === 0 ? mapAs(kind, known) : columns;
}

function wishRefusals(
  { file: no, kind, columns }: MapImport['files'][number],
  index: number,
  files: readonly HeldFile[],
): readonly Refusal[] {
  const at = `files.${index}`;
  const file = files.find((one) => one.no === no);
  if (file === undefined) return [refusal('file_unknown', `There is no file ${no}.`, `${at}.file`)];
  if (file.problem !== null)
    return [refusal('file_unreadable', `${file.name} cannot be read: ${file.problem}`, `${at}.file`)];
  const fields: readonly RosterField[] = kind === null ? [] : rosterFields[kind];
  return Object.entries(columns).flatMap(([field, column]) => {
    const place = `${at}.columns.${field}`;
    if (!fields.includes(field as RosterField))
      return [refusal('field_unknown', `${kind ?? 'A file left out'} has no field “${field}”.`, place)];
    if (!file.columns.includes(column))
      return [refusal('column_unknown', `${file.name} has no column “${column}”.`, place)];
    return isNeverImported(column)
      ? [refusal('column_never', `The column “${column}” is never imported.`, place)]
      : [];
  });
}

/** Reads every row and holds it against the roster, without changing that. */
export async function startDryRun(command: Command, id: string, body: MoveImport): Promise<void> {
  const files = await take(command, id, body, 'check');
  await turn(
    command,
    id,
    'check',
    `state = 'checking', step = 'stage', at_kind = NULL, at_key = NULL, failure = NULL, rows_done = 0, rows_total = ${rowsToDo(files)}`,
  );
  await addJob(command.tx, importJob({ clinicId: command.who.clinicId, importId: id }));
}

/** Writes into the roster what the dry run has shown. */
export async function startImport(command: Command, id: string, body: MoveImport): Promise<void> {
  const files = await take(command, id, body, 'import');
  await turn(
    command,
    id,
    'import',
    `state = 'importing', step = 'stage', at_kind = NULL, at_key = NULL, rows_done = 0, rows_total = ${rowsToDo(files)}`,
  );
  await addJob(command.tx, importJob({ clinicId: command.who.clinicId, importId: id }));
}

export async function discardImport(command: Command, id: string, body: MoveImport): Promise<void> {
  await take(command, id, body, 'discard');
  await turn(command, id, 'discard', `state = 'discarded', step = NULL, at_kind = NULL, failure = NULL`);
  await addJob(command.tx, tidyJob({ clinicId: command.who.clinicId, importId: id }));
}

/** Rows to stage and rows to judge: each counts once for either. */
function rowsToDo(files: readonly HeldFile[]): number {
  return files.filter(takesPart).reduce((sum, { rows, staged }) => sum + (staged ? rows : 2 * rows), 0);
}

/** Locks the import and its files for a move, or says why it cannot be made. */
async function take(
  command: Command,
  id: string,
  { version }: MoveImport,
  move: ImportMove,
): Promise<readonly HeldFile[]> {
  const key = [command.who.clinicId, id];
  const [held]: Held[] = await command.tx.query(
    'SELECT state, version FROM stipple.roster_import WHERE clinic_id = $1 AND id = $2 FOR UPDATE',
    key,
  );
  if (held === undefined) throw new Missing('import');
  const files: HeldFile[] = await command.tx.query(
    `SELECT no, name, problem, aside, kind, columns, mapping, staged, rows FROM stipple.roster_import_file
      WHERE clinic_id = $1 AND import_id = $2 ORDER BY no`,
    key,
  );
  if (held.version !== version) throw new Stale({ subject: 'roster_import', id, ...held });
  const refusals = importRefusals(move, held.state, files);
  if (refusals.length > 0) throw new Refused(refusals);
  return files;
}

async function turn(command: Command, id: string, move: ImportMove, changes: string): Promise<void> {
  const { clinicId, staffId } = command.who;
  await command.tx.query(
    `UPDATE stipple.roster_import SET ${changes}, version = version + 1, moved_by = $3, moved_at = now() WHERE clinic_id = $1 AND id = $2`,
    [clinicId, id, staffId],
  );
  command.audit({ action: `roster_import.${move}`, subject: 'roster_import', subjectId: id, caseId: null });
}
