import { demoMark } from '@stipple/domain';
import { csvLine } from '../csv-line';
import { type Cell, type CellKind, type TableFile, decimalOf, rowsInWords } from './table-file';

/** Tells spreadsheets that a file is UTF-8. */
const utf8Mark = '\uFEFF';
/** Lines go out in pieces of about this many characters: one by one they would cost more than they hold. */
const piece = 32_768;

/**
 * A file of tables as CSV, one below the other. The last line of each says how many rows came, so that a file that was
 * cut off shows.
 */
export async function* csvFile(file: TableFile): AsyncGenerator<string> {
  let text = `${utf8Mark}${file.isDemo ? csvLine([demoMark]) : ''}${csvLine([file.title])}`;
  for (const [label, says] of file.about) text += csvLine([label, says]);
  for (const { name, columns, rows } of file.tables) {
    if (file.tables.length > 1) text += csvLine([]) + csvLine([name]);
    text += csvLine(columns.map(({ heading }) => heading));
    let count = 0;
    for await (const row of rows) {
      count += 1;
      text += csvLine(row.map((cell, at) => written(cell, columns[at]?.kind)));
      if (text.length < piece) continue;
      yield text;
      text = '';
    }
    text += csvLine([rowsInWords(count)]);
  }
  yield text;
}

/** A number stays one: what is worked out here is no formula, also where it begins with a minus. */
function written(cell: Cell, kind: CellKind | undefined): Cell {
  return kind === 'cents' && typeof cell === 'number' ? Number(decimalOf(cell)) : cell;
}
