import type { Day } from '../calendar';

/** What a figure is: a part of a whole, a number of things, days between two things, money in whole cents, or time in whole seconds. */
export const metricUnits = ['share', 'count', 'days', 'cents', 'seconds'] as const;
export type MetricUnit = (typeof metricUnits)[number];

/**
 * What counts once. `event`: every request, denial or challenge. `case`: every case, by the first of them, so that a case
 * that was asked for twice is not counted twice.
 */
export const metricModes = ['event', 'case'] as const;
export type MetricMode = (typeof metricModes)[number];

export const metricModeWords: Readonly<Record<MetricMode, string>> = {
  event: 'Every request, denial or challenge counts',
  case: 'Every case counts once',
};

/** One wording of a metric. A change of what is counted makes the next version; the earlier ones stay, to be shown beside it. */
export interface MetricVersion {
  readonly version: number;
  /** The day from which reports count so. */
  readonly since: Day;
  readonly formula: string;
  readonly numerator: string;
  /** Null where nothing is divided. */
  readonly denominator: string | null;
  readonly exclusions: string;
  readonly dateBasis: string;
  /** What differs from the version before; null for the first. */
  readonly change: string | null;
}

/**
 * What a metric counts over. A filter by reason, class or what could have been avoided narrows what has a reason:
 * `numerator`: decisions, of which only some have one, so that the whole stays; `both`: denials and challenges, which all
 * have one; `nothing`: it would leave nothing to say, and the figure says that it was left out.
 */
export type NarrowedByReason = 'numerator' | 'both' | 'nothing';

export interface Metric<Key extends string = string> {
  readonly key: Key;
  readonly name: string;
  readonly unit: MetricUnit;
  readonly modes: readonly MetricMode[];
  readonly narrowedByReason: NarrowedByReason;
  /** The newest first. */
  readonly versions: readonly [MetricVersion, ...MetricVersion[]];
}

/** The mode in which a metric answers: the one that is asked for where it has it, otherwise its only one. */
export function modeOf({ modes }: Metric, asked: MetricMode): MetricMode {
  return modes.includes(asked) ? asked : (modes[0] ?? asked);
}
