import { z } from 'zod';
import { id } from './primitives';

/** Names the draft that a change was sent from, and its counter: `<id> <counter>`. It ends with the change. */
export const draftHeader = 'stipple-draft';

const storable = z
  .string()
  .max(40_000, 'is longer than a form can hold')
  .refine((value) => !value.includes('\0') && value.isWellFormed(), 'holds characters that cannot be stored');
const plain = z.union([storable, z.number(), z.boolean(), z.null()]);

/** What a form's field may hold: text, a number, a mark, or a list of texts or of lines. */
export const FieldValue = z.union([
  plain,
  z.array(z.union([storable, z.record(z.string().max(60), plain)])).max(100),
]);
export type FieldValue = z.infer<typeof FieldValue>;

/** A field of a draft: what the form showed at first, and what stands in it now. */
export const DraftField = z.strictObject({
  name: z.string().regex(/^\w{1,60}$/, 'is not the name of a field'),
  shown: FieldValue,
  typed: FieldValue,
});
export type DraftField = z.infer<typeof DraftField>;

/** Which form was typed into. Without a case: one that is yet to be opened. */
const form = {
  caseId: id.nullable(),
  subject: z.string().regex(/^[a-z_]{1,60}$/, 'is not a kind of thing'),
  subjectId: id.nullable(),
  move: z.string().regex(/^[a-z0-9_]{1,60}$/, 'is not a move'),
};

/** Grows with every save of one form: what comes late is older and is not taken. */
const counter = z
  .int()
  .min(1)
  .max(2 ** 53 - 1);

export const SaveDraft = z.strictObject({
  ...form,
  /** Who typed it. Somebody else may have signed in on the same screen since. */
  authorId: id,
  /** The version of the thing that the form showed; 0 for something new. */
  version: z.int().min(0).max(2_147_483_647),
  counter,
  fields: z.array(DraftField).min(1, 'needs at least one field').max(60),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

export const SavedDraft = z.strictObject({ id, savedAt: z.string(), counter: z.number() });
export type SavedDraft = z.infer<typeof SavedDraft>;

export const DiscardDraft = z.strictObject({ counter });
export type DiscardDraft = z.infer<typeof DiscardDraft>;

export const DraftsQuery = z.strictObject({ caseId: z.union([id, z.literal('new')]).optional() });
export type DraftsQuery = z.infer<typeof DraftsQuery>;

export const DraftView = z.strictObject({
  id,
  ...form,
  caseNumber: z.number().nullable(),
  patientName: z.string().nullable(),
  /** The move in words, such as “Revise letter”. */
  words: z.string(),
  version: z.number(),
  counter: z.number(),
  savedAt: z.string(),
  fields: z.array(DraftField),
});
export type DraftView = z.infer<typeof DraftView>;
