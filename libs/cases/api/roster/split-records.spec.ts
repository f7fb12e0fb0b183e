import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvForm, RawRecord, RecordSplitter, mostRecordBytes } from './split-records';

const commas: CsvForm = { delimiter: ',', columns: null };

function split(text: string | Buffer, form: CsvForm = commas, chunk = 1 << 20): RawRecord[] {
  const bytes = Buffer.from(text as string);
  const splitter = new RecordSplitter(form, { byte: 0, line: 1 });
  const found: RawRecord[] = [];
  for (let at = 0; at < bytes.length; at += chunk)
    found.push(...splitter.push(bytes.subarray(at, at + chunk)));
  return [...found, ...splitter.end()];
}

const cells = (records: readonly RawRecord[]) => records.map((record) => record.cells);
const lines = (records: readonly RawRecord[]) => records.map(({ line, fault }) => [line, fault]);

it.each([1, 2, 3, 7, 1000])('reads the same in pieces of %i bytes', (size) => {
  const text = 'a,"b ""quoted"" b",c\r\n\r\n"x\ny",,\n,,\nlast,one,"é"';
  expect(cells(split(text, commas, size))).toEqual([
    ['a', 'b "quoted" b', 'c'],
    ['x\ny', '', ''],
    ['last', 'one', 'é'],
  ]);
  expect(lines(split(text, commas, size))).toEqual([
    [1, null],
    [3, null],
    [6, null],
  ]);
});

it('agrees with csv-parse on whatever can be written as CSV, in any pieces', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', ';', '𝕏', '') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, size) => {
      const written = rows
        .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
        .join('\r\n');
      const expected: string[][] = parse(written, { relax_column_count: true });
      const kept = expected.filter((row) => row.some((one) => one !== ''));
      expect(cells(split(written, commas, size))).toEqual(kept);
    }),
    { numRuns: 500 },
  );
});

it('gives up one line, not the file, where a quote never closes', () => {
  const records = split('1,a\n2,"b\n3,c\n4,d\n', { delimiter: ',', columns: 2 }, 5);
  expect(lines(records)).toEqual([
    [1, null],
    [2, 'open_quote'],
    [3, null],
    [4, null],
  ]);
});

it('gives up one line where a quote closes only by accident, further down', () => {
  const text = '1,"a\n2,b\n3,c",x\n4,"d"e\n5,f\n';
  expect(lines(split(text, { delimiter: ',', columns: 2 }))).toEqual([
    [1, 'open_quote'],
    [2, null],
    [3, null],
    [4, 'open_quote'],
    [5, null],
  ]);
});

it('takes a quote inside an unquoted cell for what it is', () => {
  expect(cells(split('5" pen,x\n'))).toEqual([['5" pen', 'x']]);
});

it.each([
  ['plain', 'y'.repeat(10 * 1024 * 1024)],
  ['quoted', `"${'y'.repeat(10 * 1024 * 1024)}"`],
])('passes over a %s cell of ten megabytes without keeping it', (_, huge) => {
  const splitter = new RecordSplitter(commas, { byte: 0, line: 1 });
  const bytes = Buffer.from(`a,b\n${huge},x\nc,d\n`);
  const found: RawRecord[] = [];
  for (let at = 0; at < bytes.length; at += 65_536) {
    found.push(...splitter.push(bytes.subarray(at, at + 65_536)));
    expect((splitter as unknown as { rest: Buffer }).rest.length).toBeLessThan(mostRecordBytes + 2 * 65_536);
  }
  found.push(...splitter.end());
  expect(lines(found)).toEqual([
    [1, null],
    [2, 'too_long'],
    [3, null],
  ]);
});

it('names the line that is not UTF-8, and the one with a NUL, and reads the others', () => {
  const text = Buffer.concat([Buffer.from('a,é\nb,'), Buffer.from([0xe9]), Buffer.from('\nc,\0\nd,e\n')]);
  expect(lines(split(text))).toEqual([
    [1, null],
    [2, 'not_utf8'],
    [3, 'nul'],
    [4, null],
  ]);
});

it('says of every record where to go on, and goes on there', () => {
  const bytes = Buffer.from('a,b\r\n\r\n"c\r\nc",d\r\n"open,e\r\nf,ü\r\ng,h');
  const form = { delimiter: ',', columns: 2 };
  const all = split(bytes, form);
  expect(all.map(({ line }) => line)).toEqual([1, 3, 5, 6, 7]);
  for (const [index, { next }] of all.entries()) {
    const splitter = new RecordSplitter(form, next);
    const rest = [...splitter.push(bytes.subarray(next.byte)), ...splitter.end()];
    expect(rest).toEqual(all.slice(index + 1));
  }
});
