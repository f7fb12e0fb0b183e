import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CaseView,
  ClockBreachList,
  CompletenessReport,
  MetricGroups,
  MetricItem,
  MetricItems,
  ScreeningNow,
} from '@stipple/contracts';
import { TestDatabase, freshDatabase, makeClinic } from '@stipple/testing';
import { parse } from 'csv-parse/sync';
import { Browser, mustBe } from '../../../apps/api-e2e/browser';
import { TestApi, startTestApi } from '../../../apps/api-e2e/test-api';
import { demoPassword } from '../people';
import { tables } from '../rows';
import { measureBias } from '../bias/measure-bias';
import { arrayColumns } from './csv';
import { loadGroup } from './load-group';
import type { Manifest } from './manifest';
import { planGroup, sketchOf } from './plan-group';
import { oneByOne, writeGroup } from './write-group';

/** A small group, told, written, loaded through COPY, and asked through the API: what was told is what it answers. */
const group = { cases: 400, seed: 3, clinics: 2 };
const folder = mkdtempSync(join(tmpdir(), 'stipple-corpus-'));
const corpus = join(folder, 'group');
const files = join(folder, 'files');
let db: TestDatabase;
let api: TestApi;
let manifest: Manifest;
let clinics: readonly Loaded[];

interface Loaded {
  readonly id: string;
  readonly manager: Browser;
  readonly physician: Browser;
  readonly requests: readonly Line[];
  readonly challenges: readonly Line[];
  readonly screenings: readonly Line[];
  readonly totals: Totals;
}
type Line = Readonly<Record<string, string>>;
interface Totals extends Readonly<Record<string, unknown>> {
  readonly today: string;
  readonly decidedLate: number;
  readonly firstPassApprovals: number;
  readonly challengesDecided: Readonly<Record<string, number>>;
  readonly decisions: Readonly<Record<string, number>>;
  readonly denials: Readonly<Record<string, number>>;
  readonly denialReasons: Readonly<Record<string, number>>;
  readonly claims: Readonly<Record<string, number>>;
  readonly selfPay: Readonly<Record<string, number>>;
}

beforeAll(async () => {
  manifest = await writeGroup({ ...group, out: corpus, tellers: oneByOne });
  db = await freshDatabase();
  await loadGroup(db.ownerUrl, { corpus, files });
  api = await startTestApi({
    DATABASE_URL: db.applicationUrl,
    PORT: '0',
    FILES_FOLDER: files,
    SECURE_COOKIES: 'no',
    REQUESTS_PER_MINUTE: '1000000',
    SIGN_INS_PER_MINUTE: '100000',
    WATCHING: 'no',
    LOG_LEVEL: 'silent',
  });
  const planned = planGroup(group);
  clinics = await Promise.all(
    manifest.clinics.map(async ({ id, folder: at }, index) => {
      const [plan] = planned.slice(index);
      if (plan === undefined) throw new Error('as many clinics as planned');
      const { staff } = sketchOf(plan);
      const signIn = ({ name, email }: { name: string; email: string }) =>
        Browser.signIn(api.url, { id: '', name, email, password: demoPassword });
      const read = (name: string) => readFileSync(join(corpus, at, 'expected', name), 'utf8');
      const lines = (name: string): Line[] => parse(read(name), { columns: true });
      return {
        id,
        manager: await signIn(staff.dana),
        physician: await signIn(staff.hart),
        requests: lines('requests.csv'),
        challenges: lines('challenges.csv'),
        screenings: lines('screenings.csv'),
        totals: JSON.parse(read('totals.json')) as Totals,
      };
    }),
  );
}, 300_000);
afterAll(async () => {
  await api?.close();
  await db?.close();
  rmSync(folder, { recursive: true, force: true });
});

const rounded = (value: object): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Math.round(one * 1e9) / 1e9 : one)),
  );

const rowsOf = async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
  (await db.owner.query<Row>(sql, [...values])).rows;
