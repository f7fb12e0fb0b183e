import { openCase, today } from '@stipple/api-e2e/story';
import type { Team } from '@stipple/api-e2e/story';
import { Locator, Page, expect } from '@playwright/test';
import { newPatient } from './over-http';
import type { RunningStage } from '../stage';

const sites = ['hand', 'ankle', 'knee', 'elbow', 'hip', 'foot', 'shoulder', 'thigh'];

/** Cases of one new patient, each at another site, to be looked at again on one day after the other. */
export async function casesOf(
  stage: RunningStage,
  team: Team,
  family: string,
  many: number,
): Promise<readonly string[]> {
  const patient = await newPatient(stage, family);
  const ids: string[] = [];
  for (const [index, bodySite] of sites.slice(0, many).entries())
    ids.push(
      await openCase(team, { ...patient, bodySite, nextTouchOn: today(stage.clinic.timeZone, 10 + index) }),
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

/** The row that keys act on. */
export function activeRow(page: Page): Locator {
  return page.locator('tr[aria-current="true"]');
}

/** Narrows the queue to one family by the keyboard and steps onto the first row. */
export async function findsByKeys(page: Page, family: string, many: number): Promise<void> {
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(family);
  await expect(rowsOf(page)).toHaveCount(many);
  await page.keyboard.press('Enter');
  await expect(activeRow(page)).toHaveCount(1);
}
