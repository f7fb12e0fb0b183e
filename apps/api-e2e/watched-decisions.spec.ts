import { clockTableAsOf } from '@stipple/domain';
import { makeClinic } from '@stipple/testing';
import { Stage, openStage } from './harness';
import { walkQueue } from './queue-story';
import { signedAgreement } from './self-pay-story';
import { Team, deniedCase, markReady, requestFor, signInTeam, today } from './story';
import { manySent, watched, watchedTasks } from './watch-story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const day = (days = 0) => today(team.clinic.timeZone, days);
const round = () => watched(stage.db.owner, team.clinic);
const raisedIn = async (caseId: string) =>
  (await watchedTasks(stage.db.owner, team.clinic, caseId)).map(
    ({ key, state, history }) => `${key} ${state} ${history}`,
  );
const rowOf = async (caseId: string) =>
  (await walkQueue(team.coordinator, '')).find(({ id }) => id === caseId);

const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip'];
let site = 0;
const denied = () => deniedCase(team, { bodySite: sites[site++ % sites.length], duplicateIntended: true });
type Denied = Awaited<ReturnType<typeof denied>>;

async function watchedDenial(): Promise<Denied> {
  const made = await denied();
  await round();
  expect(await raisedIn(made.caseId)).toEqual(['filing_due open raise!']);
  return made;
}

it('watches the last day to appeal as soon as the denial stands, and the queue says it', async () => {
  const { caseId } = await watchedDenial();
  // An insured employer plan: 180 days from the notice.
  const { tasks, timeline } = await team.coordinator.case(caseId);
  const [task] = tasks;
  expect(task).toMatchObject({ kind: 'file_appeal', forRole: 'coordinator', dueOn: day(180) });
  // Who asks why the task came finds the rule, and of which day the table of rules was.
  expect(timeline[0]).toMatchObject({
    by: 'The system',
    data: { rule: 'C16', source: expect.stringContaining('CFR'), rulesAsOf: clockTableAsOf },
  });
  expect(await rowOf(caseId)).toMatchObject({ dueOn: day(180), dueFor: 'deadline' });
  await stage.db.owner.query('UPDATE stipple.treatment_case SET next_touch_on = $2 WHERE id = $1', [
    caseId,
    day(190),
  ]);
  expect((await rowOf(caseId))?.why).toMatch(/^Appeal can be filed by .*: in 180 days$/);
});

/** The ways out of a denial, each with what it leaves of the day to appeal by. */
const ways: Readonly<Record<string, (denied: Denied) => Promise<void>>> = {
  'the appeal is sent': async ({ caseId, requestId }) => {
    const { coordinator, physician, clinic } = team;
    const appeal = { requestId, kind: 'appeal_1', appealsAs: 'own_right' };
    const id = await coordinator.make(`/api/cases/${caseId}/challenges`, appeal);
    const body = 'The guidelines are met: motion is lost.';
    await physician.move(`/api/challenges/${id}/wordings`, { version: 1, body });
    const { password } = clinic.physician;
    await physician.move(`/api/challenges/${id}/signatures`, { version: 2, password });
    await round();
    expect(await raisedIn(caseId)).toEqual(['filing_due open raise!']);
    const sending = { version: 3, channel: 'fax', sentAt: new Date().toISOString(), reference: 'FAX-9' };
    await coordinator.move(`/api/challenges/${id}/sendings`, sending);
  },
  'the patient signs for self-pay': async ({ caseId }) => void (await signedAgreement(team, caseId)),
  'a new request is sent': async ({ caseId }) => {
    const id = await team.coordinator.make(`/api/cases/${caseId}/auth-requests`, requestFor(team));
    await markReady(team, caseId, id);
    await round();
    expect(await raisedIn(caseId)).toEqual(['filing_due open raise!']);
    const submittedAt = new Date().toISOString();
    const sent = { version: 2, channel: 'portal', submittedAt, reference: 'PORTAL-78' };
    await team.coordinator.move(`/api/auth-requests/${id}/submissions`, sent);
  },
};

it.each(Object.keys(ways))('watches it no longer once %s', async (way) => {
  const made = await watchedDenial();
  await ways[way]?.(made);
  await round();
  expect(await raisedIn(made.caseId)).toEqual(['filing_due done raise! finish!']);
});

it('says so once when the day has passed unused, to the manager as well', async () => {
  const { caseId, requestId } = await watchedDenial();
  // As if a manager had set a shorter end, and it were over.
  await stage.db.owner.query(
    `INSERT INTO stipple.clock_override (clinic_id, case_id, request_id, clock, due_on, reason, computed, staff_id)
     VALUES ($1, $2, $3, 'appeal_1_filing', $4, 'The plan’s own letter says so.', 'In 180 days.', $5)`,
    [team.clinic.id, caseId, requestId, day(-1), team.clinic.manager.id],
  );
  await round();
  const told = async () => (await raisedIn(caseId)).slice(1);
  expect(await raisedIn(caseId)).toEqual([
    'filing_due done raise! finish!',
    'filing_missed open raise!',
    'filing_excusable open raise!',
  ]);
  const open = (await team.coordinator.case(caseId)).tasks.filter(({ state }) => state === 'open');
  expect(open.map(({ forRole }) => forRole).sort()).toEqual(['coordinator', 'manager']);
  for (const { id } of open) await team.manager.move(`/api/tasks/${id}/completions`, { version: 1 });
  await round();
  expect(await told()).toEqual(['filing_missed done raise! finish', 'filing_excusable done raise! finish']);
});

it('asks after what was sent and not acknowledged, and stops once the receipt is recorded', async () => {
  const { owner } = stage.db;
  const there = await signInTeam(stage, await makeClinic(owner, 'Where one waits'));
  await manySent(owner, there.clinic, { count: 1, daysAgo: 20 });
  await watched(owner, there.clinic);
  const tasks = async () =>
    (await watchedTasks(owner, there.clinic)).map(({ key, state }) => `${key} ${state}`);
  // Sent by mail. The fifteen days of an insured employer's plan have passed as well, if it had arrived that day.
  expect(await tasks()).toEqual(['receipt_unknown open', 'decision_overdue open']);
  const [row] = await walkQueue(there.coordinator, 'closed=no');
  const { requests } = await there.coordinator.case(row?.id ?? '');
  await there.coordinator.move(`/api/auth-requests/${requests[0]?.id}/receipts`, {
    version: 3,
    payerReceivedAt: new Date().toISOString(),
  });
  await watched(owner, there.clinic);
  expect(await tasks()).toEqual(['receipt_unknown done', 'decision_overdue done']);
});

it('raises each once, also when two processes go ten rounds at the same moment', async () => {
  await stage.another();
  const { owner } = stage.db;
  const clinic = await makeClinic(owner, 'Elsewhere');
  await manySent(owner, clinic, { count: 40, daysAgo: 20 });
  await owner.query(
    `SELECT graphile_worker.add_job('watching-round', json_build_object('clinicId', $1::text, 'since', clock_timestamp())) FROM generate_series(1, 10)`,
    [clinic.id],
  );
  await watched(owner, clinic);
  const tasks = await watchedTasks(owner, clinic);
  expect([tasks.length, tasks.every(({ history }) => history === 'raise!')]).toEqual([80, true]);
});
