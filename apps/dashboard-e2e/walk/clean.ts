import type { Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';
import { ofColours, violationsOn } from '../axe';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Looks in which a page may be seen. Each is put on without loading the page again. */
export const looks = [
  { name: 'light', colorScheme: 'light', contrast: 'system', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', contrast: 'system', forcedColors: 'none' },
  { name: 'light, more contrast', colorScheme: 'light', contrast: 'more', forcedColors: 'none' },
  { name: 'dark, more contrast', colorScheme: 'dark', contrast: 'more', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', contrast: 'system', forcedColors: 'active' },
] as const;
export type Look = (typeof looks)[number];

export async function putOn(page: Page, { colorScheme, contrast, forcedColors }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
  await page.evaluate((wanted) => {
    if (wanted === 'more') document.documentElement.dataset['contrast'] = wanted;
    else delete document.documentElement.dataset['contrast'];
  }, contrast);
  // What the new look moves gradually has begun after two frames, and under reduced motion it has ended too.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/**
 * What axe finds, of any impact. The whole of its rules in the first look; in the others only what a look can change,
 * which is colours.
 */
export async function axeFindings(page: Page, inLooks: readonly Look[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const look of inLooks) {
    await putOn(page, look);
    const rules: RunOptions['runOnly'] = look === looks[0] ? { type: 'tag', values: tags } : ofColours;
    let violations = await violationsOn(page, rules);
    // A list that is being read again is paler for a moment: what counts is what stays.
    if (violations.length > 0) {
      await page.waitForTimeout(1_500);
      violations = await violationsOn(page, rules);
    }
    for (const { id, nodes } of violations)
      found.push(
        `${look.name}: ${id}: ${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 4)
          .join(' | ')}`,
      );
  }
  await putOn(page, looks[0]);
  return found;
}
