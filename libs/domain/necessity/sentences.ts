import { dayInWords } from '../calendar';
import { planTypeWords } from '../coverage';
import { Condition, FactQuestion } from './condition';
import { evidenceKindWords } from './evidence-kinds';
import { NumberFact, factDefinition } from './facts';
import {
  AuthorizationRule,
  Criterion,
  PolicyVersion,
  RequiredDocument,
  criterionRoleWords,
  exclusionGroundWords,
  policyKey,
} from './policy';

/** A condition as a clause: “range of motion is at least 10° short of the norm, or pain is 4 or more of 10”. */
export function conditionClause(condition: Condition): string {
  return clause(condition, true, 0);
}

/** “Met when …”, the preview of a criterion’s rule. */
export function criterionSentence({ condition }: Pick<Criterion, 'condition'>): string {
  return `Met when ${conditionClause(condition)}.`;
}

export function documentSentence({ kind, count, when, words }: RequiredDocument): string {
  const what = count === 1 ? words : `${words} (at least ${count})`;
  const needed = when === null ? 'always needed' : `needed when ${conditionClause(when)}`;
  return `${evidenceKindWords[kind]}: ${what}; ${needed}.`;
}

/** The whole policy, a sentence each, in the order of its parts. */
export function policySentences(policy: PolicyVersion): readonly string[] {
  const { effectiveFrom, effectiveTo, linesOfBusiness, title, source, distress } = policy;
  const until = effectiveTo === null ? '' : ` to ${dayInWords(effectiveTo)}`;
  return [
    `${policyKey(policy)}, “${title}”, applies from ${dayInWords(effectiveFrom)}${until} for: ${linesOfBusiness
      .map((line) => planTypeWords[line])
      .join('; ')}.`,
    `Read by ${source.readBy} on ${dayInWords(source.readOn)}: ${source.title}, ${source.readAt}.`,
    ...policy.criteria.map((one) => `${one.label} (${roleWords(one)}). ${criterionSentence(one)}`),
    distressWords[distress.position],
    ...policy.documents.map(documentSentence),
    ...policy.authorization.map(authorizationSentence),
  ];
}

function roleWords({ role, group, excludesAs }: Criterion): string {
  if (role === 'one_of') return `one of “${group}” is required`;
  if (role === 'excluding' && excludesAs !== null)
    return `excludes coverage: ${exclusionGroundWords[excludesAs].toLowerCase()}`;
  return criterionRoleWords[role].toLowerCase();
}

export function authorizationSentence({ procedureCode, required }: AuthorizationRule): string {
  return `Authorization for ${procedureCode}: ${authorizationWords[required]}.`;
}

const authorizationWords = {
  yes: 'required',
  no: 'not required',
  unknown: 'not known, call the payer',
} as const;
export const distressWords: Record<PolicyVersion['distress']['position'], string> = {
  sufficient: 'Psychological distress can be the only ground.',
  with_another_ground: 'Psychological distress counts beside the injury or a bodily finding, never alone.',
  not_a_basis: 'Psychological distress is refused as the ground.',
  silent: 'The policy says nothing of psychological distress, so it is never taken as the only ground.',
};

function clause(condition: Condition, met: boolean, depth: number): string {
  if ('not' in condition) return clause(condition.not, !met, depth);
  if (!('all' in condition) && !('any' in condition)) return questionClause(condition, met);
  const [list, isAll] = 'all' in condition ? [condition.all, true] : [condition.any, false];
  const [only] = list;
  if (only !== undefined && list.length === 1) return clause(only, met, depth);
  // Not all of them is: one of them not. So “and” turns into “or” and back.
  const and = isAll === met;
  const parts = list.map((one) => clause(one, met, depth + 1));
  if (depth === 0) return parts.join(and ? ', and ' : ', or ');
  if (depth > 1 || parts.length > 2) return `(${and ? 'all of' : 'one of'}: ${parts.join('; ')})`;
  return `${and ? 'both' : 'either'} ${parts.join(and ? ' and ' : ' or ')}`;
}

function questionClause(question: FactQuestion, met: boolean): string {
  const definition = factDefinition(question.fact);
  if ('known' in question) return `${definition.words} ${met ? 'is' : 'is not'} on record`;
  switch (definition.kind) {
    case 'yes_no':
      return ('is' in question && question.is === true) === met ? definition.yes : definition.no;
    case 'number':
      return numberClause(definition, question, met);
    case 'one_of': {
      const values = 'oneOf' in question ? question.oneOf : 'is' in question ? [String(question.is)] : [];
      const named = values.map((one) => lowered(definition.options[one] ?? one));
      return `${definition.words} is ${met ? '' : 'not '}${orList(named)}`;
    }
    case 'codes': {
      const codes = 'includesAny' in question ? question.includesAny : [];
      const options = definition.options;
      const named = codes.map((code) => (options ? lowered(options[code] ?? code) : code));
      const says = definition.says.replace('{}', orList(named));
      return met ? says : says.replace(' include ', ' include none of ').replace(/ or (?=[^,]*$)/, ', ');
    }
    case 'day': {
      if ('is' in question)
        return `${definition.words} is ${met ? '' : 'not '}${dayInWords(String(question.is))}`;
      if ('atLeast' in question)
        return `${definition.words} is ${met ? 'on or after' : 'before'} ${dayInWords(String(question.atLeast))}`;
      const last = 'atMost' in question ? dayInWords(String(question.atMost)) : '';
      return `${definition.words} is ${met ? 'on or before' : 'after'} ${last}`;
    }
  }
}

function numberClause({ says, style, whole, min }: NumberFact, question: FactQuestion, met: boolean): string {
  const put = (number: number, words: string) =>
    says.replace('{}', words).replaceAll('[s]', number === 1 && !/more|less/.test(words) ? '' : 's');
  if ('atLeast' in question) {
    const number = Number(question.atLeast);
    // Less than one of what is counted is none.
    if (!met && style === 'measure' && whole && number === 1 && min === 0) return put(0, 'no');
    if (!met) return put(number, style === 'scale' ? `below ${number}` : `less than ${number}`);
    return put(number, style === 'scale' ? `${number} or more` : `at least ${number}`);
  }
  if ('atMost' in question) {
    const number = Number(question.atMost);
    if (!met) return put(number, style === 'scale' ? `above ${number}` : `more than ${number}`);
    return put(number, style === 'scale' ? `${number} or less` : `at most ${number}`);
  }
  const number = 'is' in question ? Number(question.is) : 0;
  return put(number, met ? `exactly ${number}` : `other than ${number}`);
}

const orList = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** Inside a sentence a label begins small, unless it is an abbreviation such as “5-FU” or “VSS”. */
function lowered(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
