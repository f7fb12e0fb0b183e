import { QueueCounts } from '@stipple/contracts';
import { type Browser, type Stage, mustBe, openStage } from './harness';
import { makeStaff } from './staff-story';
import { recordedEarlier, rowsFor, workloadFor } from './standing-story';
import { type Team, benefitCall, caseWithPayer, denialOf, openCase, signInTeam, today } from './story';

/** Four cases of one coordinator, one of another, and one that nobody owns. */
let stage: Stage;
let team: Team;
let other: Browser;
let otherId: string;
const cases: Record<string, string> = {};

/** As if the case had been due so many days ago. */
const dueBefore = (caseId: string | undefined, days: number) =>
  stage.db.owner.query(`UPDATE stipple.treatment_case SET due_on = $2, due_for = 'touch' WHERE id = $1`, [
    caseId,
    today(team.clinic.timeZone, -days),
  ]);

beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  other = await makeStaff(stage, 'coordinator');
  const { rows } = await stage.db.owner.query<{ id: string }>(
    `SELECT id FROM stipple.staff WHERE name = 'Another coordinator'`,
  );
  otherId = rows[0]?.id ?? '';
  const { requestId, caseId } = await caseWithPayer(team, { bodySite: 'hand' });
  cases['denied'] = caseId;
  await team.coordinator.move(`/api/auth-requests/${requestId}/denials`, denialOf(team));
  for (const bodySite of ['wrist', 'elbow', 'knee']) cases[bodySite] = await openCase(team, { bodySite });
  for (const bodySite of ['foot', 'ankle']) {
    const id = await openCase(team, { bodySite });
    cases[bodySite] = id;
    const { version } = await team.coordinator.case(id);
    const ownerId = bodySite === 'foot' ? otherId : null;
    await team.coordinator.move(`/api/cases/${id}/assignments`, { version, ownerId });
  }
  await other.make(`/api/cases/${cases['foot']}/benefit-calls`, benefitCall());
  // Recorded 28 days ago: the day before the four weeks begin.
  await recordedEarlier(stage.db.owner, cases['knee'] ?? '', 28);
  for (const [name, days] of [
    ['denied', -9],
    ['wrist', 0],
    ['elbow', 1],
    ['knee', 12],
    ['foot', -3],
    ['ankle', 2],
  ] as const)
    await dueBefore(cases[name], days);
}, 180_000);
afterAll(() => stage.close());

it('tells how open cases are shared, by name and nobody last, with what is due and since when', async () => {
  const { rows, since } = await workloadFor(team.manager);
  expect(since).toBe(today(team.clinic.timeZone, -27));
  const told = rows.map(({ name, openCases, dueToday, overdue, oldestDays }) => [
    name,
    openCases,
    dueToday,
    overdue,
    oldestDays,
  ]);
  const { name } = team.clinic.coordinator;
  const named = [
    ['Another coordinator', 1, 0, 0, null],
    [name, 4, 1, 2, 12],
  ].sort(([one], [another]) => String(one).localeCompare(String(another)));
  const steps = [team.clinic.physician.name];
  expect(told.filter(([who]) => !steps.includes(String(who)))).toEqual([...named, [null, 1, 0, 1, 2]]);
  const names = rows.flatMap((row) => row.name ?? []);
  expect(names).toEqual([...names].sort());
  expect(rows.at(-1)).toMatchObject({ personId: null, steps: null });
});

it('counts as due what the queue counts as due, of each and of nobody', async () => {
  const { rows } = await workloadFor(team.manager);
  for (const { personId, openCases, dueToday, overdue } of rows) {
    const { views } = QueueCounts.parse(
      mustBe(200, await team.manager.get(`/api/queue/counts?owner=${personId ?? 'none'}`)),
    );
    expect([openCases, dueToday + overdue]).toEqual([views.all.count, views.all.due]);
  }
});

