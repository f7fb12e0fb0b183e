import { SearchHits } from '@stipple/contracts';
import { makeClinic } from '@stipple/testing';
import { Browser, Stage, mustBe, openStage } from './harness';
import { addPatient } from './roster-story';
import { Team, approval, caseWithPayer, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
let caseId: string;
let twin: { patientId: string; coverageId: string };
let twinCases: readonly string[];
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  const { coordinator, clinic } = team;
  const add = (family: string, recordNumber: string, memberId: string) =>
    addPatient(stage.db.owner, clinic, { family, given: 'Ada', recordNumber, memberId });
  const one = await add('Searchable', 'MRN-7', 'XZ-1');
  twin = await add('Twinning', 'MRN-70', 'XZ-2');
  await add('Caseless', 'MRN-701', 'XZ-3');
  const story = await caseWithPayer(team, one);
  caseId = story.caseId;
  const proofId = await coordinator.attach(caseId, 'payer_notice');
  await coordinator.make(
    `/api/auth-requests/${story.requestId}/approvals`,
    approval(team, proofId, 4, { number: 'AUTH-9' }),
  );
  twinCases = [
    await openCase(team, { ...twin, bodySite: 'hand' }),
    await openCase(team, { ...twin, bodySite: 'neck', side: 'midline' }),
  ];
});
afterAll(() => stage.close());

const asked = async (browser: Browser, text: string, query = '') =>
  SearchHits.parse(
    mustBe(200, await browser.get(`/api/search${query}`, { 'stipple-search': encodeURIComponent(text) })),
  );

it('finds the case, and says by what, in one answer', async () => {
  const { cases, patients } = await asked(team.coordinator, 'auth-9');
  expect(cases).toMatchObject([
    { id: caseId, foundBy: 'authorization AUTH-9', patientName: 'Searchable, Ada' },
  ]);
  expect(patients).toEqual([]);
});

it('finds patients, also those without a case, by name, record number and member id', async () => {
  for (const text of ['Caseless', 'caseless, ada', 'mrn-701', 'xz-3']) {
    const { cases, patients } = await asked(team.coordinator, text);
    expect([text, cases, patients]).toMatchObject([
      text,
      [],
      [{ name: 'Caseless, Ada', cases: 0, onlyCaseId: null }],
    ]);
  }
  const { patients } = await asked(team.physician, 'searchable');
  expect(patients).toMatchObject([{ cases: 1, onlyCaseId: caseId, foundBy: 'name' }]);
});

it('lists what is exactly what was typed before everything that begins with it', async () => {
  const { cases } = await asked(team.coordinator, 'mrn-7');
  expect(cases.map((hit) => hit.recordNumber)).toEqual(['MRN-7', 'MRN-70', 'MRN-70']);
});

it('tells no patient to whoever may not read the roster', async () => {
  const { cases, patients } = await asked(team.manager, 'twinning');
  expect(cases).toHaveLength(2);
  expect(patients).toEqual([]);
});

it('names the cases of one patient, and cases seen before in the order given', async () => {
  const ofTwin = await asked(team.coordinator, '', `?patientId=${twin.patientId}`);
  expect(ofTwin.cases.map((hit) => hit.id).sort()).toEqual([...twinCases].sort());
  const seen = await asked(team.coordinator, '', `?cases=${twinCases[1]},${caseId}`);
  expect(seen.cases.map((hit) => [hit.id, hit.foundBy])).toEqual([
    [twinCases[1], null],
    [caseId, null],
  ]);
  expect(await asked(team.coordinator, '')).toEqual({ cases: [], patients: [] });
});

it('shows at most eight cases and five patients', async () => {
  const { clinic } = team;
  for (let index = 0; index < 9; index++) {
    const ids = { family: 'Crowd', given: `N${index}`, recordNumber: `C-${index}`, memberId: `C-${index}` };
    await openCase(team, await addPatient(stage.db.owner, clinic, ids));
  }
  const { cases, patients } = await asked(team.coordinator, 'crowd');
  expect([cases.length, patients.length]).toEqual([8, 5]);
});

it('knows nothing of another clinic, neither by text nor by id', async () => {
  const other = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  const nothing = { cases: [], patients: [] };
  for (const text of ['auth-9', 'searchable', 'mrn-7', 'xz-1'])
    expect([text, await asked(other.coordinator, text)]).toEqual([text, nothing]);
  expect(await asked(other.coordinator, '', `?cases=${caseId}`)).toEqual(nothing);
  expect(await asked(other.coordinator, '', `?patientId=${twin.patientId}`)).toEqual(nothing);
});

it.each(['?cases=1', '?q=name', '?patientId=x', `?cases=${'a,'.repeat(20)}`])(
  '%s is a question that nobody can answer',
  async (query) => expect((await team.coordinator.get(`/api/search${query}`)).status).toBe(400),
);
