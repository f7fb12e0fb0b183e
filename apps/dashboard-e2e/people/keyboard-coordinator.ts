import { expect } from '@playwright/test';
import { worksheet } from '@stipple/api-e2e/story';
import type { TestPerson } from '@stipple/testing';
import { Keyboard } from './by-keyboard';
import { within } from './form';

/** A name that no other test, nor this one before, has used. */
export function unused(family: string): string {
  const letters = crypto.getRandomValues(new Uint8Array(6));
  return family + [...letters].map((one) => String.fromCharCode(97 + (one % 26))).join('');
}

/** What a coordinator does in a day, by keys alone. */
export class KeyboardCoordinator extends Keyboard {
  async snoozes(day: string): Promise<void> {
    await this.press('h');
    await this.choosesDay(day);
  }

  async choosesDay(day: string): Promise<void> {
    await expect(this.page.getByRole('combobox', { name: 'Day to snooze to' })).toBeFocused();
    await this.type(day);
    await this.press('Enter');
    await this.expectNothingOpen();
  }

  async assigns(name: string): Promise<void> {
    await this.press('a');
    await expect(this.page.getByRole('combobox', { name: 'Whom to assign to' })).toBeFocused();
    await this.type(name);
    await this.press('Enter');
    await this.expectNothingOpen();
  }

  /** Narrows the queue to one stage and keeps that under a name. */
  async savesView(name: string, stage: string): Promise<void> {
    const { page } = this;
    await this.press('f');
    await expect(page.getByRole('button', { name: /^Stage/ })).toBeFocused();
    await this.press('Enter');
    await expect(page.getByRole('menuitemcheckbox').first()).toBeFocused();
    await this.type(stage.slice(0, 5).toLowerCase());
    await expect(page.getByRole('menuitemcheckbox', { name: stage })).toBeFocused();
    await this.press('Enter');
    await expect(page).toHaveURL(/stage=/);
    await this.expectNothingOpen();
    await this.press('v');
    await expect(within(page).getByLabel('Name')).toBeFocused();
    await this.type(name);
    await this.press('Enter');
    await this.expectNothingOpen();
    // Where there is no room for one more tab, “more views” bears its name.
    await expect(page.getByRole('navigation', { name: 'Views of the queue' })).toContainText(name);
    await expect(page.getByRole('button', { name: 'Saved view' })).toBeFocused();
  }

  /** Finds something in the palette and takes the first that is found. */
  async finds(what: string, found: string | RegExp): Promise<void> {
    const palette = this.page.getByRole('dialog', { name: 'Search or do' });
    await this.press('Control+k');
    await expect(palette.getByRole('combobox')).toBeFocused();
    await this.type(what);
    await expect(palette.getByRole('option', { name: found, selected: true })).toBeVisible();
    await this.press('Enter');
    await expect(palette).toHaveCount(0);
  }

  async opensCaseOf(patient: string, physician: string): Promise<void> {
    const { page } = this;
    await this.press('c');
    await expect(page.getByLabel('Patient', { exact: true })).toBeFocused();
    await this.type(patient);
    await expect(page.getByRole('option', { name: patient })).toHaveCount(1);
    await this.press('Enter');
    await expect(page.getByRole('group', { name: 'Coverage' }).getByRole('radio').first()).toBeFocused();
    await this.selects('Plan type', 'Commercial, insured');
    await this.selects('Cause of the scar', 'Burn');
    await this.selects('Body site', 'Hand');
    await this.picks('Side', 'Right');
    const code = page.getByRole('combobox', { name: 'Code, such as L90.5' });
    await this.tabsTo(code);
    for (const one of ['L90.5', 'M24.541', 'T23.301S']) {
      await this.type(one);
      await this.press('Enter');
      await expect(page.getByRole('button', { name: `Remove ${one}` })).toBeVisible();
      await expect(code).toBeFocused();
    }
    await this.selects('Treating physician', physician);
    await this.presses('Open case');
    await expect(page.getByRole('heading', { level: 1, name: patient })).toBeVisible();
  }

  async recordsCall(reference: string): Promise<void> {
    await this.press('r');
    await this.expectSheet('Record benefit call');
    await this.fills('Who answered', 'Kim, operator 12');
    await this.fills('Call reference number', reference);
    await this.picks('Is an authorization required?', 'Yes');
    await this.picks('Is there a cosmetic exclusion?', 'No');
    await this.fills('What they said', 'Send it through the portal with photographs.');
    await this.sends();
  }

  async proposesScreening(): Promise<void> {
    await this.chooses('Propose screening outcome');
    await this.fills('Reasons', 'Contracture of the right hand after a burn; grip is limited.');
    await this.sends();
  }

  async addsDocument(kind: string, title: string): Promise<void> {
    await this.press('d');
    const sheet = await this.expectSheet('Add document');
    await this.attaches(sheet.getByLabel('File', { exact: true }));
    await expect(sheet.getByText('scan.pdf')).toBeVisible();
    await this.selects('What it is', kind);
    await this.fills('Title', title);
    await this.sends();
  }

  async writesNote(text: string): Promise<void> {
    await this.press('m');
    await this.expectSheet('Write billing note');
    await this.fills('Note', text);
    await this.sends();
  }

