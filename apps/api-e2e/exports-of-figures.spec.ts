import { MetricGroups, MetricItems, MetricReport } from '@stipple/contracts';
import { metricOf } from '@stipple/domain';
import { pdfText } from '@stipple/testing';
import { readXlsx } from 'hucre/xlsx';
import { deniedCase, download } from './export-story';
import { type Stage, mustBe, openStage } from './harness';
import { type Team, signInTeam, today } from './story';

/** Three denied cases of a patient whose name would run as a formula. */
let stage: Stage;
let team: Team;
const family = '=HYPERLINK("http://x","y")';
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  await deniedCase(stage, team, { bodySite: 'hand', code: '50', days: 0 });
  await deniedCase(stage, team, { bodySite: 'wrist', code: '197', days: 2 });
  await deniedCase(stage, team, { bodySite: 'elbow', days: 5 });
  await stage.db.owner.query('UPDATE stipple.patient SET family_name = $1', [family]);
}, 60_000);
afterAll(() => stage.close());

const reports = '/api/reports/metrics';
const file = (path: string) => download(team.manager, stage, `${reports}/${path}`);
const json = async (path: string) => mustBe(200, await team.manager.get(`${reports}/${path}`));
const sheets = async (path: string) =>
  new Map((await readXlsx(await file(path))).sheets.map((one) => [one.name, one.rows]));
const dayOf = (cell: unknown) => (cell as Date).toISOString().slice(0, 10);

it('writes the cases behind a figure into a workbook, cell by cell what the list shows', async () => {
  const { rows, total } = MetricItems.parse(await json('payer_days/cases?side=whole'));
  const book = await sheets('payer_days/export?side=whole&format=xlsx');
  expect([...book.keys()]).toEqual(['About', 'Cases']);
  const [head, ...written] = book.get('Cases') ?? [];
  expect(head?.slice(0, 4)).toEqual(['Case', 'Patient', 'Payer', 'Day']);
  expect(written).toHaveLength(total);
  expect(
    written.map((row) => [
      row[0],
      row[1],
      row[2],
      dayOf(row[3]),
      row[5] ?? '',
      row[6],
      row[8] ?? null,
      row[12],
    ]),
  ).toEqual(
    rows.map((one) => [
      one.caseNumber,
      one.patientName,
      one.payerName,
      one.day,
      one.code,
      one.reason,
      one.physicianName,
      one.value,
    ]),
  );
  expect(written[0]?.[1]).toMatch(/^=HYPERLINK/);
});

it('says on the first sheet what was counted how, filtered by what, as of when, and how many there are', async () => {
  const about = new Map(
    (await sheets(`payer_days/export?side=whole&format=xlsx&payerId=${team.clinic.payerId}`))
      .get('About')
      ?.map(([label, says]) => [label, says]),
  );
  const [definition] = metricOf('payer_days').versions;
  expect([...about.keys()][0]).toBe(
    'Payer days to a decision (definition 1), all that it is a part of: last 12 months, payer Test Health Plan',
  );
  expect(about.get('Numerator')).toBe(definition.numerator);
  expect(about.get('Day')).toBe(definition.dateBasis);
  expect(about.get('Cases')).toBe('3 rows');
  const { timeZone } = team.clinic;
  const [, day, zone] = /^(\S+) \d\d:\d\d \((.+)\)$/.exec(String(about.get('As of'))) ?? [];
  expect([day, zone]).toEqual([today(timeZone), timeZone]);
});

it('writes money as money', async () => {
  const { rows } = MetricItems.parse(await json('money_denied/cases'));
  const [, ...written] = (await sheets('money_denied/export?format=xlsx')).get('Cases') ?? [];
  expect(written.map((row) => row[12] ?? null)).toEqual(
    rows.map(({ value }) => (value === null ? null : value / 100)),
  );
});

