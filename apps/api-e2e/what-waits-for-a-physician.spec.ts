import { WaitingList } from '@stipple/contracts';
import { Browser, Stage, mustBe, openStage } from './harness';
import { addStaff } from './staff-story';
import {
  Team,
  approval,
  at,
  caseWithPayer,
  deniedCase,
  letterText,
  openCase,
  screeningProposal,
  signInTeam,
  today,
} from './story';

let stage: Stage;
let team: Team;
let other: Browser;
let otherId: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  const person = await addStaff(stage, 'physician');
  [other, otherId] = [await stage.as(person), person.id];
});
afterAll(() => stage.close());

const list = async (who: Browser, mine: 'yes' | 'no' = 'yes') =>
  WaitingList.parse(mustBe(200, await who.get(`/api/waiting?mine=${mine}`)));
const kinds = async (who: Browser, mine?: 'yes' | 'no') =>
  (await list(who, mine)).items.map(({ kind }) => kind);

it('is nothing in an empty clinic', async () => {
  expect(await list(team.physician)).toEqual({ items: [], mine: 0, everybodys: 0 });
});

it('is what the own patients need; everybody’s is one switch away', async () => {
  const { coordinator, physician } = team;
  const mine = await openCase(team, { bodySite: 'hand' });
  await coordinator.make(`/api/cases/${mine}/screenings`, screeningProposal);
  const theirs = await openCase(team, { bodySite: 'foot', physicianId: otherId });
  const letter = await coordinator.make(`/api/cases/${theirs}/letters`, letterText);
  await coordinator.move(`/api/letters/${letter}/signature-requests`, { version: 1 });
  expect(await list(physician)).toMatchObject({ items: [{ kind: 'screening' }], mine: 1, everybodys: 2 });
  expect(await list(other)).toMatchObject({ items: [{ kind: 'letter' }], mine: 1, everybodys: 2 });
  expect((await kinds(physician, 'no')).sort()).toEqual(['letter', 'screening']);
});

it('says of each case what its page says (P2: list and detail are the same row)', async () => {
  for (const item of (await list(team.physician, 'no')).items) {
    const { stage: at, actsNext, nextStep, dueOn } = await team.physician.case(item.caseId);
    expect(item).toMatchObject({ stage: at, actsNext, nextStep, dueOn });
  }
});

it('brings the payer’s own words where a payer has spoken (P7)', async () => {
  const { coordinator, physician } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'knee' });
  const words = 'Please call our medical director.';
  await coordinator.move(`/api/auth-requests/${requestId}/call-referrals`, { version: 4, words });
  const call = (await list(physician)).items.find((item) => item.caseId === caseId);
  expect(call).toMatchObject({ kind: 'peer_to_peer', payerWords: words });
  const proofId = await coordinator.attach(caseId, 'payer_notice');
  const partly = approval(team, proofId, 5, { lines: [{ procedureCode: '17999', units: 2 }] });
  await coordinator.make(`/api/auth-requests/${requestId}/partial-approvals`, partly);
  const assent = (await list(physician)).items.find((item) => item.caseId === caseId);
  expect(assent).toMatchObject({ kind: 'acknowledgement', what: 'Partly approved: AUTH-1' });
  // The coordinator is waited for too, whoever treats the patient.
  expect(await kinds(coordinator)).toEqual(['acknowledgement']);
});

it('asks for evidence until some has come in', async () => {
  const { coordinator, physician, clinic } = team;
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'elbow' });
  const items = ['Photographs', 'Range of motion'];
  const respondByOn = today(clinic.timeZone, 9);
  await coordinator.move(`/api/auth-requests/${requestId}/information-requests`, {
    version: 4,
    items,
    respondByOn,
  });
  const asked = (await list(physician)).items.find((item) => item.caseId === caseId);
  expect(asked).toMatchObject({
    kind: 'evidence',
    payerWords: 'Photographs; Range of motion',
    dueOn: respondByOn,
  });
  await physician.attach(caseId, 'range_of_motion');
  expect((await list(physician)).items.some((item) => item.caseId === caseId)).toBe(false);
});

it('waits with an appeal to sign, and with a call whose time is agreed, beside the words of the denial', async () => {
  const { coordinator, physician, clinic } = team;
  const { caseId, requestId } = await deniedCase(
    team,
    { bodySite: 'ankle' },
    { words: 'Not proven for scars.' },
  );
  const mine = async () => (await list(physician)).items.filter((item) => item.caseId === caseId);
  const appeal = await coordinator.make(`/api/cases/${caseId}/challenges`, { requestId, kind: 'appeal_1' });
  expect(await mine()).toEqual([]);
  await coordinator.move(`/api/challenges/${appeal}/wordings`, { version: 1, body: 'It is proven.' });
  expect(await mine()).toMatchObject([
    { kind: 'challenge', subjectId: appeal, version: 2, what: 'Appeal', payerWords: 'Not proven for scars.' },
  ]);
  expect(await coordinator.case(caseId)).toMatchObject({
    actsNext: 'physician',
    nextStep: 'Sign the appeal',
  });
  await physician.move(`/api/challenges/${appeal}/signatures`, {
    version: 2,
    password: clinic.physician.password,
  });
  const call = await coordinator.make(`/api/cases/${caseId}/challenges`, { requestId, kind: 'peer_to_peer' });
  await coordinator.move(`/api/challenges/${call}/wordings`, { version: 1, body: 'Ask for the criterion.' });
  expect(await mine()).toEqual([]);
  const callAt = at(clinic.timeZone, 2, 9);
  const sentAt = new Date().toISOString();
  const asking = { version: 2, channel: 'phone', sentAt, reference: 'P2P-1', offeredSlots: [callAt] };
  await coordinator.move(`/api/challenges/${call}/sendings`, asking);
  const receivedOn = today(clinic.timeZone);
  await coordinator.move(`/api/challenges/${call}/receipts`, {
    version: 3,
    payerReceivedOn: receivedOn,
    callAt,
  });
  expect(await mine()).toMatchObject([
    {
      kind: 'peer_to_peer',
      what: expect.stringMatching(/^Call with the payer’s reviewer, \w+ \d+ at 9:00 AM$/),
    },
  ]);
});
