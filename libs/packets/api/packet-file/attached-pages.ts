import type { PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import { CopiedObjects, Writer } from './copied-object';
import { Matrix, appearancesOf, boxOf } from './appearances';

type Library = typeof import('@cantoo/pdf-lib');

/** A page of an attached file as one drawing, and how large it is the right way up. */
export interface AttachedPage {
  readonly drawing: unknown;
  readonly width: number;
  readonly height: number;
  /** From the drawing’s own coordinates to its lower left corner at the origin, the right way up. */
  readonly upright: Matrix;
}

/** Takes the pages of an attached file over into the packet. They show what they showed, and do nothing any more. */
export async function attachedPages(writer: Writer, bytes: Buffer): Promise<readonly AttachedPage[]> {
  const library = await import('@cantoo/pdf-lib');
  const document = await library.PDFDocument.load(bytes, { updateMetadata: false });
  const copied = new CopiedObjects(writer, document.context, library);
  return document.getPages().map((page) => attachedPage(writer, page, { copied, library }));
}

interface Tools {
  readonly copied: CopiedObjects;
  readonly library: Library;
}

function attachedPage(writer: Writer, page: PDFPage, { copied, library }: Tools): AttachedPage {
  const { x, y, width, height } = page.getCropBox();
  const resources = page.node.Resources();
  const own = resources ? copied.dictionary(resources) : {};
  const appearances = appearancesOf(page, library);
  const names = Object.fromEntries(appearances.map(({ ref }, at) => [`StAp${at}`, copied.copy(ref)]));
  const drawing = writer.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [x, y, x + width, y + height],
    Resources: { ...own, XObject: { ...(own['XObject'] as object | undefined), ...names } },
  });
  const marks = appearances.map(({ matrix }, at) => `q ${matrix.join(' ')} cm /StAp${at} Do Q`).join('\n');
  // What a page leaves changed must not reach what is drawn after it.
  drawing.write(
    Buffer.concat([Buffer.from('q\n'), contentOf(page, library), Buffer.from(`\nQ\n${marks}\n`)]),
  );
  drawing.end(null);
  return { drawing, ...turned(page.getRotation().angle, boxOf(x, y, width, height)) };
}

/** Everything a page draws, in one piece. */
function contentOf(page: PDFPage, library: Library): Buffer {
  const contents = page.node.Contents();
  const streams = contents instanceof library.PDFArray ? contents.asArray() : contents ? [contents] : [];
  const pieces = streams.map((one) => {
    const stream = page.doc.context.lookup(one);
    return stream instanceof library.PDFRawStream ? Buffer.from(decoded(stream, library)) : Buffer.alloc(0);
  });
  return Buffer.concat(pieces.flatMap((piece) => [piece, Buffer.from('\n')]));
}

const decoded = (stream: PDFRawStream, library: Library) => library.decodePDFRawStream(stream).decode();

function turned(
  angle: number,
  { x, y, width, height }: ReturnType<typeof boxOf>,
): Omit<AttachedPage, 'drawing'> {
  switch (((angle % 360) + 360) % 360) {
    case 90:
      return { width: height, height: width, upright: [0, -1, 1, 0, -y, x + width] };
    case 180:
      return { width, height, upright: [-1, 0, 0, -1, x + width, y + height] };
    case 270:
      return { width: height, height: width, upright: [0, 1, -1, 0, y + height, -x] };
    default:
      return { width, height, upright: [1, 0, 0, 1, -x, -y] };
  }
}
