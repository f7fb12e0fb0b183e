import { letterOf, letterText, openCase } from '@stipple/api-e2e/story';
import type { Team } from '@stipple/api-e2e/story';
import { Coordinator } from './people/coordinator';
import { send, within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { RunningStage, expect, expectAccessible, test } from './stage';

/** Somebody else, who works on the same case over HTTP, and the case. */
async function colleague(stage: RunningStage, family: string): Promise<{ team: Team; caseId: string }> {
  const team = await overHttp(stage);
  return { team, caseId: await openCase(team, await newPatient(stage, family)) };
}

const details = {
  planType: 'commercial_insured',
  diagnoses: ['L90.5', 'M24.541', 'T23.301S'],
  plannedSessions: 3,
};

async function correct({ team, caseId }: { team: Team; caseId: string }, more: object): Promise<void> {
  const view = await team.coordinator.case(caseId);
  const now = {
    planType: view.planType,
    diagnoses: view.diagnoses.map(({ code }) => code),
    plannedSessions: view.plannedSessions,
  };
  await team.coordinator.move(`/api/cases/${caseId}/corrections`, { version: view.version, ...now, ...more });
}

test('case details: a change by somebody else is told at once and taken over where I changed nothing', async ({
  open,
  stage,
}) => {
  const work = await colleague(stage, 'Staletaken');
  await correct(work, details);
  const me = new Coordinator(await open(stage.clinic.coordinator));
  await me.page.goto(`/cases/${work.caseId}`);
  const form = await me.chooses('Correct case details');
  await form.getByLabel('Planned sessions').fill('5');
  await correct(work, { planType: 'marketplace' });
  await expect(form.getByRole('status').filter({ hasText: 'just now' })).toContainText(
    stage.clinic.coordinator.name,
  );
  await expect(form.getByText('Taken over into this form: Plan type.')).toBeVisible();
  await expect(form.getByLabel('Plan type')).toHaveValue('marketplace');
  await expect(form.getByLabel('Planned sessions')).toHaveValue('5');
  await send(me.page, 'Save');
  expect(await work.team.coordinator.case(work.caseId)).toMatchObject({
    planType: 'marketplace',
    plannedSessions: 5,
  });
});

test('case details: a field that both changed is chosen by hand, and nothing is overwritten silently', async ({
  open,
  stage,
}) => {
  const work = await colleague(stage, 'Staleclash');
  await correct(work, details);
  const me = new Coordinator(await open(stage.clinic.coordinator, `/cases/${work.caseId}`));
  const { page } = me;
  const form = await me.chooses('Correct case details');
  await form.getByLabel('Planned sessions').fill('5');
  await correct(work, { plannedSessions: 8 });
  const clash = form.getByRole('group', { name: 'Planned sessions: yours or theirs' });
  await expect(clash).toContainText('8');
  await expect(clash).toContainText('3');
  await expectAccessible(page);
  // Undecided, it is not sent.
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(form.getByText('Choose for each field that both of you changed.')).toBeVisible();
  expect((await work.team.coordinator.case(work.caseId)).plannedSessions).toBe(8);
  await clash.getByRole('button', { name: 'Take theirs' }).click();
  await expect(form.getByLabel('Planned sessions', { exact: true })).toHaveValue('8');
  // A choice can be taken back: what I typed is still there.
  await clash.getByRole('button', { name: 'Keep mine' }).click();
  await expect(form.getByLabel('Planned sessions', { exact: true })).toHaveValue('5');
  await clash.getByRole('button', { name: 'Edit' }).click();
  await expect(form.getByLabel('Planned sessions', { exact: true })).toBeFocused();
  await form.getByLabel('Planned sessions', { exact: true }).fill('6');
  await send(page, 'Save');
  expect((await work.team.coordinator.case(work.caseId)).plannedSessions).toBe(6);
});

test('a letter that two people revise shows word by word what differs', async ({ open, stage }) => {
  const { team, caseId } = await colleague(stage, 'Staleletter');
  const letter = await team.coordinator.make(
    `/api/cases/${caseId}/letters`,
    letterOf('The scar limits motion. Six sessions are planned.'),
  );
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}/letter`);
  const body = page.getByLabel('Letter', { exact: true });
  await body.fill('The scar severely limits motion. Six sessions are planned.');
  await team.physician.move(`/api/letters/${letter}/revisions`, {
    ...letterOf('The scar limits motion. Four sessions are planned.'),
    version: 1,
  });
  const clash = page.getByRole('region', { name: /has changed this letter/ });
  await expect(clash.locator('ins')).toContainText(['severely', 'Six']);
  await expect(clash.locator('del')).toContainText(['Four']);
  await expectAccessible(page);
  // Nothing is lost when the page is left with the choice still open: opened again, it asks again.
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(body).toHaveValue('The scar severely limits motion. Six sessions are planned.');
  await clash.getByRole('button', { name: 'Keep mine' }).click();
  await body.fill('The scar severely limits motion. Four sessions are planned.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Letter saved.')).toBeVisible();
  const view = await team.coordinator.case(caseId);
  expect(view.letters[0]?.body).toBe('The scar severely limits motion. Four sessions are planned.');
});

test('a move without content says what has changed and asks to be confirmed again', async ({
  open,
  stage,
}) => {
  const { team, caseId } = await colleague(stage, 'Stalemove');
  const letter = await team.coordinator.make(`/api/cases/${caseId}/letters`, letterText);
  const me = new Coordinator(await open(stage.clinic.coordinator, `/cases/${caseId}`));
  const { page } = me;
  const form = await me.chooses('Send for signature');
  await team.physician.move(`/api/letters/${letter}/revisions`, {
    ...letterOf('Other words.'),
    version: 1,
  });
  await expect(form.getByRole('status').filter({ hasText: 'just now' })).toBeVisible();
  await form.getByRole('button', { name: 'Send for signature' }).click();
  await expect(form.getByText('Nothing was sent. Look at it again')).toBeVisible();
  expect((await team.coordinator.case(caseId)).letters[0]?.state).toBe('draft');
  await expectAccessible(page);
  await send(page, 'Send for signature');
  await expect(within(page)).toHaveCount(0);
  await expect.poll(async () => (await team.coordinator.case(caseId)).letters[0]?.state).toBe('ready');
});
