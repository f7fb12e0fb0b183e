import { demoMark } from '@stipple/domain';
import { aboutXml, headingXml, rowXml, sheetBegin, sheetEnd, workbookParts } from './sheet-xml';
import { type Cell, type Column, type Table, type TableFile, rowsInWords } from './table-file';
import { type ZipEntry, zipStream } from './zip-stream';

/** As many rows as a sheet of Excel has. */
const mostRows = 1_048_576;
const piece = 65_536;

/**
 * A file of tables as a workbook: a sheet on what is in it, then a sheet for each table, and for one that is longer than a
 * sheet can be, as many as it takes. It is made while it is read, so that it needs no more memory for more rows.
 * The libraries that write workbooks hold all of one in memory, or stream a single sheet; specs read ours with one of them.
 *
 * @param rowsInSheet the heading among them; only specs have less
 */
export function xlsxFile(file: TableFile, rowsInSheet = mostRows): AsyncGenerator<Uint8Array> {
  return zipStream(entries(file, rowsInSheet));
}

async function* entries(file: TableFile, rowsInSheet: number): AsyncGenerator<ZipEntry> {
  const sheets: string[] = [];
  const sheet = (name: string, data: ZipEntry['data']): ZipEntry => ({
    path: `xl/worksheets/sheet${sheets.push(name)}.xml`,
    data,
  });
  yield sheet('About', [aboutSheet(file)]);
  for (const { name, columns, rows } of file.tables) {
    const ahead = await Ahead.of(rows);
    try {
      let part = 1;
      do yield sheet(part === 1 ? name : `${name} ${part}`, pieces(columns, ahead, rowsInSheet));
      while (((part += 1), ahead.hasMore));
    } finally {
      await ahead.close();
    }
  }
  for (const [path, xml] of workbookParts(sheets)) yield { path, data: [xml] };
}

function aboutSheet({ title, clinic, isDemo, about, tables }: TableFile): string {
  const lines: (readonly [string, string])[] = [
    [title, ''],
    ...(isDemo ? [[demoMark, ''] as const] : []),
    ['Clinic', clinic],
    ...about,
    ...tables.flatMap(({ name, count }) => (count === null ? [] : [[name, rowsInWords(count)] as const])),
  ];
  const columns: readonly Column[] = [
    { heading: '', kind: 'text', width: 34 },
    { heading: '', kind: 'text', width: 110 },
  ];
  return (
    sheetBegin(columns, false) +
    lines.map(([label, says], at) => aboutXml(at + 1, label, says)).join('') +
    sheetEnd
  );
}

async function* pieces(
  columns: readonly Column[],
  ahead: Ahead,
  rowsInSheet: number,
): AsyncGenerator<string> {
  let text = sheetBegin(columns, true) + headingXml(1, columns);
  for (let row = 2; ahead.hasMore && row <= rowsInSheet; row++) {
    text += rowXml(row, columns, await ahead.take());
    if (text.length < piece) continue;
    yield text;
    text = '';
  }
  yield text + sheetEnd;
}

/** Rows, of which one is known in advance: whether a further sheet is needed. */
class Ahead {
  private next: IteratorResult<Row, unknown> = { done: true, value: undefined };

  private constructor(private readonly source: Iterator<Row> | AsyncIterator<Row>) {}

  static async of(rows: Table['rows']): Promise<Ahead> {
    const source = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
    const ahead = new Ahead(source);
    ahead.next = await source.next();
    return ahead;
  }

  get hasMore(): boolean {
    return this.next.done !== true;
  }

  async take(): Promise<Row> {
    const { value } = this.next;
    this.next = await this.source.next();
    return value as Row;
  }

  async close(): Promise<void> {
    if (this.hasMore) await this.source.return?.();
  }
}

type Row = readonly Cell[];
