import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { type Criterion, blueHeronScar4, demoMark } from '@stipple/domain';
import { checkPdf, makeClinic, pdfText } from '@stipple/testing';
import { Stage, mustBe, openStage } from './harness';
import { caseToPack, fileAt, manifestOf, packetOf, submission } from './packet-story';
import { askingMore } from './payer-story';
import { drawnPicture, photoFields, sendPhoto } from './photo-story';
import { publishPolicy } from './screening-story';
import { Team, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const packetFile = (requestId: string) =>
  fileAt(stage.url, team.coordinator, `/api/auth-requests/${requestId}/packet`);
const complete = (requestId: string, more: object = {}) =>
  team.coordinator.move(`/api/auth-requests/${requestId}/completions`, { version: 1, ...more });
const submit = (requestId: string) =>
  team.coordinator.move(`/api/auth-requests/${requestId}/submissions`, submission(2));

describe('from the evidence to the seal', () => {
  it('lists what goes in, and what does not and why, before anything is written', async () => {
    const { caseId } = await caseToPack(team);
    const view = await packetOf(team.coordinator, caseId);
    expect(view.parts.map(({ title }) => title)).toEqual([
      'Criteria map',
      'Letter of medical necessity',
      'Codes',
      'Worksheet for 17999',
      'Range of motion',
      'Scales',
      'Earlier treatment',
      'Statements and other findings',
      'Photographs',
      'Prior treatment: Notes of the hand therapist',
    ]);
    expect(view.leftOut).toEqual([
      { title: 'Palm, kept', why: 'The patient has not allowed that it is sent to the payer.' },
    ]);
    expect(view).toMatchObject({ policy: null, sealed: null, request: { state: 'draft' }, earlier: [] });
  });

  it('is one file that passes a checker and says what the record says', async () => {
    const { requestId } = await caseToPack(team, { duplicateIntended: true });
    const pdf = await packetFile(requestId);
    expect(await checkPdf(pdf)).toBe(0);
    const text = pdfText(pdf);
    for (const words of [
      'Prior authorization request',
      'The patient has a burn scar contracture of the right hand.',
      'Signed electronically by',
      'Wrist extension, right, active',
      '25°',
      'Vancouver Scar Scale',
      'Silicone',
      'Palm, open',
      '17999',
      'MEDICAL MICRONEEDLING OF BURN SCAR, RIGHT HAND',
      '$450.00',
    ])
      expect(text).toContain(words);
    for (const words of ['Palm, kept', demoMark, 'undefined', 'null']) expect(text).not.toContain(words);
    const manifest = await manifestOf(team.coordinator, requestId);
    const photos = manifest.parts.find(({ key }) => key === 'photos');
    expect(text).toContain(`Photographs ${photos?.firstPage}`);
    expect(manifest.parts.at(-1)?.lastPage).toBe(manifest.pages);
    expect(text).toContain(`page ${manifest.pages} of ${manifest.pages}`);
  });

  it('gives the same bytes as long as the record says the same', async () => {
    const { caseId, requestId } = await caseToPack(team, { duplicateIntended: true });
    const [one, again] = [await packetFile(requestId), await packetFile(requestId)];
    expect(again.equals(one)).toBe(true);
    await team.coordinator.attach(caseId, 'clinical_note', 'One more note');
    expect((await packetFile(requestId)).equals(one)).toBe(false);
  });

  it('is sealed by the submission: what was previewed is what stays', async () => {
    const { caseId, requestId } = await caseToPack(team, { duplicateIntended: true });
    await complete(requestId);
    const [previewed, manifest] = [
      await packetFile(requestId),
      await manifestOf(team.coordinator, requestId),
    ];
    await submit(requestId);
    const { sealed, checklist, request } = await packetOf(team.physician, caseId);
    expect(request?.state).toBe('submitted');
    expect(sealed).toMatchObject({
      by: team.clinic.coordinator.name,
      sha256: createHash('sha256').update(previewed).digest('hex'),
      bytes: previewed.length,
      manifest,
    });
    expect(checklist.length).toBeGreaterThan(3);
    const bytes = mustBe(200, await team.coordinator.get<object>(`/api/cases/${caseId}`));
    expect(bytes).toBeTruthy();
    await team.coordinator.attach(caseId, 'clinical_note', 'Written afterwards');
    expect((await packetFile(requestId)).equals(previewed)).toBe(true);
    expect(await manifestOf(team.coordinator, requestId)).toEqual(manifest);
  });

  it('names each attached file by the hash of exactly its bytes', async () => {
    const { caseId, requestId } = await caseToPack(team, { duplicateIntended: true });
    const id = await team.coordinator.attach(caseId, 'clinical_note', 'Therapist');
    const attached = await fileAt(stage.url, team.coordinator, `/api/documents/${id}`);
    const { parts } = await manifestOf(team.coordinator, requestId);
    expect(parts.find(({ key }) => key === `document:${id}`)?.sha256).toBe(
      createHash('sha256').update(attached).digest('hex'),
    );
  });

  it('is not sent where the record changed while it was being written', async () => {
    const { caseId, requestId } = await caseToPack(team, { duplicateIntended: true });
    await complete(requestId);
    const client = await stage.db.owner.connect();
    await client.query('BEGIN');
    await client.query('SELECT FROM stipple.treatment_case WHERE id = $1 FOR UPDATE', [caseId]);
    const sent = team.coordinator.post(`/api/auth-requests/${requestId}/submissions`, submission(2));
    // It has written its packet, and waits for the case.
    while (!(await waiting())) await new Promise((resolve) => setTimeout(resolve, 20));
    await client.query(`UPDATE stipple.patient SET given_name = given_name || 'x' WHERE id = $1`, [
      team.clinic.patientId,
    ]);
    await client.query('COMMIT');
    client.release();
    const { problem, status } = await sent;
    expect([status, problem.refusals.map(({ code }) => code)]).toEqual([409, ['packet_changed']]);
    const { request, sealed } = await packetOf(team.coordinator, caseId);
    expect([request?.state, sealed]).toEqual(['ready', null]);
    await submit(requestId);
  });

  const waiting = async () =>
    (
      await stage.db.owner.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%treatment_case%FOR UPDATE%' AND datname = current_database()`,
      )
    ).rowCount;

  it('keeps the packet of each request of a case', async () => {
    const { caseId, requestId } = await caseToPack(team, { duplicateIntended: true });
    await complete(requestId);
    await submit(requestId);
    await team.coordinator.move(`/api/auth-requests/${requestId}/rejections`, {
      version: 3,
      words: 'No NPI.',
    });
    const again = await team.coordinator.make(`/api/cases/${caseId}/auth-requests`, {
      lines: [{ procedureCode: '17999', units: 3 }],
      fromOn: today(team.clinic.timeZone),
      toOn: today(team.clinic.timeZone, 60),
      urgency: 'standard',
      supersedesId: requestId,
    });
    const view = await packetOf(team.coordinator, caseId);
    expect(view.request).toMatchObject({ id: again, state: 'draft' });
    expect(view.earlier).toMatchObject([{ requestId, by: team.clinic.coordinator.name }]);
  });
});

