import { authorizedCase, booking, today } from '@stipple/api-e2e/story';
import { within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { beforeTheSchedule, daysAhead } from './schedule-story';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

test('a session is moved without a mouse, and every step is spoken', async ({ open, stage }) => {
  const page = await open(stage.clinic.coordinator);
  const { team, caseId, wednesday } = await beforeTheSchedule(stage, page, 'Keymove');
  const ahead = daysAhead(stage.clinic.timeZone, wednesday);
  await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, ahead, 9));
  const session = page.getByRole('button', { name: /Keymove.*Scheduled/ });
  await session.press('Space');
  const marker = page.getByRole('button', { name: /here: Keymove/ });
  await expect(marker).toBeFocused();
  const spoken = page.getByRole('status').filter({ hasText: /9:00|9:15|Not possible/ });
  await expect(spoken).toContainText('9:00 – 10:00 AM, Dr. Pat Physician, Room 1.');

  for (const key of ['ArrowRight', 'ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
  const thursday = Temporal.PlainDate.from(wednesday).add({ days: 1 }).toString();
  await expect(spoken).toContainText('9:15 – 10:30 AM');
  await expect(spoken).toContainText('Keeps its unit.');
  await expectAccessible(page);

  // The next clinician is not named by the authorization: said, and not placed.
  await page.keyboard.press('l');
  await expect(spoken).toContainText(/Not possible here: .*does not name/);
  await page.keyboard.press('Enter');
  await expect(within(page)).toHaveCount(0);
  await page.keyboard.press('Shift+l');

  await page.keyboard.press('PageDown');
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue(
    Temporal.PlainDate.from(thursday).add({ days: 7 }).toString(),
  );
  await page.keyboard.press('PageUp');
  await expect(marker).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(within(page)).toContainText('9:15 – 10:30 AM');
  await within(page).getByRole('button', { name: 'Move', exact: true }).press('Enter');
  await expect(page.getByText('Moved.')).toBeVisible();
  expect((await team.coordinator.case(caseId)).sessions).toMatchObject([
    { day: thursday, state: 'scheduled' },
  ]);
});

test('a case is found, held and left again by keys alone', async ({ open, stage }) => {
  const page = await open(stage.clinic.coordinator);
  const { team, caseId } = await beforeTheSchedule(stage, page, 'Keybook');
  await expect(page.getByRole('heading', { name: 'Book a session' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Find a case by patient or number' })).toBeFocused();
  await page.keyboard.type('Keybook');
  await expect(page.getByRole('button', { name: 'Book Keybook, Alpha' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Book / })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /here: Keybook/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /here: Keybook/ })).toHaveCount(0);
  expect((await team.coordinator.case(caseId)).sessions).toEqual([]);
});

test('Enter before the search has answered takes whom the words mean, not who stood first', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.coordinator);
  const team = await overHttp(stage);
  for (const family of ['Hastyone', 'Hastytwo']) await authorizedCase(team, await newPatient(stage, family));
  await page.goto('/schedule');
  await expect(page.getByRole('button', { name: 'Book Hastytwo, Alpha' })).toBeVisible();
  for (const family of ['Hastyone', 'Hastytwo']) {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(`${family}\n`);
    await expect(page.getByRole('button', { name: `here: ${family}` })).toBeFocused();
    await page.keyboard.press('Escape');
  }
});

test('taken in hand while the week on screen is over or full, the next free time is offered', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.coordinator);
  await beforeTheSchedule(stage, page, 'Nextfree');
  await page.goto(`/schedule?week=${today(stage.clinic.timeZone, -14)}`);
  await page.getByRole('button', { name: 'Book Nextfree, Alpha' }).press('Enter');
  // “Book here” and not “Not possible here”: it stands in a week to come.
  await expect(page.getByRole('button', { name: 'Book here: Nextfree, Alpha' })).toBeFocused();
  await expect(page.getByText('This time has passed.')).toHaveCount(0);
});

test('days, weeks and today have keys, and a day shows a column for everybody', async ({ open, stage }) => {
  const page = await open(stage.clinic.coordinator);
  const { wednesday } = await beforeTheSchedule(stage, page, 'Keyweek');
  await expect(page.getByRole('region', { name: 'Calendar of the week' })).toBeVisible();
  await page.keyboard.press(']');
  await expect(page).not.toHaveURL(new RegExp(`week=${wednesday}`));
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'This week' })).toBeDisabled();
  await page.keyboard.press('1');
  const day = page.getByRole('region', { name: 'Calendar of the day' });
  await expect(day.getByText('Dr. Pat Physician', { exact: true })).toBeVisible();
  await expect(day.getByText('Other Clinician', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Today', exact: true })).toBeEnabled();
  await page.keyboard.press('2');
  await expect(page.getByRole('region', { name: 'Calendar of the week' })).toBeVisible();
});

test('at 360 px a day is a list, and a session is placed with the form', async ({ open, stage }) => {
  const page = await open(stage.clinic.coordinator);
  await page.setViewportSize({ width: 360, height: 780 });
  const { wednesday, coordinator } = await beforeTheSchedule(stage, page, 'Phonebook');
  await page.getByRole('searchbox', { name: 'Find a case by patient or number' }).fill('Phonebook');
  await page.getByRole('button', { name: 'Book Phonebook, Alpha' }).click();
  await coordinator.choosesTime(wednesday, '11:30');
  await expectAccessible(page);
  await coordinator.confirms('Book');
  await expect(page.getByText('Booked.')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.goto(`/schedule?day=${wednesday}`);
  await expect(page.getByRole('button', { name: /11:30.*Phonebook, Alpha/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page, 360);
});