it('never lets a patient’s name run as a formula', async () => {
  const csv = (await file('denials/export')).toString();
  expect(csv).toContain(`"'=HYPERLINK(""http://x"",""y""), Alpha"`);
  const { sheets: all } = await readXlsx(await file('denials/export?format=xlsx'), { readStyles: true });
  const cells = all.flatMap(({ cells }) => [...(cells?.values() ?? [])]);
  expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
});

it('prints the cases with their definition, and below them how many they are', async () => {
  const text = pdfText(await file('payer_days/export?side=whole&format=pdf'));
  expect(text).toContain('Payer days to a decision (definition 1)');
  expect(text).toContain('Numerator: Whole days');
  expect(text).toMatch(/3 rows/);
  expect(text).toContain('Page 1');
});

it('writes the whole report, a sheet for each table, and every number is the one of the page', async () => {
  const book = await sheets('export?format=xlsx');
  expect([...book.keys()]).toEqual([
    'About',
    'Figures',
    'By month',
    'By payer',
    'By reason',
    'Payer and reason',
    'By physician',
    'By coordinator',
    'By code',
  ]);
  const { figures } = MetricReport.parse(mustBe(200, await team.manager.get(reports)));
  const cells = (row: readonly unknown[], count: number) =>
    Array.from({ length: count }, (_, at) => row[at] ?? null);
  expect((book.get('Figures') ?? []).slice(1).map((row) => cells(row, 11))).toEqual(
    figures.map((one) => [
      metricOf(one.metric).name,
      one.version,
      expect.any(String),
      one.part,
      one.whole,
      one.share,
      one.low,
      one.high,
      one.median,
      one.ninthDecile,
      one.cents === null ? null : one.cents / 100,
    ]),
  );
  for (const [name, by] of [
    ['By month', 'by=month'],
    ['By payer', 'by=payer'],
    ['By reason', 'by=reason'],
    ['Payer and reason', 'by=payer&across=reason'],
    ['By physician', 'by=physician'],
    ['By coordinator', 'by=coordinator'],
    ['By code', 'by=codes'],
  ] as const) {
    const groups = MetricGroups.parse(await json(`denial_rate/groups?${by}`));
    expect(groups.cells.length).toBeGreaterThan(0);
    expect([
      name,
      (book.get(name) ?? []).slice(1).map((row) => cells(row, groups.cells[0]!.keys.length + 5)),
    ]).toEqual([
      name,
      groups.cells.map((one) => [
        ...one.keys.map((key) => key.name),
        one.part,
        one.whole,
        one.share,
        one.low,
        one.high,
      ]),
    ]);
  }
  const about = book.get('About')?.map(([label]) => label);
  expect(about).toContain('First-decision denial rate (definition 2)');
});

it.each(['csv', 'pdf'])(
  'writes the whole report as %s, with the rows of each table counted',
  async (format) => {
    const bytes = await file(`export?format=${format}`);
    const text = format === 'pdf' ? pdfText(bytes) : bytes.toString();
    for (const name of ['Figures', 'By month', 'Payer and reason', 'By code']) expect(text).toContain(name);
    expect(text.match(/\d+ rows?/g)?.length).toBeGreaterThanOrEqual(8);
  },
);

it('enters each export in the audit trail', async () => {
  await file('export');
  await file('denials/export');
  const { rows } = await stage.db.owner.query<{ action: string }>(
    `SELECT DISTINCT action FROM stipple.audit_entry WHERE action IN ('metric_cases.export', 'metric_report.export')`,
  );
  expect(rows).toHaveLength(2);
});

it.each([
  'denials/export?from=1999-01-01&to=2026-01-01&format=pdf',
  'export?format=docx',
  'export?from=2999-01-01',
])('refuses what nobody can answer as a sentence and not as half a file: %s', async (path) => {
  const { status, problem } = await team.manager.get(`${reports}/${path}`);
  expect([status, problem.code]).toEqual([400, 'invalid']);
});
