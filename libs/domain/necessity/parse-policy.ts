import { planTypes } from '../coverage';
import { isProcedureCode } from '../procedure';
import { evidenceKinds } from './evidence-kinds';
import { JsonReader } from './json-reader';
import { Parsed, parsed, shown } from './parsed';
import {
  PolicyVersion,
  authorizationAnswers,
  criterionRoles,
  distressPositions,
  exclusionGrounds,
} from './policy';

/** How large a policy may be. */
export const policyLimits = { criteria: 60, documents: 40, codes: 100, words: 300, quote: 4000 } as const;

type Input = Readonly<Record<string, unknown>>;

/**
 * Reads a policy version from JSON of any origin: an import, a stored row, a form. Never throws; says everything that
 * is wrong, each with its path (`policy.criteria.2.condition.any.0.atLeast`). Whether the rules make sense together is
 * another question: `checkPolicy`.
 */
export function parsePolicy(input: unknown, at = 'policy'): Parsed<PolicyVersion> {
  const reader = new JsonReader();
  const given = reader.object(input, at, [
    'number',
    'version',
    'title',
    'effectiveFrom',
    'effectiveTo',
    'linesOfBusiness',
    'source',
    'criteria',
    'distress',
    'documents',
    'authorization',
  ]);
  if (given === null) return parsed<PolicyVersion>(null, reader.refusals);
  const policy: PolicyVersion = {
    number: reader.text(given['number'], `${at}.number`, 60),
    version: reader.text(given['version'], `${at}.version`, 40),
    title: reader.text(given['title'], `${at}.title`, policyLimits.words),
    effectiveFrom: reader.day(given['effectiveFrom'], `${at}.effectiveFrom`),
    effectiveTo: orNull(given['effectiveTo'], (to) => reader.day(to, `${at}.effectiveTo`)),
    linesOfBusiness: reader
      .list(given['linesOfBusiness'], `${at}.linesOfBusiness`, planTypes.length, 1)
      .map(([line, field]) => reader.oneOf(planTypes, line, field)),
    source: readSource(given['source'], `${at}.source`, reader),
    criteria: reader
      .list(given['criteria'], `${at}.criteria`, policyLimits.criteria, 1)
      .map(([one, field]) => readCriterion(one, field, reader)),
    distress: readDistress(given['distress'], `${at}.distress`, reader),
    documents: reader
      .list(given['documents'], `${at}.documents`, policyLimits.documents)
      .map(([one, field]) => readDocument(one, field, reader)),
    authorization: reader
      .list(given['authorization'], `${at}.authorization`, policyLimits.codes)
      .map(([one, field]) => readAuthorization(one, field, reader)),
  };
  if (reader.refusals.length === 0) wholeRefusals(policy, at, reader);
  return parsed(policy, reader.refusals);
}

function wholeRefusals(policy: PolicyVersion, at: string, reader: JsonReader): void {
  const { effectiveFrom, effectiveTo, linesOfBusiness, authorization } = policy;
  if (effectiveTo !== null && effectiveTo < effectiveFrom)
    reader.say('window_reversed', 'The last day lies before the first.', `${at}.effectiveTo`);
  if (new Set(linesOfBusiness).size < linesOfBusiness.length)
    reader.say('line_twice', 'A line of business is listed twice.', `${at}.linesOfBusiness`);
  if (new Set(authorization.map(({ procedureCode }) => procedureCode)).size < authorization.length)
    reader.say('code_twice', 'A procedure code is listed twice.', `${at}.authorization`);
}

const orNull = <T>(value: unknown, read: (value: unknown) => T): T | null =>
  value === null || value === undefined ? null : read(value);

function readSource(input: unknown, at: string, reader: JsonReader): PolicyVersion['source'] {
  const given: Input = reader.object(input, at, ['title', 'readAt', 'readBy', 'readOn']) ?? {};
  return {
    title: reader.text(given['title'], `${at}.title`, policyLimits.words),
    readAt: reader.text(given['readAt'], `${at}.readAt`, policyLimits.words),
    readBy: reader.text(given['readBy'], `${at}.readBy`, 120),
    readOn: reader.day(given['readOn'], `${at}.readOn`),
  };
}

