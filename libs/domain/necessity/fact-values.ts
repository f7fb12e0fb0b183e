import { Day, isDay } from '../calendar';
import { normalizeDiagnosis } from '../diagnosis';
import { isProcedureCode } from '../procedure';
import { Refusal, refusal } from '../refusal';
import { FactDefinition, FactName, factDefinition, factDefinitions, factNames, isFactName } from './facts';
import { Parsed, isObject, parsed, shown } from './parsed';

type Definitions = typeof factDefinitions;
type ValueOf<D> = D extends { kind: 'yes_no' }
  ? boolean
  : D extends { kind: 'number' }
    ? number
    : D extends { kind: 'one_of'; options: infer O }
      ? keyof O
      : D extends { kind: 'codes' }
        ? readonly string[]
        : Day;

export type FactValues = { readonly [N in FactName]: ValueOf<Definitions[N]> };
export type AnyFactValue = boolean | number | string | readonly string[];

/** A value with the ids of the evidence it comes from; no id where the case itself states it. */
export interface KnownFact<V = AnyFactValue> {
  readonly value: V;
  readonly evidence: readonly string[];
}

/** What is known of one case. A fact that is not in here is unknown, which never means “no”. */
export type Facts = { readonly [N in FactName]?: KnownFact<FactValues[N]> };

/** The fact if it is known. */
export function knownFact(facts: Facts, name: FactName): KnownFact | null {
  return (Object.hasOwn(facts, name) ? facts[name] : undefined) ?? null;
}

/** The facts with one of them put in place, or taken away by null. The value has to be of the fact's kind. */
export function withFact(facts: Facts, name: FactName, fact: KnownFact | null): Facts {
  const others = Object.fromEntries(Object.entries(facts).filter(([other]) => other !== name));
  return fact === null ? others : { ...others, [name]: fact };
}

/** Only these facts of them. */
export function onlyFacts(facts: Facts, names: Iterable<FactName>): Facts {
  const kept = new Set<string>(names);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => kept.has(name)));
}

/** Why a value cannot be one of this fact, as a sentence; null if it can. */
export function valueProblem(name: FactName, value: unknown): string | null {
  const definition: FactDefinition = factDefinition(name);
  switch (definition.kind) {
    case 'yes_no':
      return typeof value === 'boolean' ? null : `${shown(value)} is neither true nor false.`;
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return `${shown(value)} is not a number.`;
      if (definition.whole && !Number.isInteger(value)) return `${shown(value)} is not a whole number.`;
      return value < definition.min || value > definition.max
        ? `${shown(value)} is out of range: ${definition.min} to ${definition.max}.`
        : null;
    }
    case 'one_of':
      return typeof value === 'string' && Object.hasOwn(definition.options, value)
        ? null
        : `${shown(value)} is none of ${Object.keys(definition.options).join(', ')}.`;
    case 'day':
      return typeof value === 'string' && isDay(value) ? null : `${shown(value)} is not a day (YYYY-MM-DD).`;
    case 'codes': {
      if (!Array.isArray(value)) return `${shown(value)} is not a list of codes.`;
      const bad = value.find((code: unknown) => !isCode(definition.system, definition.options, code));
      if (bad !== undefined) return `${shown(bad)} is no code of this kind.`;
      return new Set(value).size < value.length ? 'A code is listed twice.' : null;
    }
  }
}

function isCode(system: string, options: Readonly<Record<string, string>> | null, code: unknown): boolean {
  if (typeof code !== 'string') return false;
  if (options) return Object.hasOwn(options, code);
  return system === 'procedure' ? isProcedureCode(code) : normalizeDiagnosis(code) === code;
}

const mostEvidence = 200;

/** Reads facts that were stored or sent: `{ pain: { value: 6, evidence: ["…"] } }`. Never throws. */
export function parseFacts(input: unknown, at = 'facts'): Parsed<Facts> {
  if (!isObject(input))
    return parsed<Facts>(null, [refusal('facts_malformed', `${shown(input)} holds no facts.`, at)]);
  const refusals: Refusal[] = [];
  const given = new Map<string, KnownFact>();
  for (const [name, fact] of Object.entries(input)) {
    const field = `${at}.${name}`;
    if (!isFactName(name))
      refusals.push(refusal('fact_unknown', `${shown(name)} is not a fact of the vocabulary.`, field));
    else if (!isObject(fact))
      refusals.push(refusal('fact_malformed', 'A fact has a value and its evidence.', field));
    else {
      const { value, evidence = [] } = fact;
      const problem = valueProblem(name, value);
      if (problem !== null) refusals.push(refusal('fact_value', problem, `${field}.value`));
      if (isEvidence(evidence)) given.set(name, { value: value as KnownFact['value'], evidence });
      else
        refusals.push(refusal('fact_evidence', 'Evidence is a list of different ids.', `${field}.evidence`));
    }
  }
  // In the vocabulary's order, whatever order they came in.
  const inOrder = factNames.flatMap((name) => (given.has(name) ? [[name, given.get(name)] as const] : []));
  return parsed(Object.fromEntries(inOrder) as Facts, refusals);
}

function isEvidence(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= mostEvidence &&
    value.every((id) => typeof id === 'string' && id.length > 0 && id.length <= 100) &&
    new Set(value).size === value.length
  );
}
