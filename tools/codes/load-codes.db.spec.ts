import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabase, freshDatabase } from '@stipple/testing';
import { loadCodes } from './load-codes';

const folder = mkdtempSync(join(tmpdir(), 'stipple-codes-'));
let db: TestDatabase;
beforeAll(async () => void (db = await freshDatabase()));
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A line as the order file has it. */
const line = (order: number, code: string, billable: 0 | 1, words: string) =>
  `${String(order).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${words.slice(0, 60).padEnd(60)} ${words}`;

const scars = [
  line(1, 'L90', 0, 'Atrophic disorders of skin'),
  line(2, 'L905', 1, 'Scar conditions and fibrosis of skin'),
  line(3, 'M2454', 0, 'Contracture, hand'),
  line(4, 'M24541', 1, 'Contracture, right hand'),
  line(5, 'T23301S', 1, 'Burn of third degree of right hand, unspecified site, sequela'),
  line(6, 'X12XXXS', 1, 'Contact with other hot fluids, sequela'),
];

function file(name: string, lines: readonly string[], end = '\r\n'): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join(end) + end);
  return path;
}
const load = (path: string, year = 2026) => loadCodes(db.ownerUrl, path, year);

const codesOf = async (year: number) =>
  (
    await db.application.query<{ line: string }>(
      `SELECT concat_ws(' ', code, billable, opens_on, closes_on, words) AS line FROM stipple.diagnosis_code WHERE fiscal_year = $1 ORDER BY code`,
      [year],
    )
  ).rows.map((row) => row.line);

/** Which transaction wrote each row: nothing was touched while this stays as it is. */
const marks = async () =>
  (
    await db.owner.query(
      `SELECT code, fiscal_year, xmin::text FROM stipple.diagnosis_code UNION ALL SELECT file_name, fiscal_year, xmin::text FROM stipple.diagnosis_list ORDER BY 2, 1`,
    )
  ).rows;

it('loads a year with its headings, dots, whole descriptions and validity', async () => {
  expect(await load(file('icd10cm_order_2026.txt', scars))).toEqual({
    wasThere: false,
    codes: 6,
    billable: 4,
  });
  expect(await codesOf(2026)).toEqual([
    'L90 f 2025-10-01 2026-09-30 Atrophic disorders of skin',
    'L90.5 t 2025-10-01 2026-09-30 Scar conditions and fibrosis of skin',
    'M24.54 f 2025-10-01 2026-09-30 Contracture, hand',
    'M24.541 t 2025-10-01 2026-09-30 Contracture, right hand',
    'T23.301S t 2025-10-01 2026-09-30 Burn of third degree of right hand, unspecified site, sequela',
    'X12.XXXS t 2025-10-01 2026-09-30 Contact with other hot fluids, sequela',
  ]);
  const { rows } = await db.application.query(
    'SELECT file_name, codes, billable, length(file_sha256) AS hash FROM stipple.diagnosis_list WHERE fiscal_year = 2026',
  );
  expect(rows).toEqual([{ file_name: 'icd10cm_order_2026.txt', codes: 6, billable: 4, hash: 32 }]);
});

it('changes nothing the second time', async () => {
  const before = await marks();
  expect(await load(join(folder, 'icd10cm_order_2026.txt'))).toEqual({
    wasThere: true,
    codes: 6,
    billable: 4,
  });
  expect(await marks()).toEqual(before);
});

it('takes a corrected file in place of the earlier one, and leaves other years alone', async () => {
  await load(file('order_2027.txt', scars.slice(0, 2), '\n'), 2027);
  const corrected = [...scars.slice(0, 5), line(6, 'X12XXXS', 1, 'Contact with hot fluids, sequela')];
  expect(await load(file('april.txt', corrected))).toMatchObject({ wasThere: false, codes: 6 });
  expect((await codesOf(2026)).at(-1)).toContain('Contact with hot fluids, sequela');
  expect(await codesOf(2027)).toHaveLength(2);
  expect((await codesOf(0)).length).toBeGreaterThan(250);
});

const broken = (place: number, text: string) => scars.with(place, text);

// prettier-ignore
it.each([
  ['a code that is none',        broken(1, line(2, '90L5', 1, 'Scar')),              'Line 2 has “90L5” in columns 7–13'],
  ['a code with a dot',          broken(1, line(2, 'L90.5', 1, 'Scar')),             'Line 2 has “L90.5” in columns 7–13'],
  ['no flag',                    broken(3, line(4, 'M24541', 1, 'Contracture').replace(' 1 ', ' x ')), 'Line 4 has “x” in column 15'],
  ['no order number',            broken(0, 'ICD-10-CM codes of 2026'),               'Line 1 begins with “ICD-1”, not with an order number'],
  ['no long description',        broken(5, line(6, 'X12XXXS', 1, '')),               'Line 6 ends before its long description'],
  ['a line cut in the middle',   broken(5, line(6, 'X12XXXS', 1, 'Contact').slice(0, 40)), 'Line 6 ends before its long description'],
  ['a line that fell out',       scars.toSpliced(2, 1),                              'Line 3 has order number 4 after 2'],
  ['a code that stands twice',   broken(3, line(4, 'L905', 1, 'Scar again')),        'Line 4 repeats L90.5 of line 2'],
  ['tabs for columns',           broken(1, '00002\tL905\t1\tScar\tScar'),            'Line 2 has'],
  ['bytes of another encoding',  broken(1, line(2, 'L905', 1, 'Scar\uFFFD')),        'Line 2 holds bytes that are not UTF-8'],
  ['a zero byte',                broken(1, line(2, 'L905', 1, 'Scar\0')),            'Line 2 holds a zero byte'],
  ['headings only',              [scars[0] ?? ''],                                   'holds headings only'],
  ['nothing',                    ['', ''],                                           'holds no codes'],
])('refuses %s, names the line and loads nothing', async (_, lines, words) => {
  const before = await marks();
  await expect(load(file('bad.txt', lines))).rejects.toThrow(words);
  expect(await marks()).toEqual(before);
});

it('names every bad line at once, and after twenty how many more there are', async () => {
  const many = Array.from({ length: 30 }, (_, place) => line(place + 1, 'nocode', 1, 'Bad'));
  const refused = await load(file('many.txt', many)).catch((error: Error) => error.message);
  expect(refused).toContain('\nLine 1 has “nocode”');
  expect(refused).toContain('\nLine 20 has “nocode”');
  expect(refused).not.toContain('\nLine 21');
  expect(refused).toContain('… and 10 more lines.');
});

it('asks again where file name and year do not agree, or there is no file', async () => {
  await expect(load(join(folder, 'icd10cm_order_2026.txt'), 2027)).rejects.toThrow(
    'names 2026, and --fiscal-year says 2027',
  );
  await expect(load(join(folder, 'elsewhere.txt'))).rejects.toThrow('There is no file');
  await expect(load(folder)).rejects.toThrow('There is no file');
});

it('loads 75,000 lines in seconds', async () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const lines = Array.from({ length: 75_000 }, (_, n) => {
    const code = `${letters[Math.floor(n / 3000)]}${String(Math.floor(n / 100) % 30).padStart(2, '0')}${String(n % 100).padStart(2, '0')}`;
    return line(
      n + 1,
      code,
      1,
      `Condition number ${n} of a body part, with a description as long as most of them are, initial encounter`,
    );
  });
  const began = performance.now();
  expect(await load(file('large.txt', lines), 2028)).toEqual({
    wasThere: false,
    codes: 75_000,
    billable: 75_000,
  });
  const seconds = (performance.now() - began) / 1000;
  console.log(`75,000 lines in ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(30);
}, 60_000);