const countsOf = (keys: readonly string[]) =>
  Object.fromEntries([...new Set(keys)].sort().map((key) => [key, keys.filter((one) => one === key).length]));

it('brings in every row that was written', async () => {
  for (const [table, count] of Object.entries(manifest.rows)) {
    const [row] = await rowsOf<{ n: number }>(`SELECT count(*)::int AS n FROM stipple.${table}`);
    expect([table, row?.n]).toEqual([table, count]);
  }
});

/** All of them, page by page. */
async function denialsOf(manager: Browser, range: string): Promise<readonly MetricItem[]> {
  const rows: MetricItem[] = [];
  for (let after: string | null = ''; after !== null;) {
    const place: string = after === '' ? '' : `&after=${after}`;
    const path = `/api/reports/metrics/denials/cases?${range}${place}`;
    const page = MetricItems.parse(mustBe(200, await manager.get(path)));
    rows.push(...page.rows);
    after = page.next;
    if (after === null) expect(page.total).toBe(rows.length);
  }
  return rows;
}

it('reports decisions and denials by payer, month, reason and class as they were told', async () => {
  for (const { manager, totals } of clinics) {
    const range = `from=2024-01-01&to=${totals.today}`;
    const sum = (counts: Readonly<Record<string, number>>) =>
      Object.values(counts).reduce((one, other) => one + other, 0);
    const groups = `/api/reports/metrics/denial_rate/groups?${range}&by=payer&across=month`;
    const { figure, cells } = MetricGroups.parse(mustBe(200, await manager.get(groups)));
    expect(sum(totals.denials)).toBeGreaterThan(40);
    expect([figure.part, figure.whole]).toEqual([sum(totals.denials), sum(totals.decisions)]);
    const decisions = cells.map(({ keys, whole }) => [keys.map(({ name }) => name).join(' | '), whole]);
    expect(Object.fromEntries(decisions)).toEqual(totals.decisions);
    const reasons = (await denialsOf(manager, range)).map(
      (one) => `${one.payerName} | ${one.day.slice(0, 7)} | ${one.code} | ${one.denialClass}`,
    );
    const byReason = [...Map.groupBy(reasons, (one) => one)].map(([one, all]) => [one, all.length]);
    expect(Object.fromEntries(byReason)).toEqual(totals.denialReasons);
  }
});

it('compares complete requests with others as a count of the files does', async () => {
  for (const [index, { manager, totals }] of clinics.entries()) {
    const address = `/api/reports/metrics/completeness?from=2024-01-01&to=${totals.today}`;
    const { association } = CompletenessReport.parse(mustBe(200, await manager.get(address)));
    const told = measureBias(corpus, [manifest.clinics[index]?.folder ?? '']).association;
    expect(association.compared).toBeGreaterThan(30);
    // Sums in another order may differ in the last place.
    expect(rounded(association)).toEqual(rounded(told));
  }
});

it('classes each denial as its letter was meant', async () => {
  for (const { manager, requests, totals } of clinics) {
    const range = `from=2024-01-01&to=${totals.today}`;
    const rows = await denialsOf(manager, range);
    const told = new Map(requests.map((one) => [one['request_id'], one]));
    expect(rows.length).toBe(requests.filter(({ outcome }) => outcome === 'denied').length);
    for (const { requestId, code, denialClass, day } of rows) {
      const one = told.get(requestId);
      expect([requestId, code, denialClass, day]).toEqual([
        requestId,
        one?.['denial_code'],
        one?.['denial_class'],
        one?.['decided_on'],
      ]);
    }
  }
});

