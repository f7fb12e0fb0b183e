import type { PDFContext, PDFDict, PDFObject } from '@cantoo/pdf-lib';

type Library = typeof import('@cantoo/pdf-lib');
export type Writer = PDFKit.PDFDocument;
type Reference = ReturnType<Writer['ref']>;

/** What says how a page is drawn. Everything else of an attached file (links, notes, tags, what it does) stays behind. */
const left = [
  'Parent',
  'StructParent',
  'StructParents',
  'Metadata',
  'PieceInfo',
  'LastModified',
  'AF',
  'OPI',
  'Ref',
  'OC',
  'A',
  'AA',
  'JS',
];

/** Copies objects of an attached file into the packet, each once. */
export class CopiedObjects {
  private readonly known = new Map<string, Reference>();

  constructor(
    private readonly writer: Writer,
    private readonly source: PDFContext,
    private readonly library: Library,
  ) {}

  /** An object in the form in which the packet’s writer takes it. */
  copy(object: PDFObject | undefined, depth = 0): unknown {
    const lib = this.library;
    if (object === undefined || depth > 60) return null;
    if (object instanceof lib.PDFRef) return this.reference(object, depth);
    if (object instanceof lib.PDFName) return object.toString().slice(1);
    if (object instanceof lib.PDFNumber) return object.asNumber();
    if (object instanceof lib.PDFBool) return object.asBoolean();
    if (object instanceof lib.PDFString || object instanceof lib.PDFHexString)
      return Buffer.from(object.asBytes());
    if (object instanceof lib.PDFArray) return object.asArray().map((one) => this.copy(one, depth + 1));
    if (object instanceof lib.PDFDict) return this.dictionary(object, depth);
    return null;
  }

  dictionary(dictionary: PDFDict, depth = 0): Record<string, unknown> {
    return Object.fromEntries(
      dictionary
        .entries()
        .map(([name, value]) => [name.toString().slice(1), value] as const)
        .filter(([name]) => !left.includes(name))
        .map(([name, value]) => [name, this.copy(value, depth + 1)]),
    );
  }

  private reference(ref: PDFObject, depth: number): unknown {
    const key = ref.toString();
    const before = this.known.get(key);
    if (before) return before;
    const lib = this.library;
    const object = this.source.lookup(ref);
    if (object instanceof lib.PDFRawStream) {
      // Registered before its entries are copied: it may be reached again from them.
      const made = this.writer.ref({ Filter: 'none' });
      this.known.set(key, made);
      const { Length: _, ...entries } = this.dictionary(object.dict, depth);
      delete (made.data as Record<string, unknown>)['Filter'];
      Object.assign(made.data, entries);
      made.write(Buffer.from(object.getContents()));
      made.end(null);
      return made;
    }
    if (!(object instanceof lib.PDFDict)) return this.copy(object, depth + 1);
    const made = this.writer.ref({});
    this.known.set(key, made);
    Object.assign(made.data, this.dictionary(object, depth));
    made.end(null);
    return made;
  }
}
