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
    await this.signsWhatIsRead(what);
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: /Signed for/ })
        .first(),
    ).toBeVisible();
    // What else waits for a signature comes on screen by itself, and on a phone it covers the navigation.
    await page.goto('/waiting');
    await expect(page.getByRole('heading', { name: 'Needs me' })).toBeVisible();
    await expect(item).toHaveCount(0);
  }

  /** On the reading page: the password again, and the signature. */
  async signsWhatIsRead(what: string): Promise<void> {
    const { page } = this;
    await expect(page.getByRole('heading', { level: 1, name: what })).toBeVisible();
    await page.getByLabel('Your password').fill(this.password);
    await page.getByRole('button', { name: /^Sign (letter|screening)/ }).click();
  }

  /** Checks the patient in and signs the record, from the schedule. */
  async treats(patient: string): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Schedule', exact: true }).click();
    await page.getByRole('button', { name: new RegExp(`${patient}.*Scheduled`) }).click();
    await page.getByRole('button', { name: 'Check in', exact: true }).click();
    await send(page, 'Check in');
    await page.getByRole('button', { name: 'Record treatment', exact: true }).click();
    const form = within(page);
    await form.getByLabel('Area treated').fill('24');
    await form.getByLabel('Device').fill('Pen, 1.5 mm');
    await form.getByLabel('Lot of the cartridge').fill('LOT-7');
    await form.getByLabel('Treatment note').fill('Three passes; tolerated well.');
    await form.getByLabel('Your password').fill(this.password);
    await send(page, 'Sign the record');
    await expect(page.getByRole('button', { name: new RegExp(`${patient}.*Performed`) })).toBeVisible();
  }
}
