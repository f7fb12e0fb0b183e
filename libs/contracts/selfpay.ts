import { z } from 'zod';
import { estimateStarts } from './estimates';
import { cents, id, procedureCode, text, version } from './primitives';

export const priceLine = z.strictObject({
  description: text(120),
  quantity: z.int().min(1).max(100),
  unitCents: cents,
});

const agreement = {
  procedureCode,
  sessions: z.int().min(1).max(20),
  /** The first line is the session itself; add-ons are lines of their own. */
  lines: z.array(priceLine).min(1, 'needs at least one price line').max(20),
  ...estimateStarts,
};

export const DraftAgreement = z.strictObject(agreement);
export type DraftAgreement = z.infer<typeof DraftAgreement>;

export const ReviseAgreement = z.strictObject({ version, ...agreement });
export type ReviseAgreement = z.infer<typeof ReviseAgreement>;

export const SignAgreement = z.strictObject({
  version,
  signerName: text(160),
  proofId: id,
  waiverId: id.optional(),
  clinicianIds: z.array(id).min(1, 'needs the treating clinician').max(20),
  /** The patient pays in full and asks that the plan is not told: 45 CFR 164.522(a)(1)(vi). */
  withheldFromPayer: z.boolean().default(false),
});
export type SignAgreement = z.infer<typeof SignAgreement>;

export const VoidAgreement = z.strictObject({ version, reason: text(400) });
export type VoidAgreement = z.infer<typeof VoidAgreement>;
