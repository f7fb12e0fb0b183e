import {
  contrasts,
  densities,
  isCommandId,
  isKeys,
  isPutAwayName,
  mostKeptCommands,
  mostPutAway,
  plainPreferences,
  themes,
} from '@stipple/domain';
import { z } from 'zod';

const commandId = z.string().refine(isCommandId, 'is not the name of a command');
const putAwayName = z.string().refine(isPutAwayName, 'is not the name of a hint');
const keys = z.array(z.string().refine(isKeys, 'is not a key such as j, Shift+x or mod+k')).max(4);

export const Preferences = z.strictObject({
  theme: z.enum(themes),
  density: z.enum(densities),
  contrast: z.enum(contrasts),
  letters: z.boolean(),
  digest: z.boolean(),
  keys: z.record(commandId, keys),
  putAway: z.array(putAwayName).max(mostPutAway),
}) satisfies z.ZodType<typeof plainPreferences>;
export type Preferences = z.infer<typeof Preferences>;

/** What changes; what is left out stays. Keys and hints change one by one, so that two browsers keep each other's. */
export const ChangePreferences = z.strictObject({
  theme: z.enum(themes).optional(),
  density: z.enum(densities).optional(),
  contrast: z.enum(contrasts).optional(),
  letters: z.boolean().optional(),
  digest: z.boolean().optional(),
  keys: z
    .record(commandId, keys.nullable())
    .refine((given) => Object.keys(given).length <= mostKeptCommands, 'names too many commands')
    .optional(),
  putAway: z
    .record(putAwayName, z.boolean())
    .refine((given) => Object.keys(given).length <= mostPutAway, 'names too many hints')
    .optional(),
});
export type ChangePreferences = z.infer<typeof ChangePreferences>;
