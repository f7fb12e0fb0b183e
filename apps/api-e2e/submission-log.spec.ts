import { channels } from '@stipple/domain';
import { SubmissionPage, type SubmissionRow } from '@stipple/contracts';
import { makeClinic } from '@stipple/testing';
import { Stage, mustBe, openStage } from './harness';
import { addPatient } from './roster-story';
import { manySent, sentChallenge } from './sent-rows';
import { nextRequest, readyRequest, sentEarlier } from './sent-story';
import { Team, at, caseWithPayer, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
let theirs: Team;
/** Sent by fax with a proof, rejected without review, then corrected and sent by mail. */
let corrected: { caseId: string; rejected: string; again: string; proofId: string };
const formula = '=HYPERLINK("http://x","y")';
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  theirs = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  await caseWithPayer(theirs);
  corrected = await rejectedThenCorrected();
}, 60_000);
afterAll(() => stage.close());

async function rejectedThenCorrected() {
  const { coordinator, clinic } = team;
  const patient = await addPatient(stage.db.owner, clinic, { family: formula });
  const { caseId, requestId: rejected } = await readyRequest(team, { ...patient, bodySite: 'neck' });
  const proofId = await coordinator.attach(caseId, 'submission_proof', 'Fax confirmation');
  const path = `/api/auth-requests/${rejected}`;
  const fax = {
    version: 2,
    channel: 'fax',
    submittedAt: at(clinic.timeZone, -3, 9),
    reference: 'FAX-9',
    proofId,
  };
  await coordinator.move(`${path}/submissions`, fax);
  await coordinator.move(`${path}/rejections`, { version: 3, errorCode: '67', words: 'Patient not found' });
  const again = await nextRequest(team, caseId, {
    supersedesId: rejected,
    lines: [{ procedureCode: '17999', units: 2 }],
  });
  const mail = { version: 2, channel: 'mail', submittedAt: at(clinic.timeZone, -2, 0), reference: 'MAIL-1' };
  await coordinator.move(`/api/auth-requests/${again}/submissions`, mail);
  return { caseId, rejected, again, proofId };
}

const page = async (query = '', { coordinator }: Team = team) =>
  SubmissionPage.parse(mustBe(200, await coordinator.get(`/api/submissions?${query}`)));
const walk = async (query = '') => {
  const rows: SubmissionRow[] = [];
  for (let after: string | null = ''; after !== null;) {
    const found: SubmissionPage = await page(`${query}${after && `&after=${encodeURIComponent(after)}`}`);
    rows.push(...found.rows);
    after = found.next;
  }
  return rows;
};
const sentBy = async (query: string) => (await walk(query)).map(({ reference }) => reference);

it('names channel, instant, person, what, reference, proof and receipt of what was sent, newest first', async () => {
  const { clinic } = team;
  const { rows, counts, next } = await page();
  expect(rows.map(({ reference }) => reference)).toEqual(['PORTAL-77', 'MAIL-1', 'FAX-9']);
  expect(rows[1]).toEqual({
    key: `${corrected.again}.3`,
    kind: 'request',
    challengeKind: null,
    caseId: corrected.caseId,
    caseNumber: expect.any(Number),
    patientName: `${formula}, Test`,
    payerName: 'Test Health Plan',
    sentAt: expect.any(String),
    timed: true,
    recordedAt: expect.any(String),
    recordedBy: { id: clinic.coordinator.id, name: 'Billie Coordinator' },
    channel: 'mail',
    lines: [{ procedureCode: '17999', units: 2 }],
    reference: 'MAIL-1',
    proof: null,
    corrects: { sentAt: rows[2]?.sentAt, reference: 'FAX-9' },
    receipt: { state: 'waiting', at: null, reference: null, words: null, days: 2 },
    rejection: null,
  });
  expect(new Date(rows[1]?.sentAt ?? '').toISOString()).toBe(
    new Date(at(clinic.timeZone, -2, 0)).toISOString(),
  );
  expect(rows[2]).toMatchObject({
    proof: { id: corrected.proofId, title: 'Fax confirmation' },
    corrects: null,
    receipt: { state: 'rejected', words: 'Rejected without review', days: null },
    rejection: { code: '67', words: 'Patient not found' },
  });
  // Withdrawn later, and yet it had gone out and come in.
  expect(rows[0]).toMatchObject({ channel: 'portal', receipt: { state: 'received' }, proof: null });
  expect(rows[0]?.receipt.at).toBe(rows[0]?.sentAt);
  expect([counts, next]).toEqual([
    {
      channels: { portal: 1, fax: 1, phone: 0, mail: 1, x12_278: 0, pas: 0, none: 0 },
      withoutReceipt: 1,
      withoutProof: 2,
    },
    null,
  ]);
});

