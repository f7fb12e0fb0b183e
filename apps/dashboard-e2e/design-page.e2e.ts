import { ownClinic } from './people/over-http';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

test('every part in every state is accessible: light and dark, both densities, more contrast', async ({
  open,
  stage,
}) => {
  test.setTimeout(400_000);
  const page = await open(stage.clinic.administrator, '/design');
  await expect(page.getByRole('heading', { level: 1, name: 'Design' })).toBeVisible();
  for (const density of ['comfortable', 'compact'])
    for (const contrast of ['system', 'more']) {
      await page.getByLabel('Density').selectOption(density);
      await page.getByLabel('Contrast').selectOption(contrast);
      await expectAccessible(page);
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(page.getByText(/less than (3|4.5)/)).toHaveCount(0);
      }
    }
});

test('a theme that was chosen outweighs the system’s', async ({ open, stage }) => {
  // Somebody who has chosen nothing yet: what is kept of a choice comes a moment after the page.
  const { clinic } = await ownClinic(stage);
  const page = await open(clinic.administrator, '/design');
  await page.emulateMedia({ colorScheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.getByLabel('Theme').selectOption('dark');
  await expect.poll(ground).not.toBe(light);
  await page.getByLabel('Theme').selectOption('system');
  await expect.poll(ground).toBe(light);
});

test('a system that asks for more contrast gives all that the setting gives', async ({ open, stage }) => {
  const page = await open(stage.clinic.administrator, '/design');
  const colours = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      const names = [...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules])
        .flatMap((rule) => (rule instanceof CSSStyleRule ? [...rule.style] : []));
      return [...new Set(names)]
        .filter((name) => name.startsWith('--st-'))
        .map((name) => `${name}: ${style.getPropertyValue(name)}`);
    });
  await page.getByLabel('Contrast').selectOption('system');
  await expect(page.locator('html')).not.toHaveAttribute('data-contrast');
  const plain = await colours();
  await page.getByLabel('Contrast').selectOption('more');
  await expect.poll(colours).not.toEqual(plain);
  const more = await colours();
  await page.getByLabel('Contrast').selectOption('system');
  await expect.poll(colours).toEqual(plain);
  await page.emulateMedia({ contrast: 'more' });
  await expect.poll(colours).toEqual(more);
  // From the first paint on, before the app runs.
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more');
});

test('rows are 44 pixels high, 32 where it is compact, and nothing to press is under 24', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.administrator, '/design');
  const rows = (density: string) =>
    page.getByRole('table', { name: density }).getByRole('row').nth(1).boundingBox();
  expect((await rows('comfortable'))?.height).toBeCloseTo(44, 0);
  expect((await rows('compact'))?.height).toBeCloseTo(32, 0);
  await page.getByLabel('Density').selectOption('compact');
  const small = await page
    .locator('main button:visible, main select:visible')
    .evaluateAll((all) =>
      all
        .map((one) => ({ words: one.textContent, ...one.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => width < 24 || height < 24),
    );
  expect(small).toEqual([]);
});

test('dialogs and toasts of the page are accessible, and it reflows at 320 pixels', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.administrator, '/design');
  await page.getByRole('button', { name: 'A toast with undo' }).click();
  await expect(page.getByRole('status', { name: 'Just done' })).toContainText('Snoozed');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'A dialog' }).click();
  await expect(page.getByRole('dialog', { name: 'Record a benefit call' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page, 320);
});

test('the design page is the administrator’s alone', async ({ open, stage }) => {
  const page = await open(stage.clinic.coordinator, '/design');
  await expect(page).toHaveURL(/queue/);
});
