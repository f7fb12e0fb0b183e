import { PDFDict, PDFDocument, PDFName, StandardFonts, degrees } from '@cantoo/pdf-lib';
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { pdfText } from '@stipple/testing';
import type { PacketDescription, PacketPart } from './packet-description';
import { writePacket } from './write-packet';

const picture = (colour: string) =>
  sharp({
    create: {
      width: 1600,
      height: 1200,
      channels: 3,
      background: colour,
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .jpeg({ quality: 80 })
    .toBuffer();

/** An attached file of so many pages, each saying its number. */
async function attached(
  pages: number,
  change: (made: PDFDocument) => unknown = () => undefined,
): Promise<Buffer> {
  const made = await PDFDocument.create({ updateMetadata: false });
  const font = await made.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page++)
    made.addPage([612, 792]).drawText(`Sheet ${page}`, { x: 60, y: 700, font });
  await change(made);
  return Buffer.from(await made.save());
}

const letter: PacketPart = {
  key: 'letter',
  kind: 'text',
  title: 'Letter of medical necessity',
  paragraphs: [
    'Łucja Şahin cannot open her hand.',
    '',
    ...Array.from(
      { length: 60 },
      (_, at) => `Sentence ${at + 1} of the letter says what the record holds and nothing more.`,
    ),
  ],
  seal: 'Signed by Lena Hart, SHA-256 abc',
};
const criteria: PacketPart = {
  key: 'criteria',
  kind: 'criteria',
  title: 'Criteria map',
  source: 'Policy BH-SCAR-07, version 3',
  rows: [
    {
      criterion: 'Function is impaired',
      quote: 'documented functional impairment',
      standing: 'Met',
      evidence: [
        { words: 'Range of motion', part: 'rom' },
        { words: 'Stated by the physician', part: null },
      ],
    },
    {
      criterion: 'Conservative treatment failed',
      quote: 'at least three months',
      standing: 'Unknown',
      evidence: [],
    },
  ],
};
const packet = async (parts: readonly PacketPart[]): Promise<PacketDescription> => ({
  clinic: 'Harbor Scar & Wound Clinic',
  caseNumber: 12,
  title: 'Prior authorization request',
  asOf: '2026-11-29T12:00:00Z',
  mark: null,
  facts: [
    ['Payer', 'Blue Harbor'],
    ['Member', 'TEST-1'],
  ],
  parts,
});
const whole = async () =>
  packet([
    criteria,
    letter,
    {
      key: 'codes',
      kind: 'table',
      title: 'Codes',
      columns: ['Code', 'Units'],
      rows: [['17999', '3']],
      note: 'Our own words',
    },
    {
      key: 'photos',
      kind: 'pictures',
      title: 'Photographs',
      pictures: [
        {
          file: await picture('#c98'),
          caption: 'Front, 20 Oct 2026',
          alt: 'Scar of the right hand from the front, with a ruler',
        },
        { file: await picture('#cba'), caption: 'Front, 29 Nov 2026', alt: 'The same five weeks later' },
        { file: await picture('#cbb'), caption: 'Close-up', alt: 'Close-up' },
      ],
    },
    { key: 'rom', kind: 'document', title: 'Range of motion', file: await attached(2) },
  ]);

/** Opens what was written with another library than the one that wrote it. */
async function opened(pdf: Buffer) {
  const document = await PDFDocument.load(pdf, { throwOnInvalidObject: true, updateMetadata: false });
  const catalog = document.catalog;
  const dict = (name: string) => catalog.lookup(PDFName.of(name), PDFDict);
  return { document, catalog, dict };
}

it('is one file: every part on the pages that its manifest and its first page name', async () => {
  const { pdf, manifest } = await writePacket(await whole());
  if (process.env['SHOW']) writeFileSync(process.env['SHOW'], pdf);
  expect(manifest.parts.map(({ key, firstPage, lastPage }) => [key, firstPage, lastPage])).toEqual([
    ['criteria', 2, 2],
    ['letter', 3, 4],
    ['codes', 5, 5],
    ['photos', 6, 7],
    ['rom', 8, 9],
  ]);
  const { document } = await opened(pdf);
  expect([document.getPageCount(), manifest.pages]).toEqual([9, 9]);
  const text = pdfText(pdf);
  for (const words of [
    'Prior authorization request',
    'Łucja Şahin cannot open her hand.',
    'Sentence 60 of the letter',
    'documented functional impairment',
    'Range of motion, page 8',
    'Letter of medical necessity 3',
    'Case #12 · page 1 of 9',
    'Case #12 · page 9 of 9',
    'Front, 29 Nov 2026',
  ])
    expect(text).toContain(words);
});

it('gives the same bytes for the same content, and others for one other word', async () => {
  const description = await whole();
  const [one, again] = [await writePacket(description), await writePacket(description)];
  expect(one.pdf.equals(again.pdf)).toBe(true);
  const other = await writePacket({
    ...description,
    parts: [criteria, { ...letter, seal: null } as PacketPart, ...description.parts.slice(2)],
  });
  expect(other.pdf.equals(one.pdf)).toBe(false);
  const hashes = (of: typeof one) => of.manifest.parts.map(({ sha256 }) => sha256);
  expect(hashes(other).map((hash, at) => hash === hashes(one)[at])).toEqual([true, false, true, true, true]);
});

it('is tagged, has a language, a title, bookmarks and page labels', async () => {
  const { catalog, dict, document } = await opened((await writePacket(await whole())).pdf);
  expect(catalog.lookup(PDFName.of('Lang'))?.toString()).toBe('(en-US)');
  expect(document.getTitle()).toBe('Prior authorization request');
  expect(dict('MarkInfo').get(PDFName.of('Marked'))?.toString()).toBe('true');
  expect(dict('ViewerPreferences').get(PDFName.of('DisplayDocTitle'))?.toString()).toBe('true');
  expect(dict('PageLabels').toString()).toContain('/Nums');
  const titles: string[] = [];
  for (
    let item = dict('Outlines').lookup(PDFName.of('First'));
    item instanceof PDFDict;
    item = item.lookup(PDFName.of('Next'))
  )
    titles.push((item.lookup(PDFName.of('Title')) as unknown as { decodeText(): string }).decodeText());
  expect(titles).toEqual([
    'Cover sheet',
    'Criteria map',
    'Letter of medical necessity',
    'Codes',
    'Photographs',
    'Range of motion',
  ]);
  const kinds = new Map<string, number>();
  const alts: string[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.get(PDFName.of('P')) && object.get(PDFName.of('S'))) {
      const kind = String(object.get(PDFName.of('S')));
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      const alt = object.lookup(PDFName.of('Alt')) as unknown as { decodeText(): string } | undefined;
      if (alt) alts.push(alt.decodeText());
    }
  expect([kinds.get('/H1'), kinds.get('/H2'), kinds.get('/Figure'), (kinds.get('/TH') ?? 0) > 6]).toEqual([
    1,
    6,
    5,
    true,
  ]);
  expect(alts).toEqual(
    expect.arrayContaining([
      'Scar of the right hand from the front, with a ruler',
      'Page 2 of 2 of the attached document “Range of motion”',
    ]),
  );
});

it('takes over what attached pages show, turned or filled in, and nothing they do', async () => {
  const bytes = await attached(2, (made) => {
    made.getPage(0).setRotation(degrees(90));
    const field = made.getForm().createTextField('answer');
    field.setText('Typed into the form');
    field.addToPage(made.getPage(1), { x: 60, y: 600, width: 200, height: 24 });
  });
  const { pdf } = await writePacket(
    await packet([{ key: 'form', kind: 'document', title: 'Payer’s form', file: bytes }]),
  );
  const { document, catalog } = await opened(pdf);
  expect(document.getPageCount()).toBe(3);
  expect(catalog.get(PDFName.of('AcroForm'))).toBeUndefined();
  expect(document.getPages().every((page) => page.node.Annots() === undefined)).toBe(true);
  const shown = document.context
    .enumerateIndirectObjects()
    .filter(([, object]) => String(object).includes('/Subtype /Form'));
  expect(shown.length).toBeGreaterThanOrEqual(3);
});

it('writes forty pages, photographs and attached files among them', async () => {
  const pictures = await Promise.all(['#c98', '#cba', '#cbb', '#dba'].map(picture));
  const description = await packet([
    criteria,
    letter,
    {
      key: 'photos',
      kind: 'pictures',
      title: 'Photographs',
      pictures: Array.from({ length: 12 }, (_, at) => ({
        file: pictures[at % 4] as Buffer,
        caption: `Photograph ${at}`,
        alt: 'Scar',
      })),
    },
    ...(await Promise.all(
      [10, 10, 10].map(async (pages, at): Promise<PacketPart> => ({
        key: `file${at}`,
        kind: 'document',
        title: `Attached ${at}`,
        file: await attached(pages),
      })),
    )),
  ]);
  const { manifest } = await writePacket(description);
  expect(manifest.pages).toBeGreaterThanOrEqual(40);
});
