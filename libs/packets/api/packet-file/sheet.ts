import { useFont } from '@stipple/files';
import type { Writer } from './copied-object';

export const margin = 54;
export const grey = '#4f5d5d';
const red = '#9a1b2d';
export type Section = PDFKit.PDFStructureElement;

/** What a paper is called, whose it is and of when; and what stands on every page of it beside its content. */
export interface PaperDescription {
  readonly title: string;
  readonly clinic: string;
  /** The day the content stands for, as an instant; it is the file’s own date. */
  readonly asOf: string;
  /** Of its words, as BCP 47 has it. */
  readonly language: string;
  /** Stands on every page of a demo. */
  readonly mark: string | null;
  /** At the foot of each page. */
  foot(page: number, pages: number): string;
}

type TaggedTable = PDFKit.Mixins.TableOptionsWithData & { structParent: Section };

/** The pages of a paper while they are written: tagged, so that a screen reader finds headings, tables and pictures. */
export class Sheet {
  private constructor(
    readonly document: Writer,
    readonly root: Section,
  ) {}

  static async open({ title, clinic, asOf, language }: PaperDescription): Promise<Sheet> {
    // A megabyte of code that only writing needs.
    const { default: PDFDocument } = await import('pdfkit');
    const document = new PDFDocument({
      size: 'LETTER',
      margin,
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      // A date of the writing would make each file another one.
      info: {
        Title: title,
        Author: clinic,
        Creator: 'Stipple',
        CreationDate: new Date(asOf),
        ModDate: new Date(asOf),
      },
    }) as Writer;
    const root = document.struct('Document');
    document.addStructure(root);
    return new Sheet(document, root);
  }

  /** The number of the page being written, from one. */
  get page(): number {
    return this.document.bufferedPageRange().count;
  }

  section(): Section {
    const section = this.document.struct('Sect');
    this.root.add(section);
    return section;
  }

  write(parent: Section, text: string, { type = 'P', size = 10.5, color = 'black' } = {}): this {
    useFont(this.document, type === 'P' ? 'plain' : 'bold', size)
      .fillColor(color)
      .text(text, margin, this.document.y, { structParent: parent, structType: type, lineGap: 1.5 });
    return this;
  }

  gap(points: number): this {
    this.document.y += points;
    return this;
  }

  /** Begins another page where less than that is left, so that a heading never stands alone at the end of one. */
  keepTogether(points: number): this {
    const { page, y } = this.document;
    if (y + points > page.height - page.margins.bottom) this.document.addPage();
    return this;
  }

  /** Rows of a label and what it says; the label is the head of its row. */
  facts(parent: Section, width: number, rows: readonly (readonly [label: string, value: string])[]): void {
    useFont(this.document, 'plain', 11).fillColor('black');
    const table: TaggedTable = {
      structParent: parent,
      columnStyles: [width, '*'],
      rowStyles: { borderColor: '#9fb0ae', border: [0, 0, 0.5, 0] },
      defaultStyle: { padding: 4 },
      data: rows.map(([label, value]) => [{ type: 'TH' as const, text: label, textColor: grey }, value]),
    };
    this.document.table(table);
    this.document.x = margin;
  }

  table(parent: Section, widths: readonly (number | '*')[], data: readonly (readonly string[])[]): void {
    const [head = [], ...rows] = data;
    useFont(this.document, 'plain', 9.5).fillColor('black');
    const table: TaggedTable = {
      structParent: parent,
      columnStyles: [...widths],
      rowStyles: { borderColor: '#9fb0ae', border: [0, 0, 0.5, 0] },
      defaultStyle: { padding: 4 },
      data: [
        head.map((text) => ({ type: 'TH' as const, text, textColor: grey })),
        ...rows.map((row) => [...row]),
      ],
    };
    this.document.table(table);
    this.document.x = margin;
  }

  /** What stands on every page beside its content: whose paper, which page, and that a demo is one. */
  finish({ clinic, foot, mark }: PaperDescription): void {
    const { document } = this;
    const { count } = document.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      document.switchToPage(at);
      const { page } = document;
      // Below the text’s own end, which would otherwise begin another page.
      page.margins.bottom = 0;
      document.markContent('Artifact', { type: 'Pagination' });
      useFont(document, 'plain', 8.5).fillColor(grey);
      document.text(clinic, margin, 26, { lineBreak: false });
      document.text(foot(at + 1, count), margin, page.height - 34, {
        width: page.width - 2 * margin,
        align: 'right',
        lineBreak: false,
      });
      if (mark) document.fillColor(red).text(mark, margin, page.height - 34, { lineBreak: false });
      document.endMarkedContent();
    }
    const root = (document as unknown as { _root: { data: Record<string, unknown> } })._root;
    root.data['PageLabels'] = { Nums: [0, { S: 'D' }] };
    root.data['PageMode'] = 'UseOutlines';
    this.root.end();
    document.end();
  }
}
