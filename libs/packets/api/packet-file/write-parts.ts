import type { PacketPart, PicturesPart } from './packet-description';
import { attachedPages } from './attached-pages';
import { useFont } from '@stipple/files';
import { Section, Sheet, grey, margin } from './sheet';

/** On which page each part begins, by its key, as far as that is known. */
export type PagesOfParts = ReadonlyMap<string, number>;

/** Writes one part; its heading stands already. */
export async function writePart(sheet: Sheet, part: PacketPart, pages: PagesOfParts): Promise<void> {
  const section = sheet.section();
  sheet.document.addPage();
  sheet.document.outline.addItem(part.title, { fit: true } as never);
  sheet.write(section, part.title, { type: 'H2', size: 15 }).gap(6);
  switch (part.kind) {
    case 'text':
      for (const paragraph of part.paragraphs) {
        if (paragraph === '') sheet.gap(7);
        else sheet.write(section, paragraph);
      }
      if (part.seal) sheet.gap(14).write(section, part.seal, { size: 8.5, color: grey });
      break;
    case 'criteria':
      sheet.write(section, part.source, { size: 9, color: grey }).gap(6);
      sheet.table(
        section,
        [120, '*', 62, 150],
        [
          ['Criterion', 'In the payer’s words', 'Standing', 'Shown by'],
          ...part.rows.map(({ criterion, quote, standing, evidence }) => [
            criterion,
            `“${quote}”`,
            standing,
            evidence.map(({ words, part: at }) => words + pageOf(at, pages)).join('\n') || '–',
          ]),
        ],
      );
      break;
    case 'table':
      if (part.note) sheet.write(section, part.note, { size: 9, color: grey }).gap(6);
      sheet.table(section, part.widths ?? part.columns.map(() => '*' as const), [part.columns, ...part.rows]);
      break;
    case 'pictures':
      pictures(sheet, section, part);
      break;
    case 'document':
      await writeAttached(sheet, section, {
        file: part.file,
        alt: (page, pages) => `Page ${page} of ${pages} of the attached document “${part.title}”`,
      });
  }
  section.end();
}

function pageOf(part: string | null, pages: PagesOfParts): string {
  return part === null ? '' : `, page ${pages.get(part) ?? 0}`;
}

/** Two to a page, each as large as half of it. */
function pictures({ document }: Sheet, section: Section, { pictures: all }: PicturesPart): void {
  const width = document.page.width - 2 * margin;
  all.forEach(({ file, caption, alt }, at) => {
    if (at > 0 && at % 2 === 0) document.addPage();
    const height = 268;
    const top = document.y;
    const figure = document.struct(
      'Figure',
      { alt, bbox: [margin, top, margin + width, top + height] } as never,
      () => {
        document.image(file, margin, top, { fit: [width, height] });
      },
    );
    section.add(figure);
    document.y = top + height + 4;
    useFont(document, 'plain', 9.5).fillColor('black');
    document.text(caption, margin, document.y, { structParent: section, structType: 'Caption' });
    document.y += 12;
  });
}

interface Attached {
  readonly file: Buffer;
  /** What a page is, for those who cannot see it. */
  alt(page: number, pages: number): string;
}

/** Each page of a PDF between the paper’s own head and foot, smaller where it has to be; the first one goes on where the paper stands. */
export async function writeAttached(
  { document }: Sheet,
  section: Section,
  { file, alt: words }: Attached,
): Promise<void> {
  const pages = await attachedPages(document, file);
  const room = { width: document.page.width - 2 * margin, bottom: document.page.height - margin };
  pages.forEach(({ drawing, width, height, upright }, at) => {
    if (at > 0) document.addPage();
    const top = document.y;
    const scale = Math.min(1, room.width / width, (room.bottom - top) / height);
    const name = `Attached${document.bufferedPageRange().count}`;
    const resources = document.page as unknown as { xobjects: Record<string, unknown> };
    const lower = top + height * scale;
    const alt = words(at + 1, pages.length);
    const figure = document.struct(
      'Figure',
      { alt, bbox: [margin, top, margin + width * scale, lower] } as never,
      () => {
        resources.xobjects[name] = drawing;
        document.save();
        // Page coordinates here run downwards, those of the drawing upwards.
        document.transform(scale, 0, 0, -scale, margin, lower);
        (document as unknown as { addContent(text: string): void }).addContent(
          `${upright.join(' ')} cm /${name} Do`,
        );
        document.restore();
      },
    );
    section.add(figure);
  });
}
