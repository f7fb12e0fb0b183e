import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '@stipple/contracts';
import { Answer, Stage, openStage, pdf, pdfSaying } from './harness';
import { Team, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
let caseId: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  caseId = await openCase(team);
});
afterAll(() => stage.close());

const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200), Buffer.from('PE\0\0')]);
const html = Buffer.from('<html><script>alert(1)</script></html>');
const svg = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const heic = Buffer.concat([
  Buffer.from('0000001866747970', 'hex'),
  Buffer.from('heic\0\0\0\0mif1heic'),
  Buffer.alloc(64),
]);
const scripted = Buffer.from(
  pdf.toString().replace('/Pages 2', '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Pages 2'),
);
const locked = Buffer.from(pdf.toString().replace('/Root 1', '/Encrypt<</Filter/Standard>>/Root 1'));
interface Part {
  readonly name?: string;
  readonly bytes: Uint8Array;
  readonly type?: string;
}
const fields = { kind: 'photo', title: 'Right hand' };
const send = (
  files: readonly Part[],
  more: Record<string, string> = {},
  key: string | null = randomUUID(),
): Promise<Answer> => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...more })) form.set(name, value);
  for (const { name = 'scan.pdf', bytes, type = 'application/pdf' } of files)
    form.append('file', new Blob([Uint8Array.from(bytes)], { type }), name);
  return team.coordinator.send(
    'POST',
    `/api/cases/${caseId}/documents`,
    form,
    key ? { 'idempotency-key': key } : {},
  );
};
/** Every file that lies in the store, whatever its name. */
const stored = () => {
  const names = readdirSync(stage.files, { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile()).length;
};
const documents = async () => (await team.coordinator.case(caseId)).documents.length;

it.each([
  ['a program renamed .pdf', [{ bytes: exe }], 415, 'file_kind'],
  ['a page with a script', [{ bytes: html, name: 'a.png', type: 'image/png' }], 415, 'file_kind'],
  ['a drawing with a script', [{ bytes: svg, name: 'a.svg', type: 'image/svg+xml' }], 415, 'file_kind'],
  ['an empty file', [{ bytes: Buffer.alloc(0) }], 415, 'file_kind'],
  ['plain text', [{ bytes: Buffer.from('hello') }], 415, 'file_kind'],
  ['a picture cut in half', [{ bytes: png.subarray(0, 44), name: 'a.png' }], 422, 'picture_unreadable'],
  ['a picture that is a script too', [{ bytes: Buffer.concat([png, html]) }], 415, 'file_hides_another'],
  ['an HEIC photograph', [{ bytes: heic, name: 'a.heic' }], 415, 'file_heic'],
  ['a TIFF', [{ bytes: Buffer.from('49492a0008000000', 'hex'), name: 'a.tiff' }], 415, 'file_kind'],
  [
    'a PDF without pages',
    [{ bytes: Buffer.from('%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF') }],
    422,
    'pdf_unreadable',
  ],
  ['a PDF that runs a script', [{ bytes: scripted }], 415, 'pdf_active'],
  ['a PDF that is locked', [{ bytes: locked }], 415, 'pdf_locked'],
  ['26 MB', [{ bytes: Buffer.concat([pdf, Buffer.alloc(26 * 1024 * 1024)]) }], 413, 'too_large'],
  ['no file', [], 400, 'file_missing'],
  ['two files', [{ bytes: pdf }, { bytes: png }], 413, 'one_file'],
])('refuses %s, names the field and keeps nothing', async (_, files, status, code) => {
  const before = [stored(), await documents()];
  const answer = await send(files);
  expect([answer.status, answer.problem.code]).toEqual([status, code]);
  expect(Problem.parse(answer.body).refusals[0]?.field).toBe('file');
  // The first of two files was fit by itself and may stay; it belongs to nothing.
  expect([stored() - (code === 'one_file' ? 1 : 0), await documents()]).toEqual(before);
});

it('goes by the content, whatever the name and the sender say', async () => {
  const answer = await send([{ bytes: png, name: 'letter.exe', type: 'application/x-msdownload' }]);
  expect(answer.status).toBe(201);
  expect((await team.coordinator.case(caseId)).documents[0]).toMatchObject({ mediaType: 'image/png' });
});

it('takes a file of exactly 25 MB', async () => {
  const bytes = Buffer.concat([pdf, Buffer.alloc(25 * 1024 * 1024 - pdf.length)]);
  expect((await send([{ bytes }])).status).toBe(201);
});

it('keeps the same content once and lists it as often as it was attached', async () => {
  const before = [stored(), await documents()] as const;
  const bytes = pdfSaying(randomUUID());
  await Promise.all([send([{ bytes }]), send([{ bytes }]), send([{ bytes }], { title: 'Again' })]);
  expect([stored(), await documents()]).toEqual([before[0] + 1, before[1] + 3]);
});

it('answers a repeat with the first document, and refuses another file under the same key', async () => {
  const key = randomUUID();
  const first = await send([{ bytes: pdf }], {}, key);
  const again = await send([{ bytes: pdf }], {}, key);
  expect([again.status, again.body]).toEqual([201, first.body]);
  const other = await send([{ bytes: png }], {}, key);
  expect([other.status, other.problem.code]).toEqual([422, 'idempotency_key_reused']);
  expect((await send([{ bytes: pdf }], {}, null)).problem.code).toBe('idempotency_key_missing');
});

it.each([
  ['an unknown kind', { kind: 'x-ray' }, 'kind'],
  ['no title', { title: '' }, 'title'],
  ['an endless title', { title: 'a'.repeat(161) }, 'title'],
  ['a day that does not exist', { datedOn: '2026-02-30' }, 'datedOn'],
  ['a field nobody asked for', { owner: 'me' }, 'owner'],
  ['a title with a NUL', { title: 'a\0b' }, 'title'],
])('refuses %s by name', async (_, more, field) => {
  const answer = await send([{ bytes: pdf }], more);
  expect([answer.status, answer.problem.refusals[0]?.field]).toEqual([400, field]);
});

it('refuses what is no form at all', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const path = `/api/cases/${caseId}/documents`;
  const json = await team.coordinator.send('POST', path, '{}', {
    ...key,
    'content-type': 'application/json',
  });
  expect(json.status).toBe(415);
  const broken = await team.coordinator.send('POST', path, 'x', {
    ...key,
    'content-type': 'multipart/form-data; boundary=x',
  });
  expect(broken.status).toBe(400);
  const without = await team.coordinator.send('POST', path, 'x', {
    ...key,
    'content-type': 'multipart/form-data',
  });
  expect(without.status).toBe(400);
});

it('is shown to the clinic, never run and never cached', async () => {
  const id = await team.coordinator.attach(caseId, 'photo', 'Palm', png);
  const answer = await fetch(`${stage.url}/api/documents/${id}`, {
    headers: { cookie: team.physician.cookie },
  });
  // Written anew from what it shows: the bytes are ours, the picture is the sender's.
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
  });
});

it('is missing, not broken, when the store has lost it', async () => {
  const id = await team.coordinator.attach(caseId, 'photo', 'Lost');
  expect((await team.coordinator.get(`/api/documents/${id}`)).status).toBe(200);
  rmSync(join(stage.files, team.clinic.id), { recursive: true });
  expect((await team.coordinator.get(`/api/documents/${id}`)).status).toBe(404);
});
