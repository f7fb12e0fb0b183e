import { readFileSync } from 'node:fs';
import { booking, caseWithPayer, openCase, today } from '@stipple/api-e2e/story';
import type { Page } from '@playwright/test';
import { newPatient, overHttp } from './people/over-http';
import { type RunningStage, expect, expectAccessible, test } from './stage';

let denied: Promise<void> | undefined;
/** Three denials, two of them for the same reason; one comes in words that a spreadsheet would run. */
const threeDenials = (stage: RunningStage) => (denied ??= denyThree(stage));

async function denyThree(stage: RunningStage): Promise<void> {
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Managertest');
  const day = today(stage.clinic.timeZone);
  for (const [bodySite, code, words] of [
    ['ankle', '50', 'Not necessary.'],
    ['hip', '50', '=1+1 is not a reason.'],
    ['foot', '55', 'Investigational.'],
  ] as const) {
    const { requestId } = await caseWithPayer(team, { ...patient, bodySite });
    const denial = { version: 4, words, code, kind: 'clinical', decisionOn: day, noticeReceivedOn: day };
    await team.coordinator.move(`/api/auth-requests/${requestId}/denials`, denial);
  }
}

const trail = (page: Page) => page.getByRole('navigation', { name: 'The way to these cases' });
const cell = (page: Page, name: RegExp) =>
  page.getByRole('region', { name: 'Payers across reasons' }).getByRole('button', { name });
/** How many the pressed number said, and how many cases are listed behind it: the heading, and the rows themselves. */
async function expectListed(page: Page, many: number): Promise<void> {
  await expect(
    page.getByRole('heading', { name: `${many} ${many === 1 ? 'request' : 'requests'}`, exact: true }),
  ).toBeVisible();
  await expect(page.locator('st-case-list tbody .patient a')).toHaveCount(Math.min(many, 50));
}
/** `12` of a cell that says “12 of 40”. */
const countIn = (words: string | null) => Number(/: ([\d,]+)/.exec(words ?? '')?.[1]?.replaceAll(',', ''));

