import { PatientHit, QueuePage } from '@stipple/contracts';
import { makeClinic } from '@stipple/testing';
import { Stage, mustBe, openStage } from './harness';
import { addPatient } from './roster-story';
import { Team, approval, benefitCall, caseWithPayer, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
let caseId: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  const { coordinator, clinic } = team;
  const ids = await addPatient(stage.db.owner, clinic, {
    family: 'van der Berg',
    given: 'Jo%hn',
    recordNumber: 'MRN-00471',
    memberId: 'XZ9911',
  });
  const decoy = await addPatient(stage.db.owner, clinic, {
    family: 'Bergmann',
    given: 'John',
    recordNumber: 'MRN-1',
    memberId: 'AB1',
  });
  await openCase(team, { ...decoy });
  const story = await caseWithPayer(team, ids);
  caseId = story.caseId;
  await coordinator.make(`/api/cases/${caseId}/benefit-calls`, benefitCall({ referenceNumber: 'REF-555' }));
  await coordinator.move(`/api/auth-requests/${story.requestId}/pends`, {
    version: 4,
    words: 'In review',
    payerReference: 'NT-8812',
  });
  const proofId = await coordinator.attach(caseId, 'payer_notice');
  await coordinator.make(
    `/api/auth-requests/${story.requestId}/approvals`,
    approval(team, proofId, 5, { number: 'AUTH-77-X' }),
  );
});
afterAll(() => stage.close());

const search = async (text: string, query = '') => {
  const answer = await team.coordinator.get(`/api/cases?${query}`, {
    'stipple-search': encodeURIComponent(text),
  });
  return QueuePage.parse(mustBe(200, answer)).rows;
};

it.each([
  ['its number', '2', 'case number'],
  ['its number with #', '#2', 'case number'],
  ['the record number', 'mrn-0047', 'record number'],
  ['the member id', 'xz99', 'member id'],
  ['the authorization', 'auth-77', 'authorization AUTH-77-X'],
  ['the payer’s reference', 'NT-88', 'payer reference NT-8812'],
  ['the submission’s reference', 'PORTAL-77', 'submission PORTAL-77'],
  ['the call’s reference', 'ref-555', 'call reference REF-555'],
  ['the family name', 'van der', 'patient'],
  ['family and given name', 'van der Berg, Jo', 'patient'],
  ['given and family name', 'jo%hn van', 'patient'],
])('finds a case by %s', async (_, text, foundBy) =>
  expect(await search(text)).toMatchObject([{ id: caseId, foundBy }]),
);

it('takes what is typed for text, never for a pattern', async () => {
  expect(await search('%')).toEqual([]);
  expect(await search('mrn_0')).toEqual([]);
  expect(await search("'; DROP TABLE stipple.patient --")).toEqual([]);
  expect(await search('o%h')).toHaveLength(1);
});

it('searches beginnings only with one or two letters, and inside a name with three', async () => {
  expect((await search('be')).map((row) => row.patientName)).toEqual(['Bergmann, John']);
  expect(await search('ber')).toHaveLength(2);
});

it('finds a closed case too, unless asked for open ones', async () => {
  const { coordinator } = team;
  const closed = await openCase(team, { bodySite: 'foot' });
  await coordinator.move(`/api/cases/${closed}/closures`, { version: 1, reason: 'no_coverage' });
  expect((await search('testpatient')).map((row) => row.id)).toEqual([closed]);
  expect(await search('testpatient', 'closed=no')).toEqual([]);
});

it('keeps the search text out of the address, and refuses it there', async () => {
  expect((await team.coordinator.get('/api/cases?q=berg')).status).toBe(400);
  expect((await team.coordinator.get('/api/patients?q=berg')).body).toHaveLength(3);
});

it('reads a header that is no proper encoding as it stands, and refuses an endless one', async () => {
  const found = await team.coordinator.get<QueuePage>('/api/cases', { 'stipple-search': '%E0%A4%A' });
  expect([found.status, found.body.rows]).toEqual([200, []]);
  const long = await team.coordinator.get('/api/cases', { 'stipple-search': 'a'.repeat(81) });
  expect(long.status).toBe(400);
});

it('finds patients of the roster by name and record number', async () => {
  const hits = async (text: string) => {
    const answer = await team.physician.get('/api/patients', { 'stipple-search': encodeURIComponent(text) });
    return PatientHit.array()
      .parse(mustBe(200, answer))
      .map((hit) => hit.recordNumber);
  };
  expect(await hits('MRN-004')).toEqual(['MRN-00471']);
  expect(await hits('berg')).toEqual(['MRN-1', 'MRN-00471']);
  expect(await hits('nobody')).toEqual([]);
});

it('never finds what belongs to another clinic', async () => {
  const other = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  for (const text of ['2', 'mrn-0047', 'xz99', 'auth-77', 'NT-88', 'PORTAL-77', 'ref-555', 'van der']) {
    const answer = await other.coordinator.get<QueuePage>('/api/cases', {
      'stipple-search': encodeURIComponent(text),
    });
    expect([text, answer.body.rows]).toEqual([text, []]);
  }
});
