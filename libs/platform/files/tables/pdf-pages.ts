import { useFont } from '../fonts';
import type { Column, TableFile } from './table-file';

export const grey = '#4f5d5d';
export const red = '#9a1b2d';
const rule = '#9fb0ae';
const margin = 36;
const foot = 50;
const size = 8;
const lineHeight = 10.5;
/** Between two columns. */
const gap = 6;
/** Words of which it is known how they break; more are forgotten, so that a long file needs no more memory. */
const mostKnown = 20_000;

interface Placed extends Column {
  readonly x: number;
  readonly space: number;
}

/** The pages of a table while they are written, from top to bottom. */
export class PdfPages {
  private columns: readonly Placed[] = [];
  private page = 1;
  private y = margin;
  private readonly known = new Map<string, readonly string[]>();

  private constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly title: string,
  ) {}

  static async open({ title, clinic }: TableFile): Promise<PdfPages> {
    // A megabyte of code that only writing needs.
    const { default: PDFDocument } = await import('pdfkit');
    const info = { Title: title, Author: clinic, Creator: 'Stipple' };
    const document = new PDFDocument({
      size: 'LETTER',
      layout: 'landscape',
      margin: 0,
      pdfVersion: '1.7',
      lang: 'en-US',
      displayTitle: true,
      // pdfkit would keep how each word of a file was laid out, to its end; our fonts keep the last of them.
      fontLayoutCache: false,
      info,
    });
    const pages = new PdfPages(document, title);
    pages.writeFoot();
    return pages;
  }

  /** A line across the page, or as many as it takes. */
  line(text: string, { bold = false, size: points = size + 1, color = 'black' } = {}): void {
    const height = points * 1.35;
    useFont(this.document, bold ? 'bold' : 'plain', points);
    for (const one of this.broken(text, this.width)) {
      this.makeRoom(height);
      useFont(this.document, bold ? 'bold' : 'plain', points).fillColor(color);
      this.put(one, margin, this.y);
      this.y += height;
    }
  }

  beginTable(name: string | null, columns: readonly Column[]): void {
    this.columns = [];
    this.y += 10;
    this.makeRoom(90);
    if (name !== null) this.line(name, { bold: true, size: 12 });
    const total = columns.reduce((sum, { width }) => sum + width, 0);
    let x = margin;
    this.columns = columns.map((column) => {
      const space = (column.width / total) * this.width;
      x += space;
      return { ...column, x: x - space, space: space - gap };
    });
    this.writeHeading();
  }

  row(cells: readonly string[]): void {
    useFont(this.document, 'plain', size);
    const lines = cells.map((cell, at) => this.broken(cell, this.columns[at]?.space ?? this.width));
    const height = Math.max(...lines.map(({ length }) => length)) * lineHeight + 3;
    this.makeRoom(height);
    useFont(this.document, 'plain', size).fillColor('black');
    this.write(lines);
    this.y += height;
    this.document
      .moveTo(margin, this.y - 2)
      .lineTo(margin + this.width, this.y - 2)
      .lineWidth(0.4)
      .stroke(rule);
  }

  endTable(count: string): void {
    this.columns = [];
    this.line(count, { bold: true });
  }

  /** The bytes of the pages that are finished; none while a page is being written. */
  *taken(): Generator<Uint8Array> {
    for (let chunk = this.read(); chunk !== null; chunk = this.read()) yield chunk;
  }

  /** The last pages, and what makes all of them a file. */
  *end(): Generator<Uint8Array> {
    this.document.end();
    yield* this.taken();
  }

  private read(): Uint8Array | null {
    return this.document.read() as Uint8Array | null;
  }

  private get width(): number {
    return this.document.page.width - 2 * margin;
  }

  private makeRoom(height: number): void {
    if (this.y + height <= this.document.page.height - foot) return;
    this.document.addPage();
    forgetPage(this.document, this.page);
    this.page += 1;
    this.y = margin;
    this.writeFoot();
    if (this.columns.length > 0) this.writeHeading();
  }

  private writeHeading(): void {
    useFont(this.document, 'bold', size).fillColor(grey);
    const lines = this.columns.map(({ heading, space }) => this.broken(heading, space));
    this.write(lines);
    this.y += Math.max(...lines.map(({ length }) => length)) * lineHeight + 3;
  }

  private writeFoot(): void {
    useFont(this.document, 'plain', size).fillColor(grey);
    const at = this.document.page.height - 30;
    const number = `Page ${this.page}`;
    const end = margin + this.width - this.document.widthOfString(number);
    const [title = ''] = this.broken(this.title, this.width - 80);
    this.put(title, margin, at);
    this.put(number, end, at);
  }

  private write(lines: readonly (readonly string[])[]): void {
    lines.forEach((cell, at) => {
      const column = this.columns[at];
      if (column === undefined) return;
      cell.forEach((text, line) => this.put(text, this.placeOf(column, text), this.y + line * lineHeight));
    });
  }

  /** Numbers end below one another, texts begin. */
  private placeOf({ kind, x, space }: Placed, text: string): number {
    const isNumber = kind === 'number' || kind === 'cents' || kind === 'share';
    return isNumber ? x + space - this.document.widthOfString(text) : x;
  }

  private put(text: string, x: number, y: number): void {
    if (text !== '') this.document.text(text, x, y, { lineBreak: false });
  }

  /** A text in lines that fit, by the font that is set; a word that is longer than a line is broken as well. */
  private broken(text: string, space: number): readonly string[] {
    const key = `${space} ${text}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const fits = (line: string) => this.document.widthOfString(line) <= space;
    const lines: string[] = [];
    let line = '';
    for (let word of text.split(/\s+/)) {
      if (line !== '' && fits(`${line} ${word}`)) {
        line += ` ${word}`;
        continue;
      }
      if (line !== '') lines.push(line);
      for (; word.length > 1 && !fits(word); word = word.slice(lines.at(-1)?.length ?? 1)) {
        let length = word.length - 1;
        while (length > 1 && !fits(word.slice(0, length))) length -= 1;
        lines.push(word.slice(0, length));
      }
      line = word;
    }
    lines.push(line);
    if (this.known.size >= mostKnown) this.known.clear();
    this.known.set(key, lines);
    return lines;
  }
}

/** As far as pdfkit lets nobody look. */
interface Internals {
  readonly _root: { readonly data: { readonly Pages: { readonly data: { readonly Kids: unknown[] } } } };
}

/**
 * Keeps of a page that has been written no more than where it is: pdfkit would hold all of them to the end, and twenty
 * thousand pages are a hundred megabytes. It writes what is no object of its own as the text that it is.
 */
function forgetPage(document: PDFKit.PDFDocument, page: number): void {
  const { Kids } = (document as unknown as Internals)._root.data.Pages.data;
  const place = String(Kids[page - 1]);
  Kids[page - 1] = { [Symbol.toStringTag]: 'Reference', toString: () => place };
}
