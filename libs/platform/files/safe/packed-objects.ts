import { inflateSync } from 'node:zlib';
import { unfitFile } from '../read-uploads';

/** What the packed objects of a document may unpack to, each and together. An honest forty pages need a few hundred KB. */
const mostEach = 16 * 1024 * 1024;
const mostTogether = 64 * 1024 * 1024;
/** How far before its stream a dictionary may begin. */
const longestHead = 16_384;

/**
 * Refuses a PDF whose packed objects unpack to more than anybody needs, before a parser unpacks them without a limit.
 * Pages and pictures are not unpacked when a file is judged, so their streams do not count.
 */
export function refuseBombs(pdf: Buffer): void {
  const text = pdf.toString('latin1');
  let together = 0;
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at + 6)) {
    if (text.startsWith('end', at - 3)) continue;
    const head = headBefore(text, at);
    // By what it holds as well as by its name: the name may stand elsewhere.
    if (!/\/(ObjStm|XRef|First)\b/.test(head)) continue;
    if (/\/Filter/.test(head)) together += unpacked(pdf.subarray(dataAfter(text, at), endOf(text, at)), head);
    if (together > mostTogether) throw tooPacked();
  }
}

/** A dictionary with its names written out: `/Obj#53tm` is `/ObjStm`. */
function headBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - longestHead), at);
  return near
    .slice(near.lastIndexOf(' obj') + 1)
    .replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function unpacked(packed: Buffer, head: string): number {
  if (
    !/\/Filter\s*\[?\s*\/FlateDecode\s*[\]/>\s]/.test(head) ||
    /\/(LZW|ASCII85|ASCIIHex|RunLength)Decode/.test(head)
  )
    throw unfitFile(
      415,
      'pdf_unusual',
      'This PDF is packed in an unusual way and cannot be checked; print it to a new PDF.',
    );
  try {
    return inflateSync(packed, { maxOutputLength: mostEach }).length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooPacked();
    // What cannot be unpacked at all is the parser's to refuse.
    return 0;
  }
}

const dataAfter = (text: string, at: number) => (text.startsWith('\r\n', at + 6) ? at + 8 : at + 7);

function endOf(text: string, at: number): number {
  const end = text.indexOf('endstream', at);
  return end < 0 ? text.length : end;
}

const tooPacked = () =>
  unfitFile(
    413,
    'pdf_too_packed',
    'This PDF unpacks to far more than its pages need; print it to a new PDF.',
  );
