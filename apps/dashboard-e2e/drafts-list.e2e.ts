import { openCase } from '@stipple/api-e2e/story';
import { Coordinator } from './people/coordinator';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, test } from './stage';

test('a case that is being opened survives a reload, patient and all', async ({ open, stage }) => {
  await newPatient(stage, 'Draftnew');
  const page = await open(stage.clinic.coordinator, '/cases/new');
  await page.getByLabel('Patient', { exact: true }).fill('Draftnew');
  await page.getByRole('option', { name: 'Draftnew, Alpha' }).click();
  await page.getByLabel('Cause of the scar').selectOption({ label: 'Burn' });
  await page.getByLabel('Planned sessions').fill('6');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText(/^Your draft of \d/)).toBeVisible();
  await expect(page.getByText('Draftnew, Alpha')).toBeVisible();
  await expect(page.getByLabel('Cause of the scar')).toHaveValue('burn');
  await expect(page.getByLabel('Planned sessions')).toHaveValue('6');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByLabel('Patient', { exact: true })).toBeVisible();
});

test('“Your drafts” lists what was typed and not sent; each goes on, or is discarded and brought back', async ({
  open,
  stage,
}) => {
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Draftlisted'));
  const coordinator = new Coordinator(await open(stage.clinic.coordinator, `/cases/${caseId}`));
  const { page } = coordinator;
  const form = await coordinator.chooses('Propose screening outcome');
  await form.getByLabel('Reasons').fill('Not finished yet.');
  await expect(form.getByText('Draft saved')).toBeVisible();
  await form.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menuitem', { name: /Your drafts/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your drafts' })).toBeVisible();
  const item = page.getByRole('listitem').filter({ hasText: 'Draftlisted, Alpha' });
  await expect(item).toContainText('Not finished yet.');
  await expectAccessible(page);
  await item.getByRole('button', { name: 'Discard: Propose screening outcome' }).click();
  await expect(item).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(item).toContainText('Not finished yet.');
  await item.getByRole('button', { name: 'Go on: Propose screening outcome' }).click();
  await expect(form.getByLabel('Reasons')).toHaveValue('Not finished yet.');
});