it('is written by nobody who may not read evidence', async () => {
  const { caseId, requestId } = await caseToPack(team, { duplicateIntended: true });
  for (const path of [
    `/api/cases/${caseId}/packet`,
    `/api/auth-requests/${requestId}/packet`,
    `/api/auth-requests/${requestId}/packet/manifest`,
  ])
    expect((await team.manager.get(path)).status).toBe(403);
});

it('says before there is a request what the case has', async () => {
  const { coordinator, clinic } = team;
  const caseId = await coordinator.make('/api/cases', {
    ...(await import('./story')).newCase(team, { duplicateIntended: true }),
  });
  mustBe(
    201,
    await sendPhoto(coordinator, caseId, {
      bytes: await drawnPicture(),
      fields: photoFields(today(clinic.timeZone)),
    }),
  );
  const view = await packetOf(coordinator, caseId);
  expect(view).toMatchObject({ request: null, parts: [], sealed: null });
  expect(view.beginRefusals.map(({ code }) => code)).toEqual(['screening_missing']);
});

it('gives the letter as a word processor’s file, saying who signed it', async () => {
  const { letterId } = await caseToPack(team, { duplicateIntended: true });
  const file = await fileAt(stage.url, team.physician, `/api/letters/${letterId}/docx`);
  const [words, foot] = [partOf(file, 'word/document.xml'), partOf(file, 'word/footer1.xml')];
  expect(words).toContain('The patient has a burn scar contracture of the right hand.');
  expect(foot).toMatch(/Signed electronically by .+ SHA-256 of the letter: [0-9a-f]{64}/);
});

