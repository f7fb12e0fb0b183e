import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Manifest, PacketDescription, PacketPart } from './packet-description';
import { PaperDescription, Sheet, grey } from './sheet';
import { PagesOfParts, writePart } from './write-parts';

export interface WrittenPacket {
  readonly pdf: Buffer;
  readonly manifest: Manifest;
}

interface Attempt extends WrittenPacket {
  readonly begins: PagesOfParts;
}

/**
 * Writes a packet as one PDF. Its first pages say on which page everything is, which is known only once it is
 * written: it is written again with what the first time showed, until nothing moves any more.
 */
export async function writePacket(packet: PacketDescription): Promise<WrittenPacket> {
  let before = await attempt(packet, new Map());
  for (let again = 0; again < 4; again++) {
    const now = await attempt(packet, before.begins);
    if (samePages(now.begins, before.begins)) return { pdf: now.pdf, manifest: now.manifest };
    before = now;
  }
  throw new Error('the pages of this packet do not come to rest');
}

async function attempt(packet: PacketDescription, known: PagesOfParts): Promise<Attempt> {
  const paper: PaperDescription = {
    ...packet,
    language: 'en-US',
    foot: (page, pages) => `Case #${packet.caseNumber} · page ${page} of ${pages}`,
  };
  const sheet = await Sheet.open(paper);
  const written = buffer(sheet.document);
  cover(sheet, packet, known);
  const begins = new Map<string, number>();
  const parts = [];
  for (const part of packet.parts) {
    const firstPage = sheet.page + 1;
    begins.set(part.key, firstPage);
    await writePart(sheet, part, known);
    const { key, title } = part;
    parts.push({ key, title, firstPage, lastPage: sheet.page, sha256: hashOf(part) });
  }
  const pages = sheet.page;
  sheet.finish(paper);
  return { pdf: await written, manifest: { pages, parts }, begins };
}

function cover(sheet: Sheet, { title, facts, parts }: PacketDescription, known: PagesOfParts): void {
  const section = sheet.section();
  sheet.document.addPage();
  sheet.document.outline.addItem('Cover sheet', { fit: true } as never);
  sheet.write(section, title, { type: 'H1', size: 20 }).gap(10);
  sheet.table(section, [150, '*'], [['About', 'This request'], ...facts]);
  sheet.gap(14).write(section, 'Contents', { type: 'H2', size: 13 }).gap(4);
  sheet.table(
    section,
    ['*', 60],
    [['Part', 'Page'], ...parts.map((part) => [part.title, String(known.get(part.key) ?? 0)])],
  );
  sheet.gap(14).write(section, 'Pages are numbered as they are listed here; each says how many there are.', {
    size: 9,
    color: grey,
  });
  section.end();
}

function samePages(one: PagesOfParts, other: PagesOfParts): boolean {
  return one.size === other.size && [...one].every(([key, page]) => other.get(key) === page);
}

/** Of an attached file its bytes; of anything else its words and the hashes of its pictures. */
function hashOf(part: PacketPart): string {
  if (part.kind === 'document') return sha(part.file);
  const content =
    part.kind === 'pictures'
      ? { ...part, pictures: part.pictures.map((one) => ({ ...one, file: sha(one.file) })) }
      : part;
  return sha(JSON.stringify(content));
}

const sha = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');
