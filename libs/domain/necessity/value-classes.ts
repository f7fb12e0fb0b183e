import { addDays, isDay } from '../calendar';
import { Condition, FactQuestion, printCondition, questionsOf } from './condition';
import { truthOf } from './evaluate';
import { FactName, NumberFact, factDefinition } from './facts';
import { AnyFactValue, valueProblem, withFact } from './fact-values';
import { conditionClause } from './sentences';

/** Values of one fact that a policy cannot tell apart, by one of them. */
export interface ValueClass {
  readonly value: AnyFactValue;
  /** “pain is 4 or more of 10”. */
  readonly words: string;
}

/**
 * The classes into which the questions of some conditions divide a fact's values. Complete, except for sets of which the
 * questions list more than eight codes: of those it tries each code alone, all together, and none.
 */
export function valueClasses(fact: FactName, conditions: readonly Condition[]): readonly ValueClass[] {
  const questions = conditions
    .flatMap((one) => questionsOf(one))
    .map(({ question }) => question)
    .filter((question) => question.fact === fact);
  const byAnswers = new Map<string, AnyFactValue[]>();
  for (const value of candidates(fact, questions).filter((one) => valueProblem(fact, one) === null)) {
    const answers = questions.map((question) =>
      truthOf(question, withFact({}, fact, { value, evidence: [] })),
    );
    const key = answers.join(' ');
    byAnswers.set(key, [...(byAnswers.get(key) ?? []), value]);
  }
  return [...byAnswers.values()].flatMap((values) => {
    const [value] = values;
    return value === undefined ? [] : [{ value, words: wordsOf(fact, values, questions) }];
  });
}

function candidates(fact: FactName, questions: readonly FactQuestion[]): readonly AnyFactValue[] {
  const definition = factDefinition(fact);
  switch (definition.kind) {
    case 'yes_no':
      return [true, false];
    case 'one_of':
      return Object.keys(definition.options);
    case 'codes': {
      const listed = [...new Set(questions.flatMap((one) => ('includesAny' in one ? one.includesAny : [])))];
      return listed.length <= mostCombined
        ? combinations(listed)
        : [...listed.map((code) => [code]), listed, []];
    }
    case 'number':
      return numbersAround(
        definition,
        thresholdsOf(questions).filter((one) => typeof one === 'number'),
      );
    case 'day': {
      const days = thresholdsOf(questions)
        .filter((one) => typeof one === 'string')
        .filter(isDay);
      const around = days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);
      return around.length > 0 ? [...new Set(around)].sort() : ['2000-01-01'];
    }
  }
}

const mostCombined = 8;

/** Every choice of some of them, the smaller before the larger, none at the end. */
function combinations(codes: readonly string[]): readonly (readonly string[])[] {
  const all = codes.reduce<readonly (readonly string[])[]>(
    (some, code) => [...some, ...some.map((one) => [...one, code])],
    [[]],
  );
  const some = all.filter(({ length }) => length > 0);
  return [...some.sort((one, other) => one.length - other.length), []];
}

function thresholdsOf(questions: readonly FactQuestion[]): readonly (number | string)[] {
  const values = questions.flatMap((one) =>
    'atLeast' in one ? [one.atLeast] : 'atMost' in one ? [one.atMost] : 'is' in one ? [one.is] : [],
  );
  return values.filter((one) => typeof one !== 'boolean');
}

/**
 * The thresholds first, for they are what a payer names; then what lies around them, up to the ends. Higher ones before
 * lower ones: more is mostly what helps.
 */
function numbersAround({ min, max, whole }: NumberFact, thresholds: readonly number[]): readonly number[] {
  const points = [...new Set([min, ...thresholds, max])].sort((one, other) => one - other);
  const between = points.slice(1).map((point, index) => ((points[index] ?? point) + point) / 2);
  const near = whole ? points.flatMap((point) => [point - 1, point + 1]) : between;
  const falling = [...points, ...near]
    .filter((one) => one >= min && one <= max)
    .sort((one, other) => other - one);
  return [...new Set([...thresholds].sort((one, other) => other - one).concat(falling))];
}

function wordsOf(
  fact: FactName,
  values: readonly AnyFactValue[],
  questions: readonly FactQuestion[],
): string {
  const definition = factDefinition(fact);
  const [first] = values;
  if (definition.kind === 'yes_no') return first === true ? definition.yes : definition.no;
  if (definition.kind === 'one_of') {
    const options = values.filter((one) => typeof one === 'string');
    return conditionClause({ fact, oneOf: options });
  }
  const facts = withFact({}, fact, { value: first ?? '', evidence: [] });
  const byText = new Map(questions.map((one) => [printCondition(one), one]));
  const asked = [...byText.values()].filter((one) => !('known' in one));
  const answers = asked.map((question): Condition =>
    truthOf(question, facts) === 'met' ? question : { not: question },
  );
  const telling = answers.filter(
    (one, index) => !answers.some((other, at) => at !== index && says(other, one, at < index)),
  );
  return telling.length > 0 ? conditionClause({ all: telling }) : `${definition.words} is on record`;
}

/** Whether one answer makes another superfluous: “6 or more” says more than “4 or more”. */
function says(one: Condition, other: Condition, earlier: boolean): boolean {
  const [mine, yours] = [boundOf(one), boundOf(other)];
  if (mine === null || yours === null || mine.side !== yours.side) return false;
  if (mine.at === yours.at) return earlier;
  return mine.side === 'from' ? mine.at > yours.at : mine.at < yours.at;
}

function boundOf(condition: Condition): { side: 'from' | 'to'; at: number | string } | null {
  const negated = 'not' in condition;
  const question = negated ? condition.not : condition;
  if ('atLeast' in question) return { side: negated ? 'to' : 'from', at: question.atLeast };
  if ('atMost' in question) return { side: negated ? 'from' : 'to', at: question.atMost };
  return null;
}
