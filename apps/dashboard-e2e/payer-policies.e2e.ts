import { openCase } from '@stipple/api-e2e/story';
import type { Locator, Page } from '@playwright/test';
import { send, within } from './people/form';
import { coveredBy, newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

/** A criterion in the editor, by its place. */
const criterion = (page: Page, place: number): Locator => page.locator('st-criterion-editor').nth(place);

async function write(one: Locator, label: string, quote: string, causes: readonly string[]): Promise<void> {
  await one.getByLabel('In the payer’s words, letter by letter').fill(quote);
  await one.getByLabel('In our words').fill(label);
  await one.getByLabel('Fact').selectOption('The cause of the scar');
  for (const cause of causes) await one.getByRole('checkbox', { name: cause, exact: true }).check();
}

test('a policy is written, its contradiction shown and mended, tried on past cases and published; the case then answers', async ({
  open,
  stage,
}) => {
  test.setTimeout(240_000);
  const team = await overHttp(stage);
  const payerId = await team.coordinator.make('/api/payers', { name: 'Policyfield Plan', phone: '555-0107' });
  const patient = await newPatient(stage, 'Policyfield');
  await coveredBy(stage, patient.coverageId, payerId);
  const caseId = await openCase(team, patient);
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}?tab=preparation`);
  const calls = page.getByRole('region', { name: 'Benefit calls' });
  await expect(calls).toContainText('Unknown: call');
  await calls.getByRole('button', { name: 'Call, and record what they say' }).click();
  await expect(within(page).getByLabel('Call reference number')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { name: 'Payers', exact: true })).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('policyfield');
  await page.getByRole('link', { name: 'Policyfield Plan' }).click();
  await expect(page.getByText('No policy is on file')).toBeVisible();
  await page.keyboard.press('n');

  await page.getByLabel('Number of the policy').fill('TH-7');
  await page.getByLabel('Version', { exact: true }).fill('1');
  await page.getByLabel('Applies from').fill('2026-01-01');
  await page.getByLabel('Title').fill('Scars');
  await page.getByLabel('Source').fill('Medical policy TH-7');
  await page.getByLabel('Where it was read').fill('Portal, Policies');
  await page.getByRole('checkbox', { name: 'Commercial, insured' }).check();
  const first = criterion(page, 0);
  await write(first, 'It comes from a burn', 'The scar follows a burn.', ['Burn']);
  await expect(first.getByText('Met when the cause of the scar is burn.')).toBeVisible();
  await page.getByRole('button', { name: 'Add a criterion' }).click();
  const second = criterion(page, 1);
  await expect(second.getByLabel('In the payer’s words, letter by letter')).toBeFocused();
  await write(second, 'It comes from an operation', 'Or from surgery.', ['Surgery']);
  const conflict = /“It comes from a burn” and “It comes from an operation” can never be met together/;
  await expect(first.getByText(conflict)).toBeVisible();
  await expect(second.getByText(conflict)).toBeVisible();
  await expectAccessible(page);

  // Left and come back to: nothing typed is lost.
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^Your draft of/)).toBeVisible();
  await expect(second.getByLabel('In our words')).toHaveValue('It comes from an operation');
  await second.getByRole('checkbox', { name: 'Burn', exact: true }).check();
  await expect(page.getByText(conflict)).toHaveCount(0);
  await page.getByRole('button', { name: 'Add a code' }).click();
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('Authorization: An answer needs the payer’s words.')).toBeVisible();
  await page
    .getByRole('region', { name: 'Distress, authorization, documents' })
    .getByLabel('In the payer’s words')
    .last()
    .fill('Authorization is required.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'TH-7 v1' })).toBeVisible();
  await expect(page.getByText('A manager or an administrator publishes it.')).toBeVisible();
  await page.keyboard.press('t');
  await expect(
    page.getByText(/0 of 1 past cases change their outcome\.|1 of 1 past cases changes its outcome\./),
  ).toBeVisible();

  const theirs = await open(stage.clinic.manager, page.url());
  await expect(theirs.getByRole('heading', { name: 'TH-7 v1' })).toBeVisible();
  await theirs.keyboard.press('p');
  await send(theirs, 'Publish');
  await expect(theirs.getByText('Published by Max Manager.')).toBeVisible();

  await page.goto(`/cases/${caseId}?tab=preparation`);
  await expect(calls).toContainText('Authorization required');
  await expect(calls).toContainText('Authorization is required.');
  await calls.getByRole('link', { name: 'TH-7 v1' }).click();
  await expect(page.getByRole('heading', { name: 'What it asks' })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(page, 360);
});
