import type { MetricQuery } from '@stipple/contracts';
import type { Principal, Reads } from '@stipple/database';
import { type MetricDimension, dimensionKeyName, dimensionWords } from '@stipple/domain';
import { tableOf } from './dimension-names';
import { asked } from './metric-filters';

/** What a file holds, in words: its range, and every filter by the name that a reader knows. */
export async function filterWords(reads: Reads, who: Principal, query: MetricQuery): Promise<string> {
  const { from, to } = query;
  const range = [
    from === undefined && to === undefined ? 'last 12 months' : null,
    from === undefined ? null : `from ${from}`,
    to === undefined ? null : `to ${to}`,
  ].filter((part) => part !== null);
  const filters = asked(query).map(async ([dimension, key]) => {
    const name = dimensionKeyName(dimension, key, await nameInTable(reads, who, dimension, key));
    return `${dimensionWords[dimension].toLowerCase()} ${name}`;
  });
  return [...range, ...(await Promise.all(filters))].join(', ');
}

async function nameInTable(
  reads: Reads,
  who: Principal,
  dimension: MetricDimension,
  key: string,
): Promise<string | null> {
  const table = tableOf(dimension);
  if (table === null || key === '') return null;
  const [found] = await reads.read<{ name: string }>({
    name: `${table}_name`,
    text: `SELECT name FROM stipple.${table} WHERE clinic_id = $1 AND id = $2`,
    values: [who.clinicId, key],
  });
  return found?.name ?? 'unknown';
}
