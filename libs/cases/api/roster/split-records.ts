import { isUtf8 } from 'node:buffer';

/** Where in a file something lies: the byte, and the number of the line as an editor shows it. */
export interface Place {
  readonly byte: number;
  readonly line: number;
}

export type RecordFault = 'open_quote' | 'too_long' | 'not_utf8' | 'nul';

/** One record of a CSV file. Its cells, or why it has none. */
export interface RawRecord {
  readonly line: number;
  readonly cells: readonly string[] | null;
  readonly fault: RecordFault | null;
  /** Where the next record begins. */
  readonly next: Place;
}

export interface CsvForm {
  readonly delimiter: string;
  /** How many cells a record should have, where that is known. */
  readonly columns: number | null;
}

/** A record longer than this is none: it would be a quote that never closes, or something put into a cell to hurt. */
export const mostRecordBytes = 1024 * 1024;

const quote = 34;
const newline = 10;
const carriageReturn = 13;

type Extent = { readonly end: number } | 'more' | 'broken';

/**
 * Splits the bytes of a CSV file into records as they come in (RFC 4180; quotes inside an unquoted cell are text).
 *
 * A parser that stops at the first quote that never closes, or takes the rest of the file for one cell, would lose
 * good rows because of a bad one. Here such a record is given up at the end of its first line, and the next line is
 * read for itself. For the same reason whether text is UTF-8 is asked of each record, and every record says where the
 * next one begins: reading can go on there after a crash.
 */
export class RecordSplitter {
  private rest: Buffer = Buffer.alloc(0);
  private at = 0;
  private skippingFrom: number | null = null;

  constructor(
    private readonly form: CsvForm,
    private place: Place,
  ) {}

  push(chunk: Buffer): RawRecord[] {
    this.rest = this.at === this.rest.length ? chunk : Buffer.concat([this.rest.subarray(this.at), chunk]);
    this.at = 0;
    return this.records(false);
  }

  end(): RawRecord[] {
    return this.records(true);
  }

  private records(final: boolean): RawRecord[] {
    const found: RawRecord[] = [];
    while (this.at < this.rest.length || (final && this.skippingFrom !== null)) {
      const record = this.skippingFrom === null ? this.take(final) : this.skip(final);
      if (record === 'more') break;
      if (record !== null) found.push(record);
    }
    return found;
  }

  private take(final: boolean): RawRecord | null | 'more' {
    const lineEnd = this.rest.indexOf(newline, this.at);
    const firstEnd = lineEnd < 0 ? this.rest.length : lineEnd;
    const tooLong = this.rest.length - this.at > mostRecordBytes;
    const hasQuote = indexWithin(this.rest, quote, this.at, firstEnd) >= 0;
    const extent: Extent = hasQuote
      ? this.quotedExtent(final)
      : lineEnd >= 0 || final
        ? { end: firstEnd }
        : 'more';
    if (typeof extent === 'object' && extent.end - this.at <= mostRecordBytes)
      return this.record(extent.end, firstEnd);
    if (extent === 'more' && !final && !tooLong) return 'more';
    if (lineEnd >= 0 || final)
      return this.faulty(firstEnd, firstEnd - this.at > mostRecordBytes ? 'too_long' : 'open_quote');
    if (!tooLong) return 'more';
    this.skippingFrom = this.place.line;
    return null;
  }

  /** Where a record with quotes ends. `broken` when something follows a closing quote. */
  private quotedExtent(final: boolean): Extent {
    const { rest } = this;
    const delimiter = this.form.delimiter.charCodeAt(0);
    for (let at = this.at; ; at++) {
      if (rest[at] === quote) {
        at = closingQuote(rest, at + 1);
        if (at < 0 || (at + 1 === rest.length && !final)) return 'more';
        at++;
        if (rest[at] === carriageReturn) at++;
        if (at >= rest.length) return final ? { end: rest.length } : 'more';
        if (rest[at] !== delimiter && rest[at] !== newline) return 'broken';
      } else {
        while (at < rest.length && rest[at] !== delimiter && rest[at] !== newline) at++;
        if (at >= rest.length) return final ? { end: rest.length } : 'more';
      }
      if (rest[at] === newline) return { end: at };
    }
  }

  private record(end: number, firstEnd: number): RawRecord | null {
    const bytes = this.rest.subarray(this.at, this.rest[end - 1] === carriageReturn ? end - 1 : end);
    if (bytes.includes(0)) return this.faulty(end, 'nul');
    if (!isUtf8(bytes)) return this.faulty(end, 'not_utf8');
    const cells = cellsOf(bytes.toString('utf8'), this.form.delimiter);
    const { columns } = this.form;
    // Over several lines and not as wide as the others: a quote that closed only by accident, further down.
    if (end > firstEnd && columns !== null && cells.length !== columns)
      return this.faulty(firstEnd, 'open_quote');
    const { line } = this.place;
    this.advance(end);
    return cells.every((cell) => cell === '') ? null : { line, cells, fault: null, next: this.place };
  }

  private faulty(end: number, fault: RecordFault): RawRecord {
    const { line } = this.place;
    this.advance(end);
    return { line, cells: null, fault, next: this.place };
  }

  /** Passes over a record that is too long, without keeping it. */
  private skip(final: boolean): RawRecord | null | 'more' {
    const lineEnd = this.rest.indexOf(newline, this.at);
    if (lineEnd < 0 && !final) {
      this.place = { byte: this.place.byte + this.rest.length - this.at, line: this.place.line };
      this.at = this.rest.length;
      return 'more';
    }
    this.skippingFrom = null;
    return this.faulty(lineEnd < 0 ? this.rest.length : lineEnd, 'too_long');
  }

  /** Moves on behind the line that ends here. */
  private advance(end: number): void {
    const next = Math.min(end + 1, this.rest.length);
    let lines = 0;
    for (
      let at = this.rest.indexOf(newline, this.at);
      at >= 0 && at < next;
      at = this.rest.indexOf(newline, at + 1)
    )
      lines++;
    this.place = { byte: this.place.byte + next - this.at, line: this.place.line + lines };
    this.at = next;
  }
}

function indexWithin(bytes: Buffer, byte: number, from: number, to: number): number {
  return bytes.subarray(from, to).indexOf(byte);
}

/** The quote that closes a cell: the first one that is not doubled. Negative when it has not come yet. */
function closingQuote(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(quote, from);
  while (at >= 0 && bytes[at + 1] === quote) at = bytes.indexOf(quote, at + 2);
  return at;
}

/** The cells of one record whose quotes are known to close. */
export function cellsOf(text: string, delimiter: string): string[] {
  if (!text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      const end = closing(text, at + 1);
      cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
    } else {
      const end = text.indexOf(delimiter, at);
      cells.push(text.slice(at, end < 0 ? text.length : end));
      at = end < 0 ? text.length : end;
    }
    if (at >= text.length) return cells;
    at++;
  }
}

function closing(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}
