import { buffer } from 'node:stream/consumers';
import { type PaperDescription, Sheet } from '@stipple/packets-api';
import type { Receipt } from './describe-receipt';

/** Writes a receipt as a tagged PDF, on the same sheet as packets and appeals. */
export async function writeReceipt(receipt: Receipt): Promise<Buffer> {
  const { title, clinic, asOf, mark, caseNumber } = receipt;
  const paper: PaperDescription = {
    ...{ title, clinic, asOf, mark, language: 'en-US' },
    foot: (page, pages) => `Case #${caseNumber} · receipt · page ${page} of ${pages}`,
  };
  const sheet = await Sheet.open(paper);
  const written = buffer(sheet.document);
  sheet.document.addPage();
  sheet.document.outline.addItem('Receipt', { fit: true } as never);
  const section = sheet.section();
  sheet.write(section, receipt.title, { type: 'H1', size: 20 }).gap(8);
  sheet.table(section, [110, '*'], [['Receipt', 'For what the patient paid'], ...receipt.facts]);
  sheet.gap(14).write(section, 'Services', { type: 'H2', size: 13 }).gap(4);
  if (receipt.services.length === 0) sheet.write(section, 'No session has been performed yet.');
  else
    sheet.table(section, [110, '*', 110, 90], [['Date', 'Service', 'Price', 'Amount'], ...receipt.services]);
  sheet.gap(14).write(section, 'Payments', { type: 'H2', size: 13 }).gap(4);
  if (receipt.money.length === 0) sheet.write(section, 'Nothing has been paid yet.');
  else sheet.table(section, [110, '*', 150, 90], [['Date', 'How', 'Reference', 'Amount'], ...receipt.money]);
  sheet.gap(14);
  sheet.table(section, ['*', 90], [['Sum', 'Amount'], ...receipt.sums]);
  sheet.gap(14);
  for (const note of receipt.notes) sheet.write(section, note, { size: 9.5 }).gap(3);
  section.end();
  if (receipt.letter) writeLetter(sheet, receipt.letter);
  sheet.finish(paper);
  return written;
}

/** The letter on pages of its own, word for word as it was signed. */
function writeLetter(sheet: Sheet, { paragraphs, seal }: NonNullable<Receipt['letter']>): void {
  const title = 'Letter of medical necessity';
  const section = sheet.section();
  sheet.document.addPage();
  sheet.document.outline.addItem(title, { fit: true } as never);
  sheet.write(section, title, { type: 'H1', size: 20 }).gap(8);
  for (const paragraph of paragraphs)
    if (paragraph === '') sheet.gap(7);
    else sheet.write(section, paragraph);
  sheet.gap(14).write(section, seal, { size: 8.5 });
  section.end();
}
