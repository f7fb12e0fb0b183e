import { Locator, Page, expect } from '@playwright/test';
import type { TestPerson } from '@stipple/testing';
import type { RunningStage } from '../stage';
import { pdf, within } from './form';

/** More controls than this between two that are used one after the other, and a key or a better order is missing. */
const mostTabs = 12;

/** Whoever has no mouse: every step is a key, and each waits for what it needs on screen, as a person does. */
export class Keyboard {
  constructor(readonly page: Page) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Opens the app and counts whatever a pointer presses from here on. */
  async arrives({ url }: RunningStage): Promise<void> {
    await this.page.addInitScript(() => {
      for (const type of ['pointerdown', 'mousedown'])
        addEventListener(type, () => sessionStorage.setItem('pressed', type), true);
    });
    await this.page.goto(`${url}/sign-in`);
  }

  async expectNoMouse(): Promise<void> {
    expect(await this.page.evaluate(() => sessionStorage.getItem('pressed'))).toBeNull();
  }

  /** On to a control with Tab. Within one field, as between month and day of a date, it may take more of them. */
  async tabsTo(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(control).toHaveCount(1);
    const passed: string[] = [];
    for (let stops = 0; !(await isFocused(control));) {
      const before = await this.focused();
      await this.press(key);
      const now = await this.focused();
      if (now.at === before.at) continue;
      passed.push(now.words);
      stops += 1;
      if (stops > mostTabs) throw new Error(`${String(control)} is far: ${passed.join(' · ')}`);
    }
  }

  async presses(name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    const within = await this.above();
    await this.tabsTo(
      within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first(),
    );
    await this.press(key);
  }

  async fills(label: string | RegExp, text: string): Promise<void> {
    const field = (await this.above()).getByLabel(label, { exact: true });
    await this.tabsTo(field);
    await this.press('Control+a');
    await this.type(text);
    await expect(field).toHaveValue(text);
  }

  /** A date is typed as its parts stand: month, day, year. */
  async fillsDate(label: string | RegExp, day: string): Promise<void> {
    const field = (await this.above()).getByLabel(label, { exact: true });
    await this.tabsTo(field);
    const [date = '', time] = day.split('T');
    const [year = '', month = '', ofMonth = ''] = date.split('-');
    await this.type(`${month}${ofMonth}${year}`);
    if (time) {
      const [hour = 0, minute = ''] = time.split(':');
      await this.press('Tab');
      await this.type(
        `${String(Number(hour) % 12 || 12).padStart(2, '0')}${minute}${Number(hour) < 12 ? 'AM' : 'PM'}`,
      );
    }
    await expect(field).toHaveValue(day);
  }

  /** In a list one types what one looks for. */
  async selects(label: string, option: string): Promise<void> {
    const field = (await this.above()).getByLabel(label, { exact: true });
    await this.tabsTo(field);
    await this.type(option);
    await expect(field.locator('option:checked')).toHaveText(option);
  }

  /** Tab goes to a group of radios as a whole, the arrows within it. */
  async picks(group: string, radio: string | RegExp): Promise<void> {
    const radios = (await this.above()).getByRole('group', { name: group, exact: true }).getByRole('radio');
    const wanted = radios.and(this.page.getByRole('radio', { name: radio, exact: true }));
    await expect(wanted).toHaveCount(1);
    await this.tabsInto(radios);
    await this.press('Space');
    for (let left = await radios.count(); left > 0 && !(await wanted.isChecked()); left -= 1)
      await this.press('ArrowDown');
    await expect(wanted).toBeChecked();
  }

  async checks(label: string): Promise<void> {
    const box = (await this.above()).getByRole('checkbox', { name: label });
    await this.tabsTo(box);
    await this.press('Space');
    await expect(box).toBeChecked();
  }

  async attaches(field: Locator): Promise<void> {
    await this.tabsTo(field);
    const chooser = this.page.waitForEvent('filechooser');
    // The browser is told that somebody waits for its window before the key comes that opens it: one more answer of it.
    await expect(field).toBeFocused();
    await this.press('Space');
    await (await chooser).setFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: pdf });
  }

  /** Sends the open sheet from wherever the cursor is. It closes, and the page has its keys again. */
  async sends(): Promise<void> {
    await this.press('Control+Enter');
    await this.expectNothingOpen();
  }

  /** The sheet of that title, with the cursor in it. */
  async expectSheet(title: string | RegExp): Promise<Locator> {
    const sheet = within(this.page);
    await expect(sheet.getByRole('heading', { level: 2, name: title })).toBeVisible();
    await expect.poll(() => sheet.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    return sheet;
  }

  async expectNothingOpen(): Promise<void> {
    await expect(within(this.page)).toHaveCount(0);
    await expect(this.page.locator('.cdk-overlay-pane :is([role=menu], [role=listbox])')).toHaveCount(0);
  }

  async expectFocusOnPage(): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.activeElement?.tagName ?? 'BODY'))
      .not.toBe('BODY');
  }

  async signsIn({ email, password }: TestPerson): Promise<void> {
    await expect(this.page.getByLabel('E-mail address')).toBeFocused();
    await this.fills('E-mail address', email);
    await this.fills('Password', password);
    await this.press('Enter');
    await expect(this.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  }

  private async tabsInto(radios: Locator): Promise<void> {
    for (let stops = 0; stops <= mostTabs; stops += 1) {
      if (await radios.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))) return;
      await this.press('Tab');
    }
    throw new Error(`${String(radios)} is far`);
  }

  /** The open sheet, or the page where none is open. */
  private async above(): Promise<Locator> {
    const sheet = within(this.page);
    return (await sheet.count()) > 0 ? sheet : this.page.locator('body');
  }

  private focused(): Promise<{ at: number; words: string }> {
    return this.page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const at = [...document.querySelectorAll('*')].indexOf(element);
      const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return { at, words: `${element.tagName.toLowerCase()} ${words.trim().slice(0, 30)}` };
    });
  }
}

function isFocused(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}
