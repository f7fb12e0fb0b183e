import { readFileSync } from 'node:fs';
import { openCase, today } from '@stipple/api-e2e/story';
import { newPatient, overHttp, ownClinic } from './people/over-http';
import { casesOf, findsByKeys, rowsOf } from './people/queue';
import { expect, expectAccessible, test } from './stage';

const page1 = /\/api\/cases(\?|$)/;

test('a failed load is a problem with a way to try again, and never an empty queue', async ({
  open,
  stage: shared,
}) => {
  // A clinic of its own: elsewhere the page may be full of others' cases.
  const stage = await ownClinic(shared);
  await casesOf(stage, await overHttp(stage), 'Staterows', 2);
  const page = await open(stage.clinic.coordinator);
  await expect(rowsOf(page).first()).toBeVisible();

  await page.route(page1, (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('No connection');
  await expect(page.getByText(/is empty|fits here|fills itself/)).toHaveCount(0);
  await expectAccessible(page);
  await page.unroute(page1);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(rowsOf(page).first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);

  // Another view that fails does not show the rows of the one before.
  await page.route(page1, (route) => route.fulfill({ status: 503, body: '' }));
  await page.getByRole('link', { name: /^My next/ }).click();
  await expect(page.getByRole('alert')).toContainText('503');
  await expect(rowsOf(page)).toHaveCount(0);
  await page.unroute(page1);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(rowsOf(page).filter({ hasText: 'Staterows' })).toHaveCount(2);
});

test('rows that cannot be refreshed stay, say since when, and catch up by themselves', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Freshrows');
  const page = await open(stage.clinic.coordinator);
  await openCase(team, { ...patient, bodySite: 'hand', nextTouchOn: today(stage.clinic.timeZone, 1) });
  await page.goto('/queue?view=mine');
  await expect(rowsOf(page).filter({ hasText: 'Freshrows' })).toHaveCount(1);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  await page.route(page1, (route) => route.abort());
  await openCase(team, { ...patient, bodySite: 'knee', nextTouchOn: today(stage.clinic.timeZone, 1) });
  await expect(page.getByText('Could not refresh.')).toBeVisible();
  await expect(page.getByText(/As of \d+:\d\d\s[AP]M, reconnecting/)).toBeVisible();
  await expect(rowsOf(page).filter({ hasText: 'Freshrows' })).toHaveCount(1);
  await expectAccessible(page);
  await page.unroute(page1);
  await openCase(team, { ...patient, bodySite: 'hip', nextTouchOn: today(stage.clinic.timeZone, 1) });
  await expect(page.getByText('Could not refresh.')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '2 new' })).toBeVisible();
});

test('an empty view says which filter makes it empty and is cleared with one key', async ({
  open,
  stage,
}) => {
  // Others of this worker's tests may have cases in every view.
  const quiet = await ownClinic(stage);
  await casesOf(quiet, await overHttp(quiet), 'Emptyrows', 1);
  const page = await open(quiet.clinic.coordinator, '/queue?stage=billing');
  await expect(page.getByRole('heading', { name: 'No case fits here' })).toBeVisible();
  await expect(
    page.getByText(/Nothing matches the filter that is set. “All open” itself holds \d/),
  ).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Shift+F');
  await expect(rowsOf(page).first()).toBeVisible();
  await page.goto('/queue?view=self_pay');
  await expect(page.getByRole('heading', { name: '“Self-pay” is empty' })).toBeVisible();
  await expectAccessible(page);

  await page.route(page1, (route) =>
    route.fulfill({
      json: { rows: [], next: null, total: { count: 0, capped: false }, today: today(quiet.clinic.timeZone) },
    }),
  );
  await page.goto('/queue');
  await expect(page.getByRole('heading', { name: 'The queue fills itself' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Import a roster' })).toBeVisible();
  await expectAccessible(page);
});

test('a change that cannot be sent is put back and said', async ({ open, stage }) => {
  await casesOf(stage, await overHttp(stage), 'Offrows', 1);
  const page = await open(stage.clinic.coordinator);
  await findsByKeys(page, 'offrows', 1);
  await page.route('**/api/queue/bulk-moves', (route) => route.fulfill({ status: 500, body: '' }));
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { name: /the rest was not tried/ })).toBeVisible();
  await expect(rowsOf(page).first()).not.toContainText('Put off to');
});

test('the view is exported as it is, its filters on top', async ({ open, stage }) => {
  await casesOf(stage, await overHttp(stage), 'Exportrows', 2);
  const page = await open(stage.clinic.coordinator, '/queue?view=mine');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain('My next');
  expect(text.match(/Exportrows/g)).toHaveLength(2);
});
