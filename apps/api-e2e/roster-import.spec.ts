import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RosterImportStanding, RosterImportView, RosterProblemPage } from '@stipple/contracts';
import { importRoster } from '../../tools/import/import-roster';
import { Browser, Stage, mustBe, openStage } from './harness';
import { Team, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const shipped = join(import.meta.dirname, '../../tools/corpus/roster');
type Files = Readonly<Record<string, string | Uint8Array>>;
const roster: Files = Object.fromEntries(
  readdirSync(shipped)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => [name, readFileSync(join(shipped, name))]),
);

const header = 'Id,BIRTHDATE,FIRST,LAST,GENDER,BIRTHPLACE\n';
const patient = (id: string, born = '1980-02-03', last = 'Alderbrook') =>
  `${id},${born},Mai,${last},F,Dunmere\n`;

function send(files: Files, key: string = randomUUID(), as: Browser = team.coordinator) {
  const form = new FormData();
  for (const [name, content] of Object.entries(files))
    form.append('file', new Blob([Uint8Array.from(Buffer.from(content))]), name);
  return as.send<{ id: string }>('POST', '/api/roster-imports', form, { 'idempotency-key': key });
}

const path = (id: string, noun = '') => `/api/roster-imports/${id}${noun && `/${noun}`}`;

