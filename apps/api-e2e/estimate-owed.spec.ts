import { Stage, openStage } from './harness';
import { estimate, priceOf } from './self-pay-story';
import { Team, openCase, signInTeam, today } from './story';
import { watched, watchedTasks } from './watch-story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const tasksOf = async (caseId: string) => {
  await watched(stage.db.owner, team.clinic);
  return (await watchedTasks(stage.db.owner, team.clinic, caseId)).map(({ key, state }) => `${key} ${state}`);
};

it('is a task from the draft on in which somebody asked, until the estimate is given', async () => {
  const { coordinator, clinic } = team;
  const caseId = await openCase(team, { bodySite: 'hand', planType: 'none' });
  const asked = { askedOn: today(clinic.timeZone, -1), askedBy: 'patient' };
  const id = await coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, { ...priceOf(), ...asked });
  expect(await tasksOf(caseId)).toEqual(['estimate_due open']);
  const [task] = (await coordinator.case(caseId)).tasks;
  expect(task).toMatchObject({ kind: 'give_estimate', forRole: 'coordinator' });
  await coordinator.move(`/api/self-pay-agreements/${id}/estimates`, estimate(team, 1));
  expect(await tasksOf(caseId)).toEqual(['estimate_due done']);
  // Revised for a day that is set, the change is owed before it.
  const set = { scheduledOn: today(clinic.timeZone), serviceOn: today(clinic.timeZone, 20) };
  await coordinator.move(`/api/self-pay-agreements/${id}/revisions`, { version: 2, ...priceOf(), ...set });
  expect(await tasksOf(caseId)).toEqual(['estimate_due done', 'estimate_due open']);
});

it('is no task where nobody has asked', async () => {
  const caseId = await openCase(team, { bodySite: 'knee', planType: 'none' });
  await team.coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, priceOf());
  expect(await tasksOf(caseId)).toEqual([]);
});
