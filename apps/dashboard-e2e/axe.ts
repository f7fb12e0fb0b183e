import type { Page } from '@playwright/test';
import axe, { type Result, type RunOptions } from 'axe-core';

/** What another look of the same page can change. */
export const ofColours: RunOptions['runOnly'] = {
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block'],
};

/**
 * What axe finds on the page as it stands. Everything of ours is in one frame, so it runs in that alone; what passes is
 * not described, which is most of its work.
 */
export async function violationsOn(page: Page, runOnly?: RunOptions['runOnly']): Promise<readonly Result[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const options: RunOptions = { resultTypes: ['violations'], ...(runOnly && { runOnly }) };
  return page.evaluate(
    async (wanted) =>
      (await (globalThis as unknown as { axe: typeof axe }).axe.run(document, wanted)).violations,
    options,
  );
}
