import { chromium } from '@playwright/test';
import { openCase } from '@stipple/api-e2e/story';
import pg from 'pg';
import { Coordinator } from './people/coordinator';
import { within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { RunningStage, expect, expectAccessible, signIn, test } from './stage';

const said = 'Contracture of the right hand after a burn; grip is limited.';

async function caseFor(stage: RunningStage, family: string): Promise<string> {
  return openCase(await overHttp(stage), await newPatient(stage, family));
}

/** What the server keeps of what was typed. */
async function keptOnServer(stage: RunningStage): Promise<string> {
  const owner = new pg.Pool({ connectionString: stage.ownerUrl, max: 1 });
  try {
    const { rows } = await owner.query<{ all: string }>(
      `SELECT coalesce(string_agg(fields::text, '' ORDER BY saved_at), '') AS all FROM stipple.draft`,
    );
    return rows[0]?.all ?? '';
  } finally {
    await owner.end();
  }
}

test('what was typed is filled in again: after closing the sheet, after a reload; starting over forgets it', async ({
  open,
  stage,
}) => {
  const caseId = await caseFor(stage, 'Draftclosed');
  const coordinator = new Coordinator(await open(stage.clinic.coordinator, `/cases/${caseId}`));
  const { page } = coordinator;
  const form = await coordinator.chooses('Propose screening outcome');
  await form.getByLabel('Reasons').fill(said);
  await expect(form.getByText('Draft saved')).toBeVisible();
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('tab', { name: 'Preparation' }).click();
  const button = page.getByRole('button', { name: 'Propose screening outcome', exact: true }).first();
  await expect(page.getByText('draft', { exact: true }).first()).toBeVisible();
  await button.click();
  await expect(form.getByText(/^Your draft of \d/)).toBeVisible();
  await expect(form.getByLabel('Reasons')).toHaveValue(said);
  await expectAccessible(page);

  await page.reload();
  await coordinator.chooses('Propose screening outcome');
  await expect(form.getByLabel('Reasons')).toHaveValue(said);
  await form.getByRole('button', { name: 'Start over' }).click();
  await expect(form.getByLabel('Reasons')).toHaveValue('');
  await expect(form.getByText(/^Your draft/)).toBeHidden();
  await form.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  await coordinator.chooses('Propose screening outcome');
  await expect(form.getByLabel('Reasons')).toHaveValue('');
});

test('a browser that is killed two seconds after the last key has lost nothing', async ({ stage, open }) => {
  const caseId = await caseFor(stage, 'Draftkilled');
  // A browser of its own, to be killed without a chance to say goodbye.
  const { launchOptions } = test.info().project.use;
  const doomed = await chromium.launch(launchOptions);
  const page = await (await doomed.newContext({ baseURL: stage.url })).newPage();
  await signIn(page, stage.clinic.coordinator);
  await page.goto(`/cases/${caseId}`);
  const form = await new Coordinator(page).chooses('Propose screening outcome');
  await form.getByLabel('Reasons').pressSequentially(said, { delay: 15 });
  await page.waitForTimeout(2000);
  await doomed.close();
  expect(await keptOnServer(stage)).toContain(said);

  const again = new Coordinator(await open(stage.clinic.coordinator));
  await again.page.goto(`/cases/${caseId}`);
  const reopened = await again.chooses('Propose screening outcome');
  await expect(reopened.getByLabel('Reasons')).toHaveValue(said);
});

test('while the server is away typing goes on, the form says so calmly, and it is saved afterwards', async ({
  open,
  stage,
}) => {
  const caseId = await caseFor(stage, 'Draftoffline');
  const coordinator = new Coordinator(await open(stage.clinic.coordinator, `/cases/${caseId}`));
  const { page } = coordinator;
  const form = await coordinator.chooses('Propose screening outcome');
  await page.route('**/api/drafts', (route) => route.abort());
  await form.getByLabel('Reasons').fill(said);
  await expect(form.getByText('Not saved yet, trying again')).toBeVisible({ timeout: 15_000 });
  await expectAccessible(page);
  await form.getByLabel('Reasons').pressSequentially(' Typed while away.');
  // Leaving now asks.
  const asked = new Promise<string>((resolve) =>
    page.once('dialog', (dialog) => {
      resolve(dialog.type());
      void dialog.dismiss();
    }),
  );
  await page.evaluate(() => setTimeout(() => location.reload()));
  expect(await asked).toBe('beforeunload');
  await page.unroute('**/api/drafts');
  await expect(form.getByText('Draft saved')).toBeVisible({ timeout: 15_000 });
  expect(await keptOnServer(stage)).toContain('Typed while away.');
});

test('a sent form leaves no draft behind', async ({ open, stage }) => {
  const caseId = await caseFor(stage, 'Draftsent');
  const coordinator = new Coordinator(await open(stage.clinic.coordinator, `/cases/${caseId}`));
  const { page } = coordinator;
  const form = await coordinator.chooses('Propose screening outcome');
  await form.getByLabel('Reasons').fill('Sent and gone.');
  await expect(form.getByText('Draft saved')).toBeVisible();
  await form.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(within(page)).toHaveCount(0);
  expect(await keptOnServer(stage)).not.toContain('Sent and gone.');
  await expect(page.getByText('draft', { exact: true })).toHaveCount(0);
});

test('a locked screen and an ended sign-in lose nothing either', async ({ open, stage }) => {
  const caseId = await caseFor(stage, 'Draftlocked');
  const coordinator = new Coordinator(await open(stage.clinic.coordinator, `/cases/${caseId}`));
  const { page } = coordinator;
  const form = await coordinator.chooses('Propose screening outcome');
  await form.getByLabel('Reasons').fill('Before the lock.');
  await expect(form.getByText('Draft saved')).toBeVisible();
  // Locked from elsewhere: the next request finds out.
  await page.evaluate(() =>
    fetch('/api/lock', { method: 'POST', headers: { 'idempotency-key': crypto.randomUUID() } }),
  );
  // At one stroke: whatever asks the server next covers the field.
  await form.getByLabel('Reasons').fill('Before the lock. And after.');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(form.getByLabel('Reasons')).toBeHidden();
  await page.getByLabel('Password').fill(stage.clinic.coordinator.password);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(form.getByLabel('Reasons')).toHaveValue('Before the lock. And after.');
  await expect(form.getByText('Draft saved')).toBeVisible();

  await page.context().clearCookies();
  await form.getByLabel('Reasons').fill('Before the lock. And after. Even now.');
  // The sheet stays as it is, under the question who is here.
  await expect(page.getByRole('heading', { name: 'Sign in again' })).toBeVisible();
  await expect(form.getByLabel('Reasons')).toBeHidden();
  await page.getByLabel('Password').fill(stage.clinic.coordinator.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(form.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await coordinator.chooses('Propose screening outcome');
  await expect(form.getByLabel('Reasons')).toHaveValue('Before the lock. And after. Even now.');
});