it('finds the decisions that came too late, by as many days, and no other', async () => {
  for (const { manager, requests, totals } of clinics) {
    const { from, rows } = ClockBreachList.parse(
      mustBe(200, await manager.get('/api/reports/clock-breaches')),
    );
    const late = requests.filter((one) => one['days_late'] !== '' && (one['received_on'] ?? '') > from);
    expect(late.length).toBeGreaterThan(2);
    expect(totals.decidedLate).toBeGreaterThanOrEqual(late.length);
    const told = new Set(late.map((one) => one['request_id']));
    const found = rows.filter(({ requestId, decidedOn }) => decidedOn !== null && told.has(requestId));
    expect(
      found.map(({ requestId, dueOn, daysLate }) => [requestId, dueOn, String(daysLate)]).sort(),
    ).toEqual(late.map((one) => [one['request_id'], one['decision_due_on'], one['days_late']]).sort());
    // What was received on the very edge of the report's year may be in it or not; nothing else is.
    const others = rows.filter(({ requestId, decidedOn }) => decidedOn !== null && !told.has(requestId));
    for (const { requestId } of others)
      expect(requests.find((one) => one['request_id'] === requestId)?.['days_late']).not.toBe('');
  }
});

it('gives open cases the last days that were counted for them', async () => {
  let [decisions, appeals] = [0, 0];
  for (const { manager, requests } of clinics) {
    const open = await rowsOf<{ id: string }>(`SELECT id FROM stipple.treatment_case WHERE state = 'open'`);
    const isOpen = new Set(open.map(({ id }) => id));
    for (const one of requests) {
      if (!isOpen.has(one['case_id'] ?? '')) continue;
      const { clocks } = CaseView.parse(mustBe(200, await manager.get(`/api/cases/${one['case_id']}`)));
      for (const { requestId, clock, subject, kind, dueOn } of clocks) {
        if (requestId !== one['request_id'] || subject !== 'auth_request' || kind !== 'due') continue;
        if (['decision_standard', 'decision_expedited'].includes(clock)) {
          expect([requestId, dueOn]).toEqual([requestId, one['decision_due_on']]);
          decisions += 1;
        }
        if (clock === 'appeal_1_filing' && one['outcome'] === 'denied') {
          expect([requestId, dueOn]).toEqual([requestId, one['appeal_by']]);
          appeals += 1;
        }
      }
    }
  }
  expect(decisions).toBeGreaterThan(10);
  expect(appeals).toBeGreaterThan(10);
});

it('has challenges that were to be filed by the days that were counted for them', async () => {
  const stored = await rowsOf<{ id: string; day: string }>(
    `SELECT id, coalesce(file_by_on::text, '') AS day FROM stipple.challenge ORDER BY id`,
  );
  const told = clinics.flatMap(({ challenges }) =>
    challenges.map((one) => ({ id: one['challenge_id'], day: one['file_by_on'] })),
  );
  expect(stored.length).toBeGreaterThan(8);
  expect(stored).toEqual(told.sort((one, other) => ((one.id ?? '') < (other.id ?? '') ? -1 : 1)));
});

it('passes at the first try, and has challenges decided, as often as the events say', async () => {
  for (const { id, totals } of clinics) {
    const [found] = await rowsOf<{ first: number; decided: number; overturned: number }>(
      `SELECT (SELECT count(*)::int FROM stipple.auth_request r WHERE r.clinic_id = $1 AND r.state = 'approved' AND r.supersedes_id IS NULL
                  AND NOT EXISTS (SELECT FROM stipple.case_event e WHERE e.clinic_id = r.clinic_id AND e.subject_id = r.id AND e.move = 'request_information')
                  AND NOT EXISTS (SELECT FROM stipple.auth_request b WHERE b.clinic_id = r.clinic_id AND b.case_id = r.case_id AND b.id < r.id AND b.submitted_at IS NOT NULL)) AS first,
              count(*) FILTER (WHERE state IN ('upheld', 'overturned', 'partly_overturned'))::int AS decided,
              count(*) FILTER (WHERE state IN ('overturned', 'partly_overturned'))::int AS overturned
         FROM stipple.challenge WHERE clinic_id = $1`,
      [id],
    );
    expect(found?.first).toBeGreaterThan(10);
    expect(found).toEqual({ first: totals.firstPassApprovals, ...totals.challengesDecided });
  }
});

