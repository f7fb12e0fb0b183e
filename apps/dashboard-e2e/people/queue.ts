import { openCase, today } from '@stipple/api-e2e/story';
import type { Team } from '@stipple/api-e2e/story';
import { Locator, Page, expect } from '@playwright/test';
import { newPatient } from './over-http';
import type { RunningStage } from '../stage';

const sites = ['hand', 'ankle', 'knee', 'elbow', 'hip', 'foot', 'shoulder', 'thigh'];

/** Cases of one new patient, each at another site, to be looked at again on one day after the other from `firstTouch` on. */
export async function casesOf(
  stage: RunningStage,
  team: Team,
  family: string,
  many: number,
  firstTouch = 10,
): Promise<readonly string[]> {
  const patient = await newPatient(stage, family);
  const ids: string[] = [];
  for (const [index, bodySite] of sites.slice(0, many).entries())
    ids.push(
      await openCase(team, {
        ...patient,
        bodySite,
        nextTouchOn: today(stage.clinic.timeZone, firstTouch + index),
      }),
    );
  return ids;
}

/** The version of a case as it is now. */
export async function versionOf(team: Team, caseId: string): Promise<number> {
  const { body } = await team.coordinator.get<{ version: number }>(`/api/cases/${caseId}`);
  return body.version;
}

/** The rows of the queue's body, in their order. */
export function rowsOf(page: Page): Locator {
  return page.locator('tr[data-row]');
}

/** How many rows there are once all are drawn: after a screenful they come in portions. */
export async function countOfRows(page: Page): Promise<number> {
  let many = -1;
  await expect(async () => {
    const last = many;
    many = await rowsOf(page).count();
    expect(many).toBe(last);
  }).toPass({ intervals: [200] });
  return many;
}

/** The row that keys act on. */
export function activeRow(page: Page): Locator {
  return page.locator('tr[aria-current="true"]');
}

/** Narrows the queue to one family by the keyboard and steps onto the first row. */
export async function findsByKeys(page: Page, family: string, many: number): Promise<void> {
  // The page comes after its frame, and only then are its keys heard.
  await expect(page.getByRole('searchbox')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(family);
  await expect(rowsOf(page)).toHaveCount(many);
  await page.keyboard.press('Enter');
  // Until the rows of this search are there the cursor stays in the field, and the next key would be typed.
  await expect(page.getByRole('searchbox')).not.toBeFocused();
  await expect(activeRow(page)).toHaveCount(1);
}
