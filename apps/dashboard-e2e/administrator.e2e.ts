import { send, within } from './people/form';
import { expect, expectAccessible, signIn, test } from './stage';

test('an administrator adds people and rooms, and keeps somebody out', async ({ open, browser, stage }) => {
  const page = await open(stage.clinic.administrator);
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible();
  await page.getByRole('button', { name: 'Add a person' }).click();
  const form = within(page);
  await form.getByLabel('Name').fill('Nia Newcomer');
  await form.getByLabel('E-mail address').fill('nia@clinic.test');
  await form.getByRole('checkbox', { name: 'billing coordinator' }).check();
  await form.getByLabel('Password to begin with').fill('short');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByText(/needs at least 12 characters/)).toBeVisible();
  await form.getByLabel('Password to begin with').fill('long enough to begin with');
  await send(page, 'Add');
  await expect(page.getByText('nia@clinic.test')).toBeVisible();
  await expectAccessible(page);

  const theirs = await (await browser.newContext({ baseURL: stage.url })).newPage();
  const nia = {
    id: '',
    name: 'Nia Newcomer',
    email: 'nia@clinic.test',
    password: 'long enough to begin with',
  };
  await signIn(theirs, nia);
  await page.getByRole('button', { name: 'Deactivate Nia Newcomer' }).click();
  await send(page, 'Deactivate');
  await expect(page.getByText('deactivated')).toBeVisible();
  await theirs.reload();
  await expect(theirs).toHaveURL(/sign-in/);

  await page.getByRole('link', { name: 'Clinic', exact: true }).click();
  await page.getByRole('button', { name: 'Add a room' }).click();
  await within(page).getByLabel('Name').fill('Room 9');
  await send(page, 'Add');
  await page.getByRole('button', { name: 'Give up Room 9' }).click();
  await expect(page.getByText('given up')).toBeVisible();
  await expectAccessible(page);
});
