import { openCase } from '@stipple/api-e2e/story';
import { Coordinator } from './people/coordinator';
import { within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { activeRow, casesOf, findsByKeys, rowsOf } from './people/queue';
import { beforeTheSchedule } from './schedule-story';
import { expect, expectAccessible, test } from './stage';

test('what is wrong with a form gets the focus: its first field, and else the refusal itself', async ({
  open,
  stage,
}) => {
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Focusform'));
  const coordinator = new Coordinator(await open(stage.clinic.coordinator, `/cases/${caseId}`));
  const { page } = coordinator;
  const call = await coordinator.chooses('Record benefit call');
  await expect(call.getByLabel('When')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(call.getByLabel('Who answered')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(within(page)).toHaveCount(0);

  // A question of several parts takes the focus too.
  const letter = await coordinator.chooses('Record benefit call');
  await letter.getByLabel('Who answered').fill('Kim');
  await letter.getByLabel('Call reference number').fill('REF-1');
  await letter.getByRole('button', { name: 'Remove 17999' }).press('Enter');
  await letter.getByLabel('Who answered').press('Control+Enter');
  const code = letter.getByRole('combobox', { name: 'Procedure or diagnosis code' });
  await expect(code).toBeFocused();
  for (const one of ['17999', '0479T', '15115']) {
    await code.pressSequentially(`${one}\n`);
    await expect(letter.getByRole('button', { name: `Remove ${one}` })).toBeVisible();
  }
  // A line that is moved takes the cursor with it.
  for (const _ of [1, 2]) await page.keyboard.press('Shift+Tab');
  await expect(letter.getByRole('button', { name: 'Move 15115 up' })).toBeFocused();
  for (const _ of [1, 2]) await page.keyboard.press('Enter');
  await expect(letter.getByRole('button', { name: 'Move 15115 down' })).toBeFocused();
  await expect(letter.getByRole('listitem').first()).toContainText('15115');
  await page.keyboard.press('Escape');
  await expect(within(page)).toHaveCount(0);

  await page.route('**/touches', (route) => route.abort());
  const touch = await coordinator.chooses('Set next touch');
  await expect(touch.getByLabel('Look at it again on')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(touch.getByRole('alert')).toBeFocused();
  await expectAccessible(page);
});

test('on another page Tab begins with that page, and a new case with who it is', async ({ open, stage }) => {
  await newPatient(stage, 'Focuspage');
  const page = await open(stage.clinic.coordinator);
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  await expect(page.getByRole('heading', { level: 1, name: 'Needs me' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();

  await page.keyboard.press('c');
  const search = page.getByLabel('Patient', { exact: true });
  await expect(search).toBeFocused();
  await page.keyboard.type('Focuspage');
  await expect(page.getByRole('option', { name: 'Focuspage, Alpha' })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Coverage' }).getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Choose another' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(search).toBeFocused();
});

test('after many are put off at once, and after an undo, the keys are on the row again', async ({
  open,
  stage,
}) => {
  await casesOf(stage, await overHttp(stage), 'Focusrows', 2);
  const page = await open(stage.clinic.coordinator);
  await findsByKeys(page, 'focusrows', 2);
  for (const key of ['x', 'j', 'Shift+x', 'b']) await page.keyboard.press(key);
  await expect(page.getByRole('button', { name: /^Assign/ })).toBeFocused();
  await page.keyboard.press('h');
  await expect(page.getByRole('combobox', { name: 'Day to snooze to' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/2 cases: snoozed/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Selected cases' })).toHaveCount(0);
  await expect(activeRow(page).getByRole('link').first()).toBeFocused();
});

test('an undo that is quicker than the answer is for what was just done, not for what was before', async ({
  open,
  stage,
}) => {
  await casesOf(stage, await overHttp(stage), 'Quickundo', 2);
  const page = await open(stage.clinic.coordinator);
  await findsByKeys(page, 'quickundo', 2);
  await page.keyboard.press('e');
  await expect(page.getByRole('status', { name: 'Just done' })).toContainText(/done for now/i);
  await page.route('**/api/queue/bulk-moves', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await page.keyboard.press('e');
  await page.keyboard.press('z');
  await expect(page.getByText('Taken back.')).toBeVisible();
  await expect(rowsOf(page).first()).toContainText('Put off to');
  await expect(rowsOf(page).nth(1)).not.toContainText('Put off to');
});

test('what is left again on the schedule leads back to where it was taken from', async ({ open, stage }) => {
  const page = await open(stage.clinic.coordinator);
  await beforeTheSchedule(stage, page, 'Focusleave');
  const book = page.getByRole('button', { name: 'Book Focusleave, Alpha' });
  await book.press('Enter');
  await expect(page.getByRole('button', { name: /here: Focusleave/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(book).toBeFocused();
});
