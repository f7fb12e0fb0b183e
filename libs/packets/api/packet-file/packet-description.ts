/**
 * A packet as it is to be written: every word and byte of it, and nothing that changes by itself. The same description
 * gives the same bytes.
 */
export interface PacketDescription<File = Buffer> {
  /** Of the clinic, on every page. */
  readonly clinic: string;
  readonly caseNumber: number;
  readonly title: string;
  /** The day the content stands for, as an instant; it is the file’s own date. */
  readonly asOf: string;
  /** Stands on every page of a demo. */
  readonly mark: string | null;
  /** What the first page says: payer, member, codes, dates. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly parts: readonly PacketPart<File>[];
}

interface Common {
  /** Names the part in the manifest, and where another part refers to it. Unique. */
  readonly key: string;
  readonly title: string;
}

export interface CriteriaPart extends Common {
  readonly kind: 'criteria';
  /** Which policy, in which version, read when and by whom. */
  readonly source: string;
  readonly rows: readonly CriterionRow[];
}

export interface CriterionRow {
  readonly criterion: string;
  /** The payer’s own words. */
  readonly quote: string;
  readonly standing: string;
  /** What shows it, in words and by the parts that hold it: the file says on which page. */
  readonly evidence: readonly { readonly words: string; readonly part: string | null }[];
}

export interface TextPart extends Common {
  readonly kind: 'text';
  readonly paragraphs: readonly string[];
  /** Who signed what, and the hash of it. */
  readonly seal: string | null;
}

export interface TablePart extends Common {
  readonly kind: 'table';
  readonly columns: readonly string[];
  /** In points; what is left is shared by those without one. */
  readonly widths?: readonly (number | '*')[];
  readonly rows: readonly (readonly string[])[];
  readonly note: string | null;
}

export interface PicturesPart<File = Buffer> extends Common {
  readonly kind: 'pictures';
  readonly pictures: readonly PacketPicture<File>[];
}

export interface PacketPicture<File = Buffer> {
  /** JPEG, or PNG without transparency. */
  readonly file: File;
  readonly caption: string;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
}

/** A PDF that was attached: its pages as they are, on the packet’s own numbered pages. */
export interface DocumentPart<File = Buffer> extends Common {
  readonly kind: 'document';
  readonly file: File;
}

export type PacketPart<File = Buffer> =
  CriteriaPart | TextPart | TablePart | PicturesPart<File> | DocumentPart<File>;

/** The same before its files are fetched: each named by the hash of its content, in hex. */
export type PacketOutline = PacketDescription<string>;

export interface Manifest {
  readonly pages: number;
  readonly parts: readonly ManifestPart[];
}

export interface ManifestPart {
  readonly key: string;
  readonly title: string;
  readonly firstPage: number;
  readonly lastPage: number;
  /** SHA-256 of the part’s own content: of an attached file exactly its bytes. */
  readonly sha256: string;
}
