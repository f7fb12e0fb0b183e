import { feeGrounds, mostFeeCents, mostMinutes, unlistedCodes, worksheetFields } from '@stipple/domain';
import type { WorksheetField } from '@stipple/domain';
import { z } from 'zod';
import { id, optionalText, procedureCode, version } from './primitives';

/** What a form left empty is not known yet. */
const emptyIsNone = (value: unknown) => (value === '' || value === null ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsNone, schema.optional());

/** Money is whole cents; a field that is left out is empty. */
const fields = {
  comparatorCode: optional(procedureCode),
  comparison: optionalText(1000),
  minutes: optional(z.int().min(1).max(mostMinutes)),
  skill: optionalText(600),
  equipment: optionalText(600),
  feeCents: optional(z.int().min(1).max(mostFeeCents)),
  feeRestsOn: optional(z.enum(feeGrounds)),
  feeBasis: optionalText(600),
  /** How long it is counts as it travels, which the domain says. */
  lineDescription: optionalText(200),
};
export const WorksheetFields = z.strictObject(fields);
export type WorksheetFields = z.infer<typeof WorksheetFields>;

export const StartWorksheet = z.strictObject({ procedureCode: z.enum(unlistedCodes), ...fields });
export type StartWorksheet = z.infer<typeof StartWorksheet>;

export const ReviseWorksheet = z.strictObject({ version, ...fields });
export type ReviseWorksheet = z.infer<typeof ReviseWorksheet>;

export const WorksheetGap = z.strictObject({
  field: z.enum(worksheetFields as readonly [WorksheetField, ...WorksheetField[]]),
  sentence: z.string(),
});
export type WorksheetGap = z.infer<typeof WorksheetGap>;

const content = {
  comparatorCode: z.string().nullable(),
  comparison: z.string().nullable(),
  minutes: z.int().nullable(),
  skill: z.string().nullable(),
  equipment: z.string().nullable(),
  feeCents: z.int().nullable(),
  feeRestsOn: z.enum(feeGrounds).nullable(),
  feeBasis: z.string().nullable(),
  lineDescription: z.string().nullable(),
};
export const WorksheetSaid = z.strictObject(content);

/** One unlisted code of a case: what its worksheet says, said before, and lacks, and what there is to choose from. */
export const WorksheetOfCode = z.strictObject({
  procedureCode: z.string(),
  words: z.string(),
  worksheet: z
    .strictObject({ id, version: z.int(), state: z.enum(['incomplete', 'complete']), ...content })
    .nullable(),
  gaps: z.array(WorksheetGap),
  /** Why this person may not write it now; empty where they may. */
  refusals: z.array(z.strictObject({ code: z.string(), sentence: z.string(), field: z.string().optional() })),
  comparators: z.array(
    z.strictObject({
      code: z.string(),
      words: z.string(),
      note: z.string().nullable(),
      usual: z.boolean(),
    }),
  ),
  /** Everything it has said, the newest first. */
  history: z.array(
    z.strictObject({
      version: z.int(),
      words: z.string(),
      by: z.string(),
      at: z.string(),
      said: WorksheetSaid,
    }),
  ),
});
export type WorksheetOfCode = z.infer<typeof WorksheetOfCode>;

export const CaseWorksheets = z.strictObject({
  caseId: id,
  caseNumber: z.int(),
  patientName: z.string(),
  payerName: z.string(),
  /** The day on which codes have to be valid. */
  serviceOn: z.string(),
  suggestedDescription: z.string(),
  codes: z.array(WorksheetOfCode),
});
export type CaseWorksheets = z.infer<typeof CaseWorksheets>;
