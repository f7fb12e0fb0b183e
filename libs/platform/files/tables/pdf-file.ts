import { demoMark } from '@stipple/domain';
import { PdfPages, grey, red } from './pdf-pages';
import { type Cell, type CellKind, type Table, type TableFile, decimalOf, rowsInWords } from './table-file';

/** From here on a reader is told that a spreadsheet serves better; nobody is refused a file. */
const manyRows = 5_000;

/**
 * A file of tables on paper, made while it is read: each page leaves before the next one is written. Its heading is repeated
 * on each page, and below the last row stands how many there are.
 *
 * It is not tagged: the structure of all cells would have to be kept to the end. A screen reader is served by the same
 * tables as a spreadsheet.
 */
export async function* pdfFile(file: TableFile): AsyncGenerator<Uint8Array> {
  const pages = await PdfPages.open(file);
  pages.line(file.title, { bold: true, size: 15 });
  if (file.isDemo) pages.line(demoMark, { size: 10, color: red });
  pages.line(`${file.clinic} · holds patients’ data: shred it after use`, { color: grey });
  for (const [label, says] of file.about) pages.line(`${label}: ${says}`);
  const expected = file.tables.reduce((sum, { count }) => sum + (count ?? 0), 0);
  if (expected > manyRows)
    pages.line(
      `${rowsInWords(expected)} make very many pages; as a spreadsheet they can be sorted and searched.`,
      {
        color: red,
      },
    );
  for (const table of file.tables) {
    pages.beginTable(file.tables.length > 1 ? table.name : null, table.columns);
    yield* rowsOf(table, pages);
  }
  yield* pages.end();
}

async function* rowsOf({ columns, rows }: Table, pages: PdfPages): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    pages.row(row.map((cell, at) => printed(cell, columns[at]?.kind ?? 'text')));
    yield* pages.taken();
  }
  pages.endTable(rowsInWords(count));
}

function printed(cell: Cell, kind: CellKind): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (kind === 'cents') return `$${decimalOf(cell).replace(/\B(?=(\d{3})+\.)/g, ',')}`;
  return kind === 'share' ? `${(cell * 100).toFixed(1)} %` : String(cell);
}
