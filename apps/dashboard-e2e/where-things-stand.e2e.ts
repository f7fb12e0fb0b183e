import { payingCase, planOf } from '@stipple/api-e2e/ledger-story';
import { sentEarlier } from '@stipple/api-e2e/sent-story';
import { expiringCase } from '@stipple/api-e2e/standing-story';
import { booking, caseWithPayer, openCase } from '@stipple/api-e2e/story';
import type { Locator, Page } from '@playwright/test';
import pg from 'pg';
import { newPatient, overHttp, ownClinic } from './people/over-http';
import { type RunningStage, expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

const address = '/reports/standing';
let told: Promise<RunningStage> | undefined;
/** In a clinic of their own: two requests that wait, two authorizations that expire, an installment that is due, a case without owner. */
const story = (stage: RunningStage) => (told ??= tell(stage));

async function tell(shared: RunningStage): Promise<RunningStage> {
  const stage = await ownClinic(shared);
  const team = await overHttp(stage);
  const { coordinator } = team;
  const patient = await newPatient(stage, 'Standtest');
  await caseWithPayer(team, { ...patient, bodySite: 'hand' });
  const old = await caseWithPayer(team, { ...patient, bodySite: 'wrist' });
  await sentBefore(stage, old.requestId, 31);
  await expiringCase(team, 12, { ...patient, bodySite: 'elbow' });
  const booked = await expiringCase(team, 40, { ...patient, bodySite: 'knee' });
  await coordinator.make(`/api/cases/${booked.caseId}/sessions`, booking(team, 5, 9));
  const paying = await payingCase(team, { ...patient, bodySite: 'foot' });
  await coordinator.make(`${paying.path}/payment-plans`, planOf(team));
  const left = await openCase(team, { ...patient, bodySite: 'ankle' });
  const { version } = await coordinator.case(left);
  await coordinator.move(`/api/cases/${left}/assignments`, { version, ownerId: null });
  return stage;
}

async function sentBefore({ ownerUrl }: RunningStage, requestId: string, days: number): Promise<void> {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  await sentEarlier(owner, requestId, days);
  await owner.end();
}

const list = (page: Page) => page.locator('st-row-list');
const rowsOf = (page: Page) => list(page).locator('tbody .patient a');
const section = (page: Page, name: 'aging' | 'authorizations' | 'workload') =>
  page.locator(`st-${name}-section`);

/** Presses every number of a part of the page, and finds as many rows each time as it said. */
async function followAll(page: Page, numbers: Locator): Promise<number> {
  const many = await numbers.count();
  for (let at = 0; at < many; at++) {
    const number = numbers.nth(at);
    const says = Number((await number.innerText()).replaceAll(',', ''));
    const name = (await number.getAttribute('aria-label')) ?? '';
    await number.click();
    await expect(list(page).getByRole('heading', { level: 2 }), name).toHaveText(new RegExp(`^${says} `));
    await expect(rowsOf(page), name).toHaveCount(Math.min(50, says));
  }
  return many;
}

test('every number of where things stand is followed to exactly as many rows', async ({ open, stage }) => {
  test.setTimeout(240_000);
  const { clinic } = await story(stage);
  const page = await open(clinic.manager, '/denials');
  await page.getByRole('link', { name: 'Where things stand' }).click();
  await expect(page.getByRole('heading', { name: 'Where things stand', exact: true })).toBeVisible();
  await expect(page.getByText(/^As of /)).toBeVisible();
  await expect(section(page, 'aging')).toContainText(
    '2 requests, $2,700.00 in all; 1 older than 30 days, the oldest 31 days.',
  );
  await expect(section(page, 'authorizations')).toContainText(
    '3 units of 1 authorization would lapse with nothing booked.',
  );
  await expect(section(page, 'workload')).toContainText('1 case without an owner');
  await expectAccessible(page);

  // Two bands of requests, one of what is owed, and all of each.
  expect(await followAll(page, section(page, 'aging').locator('button.look'))).toBe(5);
  // What has nothing booked, and all that expires within 30 days.
  expect(await followAll(page, section(page, 'authorizations').locator('button.look'))).toBe(2);
  expect(await followAll(page, section(page, 'workload').locator('button.look'))).toBeGreaterThanOrEqual(5);
});

test('what expires is taken in hand on the schedule, what is owed leads to its ledger, and a file holds what is listed', async ({
  open,
  stage,
}) => {
  test.setTimeout(180_000);
  const { clinic } = await story(stage);
  const page = await open(clinic.manager, address);
  await page.getByRole('button', { name: 'Within 60 days' }).click();
  await expect(page).toHaveURL(/within=60/);
  await section(page, 'authorizations')
    .getByRole('button', { name: /^2, All that expire/ })
    .click();
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(list(page).locator('tbody tr').first()).toContainText('3 of 3');
  await expect(list(page).locator('tbody tr').nth(1)).toContainText('2 of 3');
  const asked = page.waitForEvent('download');
  await list(page).getByRole('link', { name: 'Authorizations that expire as CSV' }).click();
  expect((await asked).suggestedFilename()).toBe('expiring-authorizations.csv');
  // A manager books nothing; whoever does finds the case in hand, and back where they came from.
  await expect(list(page).getByRole('link', { name: /^Book: / })).toHaveCount(0);
  const theirs = await open(clinic.coordinator, `${address}?list=expiring_authorizations&within=60`);
  await list(theirs)
    .getByRole('link', { name: /^Book: / })
    .first()
    .click();
  await expect(theirs.getByRole('heading', { name: /^Standtest, / })).toBeVisible();
  await expect(theirs).toHaveURL(/\/schedule\?week=[\d-]+$/);
  await theirs.goBack();
  await expect(rowsOf(theirs)).toHaveCount(2);

  await page.goto(`${address}?list=owed_amounts`);
  await expect(list(page)).toContainText('Installment 1');
  await list(page)
    .getByRole('link', { name: /^Ledger: / })
    .click();
  await expect(page).toHaveURL(/\/ledger\//);
});

test('the same with keys alone: there, filter, a number, down its rows, and back', async ({
  open,
  stage,
}) => {
  test.setTimeout(180_000);
  const { clinic } = await story(stage);
  const page = await open(clinic.manager, '/queue');
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: 'Where things stand', exact: true })).toBeVisible();
  await expect(section(page, 'workload').getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('f');
  await expect(page.getByRole('combobox', { name: 'Payer' })).toBeFocused();
  await page.getByRole('combobox', { name: 'Coordinator' }).selectOption('Nobody');
  await expect(page).toHaveURL(/coordinatorId=(&|$)/);
  await expect(section(page, 'aging')).toContainText('No request waits for a payer');
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('Shift+F');
  await expect(page).not.toHaveURL(/coordinatorId/);

  const all = section(page, 'aging').getByRole('button', { name: /^2, all of them/ });
  await all.press('Enter');
  await expect(page.getByRole('heading', { name: '2 requests' })).toBeFocused();
  await page.keyboard.press('j');
  await expect(rowsOf(page).first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(rowsOf(page).nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(rowsOf(page).first()).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(list(page)).toHaveCount(0);
  await expect(all).toBeFocused();
  await expect(page).not.toHaveURL(/list=/);
});

test('a coordinator finds their own row and what nobody owns, and is told so', async ({ open, stage }) => {
  const { clinic } = await story(stage);
  const page = await open(clinic.coordinator, address);
  const owners = section(page, 'workload').locator('tbody th');
  await expect(owners).toHaveText([clinic.coordinator.name, 'Nobody yet']);
  await expect(section(page, 'workload')).toContainText('You see what is on record of yourself');
});

for (const width of [320, 768])
  test(`nothing is cut off at ${width} pixels, with a list open`, async ({ open, stage }) => {
    const { clinic } = await story(stage);
    const page = await open(clinic.manager, `${address}?list=waiting_requests`);
    await page.setViewportSize({ width, height: 800 });
    await expect(rowsOf(page)).toHaveCount(2);
    await expectNoSidewaysScroll(page, width);
    await expectAccessible(page);
  });

test('a report that does not come is never drawn as nothing', async ({ open, stage }) => {
  const { clinic } = await story(stage);
  const page = await open(clinic.manager, '/queue');
  await page.route('**/api/reports/standing/**', (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{}' }),
  );
  await page.goto(address);
  await expect(page.getByRole('alert')).toHaveCount(3);
  await expect(page.locator('st-empty')).toHaveCount(0);
});
