import { z } from 'zod';

export const Refusal = z.strictObject({
  code: z.string(),
  sentence: z.string(),
  field: z.string().optional(),
});

/** RFC 9457 problem details: the one form in which the API says no. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  refusals: z.array(Refusal),
  current: z.record(z.string(), z.unknown()).optional(),
  requestId: z.string(),
});
export type Problem = z.infer<typeof Problem>;
