import { overHttp } from './people/over-http';
import { casesOf, findsByKeys, rowsOf, versionOf } from './people/queue';
import { expect, expectAccessible, test } from './stage';

test('many at once: what is refused is said for each, and what was done is taken back in one go', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const [first = ''] = await casesOf(stage, team, 'Bulkrows', 5);
  const page = await open(stage.clinic.coordinator);
  const press = (key: string) => page.keyboard.press(key);
  await findsByKeys(page, 'bulkrows', 5);
  await press('x');
  await press('End');
  await press('Shift+x');
  await expect(page.getByText('5 cases selected')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Select all cases on this page' })).toBeChecked();
  await expectAccessible(page);

  // One of them is closed meanwhile, and nobody here has heard of it.
  await page.route('**/api/queue/rows?**', (route) => route.abort());
  await team.manager.move(`/api/cases/${first}/closures`, {
    version: await versionOf(team, first),
    reason: 'patient_withdrew',
  });
  await press('b');
  await expect(page.getByRole('button', { name: /^Assign/ })).toBeFocused();
  await press('a');
  await expect(page.getByRole('combobox', { name: 'Whom to assign to' })).toBeFocused();
  await page.keyboard.type('nobody');
  await press('Enter');
  await expect(page.getByRole('heading', { name: '4 done, 1 refused' })).toBeVisible();
  const outcome = page.getByRole('region', { name: '4 done, 1 refused' });
  await expect(outcome.getByText(/^1 refused: ./)).toBeVisible();
  await expect(outcome.getByRole('link', { name: /^#\d+$/ })).toHaveCount(1);
  await expectAccessible(page);
  // Only what was refused is still chosen, so that it can be tried again.
  await expect(page.getByText('1 case selected')).toBeVisible();
  await page.unroute('**/api/queue/rows?**');

  await outcome.getByRole('button', { name: 'Undo the 4 done' }).click();
  await expect(page.getByText('Taken back for 4 cases.')).toBeVisible();
  await page.reload();
  await expect(rowsOf(page)).toHaveCount(5);
  await expect(rowsOf(page).filter({ hasText: 'Billie' })).toHaveCount(5);
});

test('a whole page is chosen with one click, and let go with Escape', async ({ open, stage }) => {
  await casesOf(stage, await overHttp(stage), 'Pagerows', 3);
  const page = await open(stage.clinic.coordinator);
  await findsByKeys(page, 'pagerows', 3);
  await page.getByRole('checkbox', { name: 'Select all cases on this page' }).check();
  await expect(page.getByText('3 cases selected')).toBeVisible();
  await page.getByRole('button', { name: /^Snooze/ }).click();
  await page.getByRole('option', { name: /Next week/ }).click();
  await expect(page.getByText(/3 cases: snoozed to Mon/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all cases on this page' }).check();
  await rowsOf(page).first().getByRole('link').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Selected cases' })).toHaveCount(0);
});
