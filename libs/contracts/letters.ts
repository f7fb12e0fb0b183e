import { mostRefs, sentenceStatuses } from '@stipple/domain';
import { z } from 'zod';
import { Sign } from './cases';
import { day, id, procedureCode, text, version } from './primitives';

/** `said` is what it said when it was bound; left out, it is what it says now. */
export const LetterBinding = z.strictObject({
  sentence: text(40_000),
  to: z
    .array(z.strictObject({ ref: text(200), said: text(8000).optional() }))
    .min(1, 'needs what the sentence rests on')
    .max(mostRefs),
});
export type LetterBinding = z.infer<typeof LetterBinding>;

export const DraftLetter = z.strictObject({
  procedureCodes: z.array(procedureCode).min(1, 'needs the codes it argues for').max(10),
  body: text(40_000),
  bindings: z.array(LetterBinding).max(1000).default([]),
});
export type DraftLetter = z.infer<typeof DraftLetter>;

export const ReviseLetter = DraftLetter.extend({ version });
export type ReviseLetter = z.infer<typeof ReviseLetter>;

/** The physician confirms each sentence that rests on their own word, by its words. */
export const SignLetter = Sign.extend({ statements: z.array(text(40_000)).max(1000).default([]) });
export type SignLetter = z.infer<typeof SignLetter>;

/** Why a letter is not signed as it stands, for its author. The note is kept short enough to be a task. */
export const AskChanges = z.strictObject({ version, note: text(360) });
export type AskChanges = z.infer<typeof AskChanges>;

const Bound = z.strictObject({ ref: z.string(), said: z.string() });
const Binding = z.strictObject({ sentence: z.string(), to: z.array(Bound) });
const letterState = z.enum(['draft', 'ready', 'signed', 'discarded', 'superseded']);
const signed = z.strictObject({ by: z.string(), at: z.string(), hash: z.string() }).nullable();

/** A letter as it stands, with every sentence held against the record of today. */
export const LetterRead = z.strictObject({
  id,
  caseId: id,
  state: letterState,
  version: z.number(),
  wording: z.number(),
  procedureCodes: z.array(z.string()),
  body: z.string(),
  author: z.string(),
  writtenAt: z.string(),
  signed,
  /** Null in letters from before sentences were bound: they were not checked. */
  bindings: z.array(Binding).nullable(),
  check: z.strictObject({
    sentences: z.array(
      z.strictObject({
        text: z.string(),
        from: z.number(),
        to: z.number(),
        status: z.enum(sentenceStatuses),
        assertion: z.strictObject({ kind: z.string(), because: z.string() }).nullable(),
        bound: z.array(Bound),
        why: z.array(z.string()),
        byReader: z.array(z.string()),
      }),
    ),
    counts: z.record(z.enum(sentenceStatuses), z.number()),
    restsOn: z.record(z.string(), z.number()),
    words: z.array(
      z.strictObject({
        kind: z.literal('word'),
        key: z.string(),
        word: z.string(),
        found: z.string(),
        field: z.string(),
        at: z.number(),
        negated: z.boolean(),
      }),
    ),
    refusals: z.array(
      z.strictObject({ code: z.string(), sentence: z.string(), field: z.string().optional() }),
    ),
  }),
});
export type LetterRead = z.infer<typeof LetterRead>;

/** What the letter page lays out: the payer's criteria, the letter that is being written, and what it may rest on. */
export const LetterDesk = z.strictObject({
  caseId: id,
  caseNumber: z.string(),
  patient: z.string(),
  payer: z.string(),
  today: day,
  procedureCodes: z.array(z.string()),
  /** Null: none is on file, and the criteria are those of the trade in general. */
  policy: z
    .strictObject({
      number: z.string(),
      version: z.string(),
      title: z.string(),
      readBy: z.string(),
      readOn: z.string(),
    })
    .nullable(),
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      /** What a sentence is bound to; null where there is no policy to quote. */
      ref: z.string().nullable(),
      label: z.string(),
      quote: z.string(),
      role: z.enum(['required', 'one_of', 'excluding', 'supporting']),
      truth: z.enum(['met', 'not_met', 'unknown']),
      /** In words, what it is unknown for want of. */
      missing: z.array(z.string()),
      /** What decided it, as it stands on the shelf. */
      used: z.array(z.string()),
    }),
  ),
  shelf: z.array(
    z.strictObject({
      ref: z.string(),
      kind: z.enum([
        'fact',
        'measurement',
        'document',
        'code',
        'criterion',
        'particular',
        'literature',
        'statement',
      ]),
      words: z.string(),
    }),
  ),
  /** The newest that was not discarded. */
  letter: z
    .strictObject({
      id,
      state: letterState,
      version: z.number(),
      wording: z.number(),
      procedureCodes: z.array(z.string()),
      body: z.string(),
      bindings: z.array(Binding).nullable(),
      author: z.string(),
      writtenAt: z.string(),
      signed,
    })
    .nullable(),
});
export type LetterDesk = z.infer<typeof LetterDesk>;

/** A letter to begin with, made of what is known; what is missing is a marked gap. Nothing is stored. */
export const LetterStart = z.strictObject({
  procedureCodes: z.array(z.string()),
  body: z.string(),
  bindings: z.array(Binding),
  gaps: z.array(z.string()),
});
export type LetterStart = z.infer<typeof LetterStart>;
