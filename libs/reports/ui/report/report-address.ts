import {
  type Day,
  type MetricDimension,
  type MetricKey,
  type MetricMode,
  dimensionWords,
  filterParameters,
  hasDimension,
  isDay,
  isDimensionKey,
  metricDimensions,
  metricKeys,
  metricModes,
  metricOf,
} from '@stipple/domain';
import { type Period, periods } from './report-period';

export type Filters = Readonly<Partial<Record<MetricDimension, string>>>;

/** What the page shows, whole: another person with the same address sees the same. */
export interface ReportAddress {
  readonly metric: MetricKey;
  readonly mode: MetricMode;
  /** What the table is grouped by. */
  readonly by: MetricDimension;
  /** Which cases of a share are listed: its part, or all that it is a part of. */
  readonly side: 'part' | 'whole';
  /** The column a table is sorted by, with a minus where the largest comes first. */
  readonly sort: string;
  /** The same of the months’ table; null while only their chart is shown. */
  readonly months: string | null;
  /** Whether complete requests are compared with others. */
  readonly compares: boolean;
  readonly period: Period | null;
  readonly from?: Day;
  readonly to?: Day;
  readonly filters: Filters;
  /** The filters that somebody drilled down by, in that order. */
  readonly trail: readonly MetricDimension[];
  /** What somebody typed into the address and no report knows, each in a sentence. */
  readonly unread: readonly string[];
}

const standard = { metric: 'denial_rate', mode: 'event', by: 'payer' } as const;

/**
 * Understands what can be understood, and says of the rest what is shown instead.
 *
 * @param standardMetric the figure of a page whose address names none
 */
export function readAddress(
  get: (name: string) => string | null,
  standardMetric: MetricKey = standard.metric,
): ReportAddress {
  const unread: string[] = [];
  const metric = known(metricKeys, get('metric')) ?? standardMetric;
  if ((get('metric') ?? metric) !== metric)
    unread.push(`“${get('metric')}” is no figure of this report: “${metricOf(metric).name}” is shown.`);
  const mode = known(metricModes, get('count')) ?? standard.mode;
  const by = tableOf(metric, get('by'), unread);
  const filters = Object.fromEntries(
    metricDimensions.flatMap((dimension) => {
      const key = get(filterParameters[dimension]);
      if (key === null) return [];
      if (isDimensionKey(dimension, key)) return [[dimension, key]];
      unread.push(`${dimensionWords[dimension]} “${key}” means nothing here and is left out.`);
      return [];
    }),
  ) as Filters;
  const day = (name: 'from' | 'to') => {
    const text = get(name);
    if (text === null || isDay(text)) return text ?? undefined;
    unread.push(`“${text}” is not a day and is left out.`);
    return undefined;
  };
  return {
    metric,
    mode,
    by,
    side: metricOf(metric).unit === 'share' && get('side') !== 'whole' ? 'part' : 'whole',
    sort: get('sort') ?? '',
    months: get('months'),
    compares: get('compare') !== null,
    period: known(periods, get('period')) ?? null,
    from: day('from'),
    to: day('to'),
    filters,
    trail: (get('drill') ?? '')
      .split(',')
      .map((one) => known(metricDimensions, one))
      .filter((one, at, all) => one !== undefined && filters[one] !== undefined && all.indexOf(one) === at)
      .map((one) => one as MetricDimension),
    unread,
  };
}

/** What the API is asked with every question of the page; always in one order, so that what is announced is what is asked. */
export function questionOf(
  { mode, filters }: Pick<ReportAddress, 'mode' | 'filters'>,
  { from, to }: { readonly from?: Day; readonly to?: Day },
): string {
  const narrowed = metricDimensions.map((dimension) => [filterParameters[dimension], filters[dimension]]);
  const asked = [['mode', mode], ['from', from], ['to', to], ...narrowed];
  return new URLSearchParams(
    asked.filter((pair): pair is [string, string] => pair[1] !== undefined),
  ).toString();
}

function tableOf(metric: MetricKey, asked: string | null, unread: string[]): MetricDimension {
  const by = known(metricDimensions, asked) ?? standard.by;
  const instead = `The table is by ${dimensionWords[standard.by].toLowerCase()}.`;
  if ((asked ?? by) !== by) unread.push(`Nothing can be told apart by “${asked}”. ${instead}`);
  if (hasDimension(metricOf(metric), by)) return by;
  unread.push(
    `“${metricOf(metric).name}” cannot be told apart by “${dimensionWords[by].toLowerCase()}”. ${instead}`,
  );
  return standard.by;
}

function known<Name extends string>(all: readonly Name[], text: string | null): Name | undefined {
  return all.find((one) => one === text);
}
