import { payment, refundOf } from '@stipple/api-e2e/ledger-story';
import { signedAgreement } from '@stipple/api-e2e/self-pay-story';
import { sentEarlier } from '@stipple/api-e2e/sent-story';
import { authorizedCase, caseWithPayer, deniedCase, denialOf } from '@stipple/api-e2e/story';
import type { Page } from '@playwright/test';
import pg from 'pg';
import { newPatient, overHttp, ownClinic } from './people/over-http';
import { type RunningStage, expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

const address = '/reports/time-and-money';
let told: Promise<RunningStage> | undefined;
/** Four cases in a clinic of their own: one closed after a late denial, one that went on as self-pay, one without a reason, one approved. */
const story = (stage: RunningStage) => (told ??= tell(stage));

async function tell(shared: RunningStage): Promise<RunningStage> {
  const stage = await ownClinic(shared);
  const team = await overHttp(stage);
  const { coordinator } = team;
  const patient = await newPatient(stage, 'Moneytest');

  const closed = await caseWithPayer(team, { ...patient, bodySite: 'ankle' });
  await thirtyDaysAgo(stage, closed);
  await coordinator.move(`/api/auth-requests/${closed.requestId}/denials`, denialOf(team, { code: '197' }));
  await coordinator.move(`/api/cases/${closed.caseId}/closures`, { version: 1, reason: 'transferred' });

  const paying = await deniedCase(team, { ...patient, bodySite: 'hip' }, { code: '50' });
  const path = `/api/self-pay-agreements/${await signedAgreement(team, paying.caseId)}`;
  await coordinator.make(`${path}/payments`, payment(team));
  await coordinator.make(`${path}/refunds`, refundOf(team));

  await deniedCase(team, { ...patient, bodySite: 'foot' }, { code: undefined });
  await authorizedCase(team, { ...patient, bodySite: 'wrist' });
  return stage;
}

/** As if it had been opened thirty days ago, and been with the payer for the last twenty. */
async function thirtyDaysAgo(
  { ownerUrl }: RunningStage,
  { caseId, requestId }: { readonly caseId: string; readonly requestId: string },
): Promise<void> {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  try {
    await sentEarlier(owner, requestId, 20);
    await owner.query('SET session_replication_role = replica');
    const earlier = `UPDATE stipple.case_event SET at = at - $2 * interval '1 day' WHERE subject_id = $1`;
    await owner.query(earlier, [caseId, 30]);
    await owner.query(earlier, [requestId, 20]);
  } finally {
    await owner.end();
  }
}

const list = (page: Page) => page.locator('st-case-list');
const table = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
/** How many cases are listed: the heading, and the rows themselves. */
async function expectListed(page: Page, many: number, thing: 'case' | 'request'): Promise<void> {
  const words = `${many} ${many === 1 ? thing : `${thing}s`}`;
  await expect(page.getByRole('heading', { name: words, exact: true })).toBeVisible();
  await expect(list(page).locator('tbody .patient a')).toHaveCount(many);
}
const numbersIn = (text: string) =>
  [...text.matchAll(/[\d,.]*\d/g)].map(([one]) => Number(one.replaceAll(',', '')));

test('time is with payers or with us, and both are all of it; each side leads to its cases', async ({
  open,
  stage,
}) => {
  test.setTimeout(180_000);
  const { clinic } = await story(stage);
  const page = await open(clinic.manager, '/denials');
  await page.getByRole('link', { name: 'Time and money' }).click();
  await expect(page.getByRole('heading', { name: 'Time and money', exact: true })).toBeVisible();
  await expect(page.getByText(/^As of /)).toBeVisible();
  await expect(page.getByText('30.0 days = 20.0 with payers + 10.0 with us', { exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: '30.0 days = 20.0 with payers + 10.0 with us' })).toBeVisible();
  await expectListed(page, 1, 'case');
  await expectAccessible(page);

  await page.getByRole('button', { name: /^Time with the payer: / }).click();
  await expect(page).toHaveURL(/metric=payer_time/);
  await expectListed(page, 1, 'case');
  await expect(list(page).locator('.value')).toHaveText('20 d');

  // The same by month, and each number of the row is the one above.
  await page.getByLabel('Group by').first().selectOption('By month');
  const row = table(page, 'Time by month, as a table').getByRole('row').nth(1);
  await expect(row).toContainText('20.0 d');
  await expect(row).toContainText('10.0 d');
  // Four requests were decided, one of them after twenty days.
  await expect(row.getByRole('button', { name: /Payer days, median: / })).toContainText('n = 4');
  await row.getByRole('button', { name: /With us: / }).click();
  await expect(page).toHaveURL(/metric=clinic_time.*month=|month=.*metric=clinic_time/);
  await expectListed(page, 1, 'case');
  await expect(list(page).locator('.value')).toHaveText('10 d');
});

test('the whole page is taken along, grouped as it is, in three formats', async ({ open, stage }) => {
  const { clinic } = await story(stage);
  const page = await open(clinic.manager, `${address}?by=month`);
  for (const [name, file] of [
    ['CSV', 'time-and-money.csv'],
    ['Excel', 'time-and-money.xlsx'],
    ['PDF', 'time-and-money.pdf'],
  ] as const) {
    const asked = page.waitForEvent('download');
    await page.getByRole('link', { name: `Export time and money as ${name}` }).click();
    expect((await asked).suggestedFilename()).toBe(file);
  }
});

test('money is told from asking to self-pay: every sum is that of the cases behind it', async ({
  open,
  stage,
}) => {
  const { clinic } = await story(stage);
  const page = await open(clinic.manager, address);
  const card = page.locator('st-money-card');
  for (const [name, sum, many] of [
    ['Money asked for', 5400, 4],
    ['Money granted', 1350, 1],
    ['Money denied', 4050, 3],
    ['Self-pay agreed', 1500, 1],
    ['Self-pay paid', 400, 1],
  ] as const) {
    const figure = card.getByRole('button', { name: new RegExp(`^${name}: `) });
    expect(numbersIn(await figure.innerText()).at(-1), name).toBe(sum);
    await figure.click();
    await expectListed(page, many, 'case');
    // The list before stays until this one has come.
    const added = async () =>
      (await list(page).locator('.value').allInnerTexts())
        .flatMap(numbersIn)
        .reduce((all, one) => all + one, 0);
    await expect.poll(added, name).toBe(sum);
  }
  await expect(card).toContainText('at the fees of the clinic’s own worksheets');
  await card.getByRole('button', { name: 'What “Self-pay paid” counts' }).click();
  await expect(page.getByRole('dialog', { name: 'Self-pay paid' })).toContainText('less refunds');
  await expectAccessible(page);
});

test('causes add up to all denials, and late decisions to those of their list', async ({ open, stage }) => {
  const { clinic } = await story(stage);
  const page = await open(clinic.manager, address);
  const causes = table(page, 'Denials by cause, as a table');
  const all = causes.getByRole('button', { name: /^All denials: / });
  // The sum comes with its rows: once it is there, they are.
  const total = numbersIn(await all.innerText()).at(-1) ?? 0;
  const counts = await causes.locator('tbody:not(.sum) button').allInnerTexts();
  expect(total).toBe(3);
  expect(counts.map((text) => numbersIn(text).at(-1) ?? 0).reduce((sum, one) => sum + one, 0)).toBe(total);
  await expect(causes.getByRole('row', { name: /^No authorization/ })).toContainText('Ask for authorization');
  await causes.getByRole('button', { name: /^No authorization: / }).click();
  await expect(page).toHaveURL(/avoidable=no_authorization/);
  await expectListed(page, 1, 'request');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await all.click();
  await expectListed(page, total, 'request');

  const late = table(page, 'Late decisions by payer, as a table').getByRole('button', { name: /, Late: / });
  await late.first().click();
  await expect(page).toHaveURL(/metric=late_decisions/);
  await expectListed(page, 1, 'request');
  await page.getByRole('link', { name: 'late decisions with their rules' }).click();
  await expect(page.getByRole('heading', { name: 'Late decisions' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Late decisions as a table' }).getByRole('row')).toHaveCount(
    2,
  );
});

test('the same with keys alone: there, filter, sort, down, up, and a link that shows another person the same', async ({
  open,
  stage,
}) => {
  const { clinic } = await story(stage);
  const page = await open(clinic.manager, '/queue');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expectListed(page, 1, 'case');
  await page.keyboard.press('f');
  await expect(page.getByRole('combobox', { name: 'Period' })).toBeFocused();
  await page.getByRole('combobox', { name: 'Period' }).selectOption('This year');
  await expect(page).toHaveURL(/period=year/);

  const money = table(page, 'Money by payer, as a table');
  await money.getByRole('button', { name: 'Denied', exact: true }).press('Enter');
  await expect(money.getByRole('columnheader', { name: 'Denied' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(page).toHaveURL(/moneySort=-money_denied/);
  await money.getByRole('button', { name: /^Test Health Plan, Denied: / }).press('Enter');
  await expectListed(page, 3, 'case');
  await expect(page.getByRole('heading', { name: '3 cases' })).toBeFocused();
  await page.keyboard.press('j');
  await expect(list(page).locator('tbody .patient a').first()).toBeFocused();
  await page.keyboard.press('y');
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.reload();
  await expectListed(page, 3, 'case');
  await page.keyboard.press('Backspace');
  await expect(page).not.toHaveURL(/payerId/);
  await expectListed(page, 3, 'case');
  await page.keyboard.press('Shift+F');
  await expect(page).not.toHaveURL(/period/);

  const theirs = await open(clinic.coordinator, link);
  await expectListed(theirs, 3, 'case');
  await theirs.setViewportSize({ width: 320, height: 640 });
  await theirs.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(theirs, 320);
});

test('a part that does not come is never drawn as empty; an empty clinic and a range of nothing say what is meant', async ({
  open,
  stage,
}) => {
  const { clinic } = await story(stage);
  const page = await open(clinic.manager, '/queue');
  await page.route(/metrics\/(denials|money_denied|payer_time|late_decisions)\/groups/, (route) =>
    route.abort(),
  );
  await page.goto(address);
  await expect(page.getByRole('alert')).toHaveCount(4);
  await expect(page.getByRole('main')).not.toContainText(/No denial in these days|No decision of these days/);
  await page.unrouteAll();
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(async () => {
    if (await again.first().isVisible()) await again.first().click({ timeout: 2_000 });
    await expect(page.getByRole('alert')).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expect(table(page, 'Denials by cause, as a table')).toBeVisible();

  await page.goto(`${address}?from=2026-12-31&to=2026-01-01`);
  await expect(page.getByRole('alert')).toContainText('This range ends before it begins');
  await page.goto(`${address}?metric=profit&from=2020-01-01&to=2020-12-31`);
  await expect(page.getByRole('status').filter({ hasText: '“profit” is no figure' })).toContainText(
    'Time open',
  );
  await expect(page.getByRole('heading', { name: 'Nothing to count in this range' })).toBeVisible();
  await expectAccessible(page);
});
