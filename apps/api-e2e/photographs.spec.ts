import { readdirSync } from 'node:fs';
import { CasePhotos, EvidenceView } from '@stipple/contracts';
import { makeClinic } from '@stipple/testing';
import sharp from 'sharp';
import { Browser, Stage, mustBe, openStage } from './harness';
import { drawnPicture, photoFields, sendPhoto } from './photo-story';
import { Team, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
let caseId: string;
let now: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  caseId = await openCase(team);
  now = today(team.clinic.timeZone);
});
afterAll(() => stage.close());

const send = async (fields: Record<string, string> = {}, picture?: Buffer) =>
  sendPhoto(team.coordinator, caseId, {
    bytes: picture ?? (await drawnPicture()),
    fields: { ...photoFields(now), ...fields },
  });
const added = async (fields: Record<string, string> = {}) =>
  (mustBe(201, await send(fields)) as { id: string }).id;
const photos = async () =>
  CasePhotos.parse(mustBe(200, await team.physician.get(`/api/cases/${caseId}/photos`))).photos;
const photo = async (id: string) => (await photos()).find((one) => one.id === id);
const picture = (id: string, size: string, headers: Record<string, string> = {}) =>
  fetch(`${stage.url}/api/photos/${id}/picture?size=${size}`, {
    headers: { cookie: team.physician.cookie, ...headers },
  });
