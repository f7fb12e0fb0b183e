import { Team, authorizedCase, today } from '@stipple/api-e2e/story';
import { Locator, Page, expect } from '@playwright/test';
import { Coordinator } from './people/coordinator';
import { newPatient, overHttp } from './people/over-http';
import type { RunningStage } from './stage';

/** A Wednesday that is still to come, so that the days around it lie in one week. */
export function nextWednesday(timeZone: string): string {
  const date = Temporal.PlainDate.from(today(timeZone));
  return date.add({ days: ((10 - date.dayOfWeek) % 7) + 7 - (date.dayOfWeek < 3 ? 7 : 0) }).toString();
}

export const daysAhead = (timeZone: string, day: string): number =>
  Temporal.PlainDate.from(today(timeZone)).until(day).days;

/** A cleared case of a patient of that family, and a coordinator who looks at the week of that Wednesday. */
export async function beforeTheSchedule(
  stage: RunningStage,
  page: Page,
  family: string,
): Promise<{
  team: Team;
  caseId: string;
  authorizationId: string;
  wednesday: string;
  coordinator: Coordinator;
}> {
  const team = await overHttp(stage);
  const patient = await newPatient(stage, family);
  const { caseId, authorizationId } = await authorizedCase(team, patient);
  const wednesday = nextWednesday(stage.clinic.timeZone);
  const coordinator = new Coordinator(page);
  await page.goto(`/schedule?week=${wednesday}`);
  return { team, caseId, authorizationId, wednesday, coordinator };
}

/** Where an hour of a day lies on the calendar. */
export async function pointOf(page: Page, day: string, hour: number): Promise<{ x: number; y: number }> {
  const column = page.locator(`[data-day="${day}"]`).first();
  await page.locator('.frame').evaluate((frame) => frame.scrollTo(0, 0));
  const box = await column.boundingBox();
  if (!box) throw new Error(`${day} is not on screen`);
  return { x: box.x + box.width / 2, y: box.y + ((hour - 7) / 12) * box.height + 2 };
}

/** Takes something with the mouse and carries it, without letting go. */
export async function carries(page: Page, what: Locator, to: { x: number; y: number }): Promise<void> {
  const box = await whereItRests(what);
  await page.mouse.move(box.x + 20, box.y + 4);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 14, { steps: 3 });
  await expect(page.locator('.hand')).toBeVisible();
  await page.mouse.move(to.x, to.y, { steps: 8 });
}

/** The panel beside the calendar comes and goes above the list, and the list moves with it. */
async function whereItRests(what: Locator): Promise<{ x: number; y: number }> {
  let before = '';
  let box: { x: number; y: number } | null = null;
  await expect(async () => {
    // The list may be longer than the window, and the mouse reaches only what is in sight.
    await what.scrollIntoViewIfNeeded();
    box = await what.boundingBox();
    const last = before;
    before = JSON.stringify(box);
    expect(before).toBe(last);
  }).toPass();
  if (box === null) throw new Error('there is nothing to take');
  return box;
}
