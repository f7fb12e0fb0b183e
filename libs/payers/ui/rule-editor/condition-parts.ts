import {
  Condition,
  FactName,
  FactQuestion,
  Operator,
  conditionLimits,
  factDefinition,
  factNames,
  operatorsOf,
} from '@stipple/domain';

export type Form = 'all' | 'any' | 'not' | 'question';

export const formWords: Readonly<Record<Exclude<Form, 'question'>, string>> = {
  all: 'All of these',
  any: 'One of these',
  not: 'Not this',
};

/** The vocabulary, as a list to choose from. */
export const factChoices = factNames
  .map((name) => ({ name, words: capital(factDefinition(name).words) }))
  .toSorted((one, other) => one.words.localeCompare(other.words));

export function formOf(condition: Condition): Form {
  if ('all' in condition) return 'all';
  if ('any' in condition) return 'any';
  return 'not' in condition ? 'not' : 'question';
}

/** What stands inside of a group; nothing inside of a question. */
export function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  return 'not' in condition ? [condition.not] : [];
}

/** The same parts under another form. “Not” takes one thing, so that several of them stand in a group inside of it. */
export function inForm(condition: Condition, form: Exclude<Form, 'question'>): Condition {
  const [inner] = partsOf(condition);
  const whole = formOf(condition) === 'not' && inner && formOf(inner) !== 'question' ? inner : condition;
  const parts = partsOf(whole).length > 0 ? partsOf(whole) : [condition];
  if (form === 'all') return { all: parts };
  if (form === 'any') return { any: parts };
  const [only] = parts;
  return {
    not: parts.length === 1 && only ? only : formOf(whole) === 'any' ? { any: parts } : { all: parts },
  };
}

/** A group with one of its parts replaced, or taken out by null. */
export function withPart(condition: Condition, at: number, part: Condition | null): Condition {
  const parts =
    part === null ? partsOf(condition).toSpliced(at, 1) : partsOf(condition).toSpliced(at, 1, part);
  const [only] = parts;
  if ('not' in condition) return only ? { not: only } : condition;
  return 'any' in condition ? { any: parts } : { all: parts };
}

export function withAdded(condition: Condition, part: Condition): Condition {
  if ('any' in condition) return { any: [...condition.any, part] };
  return { all: [...('all' in condition ? condition.all : [condition]), part] };
}

/** A question about a fact, as it begins: the comparison most rules use, its value still to be chosen. */
export function questionAbout(fact: FactName): FactQuestion {
  const { kind } = factDefinition(fact);
  const [first = 'known'] =
    { one_of: ['oneOf'], number: ['atLeast'], day: ['atLeast'] }[kind as string] ?? operatorsOf[kind];
  return asked(fact, first as Operator);
}

/** The same fact with another comparison; a value that fits is kept. */
export function asked(fact: FactName, operator: Operator, before?: unknown): FactQuestion {
  return { fact, [operator]: valueFor(fact, operator, before) } as unknown as FactQuestion;
}

function valueFor(fact: FactName, operator: Operator, before: unknown): unknown {
  const { kind } = factDefinition(fact);
  if (operator === 'known') return true;
  if (operator === 'oneOf' || operator === 'includesAny')
    return Array.isArray(before) ? before : typeof before === 'string' && before !== '' ? [before] : [];
  if (kind === 'yes_no') return typeof before === 'boolean' ? before : true;
  if (kind === 'number') return typeof before === 'number' ? before : null;
  return typeof before === 'string' ? before : Array.isArray(before) ? (before[0] ?? '') : '';
}

export function operatorIn(question: FactQuestion): Operator {
  const [operator = 'known'] = Object.keys(question).filter((key) => key !== 'fact');
  return operator as Operator;
}

export function valueIn(question: FactQuestion): unknown {
  return (question as unknown as Record<string, unknown>)[operatorIn(question)];
}

/** A comparison in words, as they follow the fact. */
export function operatorWords(fact: FactName, operator: Operator): string {
  const isDay = factDefinition(fact).kind === 'day';
  const words: Record<Operator, string> = {
    is: 'is',
    oneOf: 'is one of',
    atLeast: isDay ? 'is on or after' : 'is at least',
    atMost: isDay ? 'is on or before' : 'is at most',
    includesAny: 'include any of',
    known: 'is on record',
  };
  return words[operator];
}

export const deepest = conditionLimits.depth;

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
