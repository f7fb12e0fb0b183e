import { buffer } from 'node:stream/consumers';
import { type EstimateLanguage, rightsPage, rightsTexts } from '@stipple/domain';
import { type PaperDescription, Sheet, writeAttached } from '@stipple/packets-api';
import type { PapersMaterial } from './papers.queries';

interface Papers extends Omit<PapersMaterial, 'packetSha256'> {
  readonly packet: Buffer | null;
  readonly language: EstimateLanguage;
  readonly mark: string | null;
}

/** One PDF: first what the patient can do, in plain words, then every page of what was sent, as it was sent. */
export async function writePapers({ rights, packet, language, now, mark }: Papers): Promise<Buffer> {
  const page = rightsPage(rights, language);
  const texts = rightsTexts[language];
  const numbered = (text: string, at: number, pages: number) =>
    text.replace('{page}', String(at)).replace('{pages}', String(pages));
  const paper: PaperDescription = {
    title: page.title,
    clinic: rights.clinic,
    asOf: now,
    language: language === 'es' ? 'es-US' : 'en-US',
    mark,
    foot: (at, pages) => numbered(texts.foot, at, pages),
  };
  const sheet = await Sheet.open(paper);
  const written = buffer(sheet.document);
  const front = sheet.section();
  sheet.document.addPage();
  sheet.document.outline.addItem(page.title, { fit: true } as never);
  sheet.write(front, page.title, { type: 'H1', size: 20 }).gap(6).write(front, page.lead, { size: 12 });
  for (const { heading, paragraphs } of page.sections) {
    sheet.gap(12).keepTogether(60).write(front, heading, { type: 'H2', size: 14 }).gap(3);
    for (const words of paragraphs) sheet.write(front, words, { size: 12 }).gap(4);
  }
  front.end();
  if (packet !== null) {
    const copy = sheet.section();
    sheet.document.addPage();
    sheet.document.outline.addItem(texts.headings.packet, { fit: true } as never);
    sheet.write(copy, texts.headings.packet, { type: 'H2', size: 14 }).gap(6);
    await writeAttached(sheet, copy, {
      file: packet,
      alt: (at, pages) => numbered(texts.attachedPage, at, pages),
    });
    copy.end();
  }
  sheet.finish(paper);
  return written;
}
