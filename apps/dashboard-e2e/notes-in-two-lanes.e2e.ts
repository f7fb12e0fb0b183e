import { openCase } from '@stipple/api-e2e/story';
import type { Page } from '@playwright/test';
import { send, within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, test } from './stage';

async function writes(page: Page, lane: 'billing' | 'clinical', words: string): Promise<void> {
  await page.keyboard.press('m');
  await expect(within(page).getByRole('heading', { name: `Write ${lane} note` })).toBeVisible();
  await within(page).getByLabel('Note').fill(words);
  await send(page, 'Save note');
}

test('billing and clinical notes stand apart: each role writes and reads only its own lanes', async ({
  open,
  stage,
}) => {
  const { clinic } = stage;
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Lanetest'));
  const [coordinator, physician, manager] = await Promise.all(
    [clinic.coordinator, clinic.physician, clinic.manager].map(async (person) => {
      const page = await open(person, `/cases/${caseId}?tab=notes`);
      await expect(page.getByRole('region', { name: 'Billing notes' })).toBeVisible();
      return page;
    }),
  );
  if (!coordinator || !physician || !manager) throw new Error('somebody did not arrive');

  await writes(coordinator, 'billing', 'Asked for an itemised estimate.');
  // The others' pages follow by themselves.
  for (const page of [physician, manager])
    await expect(page.getByRole('region', { name: 'Billing notes' })).toContainText('itemised estimate');

  await writes(physician, 'clinical', 'Grip is limited to 40 degrees.');
  const clinical = coordinator.getByRole('region', { name: 'Clinical notes' });
  await expect(clinical).toContainText('Grip is limited');
  await expect(clinical.getByRole('button')).toHaveCount(0);
  await expect(coordinator.getByRole('region', { name: 'Timeline' })).toContainText('Grip is limited');
  await expect(physician.getByRole('button', { name: 'Write billing note' })).toHaveCount(0);

  await writes(manager, 'billing', 'Price agreed with the patient.');
  await expect(manager.getByRole('region', { name: 'Billing notes' })).toContainText('Price agreed');
  await expect(manager.getByRole('region', { name: 'Clinical notes' })).toHaveCount(0);
  await expect(manager.getByRole('region', { name: 'Timeline' })).toContainText('Price agreed');
  await expect(manager.getByText('Clinical note', { exact: false })).toHaveCount(0);
  await expect(manager.getByText('Grip is limited')).toHaveCount(0);
  for (const page of [coordinator, physician, manager]) await expectAccessible(page);
});

test('a note is corrected by another one, and the old one stays', async ({ open, stage }) => {
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Correcttest'));
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}?tab=notes`);
  await expect(page.getByText('No billing notes yet.')).toBeVisible();
  await writes(page, 'billing', 'Owes $100.');
  const notes = page.getByRole('region', { name: 'Billing notes' });
  await notes.getByRole('button', { name: 'Correct' }).click();
  const form = within(page);
  await expect(form).toContainText('The note of');
  await expect(form.getByLabel('Note')).toHaveValue('Owes $100.');
  await form.getByLabel('Note').fill('Owes $1,000.');
  await send(page, 'Save note');
  await expect(notes.getByRole('article')).toHaveCount(1);
  await expect(notes.getByText('Owes $1,000.')).toBeVisible();
  await expect(notes.getByText('Owes $100.')).toBeHidden();
  await notes.getByText('Corrects an earlier note').click();
  await expect(notes.getByText('Owes $100.')).toBeVisible();
});
