import { normalizeDiagnosis } from '../diagnosis';
import { isProcedureCode } from '../procedure';
import { Refusal, refusal } from '../refusal';
import { Condition, FactQuestion, Operator, conditionLimits, operators, operatorsOf } from './condition';
import { CodesFact, FactName, factDefinition, isFactName } from './facts';
import { valueProblem } from './fact-values';
import { Parsed, isObject, parsed, shown } from './parsed';

/**
 * Reads a condition from JSON of any origin. Never throws; says everything that is wrong, each with the path of its
 * place (`condition.any.1.atLeast`) as the refusal’s field.
 */
export function parseCondition(input: unknown, at = 'condition'): Parsed<Condition> {
  const reading: Reading = { refusals: [], questions: 0 };
  const condition = read(input, at, 1, reading);
  if (reading.questions > conditionLimits.questions)
    say(reading, 'condition_too_big', `A condition has at most ${conditionLimits.questions} questions.`, at);
  return parsed(condition, reading.refusals);
}

interface Reading {
  readonly refusals: Refusal[];
  questions: number;
}

function say(reading: Reading, code: string, sentence: string, field: string): null {
  reading.refusals.push(refusal(code, sentence, field));
  return null;
}

const forms = ['all', 'any', 'not', 'fact'] as const;

function read(input: unknown, at: string, depth: number, reading: Reading): Condition | null {
  if (!isObject(input)) return say(reading, 'condition_malformed', `${shown(input)} is no condition.`, at);
  if (depth > conditionLimits.depth)
    return say(reading, 'condition_too_deep', `Conditions nest at most ${conditionLimits.depth} deep.`, at);
  const form = forms.filter((one) => Object.hasOwn(input, one));
  if (form.length !== 1)
    return say(reading, 'condition_malformed', 'A condition is one of: all, any, not, or a fact.', at);
  if (form[0] === 'fact') return readQuestion(input, at, reading);
  onlyKeys(input, form, at, reading);
  if (form[0] === 'not') {
    const inner = read(input['not'], `${at}.not`, depth + 1, reading);
    return inner && { not: inner };
  }
  const key = form[0] === 'all' ? 'all' : 'any';
  const list = readList(input[key], `${at}.${key}`, reading);
  const inner = list?.map((one, index) => read(one, `${at}.${key}.${index}`, depth + 1, reading)) ?? [];
  const good = inner.filter((one) => one !== null);
  return key === 'all' ? { all: good } : { any: good };
}

function readList(input: unknown, at: string, reading: Reading): readonly unknown[] | null {
  if (!Array.isArray(input)) return say(reading, 'list_malformed', `${shown(input)} is no list.`, at);
  if (input.length === 0) return say(reading, 'list_empty', 'An empty list says nothing.', at);
  if (input.length > conditionLimits.listed)
    return say(reading, 'list_too_long', `A list holds at most ${conditionLimits.listed}.`, at);
  // A list with holes has them filled with nothing, which is refused as such.
  return Array.from(input as readonly unknown[]);
}

function onlyKeys(input: object, allowed: readonly string[], at: string, reading: Reading): void {
  for (const key of Object.keys(input).filter((one) => !allowed.includes(one)))
    say(reading, 'condition_unknown_key', `${shown(key)} has no meaning here.`, at);
}

function readQuestion(
  input: Readonly<Record<string, unknown>>,
  at: string,
  reading: Reading,
): FactQuestion | null {
  reading.questions += 1;
  const given = operators.filter((one) => Object.hasOwn(input, one));
  onlyKeys(input, ['fact', ...operators], at, reading);
  const fact = input['fact'];
  const [operator] = given;
  if (!isFactName(fact))
    say(reading, 'fact_unknown', `${shown(fact)} is not a fact of the vocabulary.`, `${at}.fact`);
  if (operator === undefined || given.length > 1)
    return say(reading, 'operator_not_one', `Ask one thing of a fact: ${operators.join(', ')}.`, at);
  if (!isFactName(fact)) return null;
  const { kind, words } = factDefinition(fact);
  const field = `${at}.${operator}`;
  if (!operatorsOf[kind].includes(operator))
    return say(
      reading,
      'operator_wrong',
      `“${operator}” cannot be asked of ${words}; possible: ${operatorsOf[kind].join(', ')}.`,
      field,
    );
  return readOperand(fact, operator, input[operator], field, reading);
}

function readOperand(
  fact: FactName,
  operator: Operator,
  operand: unknown,
  field: string,
  reading: Reading,
): FactQuestion | null {
  if (operator === 'known')
    return operand === true
      ? { fact, known: true }
      : say(reading, 'operand_wrong', '“known” is true; to ask the opposite, use not.', field);
  if (operator === 'oneOf' || operator === 'includesAny') {
    const list = readList(operand, field, reading);
    if (list === null) return null;
    list.forEach((one, index) => {
      const problem = operator === 'oneOf' ? valueProblem(fact, one) : prefixProblem(fact, one);
      if (problem !== null) say(reading, 'operand_wrong', problem, `${field}.${index}`);
    });
    if (new Set(list).size < list.length) say(reading, 'operand_twice', 'Something is listed twice.', field);
    return { fact, [operator]: list } as unknown as FactQuestion;
  }
  const problem = valueProblem(fact, operand);
  return problem === null
    ? ({ fact, [operator]: operand } as unknown as FactQuestion)
    : say(reading, 'operand_wrong', problem, field);
}

function prefixProblem(fact: FactName, code: unknown): string | null {
  const { system, options } = factDefinition(fact) as CodesFact;
  if (options) return valueProblem(fact, [code]);
  const good =
    typeof code === 'string' &&
    (system === 'procedure' ? isProcedureCode(code) : normalizeDiagnosis(code) === code);
  return good ? null : `${shown(code)} is no code of this kind, nor the beginning of one.`;
}