async function rested(id: string): Promise<RosterImportView> {
  for (;;) {
    const standing = RosterImportStanding.parse(
      mustBe(200, await team.coordinator.get(path(id, 'standing'))),
    );
    if (standing.progress === null)
      return RosterImportView.parse(mustBe(200, await team.coordinator.get(path(id))));
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

async function begun(files: Files): Promise<RosterImportView> {
  return rested(mustBe(201, await send(files)).id);
}

async function made(noun: string, { id, version }: RosterImportView): Promise<RosterImportView> {
  await team.coordinator.move(path(id, noun), { version });
  return rested(id);
}

const imported = async (files: Files) => made('runs', await made('dry-runs', await begun(files)));

async function problems({ id }: RosterImportView): Promise<string[]> {
  const page = RosterProblemPage.parse(mustBe(200, await team.coordinator.get(path(id, 'problems'))));
  return page.rows.map(({ fileName, line, sentence }) => `${fileName} ${line}: ${sentence}`);
}

const found = ({ counts }: RosterImportView) =>
  Object.fromEntries(
    (counts ?? []).map((kind) => [kind.kind, [kind.new, kind.changed, kind.unchanged, kind.problems]]),
  );

const patients = async () =>
  (await stage.db.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM stipple.patient')).rows[0]?.n ??
  0;

it('imports a roster as Synthea writes it, and the same files again change nothing', async () => {
  const first = await begun(roster);
  expect(first.state).toBe('ready');
  expect(first.files.map(({ kind, problem }) => [kind, problem])).toEqual([
    ['organizations', null],
    ['patients', null],
    ['coverage', null],
    ['payers', null],
    ['providers', null],
  ]);
  const before = await patients();
  const checked = await made('dry-runs', first);
  expect(found(checked)).toMatchObject({
    patients: [96, 0, 0, 0],
    payers: [6, 0, 0, 0],
    coverage: [186, 0, 0, 0],
  });
  expect(await patients()).toBe(before);
  const done = await made('runs', checked);
  expect([done.state, found(done)]).toEqual(['done', found(checked)]);
  expect(await patients()).toBe(before + 96);
  expect(found(await imported(roster))).toMatchObject({
    patients: [0, 0, 96, 0],
    payers: [0, 0, 6, 0],
    coverage: [0, 0, 186, 0],
    providers: [0, 0, 12, 0],
  });
});

it('shows what changed in a file, and changes only that', async () => {
  await imported({ 'patients.csv': header + patient('change-1') + patient('change-2') });
  const next = await imported({
    'patients.csv': header + patient('change-1', '1980-02-03', 'Birchwood') + patient('change-2'),
  });
  expect(found(next)).toEqual({ patients: [0, 1, 1, 0] });
});

it('never loses a good row because of a bad one, and names file, line and column', async () => {
  const rows = [
    patient('good-1'),
    patient('bad-date', '1980-13-40'),
    patient('bad-future', '2999-01-01'),
    'bad-short,1980-01-01\n',
    `bad-formula,1980-01-01,"=HYPERLINK(""http://x"")",Alderbrook,F,x\n`,
    `bad-quote,1980-01-01,"Mai,Alderbrook,F,x\n`,
    patient('good-2'),
    patient('good-1', '1981-01-01'),
    ',1980-01-01,Mai,Alderbrook,F,x\n',
    patient('good-3'),
  ];
  const before = await patients();
  const done = await imported({ 'people.csv': header + rows.join('') });
  expect([done.state, found(done)]).toEqual(['done', { patients: [3, 0, 0, 7] }]);
  expect(await patients()).toBe(before + 3);
  const said = await problems(done);
  expect(said.map((line) => line.split(':')[0])).toEqual([
    'people.csv 3',
    'people.csv 4',
    'people.csv 5',
    'people.csv 6',
    'people.csv 7',
    'people.csv 9',
    'people.csv 10',
  ]);
  expect(said[0]).toContain('BIRTHDATE: “1980-13-40” is not a day of the calendar');
  const csv = await team.coordinator.get<string>(path(done.id, 'problems/export'));
  expect(csv.headers.get('content-disposition')).toContain('roster-problems.csv');
  const lines = csv.body.trim().split('\r\n');
  expect(lines.slice(2, 4)).toEqual([
    'File,Line,Column,Id in the file,Problem',
    expect.stringContaining('people.csv,3,'),
  ]);
  expect([lines.length, lines.at(-1)]).toEqual([11, '7 rows']);
  expect(csv.body).not.toMatch(/(^|,)"?=/m);
});

it.each<[string, string | Uint8Array, RegExp]>([
  ['empty.csv', '', /^The file is empty/],
  ['header.csv', header, /holds a header and no rows/],
  ['utf16.csv', Buffer.from(`\uFEFF${header}${patient('utf16')}`, 'utf16le'), /UTF-16, not UTF-8/],
  ['archive.csv', Buffer.from('504b0304140000000800', 'hex'), /not a CSV file/],
  ['paper.csv', '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n', /not a CSV file: it is a PDF/],
  ['noise.csv', Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 29), /not a CSV file|UTF-16/],
  ['twice.csv', 'Id,Id\n1,2\n', /names the column “Id” twice/],
  ['huge.csv', `${header}x,${'y'.repeat(11_000_000)}`, /./],
])('says of %s why it cannot be read, and imports nothing of it', async (name, content, why) => {
  const view = await begun({ [name]: content });
  const [file] = view.files;
  if (name === 'huge.csv') {
    const checked = await made('dry-runs', view);
    expect(found(checked)).toEqual({ patients: [0, 0, 0, 1] });
    return;
  }
  expect(file?.problem).toMatch(why);
  expect(await team.coordinator.refused(path(view.id, 'dry-runs'), { version: view.version })).toEqual([
    'nothing_to_import',
  ]);
  expect(view.problemCount).toBe(1);
});

it('leaves out rows in another encoding and says how to have them too', async () => {
  const latin = Buffer.from(
    `${header}${patient('latin-1')}${patient('latin-2', '1990-01-01', 'Müller')}`,
    'latin1',
  );
  const done = await imported({ 'patients.csv': latin });
  expect(found(done)).toEqual({ patients: [1, 0, 0, 1] });
  expect((await problems(done))[0]).toMatch(/line|UTF-8/);
});

it('asks for columns it does not find, and reads as it is told', async () => {
  const view = await begun({
    'patients.csv': 'Nr,Familie,Vorname,Geboren,SSN\nm-1,Hale,Ada,1970-01-02,999-11-2222\n',
  });
  const file = view.files[0];
  expect(file?.kind).toBeNull();
  expect(file?.columns.at(-1)).toMatchObject({ column: 'SSN', never: true, samples: [] });
  expect(await team.coordinator.refused(path(view.id, 'dry-runs'), { version: view.version })).toContain(
    'kind_missing',
  );
  const columns = { key: 'Nr', familyName: 'Familie', givenName: 'Vorname', birthDate: 'Geboren' };
  const mapping = (more: object) => ({
    version: view.version,
    files: [{ file: 1, kind: 'patients', columns: { ...columns, ...more } }],
  });
  expect(await team.coordinator.refused(path(view.id, 'mappings'), mapping({ sex: 'Geschlecht' }))).toEqual([
    'column_unknown',
  ]);
  expect(await team.coordinator.refused(path(view.id, 'mappings'), mapping({ sex: 'SSN' }))).toEqual([
    'column_never',
  ]);
  expect(await team.coordinator.refused(path(view.id, 'mappings'), mapping({ phone: 'Nr' }))).toEqual([
    'field_unknown',
  ]);
  await team.coordinator.move(path(view.id, 'mappings'), mapping({}));
  const done = await made('runs', await made('dry-runs', await rested(view.id)));
  expect(found(done)).toEqual({ patients: [1, 0, 0, 0] });
  const { rows } = await stage.db.owner.query<{ row: string }>(
    `SELECT to_json(p)::text AS row FROM stipple.patient p WHERE source_key = 'm-1'`,
  );
  expect(rows[0]?.row).toContain('Hale');
  expect(rows[0]?.row).not.toContain('999-11-2222');
});

it('leaves coverage out whose patient or payer nobody knows', async () => {
  const done = await imported({
    'coverage.csv':
      'PATIENT,MEMBERID,START_YEAR,END_YEAR,PAYER,OWNERSHIP\nnobody,M-1,2020,2021,nothing,Self\n',
  });
  expect(found(done)).toEqual({ coverage: [0, 0, 0, 1] });
  expect((await problems(done))[0]).toContain('There is no patient “nobody”');
});

it('takes the same request once, and another body under its key not at all', async () => {
  const key = randomUUID();
  const files = { 'patients.csv': header + patient('again-1') };
  const first = mustBe(201, await send(files, key));
  expect(mustBe(201, await send(files, key)).id).toBe(first.id);
  expect((await send({ 'patients.csv': header + patient('other') }, key)).status).toBe(422);
  await rested(first.id);
});

it('does nothing for a version that is not the newest, an unknown import, or a malformed question', async () => {
  const view = await begun({ 'patients.csv': header + patient('stale-1') });
  const stale = await team.coordinator.post(path(view.id, 'dry-runs'), { version: view.version - 1 });
  expect([stale.status, stale.problem.code]).toEqual([409, 'stale']);
  expect((await team.coordinator.get(path(randomUUID()))).status).toBe(404);
  expect((await team.coordinator.get(path(randomUUID(), 'problems/export'))).status).toBe(404);
  expect((await team.coordinator.get(path(view.id, 'problems?after=x'))).status).toBe(400);
  expect((await team.coordinator.get(path(view.id, 'problems?file=x'))).status).toBe(400);
  expect(await team.coordinator.refused(path(view.id, 'runs'), { version: view.version })).toEqual([
    'import_ready',
  ]);
  await team.coordinator.move(path(view.id, 'discards'), { version: view.version });
  expect((await rested(view.id)).state).toBe('discarded');
});

it('refuses what is no form with files', async () => {
  const key = { 'idempotency-key': randomUUID() };
  expect(
    (
      await team.coordinator.send('POST', '/api/roster-imports', '{}', {
        ...key,
        'content-type': 'application/json',
      })
    ).status,
  ).toBe(415);
  const form = new FormData();
  form.set('name', 'no file');
  expect((await team.coordinator.send('POST', '/api/roster-imports', form, key)).status).toBe(400);
  expect((await send({ [`${'n'.repeat(300)}.csv`]: header + patient('long-name') })).status).toBe(201);
  expect((await send({ 'patients.csv': header }, randomUUID(), team.physician)).status).toBe(403);
});

it('is there as a command too, which says what it did', async () => {
  const lines: string[] = [];
  const wish = {
    url: stage.url,
    folder: shipped,
    email: stage.clinic.administrator.email,
    password: stage.clinic.administrator.password,
    say: (line: string, passing = false) => void (passing || lines.push(line)),
  };
  expect(await importRoster({ ...wish, dryRun: true })).toBe(true);
  expect(lines.join('\n')).toMatch(/Patients\s+96\s+0\s+0\s+96\s+0/);
  await expect(importRoster({ ...wish, dryRun: false, folder: '/nowhere' })).rejects.toThrow(
    'cannot be read',
  );
  await expect(importRoster({ ...wish, dryRun: false, password: 'not it at all' })).rejects.toThrow(
    'not right',
  );
});
