/*
 * The policy document in Zod, for its published JSON Schema. What is taken in is read by the domain's parsePolicy, whose
 * sentences name the place; a spec holds the two against each other.
 */
import {
  FactDefinition,
  authorizationAnswers,
  conditionLimits,
  criterionRoles,
  distressPositions,
  evidenceKinds,
  exclusionGrounds,
  factDefinition,
  factNames,
  planTypes,
  policyLimits,
} from '@stipple/domain';
import { z } from 'zod';

const words = z.string().min(1).max(policyLimits.words);
const quote = z.string().min(1).max(policyLimits.quote);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const code = z.string().regex(/^(\d{4}[0-9T]|[A-Z]\d{4})$/);

function valueOf(definition: FactDefinition): z.ZodType {
  switch (definition.kind) {
    case 'yes_no':
      return z.boolean();
    case 'number': {
      const number = definition.whole ? z.int() : z.number();
      return number.min(definition.min).max(definition.max);
    }
    case 'one_of':
      return z.enum(Object.keys(definition.options) as [string, ...string[]]);
    case 'day':
      return day;
    case 'codes':
      return definition.options
        ? z.enum(Object.keys(definition.options) as [string, ...string[]])
        : definition.system === 'procedure'
          ? code
          : z.string().min(1).max(9);
  }
}

/** The questions that can be asked of a fact, each as a form of its own. */
function questionsAbout(name: (typeof factNames)[number]): z.ZodType[] {
  const definition = factDefinition(name);
  const fact = z.literal(name).describe(definition.words);
  const value = valueOf(definition);
  const list = z.array(value).min(1).max(conditionLimits.listed);
  const known = z.strictObject({ fact, known: z.literal(true) });
  switch (definition.kind) {
    case 'yes_no':
      return [z.strictObject({ fact, is: value }), known];
    case 'one_of':
      return [z.strictObject({ fact, is: value }), z.strictObject({ fact, oneOf: list }), known];
    case 'codes':
      return [z.strictObject({ fact, includesAny: list }), known];
    default:
      return [
        z.strictObject({ fact, is: value }),
        z.strictObject({ fact, atLeast: value }),
        z.strictObject({ fact, atMost: value }),
        known,
      ];
  }
}

const PolicyQuestion = z.union(factNames.flatMap(questionsAbout)).meta({ id: 'Question' });

const several: z.ZodType = z.lazy(() => z.array(PolicyCondition).min(1).max(conditionLimits.listed));
const PolicyCondition: z.ZodType = z
  .union([
    z.strictObject({ all: several }),
    z.strictObject({ any: several }),
    z.strictObject({ not: z.lazy(() => PolicyCondition) }),
    PolicyQuestion,
  ])
  .meta({
    id: 'Condition',
    description: `At most ${conditionLimits.depth} deep, ${conditionLimits.questions} questions.`,
  });

export const PolicyDocument = z.strictObject({
  number: z.string().min(1).max(60).describe('The payer’s own number of the policy.'),
  version: z.string().min(1).max(40),
  title: words,
  effectiveFrom: day.describe('The first day it applies.'),
  effectiveTo: day.nullish().describe('The last day it applies; null while no end is known.'),
  linesOfBusiness: z.array(z.enum(planTypes)).min(1).max(planTypes.length),
  source: z.strictObject({
    title: words,
    readAt: words.describe('Where it was read: a portal page, a document’s section.'),
    readBy: z.string().min(1).max(120),
    readOn: day,
  }),
  criteria: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z][a-z0-9_]*$/)
          .max(60)
          .describe('Stays the same between versions.'),
        label: words.describe('In our own words.'),
        quote: quote.describe('In the payer’s words, letter by letter.'),
        role: z.enum(criterionRoles),
        group: z.string().min(1).max(60).nullish().describe('Only where the role is one_of.'),
        excludesAs: z.enum(exclusionGrounds).nullish().describe('Only where the role is excluding.'),
        condition: PolicyCondition,
      }),
    )
    .min(1)
    .max(policyLimits.criteria),
  distress: z.strictObject({ position: z.enum(distressPositions), quote: quote.nullish() }),
  documents: z
    .array(
      z.strictObject({
        kind: z.enum(evidenceKinds),
        count: z.int().min(1).max(50),
        when: PolicyCondition.nullish(),
        words,
      }),
    )
    .max(policyLimits.documents),
  authorization: z
    .array(
      z.strictObject({ procedureCode: code, required: z.enum(authorizationAnswers), quote: quote.nullish() }),
    )
    .max(policyLimits.codes),
});

/** JSON Schema (draft 2020-12) of a policy as it is exported and imported. */
export function policyJsonSchema(): object {
  return { title: 'A payer’s medical policy, as Stipple keeps it', ...z.toJSONSchema(PolicyDocument) };
}
