import { bodySites, sides, stages } from '@stipple/domain';
import { z } from 'zod';
import { id, idList } from './primitives';
import { PatientHit } from './roster';

/** What to find when nothing is typed: cases somebody had open before, or those of one patient. */
export const SearchQuery = z.strictObject({
  cases: idList(8),
  patientId: id.optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const CaseHit = z.strictObject({
  id,
  number: z.number(),
  patientName: z.string(),
  recordNumber: z.string(),
  payerName: z.string(),
  procedureCode: z.string(),
  bodySite: z.enum(bodySites),
  side: z.enum(sides),
  stage: z.enum(stages),
  /** Such as “authorization A-1234”; null where nothing was typed. */
  foundBy: z.string().nullable(),
});
export type CaseHit = z.infer<typeof CaseHit>;

export const SearchHits = z.strictObject({
  cases: z.array(CaseHit),
  patients: z.array(
    PatientHit.extend({
      foundBy: z.string(),
      cases: z.number(),
      /** The patient's case, where there is exactly one. */
      onlyCaseId: id.nullable(),
    }),
  ),
});
export type SearchHits = z.infer<typeof SearchHits>;
