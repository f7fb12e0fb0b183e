import type { ClockView } from '@stipple/contracts';
import { Stage, mustBe, openStage } from './harness';
import { sentEarlier } from './sent-story';
import { Team, caseWithPayer, signInTeam, today } from './story';
import { watched, watchedTasks } from './watch-story';

/* A payer writes that it takes longer. What that does to its clock is the rules' word, plan by plan. */
let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const day = (days: number) => today(team.clinic.timeZone, days);
const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle', 'hip', 'foot', 'shoulder', 'thigh', 'forearm'];
let site = 0;

/** A request that the payer has had for so many days, with its notice in the case. */
async function waitingFor(days: number, planType: string, request: object = {}) {
  const of = { planType, bodySite: sites[site++ % sites.length], duplicateIntended: true };
  const made = await caseWithPayer(team, of, request);
  await sentEarlier(stage.db.owner, made.requestId, days);
  const proofId = await team.coordinator.attach(made.caseId, 'payer_notice', 'Notice of extension');
  const path = `/api/cases/${made.caseId}/extension-notices`;
  const words = 'We need more time to review this request.';
  const notice = (datedOn: string, more: object = {}) => ({
    version: 1,
    requestId: made.requestId,
    datedOn,
    because: 'more_time',
    words,
    proofId,
    ...more,
  });
  return { ...made, path, notice };
}
const decisionOf = async (caseId: string): Promise<ClockView | undefined> =>
  (await team.coordinator.case(caseId)).clocks.find(({ clock }) => clock.startsWith('decision'));

it.each([
  ['commercial_insured', 15, 'C11'],
  ['commercial_self_funded', 15, 'C11'],
  ['medicare_advantage', 14, 'C1'],
  ['medicaid_managed_care', 14, 'C1'],
])(
  '%s: told in time, the last day is %i days later, by the rule that lets it',
  async (planType, days, rule) => {
    const { caseId, path, notice } = await waitingFor(5, planType);
    const before = (await decisionOf(caseId))?.dueOn ?? '';
    await team.coordinator.move(path, notice(day(-1)));
    const after = await decisionOf(caseId);
    expect(after).toMatchObject({
      kind: 'due',
      dueOn: Temporal.PlainDate.from(before).add({ days }).toString(),
      rule: { key: expect.stringMatching(new RegExp(`^${rule}`)) },
      steps: expect.arrayContaining([
        expect.stringMatching(new RegExp(`^\\+ ${days} calendar days of extension`)),
      ]),
    });
    const { timeline } = await team.coordinator.case(caseId);
    expect(timeline[0]).toMatchObject({
      words: 'Payer extended its time to decide',
      by: 'Billie Coordinator',
      data: { datedOn: day(-1), because: 'more_time' },
    });
  },
);

it('waits for information: stands still from the date of the notice, and runs on from the answer with what was left', async () => {
  const { caseId, requestId, path, notice } = await waitingFor(12, 'commercial_insured');
  const missing = notice(day(-2), { because: 'missing_information' });
  expect(await team.coordinator.refused(path, missing)).toEqual(['question_not_recorded']);
  await team.coordinator.move(`/api/auth-requests/${requestId}/information-requests`, {
    version: 4,
    items: ['Range of motion'],
    askedOn: day(-1),
    respondByOn: day(10),
  });
  await team.coordinator.move(path, missing);
  // Thirty days with the extension; told after ten of them.
  expect(await decisionOf(caseId)).toMatchObject({
    kind: 'paused',
    dueOn: null,
    sentence: expect.stringMatching(/^Decision, standard request: Paused since .*, 20 days left\./),
    rule: { key: expect.stringMatching(/^C11/) },
  });
  await team.coordinator.move(`/api/auth-requests/${requestId}/information-answers`, {
    version: 5,
    sentAt: new Date().toISOString(),
    reference: 'FAX-2',
  });
  expect(await decisionOf(caseId)).toMatchObject({ kind: 'due', dueOn: day(20) });
});

it('a question stops an employer plan’s clock from the date that the payer put on it', async () => {
  const { caseId, requestId } = await waitingFor(8, 'commercial_self_funded');
  const question = { version: 4, items: ['Photographs'], respondByOn: day(10) };
  const path = `/api/auth-requests/${requestId}/information-requests`;
  expect(await team.coordinator.refused(path, { ...question, askedOn: day(1) })).toEqual(['in_the_future']);
  expect(await team.coordinator.refused(path, { ...question, askedOn: day(-9) })).toEqual([
    'before_submission',
  ]);
  await team.coordinator.move(path, { ...question, askedOn: day(-3) });
  expect(await decisionOf(caseId)).toMatchObject({
    kind: 'paused',
    sentence: expect.stringMatching(/25 days left/),
  });
});

