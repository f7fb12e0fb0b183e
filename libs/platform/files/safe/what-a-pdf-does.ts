import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';

type Library = typeof import('@cantoo/pdf-lib');

/** Names that stand for something a document does beyond showing pages, wherever they occur as a key or a value. */
const does: Readonly<Record<string, string>> = {
  JS: 'runs a script',
  JavaScript: 'runs a script',
  Launch: 'starts a program',
  ImportData: 'reads other files',
  SubmitForm: 'sends what is typed into it elsewhere',
  GoToE: 'opens a file within it',
  EF: 'holds another file',
  EmbeddedFile: 'holds another file',
  EmbeddedFiles: 'holds another file',
  FileAttachment: 'holds another file',
  Rendition: 'plays media',
  Movie: 'plays media',
  RichMedia: 'plays media',
  XFA: 'holds a form that only one reader understands',
};

/** @returns words that follow “This PDF”, or null for one that only shows pages */
export function whatItDoes(context: PDFContext, library: Library): string | null {
  const { PDFArray, PDFDict, PDFName, PDFStream } = library;
  const within = (object: PDFObject, depth: number): string | null => {
    if (depth > 100) return 'is nested too deeply to be checked';
    if (object instanceof PDFName) return does[object.decodeText()] ?? null;
    if (object instanceof PDFArray) return first(object.asArray(), depth);
    const dictionary = object instanceof PDFStream ? object.dict : object;
    return dictionary instanceof PDFDict ? first(dictionary.entries().flat(), depth) : null;
  };
  const first = (objects: readonly PDFObject[], depth: number): string | null => {
    for (const object of objects) {
      const found = within(object, depth + 1);
      if (found) return found;
    }
    return null;
  };
  return first(
    context.enumerateIndirectObjects().map(([, object]) => object),
    0,
  );
}
