import { expect, expectAccessible, signIn, test } from './stage';

test('a wrong password is refused in words, a right one leads to the day’s first page', async ({
  page,
  stage,
}) => {
  await page.goto(stage.url);
  await expect(page).toHaveURL(/sign-in/);
  await page.getByLabel('E-mail address').fill(stage.clinic.coordinator.email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('E-mail address or password is not right.');
  await expectAccessible(page);
  await page.getByLabel('Password').fill(stage.clinic.coordinator.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('a locked screen hides the page and opens with the password', async ({ browser, stage }) => {
  const page = await (await browser.newContext({ baseURL: stage.url })).newPage();
  await signIn(page, stage.clinic.coordinator);
  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Lock the screen' }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeHidden();
  await page.getByLabel('Password').fill(stage.clinic.coordinator.password);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible();
});
