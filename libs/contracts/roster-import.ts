/*
 * How files become a roster: POST /api/roster-imports with the files → a job looks through them (`reading` → `ready`) →
 * …/mappings, as often as needed → …/dry-runs (`checking` → `checked`) → …/runs (`importing` → `done`), or …/discards.
 * GET …/:id/standing tells how far the job is, …/:id/problems which rows are left out and why.
 */
import { RosterField, importLimits, rosterFields, rosterKinds } from '@stipple/domain';
import { z } from 'zod';
import { OfferedMove } from './case-view';
import { id, version } from './primitives';

const kind = z.enum(rosterKinds);
const field = z.enum([...new Set(Object.values(rosterFields).flat())] as [RosterField, ...RosterField[]]);

export const importStates = [
  'reading',
  'ready',
  'checking',
  'checked',
  'importing',
  'done',
  'failed',
  'discarded',
] as const;
export type ImportState = (typeof importStates)[number];

/** How files are read. A file that is not named stays as it is; `kind: null` sets one aside. */
export const MapImport = z.strictObject({
  version,
  files: z
    .array(
      z.strictObject({
        file: z.int().min(1).max(importLimits.mostFiles),
        kind: kind.nullable(),
        /** Field to the name of the column it is read from. A field that is left out is not imported. */
        columns: z.partialRecord(field, z.string().max(200)).default({}),
      }),
    )
    .min(1, 'needs at least one file')
    .max(importLimits.mostFiles),
});
export type MapImport = z.infer<typeof MapImport>;

export const MoveImport = z.strictObject({ version });
export type MoveImport = z.infer<typeof MoveImport>;

/** Of one kind. `rows` is the sum of the others. */
export const RosterCounts = z.strictObject({
  kind,
  words: z.string(),
  rows: z.number(),
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  /** Rows that say again, word for word, what an earlier row of the files says. */
  repeated: z.number(),
  /** Rows that are looked up and not kept: the organizations that providers refer to. */
  lookedUp: z.number(),
  problems: z.number(),
});
export type RosterCounts = z.infer<typeof RosterCounts>;

const standing = {
  id,
  state: z.enum(importStates),
  stateWords: z.string(),
  version: z.number(),
  createdAt: z.string(),
  createdBy: z.string(),
  /** What is going on, for a progress bar; null when nothing is. */
  progress: z.strictObject({ words: z.string(), rowsDone: z.number(), rowsTotal: z.number() }).nullable(),
  /** Of the last dry run, or of the import; null before there was one. */
  counts: z.array(RosterCounts).nullable(),
  /** Rows with problems, and files that cannot be read. */
  problemCount: z.number(),
  /** Why it stopped, where state is `failed`. */
  failure: z.string().nullable(),
};

/** Holds nothing of any patient: for asking again every second. */
export const RosterImportStanding = z.strictObject({ ...standing, fileNames: z.array(z.string()) });
export type RosterImportStanding = z.infer<typeof RosterImportStanding>;

export const RosterFileView = z.strictObject({
  /** Its number within the import. */
  file: z.number(),
  name: z.string(),
  bytes: z.number(),
  rows: z.number(),
  kind: kind.nullable(),
  kindWords: z.string().nullable(),
  /** Why it cannot be read at all. */
  problem: z.string().nullable(),
  /** Why it is left out. */
  aside: z.string().nullable(),
  /** What is worth knowing before going on. */
  notes: z.array(z.string()),
  /** What has to be chosen first. */
  missing: z.array(z.strictObject({ field, sentence: z.string() })),
  columns: z.array(
    z.strictObject({
      column: z.string(),
      /** What is read from it. */
      fields: z.array(field),
      /** `birth date`, `not imported` or `never imported`. */
      words: z.string(),
      /** More than a roster needs, such as a social security number: cannot be mapped. */
      never: z.boolean(),
      samples: z.array(z.string()),
    }),
  ),
  /** What could be read from a file of its kind. */
  fields: z.array(
    z.strictObject({ field, words: z.string(), required: z.boolean(), column: z.string().nullable() }),
  ),
  /** The first rows as they would be read. */
  preview: z.array(
    z.strictObject({
      line: z.number(),
      values: z.partialRecord(field, z.string().nullable()),
      problems: z.array(z.string()),
    }),
  ),
});
export type RosterFileView = z.infer<typeof RosterFileView>;

export const RosterImportView = z.strictObject({
  ...standing,
  files: z.array(RosterFileView),
  moves: z.array(OfferedMove),
});
export type RosterImportView = z.infer<typeof RosterImportView>;

export const RosterProblemQuery = z.strictObject({
  file: z.coerce.number().int().min(1).max(importLimits.mostFiles).optional(),
  after: z
    .string()
    .regex(/^\d{1,5}\.\d{1,10}\.\d{1,15}$/, 'is no place in this list')
    .optional(),
});
export type RosterProblemQuery = z.infer<typeof RosterProblemQuery>;

export const RosterProblem = z.strictObject({
  file: z.number(),
  fileName: z.string(),
  line: z.number(),
  column: z.string().nullable(),
  /** The row's id in the system it comes from, where it could be read. */
  key: z.string().nullable(),
  code: z.string(),
  /** Names file, line and column. */
  sentence: z.string(),
});
export type RosterProblem = z.infer<typeof RosterProblem>;

export const RosterProblemPage = z.strictObject({
  rows: z.array(RosterProblem),
  /** For `after`, to read on; null at the end. */
  next: z.string().nullable(),
});
export type RosterProblemPage = z.infer<typeof RosterProblemPage>;
