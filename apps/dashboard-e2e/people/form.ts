import { Locator, Page, expect } from '@playwright/test';

/** The smallest file that is recognisably a PDF. */
export const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

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
