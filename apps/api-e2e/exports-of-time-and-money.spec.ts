import { MetricGroups, MetricReport } from '@stipple/contracts';
import { metricOf, preventionWords } from '@stipple/domain';
import { readXlsx } from 'hucre/xlsx';
import { deniedCase, download } from './export-story';
import { type Stage, mustBe, openStage } from './harness';
import { type Team, signInTeam } from './story';

/** Three denied cases, two of them closed: one was avoidable, one came late, one without a reason. */
let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  await deniedCase(stage, team, { bodySite: 'hand', code: '197', days: 40 });
  await deniedCase(stage, team, { bodySite: 'wrist', code: '50', days: 2 });
  await deniedCase(stage, team, { bodySite: 'elbow', days: 5 });
  const { rows } = await stage.db.owner.query<{ id: string }>(
    `SELECT id FROM stipple.treatment_case WHERE clinic_id = $1 ORDER BY case_number LIMIT 2`,
    [team.clinic.id],
  );
  for (const { id } of rows) {
    const { version } = await team.coordinator.case(id);
    await team.coordinator.move(`/api/cases/${id}/closures`, { version, reason: 'transferred' });
  }
}, 60_000);
afterAll(() => stage.close());

const reports = '/api/reports/metrics';
const path = `${reports}/time-and-money/export`;
const book = async (query = '') => {
  const { sheets } = await readXlsx(await download(team.manager, stage, `${path}?format=xlsx${query}`));
  return new Map(sheets.map(({ name, rows }) => [name, rows]));
};
const groups = async (metric: string, query: string) =>
  MetricGroups.parse(mustBe(200, await team.manager.get(`${reports}/${metric}/groups?${query}`)));
/** The row of whoever stands first in a sheet, by the heads of its columns. */
function firstOf(rows: readonly (readonly unknown[])[] | undefined): ReadonlyMap<unknown, unknown> {
  const [head = [], row = []] = rows ?? [];
  return new Map(head.map((name, at) => [name, row[at] ?? null]));
}

it('holds every table of the page, and every number is the one of the page', async () => {
  const sheets = await book();
  expect([...sheets.keys()]).toEqual([
    'About',
    'Figures',
    'Time',
    'Money',
    'Denials by cause',
    'Late decisions by payer',
  ]);

  const time = firstOf(sheets.get('Time'));
  const [payer, clinic, open] = await Promise.all(
    ['payer_time', 'clinic_time', 'open_time'].map((metric) => groups(metric, 'mode=case&by=payer')),
  );
  const days = await groups('payer_days', 'mode=event&by=payer');
  expect(time.get('Cases (n)')).toBe(2);
  for (const found of [payer, clinic, open])
    expect(time.get(`${metricOf(found!.figure.metric).name}, seconds`)).toBe(found!.cells[0]?.seconds);
  expect(
    Number(time.get('Time with the payer, seconds')) + Number(time.get('Time with the clinic, seconds')),
  ).toBe(time.get('Time open, seconds'));
  expect([time.get('Payer days to a decision, median'), time.get('Payer days to a decision, n')]).toEqual([
    days.cells[0]?.median,
    3,
  ]);

  const money = firstOf(sheets.get('Money'));
  const denied = await groups('money_denied', 'mode=case&by=payer');
  expect([money.get('Money denied'), money.get('Money denied, n')]).toEqual([
    Number(denied.cells[0]?.cents) / 100,
    3,
  ]);
  expect(money.get('Self-pay paid')).toBeNull();

  const causes = (sheets.get('Denials by cause') ?? []).slice(1);
  expect(causes.map((row) => Number(row[2])).reduce((sum, one) => sum + one, 0)).toBe(3);
  const lacking = causes.find(([, isAvoidable]) => isAvoidable === 'yes');
  expect(lacking?.slice(2)).toEqual([1, 1 / 3, preventionWords.no_authorization]);

  const late = firstOf(sheets.get('Late decisions by payer'));
  const inTime = await groups('within_deadline_rate', 'mode=event&by=payer');
  expect([late.get('Late'), late.get('In time'), late.get('With a last day (n)')]).toEqual([
    inTime.figure.whole - inTime.figure.part,
    inTime.figure.part,
    inTime.figure.whole,
  ]);
});

it('has the figures of the page, time in seconds among them, with their definitions', async () => {
  const sheets = await book(`&payerId=${team.clinic.payerId}`);
  const asked = 'open_time,money_asked';
  const { figures } = MetricReport.parse(
    mustBe(200, await team.manager.get(`${reports}?mode=case&metrics=${asked}`)),
  );
  const rows = sheets.get('Figures') ?? [];
  const column = (name: string) => rows[0]?.indexOf(name) ?? -1;
  for (const { metric, cents, seconds, whole } of figures) {
    const row = rows.find(([name]) => name === metricOf(metric).name) ?? [];
    expect([metric, row[column('Denominator (n)')], row[column('Seconds')] ?? null]).toEqual([
      metric,
      whole,
      seconds,
    ]);
    expect(row[column('US dollars')] ?? null).toBe(cents === null ? null : cents / 100);
  }
  const about = sheets.get('About')?.map(([label]) => label);
  expect(about?.[0]).toBe('Time and money by payer: last 12 months, payer Test Health Plan');
  expect(about).toEqual(
    expect.arrayContaining(['Time open (definition 1)', 'Late decisions (definition 1)']),
  );
});

it('is grouped as the page is', async () => {
  const sheets = await book('&by=month');
  for (const name of ['Time', 'Money']) {
    const [head, ...rows] = sheets.get(name) ?? [];
    expect([name, head?.[0]]).toEqual([name, 'Month']);
    expect(rows.every(([month]) => /^\d{4}-\d\d$/.test(String(month)))).toBe(true);
  }
});

it.each(['csv', 'pdf'])('comes as %s too, and each export is entered in the audit trail', async (format) => {
  const before = await exports();
  const file = await download(team.manager, stage, `${path}?format=${format}`);
  expect(file.length).toBeGreaterThan(1000);
  expect(await exports()).toBe(before + 1);
});

async function exports(): Promise<number> {
  const { rows } = await stage.db.owner.query<{ count: number }>(
    `SELECT count(*)::int FROM stipple.audit_entry WHERE action = 'time_and_money.export'`,
  );
  return rows[0]?.count ?? 0;
}

it.each(['by=reason', 'by=moon', 'mode=case', 'from=2999-01-01'])(
  'refuses what nobody can answer before anything is sent: %s',
  async (query) => {
    const { status, problem } = await team.manager.get(`${path}?${query}`);
    expect([status, problem.code]).toEqual([400, 'invalid']);
  },
);
