import type { MetricQuery, MetricReport } from '@stipple/contracts';
import type { ClinicDatabase, Principal, Statement } from '@stipple/database';
import { type MetricKey, type MetricMode, headlineOf, metricKeys } from '@stipple/domain';
import { type Counted, figureOf, sumsSql } from './measured';
import { countingOf } from './measures';
import { withMeanings } from './meanings';
import { type Counting, MetricRows } from './metric-rows';
import type { Range } from './parameters';
import { rangeOf } from './report-range';

type Sums = Readonly<Partial<Record<MetricKey, Counted>>>;

/** Every figure, for one question. */
export async function readMetrics(
  db: ClinicDatabase,
  who: Principal,
  query: MetricQuery,
): Promise<MetricReport> {
  const range = rangeOf(query, who);
  const statements = await Promise.all(
    looks(query.mode).map((look) => sumsOf(db, who, { range, query, look })),
  );
  const answers = await db.readAll<{ asOf: string; sums: Sums }[]>(who, statements);
  const sums: Sums = Object.assign({}, ...answers.map(([row]) => row?.sums));
  return {
    ...range,
    asOf: answers[0]?.[0]?.asOf ?? '',
    headline: [...headlineOf(query.mode)],
    figures: metricKeys.map((key) => {
      const counted = sums[key];
      if (counted === undefined) throw new Error(`${key} was not counted`);
      return figureOf(key, counted, query);
    }),
  };
}

/** Metrics that are read from the same rows, in one look. */
interface Look extends Counting {
  readonly metrics: readonly MetricKey[];
}

function looks(asked: MetricMode): readonly Look[] {
  const found = new Map<string, Look>();
  for (const key of metricKeys) {
    const counting = countingOf(key, asked);
    const name = Object.values(counting).join(' ');
    found.set(name, { ...counting, metrics: [...(found.get(name)?.metrics ?? []), key] });
  }
  return [...found.values()];
}

interface Question {
  readonly range: Range;
  readonly query: MetricQuery;
  readonly look: Look;
}

function sumsOf(db: ClinicDatabase, who: Principal, { range, query, look }: Question): Promise<Statement> {
  const rows = new MetricRows(who, range, query, look);
  const each = look.metrics.map((key) => {
    const members = sumsSql(key, rows).map(([name, sql]) => `'${name}', ${sql}`);
    return `'${key}', json_build_object(${members.join(', ')})`;
  });
  const text = `SELECT now() AS "asOf", json_build_object(${each.join(', ')}) AS sums ${rows.text()}`;
  return withMeanings(db, who, rows, text);
}
