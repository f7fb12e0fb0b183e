import { checkPdf, pdfText } from '@stipple/testing';
import { longDay } from '@stipple/domain';
import { CasePatient, caseLink, sendCaseLink } from './case-patient';
import { Stage, mustBe, openStage } from './harness';
import { caseToPack, submission } from './packet-story';
import { newToken, sendLink } from './patient-story';
import { issuedAgreement } from './self-pay-story';
import { Team, authorizedCase, booking, deniedCase, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const codeOf = ({ status, problem }: { status: number; problem: { code: string } }) => [status, problem.code];
const closed = [410, 'link_not_opened'];
const over = [410, 'visit_over'];
const papersOf = async (patient: CasePatient, language = 'en') => {
  const { headers } = patient;
  const answer = await fetch(`${stage.url}/api/your-case/papers?language=${language}`, { headers });
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename="papers.pdf"',
  ]);
  return Buffer.from(await answer.arrayBuffer());
};

it('reads where an insurance case stands and who acts next, without a word of what the clinic wrote', async () => {
  const caseId = await openCase(team, { bodySite: 'hand' });
  const token = await sendCaseLink(team, caseId);
  const patient = new CasePatient(team.coordinator);
  const opened = await patient.opens(token);
  expect(opened.headers.getSetCookie()[0]).toMatch(
    /^stipple_patient=[\w-]{43}; Max-Age=3600; Path=\/api\/your-case; HttpOnly; SameSite=Strict$/,
  );
  const page = await patient.reads();
  expect(page).toMatchObject({
    standing: { stage: 'verifying', actsNext: 'coordinator', dueFor: 'touch' },
    language: null,
    appointment: null,
    photos: { allowed: true, before: [], sent: [] },
    papers: { allowed: true, packet: false, rights: false },
  });
  const { nextStep, diagnoses } = await team.coordinator.case(caseId);
  for (const kept of [nextStep, ...diagnoses.flatMap(({ code, words }) => [code, words]), 'Testpatient'])
    expect(JSON.stringify(page)).not.toContain(kept);
  expect((await team.coordinator.case(caseId)).caseLink).toMatchObject({
    by: 'Billie Coordinator',
    openedAt: expect.any(String),
    takesPhotos: true,
    givesPapers: true,
  });
});

it('shows the next visit by the clinic’s clock, and not what it is for', async () => {
  const { caseId } = await authorizedCase(team, { bodySite: 'wrist' });
  await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 21, 9));
  const page = await (await CasePatient.of(team, caseId)).reads();
  expect(page.appointment).toEqual({ on: today(team.clinic.timeZone, 21), at: '09:00' });
  expect(JSON.stringify(page)).not.toMatch(/needling|17999/i);
});

describe('a link to a case and one to an estimate', () => {
  it('open only what they lead to, and neither ends nor uses up the other', async () => {
    const caseId = await openCase(team, { bodySite: 'elbow', planType: 'none' });
    const toEstimate = await sendLink(team, await issuedAgreement(team, caseId));
    const toCase = await sendCaseLink(team, caseId);
    const nobody = () => new CasePatient(team.coordinator);
    expect(codeOf(await nobody().opens(toEstimate))).toEqual(closed);
    expect(codeOf(await nobody().opens(toCase, undefined, 'your-estimate'))).toEqual(closed);
    const [reader, payer] = [nobody(), nobody()];
    expect((await reader.opens(toCase)).status).toBe(204);
    expect((await payer.opens(toEstimate, undefined, 'your-estimate')).status).toBe(204);
    // Nor does what one of them holds open the other page.
    expect(codeOf(await reader.looks('your-estimate'))).toEqual(over);
    expect(codeOf(await payer.looks())).toEqual(over);
    expect((await reader.reads()).language).toBe('en');
  });

  it.each<[string, (token: string, caseId: string) => Promise<unknown>]>([
    [
      'after five wrong dates of birth',
      async (token) => {
        for (let day = 2; day <= 6; day++)
          await new CasePatient(team.coordinator).opens(token, `1980-01-0${day}`);
      },
    ],
    ['used before', (token) => new CasePatient(team.coordinator).opens(token)],
    ['taken back', (_, caseId) => team.coordinator.move(`/api/cases/${caseId}/patient-link-ends`, {})],
    ['replaced by another one', (_, caseId) => sendCaseLink(team, caseId)],
    [
      'run out',
      (_, caseId) =>
        stage.db.owner.query(
          `UPDATE stipple.patient_link SET made_at = made_at - interval '15 days', expires_at = expires_at - interval '15 days' WHERE case_id = $1`,
          [caseId],
        ),
    ],
  ])('to a case reads the same when it leads nowhere: %s', async (_, ends) => {
    const caseId = await openCase(team, { bodySite: 'foot', duplicateIntended: true });
    const token = await sendCaseLink(team, caseId);
    await ends(token, caseId);
    expect(codeOf(await new CasePatient(team.coordinator).opens(token))).toEqual(closed);
  });

  it('is taken back also from whoever is on the page', async () => {
    const caseId = await openCase(team, { bodySite: 'ankle' });
    const patient = await CasePatient.of(team, caseId);
    await patient.reads();
    await team.coordinator.move(`/api/cases/${caseId}/patient-link-ends`, {});
    expect(codeOf(await patient.looks())).toEqual(over);
    expect(codeOf(await patient.papers())).toEqual(over);
  });

  it('to a case that is closed still says so', async () => {
    const caseId = await openCase(team, { bodySite: 'chest' });
    const patient = await CasePatient.of(team, caseId);
    const { version } = await team.coordinator.case(caseId);
    await team.coordinator.move(`/api/cases/${caseId}/closures`, { version, reason: 'patient_withdrew' });
    expect(await patient.reads()).toMatchObject({
      standing: { stage: 'closed', actsNext: 'nobody', dueOn: null },
    });
  });
});

