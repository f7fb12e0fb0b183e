import { today } from '@stipple/api-e2e/story';
import { answerEveryOther, manyAsked, watched } from '@stipple/api-e2e/watch-story';
import type { TestClinic } from '@stipple/testing';
import { makeClinic } from '@stipple/testing/test-clinic';
import type { Page } from '@playwright/test';
import pg from 'pg';
import { type RunningStage, expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

interface Told {
  readonly owner: pg.Pool;
  readonly clinic: TestClinic;
}

/** A clinic of its own with so many notices for the coordinator, all of today. */
async function told({ ownerUrl }: RunningStage, count: number): Promise<Told> {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const clinic = await makeClinic(owner, 'Told');
  if (count > 0) {
    await manyAsked(owner, clinic, { count, respondByOn: today(clinic.timeZone, -1) });
    await watched(owner, clinic);
  }
  return { owner, clinic };
}

const bell = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^Notices/ });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Notices' });
const notices = (page: Page) => page.getByRole('link', { name: /The payer waits for an answer/ });
const unread = (page: Page) => page.getByRole('link', { name: /^Unread: The payer waits/ });

test('the bell counts what is unread, opens it over the page, and leads to the case', async ({
  open,
  stage,
}) => {
  const { owner, clinic } = await told(stage, 3);
  const page = await open(clinic.coordinator);
  await expect(bell(page)).toHaveAccessibleName('Notices, 3 unread');
  await bell(page).click();
  await expect(panel(page).getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(unread(page)).toHaveCount(3);
  await expect(unread(page).first()).toContainText('must be answered by');
  await expect(unread(page).first()).toContainText('1 day late');
  await expectAccessible(page);

  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(bell(page)).toBeFocused();
  await bell(page).press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'Notices' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(unread(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(unread(page).nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/cases\//);
  await expect(panel(page)).toHaveCount(0);
  await expect(bell(page)).toHaveAccessibleName('Notices, 2 unread');
  await owner.end();
});

test('what comes up and what is over is seen at once, by itself', async ({ open, stage }) => {
  const { owner, clinic } = await told(stage, 0);
  const page = await open(clinic.coordinator);
  await expect(bell(page)).toHaveAccessibleName('Notices, none unread');
  await manyAsked(owner, clinic, { count: 2, respondByOn: today(clinic.timeZone, -1) });
  await watched(owner, clinic);
  await expect(bell(page)).toHaveAccessibleName('Notices, 2 unread');
  await answerEveryOther(owner, clinic);
  await watched(owner, clinic);
  await expect(bell(page)).toHaveAccessibleName('Notices, 1 unread');
  await owner.end();
});

test('all are marked as read at once, and that is undone, in the panel and by key on the page', async ({
  open,
  stage,
}) => {
  const { owner, clinic } = await told(stage, 4);
  const page = await open(clinic.coordinator);
  await bell(page).click();
  await panel(page)
    .getByRole('button', { name: /^Mark as read: / })
    .first()
    .click();
  await expect(unread(page)).toHaveCount(3);
  await panel(page).getByRole('button', { name: 'Mark all as read' }).click();
  await expect(unread(page)).toHaveCount(0);
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  await expect(unread(page)).toHaveCount(3);
  await panel(page).getByRole('link', { name: 'Show as a page' }).click();

  await expect(page.getByRole('status').filter({ hasText: '3 unread notices of 4' })).toBeVisible();
  // Undo is offered when the server has marked them, and not before.
  await Promise.all([page.waitForResponse(/notices\/marks$/), page.keyboard.press('Shift+e')]);
  await expect(page.getByText('4 notices, all read')).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName('Notices, none unread');
  await page.keyboard.press('z');
  await expect(unread(page)).toHaveCount(3);
  // Read once is read everywhere.
  const again = await open(clinic.coordinator);
  await expect(bell(again)).toHaveAccessibleName('Notices, 3 unread');
  await owner.end();
});

test('the page goes by keys, and is listed among them', async ({ open, stage }) => {
  const { owner, clinic } = await told(stage, 2);
  const page = await open(clinic.coordinator);
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: 'Notices', level: 1 })).toBeVisible();
  await expect(notices(page)).toHaveCount(2);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(notices(page).nth(1)).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByText('1 unread notice of 2')).toBeVisible();
  await expect(notices(page).nth(1)).toBeFocused();
  await page.keyboard.press('e');
  await expect(page.getByText('2 unread notices of 2')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('Mark all notices as read')).toBeVisible();
  await owner.end();
});

test('on a phone the bell leads to a page, which fits', async ({ open, stage }) => {
  const { owner, clinic } = await told(stage, 2);
  const page = await open(clinic.coordinator);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('banner').getByRole('link', { name: 'Notices, 2 unread' }).click();
  await expect(notices(page)).toHaveCount(2);
  await expectNoSidewaysScroll(page, 360);
  await expectAccessible(page);
  await owner.end();
});

test('what cannot be read says so, and is never taken for nothing; what cannot be marked stays unread', async ({
  open,
  stage,
}) => {
  const { owner, clinic } = await told(stage, 1);
  const page = await open(clinic.coordinator);
  await page.route('**/api/notices?*', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.goto('/notices');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(page.getByText('No notices')).toHaveCount(0);
  await expect(bell(page)).toHaveAccessibleName('Notices, not read yet');
  await page.unroute('**/api/notices?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(unread(page)).toHaveCount(1);

  await page.route('**/api/notices/readings', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.getByRole('button', { name: /^Mark as read: / }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(unread(page)).toHaveCount(1);
  await owner.end();
});

test('with nothing to tell it says what would stand here', async ({ open, stage }) => {
  const { owner, clinic } = await told(stage, 0);
  const page = await open(clinic.physician);
  await bell(page).click();
  await expect(panel(page).getByText('looks through every open case by itself')).toBeVisible();
  await expectAccessible(page);
  await panel(page).getByRole('link', { name: 'Look at the queue' }).click();
  await expect(page).toHaveURL(/\/queue/);
  const administrator = await open(clinic.administrator);
  await expect(
    administrator.getByRole('banner').getByRole('button', { name: 'Help: keys of this page' }),
  ).toBeVisible();
  await expect(bell(administrator)).toHaveCount(0);
  await owner.end();
});