it('follows each number of open cases to the very cases, the longest due first', async () => {
  const { id } = team.clinic.coordinator;
  const listed = async (query: string) =>
    (await rowsFor(team.manager, `list=open_cases&${query}`)).rows.map(({ caseId, days }) => [
      Object.entries(cases).find(([, one]) => one === caseId)?.[0],
      days,
    ]);
  expect(await listed(`personId=${id}`)).toEqual([
    ['knee', 12],
    ['elbow', 1],
    ['wrist', 0],
    ['denied', -9],
  ]);
  expect(await listed(`personId=${id}&part=overdue`)).toEqual([
    ['knee', 12],
    ['elbow', 1],
  ]);
  expect(await listed(`personId=${id}&part=due_today`)).toEqual([['wrist', 0]]);
  expect(await listed('personId=')).toEqual([['ankle', 2]]);
});

it('counts what each recorded in four weeks, by what it was, as history and submission log have it', async () => {
  const { rows } = await workloadFor(team.manager);
  const stepsOf = (id: string) => rows.find(({ personId }) => personId === id)?.steps;
  expect(stepsOf(otherId)).toEqual({ total: 1, calls: 1, sent: 0, payer_answers: 0, other_steps: 0 });
  const steps = stepsOf(team.clinic.coordinator.id);
  // One call, one request sent and received at once, one denial.
  expect(steps).toMatchObject({ calls: 1, sent: 1, payer_answers: 2 });
  const { rows: events } = await stage.db.owner.query<{ count: string }>(
    `SELECT count(*) FROM stipple.case_event WHERE actor_id = $1 AND at > now() - interval '27 days'`,
    [team.clinic.coordinator.id],
  );
  expect(steps?.total).toBe(Number(events[0]?.count));
  const { total, rows: listed } = await rowsFor(
    team.manager,
    `list=recorded_steps&personId=${team.clinic.coordinator.id}&part=payer_answers`,
  );
  expect([total, ...listed.map(({ about }) => about)].sort()).toEqual(
    [2, 'Recorded a denial', 'Recorded the payer’s receipt'].sort(),
  );
});

it('says on which day something was recorded, and never at what time', async () => {
  const answer = await team.manager.get<object>('/api/reports/standing/rows?list=recorded_steps');
  expect(JSON.stringify(mustBe(200, answer))).not.toMatch(/T\d\d:\d\d|\d\d:\d\d:\d\d/);
  const { next } = await rowsFor(team.manager, 'list=recorded_steps');
  if (next !== null) expect(Buffer.from(next, 'base64url').toString()).not.toMatch(/\d\d:\d\d/);
});

it('shows a coordinator their own row and what nobody owns, and no step of anybody else', async () => {
  const { rows } = await workloadFor(other);
  expect(rows.map(({ personId }) => personId)).toEqual([otherId, null]);
  expect((await rowsFor(other, 'list=recorded_steps')).total).toBe(1);
  const { id } = team.clinic.coordinator;
  for (const query of [`personId=${id}`, `coordinatorId=${id}`]) {
    expect((await rowsFor(other, `list=recorded_steps&${query}`)).total).toBe(0);
    const file = await other.get<string>(`/api/reports/standing/export?list=recorded_steps&${query}`);
    expect(mustBe(200, file)).toContain('0 rows');
  }
});

it('narrows cases and steps by payer and physician, and rows by coordinator', async () => {
  const { payerId, physician } = team.clinic;
  const sums = async (query: string) => {
    const { rows } = await workloadFor(team.manager, query);
    return [rows.length, rows.reduce((sum, { openCases }) => sum + openCases, 0)];
  };
  expect((await sums(`payerId=${payerId}&physicianId=${physician.id}`))[1]).toBe(6);
  expect((await sums(`physicianId=${otherId}`))[1]).toBe(0);
  expect(await sums(`coordinatorId=${otherId}`)).toEqual([1, 1]);
  expect(await sums('coordinatorId=')).toEqual([1, 1]);
});
