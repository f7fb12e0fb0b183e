import { RosterKind, rosterKinds } from '@stipple/domain';
import type { PoolClient } from 'pg';
import { coverageSql } from './coverage.sql';
import type { ImportFile, ImportJob, Tally } from './import-record';
import { KindSql, judgingStatement } from './judging-sql';
import { patientsSql } from './patients.sql';
import { organizationsSql, payersSql } from './payers.sql';
import { type NewProblem, noteProblems } from './problems';
import { providersSql } from './providers.sql';
import { quoted } from './read-cells';
import type { Mapping, Values } from './read-row';
import { shownKey } from './stage-rows';

const sqlOf: Readonly<Record<RosterKind, KindSql>> = {
  payers: payersSql,
  organizations: organizationsSql,
  providers: providersSql,
  patients: patientsSql,
  coverage: coverageSql,
};

/** Both statements of every kind, put together once. */
const statements = Object.fromEntries(
  rosterKinds.map((kind) => [
    kind,
    { judge: judgingStatement(sqlOf[kind], false), apply: judgingStatement(sqlOf[kind], true) },
  ]),
) as Readonly<Record<RosterKind, { readonly judge: string; readonly apply: string }>>;

interface RefusedRow {
  readonly file: number;
  readonly line: number;
  readonly key: string;
  readonly fields: Values;
  readonly code: string;
}

interface Judged {
  readonly rows: number;
  readonly last_key: string | null;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
  readonly taken: readonly RefusedRow[];
}

export interface Batch {
  readonly kind: RosterKind;
  /** The last key of the batch before. */
  readonly after: string;
  readonly most: number;
  readonly apply: boolean;
  readonly files: readonly ImportFile[];
}

/** Holds one batch of staged rows against the roster, and in an import writes them into it. */
export async function judgeRows(
  tx: PoolClient,
  job: ImportJob,
  { kind, after, most, apply, files }: Batch,
): Promise<{ rows: number; lastKey: string | null; tally: Tally }> {
  const { rows } = await tx.query<Judged>({
    name: `roster_import_${apply ? 'apply' : 'judge'}_${kind}`,
    text: statements[kind][apply ? 'apply' : 'judge'],
    values: [job.clinicId, job.importId, after, most],
  });
  const [judged] = rows;
  if (judged === undefined) throw new Error('a batch has a judgement');
  const refused = [...judged.refused, ...judged.taken];
  await noteProblems(
    tx,
    job,
    'judge',
    refused.map((row) => problemOf(row, files)),
  );
  await markRefused(tx, job, kind, refused);
  const kept = {
    new: judged.new - judged.taken.length,
    changed: judged.changed,
    unchanged: judged.unchanged,
  };
  const looked = sqlOf[kind].insert === null ? { lookedUp: judged.rows } : kept;
  return { rows: judged.rows, lastKey: judged.last_key, tally: { ...looked, problems: refused.length } };
}

async function markRefused(
  tx: PoolClient,
  job: ImportJob,
  kind: RosterKind,
  refused: readonly RefusedRow[],
): Promise<void> {
  if (refused.length === 0) return;
  await tx.query(
    'UPDATE stipple.roster_import_row SET refused = true WHERE clinic_id = $1 AND import_id = $2 AND kind = $3 AND key = ANY ($4)',
    [job.clinicId, job.importId, kind, refused.map(({ key }) => key)],
  );
}

type Wording = (fields: Values) => readonly [field: keyof Mapping, words: string];

/** What the roster says no with, in words; and the field whose column has to change. */
const wordings: Readonly<Record<string, Wording>> = {
  name_taken: ({ name }) => ['name', `Another payer of the roster has the name ${quoted(name ?? '')}.`],
  record_number_taken: ({ recordNumber }) => [
    'recordNumber',
    recordNumber
      ? `The record number ${quoted(recordNumber)} belongs to another patient of the roster.`
      : 'The record number made from this id belongs to another patient; map a column of record numbers.',
  ],
  dates_reversed: () => ['endsOn', 'The dates contradict what the roster has.'],
  patient_unknown: ({ patient }) => [
    'patient',
    `There is no patient ${quoted(patient ?? '')}, neither in these files nor in the roster.`,
  ],
  payer_unknown: ({ payer }) => [
    'payer',
    `There is no payer ${quoted(payer ?? '')}, neither in these files nor in the roster.`,
  ],
  member_id_missing: () => ['memberId', 'The member id is missing.'],
  taken: () => ['key', 'Another row, or somebody else, has just entered the same; run the import once more.'],
};

function problemOf({ file, line, fields, code }: RefusedRow, files: readonly ImportFile[]): NewProblem {
  const [field, words] = wordings[code]?.(fields) ?? ['key', 'The roster refuses this row.'];
  const column = files.find(({ no }) => no === file)?.mapping[field] ?? null;
  return { file, line, key: shownKey({ values: fields }), column, code, words };
}
