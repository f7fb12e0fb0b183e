import { makeClinic } from '@stipple/testing';
import { Stage, mustBe, openStage } from './harness';
import { Team, approval, booking, caseWithPayer, signInTeam, today } from './story';
import { manyAsked, watched, watchedTasks } from './watch-story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const round = () => watched(stage.db.owner, team.clinic);
const raisedIn = (caseId: string) => watchedTasks(stage.db.owner, team.clinic, caseId);

const paired = (bodySite: string) => !['face', 'back'].includes(bodySite);

/** An authorization of three units that ends in so many days. */
async function endingIn(
  days: number,
  bodySite: string,
): Promise<{ caseId: string; authorizationId: string }> {
  const place = { bodySite, side: paired(bodySite) ? 'right' : 'midline' };
  const toOn = today(team.clinic.timeZone, days);
  const { caseId, requestId } = await caseWithPayer(team, place, { toOn });
  const proofId = await team.coordinator.attach(caseId, 'payer_notice', 'Approval letter');
  const authorizationId = await team.coordinator.make(
    `/api/auth-requests/${requestId}/approvals`,
    approval(team, proofId, 4, { expiresOn: toOn }),
  );
  return { caseId, authorizationId };
}

it('asks for a renewal in time, says so on the case page, and stops asking once the window is longer', async () => {
  const { caseId, authorizationId } = await endingIn(10, 'hand');
  await round();
  const view = await team.coordinator.case(caseId);
  expect(view.tasks.map(({ kind, state, forRole, dueOn }) => [kind, state, forRole, dueOn])).toEqual([
    ['renew_authorization', 'open', 'coordinator', today(team.clinic.timeZone, 10)],
  ]);
  expect(view.timeline[0]).toMatchObject({ by: 'The system', subject: 'task', move: 'raise' });

  await team.coordinator.move(`/api/authorizations/${authorizationId}/amendments`, {
    version: 1,
    reason: 'The payer has extended it.',
    proofId: await team.coordinator.attach(caseId, 'payer_notice', 'Extension'),
    effectiveOn: today(team.clinic.timeZone),
    expiresOn: today(team.clinic.timeZone, 80),
    lines: [{ procedureCode: '17999', units: 3 }],
  });
  await round();
  expect(await raisedIn(caseId)).toEqual([
    { key: 'authorization_expiring', state: 'done', history: 'raise! finish!' },
  ]);
});

it('touches nothing but tasks', async () => {
  const { caseId } = await endingIn(9, 'face');
  await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 5, 9));
  const { tasks: none, timeline: short, ...before } = await team.coordinator.case(caseId);
  await round();
  const { tasks, timeline, ...after } = await team.coordinator.case(caseId);
  expect([none.length, tasks.length, timeline.length - short.length]).toEqual([0, 1, 1]);
  expect(after).toEqual(before);
});

it('lets a task rest that somebody has marked done, although its cause still stands', async () => {
  const { caseId } = await endingIn(8, 'back');
  await round();
  const [task] = (await team.coordinator.case(caseId)).tasks;
  await team.coordinator.move(`/api/tasks/${task?.id}/completions`, { version: 1 });
  await round();
  expect(await raisedIn(caseId)).toEqual([
    { key: 'authorization_expiring', state: 'done', history: 'raise! finish' },
  ]);
});

it('raises nothing beside the task that a move has raised, and gives it back once that is done and due', async () => {
  const { caseId, requestId } = await caseWithPayer(team, { bodySite: 'neck', side: 'midline' });
  await team.coordinator.move(`/api/auth-requests/${requestId}/information-requests`, {
    version: 4,
    items: ['Photograph'],
    respondByOn: today(team.clinic.timeZone, 5),
  });
  await round();
  expect(await raisedIn(caseId)).toEqual([]);
  // As if the day to answer by had been yesterday, and the task marked done before it.
  await stage.db.owner.query('UPDATE stipple.auth_request SET respond_by_on = $2 WHERE id = $1', [
    requestId,
    today(team.clinic.timeZone, -1),
  ]);
  await round();
  expect(await raisedIn(caseId)).toEqual([{ key: 'answer_overdue', state: 'open', history: 'raise!' }]);
});

it('leaves a closed case alone', async () => {
  const { caseId } = await endingIn(7, 'shoulder');
  const { version } = await team.coordinator.case(caseId);
  mustBe(
    204,
    await team.manager.post(`/api/cases/${caseId}/closures`, { version, reason: 'patient_withdrew' }),
  );
  await round();
  expect(await raisedIn(caseId)).toEqual([]);
});

it('begins a day at the clinic’s midnight: the same day is today in one clinic and over in another', async () => {
  // The two are 26 hours apart, so that their days are never the same.
  const west = await makeClinic(stage.db.owner, 'West', 'Etc/GMT+12');
  const east = await makeClinic(stage.db.owner, 'East', 'Etc/GMT-14');
  const respondByOn = today(west.timeZone);
  for (const clinic of [west, east]) await manyAsked(stage.db.owner, clinic, { count: 1, respondByOn });
  for (const clinic of [west, east]) await watched(stage.db.owner, clinic);
  const keys = async (clinic: typeof west) =>
    (await watchedTasks(stage.db.owner, clinic)).map(({ key }) => key);
  expect(await keys(west)).toEqual(['answer_due']);
  expect(await keys(east)).toEqual(['answer_due', 'answer_overdue']);
});

it('goes on with the others when a case fails, and comes back to it in the next round', async () => {
  const { owner } = stage.db;
  const clinic = await makeClinic(owner, 'With a case that fails');
  await manyAsked(owner, clinic, { count: 3, respondByOn: today(clinic.timeZone, 3) });
  await owner.query(
    `CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF (SELECT case_number % 3 = 1 FROM stipple.treatment_case WHERE id = NEW.case_id) THEN RAISE EXCEPTION 'a mistake of ours'; END IF;
       RETURN NEW; END $$;
     CREATE TRIGGER fails BEFORE INSERT ON stipple.task FOR EACH ROW EXECUTE FUNCTION public.fail()`,
  );
  await watched(owner, clinic);
  await owner.query('DROP TRIGGER fails ON stipple.task');
  expect(await watchedTasks(owner, clinic)).toHaveLength(2);
  await watched(owner, clinic);
  expect(await watchedTasks(owner, clinic)).toHaveLength(3);
});
