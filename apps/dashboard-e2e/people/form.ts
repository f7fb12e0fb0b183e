import { Locator, Page, expect } from '@playwright/test';

export { pdf } from '@stipple/api-e2e/browser';

/** The sheet that is open. */
export function within(page: Page): Locator {
  return page.getByRole('dialog');
}

/** Sends the open sheet and waits until it has closed: nothing was refused. */
export async function send(page: Page, button: string | RegExp): Promise<void> {
  await within(page)
    .getByRole('button', typeof button === 'string' ? { name: button, exact: true } : { name: button })
    .click();
  await expect(within(page)).toHaveCount(0);
}
