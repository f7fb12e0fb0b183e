import { setTimeout as pause } from 'node:timers/promises';
import { compareReads } from './compare-reads';
import type { Ground } from './ground';
import type { Measured } from './measured';
import { askedBy, told } from './reading';

const year = 'the twelve months up to today';

interface Sums {
  readonly part: number;
  readonly whole: number;
}
interface Report {
  readonly figures: readonly (Sums & { readonly metric: string })[];
}

/** The five figures at the top of the denial report, from the sums by day that they are kept in. */
export async function denialFigures(ground: Ground): Promise<Measured> {
  await daysAreTold(ground);
  const compared = await compareFigures(ground, ['/api/reports/metrics', '/api/reports/metrics?mode=case']);
  return told(ground, 'figures', `denial report: five figures of ${year}, both modes in turn`, compared, {
    ...{ p95: [80, 200, 500], atOnce: 4, p50: 15 },
  });
}

/** The same of what is not urgent, which is nearly everything: a question with a filter is counted from the rows. */
export async function denialFiguresCounted(ground: Ground): Promise<Measured> {
  const paths = ['event', 'case'].map((mode) => `/api/reports/metrics?urgency=standard&mode=${mode}`);
  const what = `denial report: five figures of ${year}, narrowed to what is not urgent, both modes in turn`;
  return told(ground, 'figures-counted', what, await compareFigures(ground, paths), {
    ...{ p95: [80, 200, 500], atOnce: 4, p50: 150 },
  });
}

async function compareFigures(ground: Ground, paths: readonly string[]) {
  return compareReads(ground, {
    ...(await askedBy(ground, 'dana', paths)),
    atOnce: 4,
    listed: ({ figures }: Report) =>
      figures.map(({ metric, part, whole }) => `${metric} ${part} of ${whole}`).sort(),
    listedByFloor: (found: readonly { readonly sums?: Readonly<Record<string, Sums>> }[]) =>
      found
        .flatMap(({ sums = {} }) => Object.entries(sums))
        .map(([metric, { part, whole }]) => `${metric} ${part} of ${whole}`)
        .sort(),
  });
}

/** By the product’s own job, which comes with the clock elsewhere. */
async function daysAreTold({ owner, clinicId }: Ground): Promise<void> {
  await owner.query(
    `SELECT graphile_worker.add_job('tell-days-of-clinic', json_build_object('clinicId', $1::text))`,
    [clinicId],
  );
  for (let tries = 0; tries < 1200; tries++) {
    const { rowCount } = await owner.query('SELECT FROM stipple.reported_day_changed LIMIT 1');
    if (rowCount === 0) return;
    await pause(250);
  }
  throw new Error('The sums by day were not told within five minutes.');
}

interface Cells {
  readonly cells: readonly { readonly part?: number; readonly sums?: Sums }[];
}

/** The matrix below them: denials by payer and reason. */
export async function denialGroups(ground: Ground): Promise<Measured> {
  const parts = (cells: readonly (number | undefined)[]) =>
    [...cells].sort((one = 0, other = 0) => one - other);
  const compared = await compareReads(ground, {
    ...(await askedBy(ground, 'dana', ['/api/reports/metrics/denials/groups?by=payer&across=reason'])),
    atOnce: 4,
    listed: ({ cells }: Cells) => parts(cells.map(({ part }) => part)),
    listedByFloor: (found: readonly Partial<Cells>[]) =>
      parts(found.flatMap(({ cells = [] }) => cells.map(({ sums }) => sums?.part))),
  });
  return told(ground, 'groups', `denial report: payer × reason of ${year}`, compared, {
    ...{ p95: [80, 200, 500], atOnce: 4, p50: 150 },
  });
}
