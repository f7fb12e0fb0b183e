import { type Figure } from '../../measure/figures';
import { type Run, percentile, throughputRatio } from '../load/rounds';

/** The measures of the product’s table, and what was asked for beside it. */
export const rowNames = [
  'queue',
  'page-400',
  'case',
  'search',
  'change',
  'booking',
  'live',
  'figures',
  'figures-counted',
  'groups',
  'export',
  'packet',
] as const;
export type RowName = (typeof rowNames)[number];

/** What was measured of one row, at one size of the clinic. */
export interface Measured {
  readonly row: RowName;
  readonly what: string;
  readonly cases: number;
  readonly samples: number;
  readonly atOnce: number;
  /** In milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
  readonly cpuMs: number;
  /** The floor it was measured against, by its name; the first one is what the goals are about. */
  readonly floors: readonly Floor[];
  /** So many rows were the same in the API’s answer and in the floor’s. */
  readonly agrees: number | null;
  readonly goals: readonly Figure[];
  /** What else is to be known of it, such as why it has no floor. */
  readonly note: string | null;
}

export interface Floor {
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly cpuMs: number;
  /** What the API reaches of its throughput, and how much processor time it takes for each of the floor’s. */
  readonly ratio: number;
  readonly cpuRatio: number;
}

export function floorOf(name: string, api: Run, floor: Run): Floor {
  return {
    ...{ name, perSecond: speedOf(floor), p50: percentile(floor, 0.5), cpuMs: floor.cpuMs },
    ...{ ratio: throughputRatio(api, floor), cpuRatio: api.cpuMs / floor.cpuMs },
  };
}

export function timesOf(run: Run) {
  return {
    samples: run.latencies.length,
    ...{ p50: percentile(run, 0.5), p95: percentile(run, 0.95), p99: percentile(run, 0.99) },
    ...{ perSecond: speedOf(run), cpuMs: run.cpuMs },
  };
}

const speedOf = ({ perSecond }: Run) =>
  [...perSecond].sort((one, other) => one - other)[Math.floor(perSecond.length / 2)] ?? NaN;

/** The smallest of the three clinics in the product’s table that this one fits into. */
export function bySize<T>(cases: number, [clinic, group, vendor]: readonly [T, T, T]): T {
  return cases <= 10_000 ? clinic : cases <= 100_000 ? group : vendor;
}

export const within = (
  what: 'p50' | 'p95' | 'p99',
  times: { readonly [key in typeof what]: number },
  most: number,
) => ({ what, value: times[what], unit: 'ms', most }) satisfies Figure;
export const atLeast = (what: string, value: number, least: number) =>
  ({ what, value, unit: '', least }) satisfies Figure;
export const atMost = (what: string, value: number, most: number) =>
  ({ what, value, unit: '', most }) satisfies Figure;
