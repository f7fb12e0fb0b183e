import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectAccessible, signIn, test } from './stage';

const said = 'State of the connection';

/** The file of the built dashboard that brings a part, by the element the part is. */
function partWith(element: string): string {
  const folder = process.env['STIPPLE_DASHBOARD'] ?? '';
  const brings = new RegExp(`selectors:\\[\\[["'\`]${element}["'\`]`);
  const part = readdirSync(folder).find(
    (name) => name.endsWith('.js') && brings.test(readFileSync(join(folder, name), 'utf8')),
  );
  if (part === undefined) throw new Error(`no part brings ${element}`);
  return part;
}

test('a part that comes later and does not come while the server is away: offers to reload afterwards', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.coordinator);
  const part = partWith('st-account-menu');
  const bar = page.getByRole('region', { name: said });
  for (const path of [part, 'health/ready']) await page.route(`**/${path}`, (route) => route.abort());
  await page.reload();
  await expect(bar).toContainText('No connection');
  await page.unrouteAll();
  await expect(bar).toContainText('A part of this page was not read while the connection was away.');
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible();
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Reload' }).click();
  await expect(bar).toBeHidden();
  await page.getByRole('button', { name: /Account of/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
});

test('a part of the page that is gone after an update: offers to reload', async ({ browser, stage }) => {
  const part = partWith('st-audit-page');
  const context = await browser.newContext({ baseURL: stage.url });
  await context.route(`**/${part}`, (route) => route.fulfill({ status: 404, body: '' }));
  const page = await context.newPage();
  await signIn(page, stage.clinic.administrator);
  const audit = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit' });
  await audit.click();
  const bar = page.getByRole('region', { name: said });
  await expect(bar).toContainText('Stipple was updated');
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await context.unroute(`**/${part}`);
  await bar.getByRole('button', { name: 'Reload' }).click();
  await expect(bar).toBeHidden();
  await audit.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
  await context.close();
});
