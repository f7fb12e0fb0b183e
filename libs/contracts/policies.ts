/*
 * A payer's policies: POST /api/payers/:id/policy-versions with a document makes a draft (an import is the same), then
 * /api/policy-versions/:id/revisions, …/dry-runs, …/publications, …/withdrawals or …/discards. The document is taken as
 * it comes and read by the domain's parsePolicy, which names the path of everything that is wrong; its JSON Schema is
 * GET /api/payers/policy-schema.
 */
import { PolicyVersion, planTypes, policyStates, screeningOutcomes } from '@stipple/domain';
import { z } from 'zod';
import { OfferedMove } from './case-view';
import { day, id, text, version } from './primitives';

/** Read by parsePolicy alone; here it only has to be there. */
const document = z.record(z.string(), z.unknown());
const line = z.enum(planTypes);

export const DraftPolicy = z.strictObject({ policy: document });
export type DraftPolicy = z.infer<typeof DraftPolicy>;

export const RevisePolicy = z.strictObject({ version, policy: document });
export type RevisePolicy = z.infer<typeof RevisePolicy>;

/** What would be said of a document if it were published; nothing is kept. What cannot be read is refused by its path. */
export const CheckPolicy = z.strictObject({ policy: document });
export type CheckPolicy = z.infer<typeof CheckPolicy>;

export const PublishPolicy = z.strictObject({
  version,
  /** The first day it applies: the draft’s own, unless said otherwise here. */
  effectiveFrom: day.optional(),
  /** Versions of which no end is known end the day before. */
  endsEarlier: z.boolean().default(false),
});
export type PublishPolicy = z.infer<typeof PublishPolicy>;

export const WithdrawPolicy = z.strictObject({ version, reason: text(400) });
export type WithdrawPolicy = z.infer<typeof WithdrawPolicy>;

/** Against the version in force before it, unless another one is named. */
export const TryPolicy = z.strictObject({ version, againstId: id.optional() });
export type TryPolicy = z.infer<typeof TryPolicy>;

export const ComparisonQuery = z.strictObject({ with: id });
export type ComparisonQuery = z.infer<typeof ComparisonQuery>;

export const TimelineFinding = z.strictObject({
  code: z.string(),
  severity: z.enum(['contradiction', 'warning']),
  sentence: z.string(),
  linesOfBusiness: z.array(line),
  fromOn: z.string(),
  toOn: z.string().nullable(),
});
export type TimelineFinding = z.infer<typeof TimelineFinding>;

export const PolicyFinding = z.strictObject({
  code: z.string(),
  severity: z.enum(['contradiction', 'warning']),
  sentence: z.string(),
  /** The criteria that contradict each other; mostly a pair. */
  criteria: z.array(z.string()),
});
export type PolicyFinding = z.infer<typeof PolicyFinding>;

export const PolicyCheck = z.strictObject({
  findings: z.array(PolicyFinding),
  timeline: z.array(TimelineFinding),
  sentences: z.array(z.string()),
});
export type PolicyCheck = z.infer<typeof PolicyCheck>;

const standing = {
  id,
  state: z.enum(policyStates),
  stateWords: z.string(),
  /** To be named by the next move. */
  version: z.number(),
  /** The payer’s number and version: `BH-SCAR-07 v4`. */
  key: z.string(),
  title: z.string(),
  linesOfBusiness: z.array(line),
  appliesFrom: z.string(),
  /** The last day it really applies; null while no end is known. */
  appliesTo: z.string().nullable(),
  readBy: z.string(),
  readOn: z.string(),
  changedBy: z.string(),
  changedAt: z.string(),
  publishedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
  withdrawnBecause: z.string().nullable(),
};
export const PolicyVersionRow = z.strictObject({ ...standing, criteria: z.number() });
export type PolicyVersionRow = z.infer<typeof PolicyVersionRow>;

export const DryRunStanding = z.strictObject({
  id,
  state: z.enum(['running', 'done', 'failed']),
  /** What it was compared with, such as `BH-SCAR-07 v4`; null: with the general rules, as there was no version before. */
  against: z.string().nullable(),
  againstId: id.nullable(),
  casesDone: z.number(),
  casesTotal: z.number(),
  /** Cases of which the outcome or a criterion changes, and those of which the outcome does. */
  casesChanged: z.number(),
  outcomesChanged: z.number(),
  /** “37 of 2,000 past cases change their outcome.” Null until it is done. */
  sentence: z.string().nullable(),
  /** Whether the draft is still as it was tried. */
  isCurrent: z.boolean(),
  by: z.string(),
  at: z.string(),
  failure: z.string().nullable(),
});
export type DryRunStanding = z.infer<typeof DryRunStanding>;

export const PolicyVersionView = z.strictObject({
  ...standing,
  payer: z.strictObject({ id, name: z.string() }),
  policy: z.custom<PolicyVersion>(),
  findings: z.array(PolicyFinding),
  timeline: z.array(TimelineFinding),
  sentences: z.array(z.string()),
  /** The last one, of whoever asked for it. */
  dryRun: DryRunStanding.nullable(),
  moves: z.array(OfferedMove),
});
export type PolicyVersionView = z.infer<typeof PolicyVersionView>;

export const DryRunQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
  outcome: z.enum(['changed', 'all']).default('all'),
});
export type DryRunQuery = z.infer<typeof DryRunQuery>;

export const DryRunChange = z.strictObject({
  caseId: id,
  caseNumber: z.number(),
  before: z.enum(screeningOutcomes),
  after: z.enum(screeningOutcomes),
  outcomeChanges: z.boolean(),
  /** Null for whoever may not read the case's evidence, of which they tell. */
  criteria: z
    .array(z.strictObject({ id: z.string(), label: z.string(), before: z.string(), after: z.string() }))
    .nullable(),
});
export type DryRunChange = z.infer<typeof DryRunChange>;

/** In how many of the cases a criterion goes from one answer to another. */
export const DryRunTally = z.strictObject({
  id: z.string(),
  label: z.string(),
  before: z.string(),
  after: z.string(),
  cases: z.number(),
});
export type DryRunTally = z.infer<typeof DryRunTally>;

export const DryRunPage = z.strictObject({
  /** Of the whole run, the most frequent first. */
  criteria: z.array(DryRunTally),
  rows: z.array(DryRunChange),
  /** For `after`, to read on; null at the end. */
  next: z.number().nullable(),
});
export type DryRunPage = z.infer<typeof DryRunPage>;

/** Whether the payer of a case wants an authorization for its code on the day it is planned for. */
export const AuthorizationAnswerView = z.strictObject({
  required: z.enum(['yes', 'no', 'unknown']),
  sentence: z.string(),
  procedureCode: z.string(),
  on: z.string(),
  /** What that day is: a session that is booked, the request’s first day, or today. */
  onWords: z.string(),
  quote: z.string().nullable(),
  policy: z
    .strictObject({
      id,
      key: z.string(),
      title: z.string(),
      payerId: id,
      readAt: z.string(),
      readBy: z.string(),
      readOn: z.string(),
      effectiveFrom: z.string(),
      /** Its last day; null while no end is known. */
      effectiveTo: z.string().nullable(),
    })
    .nullable(),
  /** The last call about this code in which the payer said yes or no. It answers where no policy does. */
  call: z
    .strictObject({
      said: z.enum(['yes', 'no']),
      calledAt: z.string(),
      representative: z.string(),
      referenceNumber: z.string(),
    })
    .nullable(),
});
export type AuthorizationAnswerView = z.infer<typeof AuthorizationAnswerView>;
