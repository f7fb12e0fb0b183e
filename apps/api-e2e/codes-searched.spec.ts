import { CodeLists, DiagnosisHits, ProcedureView } from '@stipple/contracts';
import { makeClinic } from '@stipple/testing';
import { officialList } from './codes-story';
import { Stage, mustBe, openStage } from './harness';
import { Team, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  await officialList(stage, 2026, [
    'L90! Atrophic disorders of skin',
    'L90.5 Scar conditions and fibrosis of skin',
    'L29.9 Pruritus, unspecified',
    'M24.541 Contracture, right hand',
    'M24.542 Contracture, left hand',
    'Q99.9 Chromosomal abnormality, unspecified',
  ]);
});
afterAll(() => stage.close());

const search = async (q: string, on = '2026-03-01', by = team) =>
  DiagnosisHits.parse(
    mustBe(
      200,
      await by.coordinator.get(`/api/codes/diagnoses?on=${on}`, { 'stipple-search': encodeURIComponent(q) }),
    ),
  );
const found = async (q: string, on?: string) => (await search(q, on)).found;

// prettier-ignore
it.each([
  ['the beginning of a code',        'm24.54',            '2026-03-01', ['M24.541', 'M24.542']],
  ['a code without its dot',         'M24541',            '2026-03-01', ['M24.541']],
  ['a heading and what is below',    'L90',               '2026-03-01', ['L90', 'L90.5']],
  ['words in any order',             'hand contracture',  '2026-03-01', ['M24.542', 'M24.541']],
  ['part of a word',                 'chromosom',         '2026-03-01', ['Q99.9']],
  ['our own word for it',            'itch',              '2026-03-01', ['L29.9']],
  ['several codes as they come',     'Q99.9, L90.5;M24.542', '2026-03-01', ['Q99.9', 'L90.5', 'M24.542']],
  ['nothing',                        '',                  '2026-03-01', []],
  ['a pattern, taken as text',       '%',                 '2026-03-01', []],
  ['a quotation mark',               "o'; DROP",          '2026-03-01', []],
  ['what only another year has',     'chromosom',         '2027-03-01', []],
  ['a code of another year, asked by itself', 'Q99.9',    '2027-03-01', ['Q99.9']],
])('finds by %s', async (_, q, on, expected) => expect(await found(q, on)).toEqual(expected));

it('looks into the shipped list where the year is not loaded', async () => {
  const hits = await search('contracture right hand', '2027-03-01');
  expect(hits.found).toContain('M24.541');
  expect(hits.years).toEqual([2026]);
  expect(
    hits.diagnoses.filter(({ code }) => code === 'M24.541').map(({ year, words }) => [year, words]),
  ).toEqual([
    [0, 'Contracture, right hand'],
    [2026, 'Contracture, right hand'],
  ]);
});

it('takes the clinic’s today where no day is given, and at most thirty', async () => {
  const hits = await search('burn', '');
  expect(hits.on).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(hits.found).toHaveLength(30);
});

it.each(['2026-02-30', 'soon', '1899-01-01'])('names the field of a day that is none: %s', async (on) => {
  for (const what of ['diagnoses', 'procedures']) {
    const { status, problem } = await team.coordinator.get(`/api/codes/${what}?on=${on}`);
    expect([status, problem.refusals[0]?.field]).toEqual([400, 'on']);
  }
});

it('refuses a search of endless length', async () => {
  const answer = await team.coordinator.get('/api/codes/diagnoses', { 'stipple-search': 'x'.repeat(200) });
  expect(answer.status).toBe(400);
});

it('lists the procedures of a day, what may be asked for first', async () => {
  const on = async (day: string) =>
    mustBe(200, await team.physician.get<ProcedureView[]>(`/api/codes/procedures?on=${day}`)).map((one) =>
      ProcedureView.parse(one),
    );
  const now = await on('2026-11-23');
  expect(now.slice(0, 4).map(({ code }) => code)).toEqual(['17999', '0479T', '0480T', '96999']);
  expect(now.find(({ code }) => code === '17110')).toMatchObject({
    use: 'not_this',
    note: expect.stringContaining('miscoding'),
  });
  expect((await on('2028-01-01')).map(({ code }) => code)).not.toContain('0479T');
  expect((await on('2020-01-01')).map(({ code }) => code)).not.toContain('G0465');
});

it('says which lists are at hand, from which file and how many, the same to every clinic', async () => {
  const other = await signInTeam(stage, await makeClinic(stage.db.owner, 'Other clinic'));
  for (const browser of [team.administrator, other.administrator]) {
    const { lists } = CodeLists.parse(mustBe(200, await browser.get('/api/codes/lists')));
    expect(lists.map(({ fiscalYear, fileName, codes }) => [fiscalYear, fileName, codes])).toEqual([
      [2026, 'order.txt', 6],
      [0, null, 285],
    ]);
  }
  expect(await search('m24.541', '2026-03-01', other)).toEqual(await search('m24.541'));
});
