import { z } from 'zod';
import { id } from './primitives';

/** What a new clinic has already. Read from its records each time: nothing remembers a step as done. */
export const ClinicStart = z.strictObject({
  coordinator: z.boolean(),
  physician: z.boolean(),
  clinician: z.boolean(),
  room: z.boolean(),
  /** A patient with coverage, without which no case can be opened. */
  patient: z.boolean(),
  call: z.boolean(),
  firstCaseId: id.nullable(),
});
export type ClinicStart = z.infer<typeof ClinicStart>;