const stored = () =>
  readdirSync(stage.files, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
const correction = (correctsId: string, change: object = {}) => ({
  takenOn: now,
  view: 'left',
  showsScale: false,
  consentUses: ['record'],
  consentBy: 'patient',
  consentOn: now,
  correctsId,
  reason: 'Taken from the left',
  ...change,
});

it('keeps a photograph with what is known of it, and tells the case', async () => {
  const id = await added();
  expect(await photo(id)).toMatchObject({
    title: 'Front, with scale',
    picture: { width: 900, height: 600 },
    details: {
      takenOn: now,
      view: 'front',
      showsScale: true,
      consentUses: ['record', 'payer'],
      consentBy: 'patient',
      consentOn: now,
      consentName: null,
      reason: null,
    },
  });
  const view = await team.coordinator.case(caseId);
  expect(view.documents.find((document) => document.id === id)).toMatchObject({
    kind: 'photo',
    datedOn: now,
  });
  expect(view.timeline.slice(0, 2).map(({ words }) => words)).toEqual([
    'Photograph described',
    'Document added',
  ]);
});

it('shows it at three sizes, each made once and asked for again each time', async () => {
  const id = await added();
  const sizes = [];
  for (const size of ['small', 'large', 'full']) {
    const answer = await picture(id, size);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
    });
    const { width } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    sizes.push(width);
    const again = await picture(id, size, { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
  }
  expect(sizes).toEqual([360, 900, 900]);
  expect((await picture(id, 'huge')).status).toBe(400);
});

it('enters every look in the audit trail', async () => {
  const id = await added();
  const looks = async () => {
    const { rows } = await stage.db.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM stipple.audit_entry WHERE subject_id = $1 AND action = 'photo.read' AND case_id = $2`,
      [id, caseId],
    );
    return rows[0]?.n;
  };
  await picture(id, 'small');
  await picture(id, 'full');
  expect(await looks()).toBe(2);
});

it.each([
  ['a future day', { takenOn: '2190-01-01' }, 409, 'takenOn'],
  ['a day before birth', { takenOn: '1900-01-02' }, 409, 'takenOn'],
  ['no day', { takenOn: '' }, 400, 'takenOn'],
  ['a view nobody knows', { view: 'inside' }, 400, 'view'],
  ['a scale that is neither there nor not', { showsScale: 'maybe' }, 400, 'showsScale'],
  ['a use nobody knows', { consentUses: 'payer,billboard' }, 400, 'consentUses.1'],
  ['consent of nobody', { consentBy: '' }, 409, 'consentBy'],
  ['consent on no day', { consentOn: '' }, 409, 'consentOn'],
  ['consent in the future', { consentOn: '2190-01-01' }, 409, 'consentOn'],
  ['a guardian without a name', { consentBy: 'guardian' }, 409, 'consentName'],
  ['a field nobody asked for', { camera: 'x' }, 400, 'camera'],
])('refuses %s, by name, and attaches nothing', async (_, fields, status, field) => {
  const before = (await photos()).length;
  const answer = await send(fields);
  expect([answer.status, answer.problem.refusals[0]?.field]).toEqual([status, field]);
  expect((await photos()).length).toBe(before);
});

it('refuses what is no picture, and keeps nothing of it', async () => {
  const before = [stored(), (await photos()).length];
  const cut = (await drawnPicture(900, 600, '#123')).subarray(0, 2000);
  expect((await send({}, cut)).problem.code).toBe('picture_unreadable');
  expect((await send({}, Buffer.from('MZ this is a program'))).problem.code).toBe('file_kind');
  expect([stored(), (await photos()).length]).toEqual(before);
});

it('is corrected by a new statement that names the old one, and only once', async () => {
  const id = await added();
  const first = (await photo(id))?.details?.id ?? '';
  const path = `/api/photos/${id}/details`;
  expect(
    await team.physician.refused(path, correction(first, { correctsId: undefined, reason: undefined })),
  ).toEqual(['described_meanwhile']);
  expect((await team.physician.post(path, correction(first, { reason: undefined }))).status).toBe(400);
  const second = await team.physician.make(path, correction(first));
  expect((await photo(id))?.details).toMatchObject({
    id: second,
    view: 'left',
    showsScale: false,
    reason: 'Taken from the left',
  });
  expect(await team.coordinator.refused(path, correction(first))).toEqual(['described_meanwhile']);
  const both = await Promise.all([
    team.physician.post(path, correction(second)),
    team.coordinator.post(path, correction(second)),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
});

it('forgets who gave consent when consent is withdrawn', async () => {
  const id = await added();
  const first = (await photo(id))?.details?.id ?? '';
  await team.coordinator.make(
    `/api/photos/${id}/details`,
    correction(first, { consentUses: [], reason: 'Consent withdrawn' }),
  );
  expect((await photo(id))?.details).toMatchObject({ consentUses: [], consentBy: null, consentOn: null });
});

it('counts among the facts of the case once it is described, as it stands now', async () => {
  const other = await openCase(team, { bodySite: 'neck', side: 'midline', duplicateIntended: true });
  const fact = async () => {
    const { facts } = mustBe(200, await team.physician.get<EvidenceView>(`/api/cases/${other}/evidence`));
    return facts['photos_with_scale_and_consent'];
  };
  await team.coordinator.attach(other, 'photo', 'Not described');
  expect(await fact()).toBeUndefined();
  const sent = { bytes: await drawnPicture(), fields: photoFields(now) };
  const { id } = mustBe(201, await sendPhoto(team.coordinator, other, sent)) as { id: string };
  expect(await fact()).toEqual({ value: 1, evidence: [id] });
  const list = mustBe(200, await team.physician.get<CasePhotos>(`/api/cases/${other}/photos`));
  const first = list.photos.find((one) => one.id === id)?.details?.id ?? '';
  const withdrawn = correction(first, { consentUses: [], reason: 'Consent withdrawn' });
  await team.coordinator.make(`/api/photos/${id}/details`, withdrawn);
  expect(await fact()).toMatchObject({ value: 0 });
});

it('shows nothing to another clinic, and nothing to a manager', async () => {
  const id = await added();
  const theirs = await Browser.signIn(stage.url, (await makeClinic(stage.db.owner)).coordinator);
  for (const path of [`/api/cases/${caseId}/photos`, `/api/photos/${id}/picture`, `/api/documents/${id}`])
    expect([path, (await theirs.get(path)).status]).toEqual([path, 404]);
  expect((await theirs.post(`/api/photos/${id}/details`, correction(id))).status).toBe(404);
  expect(
    (await sendPhoto(theirs, caseId, { bytes: await drawnPicture(), fields: photoFields(now) })).status,
  ).toBe(404);
  expect((await team.manager.get(`/api/documents/${id}`)).status).toBe(403);
});
