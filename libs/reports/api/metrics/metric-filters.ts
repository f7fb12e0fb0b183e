import type { MetricQuery } from '@stipple/contracts';
import {
  type MetricDimension,
  type MetricKey,
  filterParameters,
  hasDimension,
  metricDimensions,
  metricOf,
} from '@stipple/domain';
import { type JoinName, completenessSql } from './joins';
import type { Parameters } from './parameters';

/** How rows are told apart by a dimension: as text, empty for nobody and nothing; null where a row has none of it. */
export interface DimensionSql {
  readonly key: (day: string) => string;
  readonly needs: readonly JoinName[];
}

/** What was not in the list of meanings came in while it was read: unclassified until the next look. */
const meant = (column: string) =>
  `CASE WHEN r.reason IS NOT NULL THEN coalesce(m.${column}, 'unclassified') END`;

export const dimensions: Readonly<Record<MetricDimension, DimensionSql>> = {
  payer: { key: () => 'r.payer_id::text', needs: [] },
  plan_type: { key: () => 'r.plan_type', needs: [] },
  codes: { key: () => 'r.codes', needs: [] },
  physician: { key: () => `coalesce(r.signer_id::text, '')`, needs: [] },
  coordinator: { key: () => `coalesce(r.owner_at_submission::text, '')`, needs: [] },
  urgency: { key: () => 'r.urgency', needs: [] },
  completeness: { key: () => completenessSql, needs: [] },
  month: { key: (day) => `to_char(${day}, 'YYYY-MM')`, needs: [] },
  level: { key: () => 'h.kind', needs: [] },
  reason: { key: () => 'r.reason', needs: [] },
  class: { key: () => meant('class'), needs: ['meaning'] },
  avoidable: { key: () => meant('avoidable'), needs: ['meaning'] },
};

/** The filters that are set, by the dimension each is about. */
export function asked(query: MetricQuery): readonly (readonly [MetricDimension, string])[] {
  return metricDimensions.flatMap((dimension) => {
    const value = query[filterParameters[dimension]];
    if (value === undefined) return [];
    return [[dimension, dimension === 'codes' ? value.split(',').sort().join(',') : value] as const];
  });
}

/** What a metric has no use for, among the filters that are set. */
export function leftOut(metric: MetricKey, query: MetricQuery): readonly MetricDimension[] {
  return asked(query)
    .map(([dimension]) => dimension)
    .filter((dimension) => !hasDimension(metricOf(metric), dimension));
}

/** A filter as a condition; of ids as ids, so that an index can begin at them. */
export function condition(
  dimension: MetricDimension,
  value: string,
  day: string,
  parameters: Parameters,
): string {
  const id = { payer: 'r.payer_id', physician: 'r.signer_id', coordinator: 'r.owner_at_submission' }[
    dimension as string
  ];
  if (id !== undefined) return value === '' ? `${id} IS NULL` : `${id} = ${parameters.add('uuid', value)}`;
  return `${dimensions[dimension].key(day)} = ${parameters.add('text', value)}`;
}