  async draftsLetter(): Promise<void> {
    const { page } = this;
    await this.takesMove('Draft letter');
    await expect(page.getByRole('heading', { name: 'No letter yet' })).toBeVisible();
    await this.tabsTo(page.getByRole('button', { name: 'Begin with an empty sheet' }));
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Letter', { exact: true })).toBeFocused();
    await page.keyboard.type('The scar of the right hand comes from a burn.');
    await page.keyboard.press('Control+b');
    await page.getByRole('combobox', { name: 'Find evidence' }).waitFor();
    await page.keyboard.type('cause of the scar');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'on record' }).first()).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page).toHaveURL(/\/cases\/[^/]+$/);
  }

  /** By the key of the one main button; the last field is followed by the one that sends. */
  async fillsWorksheet(): Promise<void> {
    const { page } = this;
    await expect(page.getByRole('button', { name: /^Fill in worksheet/ })).toBeVisible();
    await this.press('n');
    await expect(page.getByRole('heading', { level: 1, name: 'Worksheet for 17999' })).toBeVisible();
    await this.selects(
      'Comparator code',
      '0479T Fractional ablative laser on a functional scar, first area (usual)',
    );
    await this.fills('Why it is comparable', worksheet.comparison);
    await this.fills('Time of a session', String(worksheet.minutes));
    await this.fills('Skill', worksheet.skill);
    await this.fills('Equipment', worksheet.equipment);
    await this.fills('Fee of a session, $', '450.00');
    await this.selects('The fee rests on', 'What a session costs the clinic');
    await this.fills('How the fee comes about', 'Physician 45 minutes, assistant, cartridge and room.');
    await this.presses('Use this description');
    await this.press('Control+Enter');
    await expect(page).toHaveURL(/\/cases\/[^/]+$/);
  }

  async submitsRequest(confirmation: string): Promise<void> {
    await this.confirms('Draft request');
    await this.fillsWorksheet();
    await this.confirms('Mark ready');
    const sheet = await this.chooses('Record submission');
    await this.fills(/^Confirmation number/, confirmation);
    await this.fillsDate(/^Received by the payer/, await sheet.getByLabel('When').inputValue());
    await this.sends();
  }

  async recordsApproval(number: string): Promise<void> {
    const sheet = await this.chooses('Record approval');
    await this.fills('Authorization number', number);
    await this.attaches(sheet.locator('input[type=file]'));
    await expect(sheet.getByRole('option', { name: /just attached/ })).toBeAttached();
    await this.checks('I compared number, dates, codes and units with the notice');
    await this.sends();
  }

  /** Takes a cleared case in hand, puts it an hour later than offered, and says yes to the sheet. */
  async books(patient: string): Promise<void> {
    const { page } = this;
    await this.press('g');
    await this.press('s');
    await expect(page.getByRole('heading', { name: 'Book a session' })).toBeVisible();
    await this.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await this.type(patient);
    await expect(page.getByRole('button', { name: /^Book / })).toHaveCount(1);
    await this.press('Enter');
    await expect(page.getByRole('button', { name: `Book here: ${patient}` })).toBeFocused();
    for (let quarter = 0; quarter < 4; quarter += 1) await this.press('ArrowDown');
    await this.press('Enter');
    await expect(within(page)).toContainText(patient);
    await expect(within(page).getByRole('button', { name: 'Book', exact: true })).toBeFocused();
    await this.press('Enter');
    await this.expectNothingOpen();
    await expect(page.getByText('Booked.')).toBeVisible();
  }

  async looksUpKeys(what: string, found: string): Promise<void> {
    const help = this.page.getByRole('dialog', { name: 'Keys on this page' });
    await this.press('?');
    await expect(help.getByRole('searchbox')).toBeFocused();
    await this.type(what);
    await expect(help.getByText(found)).toBeVisible();
    await this.press('Escape');
    await this.expectNothingOpen();
  }

  /** Begins a note and leaves it: it is kept. */
  async beginsNote(text: string): Promise<void> {
    await this.press('m');
    const sheet = await this.expectSheet('Write billing note');
    await this.fills('Note', text);
    await expect(sheet.getByText('Draft saved')).toBeVisible();
    await this.press('Escape');
    await this.expectNothingOpen();
  }

  async locksAndUnlocks({ password }: TestPerson): Promise<void> {
    const lock = this.page.getByRole('dialog', { name: 'Locked' });
    await this.finds('lock', 'Lock the screen');
    await expect(lock.getByLabel('Password')).toBeFocused();
    await this.type(password);
    await this.press('Enter');
    await expect(lock).toHaveCount(0);
  }

  /** A move that opens a sheet. */
  async chooses(move: string) {
    await this.takesMove(move);
    return this.expectSheet(/./);
  }

  /** A move out of the menu of all moves: typed, and taken with Enter. */
  private async takesMove(move: string): Promise<void> {
    const { page } = this;
    const option = page.getByRole('option', { name: move, exact: true, selected: true });
    // What somebody else has just done may still be on its way to this page.
    await expect(async () => {
      await this.press('t');
      await expect(page.getByRole('combobox', { name: 'Find a move' })).toBeFocused();
      await this.type(move);
      if (!(await option.isVisible())) {
        await this.press('Escape');
        await this.expectNothingOpen();
        throw new Error(`nobody offers “${move}”`);
      }
    }).toPass();
    await this.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Find a move' })).toHaveCount(0);
  }

  /** A move that asks nothing, or whose answers stand there already. */
  async confirms(move: string): Promise<void> {
    await this.chooses(move);
    await this.sends();
  }
}
