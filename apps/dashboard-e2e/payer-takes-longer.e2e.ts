import { pdf } from '@stipple/api-e2e/browser';
import { caseWithPayer, today } from '@stipple/api-e2e/story';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

test('a payer’s written extension, recorded where its clock is shown, moves the last day by the rule that lets it', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const { caseId } = await caseWithPayer(team, await newPatient(stage, 'Extensiontest'));
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}`);
  const deadlines = page.getByRole('region', { name: 'Deadlines' });
  await expect(deadlines.getByText('15 days left')).toBeVisible();
  await deadlines.getByRole('button', { name: 'Record payer’s extension' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Date on the notice').fill(today(stage.clinic.timeZone));
  await form.getByLabel('It needs more time').check();
  await form.getByLabel('What the notice says').fill('We need more time to review this request.');
  const notice = { name: 'extension.pdf', mimeType: 'application/pdf', buffer: pdf };
  await form.locator('input[type=file]').setInputFiles(notice);
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Record extension' }).click();
  await expect(form).toBeHidden();

  await expect(deadlines.getByText('30 days left')).toBeVisible();
  await deadlines.getByText('Decision, standard request').first().click();
  await expect(deadlines.getByText(/^\+ 15 calendar days of extension/)).toBeVisible();
  await expect(deadlines.getByText(/^Rule C11: 29 CFR/)).toBeVisible();
  await expect(page.getByText('Payer extended its time to decide').first()).toBeVisible();
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page, 360);
});
