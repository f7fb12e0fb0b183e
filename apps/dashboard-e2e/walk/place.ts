import { Page, expect } from '@playwright/test';
import { watchSpoken } from './spoken';
import type { Story } from './story';

export type Sees = 'coordinator' | 'physician' | 'manager' | 'administrator' | 'nobody';

/** A page in one of its states: what a walk stops at. */
export interface Place {
  /** The route, as the routes files spell it. */
  readonly route: string;
  readonly name: string;
  readonly sees: Sees;
  readonly address: (story: Story) => string;
  /** Brings the page into the state, by its own controls. */
  readonly state?: (page: Page, story: Story) => Promise<void>;
}

/** Goes there and waits until nothing is on its way any more. */
export async function goTo(page: Page, place: Place, story: Story): Promise<void> {
  await page.goto(place.address(story));
  await settled(page);
  await page.evaluate(watchSpoken);
  await place.state?.(page, story);
}

export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  // The design page shows how they look, for as long as it is open.
  const skeletons = page
    .locator('st-skeleton, st-rows-skeleton')
    .and(page.locator(':not(st-states-shown *)'));
  await expect(skeletons).toHaveCount(0);
  await page.evaluate(untilQuiet);
}

/** Run in the page: until a fifth of a second has passed in which nothing changed. */
async function untilQuiet(): Promise<void> {
  await new Promise<void>((resolve) => {
    const still = () => setTimeout(resolve, 200);
    let timer = still();
    const watch = new MutationObserver(() => {
      clearTimeout(timer);
      timer = still();
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}