it('an urgent claim cannot be extended: the notice is kept, moves nothing, and the computation says so', async () => {
  const urgent = { urgency: 'expedited', urgencyReason: 'The hand stiffens by the day.' };
  const { caseId, path, notice } = await waitingFor(1, 'commercial_insured', urgent);
  const before = await decisionOf(caseId);
  await team.coordinator.move(path, notice(day(-1)));
  expect(await decisionOf(caseId)).toMatchObject({
    dueAt: before?.dueAt,
    steps: expect.arrayContaining([expect.stringMatching(/does not count: this rule lets nobody extend it/)]),
  });
});

it('told after the last day it does not count, and whoever watches still has the decision chased', async () => {
  const { caseId, path, notice } = await waitingFor(17, 'commercial_insured');
  await team.coordinator.move(path, notice(day(-1)));
  expect(await decisionOf(caseId)).toMatchObject({
    dueOn: day(-2),
    pressure: 'overdue',
    steps: expect.arrayContaining([
      expect.stringMatching(/does not count: it has to be told before the last day/),
    ]),
  });
  await watched(stage.db.owner, team.clinic);
  expect(await watchedTasks(stage.db.owner, team.clinic, caseId)).toEqual([
    { key: 'decision_overdue', state: 'open', history: 'raise!' },
  ]);
});

it('told in time it keeps the decision from being chased, and the payer from the list of late ones', async () => {
  const { caseId, path, notice } = await waitingFor(17, 'commercial_self_funded');
  await team.coordinator.move(path, notice(day(-5)));
  await watched(stage.db.owner, team.clinic);
  expect(await watchedTasks(stage.db.owner, team.clinic, caseId)).toEqual([]);
  const { rows } = mustBe(
    200,
    await team.manager.get<{ rows: { caseId: string }[] }>('/api/reports/clock-breaches'),
  );
  expect(rows.map((row) => row.caseId)).not.toContain(caseId);
});

it('a correction is a new notice, and the newer one stands', async () => {
  const { caseId, path, notice } = await waitingFor(17, 'commercial_insured');
  await team.coordinator.move(path, notice(day(-1)));
  await team.coordinator.move(path, notice(day(-4), { version: 2, words: 'Misread: the letter is older.' }));
  expect(await decisionOf(caseId)).toMatchObject({ dueOn: day(13) });
  const { rows } = await stage.db.owner.query(
    'SELECT dated_on::text, because FROM stipple.extension_notice WHERE case_id = $1 ORDER BY id',
    [caseId],
  );
  expect(rows.map(({ dated_on: on }) => on)).toEqual([day(-1), day(-4)]);
});

it('takes none from tomorrow, from before the sending, without its letter, or once nothing is with the payer', async () => {
  const { caseId, requestId, path, notice } = await waitingFor(3, 'commercial_insured');
  const refused = (body: object) => team.coordinator.refused(path, body);
  expect(await refused(notice(day(1)))).toEqual(['in_the_future']);
  expect(await refused(notice(day(-4)))).toEqual(['before_submission']);
  const photo = await team.coordinator.attach(caseId, 'photo');
  expect(await refused(notice(day(0), { proofId: photo }))).toEqual(['proof_unknown']);
  const bare = await team.coordinator.post(path, { ...notice(day(0)), words: ' ' });
  expect([bare.status, bare.problem.refusals[0]?.field]).toEqual([400, 'words']);
  await team.coordinator.move(`/api/auth-requests/${requestId}/withdrawals`, { version: 4, reason: 'Moved' });
  expect(await refused(notice(day(0)))).toEqual(['not_with_payer']);
});

it('is written once: not even the application changes or removes it', async () => {
  const { rows } = await stage.db.owner.query<{ privilege: string }>(
    `SELECT DISTINCT privilege_type AS privilege FROM information_schema.column_privileges
      WHERE table_name = 'extension_notice' AND grantee = 'stipple_app' ORDER BY 1`,
  );
  expect(rows.map(({ privilege }) => privilege)).toEqual(['INSERT', 'SELECT']);
});
