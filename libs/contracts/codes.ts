import { codeWeights } from '@stipple/domain';
import { z } from 'zod';
import { optionalDay } from './primitives';
import { Refusal } from './problem';

/** Something to say about a code: refused, to be settled before a request is made ready, or a note. */
export const CodeFinding = Refusal.extend({ weight: z.enum(codeWeights), about: z.string().optional() });
export type CodeFinding = z.infer<typeof CodeFinding>;

/** The planned day of service; today where it is left out. */
export const CodesQuery = z.strictObject({ on: optionalDay });
export type CodesQuery = z.infer<typeof CodesQuery>;

export const DiagnosisOnFile = z.strictObject({
  code: z.string(),
  /** Fiscal year of the official list it stands in; 0 for the list that is shipped. */
  year: z.int(),
  words: z.string(),
  billable: z.boolean(),
  opensOn: z.string(),
  closesOn: z.string().nullable(),
});
export type DiagnosisOnFile = z.infer<typeof DiagnosisOnFile>;

/** What the lists at hand know of some codes. */
export const CodesOnFile = z.strictObject({ years: z.array(z.int()), diagnoses: z.array(DiagnosisOnFile) });

/** What was found, best first, with every entry of each code: which one holds on a day is for the domain to say. */
export const DiagnosisHits = CodesOnFile.extend({ on: z.string(), found: z.array(z.string()) });
export type DiagnosisHits = z.infer<typeof DiagnosisHits>;

export const ProcedureView = z.strictObject({
  code: z.string(),
  words: z.string(),
  use: z.enum(['asked', 'history', 'not_this']),
  comparators: z.array(z.string()),
  note: z.string().nullable(),
  opensOn: z.string(),
  closesOn: z.string().nullable(),
});
export type ProcedureView = z.infer<typeof ProcedureView>;

/** Which lists of diagnosis codes are at hand. */
export const CodeList = z.strictObject({
  /** 0: the short list that is shipped. */
  fiscalYear: z.int(),
  fileName: z.string().nullable(),
  codes: z.int(),
  billable: z.int(),
  loadedAt: z.string(),
});
export type CodeList = z.infer<typeof CodeList>;
export const CodeLists = z.strictObject({ today: z.string(), lists: z.array(CodeList) });
export type CodeLists = z.infer<typeof CodeLists>;
