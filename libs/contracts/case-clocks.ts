import { clockNames } from '@stipple/domain';
import { z } from 'zod';
import { id } from './primitives';

export const clockKinds = [
  'due',
  'paused',
  'not_started',
  'unknown_plan',
  'no_legal_clock',
  'does_not_exist',
  'no_rule_on_file',
  'overridden',
] as const;

/** A rule as it can be cited. */
const rule = z.strictObject({ key: z.string(), sentence: z.string(), source: z.string() });

/** One clock of a case: when it ends, by which rule and how that was computed; or why there is no date. */
export const ClockView = z.strictObject({
  subject: z.enum(['auth_request', 'challenge']),
  subjectId: id,
  /** The request it is about; of a challenge, the one it argues with. */
  requestId: id,
  clock: z.enum(clockNames),
  /** What is due, as a heading: `Filing the first appeal`. */
  what: z.string(),
  kind: z.enum(clockKinds),
  /** The last day; null where there is none. */
  dueOn: z.string().nullable(),
  /** The point in time, of a clock of hours only. */
  dueAt: z.string().nullable(),
  /** Null where nothing runs. */
  pressure: z.enum(['calm', 'amber', 'red', 'overdue']).nullable(),
  sentence: z.string(),
  rule: rule.nullable(),
  /** Of an answer without a date, what says so. */
  source: z.string().nullable(),
  /** The computation, step by step. */
  steps: z.array(z.string()),
  others: z.array(z.strictObject({ rule, due: z.string().nullable(), why: z.string() })),
  notes: z.array(z.string()),
  ifMissed: z.string().nullable(),
  /** Why the start is an estimate; null where it is on record. */
  estimated: z.string().nullable(),
});
export type ClockView = z.infer<typeof ClockView>;
