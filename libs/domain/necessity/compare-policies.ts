import { dayInWords } from '../calendar';
import { planTypeWords } from '../coverage';
import { printCondition } from './condition';
import { Criterion, PolicyVersion, criterionRoleWords } from './policy';
import { criterionSentence, distressWords, documentSentence, authorizationSentence } from './sentences';

export type CriterionPart = 'label' | 'quote' | 'role' | 'rule';

export interface CriterionChange {
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'same';
  readonly label: string;
  /** Which parts of it are no longer the same; empty unless it changed. */
  readonly parts: readonly CriterionPart[];
  /** As a sentence with its role; null where it is not in that version. */
  readonly before: string | null;
  readonly after: string | null;
  readonly quoteBefore: string | null;
  readonly quoteAfter: string | null;
}

export interface PolicyComparison {
  readonly criteria: readonly CriterionChange[];
  /** Everything else that differs: days, lines of business, documents, distress, authorization. */
  readonly others: readonly { readonly what: string; readonly before: string; readonly after: string }[];
}

/** What a version says otherwise than another, criterion by criterion, in the order of the later one. */
export function comparePolicies(before: PolicyVersion, after: PolicyVersion): PolicyComparison {
  const gone = before.criteria.filter(({ id }) => !after.criteria.some((one) => one.id === id));
  return {
    criteria: [
      ...after.criteria.map((now) =>
        changeOf(
          before.criteria.find(({ id }) => id === now.id),
          now,
        ),
      ),
      ...gone.map((then) => changeOf(then, undefined)),
    ],
    others: others(before, after),
  };
}

function changeOf(then: Criterion | undefined, now: Criterion | undefined): CriterionChange {
  const parts = then && now ? partsChanged(then, now) : [];
  const kind = !then ? 'added' : !now ? 'removed' : parts.length > 0 ? 'changed' : 'same';
  const { id = '', label = '' } = now ?? then ?? {};
  return {
    id,
    kind,
    label,
    parts,
    before: then ? sentence(then) : null,
    after: now ? sentence(now) : null,
    quoteBefore: then?.quote ?? null,
    quoteAfter: now?.quote ?? null,
  };
}

function partsChanged(then: Criterion, now: Criterion): readonly CriterionPart[] {
  const role = ({ role, group, excludesAs }: Criterion) => `${role} ${group ?? ''} ${excludesAs ?? ''}`;
  return [
    ...(then.label === now.label ? [] : (['label'] as const)),
    ...(then.quote === now.quote ? [] : (['quote'] as const)),
    ...(role(then) === role(now) ? [] : (['role'] as const)),
    ...(printCondition(then.condition) === printCondition(now.condition) ? [] : (['rule'] as const)),
  ];
}

const sentence = (one: Criterion) =>
  `${one.label} (${criterionRoleWords[one.role].toLowerCase()}). ${criterionSentence(one)}`;

function others(before: PolicyVersion, after: PolicyVersion): PolicyComparison['others'] {
  const of = (what: string, words: (policy: PolicyVersion) => string) => ({
    what,
    before: words(before),
    after: words(after),
  });
  return [
    of('Title', ({ title }) => title),
    of('Applies', daysWords),
    of('Lines of business', ({ linesOfBusiness }) =>
      linesOfBusiness.map((line) => planTypeWords[line]).join('; '),
    ),
    of('Distress', ({ distress }) => distressWords[distress.position]),
    of('Documents', ({ documents }) => documents.map(documentSentence).join(' ') || 'None.'),
    of(
      'Authorization',
      ({ authorization }) => authorization.map(authorizationSentence).join(' ') || 'Nothing said.',
    ),
  ].filter((one) => one.before !== one.after);
}

function daysWords({ effectiveFrom, effectiveTo }: PolicyVersion): string {
  return `from ${dayInWords(effectiveFrom)}${effectiveTo === null ? '' : ` to ${dayInWords(effectiveTo)}`}`;
}
