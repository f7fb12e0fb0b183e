import type { AuditEntry, QueuePage } from '@stipple/contracts';
import { Stage, openStage } from './harness';
import { Team, authorizedCase, benefitCall, caseWithPayer, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
}, 60_000);
afterAll(() => stage.close());

/** The line of a case as the queue has it and as its page has it. */
async function lines(caseId: string): Promise<{ list: object; detail: object }> {
  const page = await team.coordinator.get<QueuePage>('/api/cases?sort=number&direction=down');
  const row = page.body.rows.find(({ id }) => id === caseId);
  const view = await team.coordinator.case(caseId);
  const line = (of: NonNullable<typeof row> | typeof view) => ({
    version: of.version,
    stage: of.stage,
    actsNext: of.actsNext,
    nextStep: of.nextStep,
    dueOn: of.dueOn,
    nextTouchOn: of.nextTouchOn,
  });
  return { list: row ? line(row) : {}, detail: line(view) };
}

it('says the same in list and detail at every stage (P2)', async () => {
  const opened = await openCase(team);
  const called = await openCase(team, { duplicateIntended: true });
  await team.coordinator.make(`/api/cases/${called}/benefit-calls`, benefitCall());
  const { caseId: sent } = await caseWithPayer(team, { bodySite: 'knee' });
  const { caseId: granted } = await authorizedCase(team, { bodySite: 'elbow' });
  for (const caseId of [opened, called, sent, granted]) {
    const { list, detail } = await lines(caseId);
    expect(list).toEqual(detail);
  }
}, 60_000);

it('tells in the audit trail who opened a case, and what was only read ahead', async () => {
  const caseId = await openCase(team, { bodySite: 'back', side: 'midline' });
  const actions = async () => {
    const { body } = await team.administrator.get<AuditEntry[]>(`/api/audit?caseId=${caseId}`);
    return body.map(({ action }) => action);
  };
  expect((await team.coordinator.get(`/api/cases/${caseId}?ahead=yes`)).status).toBe(200);
  expect(await actions()).toEqual(['treatment_case.read_ahead', 'treatment_case.open']);
  await team.coordinator.case(caseId);
  expect((await actions())[0]).toBe('treatment_case.read');
  expect((await team.coordinator.get(`/api/cases/${caseId}?ahead=maybe`)).status).toBe(400);
}, 60_000);