describe('the papers', () => {
  it('are the copy of what was sent and the rights with their last day in words, and taking them is entered', async () => {
    const { coordinator, clinic } = team;
    const { caseId, requestId } = await caseToPack(team, { duplicateIntended: true });
    await coordinator.move(`/api/auth-requests/${requestId}/completions`, { version: 1 });
    await coordinator.move(`/api/auth-requests/${requestId}/submissions`, {
      ...submission(2),
      payerReceivedAt: new Date().toISOString(),
    });
    const patient = await CasePatient.of(team, caseId);
    const before = pdfText(await papersOf(patient));
    expect(before).toContain('Your plan has not said no.');
    expect(before).toContain(longDay(today(clinic.timeZone), 'en'));

    const { requests } = await coordinator.case(caseId);
    await coordinator.move(`/api/auth-requests/${requestId}/denials`, {
      version: requests.find(({ id }) => id === requestId)?.version,
      words: 'Guidelines are not met.',
      code: '272',
      kind: 'clinical',
      decisionOn: today(clinic.timeZone),
      noticeReceivedOn: today(clinic.timeZone),
    });
    expect((await patient.reads()).papers).toEqual({ allowed: true, packet: true, rights: true });
    const file = await papersOf(patient);
    expect(await checkPdf(file)).toBe(0);
    const text = pdfText(file);
    const lastDay = longDay(today(clinic.timeZone, 180), 'en');
    expect(text).toContain(`The last day is ${lastDay}.`);
    expect(text).toContain('people who do not work for your plan');
    // The reason is the payer's and stands in its letter.
    expect(text).not.toContain('Guidelines are not met');
    expect(pdfText(await papersOf(patient, 'es'))).toContain(
      `El último día es el ${longDay(today(clinic.timeZone, 180), 'es')}.`,
    );
    const { rows } = await stage.db.owner.query<{ detail: object }>(
      `SELECT detail FROM stipple.audit_entry WHERE case_id = $1 AND action = 'patient_link.papers' ORDER BY seq`,
      [caseId],
    );
    expect(rows).toHaveLength(3);
    expect(rows[2]?.detail).toMatchObject({
      language: 'es',
      packet: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('hold every page of the sealed packet', async () => {
    const { caseId, requestId } = await deniedCase(team, { bodySite: 'knee' });
    const { pages } = mustBe(
      200,
      await team.coordinator.get<{ pages: number }>(`/api/auth-requests/${requestId}/packet/manifest`),
    );
    const file = await papersOf(await CasePatient.of(team, caseId));
    expect(file.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length).toBeGreaterThanOrEqual(pages + 1);
  });

  it('are not there while nothing was sent and nothing denied, nor by a link that gives none', async () => {
    const caseId = await openCase(team, { bodySite: 'neck' });
    const patient = await CasePatient.of(team, caseId);
    expect(codeOf(await patient.papers())).toEqual([409, 'nothing_to_take']);
    const reader = await CasePatient.of(team, caseId, { givesPapers: false });
    expect((await reader.reads()).papers.allowed).toBe(false);
    expect(codeOf(await reader.papers())).toEqual([409, 'papers_not_given']);
  });
});

it('makes no link for longer than a month, nor to another clinic’s case', async () => {
  const caseId = await openCase(team, { bodySite: 'hip' });
  const path = `/api/cases/${caseId}/patient-links`;
  expect((await team.coordinator.post(path, caseLink(newToken(), { days: 31 }))).status).toBe(400);
  expect((await team.physician.post(path, caseLink(newToken()))).status).toBe(403);
});
