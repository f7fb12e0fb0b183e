import { estimateAskers, estimateDeliveries, estimateLanguages, priceKinds, usStates } from '@stipple/domain';
import { z } from 'zod';
import { cents, day, procedureCode, text, version } from './primitives';

/** What sets the clock of an estimate going; see `estimateStartRefusals` for what goes together. */
export const estimateStarts = {
  askedOn: day.optional(),
  askedBy: z.enum(estimateAskers).optional(),
  scheduledOn: day.optional(),
  serviceOn: day.optional(),
};

export const IssueEstimate = z.strictObject({
  version,
  validUntil: day,
  delivery: z.enum(estimateDeliveries),
  language: z.enum(estimateLanguages),
  /** How many weeks lie between two sessions; of a single one there is nothing to say. */
  weeksApart: z.int().min(1).max(52).optional(),
  /** What the patient books apart from it, in their language. */
  separateItems: z.array(text(120)).max(10).default([]),
});
export type IssueEstimate = z.infer<typeof IssueEstimate>;

/** Which of an agreement's estimates; left out, the one it goes by. */
export const EstimateQuery = z.strictObject({
  version: z.coerce.number().int().min(1).max(10_000).optional(),
});
export type EstimateQuery = z.infer<typeof EstimateQuery>;

export const EstimateVersionView = z.strictObject({
  version: z.number(),
  language: z.enum(estimateLanguages),
  delivery: z.enum(estimateDeliveries),
  totalCents: z.number(),
  issuedOn: z.string(),
  issuedBy: z.string(),
  validUntil: z.string(),
  dueOn: z.string().nullable(),
  sha256: z.string(),
});
export type EstimateVersionView = z.infer<typeof EstimateVersionView>;

/** Where an estimate stands with its clock. */
export const EstimateDueView = z.strictObject({
  dueOn: z.string().nullable(),
  late: z.boolean(),
  sentence: z.string(),
});
export type EstimateDueView = z.infer<typeof EstimateDueView>;

const digits = (count: number) => `is not ${count} digits`;

export const ChangeBillingIdentity = z.strictObject({
  /** The version that was seen; zero where there is none yet. */
  version: z.int().min(0),
  name: text(160),
  tin: z
    .string()
    .trim()
    .transform((typed) => typed.replaceAll('-', ''))
    .pipe(z.string().regex(/^\d{9}$/, digits(9))),
  npi: z
    .string()
    .trim()
    .regex(/^\d{10}$/, digits(10))
    .optional(),
  street: text(160),
  city: text(80),
  state: z.enum(usStates as [string, ...string[]], 'is not a state such as MA'),
  postalCode: z
    .string()
    .trim()
    .regex(/^\d{5}(-\d{4})?$/, 'is not a ZIP code such as 02110'),
  phone: text(40).optional(),
});
export type ChangeBillingIdentity = z.infer<typeof ChangeBillingIdentity>;

export const ChangePrice = z.strictObject({
  code: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'is not a short name such as prp'),
  /** The version that was seen; zero for a price of a new code. */
  version: z.int().min(0),
  kind: z.enum(priceKinds),
  wordsEn: text(120),
  wordsEs: text(120),
  procedureCode,
  unitCents: cents,
  /** Of a package only: a session is one, and an add-on none. */
  sessions: z.int().min(2).max(20).optional(),
  validFrom: day,
  ended: z.boolean().default(false),
});
export type ChangePrice = z.infer<typeof ChangePrice>;

export const PriceView = z.strictObject({
  code: z.string(),
  version: z.number(),
  kind: z.enum(priceKinds),
  words: z.strictObject({ en: z.string(), es: z.string() }),
  procedureCode: z.string(),
  unitCents: z.number(),
  sessions: z.number(),
  validFrom: z.string(),
  ended: z.boolean(),
  by: z.string(),
});
export type PriceView = z.infer<typeof PriceView>;

export const PriceListView = z.strictObject({
  today: z.string(),
  identity: z
    .strictObject({
      version: z.number(),
      name: z.string(),
      tin: z.string(),
      npi: z.string().nullable(),
      street: z.string(),
      city: z.string(),
      state: z.string(),
      postalCode: z.string(),
      phone: z.string().nullable(),
    })
    .nullable(),
  /** Every version of every price, those of one code together and the newest first. */
  prices: z.array(PriceView),
});
export type PriceListView = z.infer<typeof PriceListView>;