it('shows a clinic its own alone', async () => {
  const { rows, counts } = await page('', theirs);
  expect(rows.map(({ patientName }) => patientName)).toEqual(['Testpatient, Alpha']);
  expect(counts.channels).toMatchObject({ portal: 1, fax: 0 });
  expect((await page(`person=${theirs.clinic.coordinator.id}`)).rows).toEqual([]);
  expect((await page(`payerId=${theirs.clinic.payerId}`)).rows).toEqual([]);
});

it('filters by channel, payer, person, the clinic’s days, and by what is missing; counts do the same', async () => {
  const { clinic } = team;
  const day = (days: number) => today(clinic.timeZone, days);
  expect(await sentBy('channel=fax')).toEqual(['FAX-9']);
  expect((await page('channel=fax')).counts).toEqual({
    channels: { portal: 1, fax: 1, phone: 0, mail: 1, x12_278: 0, pas: 0, none: 0 },
    withoutReceipt: 0,
    withoutProof: 0,
  });
  expect(await sentBy(`payerId=${clinic.payerId}&channel=mail`)).toEqual(['MAIL-1']);
  expect(await sentBy('person=me')).toHaveLength(3);
  expect(await sentBy(`person=${clinic.physician.id}`)).toEqual([]);
  // Midnight belongs to the day that begins with it.
  expect(await sentBy(`from=${day(-2)}`)).toEqual(['PORTAL-77', 'MAIL-1']);
  expect(await sentBy(`to=${day(-3)}`)).toEqual(['FAX-9']);
  expect(await sentBy(`from=${day(-2)}&to=${day(-2)}`)).toEqual(['MAIL-1']);
  expect(await sentBy('receipt=none')).toEqual(['MAIL-1']);
  expect(await sentBy('proof=none')).toEqual(['PORTAL-77', 'MAIL-1']);
  expect((await page(`receipt=none&from=${day(-1)}`)).counts.channels).toMatchObject({ mail: 0, portal: 0 });
});

it('holds answers to the payer’s questions with the way they went, until the payer goes on', async () => {
  const { coordinator, clinic } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'foot' });
  const path = `/api/auth-requests/${requestId}`;
  const question = { version: 4, items: ['Photographs'], respondByOn: today(clinic.timeZone, 9) };
  await coordinator.move(`${path}/information-requests`, question);
  const proofId = await coordinator.attach(caseId, 'submission_proof', 'Call note');
  const sentAt = at(clinic.timeZone, -30, 15);
  const answer = { version: 5, channel: 'phone', sentAt, reference: 'TEL-5', proofId };
  const foreign = { ...answer, proofId: corrected.proofId };
  expect(await coordinator.refused(`${path}/information-answers`, foreign)).toEqual(['proof_unknown']);
  await coordinator.move(`${path}/information-answers`, answer);
  const [row] = await walk('channel=phone');
  expect(row).toMatchObject({
    kind: 'answer',
    channel: 'phone',
    reference: 'TEL-5',
    proof: { id: proofId, title: 'Call note' },
    lines: [{ procedureCode: '17999', units: 3 }],
    receipt: { state: 'waiting', days: 30 },
  });
  // The oldest of all, also where other kinds of things stand before it.
  expect((await walk()).at(-1)?.key).toBe(row?.key);
  await coordinator.move(`${path}/call-referrals`, { version: 6, words: 'Call us' });
  expect((await walk('channel=phone'))[0]?.receipt).toMatchObject({
    state: 'answered',
    words: 'Payer answered “contact payer”',
    days: null,
  });
  // An answer from before answers named their channel.
  await coordinator.move(`${path}/pends`, { version: 7, words: 'In review' });
  await coordinator.move(`${path}/information-requests`, { ...question, version: 8 });
  await coordinator.move(`${path}/information-answers`, { version: 9, sentAt, reference: 'OLD-1' });
  expect(await sentBy('channel=none')).toEqual(['OLD-1']);
  expect((await page()).counts.channels).toMatchObject({ none: 1, phone: 1 });
});

it('holds challenges, told by their day where only the day is on record', async () => {
  const { clinic, coordinator } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'knee' });
  await sentEarlier(stage.db.owner, requestId, 2);
  const [sentOn, words] = [today(clinic.timeZone, -1), 'No'];
  const denial = { version: 4, words, kind: 'administrative', decisionOn: sentOn, noticeReceivedOn: sentOn };
  await coordinator.move(`/api/auth-requests/${requestId}/denials`, denial);
  await sentChallenge(stage.db.owner, clinic, { caseId, requestId, sentOn });
  const found = await walk(`from=${sentOn}&to=${sentOn}`);
  expect(found).toMatchObject([
    {
      kind: 'challenge',
      challengeKind: 'appeal_1',
      timed: false,
      channel: null,
      recordedBy: { name: clinic.physician.name },
      receipt: { state: 'waiting', days: 1 },
    },
  ]);
});

