import { AppealOutlineView, PeerBriefView, Problem } from '@stipple/contracts';
import { pdfText } from '@stipple/testing';
import { Stage, mustBe, openStage } from './harness';
import { Team, caseWithPayer, deniedCase, denialOf, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip', 'foot', 'shoulder', 'thigh', 'forearm'];
let site = 0;
const somewhere = () => ({ bodySite: sites[site++ % sites.length], duplicateIntended: true });
const open = (
  { caseId, requestId }: { caseId: string; requestId: string },
  kind: string,
  more: object = {},
) => team.coordinator.make(`/api/cases/${caseId}/challenges`, { requestId, kind, ...more });
const outline = async (id: string) =>
  AppealOutlineView.parse(mustBe(200, await team.coordinator.get(`/api/challenges/${id}/outline`)));
const brief = async (id: string) =>
  PeerBriefView.parse(mustBe(200, await team.physician.get(`/api/challenges/${id}/brief`)));
const sentences = ({ missing }: AppealOutlineView) => missing.map(({ sentence }) => sentence).join('\n');

/** Denied for want of a clinical note, by a notice that is on file. */
async function deniedForWantOfANote(more: object = {}) {
  const { coordinator } = team;
  const of = await caseWithPayer(team, somewhere());
  const proofId = await coordinator.attach(of.caseId, 'payer_notice', 'Notice of denial');
  const denial = denialOf(team, {
    kind: 'administrative',
    code: 'CO-252, M127',
    page: '2',
    proofId,
    ...more,
  });
  await coordinator.move(`/api/auth-requests/${of.requestId}/denials`, denial);
  return of;
}

/** The file as it comes, or the refusals that come instead. */
async function exported(id: string) {
  const response = await fetch(`${stage.url}/api/challenges/${id}/packet`, {
    headers: { cookie: team.coordinator.cookie },
  });
  if (response.status === 200) {
    expect(response.headers.get('content-type')).toBe('application/pdf');
    return { text: await pdfText(Buffer.from(await response.arrayBuffer())), refused: [] };
  }
  expect(response.status).toBe(409);
  const problem = Problem.parse(await response.json());
  return { text: '', refused: problem.refusals.map(({ code }) => code) };
}

it('begins with the payer’s own words and their page, each paragraph with what it rests on', async () => {
  const id = await open(await deniedForWantOfANote(), 'reconsideration');
  const { sections, denialClass, text } = await outline(id);
  expect(denialClass).toBe('documentation');
  expect(sections[0]?.paragraphs.at(-1)).toMatchObject({
    text: `Page 2 of the notice says: “${denialOf(team).words}”`,
    sources: expect.arrayContaining([expect.objectContaining({ ref: 'denial:words' })]),
  });
  for (const { paragraphs } of sections)
    for (const { sources } of paragraphs) expect(sources.length).toBeGreaterThan(0);
  expect(text.startsWith('The decision\n')).toBe(true);
});

it('names what is missing until it is in the case, and only then leaves as a file', async () => {
  const { coordinator } = team;
  const of = await deniedForWantOfANote();
  const id = await open(of, 'appeal_1');
  expect(sentences(await outline(id))).toContain('the document that was missing');
  // The clinical note that the remark names, and that it is enclosed.
  expect((await exported(id)).refused).toEqual([
    'appeal_incomplete',
    'appeal_incomplete',
    'appeal_unwritten',
    'representative_form_missing',
  ]);
  await coordinator.attach(of.caseId, 'clinical_note', 'Note of the first visit');
  const { text, missing } = await outline(id);
  expect(text).toContain('Enclosed: Note of the first visit.');
  expect(missing.map(({ code }) => code)).toEqual(['appeal_unwritten', 'representative_form_missing']);
  const representativeFormId = await coordinator.attach(of.caseId, 'representative_form', 'Signed form');
  await coordinator.move(`/api/challenges/${id}/wordings`, { version: 1, body: text, representativeFormId });
  const file = await exported(id);
  expect(file.refused).toEqual([]);
  for (const part of [
    'Appeal, first level',
    'Enclosed: Note of the first visit.',
    'Notice of denial',
    'Signed form',
  ])
    expect(file.text).toContain(part);
});

it('takes what was in the packet already for no answer to what was missing', async () => {
  const { coordinator } = team;
  const of = await caseWithPayer(team, somewhere());
  await stage.db.owner.query(
    `UPDATE stipple.auth_request SET submitted_at = now() + interval '1 minute' WHERE id = $1`,
    [of.requestId],
  );
  await coordinator.attach(of.caseId, 'clinical_note', 'Known to the payer');
  await coordinator.move(
    `/api/auth-requests/${of.requestId}/denials`,
    denialOf(team, { kind: 'administrative', code: '252 M127', page: '1' }),
  );
  const id = await open(of, 'reconsideration');
  expect(sentences(await outline(id))).toContain('the document that was missing');
});

it('does not leave without the physician’s signature where it argues with a judgement', async () => {
  const { physician, clinic } = team;
  const of = await deniedCase(team, somewhere(), { code: '50', page: '3' });
  const id = await open(of, 'reconsideration');
  await physician.move(`/api/challenges/${id}/wordings`, { version: 1, body: 'Motion is lost.' });
  expect((await exported(id)).refused).toContain('challenge_unsigned');
  await physician.move(`/api/challenges/${id}/signatures`, {
    version: 2,
    password: clinic.physician.password,
  });
  expect((await exported(id)).refused).not.toContain('challenge_unsigned');
});

it('lays the payer’s words, the criteria, one ask and what not to say before the physician of a call', async () => {
  const of = await deniedCase(team, somewhere(), { code: 'CO-50', page: '2' });
  const id = await open(of, 'peer_to_peer');
  const page = await brief(id);
  expect(page).toMatchObject({
    denialClass: 'clinical',
    payersWords: { text: `Page 2: “${denialOf(team).words}”` },
    policyKey: null,
    callAt: null,
  });
  expect(page.reason).toContain('CO-50');
  expect(page.ask?.text).toContain('3 units of 17999');
  expect(page.criteria.length).toBeGreaterThan(0);
  expect(page.never.join(' ')).toContain('Do not speak of looks');
  // What is not there is said, and keeps nobody from the call.
  expect(page.missing.map(({ code }) => code)).toEqual(['brief_incomplete']);
});

it('gives a call no letter and a letter no brief', async () => {
  const of = await deniedCase(team, somewhere(), { code: '50' });
  const [call, appeal] = [await open(of, 'peer_to_peer'), await open(of, 'reconsideration')];
  const { physician } = team;
  for (const path of [`${call}/outline`, `${call}/packet`, `${appeal}/brief`])
    expect((await physician.get(`/api/challenges/${path}`)).status).toBe(409);
});

it('writes down who read the record for it', async () => {
  const of = await deniedForWantOfANote();
  await outline(await open(of, 'reconsideration'));
  await brief(await open(of, 'peer_to_peer'));
  const trail = mustBe(200, await team.manager.get<{ action: string }[]>(`/api/audit?caseId=${of.caseId}`));
  const actions = trail.map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(['appeal.outline', 'appeal.brief']));
});
