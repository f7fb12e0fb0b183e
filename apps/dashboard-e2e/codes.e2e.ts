import { openCase } from '@stipple/api-e2e/story';
import type { Page } from '@playwright/test';
import { draftedRequest } from '@stipple/api-e2e/codes-story';
import { Coordinator } from './people/coordinator';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

const code = (page: Page) => page.getByRole('combobox', { name: 'Code, such as L90.5' });
const hits = (page: Page) => page.getByRole('listbox', { name: 'Codes found' }).getByRole('option');
const listed = (page: Page) => page.getByRole('button', { name: /^Remove / });

/** The page on which a case is opened, for a patient of this name. */
async function opening(page: Page, family: string): Promise<void> {
  await page.goto('/cases/new');
  await page.getByLabel('Patient', { exact: true }).fill(family);
  await page.getByRole('option', { name: family }).first().click();
  await expect(code(page)).toBeVisible();
}

test('diagnoses are found by words, put in order with one click, and held against side and site', async ({
  open,
  stage,
}) => {
  await newPatient(stage, 'Wordsearch');
  const page = await open(stage.clinic.coordinator);
  await opening(page, 'Wordsearch');
  await code(page).fill('third-degree right hand');
  await expect(page.getByRole('option', { name: /T23\.301S Third-degree burn of right hand/ })).toBeVisible();
  await code(page).press('Enter');
  await expect(listed(page)).toHaveCount(1);
  await expect(code(page)).toBeFocused();
  await expect(page.getByText('T23.301S cannot come first')).toBeVisible();
  await code(page).fill('m24.54');
  await expect(hits(page)).toHaveCount(2);
  await code(page).press('ArrowDown');
  await code(page).press('Enter');
  await code(page).fill('l905');
  await code(page).press('Enter');
  await expect(page.getByRole('button', { name: 'Remove L90.5' })).toBeVisible();
  await page.getByRole('button', { name: 'Put in order' }).click();
  await expect(page.getByText('cannot come first')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Put in order' })).toHaveCount(0);
  expect(await listed(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual([
    'Remove M24.541',
    'Remove L90.5',
    'Remove T23.301S',
  ]);
  await expect(code(page)).toBeFocused();

  // Side and site are held against each code while one chooses.
  for (const one of ['M24.541', 'L90.5', 'T23.301S'])
    await page.getByRole('button', { name: `Remove ${one}` }).click();
  await code(page).fill('L90.5, M24.541');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Scar conditions and fibrosis of skin')).toBeVisible();
  await page.getByLabel('Body site').selectOption({ label: 'Hand' });
  await page.getByRole('radio', { name: 'Left' }).check();
  await expect(
    page.getByText('M24.541 is for the right hand; this case is about the left hand.'),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Right' }).check();
  await expect(page.getByText('this case is about')).toHaveCount(0);
  await page.getByLabel('Body site').selectOption({ label: 'Knee' });
  await expect(page.getByText('this case is about the right knee')).toBeVisible();
  await code(page).fill('L70.0');
  await code(page).press('Enter');
  await expect(page.getByText('L70.0 speaks of appearance')).toBeVisible();
  await code(page).fill('M24');
  await code(page).press('Enter');
  await expect(page.getByText('M24 is a heading that cannot be billed')).toBeVisible();
  await code(page).fill('not a code at all');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('That is no code. Choose one from the list.')).toBeVisible();
  await expect(page.getByText('17999: Unlisted skin procedure: medical microneedling.')).toBeVisible();
  await page.getByLabel('Procedure').selectOption('0479T');
  await expect(page.getByText('Laser, not needles')).toBeVisible();
  for (const width of [360, 768]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page, width);
  }
  // Others open cases in this clinic too: what was typed here is not left to them.
  await page.reload();
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByRole('button', { name: 'Start over' })).toHaveCount(0);
});

test('warnings stand on the case page, in its correction, and go with their cause', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Warned');
  const caseId = await openCase(team, { ...patient, side: 'left', diagnoses: ['L90.5', 'M24.541'] });
  const me = new Coordinator(await open(stage.clinic.coordinator));
  await me.page.goto(`/cases/${caseId}`);
  const warning = 'M24.541 is for the right hand; this case is about the left hand.';
  await expect(me.page.getByText(warning)).toBeVisible();
  await expectAccessible(me.page);
  const form = await me.chooses('Correct case details');
  await expect(form.getByText(warning)).toBeVisible();
  await form.getByRole('button', { name: 'Remove M24.541' }).click();
  await expect(form.getByText(warning)).toHaveCount(0);
  await form.getByRole('combobox').last().fill('contracture left hand');
  await form.getByRole('option', { name: /M24\.542/ }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(me.page.getByRole('dialog')).toHaveCount(0);
  await expect(me.page.getByText(warning)).toHaveCount(0);
});

test('the request says which code is not for microneedling, and is not made ready with it', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Miscoded');
  const { caseId } = await draftedRequest(team, patient);
  const me = new Coordinator(await open(stage.clinic.coordinator));
  await me.page.goto(`/cases/${caseId}`);
  const form = await me.chooses('Revise request');
  await expect(form.getByText(/17999: .*Compare with 0479T/)).toBeVisible();
  await form.getByLabel('Procedure code').fill('17110');
  await expect(form.getByText('17110 is not for microneedling.')).toBeVisible();
  await expectAccessible(me.page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(me.page.getByRole('dialog')).toHaveCount(0);
  await expect(me.page.getByText('17110 is not for microneedling.').first()).toBeVisible();
});

test('the clinic’s page says which code lists are at hand', async ({ open, stage }) => {
  const page = await open(stage.clinic.administrator, '/clinic');
  const lists = page.getByRole('list', { name: 'Lists of diagnosis codes (ICD-10-CM)' });
  await expect(lists.getByText('Shipped with Stipple')).toBeVisible();
  await expect(page.getByText(/^Fiscal year \d+ is not loaded$/)).toBeVisible();
  await expect(page.getByText('npm run load-codes -- --file')).toBeVisible();
  await page.getByText(/^Procedure codes that are known today/).click();
  await expect(page.getByText('not for microneedling').first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page, 360);
});
