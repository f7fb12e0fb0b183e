import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

/** As far as pdfkit looks at a font. */
interface Font {
  layout(text: string, features?: unknown): Run;
}
interface Run {
  readonly positions: readonly object[];
}

const packages = createRequire(import.meta.url);
const most = 20_000;

/**
 * A font that is read once and lays each word out once, for all files: that is most of the work of writing one, and a
 * packet is written at least twice. pdfkit scales the positions it is given in place, so each time it gets its own.
 */
function opened(style: string): Font {
  const path = packages.resolve(`@expo-google-fonts/source-sans-3/${style}/SourceSans3_${style}.ttf`);
  const font = create(readFileSync(path)) as unknown as Font;
  const known = new Map<string, Run>();
  const layout = (text: string, features?: unknown): Run => {
    if (features) return font.layout(text, features);
    let run = known.get(text);
    if (run === undefined) {
      if (known.size >= most) known.clear();
      known.set(text, (run = font.layout(text)));
    }
    return Object.assign(Object.create(run) as Run, { positions: run.positions.map((one) => ({ ...one })) });
  };
  return Object.assign(Object.create(font) as Font, { layout });
}

/** The standard fonts of PDF know no ł and no ş, and a reader need not have them. */
const styles = { plain: '400Regular', bold: '600SemiBold' } as const;
export type FontName = keyof typeof styles;
const fonts = new Map<FontName, Font>();

/**
 * Sets the font, as an object and with a name: for one that is given by a path and registered under a name, pdfkit reads
 * the file anew after each cell of a table.
 */
export function useFont(document: PDFKit.PDFDocument, name: FontName, size: number): PDFKit.PDFDocument {
  const font = fonts.get(name) ?? opened(styles[name]);
  fonts.set(name, font);
  return document.font(font as never, name, size);
}
