import type { Page } from '@playwright/test';
import { authorizedCase } from '@stipple/api-e2e/story';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './stage';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search or do' });
const box = (page: Page) => palette(page).getByRole('combobox', { name: 'Search or do' });

async function openPalette(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
}

test('the palette finds a case by its authorization number and by its patient, and opens it', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  await authorizedCase(team, { ...(await newPatient(stage, 'Palettetest')), bodySite: 'hand' });
  const page = await open(stage.clinic.coordinator);
  await openPalette(page);
  await expectAccessible(page);
  await page.keyboard.type('palettetest');
  await expect(
    palette(page)
      .getByRole('option', { name: /Palettetest/ })
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Palettetest/ })).toBeVisible();

  await openPalette(page);
  await expect(palette(page).getByRole('group', { name: 'Seen last' }).getByRole('option')).toHaveCount(1);
  // Typed and entered at once: the answer to what was typed is opened, not what stood there before.
  await page.keyboard.type('AUTH-');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: /Palettetest/ })).toBeVisible();
  expect(page.url()).not.toMatch(/palettetest|AUTH/i);
});

test('the palette opens a case in a new tab, says what it does not find, and survives a lost network', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  await authorizedCase(team, { ...(await newPatient(stage, 'Newtabtest')), bodySite: 'neck' });
  const page = await open(stage.clinic.coordinator);
  await openPalette(page);
  await page.keyboard.type('newtabtest');
  await expect(
    palette(page)
      .getByRole('option', { name: /Newtabtest/ })
      .first(),
  ).toBeVisible();
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.keyboard.press('Control+Enter'),
  ]);
  await expect(tab.getByRole('heading', { level: 1, name: /Newtabtest/ })).toBeVisible();
  await box(page).fill('nobody has this name');
  await expect(palette(page).getByText('Nothing of that name or number')).toBeVisible();
  await page.context().setOffline(true);
  await box(page).fill('somebody');
  await expect(palette(page).getByText('No connection')).toBeVisible();
  await page.context().setOffline(false);
  await palette(page).getByRole('button', { name: 'Try again' }).click();
  await expect(palette(page).getByText('Nothing of that name or number')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
});

test('the palette and the keys go where they say, and never while somebody types', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.coordinator);
  await openPalette(page);
  await page.keyboard.type('go to sched');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/schedule/);
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await expect(page).toHaveURL(/queue/);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox').first()).toBeFocused();
  await page.keyboard.type('cgs?');
  await expect(page.getByRole('searchbox').first()).toHaveValue('cgs?');
  await expect(page).toHaveURL(/queue/);
  await page.getByRole('searchbox').first().fill('');
  await page.getByRole('heading', { level: 1 }).click();

  // An open menu keeps its keys.
  await page.getByRole('button', { name: /Account of/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('c');
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/queue/);

  // The buttons do what the keys do.
  await page.getByRole('button', { name: 'Search or do…', exact: true }).click();
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Help: keys of this page' }).click();
  await expect(page.getByRole('dialog', { name: 'Keys on this page' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/cases\/new/);
});

test('a locked screen and the sign-in page answer to no key', async ({ open, stage }) => {
  const page = await open(stage.clinic.physician);
  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Lock the screen' }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await page.getByRole('heading', { name: 'Locked' }).click();
  for (const key of ['Control+k', '?', 'g', 'q']) await page.keyboard.press(key);
  // The lock is the only one that is open.
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page.getByRole('dialog', { name: 'Locked' })).toBeVisible();
  await expect(page).toHaveURL(/waiting/);
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
  await expect(page.getByLabel('E-mail address')).toBeVisible();
  for (const key of ['Control+k', '?']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a key is chosen, works, and is known in another browser; a taken one is refused by name', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.manager);
  await page.keyboard.press('Shift+?');
  const help = page.getByRole('dialog', { name: 'Keys on this page' });
  await help.getByRole('searchbox', { name: 'Find a key' }).fill('denials');
  await expect(help.getByText('G then D')).toBeAttached();
  await expectAccessible(page);
  await help.getByRole('link', { name: 'Change keys' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();

  // Also what belongs to a page that is not open, and was not.
  await expect(page.getByRole('button', { name: 'Change the key of All moves' })).toBeVisible();
  await page.getByRole('button', { name: 'Change the key of Go to Denials' }).click();
  const capture = page.getByRole('textbox', { name: /New key for Go to Denials/ });
  await expect(capture).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('alert')).toContainText('already stands for “Show the keys of this page”');
  await expectAccessible(page);
  await page.keyboard.press('Shift+D');
  await expect(capture).toBeHidden();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Settings' }).click();
  await page.keyboard.press('Shift+D');
  await expect(page).toHaveURL(/denials/);

  const elsewhere = await open(stage.clinic.manager, '/queue');
  await expect(elsewhere.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(async () => {
    await elsewhere.keyboard.press('Shift+D');
    await expect(elsewhere).toHaveURL(/denials/, { timeout: 1000 });
  }).toPass();

  await page.goto('/settings');
  await page.getByRole('button', { name: 'Reset the key of Go to Denials' }).click();
  await expect(page.getByRole('button', { name: 'Reset all keys' })).toBeDisabled();
});

test('theme, density and switched-off letters survive a reload and hold in another browser', async ({
  open,
  browser,
  stage,
}) => {
  const page = await open(stage.clinic.administrator);
  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: /^Dark/ }).check();
  await page.getByRole('radio', { name: /^Compact/ }).check();
  await page.getByRole('radio', { name: /^More/ }).check();
  const saved = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/preferences') && answer.status() === 204,
  );
  await page.getByRole('switch', { name: /Single letters/ }).uncheck();
  await saved;
  const html = page.locator('html');
  for (const [name, value] of [
    ['data-theme', 'dark'],
    ['data-density', 'compact'],
    ['data-contrast', 'more'],
  ] as const)
    await expect(html).toHaveAttribute(name, value);
  await expectAccessible(page);
  await page.getByRole('heading', { name: 'Settings' }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // The palette needs no letter by itself.
  await openPalette(page);
  await page.keyboard.press('Escape');

  // Before the app has even started the next page is dark.
  await page.reload({ waitUntil: 'commit' });
  await expect(html).toHaveAttribute('data-theme', 'dark');

  const other = await (await browser.newContext({ baseURL: stage.url })).newPage();
  await signIn(other, stage.clinic.administrator);
  await expect(other.locator('html')).toHaveAttribute('data-density', 'compact');
  await other.context().close();
});

test('settings fit a phone, and the palette fills it', async ({ open, stage }) => {
  const page = await open(stage.clinic.coordinator);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/settings');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change the key of Go to Queue' })).toBeVisible();
  await expectNoSidewaysScroll(page, 320);
  await page.getByRole('button', { name: 'Search or do…', exact: true }).click();
  await expect(box(page)).toBeFocused();
  await palette(page)
    .getByRole('option', { name: /Go to Queue/ })
    .click();
  await expect(page).toHaveURL(/queue/);
});
