import { readAdjustment } from './adjustment-reasons';
import { DenialClass, ReadClass, denialKindWords, readClassWords } from './classes';
import { DenialCodes } from './denial';
import { DenialFinding, findingsOf } from './denial-findings';
import { readRemark } from './remarks';

/** What settled a class: the reason code, a remark beside it, what the reader of the letter stated, or nothing. */
export type ClassBasis = 'code' | 'remark' | 'stated_kind' | 'nothing';

export interface DenialReading {
  readonly denialClass: ReadClass;
  readonly basis: ClassBasis;
  /** A whole sentence: why it is this class. */
  readonly why: string;
  /** What somebody should look at. None of it changes the class. */
  readonly findings: readonly DenialFinding[];
}

/**
 * The class of a denial from reason, group and remarks together. Where the codes leave it open, the stated kind decides
 * as far as it can; where they contradict it, both stay and the contradiction is a finding.
 */
export function readDenial(denial: DenialCodes): DenialReading {
  const settled = fromCodes(denial) ?? fromKind(denial);
  return { ...settled, findings: findingsOf(denial, settled.denialClass) };
}

type Settled = Omit<DenialReading, 'findings'>;

function fromCodes({ code, remarks }: DenialCodes): Settled | null {
  if (code === null) return fromRemarks('The payer gives no reason code', remarks);
  const read = readAdjustment(code);
  if (!read.known) return null;
  const { denialClass, remarkDecides, words } = read.entry;
  const remarked = remarkDecides === null ? null : fromRemarks(`${code} says too little by itself`, remarks);
  if (remarked !== null) return remarked;
  if (remarkDecides === 'must' || denialClass === 'unclassified') return null;
  return { denialClass, basis: 'code', why: `${code} says: ${words}.` };
}

/** Remarks settle it where all of those that say something say the same. */
function fromRemarks(open: string, remarks: readonly string[]): Settled | null {
  const [one, ...others] = narrowedBy(remarks);
  if (one === undefined || others.length > 0) return null;
  const why = `${open}; ${one.code} (${one.words.toLowerCase()}) makes it: ${readClassWords[one.narrowsTo]}.`;
  return { denialClass: one.narrowsTo, basis: 'remark', why };
}

interface Narrowing {
  readonly code: string;
  readonly words: string;
  readonly narrowsTo: DenialClass;
}

/** The classes that remarks give, each once, with the first remark that gives it. */
function narrowedBy(remarks: readonly string[]): readonly Narrowing[] {
  const given = remarks.map(readRemark).flatMap((read): readonly Narrowing[] => {
    if (!read.known || read.entry.narrowsTo === null) return [];
    const { code, words, narrowsTo } = read.entry;
    return [{ code, words, narrowsTo }];
  });
  return given.filter((one, at) => given.findIndex((other) => other.narrowsTo === one.narrowsTo) === at);
}

/** An administrative denial can be any of six classes: which one, only a code says. */
function fromKind({ code, kind }: DenialCodes): Settled {
  const open = code === null ? 'The payer gives no code' : `The payer’s code ${code} leaves it open`;
  if (kind === 'administrative')
    return {
      denialClass: 'unclassified',
      basis: 'nothing',
      why: `${open}: ask the payer what it rests on before anything is argued.`,
    };
  const why = `${open}; whoever read the letter recorded it as ${denialKindWords[kind].toLowerCase()}.`;
  return { denialClass: kind, basis: 'stated_kind', why };
}