it('shows each once, page by page, also of those that went at the same instant', async () => {
  const { clinic, coordinator } = team;
  const before = await walk();
  await manySent(stage.db.owner, clinic, { count: 120, at: at(clinic.timeZone, -2, 0) });
  const rows = await walk();
  expect(rows).toHaveLength(before.length + 120);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  const instants = rows.map(({ sentAt }) => Date.parse(sentAt));
  expect(instants).toEqual(instants.toSorted((one, other) => other - one));
  const { counts } = await page();
  expect(Object.values(counts.channels).reduce((sum, many) => sum + many, 0)).toBe(rows.length);
  expect(await walk('channel=mail&receipt=none')).toHaveLength(121);
  expect((await coordinator.get('/api/submissions?after=nonsense')).status).toBe(400);
});

it('exports all that the filters find, in the same order, and lets no cell run as a formula', async () => {
  const { manager } = team;
  const exported = async (query: string) => {
    const answer = await manager.get<string>(`/api/submissions/export?${query}`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    return mustBe(200, answer).replace('\uFEFF', '').trimEnd().split('\r\n');
  };
  for (const query of ['', 'channel=mail', 'proof=none&person=me', 'channel=fax']) {
    const lines = await exported(query);
    const rows = await walk(query.replace('me', team.clinic.coordinator.id));
    const expected = query.includes('person=me') ? 0 : rows.length;
    expect([query, lines.at(-1)]).toEqual([query, expected === 1 ? '1 row' : `${expected} rows`]);
    expect(lines[2]).toMatch(/^Sent,Channel,What,/);
    if (expected === 0) continue;
    const numbers = lines.slice(3, -1).map((line) => line.match(/17999 × \d[^,]*,[^,]*,(\d+)/)?.[1]);
    expect([query, numbers]).toEqual([query, rows.map(({ caseNumber }) => String(caseNumber))]);
  }
  const [title, , , fax] = await exported('channel=fax');
  expect(title).toBe('"Submissions to payers, newest first: by Fax"');
  expect(fax).toContain(
    `"'=HYPERLINK(""http://x"",""y""), Test",FAX-9,Fax confirmation,Rejected without review,`,
  );
  expect(fax).toContain(',67: Patient not found,,');
  const [again] = (await exported('channel=mail')).filter((line) => line.includes('MAIL-1'));
  expect(again).toMatch(/no proof on file,no receipt yet,,,2,,"\d{4}-\d\d-\d\d 09:00, FAX-9",/);
});

it('is entered in the audit trail, the reading and the taking along', async () => {
  const { rows } = await stage.db.owner.query<{ action: string }>(
    `SELECT DISTINCT action FROM stipple.audit_entry WHERE clinic_id = $1 AND action LIKE 'submissions.%' ORDER BY 1`,
    [team.clinic.id],
  );
  expect(rows.map(({ action }) => action)).toEqual(['submissions.export', 'submissions.read']);
});

it.each([
  ['channel=pigeon', 'channel'],
  ['payerId=1', 'payerId'],
  ['person=somebody', 'person'],
  ['from=2026-02-30', 'from'],
  ['from=2026-02-02&to=2026-02-01', 'to'],
  ['receipt=yes', 'receipt'],
  ['proof=', 'proof'],
  ['q=Testpatient', 'q'],
  [`after=${'x'.repeat(401)}`, 'after'],
])('%.40s is refused by name, on screen and as a file', async (query, field) => {
  for (const path of ['/api/submissions', '/api/submissions/export']) {
    const { status, problem } = await team.coordinator.get(`${path}?${query}`);
    expect([status, problem.refusals.map((one) => one.field)]).toEqual([400, [field]]);
  }
});

it('knows the same channels as PostgreSQL', async () => {
  const { rows } = await stage.db.owner.query<{ says: string }>(
    `SELECT pg_get_constraintdef(oid) AS says FROM pg_constraint WHERE conname IN ('auth_request_channel_check', 'payer_authorization_channel_check', 'payer_channel_channel_check')`,
  );
  expect(rows).toHaveLength(3);
  for (const { says } of rows)
    expect([...says.matchAll(/'(\w+)'/g)].map(([, channel]) => channel)).toEqual(channels);
});
