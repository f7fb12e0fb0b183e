import type { ImportState } from '@stipple/contracts';
import type { RosterKind } from '@stipple/domain';
import type { PoolClient } from 'pg';
import { rulesOf } from './fields';
import type { Mapping } from './read-row';

/** What a job is asked to do. */
export interface ImportJob {
  readonly clinicId: string;
  readonly importId: string;
}

export type Step = 'inspect' | 'stage' | 'apply';

/** Rows of one kind, by what became of them. */
export type Tally = Readonly<Record<string, number>>;
export type Tallies = Readonly<Partial<Record<RosterKind, Tally>>>;

/** An import as its job sees it. */
export interface ImportRecord {
  readonly state: ImportState;
  readonly step: Step | null;
  readonly at_kind: RosterKind | null;
  readonly at_key: string;
  readonly staged_counts: Tallies;
  readonly judged_counts: Tallies;
  readonly moved_by: string;
}

export interface ImportFile {
  readonly no: number;
  readonly name: string;
  readonly sha256: Buffer;
  readonly media_type: string | null;
  readonly inspected: boolean;
  readonly problem: string | null;
  readonly aside: string | null;
  readonly kind: RosterKind | null;
  readonly delimiter: string | null;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly staged: boolean;
  /** A bigint arrives as text. */
  readonly staged_to_byte: string;
  readonly staged_to_line: number;
}

/** What a person has to choose before a file can be read. */
export function missingFields({ kind, mapping }: Pick<ImportFile, 'kind' | 'mapping'>) {
  return kind === null
    ? []
    : rulesOf(kind).filter(([field, rule]) => rule.required && mapping[field] === undefined);
}

/** Whether a file takes part: it can be read, nobody set it aside, and all that is needed is mapped. */
export function takesPart(file: Pick<ImportFile, 'problem' | 'aside' | 'kind' | 'mapping'>): boolean {
  return (
    file.problem === null && file.aside === null && file.kind !== null && missingFields(file).length === 0
  );
}

/**
 * Locks the import for one transaction of its job. Null when the step is no longer its next one, because somebody
 * discarded it or another worker was quicker: then there is nothing to do.
 */
export async function lockForStep(tx: PoolClient, job: ImportJob, step: Step): Promise<ImportRecord | null> {
  const { rows } = await tx.query<ImportRecord>({
    name: 'roster_import_lock',
    text: `SELECT state, step, at_kind, coalesce(at_key, '') AS at_key, staged_counts, judged_counts, moved_by
             FROM stipple.roster_import WHERE clinic_id = $1 AND id = $2 AND step = $3 FOR UPDATE`,
    values: [job.clinicId, job.importId, step],
  });
  return rows[0] ?? null;
}

export async function filesOf(tx: PoolClient, job: ImportJob): Promise<readonly ImportFile[]> {
  const { rows } = await tx.query<ImportFile>({
    name: 'roster_import_files',
    text: `SELECT no, name, sha256, media_type, inspected, problem, aside, kind, delimiter, columns, mapping, staged, staged_to_byte, staged_to_line
             FROM stipple.roster_import_file WHERE clinic_id = $1 AND import_id = $2 ORDER BY no`,
    values: [job.clinicId, job.importId],
  });
  return rows;
}

/** Where the files of an import lie; cleared away together when it ends. */
export function shelfOf({ clinicId, importId }: ImportJob): string {
  return `${clinicId}/roster-imports/${importId}`;
}

/** Adds up two tallies of a kind. */
export function plus(tallies: Tallies, kind: RosterKind, more: Tally): Tallies {
  const sum: Record<string, number> = { ...tallies[kind] };
  for (const [what, count] of Object.entries(more)) if (count !== 0) sum[what] = (sum[what] ?? 0) + count;
  return { ...tallies, [kind]: sum };
}
