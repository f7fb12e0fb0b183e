import { Condition } from './condition';
import { SearchBudget, Wish, possibilityOf } from './possible';
import { Criterion, PolicyVersion, groupsOf } from './policy';

export const policyConflictCodes = [
  'criterion_twice',
  'criterion_never_met',
  'required_never_together',
  'group_never_met',
  'required_is_excluded',
  'member_is_excluded',
  'never_medical',
  'group_of_one',
  'nothing_required',
  'too_large_to_check',
] as const;
export type PolicyConflictCode = (typeof policyConflictCodes)[number];

export interface PolicyConflict {
  readonly code: PolicyConflictCode;
  /** A contradiction keeps a version from being published; a warning is read and may stay. */
  readonly severity: 'contradiction' | 'warning';
  readonly sentence: string;
  /** The ids of the criteria that contradict each other; mostly a pair. */
  readonly criteria: readonly string[];
}

/**
 * Every way in which a policy contradicts itself. What it reports is certain; what it cannot see is written in
 * docs/policy-rules.md.
 */
export function checkPolicy(policy: Pick<PolicyVersion, 'criteria'>): readonly PolicyConflict[] {
  const { criteria } = policy;
  const required = criteria.filter(({ role }) => role === 'required').map(needOf);
  const needed = [...required, ...groupsOf(policy).map((group) => needOfGroup(criteria, group))];
  const checking = new Checking();
  const sound = needed.filter((one) => !checking.excludes([one]));
  const excluding = criteria.filter(({ role }) => role === 'excluding');
  return [
    ...twice(criteria),
    ...(needed.length === 0
      ? [conflict('nothing_required', 'Nothing is required: no case could be told from another.', [])]
      : []),
    ...needed.filter(({ group, ids }) => group && ids.length === 1).map(groupOfOne),
    ...neverMet(criteria, checking),
    ...needed.filter((one) => one.group && !sound.includes(one)).map(groupNeverMet),
    ...neverTogether(sound, checking),
    ...excluded(sound, excluding, checking),
    ...excludedMembers(criteria, excluding, checking),
    ...(checking.gaveUp
      ? [conflict('too_large_to_check', 'The conditions are too large to check completely.', [], 'warning')]
      : []),
  ];
}

/** Asks whether things exclude each other, with a bounded amount of work for the whole policy. */
class Checking {
  gaveUp = false;
  private readonly budget: SearchBudget = { left: 400_000 };

  /** Whether no case can meet all these needs while it does not meet those exclusions. */
  excludes(needs: readonly Need[], unmet: readonly Criterion[] = []): boolean {
    const wishes: readonly Wish[] = [
      ...needs.map(({ condition }) => ({ condition, met: true })),
      ...unmet.map(({ condition }) => ({ condition, met: false })),
    ];
    const possibility = possibilityOf(wishes, this.budget);
    if (possibility === 'undecided') this.gaveUp = true;
    return possibility === 'impossible';
  }
}

/** What a case has to fulfil: a required criterion, or one member of a group. */
interface Need {
  readonly ids: readonly string[];
  readonly label: string;
  readonly condition: Condition;
  readonly group: boolean;
}

const needOf = ({ id, label, condition }: Criterion): Need => ({
  ids: [id],
  label: `“${label}”`,
  condition,
  group: false,
});

function needOfGroup(criteria: readonly Criterion[], group: string): Need {
  const members = criteria.filter((one) => one.role === 'one_of' && one.group === group);
  return {
    ids: members.map(({ id }) => id),
    label: `the group “${group}”`,
    condition: { any: members.map(({ condition }) => condition) },
    group: true,
  };
}

function conflict(
  code: PolicyConflictCode,
  sentence: string,
  criteria: readonly string[],
  severity: PolicyConflict['severity'] = 'contradiction',
): PolicyConflict {
  return { code, severity, sentence, criteria };
}

function twice(criteria: readonly Criterion[]): readonly PolicyConflict[] {
  const ids = criteria.map(({ id }) => id);
  const repeated = [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))];
  return repeated.map((id) => conflict('criterion_twice', `Two criteria are called “${id}”.`, [id, id]));
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const groupOfOne = ({ label, ids }: Need) =>
  conflict('group_of_one', `${capital(label)} has one member: make it required, or add another.`, ids);
const groupNeverMet = ({ label, ids }: Need) =>
  conflict('group_never_met', `No member of ${label} can ever be met.`, ids);

function neverMet(criteria: readonly Criterion[], checking: Checking): readonly PolicyConflict[] {
  return criteria
    .filter((one) => checking.excludes([needOf(one)]))
    .map(({ id, label }) =>
      conflict('criterion_never_met', `“${label}” can never be met: it contradicts itself.`, [id]),
    );
}

/** Pairs first; a contradiction among three or more is reported only where no pair of them explains it. */
function neverTogether(needs: readonly Need[], checking: Checking): readonly PolicyConflict[] {
  const pairs = needs.flatMap((one, index) =>
    needs
      .slice(index + 1)
      .filter((other) => checking.excludes([one, other]))
      .map((other) => [one, other]),
  );
  if (pairs.length > 0) return pairs.map(together);
  return needs.length > 0 && checking.excludes(needs) ? [together(smallest(needs, checking))] : [];
}

function together(needs: readonly Need[]): PolicyConflict {
  const names = needs.map(({ label }) => label).join(' and ');
  return conflict(
    'required_never_together',
    `${capital(names)} can never be met together.`,
    needs.flatMap(({ ids }) => ids),
  );
}

/** Leaves out what is not needed for the contradiction. */
function smallest(needs: readonly Need[], checking: Checking): readonly Need[] {
  return needs.reduceRight<readonly Need[]>((kept, one) => {
    const without = kept.filter((other) => other !== one);
    return checking.excludes(without) ? without : kept;
  }, needs);
}

/** A need that cannot be met without meeting an exclusion as well; then all needs together against all exclusions. */
function excluded(
  needs: readonly Need[],
  excluding: readonly Criterion[],
  checking: Checking,
): readonly PolicyConflict[] {
  const pairs = needs.flatMap((need) =>
    excluding
      .filter((exclusion) => checking.excludes([need], [exclusion]))
      .map((exclusion) =>
        conflict(
          'required_is_excluded',
          `Whatever meets ${need.label} also meets the exclusion “${exclusion.label}”.`,
          [...need.ids, exclusion.id],
        ),
      ),
  );
  if (pairs.length > 0 || needs.length === 0 || checking.excludes(needs)) return pairs;
  if (!checking.excludes(needs, excluding)) return [];
  const ids = [...needs.flatMap((one) => one.ids), ...excluding.map(({ id }) => id)];
  return [conflict('never_medical', 'Whatever meets all that is required also meets an exclusion.', ids)];
}

/** Of a group another member may do, so this is a warning: nobody is ever helped by this one. */
function excludedMembers(
  criteria: readonly Criterion[],
  excluding: readonly Criterion[],
  checking: Checking,
): readonly PolicyConflict[] {
  return criteria
    .filter((one) => one.role === 'one_of' && !checking.excludes([needOf(one)]))
    .flatMap((one) =>
      excluding
        .filter((exclusion) => checking.excludes([needOf(one)], [exclusion]))
        .map((exclusion) =>
          conflict(
            'member_is_excluded',
            `Whatever meets “${one.label}” also meets the exclusion “${exclusion.label}”, so it never helps.`,
            [one.id, exclusion.id],
            'warning',
          ),
        ),
    );
}
