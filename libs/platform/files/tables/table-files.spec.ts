import { readXlsx } from 'hucre/xlsx';
import { pdfText } from '@stipple/testing';
import { csvFile } from './csv-file';
import { pdfFile } from './pdf-file';
import { columnName } from './sheet-xml';
import type { Cell, Rows, TableFile } from './table-file';
import { xlsxFile } from './xlsx-file';

const formulas = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(1)', '\t=1', '\r=1'];
const columns = [
  { heading: 'Name', kind: 'text', width: 20 },
  { heading: 'Day', kind: 'day', width: 12 },
  { heading: 'Money', kind: 'cents', width: 12 },
  { heading: 'Share', kind: 'share', width: 10 },
  { heading: 'Count', kind: 'number', width: 10 },
] as const;

function fileOf(rows: Rows, count: number | null = null): TableFile {
  return {
    title: 'A report',
    clinic: 'Scar Clinic',
    isDemo: false,
    about: [['Filters', 'payer Łódź & Co']],
    tables: [{ name: 'Rows', columns, rows, count }],
  };
}

async function bytesOf(file: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const sheetsOf = async (bytes: Buffer) => (await readXlsx(bytes)).sheets;
const row = (name: string): readonly Cell[] => [name, '2026-02-28', -123_456, 0.125, 7];

it('writes days, money and shares as such into a workbook, and on its first sheet what is in it', async () => {
  const [about, rows] = await sheetsOf(await bytesOf(xlsxFile(fileOf([row('Müller <&> 😀')], 1))));
  expect(about?.rows).toEqual(
    expect.arrayContaining([
      ['Filters', 'payer Łódź & Co'],
      ['Rows', '1 row'],
    ]),
  );
  expect(rows?.rows[0]).toEqual(['Name', 'Day', 'Money', 'Share', 'Count']);
  expect(rows?.rows[1]).toEqual(['Müller <&> 😀', new Date('2026-02-28T00:00:00Z'), -1234.56, 0.125, 7]);
  expect(rows?.freezePane).toMatchObject({ rows: 1 });
});

it('never writes a text as a formula, and a number as one that begins with a minus', async () => {
  const file = () => fileOf(formulas.map((name) => row(name)));
  const [, sheet] = (await readXlsx(await bytesOf(xlsxFile(file())), { readStyles: true })).sheets;
  expect(sheet?.rows.slice(1).map(([name]) => name)).toEqual(formulas);
  for (const cell of sheet?.cells?.values() ?? []) expect(cell.formula).toBeUndefined();

  const lines = (await bytesOf(csvFile(file()))).toString().split('\r\n');
  expect(lines.filter((line) => /^"?[=+\-@\t]/.test(line))).toEqual([]);
  expect(lines[3]).toBe(`"'=HYPERLINK(""http://x"",""y"")",2026-02-28,-1234.56,0.125,7`);
});

it('knows its columns beyond the twenty-sixth by two letters, as a spreadsheet does', async () => {
  expect([0, 25, 26, 27, 51, 52, 701, 702].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AB',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
  const wide = Array.from(
    { length: 30 },
    (_, at) => ({ heading: `c${at}`, kind: 'number', width: 8 }) as const,
  );
  const rows = [wide.map((_, at) => at)];
  const file = { ...fileOf([]), tables: [{ name: 'Rows', columns: wide, rows, count: 1 }] };
  const [, sheet] = await sheetsOf(await bytesOf(xlsxFile(file)));
  expect(sheet?.rows).toEqual([wide.map(({ heading }) => heading), rows[0]]);
});

it('goes on in a further sheet where one is full, each with its heading', async () => {
  const names = Array.from({ length: 5 }, (_, at) => `n${at}`);
  const sheets = await sheetsOf(await bytesOf(xlsxFile(fileOf(names.map(row)), 3)));
  expect(sheets.map(({ name }) => name)).toEqual(['About', 'Rows', 'Rows 2', 'Rows 3']);
  expect(sheets.slice(1).map(({ rows }) => rows.map(([name]) => name))).toEqual([
    ['Name', 'n0', 'n1'],
    ['Name', 'n2', 'n3'],
    ['Name', 'n4'],
  ]);
});

it('fills a sheet to its last row without beginning another', async () => {
  const sheets = await sheetsOf(await bytesOf(xlsxFile(fileOf([row('one'), row('two')]), 3)));
  expect(sheets.map(({ name }) => name)).toEqual(['About', 'Rows']);
});

it('repeats the heading on each page, numbers the pages and says below the last row how many there were', async () => {
  const text = pdfText(
    await bytesOf(
      pdfFile(
        fileOf(
          Array.from({ length: 90 }, (_, at) => row(`Ł${at}`)),
          90,
        ),
      ),
    ),
  );
  const pages = Number([...text.matchAll(/Page (\d+)/g)].at(-1)?.[1]);
  expect(pages).toBeGreaterThan(1);
  expect(text.split('Name Day Money Share Count')).toHaveLength(pages + 1);
  expect(text).toContain('Ł89 2026-02-28 $-1,234.56 12.5 % 7 90 rows');
  expect(text).not.toContain('very many pages');
});

it('says that a spreadsheet serves better where there are very many pages, and writes them all the same', async () => {
  const text = pdfText(await bytesOf(pdfFile(fileOf([row('one')], 5_001))));
  expect(text).toContain('5001 rows make very many pages');
});

it.each([csvFile, xlsxFile, pdfFile])(
  'says of each table that has none that it has no rows: %p',
  async (write) => {
    const bytes = await bytesOf(write(fileOf([], 0)));
    const said =
      write === xlsxFile
        ? JSON.stringify(await sheetsOf(bytes))
        : write === pdfFile
          ? pdfText(bytes)
          : String(bytes);
    expect(said).toContain('0 rows');
  },
);

it.each([csvFile, xlsxFile, pdfFile])(
  'stops reading when nobody takes the file any more: %p',
  async (write) => {
    const seen = { read: 0, ended: false };
    async function* endless() {
      try {
        for (;;) yield row(`row ${++seen.read}`);
      } finally {
        seen.ended = true;
      }
    }
    let chunks = 0;
    for await (const chunk of write(fileOf(endless()))) if (chunk.length > 0 && ++chunks === 8) break;
    expect(seen.ended).toBe(true);
    expect(seen.read).toBeLessThan(50_000);
  },
);