describe('mental health', () => {
  const distress: Criterion = {
    id: 'distress',
    label: 'Distress is documented',
    quote: 'Psychological distress is considered.',
    role: 'supporting',
    group: null,
    excludesAs: null,
    condition: { fact: 'distress_documented', is: true },
  };
  const { criteria } = blueHeronScar4;
  it.each([
    ['no policy on file', null, false],
    ['a policy that does not ask', { ...blueHeronScar4, documents: [] }, false],
    ['a policy that asks', { ...blueHeronScar4, documents: [], criteria: [...criteria, distress] }, true],
  ])('is told, or not, under %s', async (_, policy, told) => {
    const clinic = await makeClinic(stage.db.owner);
    const theirs = await signInTeam(stage, clinic);
    if (policy) await publishPolicy({ ...stage, clinic }, policy);
    const { caseId, requestId } = await caseToPack(theirs);
    const seen = { onDay: today(clinic.timeZone), ratedBy: 'Dr. Mind' };
    const note = {
      ...seen,
      profession: 'psychologist',
      distress: true,
      summary: 'Avoids people',
      isSummary: true,
    };
    await theirs.coordinator.make(`/api/cases/${caseId}/evidence/mental-health-notes`, note);
    const items = [2, 1, 1, 1, 1, 1, 1, 1, 0];
    await theirs.coordinator.make(`/api/cases/${caseId}/evidence/scales`, { ...seen, scale: 'phq9', items });
    const pdf = await fileAt(stage.url, theirs.coordinator, `/api/auth-requests/${requestId}/packet`);
    expect(/distress|PHQ|Patient Health|Dr\. Mind/i.test(pdfText(pdf))).toBe(told);
    // What the professional wrote stays with the clinic in any case.
    expect(pdfText(pdf)).not.toContain('Avoids people');
  });
});

/** One file of a zip archive. */
function partOf(zip: Buffer, name: string): string {
  const entry = zip.lastIndexOf(name);
  const directory = entry - 46;
  const [size, at] = [zip.readUInt32LE(directory + 20), zip.readUInt32LE(directory + 42)];
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  return inflateRawSync(zip.subarray(start, start + size)).toString('utf8');
}

describe('where the payer’s own policy asks for more than there is', () => {
  let strict: Team;
  beforeAll(async () => {
    const clinic = await makeClinic(stage.db.owner, 'Strict');
    strict = await signInTeam(stage, clinic);
    await publishPolicy({ ...stage, clinic }, { ...blueHeronScar4, ...askingMore });
  });
  const completions = (id: string) => `/api/auth-requests/${id}/completions`;

  it('is not marked ready without a reason for each thing that is missing, and says the reason on its first page', async () => {
    const { coordinator } = strict;
    const { caseId, requestId } = await caseToPack(strict);
    const { checklist } = await packetOf(coordinator, caseId);
    const missing = checklist.filter(({ state }) => state === 'missing').map(({ kind }) => kind);
    // Two photographs are on file, and one of them may not be sent.
    expect(missing).toEqual(['photo', 'device_clearance']);
    const { problem } = await coordinator.post(completions(requestId), { version: 1 });
    expect(problem.refusals.map(({ field }) => field)).toEqual(missing.map((kind) => `omissions.${kind}`));
    expect((await packetOf(coordinator, caseId)).request?.state).toBe('draft');
    const omissions = missing.map((kind) => ({ kind, reason: `Not to be had: ${kind}.` }));
    expect(
      await coordinator.refused(completions(requestId), { version: 1, omissions: omissions.slice(1) }),
    ).toEqual(['packet_incomplete']);
    await coordinator.move(completions(requestId), { version: 1, omissions });
    const after = await packetOf(coordinator, caseId);
    expect(after.checklist.filter(({ omitted }) => omitted !== null).map(({ kind }) => kind)).toEqual(
      missing,
    );
    const pdf = await fileAt(stage.url, coordinator, `/api/auth-requests/${requestId}/packet`);
    for (const { reason } of omissions) expect(pdfText(pdf)).toContain(reason);
  });

  it.each([
    [
      'twice for the same',
      [
        { kind: 'photo', reason: 'a' },
        { kind: 'photo', reason: 'b' },
      ],
      409,
      'omissions.1.kind',
    ],
    ['for what nobody asked for', [{ kind: 'intake', reason: 'a' }], 409, 'omissions.0.kind'],
    ['for a kind there is not', [{ kind: 'x-ray', reason: 'a' }], 400, 'omissions.0.kind'],
    ['without words', [{ kind: 'photo', reason: ' ' }], 400, 'omissions.0.reason'],
  ])('refuses reasons %s', async (_, omissions, status, field) => {
    const { requestId } = await caseToPack(strict, { duplicateIntended: true });
    const answer = await strict.coordinator.post(completions(requestId), { version: 1, omissions });
    expect(answer.status).toBe(status);
    expect(answer.problem.refusals.map((one) => one.field)).toContain(field);
  });
});
