import { EvidenceView, WaitingList } from '@stipple/contracts';
import { Browser, Stage, mustBe, openStage } from './harness';
import { addStaff } from './staff-story';
import { Team, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
let other: Browser;
let caseId: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  other = await stage.as(await addStaff(stage, 'physician'));
});
beforeEach(async () => void (caseId = await openCase(team, { duplicateIntended: true })));
afterAll(() => stage.close());

const harm = [0, 1, 0, 0, 0, 0, 0, 0, 1];
const answered = (items: readonly number[], by: Browser = team.coordinator, more: object = {}) =>
  by.post<{ id: string }>(`/api/cases/${caseId}/evidence/scales`, {
    onDay: today(stage.clinic.timeZone),
    ratedBy: 'The patient',
    scale: 'phq9',
    items,
    ...more,
  });
const waiting = async (who: Browser, mine = 'yes') =>
  WaitingList.parse(mustBe(200, await who.get(`/api/waiting?mine=${mine}`))).items.filter(
    (item) => item.caseId === caseId,
  );
const evidence = async () =>
  EvidenceView.parse(mustBe(200, await team.physician.get(`/api/cases/${caseId}/evidence`)));
const alertOf = async (who: Browser) =>
  (await who.case(caseId)).tasks.find(({ kind }) => kind === 'clinical_alert');

it('is in the treating physician’s “Needs me” at once, and on the case', async () => {
  expect((await answered(harm)).status).toBe(201);
  const [item] = await waiting(team.physician);
  expect(item).toMatchObject({ kind: 'clinical_alert', caseId });
  expect(await waiting(other)).toEqual([]);
  expect(await waiting(other, 'no')).toMatchObject([{ kind: 'clinical_alert' }]);
  expect(await waiting(team.coordinator, 'no')).toEqual([]);
  const alert = await alertOf(team.physician);
  expect(alert).toMatchObject({ forRole: 'physician', state: 'open', dueOn: today(stage.clinic.timeZone) });
  const view = await evidence();
  expect(view.alerts).toEqual([{ id: alert?.id, version: 1 }]);
  expect(view.records).toMatchObject([{ kind: 'scale', scale: 'phq9', total: 2, alertId: alert?.id }]);
});

it('says nothing of the answer to whoever reads tasks', async () => {
  await answered(harm);
  for (const who of [team.coordinator, team.manager]) {
    const { tasks, timeline } = await who.case(caseId);
    const told = JSON.stringify([tasks, timeline.filter(({ subject }) => subject === 'task')]);
    expect(told).toContain('Clinical alert');
    expect(told).not.toMatch(/harm|death|PHQ|suicid|depress|answer/i);
  }
});

it.each([
  ['a ninth answer of zero, however low the others', [3, 3, 3, 3, 3, 3, 3, 3, 0], 201, 0],
  ['a ninth answer of three alone', [0, 0, 0, 0, 0, 0, 0, 0, 3], 201, 1],
  ['answers outside the scale', [0, 0, 0, 0, 0, 0, 0, 0, 4], 409, 0],
])('%s', async (_, items, status, alerts) => {
  expect((await answered(items)).status).toBe(status);
  expect((await evidence()).alerts).toHaveLength(alerts);
});

it('is sent once when the same request comes twice', async () => {
  const body = { onDay: today(stage.clinic.timeZone), ratedBy: 'The patient', scale: 'phq9', items: harm };
  const key = '6f0c6bd2-8c7c-4a8e-9c53-0a4f6f5c9a01';
  const path = `/api/cases/${caseId}/evidence/scales`;
  const [one, two] = [
    await team.coordinator.post(path, body, key),
    await team.coordinator.post(path, body, key),
  ];
  expect(two.body).toEqual(one.body);
  expect((await evidence()).alerts).toHaveLength(1);
});

it('stays until a physician has seen to it: no correction, no other role and no closing of the case ends it', async () => {
  const { id } = mustBe(201, await answered(harm));
  const alert = await alertOf(team.physician);
  const corrected = await answered([0, 0, 0, 0, 0, 0, 0, 0, 0], team.coordinator, {
    replacesId: id,
    reason: 'Ticked one row too low',
  });
  expect(corrected.status).toBe(201);
  expect(await waiting(team.physician)).toHaveLength(1);
  const done = `/api/tasks/${alert?.id}/completions`;
  for (const who of [team.coordinator, team.manager])
    expect(await who.refused(done, { version: 1 })).toEqual(['physicians_own']);
  const close = { version: 1, reason: 'transferred' };
  expect(await team.coordinator.refused(`/api/cases/${caseId}/closures`, close)).toEqual(['alert_open']);
  await team.physician.move(done, { version: 1 });
  expect(await waiting(team.physician)).toEqual([]);
  await team.coordinator.move(`/api/cases/${caseId}/closures`, close);
});

it('never stands in the case’s line of standing, which every list shows', async () => {
  const before = await team.coordinator.case(caseId);
  await answered(harm);
  const { stage: at, actsNext, nextStep } = await team.coordinator.case(caseId);
  expect({ at, actsNext, nextStep }).toEqual({
    at: before.stage,
    actsNext: before.actsNext,
    nextStep: before.nextStep,
  });
});
