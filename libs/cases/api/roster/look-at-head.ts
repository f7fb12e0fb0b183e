import { Place, RawRecord, RecordSplitter } from './split-records';

/** What the beginning of a file says: how to read the rest, or why it cannot be read at all. */
export type Head =
  | { readonly problem: string }
  | {
      readonly problem: null;
      readonly delimiter: string;
      readonly columns: readonly string[];
      /** Where the first row begins. */
      readonly rows: Place;
    };

const mostColumns = 500;
const delimiters = [',', ';', '\t', '|'];

export function lookAtHead(head: Buffer, mediaType: string | null): Head {
  const problem = notText(head, mediaType);
  if (problem !== null) return { problem };
  const start = hasMark(head) ? 3 : 0;
  const delimiter = delimiterOf(head.subarray(start).toString('utf8'));
  const header = firstRecord(head.subarray(start), delimiter, { byte: start, line: 1 });
  if (header === null) return { problem: 'The file is empty.' };
  const columns = header.cells?.map(columnName) ?? [];
  const wrong = headerProblem(header, columns);
  return wrong === null ? { problem: null, delimiter, columns, rows: header.next } : { problem: wrong };
}

/** The mark that Excel puts in front of UTF-8. */
const hasMark = (head: Buffer) => head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;

const kindsOfFile: Readonly<Record<string, string>> = {
  'application/zip': 'a ZIP archive; unpack it and choose the files inside',
  'application/gzip': 'a compressed file; unpack it and choose the file inside',
  'application/pdf': 'a PDF',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
    'an Excel workbook; save it as “CSV UTF-8” and choose that',
  'application/x-cfb': 'an old Excel or Word file; save it as “CSV UTF-8” and choose that',
};

/** Why this is no CSV text at all. By its content: a file’s name promises nothing. */
function notText(head: Buffer, mediaType: string | null): string | null {
  if (head.length === 0) return 'The file is empty.';
  const nuls = head.filter((byte) => byte === 0).length;
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (utf16 || (mediaType === null && nuls > head.length / 4))
    return 'Line 1 is UTF-16, not UTF-8. Save the file as “CSV UTF-8” and choose it again.';
  const isPdf = head.subarray(0, 5).toString('latin1') === '%PDF-';
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (!isPdf && controls <= head.length / 50) return null;
  const found =
    mediaType === null ? 'no text' : (kindsOfFile[mediaType] ?? `a file of the kind ${mediaType}`);
  return `This is not a CSV file: it is ${found}.`;
}

/** The one that separates most in the first line; commas where nothing does. */
function delimiterOf(head: string): string {
  const [first = ''] = head.trimStart().split('\n', 1);
  const outside = first.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => ({ delimiter, count: outside.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

function firstRecord(head: Buffer, delimiter: string, place: Place): RawRecord | null {
  const splitter = new RecordSplitter({ delimiter, columns: null }, place);
  return splitter.push(head)[0] ?? splitter.end()[0] ?? null;
}

function columnName(cell: string, index: number): string {
  return cell.normalize('NFC').replace(/\s+/gu, ' ').trim() || `column ${index + 1}`;
}

function headerProblem({ line, fault, cells }: RawRecord, columns: readonly string[]): string | null {
  if (fault === 'not_utf8')
    return `Line ${line}, the header, is not UTF-8. Save the file as “CSV UTF-8” and choose it again.`;
  if (fault !== null)
    return `Line ${line}, the header, cannot be read: a quotation mark in it is not closed, or it is no text.`;
  if (columns.length > mostColumns)
    return `The header names ${columns.length} columns; ${mostColumns} are allowed.`;
  if (columns.some((column) => column.length > 200))
    return 'The header names a column with more than 200 characters, so it is no header.';
  if (cells?.length === 1 && cells[0]?.includes('\r'))
    return 'The lines of this file end as those of old Macintosh computers did. Save it as “CSV UTF-8” and choose it again.';
  const twice = columns.find(
    (column, index) => columns.findIndex((other) => sameName(other, column)) < index,
  );
  return twice === undefined ? null : `The header names the column “${twice}” twice; rename one of them.`;
}

const sameName = (one: string, other: string) => one.toUpperCase() === other.toUpperCase();
