import type { Day } from '../calendar';
import type { FactKind, FactName } from './facts';

/** A question about one fact. Which operator fits which kind of fact: `operatorsOf`. */
export type FactQuestion =
  | { readonly fact: FactName; readonly is: boolean | number | string }
  | { readonly fact: FactName; readonly oneOf: readonly string[] }
  | { readonly fact: FactName; readonly atLeast: number | Day }
  | { readonly fact: FactName; readonly atMost: number | Day }
  /** ICD-10-CM codes are prefixes: `M24.5` takes M24.541. Procedures and treatments are meant exactly. */
  | { readonly fact: FactName; readonly includesAny: readonly string[] }
  /** Met once the fact is on record, whatever it is; unknown until then, never “not met”. */
  | { readonly fact: FactName; readonly known: true };

/** A rule, as data. Stored and exported as this JSON. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | FactQuestion;

export const operators = ['is', 'oneOf', 'atLeast', 'atMost', 'includesAny', 'known'] as const;
export type Operator = (typeof operators)[number];

export const operatorsOf: Readonly<Record<FactKind, readonly Operator[]>> = {
  yes_no: ['is', 'known'],
  number: ['is', 'atLeast', 'atMost', 'known'],
  one_of: ['is', 'oneOf', 'known'],
  codes: ['includesAny', 'known'],
  day: ['is', 'atLeast', 'atMost', 'known'],
};

/** How large a condition may be. */
export const conditionLimits = { depth: 6, listed: 40, questions: 120 } as const;

export interface Placed {
  /** Where the question stands: `any.1.all.0`; empty where it is the whole condition. */
  readonly path: string;
  readonly question: FactQuestion;
}

/** The questions of a condition in reading order. */
export function questionsOf(condition: Condition, path = ''): readonly Placed[] {
  const under = (step: string | number) => (path === '' ? `${step}` : `${path}.${step}`);
  if ('all' in condition)
    return condition.all.flatMap((one, index) => questionsOf(one, under(`all.${index}`)));
  if ('any' in condition)
    return condition.any.flatMap((one, index) => questionsOf(one, under(`any.${index}`)));
  if ('not' in condition) return questionsOf(condition.not, under('not'));
  return [{ path, question: condition }];
}

/** The facts that a condition reads, each once, in reading order. Nothing else can change what it comes to. */
export function factsRead(condition: Condition): readonly FactName[] {
  return [...new Set(questionsOf(condition).map(({ question }) => question.fact))];
}

/** One text for one condition: keys in a fixed order, no white space. `parseCondition(JSON.parse(…))` reads it back. */
export function printCondition(condition: Condition): string {
  return JSON.stringify(tidy(condition));
}

function tidy(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(tidy) };
  if ('any' in condition) return { any: condition.any.map(tidy) };
  if ('not' in condition) return { not: tidy(condition.not) };
  const { fact, ...operation } = condition;
  return { fact, ...operation } as FactQuestion;
}
