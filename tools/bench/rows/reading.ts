import { queueViews } from '@stipple/domain';
import type { StaffKey } from '../../corpus/people';
import type { Wanted } from '../load/drive';
import { inRounds, throughputRatio } from '../load/rounds';
import { compareReads, inTurn } from './compare-reads';
import { type Ground, ask } from './ground';
import { type Measured, type RowName, atLeast, atMost, bySize, timesOf, within } from './measured';

interface Page {
  readonly rows: readonly { readonly id: string }[];
  readonly next: string | null;
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

/** Every view of the queue, and all open cases, each its first page. */
export async function queuePage(ground: Ground): Promise<Measured> {
  const paths = ['/api/cases', ...queueViews.map((view) => `/api/cases?view=${view}`)];
  const compared = await compareReads(ground, {
    ...(await askedBy(ground, 'robin', paths)),
    atOnce: 16,
    listed: ({ rows }: Page) => idsOf(rows),
    listedByFloor: (rows: readonly { readonly page?: Page }[]) =>
      idsOf(rows.find(({ page }) => page)?.page?.rows ?? []).slice(0, 50),
  });
  return told(ground, 'queue', `queue page, 50 rows, all ${paths.length} views in turn`, compared, {
    ...{ p95: [30, 60, 120], atOnce: 16, throughput: 0.75, cpu: 1.4 },
  });
}

/** As far down as the clinic goes, at most page 400, against page 1 of the same list. */
export async function page400(ground: Ground): Promise<Measured> {
  const headers = await ground.as('robin');
  const path = (after: string | null) => `/api/cases${after ? `?after=${after}` : ''}`;
  let [number, after] = [1, null as string | null];
  for (;;) {
    const { next } = await ask<Page>(ground, { path: path(after), headers });
    if (next === null || number === 400) break;
    [number, after] = [number + 1, next];
  }
  const next = (one: string | null) => inTurn([{ path: path(one), headers }]);
  const contenders = [after, null].map((one) => ({ server: ground.api, next: next(one) }));
  const [deep, first] = await inRounds(contenders, { ...ground.course, atOnce: 16 });
  if (deep === undefined || first === undefined) throw new Error('two were measured');
  const ratio = throughputRatio(deep, first);
  return {
    ...{ row: 'page-400', what: `queue page ${number}, against page 1`, cases: ground.cases, atOnce: 16 },
    ...{ ...timesOf(deep), floors: [], agrees: null },
    goals: [atLeast('throughput of page 1', ratio, 0.9)],
    note: 'Both from the API: what is compared is the place in the list.',
  };
}

/** Cases at random, each with its whole page in one request. */
export async function casePage(ground: Ground): Promise<Measured> {
  const { rows } = await ground.owner.query<{ id: string }>(
    'SELECT id FROM stipple.treatment_case WHERE case_number = ANY ($1)',
    [spread(ground.cases, 64)],
  );
  const compared = await compareReads(ground, {
    ...(await askedBy(
      ground,
      'robin',
      rows.map(({ id }) => `/api/cases/${id}`),
    )),
    atOnce: 8,
    listed: ({ id, version }: { id: string; version: number }) => [id, version],
    listedByFloor: (found: readonly { readonly facts?: { case: { id: string; seq: number } } }[]) =>
      found.flatMap(({ facts }) => (facts ? [facts.case.id, facts.case.seq] : [])),
  });
  return told(ground, 'case', 'case page in one request', compared, { p95: [40, 60, 100], atOnce: 8 });
}

interface Hits {
  readonly cases: readonly { readonly id: string }[];
  readonly patients: readonly { readonly id: string }[];
}
const hitsOf = ({ cases, patients }: Hits) => [...idsOf(cases), ...idsOf(patients)];

/** Whatever somebody may have on a slip of paper: record, member, authorization, reference and case numbers. */
export async function identifierSearch(ground: Ground): Promise<Measured> {
  const { rows } = await ground.owner.query<{ q: string }>(identifiersSql, [spread(ground.cases, 24)]);
  const headers = await ground.as('robin');
  const compared = await compareReads(ground, {
    asks: rows.map(({ q }) => ({
      path: '/api/search',
      headers: { ...headers, 'stipple-search': encodeURIComponent(q) },
    })),
    ...{ staffId: await ground.idOf('robin'), atOnce: 4 },
    listed: hitsOf,
    listedByFloor: (found: readonly { readonly hits?: Hits }[]) => {
      const hits = found.find((one) => one.hits)?.hits;
      return hits ? hitsOf(hits) : [];
    },
  });
  return told(ground, 'search', `search by ${rows.length} identifiers of six kinds`, compared, {
    ...{ p95: [30, 60, 100], atOnce: 4 },
  });
}

const identifiersSql = /* sql */ `
WITH one AS (SELECT * FROM stipple.treatment_case WHERE case_number = ANY ($1))
SELECT p.record_number AS q FROM one c JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
UNION SELECT v.member_id FROM one c JOIN stipple.coverage v ON (v.clinic_id, v.id) = (c.clinic_id, c.coverage_id)
UNION SELECT a.number FROM one c JOIN stipple.payer_authorization a ON (a.clinic_id, a.case_id) = (c.clinic_id, c.id) WHERE a.number IS NOT NULL
UNION SELECT r.payer_reference FROM one c JOIN stipple.auth_request r ON (r.clinic_id, r.case_id) = (c.clinic_id, c.id) WHERE r.payer_reference IS NOT NULL
UNION SELECT b.reference_number FROM one c JOIN stipple.benefit_call b ON (b.clinic_id, b.case_id) = (c.clinic_id, c.id) WHERE b.reference_number IS NOT NULL
UNION SELECT c.case_number::text FROM one c`;

export async function askedBy(ground: Ground, who: StaffKey, paths: readonly string[]) {
  const headers = await ground.as(who);
  const asks: Wanted[] = paths.map((path) => ({ path, headers }));
  return { asks, staffId: await ground.idOf(who) };
}

/** Numbers of cases, evenly from the first to the last. */
const spread = (cases: number, count: number) =>
  Array.from(
    { length: Math.min(count, cases) },
    (_, at) => 1 + Math.floor((at * cases) / Math.min(count, cases)),
  );

interface Limits {
  readonly p95: readonly [number, number, number];
  readonly atOnce: number;
  /** At a million cases, read from the rows themselves. */
  readonly p50?: number;
  readonly throughput?: number;
  readonly cpu?: number;
}

export function told(
  { cases }: Ground,
  row: RowName,
  what: string,
  { api, floors, agrees }: Awaited<ReturnType<typeof compareReads>>,
  { p95, atOnce, p50, throughput, cpu }: Limits,
): Measured {
  const times = timesOf(api);
  const [{ ratio = NaN, cpuRatio = NaN } = {}] = floors;
  return {
    ...{ row, what, cases, atOnce, ...times, floors, agrees, note: null },
    goals: [
      within('p95', times, bySize(cases, p95)),
      ...(p50 === undefined ? [] : [within('p50', times, p50)]),
      ...(throughput === undefined ? [] : [atLeast('throughput of the floor', ratio, throughput)]),
      ...(cpu === undefined ? [] : [atMost('CPU of the floor', cpuRatio, cpu)]),
    ],
  };
}
