import { CasePhotos } from '@stipple/contracts';
import { photoConsentWords } from '@stipple/domain';
import sharp from 'sharp';
import { CasePatient, photoForm, sendCaseLink, sentPhoto, sentPhotos } from './case-patient';
import { Stage, mustBe, openStage, pdf } from './harness';
import { caseToPack, packetOf } from './packet-story';
import { drawnPicture } from './photo-story';
import { Team, openCase, signInTeam, today } from './story';
import { toldNotices, watched } from './watch-story';

let stage: Stage;
let team: Team;
let now: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  now = today(team.clinic.timeZone);
});
afterAll(() => stage.close());

const caseOf = (bodySite: string) => openCase(team, { bodySite });
const codeOf = ({ status, problem }: { status: number; problem: { code: string } }) => [status, problem.code];
const acceptance = (more: object = {}) => ({
  version: 1,
  takenOn: now,
  view: 'left',
  showsScale: true,
  ...more,
});
const picture = async (id: string) => {
  const { cookie } = team.physician;
  return fetch(`${stage.url}/api/patient-photos/${id}/picture?size=full`, { headers: { cookie } });
};

/** As a telephone writes it: where it was taken, by what, and what the sender cannot see. */
const telling = async () =>
  sharp(await drawnPicture())
    .withExif({
      IFD0: { Make: 'Telephone', Artist: 'Alpha Testpatient' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '42/1 21/1 0/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '71/1 3/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();

it('is kept without the place, the camera and the name that its file held', async () => {
  const sent = await telling();
  expect(sent.includes('Telephone')).toBe(true);
  expect((await sharp(sent).metadata()).exif).toBeDefined();
  const patient = await CasePatient.of(team, await caseOf('forearm'));
  const { id } = mustBe(201, await patient.sends(photoForm(), sent)) as { id: string };
  const kept = Buffer.from(await (await picture(id)).arrayBuffer());
  const { width, height, exif } = await sharp(kept).metadata();
  expect({ width, height, exif }).toEqual({ width: 900, height: 600, exif: undefined });
  for (const told of ['Telephone', 'Testpatient', 'GPS']) expect(kept.includes(told)).toBe(false);
});

/** How many photographs the packet holds, what it leaves out, and how many documents the record has. */
async function recordOf(caseId: string) {
  const { parts, leftOut } = await packetOf(team.coordinator, caseId);
  const { documents } = await team.coordinator.case(caseId);
  const pictures = parts.find(({ key }) => key === 'photos')?.holds ?? 0;
  return { pictures, leftOut: leftOut.map(({ title }) => title), documents: documents.length };
}

it('waits outside the record until somebody of the clinic takes it in: no document, nothing for the packet', async () => {
  const { caseId } = await caseToPack(team);
  const before = await recordOf(caseId);
  const patient = await CasePatient.of(team, caseId);
  const form = photoForm({ consentLanguage: 'es', view: 'close_up' });
  const { id } = mustBe(201, await patient.sends(form)) as { id: string };
  expect(await recordOf(caseId)).toEqual(before);
  expect(await sentPhotos(team, caseId)).toEqual([
    expect.objectContaining({
      id,
      view: 'close_up',
      sentOn: now,
      allowsPayer: true,
      consentWords: photoConsentWords('es', true),
    }),
  ]);

  await team.coordinator.move(`/api/patient-photos/${id}/acceptances`, acceptance());
  expect(await recordOf(caseId)).toEqual({
    ...before,
    pictures: before.pictures + 1,
    documents: before.documents + 1,
  });
  const { photos, fromPatient } = CasePhotos.parse(
    mustBe(200, await team.coordinator.get(`/api/cases/${caseId}/photos`)),
  );
  expect(fromPatient).toEqual([]);
  expect(photos.find(({ details }) => details?.view === 'left')?.details).toMatchObject({
    consentUses: ['record', 'payer'],
    consentBy: 'patient',
    consentOn: now,
  });
  expect((await patient.reads()).photos.sent).toMatchObject([{ id, state: 'accepted' }]);
});

it('goes to no payer without the patient’s own tick, also once it is in the record', async () => {
  const { caseId } = await caseToPack(team, { duplicateIntended: true });
  const before = await recordOf(caseId);
  const patient = await CasePatient.of(team, caseId);
  const { id } = mustBe(201, await patient.sends(photoForm({ allowsPayer: 'no' }))) as { id: string };
  await team.physician.move(`/api/patient-photos/${id}/acceptances`, acceptance({ title: 'Of the patient' }));
  const { pictures, leftOut } = await recordOf(caseId);
  expect(pictures).toBe(before.pictures);
  expect(leftOut).toContain('Of the patient');
});

it('is set aside with a reason that the patient does not read, and decided once', async () => {
  const caseId = await caseOf('knee');
  const patient = await CasePatient.of(team, caseId);
  const { id } = mustBe(201, await patient.sends()) as { id: string };
  const path = `/api/patient-photos/${id}`;
  expect((await team.coordinator.post(`${path}/set-asides`, { version: 1, reason: ' ' })).status).toBe(400);
  await team.coordinator.move(`${path}/set-asides`, { version: 1, reason: 'Out of focus' });
  const page = await patient.reads();
  expect(page.photos.sent).toMatchObject([{ state: 'set_aside' }]);
  expect(JSON.stringify(page)).not.toContain('focus');
  expect((await team.coordinator.case(caseId)).documents).toEqual([]);
  expect(await team.coordinator.refused(`${path}/acceptances`, acceptance({ version: 2 }))).toEqual([
    'wrong_state',
  ]);
  expect(codeOf(await team.coordinator.post(`${path}/acceptances`, acceptance()))).toEqual([409, 'stale']);
});

it('becomes something to do for the coordinators by itself, and is done once nobody waits', async () => {
  const caseId = await caseOf('neck');
  const id = await sentPhoto(team, caseId);
  const open = async () => {
    await watched(stage.db.owner, team.clinic);
    const { tasks } = await team.coordinator.case(caseId);
    return tasks.filter(({ kind, state }) => kind === 'look_at_photos' && state === 'open');
  };
  expect(await open()).toMatchObject([{ forRole: 'coordinator', dueOn: today(team.clinic.timeZone, 2) }]);
  await toldNotices(team.coordinator, ({ items }) =>
    items.some((told) => told.caseId === caseId && told.title === 'The patient sent photographs'),
  );
  await team.coordinator.move(`/api/patient-photos/${id}/set-asides`, { version: 1, reason: 'Blurred' });
  expect(await open()).toEqual([]);
});

it('tells the case and the trail what the patient did, on behalf of whoever made the link', async () => {
  const caseId = await caseOf('scalp');
  const id = await sentPhoto(team, caseId);
  const [entry] = (await team.coordinator.case(caseId)).timeline;
  expect(entry).toMatchObject({ words: 'Photograph sent by the patient', subjectId: id });
  const { rows } = await stage.db.owner.query<{ action: string }>(
    `SELECT action FROM stipple.audit_entry WHERE case_id = $1 AND action LIKE 'patient_%' ORDER BY seq`,
    [caseId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'patient_link.make',
    'patient_link.open',
    'patient_photo.send',
  ]);
});

describe('what is not taken', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, [number, string]]>([
    ['a PDF', () => pdf, [415, 'not_a_picture']],
    ['a text', () => Buffer.from('hello, no picture at all'), [415, 'file_kind']],
    [
      'a picture that hides a script',
      async () => Buffer.concat([await drawnPicture(), Buffer.from('<script>alert(1)</script>')]),
      [415, 'file_hides_another'],
    ],
    ['a picture cut off', async () => (await drawnPicture()).subarray(0, 4000), [422, 'picture_unreadable']],
    ['more than fifteen megabytes', () => Buffer.alloc(16 * 1024 * 1024), [413, 'too_large']],
  ])('%s', async (_, bytes, expected) => {
    const patient = await CasePatient.of(
      team,
      await openCase(team, { bodySite: 'chest', duplicateIntended: true }),
    );
    expect(codeOf(await patient.sends(photoForm(), await bytes()))).toEqual(expected);
    expect((await patient.reads()).photos.sent).toEqual([]);
  });

  it('without the words of the consent as they were on the screen', async () => {
    const patient = await CasePatient.of(team, await caseOf('hip'));
    const other = await patient.sends(photoForm({ consentWords: 'I allow everything.' }));
    expect(other.problem.refusals).toMatchObject([{ code: 'consent_changed' }]);
    const less = photoForm({ consentWords: photoConsentWords('en', false) });
    expect((await patient.sends(less)).status).toBe(409);
  });

  it('the same one twice; a repeated request is answered as the first was', async () => {
    const patient = await CasePatient.of(team, await caseOf('foot'));
    const bytes = await drawnPicture(500, 400, '#345');
    const first = await patient.sends(photoForm(), bytes, 'the-same-tap-twice');
    expect((await patient.sends(photoForm(), bytes, 'the-same-tap-twice')).body).toEqual(first.body);
    const again = await patient.sends(photoForm(), bytes);
    expect(again.problem.refusals).toMatchObject([{ code: 'photo_sent_already' }]);
  });

  it('by a link that takes none, by one taken back, and once the case is closed', async () => {
    const caseId = await caseOf('ankle');
    const reader = await CasePatient.of(team, caseId, { takesPhotos: false });
    expect(codeOf(await reader.sends())).toEqual([409, 'photos_not_asked']);
    expect((await reader.reads()).photos.allowed).toBe(false);
    const patient = await CasePatient.of(team, caseId);
    await team.coordinator.move(`/api/cases/${caseId}/patient-link-ends`, {});
    expect(codeOf(await patient.sends())).toEqual([410, 'visit_over']);
    const last = await CasePatient.of(team, caseId);
    const { version } = await team.coordinator.case(caseId);
    await team.coordinator.move(`/api/cases/${caseId}/closures`, { version, reason: 'patient_withdrew' });
    expect((await last.reads()).photos.allowed).toBe(false);
    expect((await last.sends()).status).toBe(409);
  });

  it('more than eight that nobody has looked at, whoever sends them, also at one moment', async () => {
    const caseId = await caseOf('thigh');
    const send = async (many: number) => {
      const patient = await CasePatient.of(team, caseId);
      return Promise.all(Array.from({ length: many }, async () => (await patient.sends()).status));
    };
    expect(await send(5)).toEqual([201, 201, 201, 201, 201]);
    expect((await send(6)).toSorted()).toEqual([201, 201, 201, 409, 409, 409]);
    expect(await sentPhotos(team, caseId)).toHaveLength(8);
  });

  it('more than six a minute by one link', async () => {
    const patient = await CasePatient.of(team, await caseOf('back'));
    const small = Buffer.from('no picture');
    for (let sent = 0; sent < 6; sent++) expect((await patient.sends(photoForm(), small)).status).toBe(415);
    const refused = await patient.sends(photoForm(), small);
    expect(codeOf(refused)).toEqual([429, 'too_many_photos']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

it('makes no link for photographs of a child: a guardian would have to consent by name', async () => {
  const caseId = await caseOf('face');
  await stage.db.owner.query(
    `UPDATE stipple.patient SET birth_date = current_date - interval '10 years'
      WHERE id = (SELECT patient_id FROM stipple.treatment_case WHERE id = $1)`,
    [caseId],
  );
  await expect(sendCaseLink(team, caseId)).rejects.toThrow('guardian_consents');
  await expect(sendCaseLink(team, caseId, { takesPhotos: false })).resolves.toHaveLength(43);
});
