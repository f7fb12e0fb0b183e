import type { Aged, AgingReport, StandingQuery } from '@stipple/contracts';
import type { ClinicDatabase, Principal } from '@stipple/database';
import { type AgeBand, ageBands } from '@stipple/domain';
import { type StandingFilters, askedRows } from './standing-rows';
import { today } from './standing-values';

type AgedBand = Aged['bands'][number];

/** What waits for a payer and what patients owe, by how long. */
export async function readAging(
  db: ClinicDatabase,
  who: Principal,
  query: StandingQuery,
): Promise<AgingReport> {
  const [requests, owed] = await Promise.all([
    readAged(db, who, 'waiting_requests', query),
    readAged(db, who, 'owed_amounts', query),
  ]);
  return { asOf: requests.asOf, today: requests.today, requests: requests.aged, owed: owed.aged };
}

async function readAged(
  db: ClinicDatabase,
  who: Principal,
  list: 'waiting_requests' | 'owed_amounts',
  filters: StandingFilters,
) {
  const { sql, values } = await askedRows(db, who, list, filters);
  const [found] = await db.read<{ asOf: string; today: string; bands: readonly AgedBand[] }>(
    who,
    values.statement(/* sql */ `
SELECT now() AS "asOf", ${today}::text AS today, (SELECT coalesce(json_agg(b), '[]') FROM (
  SELECT s.part AS band, count(*)::int AS count, coalesce(sum(s.cents), 0) AS cents, count(s.cents)::int AS "withCents", max(s.days) AS "oldestDays"
    FROM (${sql}) s GROUP BY s.part) b) AS bands`),
  );
  if (found === undefined) throw new Error('an aggregate has one row');
  return { asOf: found.asOf, today: found.today, aged: agedOf(found.bands) };
}

/** Every band, those with nothing in them too: an empty one says something. */
function agedOf(found: readonly AgedBand[]): Aged {
  const nothing = (band: AgeBand): AgedBand => ({ band, count: 0, cents: 0, withCents: 0, oldestDays: null });
  const bands = ageBands.map((band) => found.find((one) => one.band === band) ?? nothing(band));
  const sum = (of: 'count' | 'cents' | 'withCents') => bands.reduce((total, one) => total + one[of], 0);
  const oldest = bands.findLast(({ count }) => count > 0);
  return {
    bands,
    count: sum('count'),
    cents: sum('cents'),
    withCents: sum('withCents'),
    oldestDays: oldest?.oldestDays ?? null,
  };
}
