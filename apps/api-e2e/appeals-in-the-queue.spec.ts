import { QueueCounts } from '@stipple/contracts';
import type { QueueView } from '@stipple/domain';
import { Stage, mustBe, openStage } from './harness';
import { walkQueue } from './queue-story';
import { Team, deniedCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

/** Where a case stands in the queue: in which views of an argument, who acts next and by when. */
async function standing(caseId: string): Promise<readonly string[]> {
  const views: readonly QueueView[] = ['denied', 'appeals', 'physician', 'with_payer'];
  const said: string[] = [];
  for (const view of views) {
    const rows = await walkQueue(team.coordinator, `view=${view}`);
    const row = rows.find(({ id }) => id === caseId);
    if (row) said.push(`${view}: ${row.actsNext}, ${row.nextStep}, ${row.dueFor} ${row.dueOn}`);
  }
  return said;
}

const counts = async () => QueueCounts.parse(mustBe(200, await team.coordinator.get('/api/queue/counts')));

it('leads a denial through the views as it is argued with: who acts next, and by which last day', async () => {
  const { coordinator, physician, clinic } = team;
  const { caseId, requestId } = await deniedCase(team);
  // An insured employer plan: 180 days from the notice.
  const lastDay = `deadline ${today(clinic.timeZone, 180)}`;
  expect(await standing(caseId)).toEqual([
    `denied: coordinator, Decide: new request, appeal or self-pay, ${lastDay}`,
  ]);

  const appeal = { requestId, kind: 'appeal_1', appealsAs: 'own_right' };
  const id = await coordinator.make(`/api/cases/${caseId}/challenges`, appeal);
  expect(await standing(caseId)).toEqual([`appeals: coordinator, File the appeal, ${lastDay}`]);
  expect((await counts()).views.appeals).toMatchObject({ count: 1 });

  const body = 'The guidelines are met: motion is lost.';
  await physician.move(`/api/challenges/${id}/wordings`, { version: 1, body });
  expect(await standing(caseId)).toEqual([
    `appeals: physician, Sign the appeal, ${lastDay}`,
    `physician: physician, Sign the appeal, ${lastDay}`,
  ]);
  await physician.move(`/api/challenges/${id}/signatures`, {
    version: 2,
    password: clinic.physician.password,
  });
  await coordinator.move(`/api/challenges/${id}/sendings`, {
    version: 3,
    channel: 'fax',
    sentAt: new Date().toISOString(),
    reference: 'FAX-9',
  });
  expect(await standing(caseId)).toEqual([expect.stringMatching(/^with_payer: payer, Decide on the appeal/)]);
  expect((await counts()).views.appeals).toMatchObject({ count: 0 });
});
