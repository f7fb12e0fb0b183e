import type { PDFDocument } from '@cantoo/pdf-lib';
import { unfitFile } from '../read-uploads';
import { isArchive } from './hidden-file';
import { inTurn } from './in-turn';
import { refuseBombs } from './packed-objects';
import { whatItDoes } from './what-a-pdf-does';

export const mostPages = 300;
const remedy = 'Print it to a new PDF and send that.';

/**
 * Refuses a PDF that does more than show pages, and one that cannot be read.
 *
 * @returns how many pages it has
 * @throws HttpProblem saying what it found
 */
export function refuseUnsafePdf(pdf: Buffer): Promise<number> {
  return inTurn(async () => {
    refuseAppended(pdf);
    refuseBombs(pdf);
    // Megabytes of code that only an uploaded PDF needs.
    const library = await import('@cantoo/pdf-lib');
    const document = await opened(pdf, library);
    const does = whatItDoes(document.context, library);
    if (does) throw unfitFile(415, 'pdf_active', `This PDF ${does}. ${remedy}`);
    const pages = countPages(document);
    if (pages === 0) throw unreadable();
    if (pages > mostPages)
      throw unfitFile(413, 'pdf_too_long', `This PDF has ${pages} pages; at most ${mostPages} are taken.`);
    return pages;
  });
}

/** What follows the end of a PDF is no PDF. Readers overlook it, other programs run it. */
function refuseAppended(pdf: Buffer): void {
  const end = pdf.lastIndexOf('%%EOF');
  if (end < 0)
    throw unfitFile(
      422,
      'pdf_cut_off',
      'This PDF has no end; it was probably cut off on its way. Send it again.',
    );
  const rest = pdf.subarray(end + 5).findIndex((byte) => ![0, 9, 10, 12, 13, 32].includes(byte));
  if (rest >= 0 || isArchive(pdf))
    throw unfitFile(415, 'file_hides_another', `This PDF carries another file at its end. ${remedy}`);
}

async function opened(pdf: Buffer, library: typeof import('@cantoo/pdf-lib')): Promise<PDFDocument> {
  const options = { ignoreEncryption: true, updateMetadata: false, throwOnInvalidObject: true };
  const document = await library.PDFDocument.load(pdf, options).catch(() => null);
  // Asked of the bytes too: what is locked may also be unreadable.
  if (document?.isEncrypted || pdf.includes('/Encrypt', 0, 'latin1'))
    throw unfitFile(415, 'pdf_locked', `This PDF is locked or needs a password. ${remedy}`);
  if (document === null) throw unreadable();
  return document;
}

function countPages(document: PDFDocument): number {
  try {
    return document.getPageCount();
  } catch {
    return 0;
  }
}

const unreadable = () =>
  unfitFile(422, 'pdf_unreadable', 'This PDF is damaged: its pages cannot be read. Send it again.');
