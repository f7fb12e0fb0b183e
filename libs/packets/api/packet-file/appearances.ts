import type { PDFDict, PDFPage, PDFRef } from '@cantoo/pdf-lib';

type Library = typeof import('@cantoo/pdf-lib');
export type Matrix = readonly [number, number, number, number, number, number];

export const boxOf = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

/**
 * How filled-in fields, stamps and notes look: they are drawn beside a page’s content, not in it, and a form whose
 * answers were lost on the way would be worse than none.
 */
export function appearancesOf(
  page: PDFPage,
  library: Library,
): readonly { readonly ref: PDFRef; readonly matrix: Matrix }[] {
  const list = page.node.Annots()?.asArray() ?? [];
  return list.flatMap((one) => {
    const annotation = page.doc.context.lookup(one);
    if (!(annotation instanceof library.PDFDict) || isHidden(annotation, library)) return [];
    const ref = normalAppearance(annotation, library);
    const stream = ref && page.doc.context.lookup(ref);
    const rect = numbers(annotation, 'Rect', library);
    if (!ref || !(stream instanceof library.PDFStream) || rect.length !== 4) return [];
    const box = numbers(stream.dict, 'BBox', library);
    return box.length === 4 ? [{ ref, matrix: fitted(box, rect) }] : [];
  });
}

/** Hidden, or not to be printed. */
function isHidden(annotation: PDFDict, { PDFName, PDFNumber }: Library): boolean {
  const flags = annotation.lookup(PDFName.of('F'));
  const subtype = annotation.lookup(PDFName.of('Subtype'))?.toString();
  return (
    (flags instanceof PDFNumber && (flags.asNumber() & 2) !== 0) ||
    subtype === '/Popup' ||
    subtype === '/Link'
  );
}

function normalAppearance(annotation: PDFDict, library: Library): PDFRef | null {
  const { PDFDict: Dict, PDFName, PDFRef: Ref } = library;
  const all = annotation.lookup(PDFName.of('AP'));
  if (!(all instanceof Dict)) return null;
  const normal = all.get(PDFName.of('N'));
  if (normal instanceof Ref && !(all.lookup(PDFName.of('N')) instanceof Dict)) return normal;
  // A tick box has one look for each state.
  const state = annotation.lookup(PDFName.of('AS'));
  const looks = all.lookup(PDFName.of('N'));
  const look = looks instanceof Dict && state instanceof PDFName ? looks.get(state) : null;
  return look instanceof Ref ? look : null;
}

function numbers(
  dictionary: PDFDict,
  name: string,
  { PDFArray, PDFName, PDFNumber }: Library,
): readonly number[] {
  const list = dictionary.lookup(PDFName.of(name));
  if (!(list instanceof PDFArray)) return [];
  const all = list.asArray().map((_, at) => list.lookup(at));
  return all.flatMap((one) => (one instanceof PDFNumber ? [one.asNumber()] : []));
}

/** From an appearance’s own box into its place on the page. */
function fitted(box: readonly number[], rect: readonly number[]): Matrix {
  const [bx = 0, by = 0, bx2 = 0, by2 = 0] = box;
  const [rx = 0, ry = 0, rx2 = 0, ry2 = 0] = rect;
  const width = bx2 - bx === 0 ? 1 : (rx2 - rx) / (bx2 - bx);
  const height = by2 - by === 0 ? 1 : (ry2 - ry) / (by2 - by);
  return [width, 0, 0, height, rx - bx * width, ry - by * height];
}
