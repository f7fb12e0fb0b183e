import { type Cell, type CellKind, type Column, decimalOf } from './table-file';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The cell formats of `stylesXml`, by their place in it. */
const formats = { plain: 0, heading: 1, day: 2, cents: 3, share: 4, likeFormula: 5, wrapped: 6 } as const;
type Format = keyof typeof formats;

/** Excel opens no file with more in one cell. */
const longestText = 32_767;
const formulaLike = /^[=+\-@\t\r\n]/;
/** A spreadsheet counts days from the last one but one of 1899. */
const dayZero = Date.UTC(1899, 11, 30);

/** Up to the first row: the heading is bold and stays in sight. */
export function sheetBegin(columns: readonly Column[], freeze: boolean): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${freeze ? pane : ''}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`;
}
export const sheetEnd = '</sheetData></worksheet>';

export function headingXml(row: number, columns: readonly Column[]): string {
  return rowOf(
    row,
    columns.map(({ heading }, at) => textXml(ref(row, at), heading, 'heading')),
  );
}

export function aboutXml(row: number, label: string, says: string): string {
  return rowOf(row, [textXml(ref(row, 0), label, 'heading'), textXml(ref(row, 1), says, 'wrapped')]);
}

export function rowXml(row: number, columns: readonly Column[], cells: readonly Cell[]): string {
  return rowOf(
    row,
    cells.map((cell, at) => cellXml(ref(row, at), cell, columns[at]?.kind ?? 'text')),
  );
}

const rowOf = (row: number, cells: readonly string[]) => `<row r="${row}">${cells.join('')}</row>`;

function cellXml(at: string, cell: Cell, kind: CellKind): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') {
    if (kind === 'day') return numberXml(at, (Date.parse(cell) - dayZero) / 86_400_000, 'day');
    return textXml(at, cell, 'plain');
  }
  if (kind === 'cents') return numberXml(at, decimalOf(cell), 'cents');
  return numberXml(at, cell, kind === 'share' ? 'share' : 'plain');
}

const numberXml = (at: string, value: number | string, format: Format) =>
  `<c r="${at}" s="${formats[format]}"><v>${value}</v></c>`;

/**
 * A text is written as a text, which no spreadsheet calculates. What looks like a formula is marked besides as typed with an
 * apostrophe in front: it stays a text when somebody edits the cell.
 */
function textXml(at: string, text: string, format: Format): string {
  const shown = format === 'plain' && formulaLike.test(text) ? 'likeFormula' : format;
  return `<c r="${at}" s="${formats[shown]}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, longestText))}</t></is></c>`;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
/** What XML cannot hold at all is left out, as half a letter is; there are no words in it. */
function escaped(text: string): string {
  const whole = text.toWellFormed();
  if (!/[&<>\p{Cc}\uFFFE\uFFFF]/u.test(whole)) return whole;
  return whole.replace(/[&<>\r]/g, (mark) => marks[mark] ?? '').replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '');
}

const ref = (row: number, at: number) => `${columnName(at)}${row}`;

/** A, B … Z, AA, AB …: the name of the column at a place, the first one at 0. */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : `${columnName(Math.floor(at / 26) - 1)}${last}`;
}

export const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
</cellXfs></styleSheet>`;

/** What ties the sheets together: path and content of each part. */
export function workbookParts(sheets: readonly string[]): readonly (readonly [path: string, xml: string])[] {
  const list = sheets.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="s${at + 1}"/>`,
  );
  const links = sheets.map((_, at) => relation(`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`));
  const types = sheets.map((_, at) => typeOf(`worksheets/sheet${at + 1}.xml`, 'worksheet'));
  const allLinks = [...links, relation('styles', 'styles', 'styles.xml')].join('');
  return [
    ['xl/styles.xml', stylesXml],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${packaged}/relationships">${allLinks}</Relationships>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packaged}/relationships">${relation('book', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${typeOf('workbook.xml', 'sheet.main')}${typeOf('styles.xml', 'styles')}${types.join('')}</Types>`,
    ],
  ];
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
const typeOf = (part: string, type: string) =>
  `<Override PartName="/xl/${part}" ContentType="${spreadsheet}.${type}+xml"/>`;
