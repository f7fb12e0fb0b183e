import { overHttp } from './people/over-http';
import { casesOf, rowsOf } from './people/queue';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

test('views have counts and addresses; one’s own are kept, renamed and removed', async ({ open, stage }) => {
  const team = await overHttp(stage);
  // Soon enough to stand on the first page, whatever other tests have left in this clinic.
  await casesOf(stage, team, 'Viewrows', 3, 1);
  const page = await open(stage.clinic.coordinator);
  await page.setViewportSize({ width: 1920, height: 1000 });
  const views = page.getByRole('navigation', { name: 'Views of the queue' });
  const view = (name: string | RegExp) => views.getByRole('link', { name });

  await expect(view(/^All open/)).toHaveAttribute('aria-current', 'page');
  await expect(view(/^My next \d+/)).toBeVisible();
  await view(/^My next/).click();
  await expect(page).toHaveURL(/view=mine/);
  await expect(view(/^My next/)).toHaveAttribute('aria-current', 'page');
  await expect(rowsOf(page).filter({ hasText: 'Viewrows' })).toHaveCount(3);

  await page.keyboard.press('f');
  await page.getByRole('button', { name: /^Stage/ }).press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'Verifying benefits' }).press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Patient', exact: true }).click();
  await expect(page).toHaveURL(/sort=patient/);
  await expect(page.getByRole('columnheader', { name: 'Patient' })).toHaveAttribute('aria-sort', 'ascending');

  await rowsOf(page).first().getByRole('link').focus();
  await page.keyboard.press('v');
  await page.getByRole('dialog').getByLabel('Name').fill('Calls to make');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const own = view(/Calls to make/);
  await expect(own).toHaveAttribute('aria-current', 'page');

  // Reload and back find the same view, with the same row.
  const before = page.url();
  await page.keyboard.press('j');
  await expect(page).not.toHaveURL(before);
  await expect(page).toHaveURL(/row=/);
  const address = page.url();
  await page.reload();
  await expect(own).toHaveAttribute('aria-current', 'page');
  await expect(page.locator('tr[aria-current="true"]')).toHaveCount(1);
  await view(/^All open/).click();
  await expect(page).not.toHaveURL(/stage=/);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(own).toHaveAttribute('aria-current', 'page');

  await page.getByRole('button', { name: 'Saved view' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('My calls');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(view(/My calls/)).toBeVisible();
  await page.getByRole('button', { name: 'Saved view' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(view(/My calls/)).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(view(/My calls/)).toBeVisible();
});

test('narrow screens keep every view within reach and cut nothing off', async ({ open, stage }) => {
  await casesOf(stage, await overHttp(stage), 'Narrowrows', 2);
  const page = await open(stage.clinic.coordinator);
  for (const width of [768, 360, 320]) {
    await page.setViewportSize({ width, height: 780 });
    await expect(rowsOf(page).first()).toBeVisible();
    await expectNoSidewaysScroll(page, width);
    const cut = await page
      .locator('tr[data-row] td')
      .evaluateAll(
        (cells, right) =>
          cells.filter((cell) => cell.checkVisibility() && cell.getBoundingClientRect().right > right).length,
        width,
      );
    expect(cut).toBe(0);
    await expectAccessible(page);
  }
  await page.getByRole('button', { name: /more views/i }).click();
  await page.getByRole('menuitem', { name: /^Needs physician/ }).click();
  await expect(page).toHaveURL(/view=physician/);
  await expect(page.getByRole('button', { name: /more views/i })).toContainText('Needs physician');
});
