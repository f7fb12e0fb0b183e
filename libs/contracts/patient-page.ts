import { dueFors, estimateLanguages, parties, stages } from '@stipple/domain';
import { z } from 'zod';
import { day, id, sha256, text } from './primitives';

/** Days that a link lasts at most; PostgreSQL holds it to that. */
export const patientLinkDays = 30;

export const MakePatientLink = z.strictObject({
  /** Which version of the estimate it leads to: the one that the agreement goes by. */
  estimate: z.int().min(1),
  /** Of the token as its letters stand in the link. The browser draws it, so that no server and no log ever holds it. */
  tokenSha256: sha256,
  days: z.int().min(1).max(patientLinkDays),
  /** Who may treat once the patient has signed. */
  clinicianIds: z.array(id).min(1, 'needs the treating clinician').max(20),
  waiverId: id.optional(),
});
export type MakePatientLink = z.infer<typeof MakePatientLink>;

export const EndPatientLinks = z.strictObject({});

/** What stands behind the # of a link, and what only the patient knows. */
export const OpenPatientLink = z.strictObject({
  token: z.string().regex(/^[\w-]{43}$/, 'is not the whole link'),
  birthDate: day,
});
export type OpenPatientLink = z.infer<typeof OpenPatientLink>;

export const SignOnScreen = z.strictObject({
  /** Of the very words that were on the screen. */
  sha256,
  signerName: text(160),
  agrees: z.literal(true, 'needs your consent'),
  /** The patient pays in full and asks that the plan is not told: 45 CFR 164.522(a)(1)(vi). */
  withheldFromPayer: z.boolean().default(false),
});
export type SignOnScreen = z.infer<typeof SignOnScreen>;

/** The last link to an agreement's estimate, for the clinic: never the token. */
export const PatientLinkView = z.strictObject({
  madeAt: z.string(),
  by: z.string(),
  expiresAt: z.string(),
  openedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  locked: z.boolean(),
  estimate: z.number(),
});
export type PatientLinkView = z.infer<typeof PatientLinkView>;

const table = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('facts'), rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.strictObject({
    kind: z.literal('prices'),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
]);

/** Where a case stands, as its patient is told: without what the clinic wrote about it. */
export const ToldStanding = z.strictObject({
  stage: z.enum(stages),
  actsNext: z.enum(parties),
  dueOn: z.string().nullable(),
  dueFor: z.enum([...dueFors, 'answer']).nullable(),
});

/** What the patient reads. */
export const PatientEstimateView = z.strictObject({
  /** The words that were kept when the estimate was given; `sha256` is over them. */
  document: z.strictObject({
    language: z.enum(estimateLanguages),
    title: z.string(),
    lead: z.string(),
    sections: z.array(
      z.strictObject({ heading: z.string(), tables: z.array(table), paragraphs: z.array(z.string()) }),
    ),
  }),
  sha256: z.string(),
  totalCents: z.number(),
  validUntil: z.string(),
  today: z.string(),
  clinic: z.string(),
  phone: z.string().nullable(),
  isDemo: z.boolean(),
  separateItems: z.array(z.string()),
  /** What another course could be made of; what is not in the estimate has a quantity of zero. */
  prices: z.array(
    z.strictObject({ en: z.string(), es: z.string(), unitCents: z.number(), quantity: z.number() }),
  ),
  /** The plan that was agreed on; empty while there is none. */
  installments: z.array(z.strictObject({ no: z.number(), dueOn: z.string(), cents: z.number() })),
  signed: z.strictObject({ signerName: z.string(), on: z.string() }).nullable(),
  standing: ToldStanding,
});
export type PatientEstimateView = z.infer<typeof PatientEstimateView>;