test('a manager’s day: from a figure down to the cases, and the list is the very number that was pressed', async ({
  open,
  stage,
}) => {
  test.setTimeout(120_000);
  await threeDenials(stage);
  const page = await open(stage.clinic.manager);
  await expect(page.getByRole('heading', { name: 'Denials', exact: true })).toBeVisible();
  await expect(page.getByText(/^As of /)).toBeVisible();
  await expect(page.getByRole('img', { name: /^First-decision denial rate: / })).toBeVisible();
  await expectAccessible(page);

  // The figure, the payer's row, the cell: each number leads to as many cases.
  const rate = page.getByRole('list', { name: 'Figures' }).getByRole('listitem').first();
  await expectListed(page, Number(/(\d+) of \d+;/.exec(await rate.innerText())?.[1]));
  const byPayer = page.getByRole('region', { name: 'By payer, as a table' });
  const row = byPayer.getByRole('row', { name: /^Test Health Plan/ });
  const ofPayer = Number(/(\d+) of/.exec(await row.innerText())?.[1]);
  await row.getByRole('button').click();
  await expectListed(page, ofPayer);
  await expect(trail(page)).toContainText('First-decision denial rate');
  await expect(page.getByRole('heading', { name: /^\d+ requests?$/ })).toBeInViewport();
  await expect(trail(page).getByText('Test Health Plan')).toBeVisible();
  const fifty = cell(page, /^Test Health Plan, 50 Not medically necessary: /);
  const ofReason = countIn(await fifty.textContent());
  expect(ofReason).toBeGreaterThanOrEqual(2);
  await fifty.click();
  await expectListed(page, ofReason);
  await expect(page).toHaveURL(/reason=50/);
  await expectAccessible(page);

  // What it is a part of; as a file, with as many rows; and what a spreadsheet would run is defused.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export these cases as CSV' }).click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines.at(-1)).toBe(`${ofReason} rows`);
  await page.getByRole('button', { name: 'All it is a part of' }).click();
  await expect(page).toHaveURL(/side=whole/);
  await page.getByRole('button', { name: 'What it counts', exact: true }).click();
  await expectListed(page, ofReason);

  // Each step leads back up; a reload shows the same.
  await page.reload();
  await expectListed(page, ofReason);
  await trail(page).getByRole('button', { name: 'Test Health Plan' }).click();
  await expectListed(page, ofPayer);
  await page.getByRole('button', { name: 'Remove Payer: Test Health Plan' }).click();
  await expect(trail(page).getByRole('button')).toHaveCount(0);
  await expect(page).not.toHaveURL(/payerId|drill/);

  // Each row leads to its case.
  const first = page.locator('st-case-list tbody .patient a').first();
  await first.click();
  await expect(page).toHaveURL(/\/cases\//);
});

test('the same with keys alone: filter, matrix, down, up, the figures’ definitions and a link to share', async ({
  open,
  stage,
}) => {
  test.setTimeout(120_000);
  await threeDenials(stage);
  const page = await open(stage.clinic.manager);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expectListedAny(page);

  // What a figure counts, a key away; a case that was asked for twice counts once by case.
  const figures = page.getByRole('list', { name: 'Figures' }).getByRole('listitem');
  await expect(figures).toHaveCount(5);
  await page.getByRole('button', { name: 'What “First-decision denial rate” counts' }).press('Enter');
  const definition = page.getByRole('dialog', { name: 'First-decision denial rate' });
  await expect(definition).toContainText('Divided by');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  await page.getByRole('button', { name: 'By case', exact: true }).press('Enter');
  await expect(page).toHaveURL(/count=case/);
  await expect(figures.filter({ hasText: 'Overturn rate by case' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^\d+ cases?$/ })).toBeVisible();
  await page.getByRole('button', { name: 'By request', exact: true }).press('Enter');
  await expect(page).not.toHaveURL(/count=/);
  await expectListedAny(page);

  // f filters, arrows move in the matrix, Enter drills, Backspace goes up again.
  await page.keyboard.press('f');
  await expect(page.getByRole('combobox', { name: 'Period' })).toBeFocused();
  await page.getByRole('combobox', { name: 'Period' }).selectOption('This year');
  await expect(page).toHaveURL(/period=year/);
  await page.getByRole('combobox', { name: 'Class' }).selectOption('Clinical: arguable');
  await expect(page).toHaveURL(/denialClass=clinical/);
  await expect(page.getByRole('button', { name: 'Remove Class: Clinical: arguable' })).toBeVisible();
  const matrix = page.getByRole('region', { name: 'Payers across reasons' });
  await matrix.locator('[tabindex="0"]').focus();
  await page.keyboard.press('End');
  await expect(cell(page, /^Test Health Plan, all reasons: /)).toBeFocused();
  await page.keyboard.press('Home');
  const focused = matrix.locator('button:focus');
  await expect(focused).toHaveAccessibleName(/^Test Health Plan, 50 Not medically necessary: /);
  const ofReason = countIn(await focused.textContent());
  await page.keyboard.press('Enter');
  await expectListed(page, ofReason);
  await expect(page.getByRole('heading', { name: /^\d+ requests$/ })).toBeFocused();
  await expect(trail(page).getByRole('listitem')).toHaveCount(3);
  await page.keyboard.press('j');
  await expect(page.locator('st-case-list tbody .patient a').first()).toBeFocused();
  await page.keyboard.press('y');
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/from=\d{4}-01-01.*to=|to=.*from=\d{4}-01-01/);
  await page.keyboard.press('Backspace');
  await expect(trail(page).getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Backspace');
  await expect(trail(page).getByRole('listitem')).toHaveCount(1);
  // A filter that was set before is no step, and stays.
  await expect(page).toHaveURL(/denialClass=clinical/);
  await page.keyboard.press('Shift+F');
  await expect(page).not.toHaveURL(/denialClass|period/);

  // What was copied shows another person the very same.
  const theirs = await open(stage.clinic.coordinator, link);
  await expectListed(theirs, ofReason);

  // The months as a table, sorted with a key, and down into one of them.
  await page.getByRole('button', { name: 'As a table' }).press('Enter');
  const months = page.getByRole('region', { name: 'By month, as a table' });
  await months.getByRole('button', { name: 'n', exact: true }).press('Enter');
  await expect(months.getByRole('columnheader', { name: 'n', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(page).toHaveURL(/months=-n/);
  const month = months.locator('tbody tr').first();
  const ofMonth = Number(/(\d+) of/.exec(await month.innerText())?.[1]);
  await month.getByRole('button').press('Enter');
  await expectListed(page, ofMonth);
});

async function expectListedAny(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: /^\d+ requests$/ })).toBeVisible();
}

test('figures that have no reasons leave the matrix to the denials, and a figure without a card is chosen too', async ({
  open,
  stage,
}) => {
  await threeDenials(stage);
  const page = await open(stage.clinic.manager, '/denials?by=reason');
  await page.getByRole('button', { name: 'Payer days to a decision', exact: true }).click();
  await expect(
    page.getByText('“Payer days to a decision” has no reasons: these are the denials.'),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Payer days to a decision by payer' })).toBeVisible();
  const fifty = cell(page, /^Test Health Plan, 50 Not medically necessary: /);
  const many = countIn(await fifty.textContent());
  await fifty.click();
  await expect(page).toHaveURL(/metric=denials/);
  await expectListed(page, many);
  await page.getByLabel('Another figure').selectOption('Avoidable denial rate');
  await expect(page).toHaveURL(/metric=avoidable_rate/);
  const figures = page.getByRole('list', { name: 'Figures' });
  await expect(figures.getByRole('button', { name: 'Avoidable denial rate', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('w compares complete requests with others, claims no cause, and leads to the cases of each side', async ({
  open,
  stage,
}) => {
  await threeDenials(stage);
  const page = await open(stage.clinic.manager);
  await expectListedAny(page);
  await page.keyboard.press('w');
  await expect(page.getByRole('heading', { name: 'Sent complete or not, and denied' })).toBeFocused();
  await expect(page).toHaveURL(/compare=complete/);
  const card = page.locator('st-completeness-card');
  await expect(card).toContainText(/Within the same payer and code|Nothing to compare|Too few to say/);
  await expect(card).toContainText('Where the truth is known, on 10,000 invented cases');
  await expectAccessible(page);
  const side = card
    .getByRole('row', { name: /^Test Health Plan/ })
    .getByRole('button')
    .last();
  const many = Number(/\((\d+) of/.exec((await side.textContent()) ?? '')?.[1]);
  expect(many).toBeGreaterThanOrEqual(3);
  await side.click();
  await expect(
    page.getByRole('heading', { name: `${many} ${many === 1 ? 'case' : 'cases'}`, exact: true }),
  ).toBeVisible();
  await expect(page.locator('st-case-list tbody .patient a')).toHaveCount(Math.min(many, 50));
  await expect(trail(page).getByRole('listitem')).toHaveCount(4);
  // The list is in sight, and not the top of the page.
  await expect(page.getByRole('heading', { name: /^\d+ cases?$/ })).toBeInViewport();
  await page.keyboard.press('w');
  await expect(card).toHaveCount(0);
});

test('what is typed into the address and makes no sense is answered in words', async ({ open, stage }) => {
  await threeDenials(stage);
  const page = await open(stage.clinic.manager, '/denials?from=2026-12-31&to=2026-01-01');
  await expect(page.getByRole('alert')).toContainText('This range ends before it begins');
  await expect(page.getByLabel('To', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page.getByLabel('From', { exact: true }).fill('2001-01-01');
  await page.getByLabel('From', { exact: true }).blur();
  await expect(page.getByRole('alert')).toContainText('longer than ten years');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expectListedAny(page);

  await page.goto('/denials?metric=profit&by=moon&denialClass=rude&payerId=1%27%20OR%201=1');
  for (const sentence of ['“profit” is no figure', 'told apart by “moon”', 'Class “rude”', 'Payer “1'])
    await expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible();
  await expectListedAny(page);

  await page.goto('/denials?from=2020-01-01&to=2020-12-31');
  await expect(page.getByRole('heading', { name: 'No denials in this range' })).toBeVisible();
  await page.getByRole('main').locator('st-empty').getByRole('button', { name: 'Clear filters' }).click();
  await expectListedAny(page);
});

test('a part that does not come is never drawn as empty, and comes again by itself', async ({
  open,
  stage,
}) => {
  await threeDenials(stage);
  const page = await open(stage.clinic.manager, '/queue');
  await page.route(/metrics\/.*(groups.*across|cases)/, (route) => route.abort());
  await page.goto('/denials');
  await expect(page.getByRole('alert')).toHaveCount(2);
  await expect(page.getByRole('main')).not.toContainText('No denial');
  await expect(page.getByRole('region', { name: 'By payer, as a table' })).toBeVisible();
  await page.unrouteAll();
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(async () => {
    if (await again.first().isVisible()) await again.first().click({ timeout: 2_000 });
    await expect(page.getByRole('alert')).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expectListedAny(page);
});

test('a manager overrides nothing: the chain is checked, and no case without clearance is booked', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.manager);
  await page.getByRole('link', { name: 'Audit', exact: true }).click();
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await expect(page.getByText(/the chain is unbroken/)).toBeVisible();
  await expectAccessible(page);
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Managerbooks');
  const caseId = await openCase(team, { ...patient, bodySite: 'neck' });
  const early = await page.request.post(`/api/cases/${caseId}/sessions`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: booking(team, 2, 9),
  });
  expect(early.status()).toBe(403);
  await page.goto('/people');
  await expect(page.getByRole('heading', { name: 'Denials', exact: true })).toBeVisible();
});
