import { inflateSync } from 'node:zlib';

/**
 * What a PDF of pdfkit says, as one line of text. Reads just enough: each font's table from glyphs to letters, and the
 * glyphs that the pages show.
 */
export function pdfText(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = '', font = ''] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(objectOf(source, font))?.[1];
    if (unicode) fonts.set(name, lettersOf(streamOf(source, unicode)));
  }
  return [...source.matchAll(/\/Contents (\d+) 0 R/g)]
    .map(([, contents = '']) => shown(streamOf(source, contents), fonts))
    .join(' ')
    .replace(/\s+/g, ' ');
}

function objectOf(source: string, number: string): string {
  const at = source.search(new RegExp(`(^|\\n)${number} 0 obj`));
  return source.slice(at, source.indexOf('endobj', at));
}

function streamOf(source: string, number: string): string {
  const object = objectOf(source, number);
  const [head = ''] = /stream\r?\n/.exec(object) ?? [];
  const data = object.slice(object.indexOf(head) + head.length, object.lastIndexOf('\nendstream'));
  return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
}

/** `<0001> <0003> [<0041> <0042> <0043>]`: the glyphs one to three stand for A, B and C. */
function lettersOf(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '', , list = ''] of table.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([\w ]+)>/g)].forEach(([, code = ''], index) => {
      const glyph = (parseInt(from, 16) + index).toString(16).padStart(4, '0');
      letters.set(glyph, Buffer.from(code.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    });
  }
  return letters;
}

function shown(page: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map();
  let text = '';
  for (const [, name, glyphs] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<\w+>|[\d\s.-])+)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? new Map();
    for (const [, run = ''] of (glyphs ?? '').matchAll(/<(\w+)>/g))
      text += run.replace(/\w{4}/g, (glyph) => font.get(glyph.toLowerCase()) ?? '?');
    if (glyphs) text += ' ';
  }
  return text;
}
