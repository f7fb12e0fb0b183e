import { caseWithPayer } from '@stipple/api-e2e/story';
import { newPatient, overHttp, ownClinic } from './people/over-http';
import { expect, expectAccessible, test } from './stage';

test('a time over which the clocks are changed is refused, or asked about, and never guessed', async ({
  open,
  stage,
}) => {
  const inNewYork = await ownClinic(stage, 'America/New_York');
  const team = await overHttp(inNewYork);
  const { caseId, requestId } = await caseWithPayer(team, await newPatient(inNewYork, 'Clocktest'));
  const respondByOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  const question = { version: 4, items: ['Photographs'], respondByOn };
  await team.coordinator.move(`/api/auth-requests/${requestId}/information-requests`, question);

  const page = await open(inNewYork.clinic.coordinator, `/cases/${caseId}`);
  await page.getByRole('button', { name: 'Record answer to payer' }).first().click();
  const form = page.getByRole('dialog');
  const sent = form.getByLabel('Sent', { exact: true });
  await form.getByLabel('Confirmation number').fill('FAX-7');
  const record = () => form.getByRole('button', { name: 'Record answer' }).click();

  await sent.fill('2026-03-08T02:30');
  await record();
  await expect(form.getByText('so it never comes: choose another one')).toBeVisible();

  await sent.fill('2026-11-01T01:30');
  const which = form.getByRole('group', { name: /Which one is meant/ });
  await expect(which).toBeVisible();
  await record();
  await expect(form.getByText('so it comes twice: say which')).toBeVisible();
  await expectAccessible(page);
  await which.getByLabel(/The second: 1:30\sAM EST/).check();
  await record();
  await expect(form).toBeHidden();
  const { timeline } = await team.coordinator.case(caseId);
  const answered = timeline.find(({ words }) => words === 'Answer sent to the payer');
  expect(answered?.data['sentAt']).toBe('2026-11-01T06:30:00Z');
});
