import { Page, expect, test as base } from '@playwright/test';
import { Browser, openStage } from '@stipple/api-e2e';
import type { TestClinic, TestPerson } from '@stipple/testing';
import { ofColours, violationsOn } from './axe';
import { ownClinic } from './people/over-http';

export { expect } from '@playwright/test';

export interface RunningStage {
  readonly url: string;
  readonly clinic: TestClinic;
  /** Superuser URL of the stage's database: to prepare what no screen can, and to look behind the API. */
  readonly ownerUrl: string;
  /** Ends the API under the open pages, or starts it again where it was. */
  api(what: 'stop' | 'start'): Promise<void>;
}

/** The API with the built dashboard, over a database of its own. */
export async function openRunningStage(settings: Readonly<Record<string, string>> = {}) {
  const stage = await openStage({ DASHBOARD_FOLDER: process.env['STIPPLE_DASHBOARD'] ?? '', ...settings });
  const running: RunningStage = {
    url: stage.url,
    clinic: stage.clinic,
    ownerUrl: stage.db.ownerUrl,
    api: (what) => (what === 'stop' ? stage.stopApi() : stage.startApi()),
  };
  return { running, close: () => stage.close() };
}

/** Every file has a clinic of its own, so that none finds what another left; its tests share it and run in order. */
export const test = base.extend<
  { open: (person: TestPerson, address?: string) => Promise<Page>; stage: RunningStage },
  { ground: RunningStage; clinics: Map<string, TestClinic> }
>({
  ground: [
    async ({}, use) => {
      const { running, close } = await openRunningStage();
      await use(running);
      await close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  clinics: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  stage: async ({ ground, clinics }, use, { file }) => {
    const clinic = clinics.get(file) ?? (await ownClinic(ground)).clinic;
    clinics.set(file, clinic);
    await use({ ...ground, clinic });
  },
  /** Signs somebody in, in a browser context of their own, and goes to an address. */
  open: async ({ browser, stage }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (person, address = '/') => {
      const context = await browser.newContext({
        baseURL: stage.url,
        viewport: { width: 1440, height: 900 },
      });
      contexts.push(context);
      // The form has tests of its own; here the session it leads to is enough, and is there at once.
      const { cookie } = await Browser.signIn(stage.url, person);
      const [name = '', value = ''] = cookie.split(/=(.*)/);
      await context.addCookies([{ name, value, url: stage.url, httpOnly: true, sameSite: 'Strict' }]);
      const page = await context.newPage();
      await page.goto(address);
      await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export async function signIn(page: Page, { email, password }: TestPerson): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** Nothing is wider than the window of so many pixels. */
export async function expectNoSidewaysScroll(page: Page, width: number): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(width);
}

/**
 * No finding that axe calls serious or critical, in light and in dark, where only what colours can change is asked again.
 * A list that is being read again is paler for a moment, and so is what changes its colours: what counts is what stays.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect
      .poll(() => seriousFindings(page, colorScheme === 'dark' ? ofColours : undefined), {
        timeout: 30_000,
        intervals: [200, 700, 1_500],
      })
      .toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function seriousFindings(page: Page, rules?: typeof ofColours): Promise<readonly string[]> {
  const serious = (await violationsOn(page, rules)).filter(
    ({ impact }) => impact === 'serious' || impact === 'critical',
  );
  return serious.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 5)
        .join(', ')}`,
  );
}
