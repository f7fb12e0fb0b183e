import type { CriterionResult, DocumentState, FactName, ScreeningResult, Truth } from '@stipple/domain';
import { evidenceKindWords, factDefinition } from '@stipple/domain';
import { IconName, Tone, count } from '@stipple/ui';

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly words: string;
}

const required: Readonly<Record<Truth, Look>> = {
  met: { tone: 'good', icon: 'circle-check', words: 'Met' },
  not_met: { tone: 'bad', icon: 'circle-x', words: 'Not met' },
  unknown: { tone: 'warn', icon: 'help', words: 'Not known yet' },
};
/** An exclusion that is met speaks against the case: it is called by what it does. */
const excluding: Readonly<Record<Truth, Look>> = {
  met: { tone: 'bad', icon: 'ban', words: 'Applies' },
  not_met: { tone: 'good', icon: 'circle-check', words: 'Does not apply' },
  unknown: { tone: 'warn', icon: 'help', words: 'Not known yet' },
};
export const lookOf = ({ role, truth }: Pick<CriterionResult, 'role' | 'truth'>): Look =>
  (role === 'excluding' ? excluding : required)[truth];

export const documentLooks: Readonly<Record<DocumentState, Look>> = {
  have: { tone: 'good', icon: 'circle-check', words: 'On file' },
  missing: { tone: 'bad', icon: 'circle-x', words: 'Missing' },
  not_applicable: { tone: 'quiet', icon: 'minus', words: 'Not needed' },
  unknown: { tone: 'warn', icon: 'help', words: 'Not known yet' },
};

export const outcomeTones: Readonly<Record<ScreeningResult['outcome'], Tone>> = {
  likely_medical: 'good',
  cosmetic: 'bad',
  uncertain: 'warn',
};

/** “3 of 5 criteria met, 1 not known yet, 1 not met · no exclusion applies”. */
export function countWords({ criteria }: ScreeningResult): string {
  const asked = criteria.filter(({ role }) => role !== 'excluding');
  const of = (list: readonly CriterionResult[], truth: Truth) =>
    list.filter((one) => one.truth === truth).length;
  const exclusions = criteria.filter(({ role }) => role === 'excluding');
  const [unknown, unmet] = [of(asked, 'unknown'), of(asked, 'not_met')];
  const met = `${of(asked, 'met')} of ${count(asked.length, 'criterion', 'criteria')} met`;
  const others = [unknown > 0 && `${unknown} not known yet`, unmet > 0 && `${unmet} not met`];
  return [[met, ...others.filter(Boolean)].join(', '), exclusionWords(exclusions)]
    .filter(Boolean)
    .join(' · ');
}

function exclusionWords(exclusions: readonly CriterionResult[]): string {
  if (exclusions.length === 0) return '';
  const applies = exclusions.filter(({ truth }) => truth === 'met').length;
  if (applies > 0) return `${count(applies, 'exclusion')} ${applies === 1 ? 'applies' : 'apply'}`;
  const open = exclusions.filter(({ truth }) => truth === 'unknown').length;
  return open > 0 ? `${count(open, 'exclusion')} not known yet` : 'no exclusion applies';
}

export const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
export const factWords = (name: FactName) => capital(factDefinition(name).words);
export const suppliers = (name: FactName) =>
  factDefinition(name)
    .suppliedBy.map((kind) => evidenceKindWords[kind].toLowerCase())
    .join(' or ');
