import type { QueueCounts, QueueCountsQuery } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { queueViews } from '@stipple/domain';
import { countCap } from './queue-page.queries';
import { clockSql } from './queue-row';
import { QueueStatement } from './queue-statement';
import { conditions } from './queue-filters';

/** As many due cases are looked at, the longest due first; beyond that nobody counts the views' shares. */
const dueCap = 10_000;

/**
 * How many cases each view holds, in one round trip. No count goes further than people read. What is due is found once
 * for all views, along its index: PostgreSQL cannot know how few that are, and would read the clinic for each view.
 */
export async function countViews(
  db: ClinicDatabase,
  who: Principal,
  filters: QueueCountsQuery,
): Promise<QueueCounts> {
  const asked = new QueueStatement(who, { ...filters, sort: 'due', direction: 'up' });
  const inViews = queueViews.map((view) => conditions({ view }, who, asked.value, 'clock.today'));
  const counts = queueViews.map(
    (view, index) =>
      `'${view}', json_build_array((SELECT count(*) FROM (SELECT 1 ${asked.from} AND ${inViews[index]} LIMIT ${countCap + 1}) t), due.of[${index + 1}])`,
  );
  const due = inViews.map((inView) => `count(*) FILTER (WHERE ${inView})`);
  const text = /* sql */ `SELECT json_build_object(${counts.join(',\n')}) AS views FROM ${clockSql}
    CROSS JOIN LATERAL (SELECT ARRAY[${due.join(', ')}] AS of FROM (SELECT c.* ${asked.from}
      AND c.press_due <= clock.today ORDER BY ${asked.order.by()} LIMIT ${dueCap}) c) due`;
  const [row] = await db.read<{ views: Record<string, readonly [number, number]> }>(who, asked.named(text));
  const found = row?.views ?? {};
  return {
    views: Object.fromEntries(
      queueViews.map((view) => {
        const [count = 0, due = 0] = found[view] ?? [];
        const shown = { count: Math.min(count, countCap), capped: count > countCap };
        return [view, { ...shown, due: Math.min(due, countCap) }];
      }),
    ) as QueueCounts['views'],
  };
}
