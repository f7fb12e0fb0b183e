import {
  Condition,
  Criterion,
  Day,
  PolicyVersion,
  addDays,
  blueHeronScar4,
  demoPolicies,
} from '@stipple/domain';
import { DemoPayer, payers } from './payers';

/** The versions of an invented payer, the oldest first: those that are known, and an earlier one where there is but one. */
export function policiesOf(payer: DemoPayer): readonly PolicyVersion[] {
  const kind = demoPolicies.find((one) => one.payerKey === payer.key)?.versions ?? [];
  const known = kind.map((policy) => underMarksOf(payer, policy));
  const [first] = known;
  return first !== undefined && known.length === 1 ? [earlierVersion(first), first] : known;
}

/** The policy as another payer of the same kind publishes it: its own mark and portal, the same criteria. */
function underMarksOf({ key, mark, portal }: DemoPayer, policy: PolicyVersion): PolicyVersion {
  const first = payers.find((one) => one.key === key);
  if (first === undefined || first.mark === mark) return policy;
  const { number, source } = policy;
  const marked = (text: string) => text.replaceAll(`${first.mark}-`, `${mark}-`);
  const readAt = source.readAt.replace(first.portal, portal);
  return { ...policy, number: marked(number), source: { ...source, title: marked(source.title), readAt } };
}

const firstDay: Day = '2024-01-01';

/** What it may have been before: half of every threshold, and of two exclusions or more one less. */
export function earlierVersion(policy: PolicyVersion): PolicyVersion {
  const { source, effectiveFrom } = policy;
  const exclusions = policy.criteria.filter(({ role }) => role === 'excluding');
  const later = exclusions.length > 1 ? exclusions.at(-1) : undefined;
  const version = versionBefore(policy.version);
  return {
    ...policy,
    version,
    effectiveFrom: firstDay,
    effectiveTo: addDays(effectiveFrom, -1),
    source: {
      ...source,
      title: source.title.replaceAll(policy.version, version),
      readAt: `${source.readAt}, Archive`,
      readOn: '2026-02-03',
    },
    criteria: policy.criteria.filter((one) => one !== later).map(halved),
  };
}

/** `7` → `6`, `2026` → `2025`, `2026-04` → `2024-01`, `2026.1` → `2024.1`. */
function versionBefore(version: string): string {
  return /^\d+$/.test(version)
    ? String(Number(version) - 1)
    : version.replace(/^\d{4}/, '2024').replace(/-\d+$/, '-01');
}

function halved(criterion: Criterion): Criterion {
  return { ...criterion, condition: halvedCondition(criterion.condition) };
}

function halvedCondition(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(halvedCondition) };
  if ('any' in condition) return { any: condition.any.map(halvedCondition) };
  if ('not' in condition) return { not: halvedCondition(condition.not) };
  if (!('atLeast' in condition) || typeof condition.atLeast !== 'number') return condition;
  return { ...condition, atLeast: Math.max(1, Math.floor(condition.atLeast / 2)) };
}

/** What a payer has announced and nobody has published yet: operations count as trauma now, and the scar has to be old enough. */
export function announcedPolicy(payer: DemoPayer, today: Day): PolicyVersion {
  const from = Temporal.PlainDate.from(today).with({ day: 1 }).add({ months: 2 }).toString();
  return underMarksOf(payer, {
    ...blueHeronScar4,
    version: '5',
    effectiveFrom: from,
    source: {
      ...blueHeronScar4.source,
      title: 'Scar treatment policy BH-SCAR-07, version 5, announced',
      readOn: addDays(today, -6),
    },
    criteria: [
      ...blueHeronScar4.criteria.map((one) =>
        one.id === 'external_trauma'
          ? {
              ...one,
              label: 'The scar comes from a burn, another injury or an operation',
              quote: 'The scar is the result of external trauma, including burns and surgical incisions.',
              condition: { fact: 'cause_of_scar', oneOf: ['burn', 'trauma', 'surgery'] } as const,
            }
          : one,
      ),
      {
        id: 'scar_is_mature',
        label: 'The scar is at least a year old',
        quote: 'Revision is considered no earlier than twelve months after the injury.',
        role: 'required',
        group: null,
        excludesAs: null,
        condition: { fact: 'months_since_injury', atLeast: 12 },
      },
    ],
  });
}
