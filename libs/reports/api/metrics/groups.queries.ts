import type { MetricCell, MetricGroupQuery, MetricGroups, MetricQuery } from '@stipple/contracts';
import type { Principal, Reads, Statement } from '@stipple/database';
import {
  type MetricDimension,
  type MetricKey,
  dimensionKeyName,
  dimensionWords,
  hasDimension,
  metricOf,
  refusal,
} from '@stipple/domain';
import { isAnsweredByDays, keptMonths } from '../days/kept-sums';
import { asStatement } from './as-statement';
import { HttpProblem } from '@stipple/http';
import { cellsSql, isOfAll } from './cells-sql';
import { type Counted, figureOf, measured } from './measured';
import { MetricRows } from './metric-rows';
import type { Range } from './parameters';
import { rangeOf } from './report-range';

/** A metric by one dimension, or by one across another, with the figure that the cells are of. */
export async function readGroups(
  reads: Reads,
  who: Principal,
  metric: MetricKey,
  { by, across, ...query }: MetricGroupQuery,
): Promise<MetricGroups> {
  for (const [field, dimension] of Object.entries({ by, across }))
    if (dimension !== undefined && !hasDimension(metricOf(metric), dimension))
      throw hasNone(metric, field, dimension);
  return readCells(reads, who, metric, { query, by: across === undefined ? [by] : [by, across] });
}

/** By as many dimensions as one likes. */
export async function readCells(
  reads: Reads,
  who: Principal,
  metric: MetricKey,
  { query, by }: { readonly query: MetricQuery; readonly by: readonly MetricDimension[] },
): Promise<MetricGroups> {
  const range = rangeOf(query, who);
  const [found] = await reads.read<Found>(await statementOf(reads, who, metric, { range, query, by }));
  if (found === undefined) throw new Error('a clinic has a report');
  const ofAll = isOfAll(metric, by);
  const cells = found.cells.map(({ keys, sums, ofAll: whole }): MetricCell => ({
    keys: by.map((dimension, at) => {
      const { key = '', name = null } = keys[at] ?? {};
      return { key, name: dimensionKeyName(dimension, key, name) };
    }),
    ...measured(metric, ofAll ? { ...sums, whole } : sums),
  }));
  return {
    ...range,
    asOf: found.asOf,
    figure: figureOf(metric, found.sums, query),
    cells: cells.sort(by[0] === 'month' ? byMonth : largestFirst),
  };
}

interface Question {
  readonly range: Range;
  readonly query: MetricQuery;
  readonly by: readonly MetricDimension[];
}

async function statementOf(
  reads: Reads,
  who: Principal,
  metric: MetricKey,
  { range, query, by }: Question,
): Promise<Statement> {
  const { mode } = query;
  if (by.join() === 'month' && isAnsweredByDays(metric, query))
    return keptMonths(who, metric, { range, mode });
  const rows = new MetricRows(who, range, query, [metric]);
  return asStatement(reads, rows, cellsSql(rows, metric, by));
}

interface Found {
  readonly asOf: string;
  readonly sums: Counted;
  readonly cells: readonly {
    readonly keys: readonly { readonly key: string; readonly name: string | null }[];
    readonly sums: Counted;
    readonly ofAll: number;
  }[];
}

const nameIn = ({ keys }: MetricCell) => keys.map(({ name }) => name).join(' ');
const largestFirst = (one: MetricCell, other: MetricCell) =>
  other.part - one.part || nameIn(one).localeCompare(nameIn(other));
const byMonth = (one: MetricCell, other: MetricCell) =>
  (one.keys[0]?.key ?? '').localeCompare(other.keys[0]?.key ?? '') || largestFirst(one, other);

function hasNone(metric: MetricKey, field: string, dimension: MetricDimension): HttpProblem {
  const sentence = `${field}: “${metricOf(metric).name}” cannot be told apart by “${dimensionWords[dimension]}”.`;
  return new HttpProblem(400, 'invalid', sentence, [refusal('invalid', sentence, field)]);
}
