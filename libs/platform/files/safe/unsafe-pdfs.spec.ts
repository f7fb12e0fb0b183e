import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { HttpProblem } from '@stipple/http';
import { refuseUnsafePdf } from './refuse-unsafe-pdf';

/** A document of one page, with whatever is added to it. */
async function document(
  add: (made: PDFDocument) => unknown = () => undefined,
  packed = true,
): Promise<Buffer> {
  const made = await PDFDocument.create();
  made.addPage([612, 792]).drawText('Range of motion');
  await add(made);
  return Buffer.from(await made.save({ useObjectStreams: packed }));
}
const action =
  (kind: string, more: Record<string, unknown> = {}) =>
  (made: PDFDocument) =>
    made.catalog.set(PDFName.of('OpenAction'), made.context.obj({ S: kind, ...more } as never));
const after = async (rest: string | Buffer) => Buffer.concat([await document(), Buffer.from(rest)]);

/** A document whose packed objects unpack to `size` zeros. */
function bomb(size: number, name = '/Type /ObjStm'): Buffer {
  const data = deflateSync(Buffer.alloc(size, ' '));
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< ${name} /N 1 /First 4 /Filter /FlateDecode /Length ${data.length} >>\nstream\n`,
    ),
    data,
    Buffer.from('\nendstream\nendobj\ntrailer << /Root 2 0 R >>\nstartxref\n0\n%%EOF\n'),
  ]);
}

const verdict = (pdf: Buffer) =>
  refuseUnsafePdf(pdf).then(
    (pages) => `${pages} pages`,
    (error: HttpProblem) => `${error.status} ${error.code}`,
  );

it.each<[string, () => Promise<Buffer> | Buffer, string]>([
  ['pages and nothing else', () => document(), '1 pages'],
  ['the same, not packed', () => document(undefined, false), '1 pages'],
  ['a jump to its first page', () => document(action('GoTo')), '1 pages'],
  ['a link', () => document(action('URI', { URI: PDFString.of('https://example.org') })), '1 pages'],
  [
    'a script on opening',
    () => document(action('JavaScript', { JS: PDFString.of('app.alert(1)') })),
    '415 pdf_active',
  ],
  [
    'the same, not packed',
    () => document(action('JavaScript', { JS: PDFString.of('app.alert(1)') }), false),
    '415 pdf_active',
  ],
  [
    'a script by name',
    () => document((made) => made.addJavaScript('main', 'app.alert(1)')),
    '415 pdf_active',
  ],
  [
    'a script whose name is disguised',
    async () =>
      Buffer.from(
        (await document(action('JavaScript'), false))
          .toString('latin1')
          .replace('/JavaScript', '/J#61vaScript'),
        'latin1',
      ),
    '415 pdf_active',
  ],
  ['a program to start', () => document(action('Launch')), '415 pdf_active'],
  ['a form that is sent elsewhere', () => document(action('SubmitForm')), '415 pdf_active'],
  ['a file within', () => document((made) => made.attach(randomBytes(40), 'a.exe')), '415 pdf_active'],
  [
    'a form of one reader only',
    () => document((made) => made.catalog.set(PDFName.of('AcroForm'), made.context.obj({ XFA: [] }))),
    '415 pdf_active',
  ],
  [
    'a password',
    () => document((made) => made.encrypt({ userPassword: 'a', ownerPassword: 'b' })),
    '415 pdf_locked',
  ],
  [
    'an owner’s password only',
    () => document((made) => made.encrypt({ userPassword: '', ownerPassword: 'b' })),
    '415 pdf_locked',
  ],
  ['an archive at its end', () => after('PK\x05\x06rest'), '415 file_hides_another'],
  ['a script at its end', () => after('<script>alert(1)</script>'), '415 file_hides_another'],
  ['blanks at its end', () => after('\r\n   \0\0'), '1 pages'],
  ['a second half that never came', async () => (await document()).subarray(0, 300), '422 pdf_cut_off'],
  ['nothing but a beginning and an end', () => Buffer.from('%PDF-1.7\n%%EOF'), '422 pdf_unreadable'],
  [
    'no pages',
    () => Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    '422 pdf_unreadable',
  ],
  ['objects that unpack to 20 MB', () => bomb(20 << 20), '413 pdf_too_packed'],
  ['the same, disguised', () => bomb(20 << 20, '/Type /Obj#53tm'), '413 pdf_too_packed'],
  ['the same, named elsewhere', () => bomb(20 << 20, '/Type 9 0 R'), '413 pdf_too_packed'],
  [
    '301 pages',
    () =>
      document((made) => {
        for (let page = 0; page < 300; page++) made.addPage();
      }),
    '413 pdf_too_long',
  ],
])('%s: %s', async (_, make, expected) => expect(await verdict(await make())).toBe(expected));
