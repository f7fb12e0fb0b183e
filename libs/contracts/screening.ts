import {
  criterionRoles,
  documentStates,
  evidenceKinds,
  exclusionGrounds,
  factNames,
  screeningOutcomes,
  screeningReasons,
  truths,
} from '@stipple/domain';
import type { FactName, PolicyVersion } from '@stipple/domain';
import { z } from 'zod';
import { OfferedMove, ScreeningView } from './case-view';
import { Sign } from './cases';
import { id, optionalText, text } from './primitives';

const factValue = z.union([z.boolean(), z.number(), z.string(), z.array(z.string()).readonly()]);
const factName = z.enum(factNames as readonly [FactName, ...FactName[]]);
const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

/** What was on screen when somebody proposed. Left out by who proposes on whatever the record says at that moment. */
const Seen = z.strictObject({
  policyVersionId: id.nullable(),
  policyKey: text(200),
  facts: z.partialRecord(factName, z.union([z.boolean(), z.number(), text(100), z.array(text(40)).max(100)])),
  trips: z.array(text(300)).max(500),
});

/** The outcome is computed by the server; people add their reasons, and why a flagged word does not mean looks. */
export const ProposeScreening = z.strictObject({
  reasons: text(4000),
  explanations: z
    .array(z.strictObject({ key: text(300), reason: text(1000) }))
    .max(100)
    .default([]),
  seen: Seen.optional(),
});
export type ProposeScreening = z.infer<typeof ProposeScreening>;

/** Signs the outcome as computed; or another one, with the reason. */
export const SignScreening = Sign.extend({
  outcome: z.enum(screeningOutcomes).optional(),
  reason: optionalText(2000),
});
export type SignScreening = z.infer<typeof SignScreening>;

const knownFact = z.strictObject({ value: factValue, evidence: list(z.string()) });
const explanation = z.strictObject({ key: z.string(), reason: z.string(), by: z.string() });
const tripped = { key: z.string(), explanation: explanation.nullable() };

export const ScreeningResultView = z.strictObject({
  engine: z.string(),
  policyNumber: z.string(),
  policyKey: z.string(),
  general: z.boolean(),
  outcome: z.enum(screeningOutcomes),
  reason: z.enum(screeningReasons),
  headline: z.string(),
  sentence: z.string(),
  decidedBy: list(z.string()),
  excludedAs: list(z.enum(exclusionGrounds)),
  criteria: list(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      quote: z.string(),
      role: z.enum(criterionRoles),
      group: z.string().nullable(),
      excludesAs: z.enum(exclusionGrounds).nullable(),
      truth: z.enum(truths),
      used: list(z.strictObject({ fact: factName, value: factValue, evidence: list(z.string()) })),
      decidedAt: list(z.string()),
      missing: list(factName),
    }),
  ),
  trips: list(
    z.discriminatedUnion('kind', [
      z.strictObject({
        ...tripped,
        kind: z.literal('code'),
        code: z.string(),
        words: z.string(),
        stops: z.boolean(),
      }),
      z.strictObject({
        ...tripped,
        kind: z.literal('word'),
        word: z.string(),
        found: z.string(),
        field: z.string(),
        at: z.number(),
        negated: z.boolean(),
      }),
    ]),
  ),
  cautions: list(z.string()),
  counts: z.strictObject({ met: z.number(), not_met: z.number(), unknown: z.number() }),
  documents: list(
    z.strictObject({
      kind: z.enum(evidenceKinds),
      words: z.string(),
      count: z.number(),
      state: z.enum(documentStates),
      why: z.string(),
      held: list(z.string()),
      missingFacts: list(factName),
    }),
  ),
  missing: list(factName),
});

const settled = { value: factValue, words: z.string() };
export const WhatIfView = z.strictObject({
  facts: list(
    z.strictObject({
      fact: factName,
      words: z.string(),
      suppliedBy: list(z.enum(evidenceKinds)),
      cases: list(
        z.strictObject({
          ...settled,
          changes: list(z.strictObject({ criterion: z.string(), to: z.enum(truths) })),
          outcome: z.enum(screeningOutcomes),
        }),
      ),
    }),
  ),
  settles: z.strictObject({ facts: list(factName), smallest: z.boolean() }).nullable(),
  toMedical: z.strictObject({ facts: list(z.strictObject({ ...settled, fact: factName })) }).nullable(),
});

/** A case against the policy in force, computed at this moment, with everything it was computed from. */
export const ScreeningNow = z.strictObject({
  caseId: id,
  caseNumber: z.number(),
  patientName: z.string(),
  payerName: z.string(),
  today: z.string(),
  /** The day whose policy was taken. */
  serviceOn: z.string(),
  policyVersionId: id.nullable(),
  /** As it was written down; the general one where the payer has none on file. */
  policy: z.custom<PolicyVersion>((value) => typeof value === 'object' && value !== null),
  facts: z.record(z.string(), knownFact),
  texts: list(z.strictObject({ field: z.string(), text: z.string() })),
  /** What the case holds, with the words for a link. */
  evidence: list(z.strictObject({ id, kind: z.enum(evidenceKinds), words: z.string(), of: z.string() })),
  /** Given with the screening before, so that nobody explains twice. */
  explanations: list(explanation),
  result: ScreeningResultView,
  whatIf: WhatIfView,
  propose: OfferedMove,
  /** The latest first. */
  past: z.array(ScreeningView),
});
export type ScreeningNow = z.infer<typeof ScreeningNow>;
