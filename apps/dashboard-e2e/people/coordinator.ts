import { Page, expect } from '@playwright/test';
import { worksheet } from '@stipple/api-e2e/story';
import { pdf, send, within } from './form';

/** What a coordinator does in a day, in their own verbs, through labels and roles as a person does. */
export class Coordinator {
  constructor(readonly page: Page) {}

  async opensCaseOf(patient: string, search = patient): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Queue', exact: true }).click();
    await page.getByRole('link', { name: 'Open a case' }).first().click();
    await page.getByLabel('Patient', { exact: true }).fill(search);
    await page.getByRole('option', { name: patient }).first().click();
    await page.getByLabel('Cause of the scar').selectOption({ label: 'Burn' });
    await page.getByLabel('Plan type').selectOption({ label: 'Commercial, insured' });
    await page
      .getByLabel('Happened at work or in traffic?')
      .selectOption({ label: 'Neither work nor traffic' });
    await page.getByLabel('Body site').selectOption({ label: 'Hand' });
    await page.getByRole('radio', { name: 'Right' }).check();
    for (const code of ['L90.5', 'M24.541', 'T23.301S']) {
      await page
        .getByRole('textbox', { name: 'Code, such as L90.5' })
        .or(page.getByRole('combobox', { name: 'Code, such as L90.5' }))
        .fill(code);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
    }
    await page.getByLabel('Treating physician').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Open case' }).click();
    await expect(page.getByRole('heading', { level: 1, name: patient })).toBeVisible();
  }

  async opensFromQueue(search: string): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Queue', exact: true }).click();
    await page.getByRole('searchbox').fill(search);
    await page.getByRole('row').filter({ hasText: search }).getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(search);
  }

  /** Clicks a move and returns its sheet. */
  async chooses(move: string) {
    const { page } = this;
    const button = page.getByRole('button', { name: move, exact: true }).first();
    // What was done just before may still be on its way to this page.
    await expect(async () => {
      if (await button.isVisible()) await button.click();
      else await this.choosesFromMenu(move);
    }).toPass({ timeout: 20_000 });
    return within(page);
  }

  /** A move that has no button in sight is found in the menu of all moves. */
  private async choosesFromMenu(move: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'All moves', exact: true }).click();
    await page.getByRole('combobox', { name: 'Find a move' }).fill(move);
    const option = page.getByRole('option', { name: move, exact: true });
    if (await option.first().isVisible()) return option.first().click();
    await page.keyboard.press('Escape');
    throw new Error(`nobody offers “${move}”`);
  }

  async recordsCall(reference: string, required: 'Yes' | 'No' = 'Yes'): Promise<void> {
    const form = await this.chooses('Record benefit call');
    await form.getByLabel('Who answered').fill('Kim, operator 12');
    await form.getByLabel('Call reference number').fill(reference);
    await form
      .getByRole('group', { name: 'Is an authorization required?' })
      .getByRole('radio', { name: required, exact: true })
      .check();
    await form
      .getByRole('group', { name: 'Is there a cosmetic exclusion?' })
      .getByRole('radio', { name: 'No', exact: true })
      .check();
    await form.getByLabel('What they said').fill('Send it through the portal with photographs.');
    await send(this.page, 'Save call');
    await expect(this.page.getByText(`ref. ${reference}`).first()).toBeVisible();
  }

  async proposesScreening(): Promise<void> {
    const form = await this.chooses('Propose screening outcome');
    await form
      .getByLabel('Reasons')
      .fill('Contracture of the right hand after a burn; grip and extension are limited.');
    await send(this.page, 'Propose');
  }

  async attaches(kind: string, title: string): Promise<void> {
    const form = await this.chooses('Add document');
    await form
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: pdf });
    await form.getByLabel('What it is').selectOption({ label: kind });
    await form.getByLabel('Title').fill(title);
    await send(this.page, 'Add');
    await expect(this.page.getByRole('link', { name: title }).first()).toBeVisible();
  }

  async draftsLetter(): Promise<void> {
    const { page } = this;
    await this.chooses('Draft letter');
    await page.getByRole('button', { name: 'Begin with an empty sheet' }).click();
    await page.getByLabel('Letter', { exact: true }).fill('The scar of the right hand comes from a burn.');
    await page.getByRole('button', { name: /^Bind to evidence/ }).click();
    await page.getByRole('combobox', { name: 'Find evidence' }).fill('cause of the scar');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Send for signature' }).click();
    await expect(page).toHaveURL(/\/cases\/[^/]+$/);
  }

  /** Says what the unlisted code does not say by itself, and comes back to the case. */
  async fillsWorksheet(): Promise<void> {
    const { page } = this;
    await this.chooses('Fill in worksheet');
    await page.getByLabel('Comparator code', { exact: true }).selectOption(worksheet.comparatorCode);
    await page.getByLabel('Why it is comparable').fill(worksheet.comparison);
    await page.getByLabel('Time of a session').fill(String(worksheet.minutes));
    await page.getByLabel('Skill', { exact: true }).fill(worksheet.skill);
    await page.getByLabel('Equipment', { exact: true }).fill(worksheet.equipment);
    await page.getByLabel('Fee of a session, $').fill('450.00');
    await page.getByLabel('The fee rests on').selectOption(worksheet.feeRestsOn);
    await page.getByLabel('How the fee comes about').fill(worksheet.feeBasis);
    await page.getByRole('button', { name: 'Use this description' }).click();
    await page.getByRole('button', { name: 'Save worksheet' }).click();
    await expect(page).toHaveURL(/\/cases\/[^/]+$/);
  }

  async submitsRequest(confirmation: string): Promise<void> {
    await this.chooses('Draft request');
    await send(this.page, 'Save draft');
    await this.fillsWorksheet();
    await this.chooses('Mark ready');
    await send(this.page, 'Mark ready');
    const form = await this.chooses('Record submission');
    await form.getByLabel('Confirmation number').fill(confirmation);
    const sent = await form.getByLabel('When').inputValue();
    await form.getByLabel('Received by the payer').fill(sent);
    await send(this.page, 'Record submission');
    await expect(this.page.getByText(`confirmation ${confirmation}`).first()).toBeVisible();
  }

  async recordsApproval(number: string): Promise<void> {
    const form = await this.chooses('Record approval');
    await form.getByLabel('Authorization number').fill(number);
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'approval.pdf', mimeType: 'application/pdf', buffer: pdf });
    await expect(form.getByRole('option', { name: /just attached/ })).toBeAttached();
    await form.getByLabel('I compared number, dates, codes and units with the notice').check();
    await send(this.page, 'Record');
    await expect(this.page.getByRole('heading', { name: 'Unlocked by authorization' })).toBeVisible();
  }

  async recordsDenial(words: string, code: string): Promise<void> {
    const form = await this.chooses('Record denial');
    await form.getByLabel('Reason, word for word').fill(words);
    await form.getByLabel('Codes on the notice').fill(code);
    await form.getByRole('radio', { name: /^Clinical/ }).check();
    await send(this.page, 'Record denial');
    await expect(this.page.getByText(words).first()).toBeVisible();
  }

  /** Sends files, looks at the dry run, and imports. */
  async importsRoster(files: readonly string[]): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Roster', exact: true }).click();
    await page.getByLabel('CSV files').setInputFiles([...files]);
    await page.getByRole('button', { name: 'Start the dry run' }).click();
    await expect(page.getByRole('heading', { name: 'What would be imported' })).toBeVisible();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'What was imported' })).toBeVisible();
  }

  /** Puts a clinician of the roster on the schedule. */
  async putsOnSchedule(clinician: string): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Clinic', exact: true }).click();
    await page.getByPlaceholder('Find in the roster by name').fill(clinician);
    await page.getByRole('button', { name: `Treats here: ${clinician}` }).click();
    await expect(page.getByRole('button', { name: `Take off the schedule: ${clinician}` })).toBeVisible();
  }

  async goesToSchedule(): Promise<void> {
    await this.page.getByRole('link', { name: 'Schedule', exact: true }).click();
    await expect(this.page.getByRole('heading', { name: 'Book a session' })).toBeVisible();
  }

  /** Asks the schedule for a case, whether it may be booked or not. */
  async triesToBook(patient: string): Promise<void> {
    const { page } = this;
    await this.goesToSchedule();
    await page.getByRole('searchbox', { name: 'Find a case by patient or number' }).fill(patient);
    await page
      .getByRole('button', { name: new RegExp(`^Book ${patient}`) })
      .first()
      .click();
  }

  /** Books through the panel beside the calendar. */
  async books(patient: string, day: string, time: string): Promise<void> {
    await this.triesToBook(patient);
    await this.choosesTime(day, time);
    await this.confirms('Book');
    await expect(this.page.getByText('Booked.')).toBeVisible();
  }

  /** Places what is in hand and says yes to the sheet that lists it once more. */
  async confirms(verb: 'Book' | 'Move'): Promise<void> {
    await this.page.getByRole('button', { name: verb, exact: true }).click();
    await send(this.page, verb);
  }

  async choosesTime(day: string, time: string): Promise<void> {
    const { page } = this;
    await page.getByLabel('Day', { exact: true }).fill(day);
    await page.getByLabel('Begins', { exact: true }).fill(time);
    await page.getByLabel('Begins', { exact: true }).blur();
  }

  async offersSelfPay(language: 'en' | 'es' = 'en'): Promise<void> {
    await this.chooses('Draft self-pay estimate');
    await send(this.page, 'Save draft');
    const form = await this.chooses('Issue good faith estimate');
    if (language === 'es') await form.getByRole('radio', { name: 'Spanish' }).check();
    await send(this.page, 'Issue estimate');
  }

  async recordsPatientsSignature(signer: string): Promise<void> {
    const form = await this.chooses('Record patient’s signature');
    await form.getByLabel('Name of the signer').fill(signer);
    // The signed estimate and, with a commercial plan, the waiver.
    const files = await form.locator('input[type=file]').all();
    for (const [index, file] of files.entries()) {
      await file.setInputFiles({ name: `signed-${index}.pdf`, mimeType: 'application/pdf', buffer: pdf });
      await expect(form.getByRole('option', { name: /just attached/ })).toHaveCount(index + 1);
    }
    const clinicians = form.getByRole('group', { name: 'Clinicians who may treat' }).getByRole('checkbox');
    if (!(await clinicians.first().isChecked())) await clinicians.first().check();
    await send(this.page, 'Record signature');
    await expect(this.page.getByRole('heading', { name: 'Unlocked by signed self-pay' })).toBeVisible();
  }
}
