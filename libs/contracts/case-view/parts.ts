import { z } from 'zod';
import { id } from '../primitives';
import { Refusal } from '../problem';

/** A move as the menu shows it: legal when it has no refusals. */
export const OfferedMove = z.strictObject({
  move: z.string(),
  label: z.string(),
  needs: z.array(z.string()),
  refusals: z.array(Refusal),
});
export type OfferedMove = z.infer<typeof OfferedMove>;

export const subject = { id, version: z.number(), moves: z.array(OfferedMove) };
export const codeUnits = z.strictObject({ procedureCode: z.string(), units: z.number() });
export const person = z.strictObject({ id, name: z.string() });
export const signed = z.strictObject({ by: z.string(), at: z.string(), hash: z.string() }).nullable();
