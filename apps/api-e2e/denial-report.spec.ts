import { MetricGroups, MetricItems, MetricReport } from '@stipple/contracts';
import { Stage, mustBe, openStage } from './harness';
import { addPatient } from './roster-story';
import { sentEarlier } from './sent-story';
import { Team, approval, caseWithPayer, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
/** Code given by the payer, and the days before today on which it decided. */
const denials = [
  ['50', 0],
  ['50', 0],
  ['96', 40],
  ['Q7', 40],
  [undefined, 70],
] as const;
const formula = '=HYPERLINK("http://example.test","click")';
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  const { coordinator, clinic } = team;
  const sites = ['hand', 'wrist', 'elbow', 'knee', 'foot'];
  const evil = await addPatient(stage.db.owner, clinic, { family: '@SUM(1+1)', given: '-cmd' });
  for (const [index, [code, ago]] of denials.entries()) {
    const { requestId } = await caseWithPayer(team, { ...evil, bodySite: sites[index] });
    await sentEarlier(stage.db.owner, requestId, ago);
    const decisionOn = today(clinic.timeZone, -ago);
    const denial = {
      version: 4,
      words: `${formula}, "quoted"\nand a second line`,
      code,
      kind: 'clinical',
      decisionOn,
      noticeReceivedOn: decisionOn,
    };
    await coordinator.move(`/api/auth-requests/${requestId}/denials`, denial);
  }
  const approved = await caseWithPayer(team, { bodySite: 'hip' });
  const proofId = await coordinator.attach(approved.caseId, 'payer_notice');
  await coordinator.make(`/api/auth-requests/${approved.requestId}/approvals`, approval(team, proofId, 4));
  const withdrawn = await caseWithPayer(team, { bodySite: 'ankle' });
  await coordinator.move(`/api/auth-requests/${withdrawn.requestId}/withdrawals`, {
    version: 4,
    reason: 'Moved away',
  });
});
afterAll(() => stage.close());

const path = '/api/reports/metrics';
const figures = async (query = '') =>
  MetricReport.parse(
    mustBe(200, await team.manager.get(`${path}?metrics=denial_rate,denials&${query}`)),
  ).figures.map(({ part, whole }) => [part, whole]);
const cells = async (by: string, query = '') =>
  MetricGroups.parse(mustBe(200, await team.manager.get(`${path}/denials/groups?by=${by}&${query}`))).cells;
const list = async (query = '') =>
  MetricItems.parse(mustBe(200, await team.manager.get(`${path}/denials/cases?${query}`)));
const csv = async (query = '') =>
  mustBe(200, await team.manager.get<string>(`${path}/denials/export?${query}`));
/** RFC 4180 read back: quotes doubled, lines ended by CRLF. */
const fileOf = (text: string): string[][] => {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text
    .replace('\uFEFF', '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
};
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Above the columns stand the definition, and which cases; below them how many there were. */
const rowsOf = (file: string[][]) => file.slice(file.findIndex(([first]) => first === 'Case') + 1, -1);

it('counts a request once: five denials of six first decisions, and nothing that was withdrawn', async () =>
  expect(await figures()).toEqual([
    [5, 6],
    [5, 5],
  ]));

it('adds up to the very cases in the list and in the file', async () => {
  const rows = await list();
  expect(sum((await cells('payer&across=reason')).map(({ whole }) => whole))).toBe(denials.length);
  expect([rows.total, rows.rows.length]).toEqual([denials.length, denials.length]);
  const file = fileOf(await csv());
  expect(file.at(-1)).toEqual(['5 rows']);
  const numbers = rowsOf(file).map(([number]) => Number(number));
  expect(numbers).toEqual(rows.rows.map((row) => row.caseNumber));
});

it('leads from every cell to exactly the cases behind it', async () => {
  for (const { keys, whole } of await cells('month&across=reason')) {
    const [month, reason] = keys.map(({ key }) => key);
    const query = `month=${month}&reason=${reason}`;
    const behind = await list(query);
    expect([query, behind.total]).toEqual([query, whole]);
    expect(new Set(behind.rows.map((row) => `${row.day.slice(0, 7)} ${row.code}`))).toEqual(
      new Set([`${month} ${reason}`]),
    );
    expect(rowsOf(fileOf(await csv(query)))).toHaveLength(whole);
  }
});

it('shows unknown codes and missing ones as such, and drops none (rule 19: unknown codes stay raw)', async () => {
  const shown = (await list()).rows.map((row) => [row.code, row.reason, row.denialClass]);
  // Their class is what the reader of the letter stated, as on the page of the case.
  expect(shown).toContainEqual(['Q7', 'Code Q7, not in the current list', 'clinical']);
  expect(shown).toContainEqual(['', 'No code given', 'clinical']);
  expect(shown).toContainEqual(['50', 'Not medically necessary', 'clinical']);
  expect((await cells('reason')).map(({ keys: [reason] }) => reason?.key).sort()).toEqual([
    '',
    '50',
    '96',
    'Q7',
  ]);
});

it('counts by the day of the decision, both ends included', async () => {
  const { timeZone } = team.clinic;
  const between = (from: number, to: number) =>
    list(`from=${today(timeZone, -from)}&to=${today(timeZone, -to)}`);
  expect((await between(40, 40)).total).toBe(2);
  expect((await between(39, 1)).total).toBe(0);
  expect((await between(70, 40)).total).toBe(3);
  expect(await figures(`from=${today(timeZone, -70)}&to=${today(timeZone, -40)}`)).toEqual([
    [3, 3],
    [3, 3],
  ]);
});

it('defuses in the file whatever a spreadsheet would run', async () => {
  const rows = rowsOf(fileOf(await csv()));
  for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  expect(rows[0]?.[1]).toBe("'@SUM(1+1), -cmd");
  expect(rows[0]).toContain(`'${formula}, "quoted"\nand a second line`);
});

it('is a file to keep, not to show, and says which filter made it', async () => {
  const answer = await team.manager.get<string>(`${path}/denials/export?reason=50`);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="denials.csv"');
  expect(answer.body.split('\r\n')[0]).toMatch(/reason.50/);
});
