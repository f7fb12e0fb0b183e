import { addWorkingDays } from '@stipple/domain';
import { today } from '@stipple/api-e2e/story';
import { overHttp } from './people/over-http';
import { activeRow, casesOf, findsByKeys, rowsOf } from './people/queue';
import { expect, expectAccessible, test } from './stage';

test('every move along the rows and on a row has its key', async ({ open, stage }) => {
  const { clinic } = stage;
  await casesOf(stage, await overHttp(stage), 'Keyrows', 4);
  const page = await open(clinic.coordinator);
  const press = (key: string) => page.keyboard.press(key);
  await findsByKeys(page, 'keyrows', 4);

  await expect(activeRow(page)).toContainText('Right hand');
  await press('j');
  await expect(activeRow(page)).toContainText('Right ankle');
  await expect(activeRow(page).getByRole('link', { name: 'Keyrows, Alpha' })).toBeFocused();
  await press('ArrowDown');
  await press('k');
  await expect(activeRow(page)).toContainText('Right ankle');
  await press('End');
  await expect(activeRow(page)).toContainText('Right elbow');
  await press('Home');
  await expect(activeRow(page)).toContainText('Right hand');

  // Done for now: the third working day ahead, said so, in its place, and taken back with z.
  await press('e');
  const done = rowsOf(page).first();
  const day = addWorkingDays(today(clinic.timeZone), 3);
  const short = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  await expect(done).toContainText(`Put off to ${short}`);
  await expect(done).toContainText('Right hand');
  await expect(page.getByRole('status', { name: 'Just done' })).toContainText(/done for now: back on/i);
  await expect(activeRow(page)).toContainText('Right ankle');
  await press('z');
  await expect(page.getByText('Taken back.')).toBeVisible();
  await expect(done).not.toContainText('Put off to');

  // Snooze to a typed day.
  await press('h');
  await expect(page.getByRole('combobox', { name: 'Day to snooze to' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('in 20 days');
  await press('Enter');
  await expect(rowsOf(page).nth(1)).toContainText('Put off to');
  await expect(activeRow(page)).toContainText('Right knee');

  // Assign with type-ahead; oneself stands first.
  await press('a');
  await expect(page.getByRole('option').first()).toContainText('Billie Coordinator');
  await expectAccessible(page);
  await page.keyboard.type('nob');
  await press('Enter');
  await expect(rowsOf(page).nth(2)).toContainText('Nobody');
  await press('a');
  await expect(page.getByRole('combobox', { name: 'Whom to assign to' })).toBeFocused();
  await press('Enter');
  await expect(rowsOf(page).nth(2)).toContainText('Billie Coordinator');

  // The menu of the row does the same and names the keys.
  await press('.');
  const menu = page.getByRole('menu', { name: /^Case #/ });
  await expect(menu.getByRole('menuitem', { name: 'Done for now' })).toBeVisible();
  await expectAccessible(page);
  await press('Escape');
  await expect(menu).toHaveCount(0);

  // A call to the payer, recorded over the queue.
  await press('r');
  await expect(page.getByRole('dialog').getByLabel('Who answered')).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(activeRow(page)).toContainText('Right knee');

  await press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Keyrows, Alpha');
  await page.goBack();
  await expect(activeRow(page)).toContainText('Right knee');
  await expect(rowsOf(page)).toHaveCount(4);
  await expect(page).toHaveURL(/row=/);
  expect(page.url()).not.toMatch(/keyrows/i);
});

test('a quick hand is not told that somebody else was quicker', async ({ open, stage }) => {
  await casesOf(stage, await overHttp(stage), 'Quickrows', 2);
  const page = await open(stage.clinic.coordinator);
  // Once the page is there nothing is waited for: what was typed is found first, and then the keys act on it.
  await expect(page.getByRole('searchbox')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('quickrows');
  await page.keyboard.press('Enter');
  await expect(activeRow(page)).toContainText('Quickrows');
  await expect(rowsOf(page)).toHaveCount(2);

  await page.route('**/api/queue/bulk-moves', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  const row = rowsOf(page).first();
  const answers: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/api/queue/bulk-moves')) answers.push(response.status());
  });
  for (const name of ['nob', 'billie']) {
    await page.keyboard.press('a');
    await expect(page.getByRole('combobox', { name: 'Whom to assign to' })).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('e');
  await expect(page.getByRole('status', { name: 'Just done' })).toContainText(/done for now/i);
  await expect(row).toContainText('Billie Coordinator');
  await expect(row).toContainText('Put off to');
  expect(answers).toEqual([200, 200, 200]);
  await expect(page.getByRole('heading', { name: /refused/ })).toHaveCount(0);
});

test('serve next takes the most pressing case, and its row says who is on it', async ({ open, stage }) => {
  const team = await overHttp(stage);
  const [first] = await casesOf(stage, team, 'Servetest', 2);
  const page = await open(stage.clinic.coordinator);
  const other = await open(stage.clinic.manager, '/queue');
  await page.goto('/queue?view=mine');
  await expect(rowsOf(page).first()).toBeVisible();
  await expect(rowsOf(other).first()).toBeVisible();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/cases\/.*view=mine/);
  const served = page.url();
  await other.keyboard.press('n');
  await expect(other).toHaveURL(/\/cases\//);
  expect(new URL(other.url()).pathname).not.toBe(new URL(served).pathname);
  await page.goto(`/queue?row=${first}`);
  await expect(rowsOf(page).filter({ hasText: 'You are on it' })).toHaveCount(1);
  await expect(rowsOf(page).filter({ hasText: 'Max is on it' })).toHaveCount(1);
});