it('shows screenings as they were told and signed', async () => {
  for (const { physician, screenings } of clinics) {
    const some = screenings.filter((_, index) => index % 6 === 0);
    expect(countsOf(some.map((one) => one['told'] ?? ''))).toMatchObject({
      cosmetic: expect.any(Number),
      likely_medical: expect.any(Number),
      uncertain: expect.any(Number),
    });
    for (const one of some) {
      const { past } = ScreeningNow.parse(
        mustBe(200, await physician.get(`/api/cases/${one['case_id']}/screening`)),
      );
      const found = past.find(({ id }) => id === one['screening_id']);
      expect([found?.id, found?.computed?.outcome]).toEqual([one['screening_id'], one['told']]);
      if (one['signed'] !== '') expect(found?.outcome).toBe(one['signed']);
    }
  }
});

it('adds its money up to what was counted: claims, and what patients paid themselves', async () => {
  for (const { id, totals } of clinics) {
    const [claims] = await rowsOf(
      `SELECT count(*)::int AS claims, sum(charge_cents)::int AS "chargedCents", sum(paid_cents)::int AS "paidCents",
              sum(patient_cents)::int AS "patientCents", sum(contractual_cents)::int AS "contractualCents" FROM stipple.claim WHERE clinic_id = $1`,
      [id],
    );
    expect(claims).toEqual(totals.claims);
    const { chargedCents = 0, adjustedCents = 0, paidCents = 0, refundedCents = 0 } = totals.selfPay;
    expect(chargedCents).toBeGreaterThan(0);
    // Every entry is posted twice; what patients still owe stands on their own account.
    const [owed] = await rowsOf<{ cents: number }>(
      `SELECT sum(cents)::int AS cents FROM stipple.ledger_posting WHERE clinic_id = $1 AND account = 'patient_receivable'`,
      [id],
    );
    expect(owed?.cents).toBe(chargedCents - adjustedCents - paidCents + refundedCents);
  }
});

it('knows which columns are arrays', async () => {
  const arrays = await rowsOf<{ table: string; columns: string[] }>(
    `SELECT table_name AS "table", array_agg(column_name::text ORDER BY ordinal_position) AS columns
       FROM information_schema.columns WHERE table_schema = 'stipple' AND data_type = 'ARRAY' GROUP BY 1`,
  );
  const written = arrays.flatMap(({ table, columns }) => {
    const names: readonly string[] = (tables as Readonly<Record<string, readonly string[]>>)[table] ?? [];
    const some = columns.filter((column) => names.includes(column));
    return some.length > 0 ? [[table, some] as const] : [];
  });
  expect(Object.fromEntries(written)).toEqual(arrayColumns);
});

it('loads once, and never beside a clinic of somebody’s own', async () => {
  expect(await loadGroup(db.ownerUrl, { corpus, files })).toMatchObject({ clinics: 2, wereThere: 2 });
  const other = await freshDatabase();
  await makeClinic(other.owner);
  await expect(loadGroup(other.ownerUrl, { corpus, files })).rejects.toThrow('none of this corpus');
  await other.close();
});

it('loads nothing of a clinic of which a file was changed', async () => {
  const changed = join(folder, 'changed');
  cpSync(corpus, changed, { recursive: true });
  const rooms = join(changed, 'clinics/002/room.csv');
  writeFileSync(rooms, readFileSync(rooms, 'utf8').replace('Room 1', 'Room 9'));
  const other = await freshDatabase();
  await expect(loadGroup(other.ownerUrl, { corpus: changed, files })).rejects.toThrow('SHA-256');
  const { rows } = await other.owner.query<{ id: string }>('SELECT id FROM stipple.clinic');
  expect(rows.map(({ id }) => id)).toEqual([manifest.clinics[0]?.id]);
  await other.close();
});
