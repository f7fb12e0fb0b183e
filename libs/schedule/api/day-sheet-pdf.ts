import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { dayInWords, demoMark, sessionLifecycle } from '@stipple/domain';
import type { DaySheet, DaySheetLine } from './day-sheet.query';

const fonts = createRequire(import.meta.url);
/**
 * The standard fonts of PDF know no ł and no ş, and a reader need not have them. They go by their paths: pdfkit reads the
 * file of a registered name anew after each cell of a table.
 */
const font = (style: string) =>
  fonts.resolve(`@expo-google-fonts/source-sans-3/${style}/SourceSans3_${style}.ttf`);
const plain = font('400Regular');
const bold = font('600SemiBold');

const headings = ['Time', 'Patient', 'Case', 'Room', 'Cleared by', 'Units left', 'Device and lot', 'Notes'];
const widths = [70, 132, 62, 58, 118, 52, 110, '*'];
const grey = '#4f5d5d';
const line = '#9fb0ae';
const red = '#9a1b2d';

/** The types of pdfkit leave out where a table belongs in the document's structure. */
type TaggedTable = PDFKit.Mixins.TableOptionsWithData & { structParent: PDFKit.PDFStructureElement };

/**
 * The day on paper, a table for each clinician, with room to write. Tagged, so that a screen reader finds headings and
 * table cells.
 */
export async function daySheetPdf(sheet: DaySheet, isDemo: boolean): Promise<Buffer> {
  // A megabyte of code that only printing needs.
  const { default: PDFDocument } = await import('pdfkit');
  const title = `Day sheet, ${dayInWords(sheet.day)}`;
  const document = new PDFDocument({
    size: 'LETTER',
    layout: 'landscape',
    margin: 36,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    info: { Title: title, Author: sheet.clinic, Creator: 'Stipple' },
  });
  const written = buffer(document);
  const root = document.struct('Document');
  document.addStructure(root);
  const write = (type: 'H1' | 'H2' | 'P', text: string, size: number, color = 'black') =>
    document
      .font(type === 'P' ? plain : bold, size)
      .fillColor(color)
      .text(text, 36, document.y, { structParent: root, structType: type });

  write('H1', title, 17);
  if (isDemo) write('P', demoMark, 12, red);
  write(
    'P',
    `${sheet.clinic} · as of ${sheet.printedAt} · holds patients’ data: shred it after use`,
    9,
    grey,
  );
  if (sheet.clinicians.length === 0) write('P', 'Nothing is booked on this day.', 12);
  for (const { name, lines } of sheet.clinicians) {
    document.moveDown(0.8);
    // A heading alone at the foot of a page helps nobody.
    if (document.y > document.page.height - 130) document.addPage();
    write('H2', name, 13);
    document.moveDown(0.3);
    document.font(plain, 9).fillColor('black');
    const table: TaggedTable = {
      structParent: root,
      columnStyles: widths,
      rowStyles: (row) => ({ minHeight: row === 0 ? 14 : 40, borderColor: line, border: [0, 0, 0.5, 0] }),
      defaultStyle: { padding: 3 },
      data: [
        headings.map((text) => ({ type: 'TH' as const, text, textColor: grey })),
        ...lines.map((one) => cells(one)),
      ],
    };
    document.table(table);
  }
  root.end();
  document.end();
  return written;
}

function cells(one: DaySheetLine): string[] {
  return [
    `${one.begins} –\n${one.ends}`,
    `${one.patientName}\nborn ${dayInWords(one.birthDate)}`,
    `#${one.caseNumber}\n${one.procedureCode}`,
    one.room,
    `${one.clearance}\nuntil ${dayInWords(one.closesOn)}`,
    `${one.unitsLeft} of ${one.units}`,
    // Written by hand at the chair.
    one.state === 'blocked' ? '' : '\n________________________',
    remark(one),
  ];
}

function remark({ state }: DaySheetLine): string {
  if (state === 'blocked') return 'BLOCKED: do not treat. Its clearance no longer covers it.';
  return state === 'scheduled' ? '' : `(${sessionLifecycle.states[state]})`;
}
