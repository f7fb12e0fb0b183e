import { buffer } from 'node:stream/consumers';
import {
  type EstimateDocument,
  type EstimateLanguage,
  type EstimateSection,
  demoMark,
} from '@stipple/domain';
import { type PaperDescription, Sheet } from '@stipple/packets-api';

/** What the paper says beside its words. */
export interface EstimatePaper {
  readonly document: EstimateDocument;
  readonly clinic: string;
  readonly caseNumber: number;
  readonly version: number;
  /** When it was issued, as an instant: the same estimate gives the same file. */
  readonly issuedAt: string;
  readonly isDemo: boolean;
}

const languages: Readonly<Record<EstimateLanguage, string>> = { en: 'en-US', es: 'es-US' };
const marks: Readonly<Record<EstimateLanguage, string>> = {
  en: demoMark,
  es: 'Demostración: nadie en este papel existe.',
};
const feet: Readonly<Record<EstimateLanguage, (of: EstimatePaper, page: number, pages: number) => string>> = {
  en: ({ caseNumber, version }, page, pages) =>
    `Case #${caseNumber} · estimate ${version} · page ${page} of ${pages}`,
  es: ({ caseNumber, version }, page, pages) =>
    `Caso n.º ${caseNumber} · estimado ${version} · página ${page} de ${pages}`,
};

/** Draws an estimate that was issued as a PDF: large plain text, tagged in reading order, in the patient's language. */
export async function writeEstimatePdf(estimate: EstimatePaper): Promise<Buffer> {
  const { document, clinic, issuedAt, isDemo } = estimate;
  const { language, title, lead, sections } = document;
  const paper: PaperDescription = {
    ...{ title, clinic, asOf: issuedAt, language: languages[language] },
    mark: isDemo ? marks[language] : null,
    foot: (page, pages) => feet[language](estimate, page, pages),
  };
  const sheet = await Sheet.open(paper);
  const written = buffer(sheet.document);
  sheet.document.addPage();
  sheet.document.outline.addItem(title, { fit: true } as never);
  const head = sheet.section();
  sheet.write(head, title, { type: 'H1', size: 22 }).gap(4).write(head, lead, { size: 12 });
  head.end();
  for (const section of sections) writeSection(sheet, section);
  sheet.finish(paper);
  return written;
}

function writeSection(sheet: Sheet, { heading, tables, paragraphs }: EstimateSection): void {
  const section = sheet.section();
  sheet.keepTogether(110).gap(14).write(section, heading, { type: 'H2', size: 14 }).gap(4);
  for (const table of tables) {
    if (table.kind === 'facts') sheet.facts(section, 150, table.rows);
    else sheet.table(section, ['*', 50, 60, 70, 75], [table.columns, ...table.rows]);
    sheet.gap(6);
  }
  for (const paragraph of paragraphs) sheet.write(section, paragraph, { size: 11.5 }).gap(4);
  section.end();
}
