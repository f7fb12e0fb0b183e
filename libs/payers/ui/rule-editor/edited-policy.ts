import {
  Criterion,
  Day,
  PolicyConflict,
  PolicyVersion,
  Refusal,
  RequiredDocument,
  checkPolicy,
  parsePolicy,
  readingRefusals,
} from '@stipple/domain';
import { questionAbout } from './condition-parts';

/** Who writes, and when: a version is written down by whoever has read it. */
export interface Reader {
  readonly name: string;
  readonly today: Day;
}

/** Where nothing is there to begin with. */
export function blankPolicy({ name, today }: Reader): PolicyVersion {
  return {
    number: '',
    version: '',
    title: '',
    effectiveFrom: '',
    effectiveTo: null,
    linesOfBusiness: [],
    source: { title: '', readAt: '', readBy: name, readOn: today },
    criteria: [blankCriterion([])],
    distress: { position: 'silent', quote: null },
    documents: [],
    authorization: [],
  };
}

/** The next version of another: its rules, without what is the other version’s own. */
export function followingPolicy(before: PolicyVersion, { name, today }: Reader): PolicyVersion {
  return {
    ...before,
    version: '',
    effectiveFrom: '',
    effectiveTo: null,
    source: { ...before.source, readBy: name, readOn: today },
  };
}

export function blankCriterion(others: readonly Criterion[]): Criterion {
  return {
    id: freeId('criterion', others),
    label: '',
    quote: '',
    role: 'required',
    group: null,
    excludesAs: null,
    condition: questionAbout('functional_impairment'),
  };
}

export const blankDocument: RequiredDocument = { kind: 'photo', count: 1, when: null, words: '' };

/** A short name made of the label, which no other criterion has. */
export function freeId(label: string, others: readonly Criterion[]): string {
  const words = label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 40);
  const base = words || 'criterion';
  const taken = new Set(others.map(({ id }) => id));
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}_${count}`;
  return id;
}

export interface Judgement {
  /** What cannot be read yet, each by its path. */
  readonly refusals: readonly Refusal[];
  readonly findings: readonly PolicyConflict[];
}

/** What would be said of it: the same reader and the same check as the API has. */
export function judge(policy: PolicyVersion, today: Day): Judgement {
  const { ok, refusals } = parsePolicy(policy);
  if (!ok) return { refusals, findings: [] };
  return { refusals: readingRefusals(policy.source.readOn, today), findings: checkPolicy(policy) };
}

/** Those refusals that name something below a path, such as `policy.criteria.2`. */
export function under(refusals: readonly Refusal[], path: string): readonly Refusal[] {
  return refusals.filter(({ field = '' }) => field === path || field.startsWith(`${path}.`));
}

const placeWords: Readonly<Record<string, string>> = {
  number: 'Number of the policy',
  version: 'Version',
  title: 'Title',
  effectiveFrom: 'Applies from',
  effectiveTo: 'Last day',
  linesOfBusiness: 'Lines of business',
  'source.title': 'Source',
  'source.readAt': 'Where it was read',
  'source.readBy': 'Read by',
  'source.readOn': 'Read on',
  distress: 'Psychological distress',
  documents: 'Documents',
  authorization: 'Authorization',
  criteria: 'Criteria',
};

/** Where a mistake is, as the form calls it. */
export function placeOf(field = ''): string {
  const [, first = '', second = ''] = field.split('.');
  return placeWords[`${first}.${second}`] ?? placeWords[first] ?? 'The policy';
}
