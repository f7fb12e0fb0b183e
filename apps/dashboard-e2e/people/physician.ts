import { Page, expect } from '@playwright/test';
import { send, within } from './form';

/** What a physician does between two patients. */
export class Physician {
  constructor(
    readonly page: Page,
    private readonly password: string,
  ) {}

  /** Signs what waits for this patient, from the list. */
  async signs(what: 'Screening outcome' | 'Letter of medical necessity', patient: string): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Needs me', exact: true }).click();
    const item = page.getByRole('listitem').filter({ hasText: what }).filter({ hasText: patient });
    await item.getByRole('button', { name: 'Read and sign' }).click();
    await within(page).getByLabel('Your password').fill(this.password);
    await send(page, /^Sign/);
    await expect(item).toHaveCount(0);
  }
}
