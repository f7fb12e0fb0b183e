import { Day, addDays, dayInWords } from '../calendar';
import { PlanType, planTypeWords, planTypes } from '../coverage';
import { PolicyVersion, policyKey } from './policy';

export interface TimelineConflict {
  readonly code: 'version_twice' | 'window_reversed' | 'versions_overlap' | 'versions_gap';
  readonly severity: 'contradiction' | 'warning';
  readonly sentence: string;
  /** The keys of the two versions, the earlier one first. */
  readonly versions: readonly [string, string];
  readonly linesOfBusiness: readonly PlanType[];
  /** The days both apply, or neither; the end is null where it is open. */
  readonly fromOn: Day;
  readonly toOn: Day | null;
}

/**
 * Overlaps and gaps between versions of which one is to apply on each day: those of one payer for one service. Per
 * line of business; lines that share a finding share its entry.
 */
export function checkTimeline(versions: readonly PolicyVersion[]): readonly TimelineConflict[] {
  const sorted = [...versions].sort((one, other) => (place(one) < place(other) ? -1 : 1));
  const reversed = sorted.filter(isReversed);
  const proper = sorted.filter((one) => !isReversed(one));
  const pairs = sorted.flatMap((one, index) => sorted.slice(index + 1).map((other) => [one, other] as const));
  return [
    ...pairs
      .filter(([one, other]) => policyKey(one) === policyKey(other))
      .map(([one, other]) =>
        entry('version_twice', one, other, one.linesOfBusiness, one.effectiveFrom, one.effectiveTo),
      ),
    ...reversed.map((one) =>
      entry('window_reversed', one, one, one.linesOfBusiness, one.effectiveFrom, one.effectiveTo),
    ),
    ...overlaps(proper),
    ...gaps(proper),
  ];
}

const place = (one: PolicyVersion) =>
  `${one.effectiveFrom} ${one.effectiveTo ?? '9999-12-31'} ${policyKey(one)}`;
const isReversed = (one: PolicyVersion) => one.effectiveTo !== null && one.effectiveTo < one.effectiveFrom;

function overlaps(sorted: readonly PolicyVersion[]): readonly TimelineConflict[] {
  return sorted.flatMap((one, index) =>
    sorted.slice(index + 1).flatMap((other) => {
      const shared = planTypes.filter((line) => covers(one, line) && covers(other, line));
      const meet = one.effectiveTo === null || other.effectiveFrom <= one.effectiveTo;
      if (shared.length === 0 || !meet) return [];
      return [
        entry(
          'versions_overlap',
          one,
          other,
          shared,
          other.effectiveFrom,
          sooner(one.effectiveTo, other.effectiveTo),
        ),
      ];
    }),
  );
}

function gaps(sorted: readonly PolicyVersion[]): readonly TimelineConflict[] {
  const found = new Map<string, TimelineConflict>();
  for (const line of planTypes) {
    let last: PolicyVersion | null = null;
    for (const next of sorted.filter((one) => covers(one, line))) {
      const ends: Day | null = last?.effectiveTo ?? null;
      if (last && ends !== null && addDays(ends, 1) < next.effectiveFrom) {
        const gap = entry(
          'versions_gap',
          last,
          next,
          [line],
          addDays(ends, 1),
          addDays(next.effectiveFrom, -1),
        );
        const same = found.get(gap.versions.join('\n'));
        const lines = [...(same?.linesOfBusiness ?? []), line];
        found.set(gap.versions.join('\n'), entry('versions_gap', last, next, lines, gap.fromOn, gap.toOn));
      }
      if (!last || later(next.effectiveTo, last.effectiveTo)) last = next;
    }
  }
  return [...found.values()];
}

const covers = (one: PolicyVersion, line: PlanType) => one.linesOfBusiness.includes(line);
const sooner = (one: Day | null, other: Day | null) =>
  one === null ? other : other === null || one < other ? one : other;
const later = (one: Day | null, other: Day | null) => other !== null && (one === null || one > other);

function entry(
  code: TimelineConflict['code'],
  one: PolicyVersion,
  other: PolicyVersion,
  linesOfBusiness: readonly PlanType[],
  fromOn: Day,
  toOn: Day | null,
): TimelineConflict {
  const lines = linesOfBusiness.map((line) => planTypeWords[line]).join('; ');
  const days =
    toOn === null ? `from ${dayInWords(fromOn)} on` : `from ${dayInWords(fromOn)} to ${dayInWords(toOn)}`;
  const [first, second] = [policyKey(one), policyKey(other)];
  const sentences: Record<TimelineConflict['code'], string> = {
    version_twice: `${first} is there twice.`,
    window_reversed: `${first} ends before it begins.`,
    versions_overlap: `${first} and ${second} both apply ${days} (${lines}).`,
    versions_gap: `Between ${first} and ${second} nothing applies ${days} (${lines}).`,
  };
  return {
    code,
    severity: code === 'versions_gap' ? 'warning' : 'contradiction',
    sentence: sentences[code],
    versions: [first, second],
    linesOfBusiness,
    fromOn,
    toOn,
  };
}
