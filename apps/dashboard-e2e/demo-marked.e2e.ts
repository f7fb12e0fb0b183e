import { demoMark } from '@stipple/domain';
import { ownClinic } from './people/own-clinic';
import { expect, expectAccessible, test } from './stage';

test('a demo is marked on screen and on paper; on paper only what is read is left', async ({
  open,
  stage,
}) => {
  const { owner, people } = await ownClinic(stage, { isDemo: true });
  await owner.end();
  const page = await open(people.coordinator);
  const navigation = page.getByRole('navigation', { name: 'Main' });
  for (const path of ['/queue', '/schedule', '/denials']) {
    await page.goto(path);
    await expect(page.getByText(demoMark)).toBeVisible();
    await expect(navigation).toBeVisible();
  }
  const ink = () => page.getByText(demoMark).evaluate((mark) => getComputedStyle(mark).color);
  const onLight = await ink();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ink).not.toBe(onLight);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByText(demoMark)).toBeVisible();
  await expect(navigation).toBeHidden();
  await expect.poll(ink).toBe(onLight);
});