function readCriterion(input: unknown, at: string, reader: JsonReader): PolicyVersion['criteria'][number] {
  const keys = ['id', 'label', 'quote', 'role', 'group', 'excludesAs', 'condition'];
  const given: Input = reader.object(input, at, keys) ?? {};
  const id = reader.text(given['id'], `${at}.id`, 60);
  if (id !== '' && !/^[a-z][a-z0-9_]*$/.test(id))
    reader.say('id_malformed', 'An id is small letters, digits and underscores.', `${at}.id`);
  const role = reader.oneOf(criterionRoles, given['role'], `${at}.role`);
  const group = orNull(given['group'], (name) => reader.text(name, `${at}.group`, 60));
  const excludesAs = orNull(given['excludesAs'], (one) =>
    reader.oneOf(exclusionGrounds, one, `${at}.excludesAs`),
  );
  if ((role === 'one_of') !== (group !== null))
    reader.say(
      'group_misplaced',
      'A group is named where the role is one_of, and only there.',
      `${at}.group`,
    );
  if ((role === 'excluding') !== (excludesAs !== null))
    reader.say(
      'ground_misplaced',
      'A ground of exclusion is named where the role is excluding, and only there.',
      `${at}.excludesAs`,
    );
  return {
    id,
    label: reader.text(given['label'], `${at}.label`, policyLimits.words),
    quote: reader.text(given['quote'], `${at}.quote`, policyLimits.quote),
    role,
    group,
    excludesAs,
    condition: reader.condition(given['condition'], `${at}.condition`),
  };
}

function readDistress(input: unknown, at: string, reader: JsonReader): PolicyVersion['distress'] {
  const given: Input = reader.object(input, at, ['position', 'quote']) ?? {};
  const position = reader.oneOf(distressPositions, given['position'], `${at}.position`);
  const quote = orNull(given['quote'], (words) => reader.text(words, `${at}.quote`, policyLimits.quote));
  if (position !== 'silent' && quote === null)
    reader.say('quote_missing', 'A position needs the payer’s words.', `${at}.quote`);
  return { position, quote };
}

function readDocument(input: unknown, at: string, reader: JsonReader): PolicyVersion['documents'][number] {
  const given: Input = reader.object(input, at, ['kind', 'count', 'when', 'words']) ?? {};
  const count = given['count'];
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > 50)
    reader.say('count_wrong', `${shown(count)} is no number from 1 to 50.`, `${at}.count`);
  return {
    kind: reader.oneOf(evidenceKinds, given['kind'], `${at}.kind`),
    count: typeof count === 'number' ? count : 1,
    when: orNull(given['when'], (when) => reader.condition(when, `${at}.when`)),
    words: reader.text(given['words'], `${at}.words`, policyLimits.words),
  };
}

function readAuthorization(
  input: unknown,
  at: string,
  reader: JsonReader,
): PolicyVersion['authorization'][number] {
  const given: Input = reader.object(input, at, ['procedureCode', 'required', 'quote']) ?? {};
  const procedureCode = reader.text(given['procedureCode'], `${at}.procedureCode`, 5);
  if (procedureCode !== '' && !isProcedureCode(procedureCode))
    reader.say('code_malformed', `${shown(procedureCode)} is no procedure code.`, `${at}.procedureCode`);
  const required = reader.oneOf(authorizationAnswers, given['required'], `${at}.required`);
  const quote = orNull(given['quote'], (words) => reader.text(words, `${at}.quote`, policyLimits.quote));
  if (required !== 'unknown' && quote === null)
    reader.say('quote_missing', 'An answer needs the payer’s words.', `${at}.quote`);
  return { procedureCode, required, quote };
}
