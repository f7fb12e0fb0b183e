import { authorizedCase, booking } from '@stipple/api-e2e/story';
import { newPatient } from './people/over-http';
import { within } from './people/form';
import { beforeTheSchedule, carries, daysAhead, pointOf } from './schedule-story';
import { expect, expectAccessible, test } from './stage';

test('a case is dragged from the list into the week, and the sheet says everything before it is booked', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.coordinator);
  const { wednesday } = await beforeTheSchedule(stage, page, 'Dragfromtray');
  const entry = page.getByRole('listitem').filter({ hasText: 'Dragfromtray' });
  await carries(page, entry, await pointOf(page, wednesday, 10));
  const marker = page.getByRole('button', { name: /^Book here: Dragfromtray, Alpha 10:00/ });
  await expect(marker).toBeVisible();
  await expect(page.locator('.fit')).toContainText('After this, 2 of 3 units left.');
  await expect(page.locator('.fit')).toContainText(/days left in its window/);
  await expect(page.locator('.fit')).toContainText('First session of this case.');

  await page.mouse.up();
  const sheet = within(page);
  for (const words of [
    'Dragfromtray, Alpha',
    '10:00 – 11:00 AM',
    'Dr. Pat Physician',
    'Room 1',
    'AUTH-1',
    '2 of 3',
  ])
    await expect(sheet).toContainText(words);
  await expectAccessible(page);
  // Nothing is booked before somebody says so.
  await expect(
    page.getByRole('button', { name: /Dragfromtray.*Scheduled/, includeHidden: true }),
  ).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(page.getByText('Booked.')).toBeVisible();
  await expect(page.getByRole('button', { name: /Dragfromtray.*Scheduled.*10:00/ })).toHaveCount(1);
  await expectAccessible(page);
});

test('a session is dragged to another day and hour; where it cannot go it says why and is not dropped', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.coordinator);
  const { team, caseId, wednesday } = await beforeTheSchedule(stage, page, 'Dragmove');
  const ahead = daysAhead(stage.clinic.timeZone, wednesday);
  const other = await authorizedCase(team, await newPatient(stage, 'Dragother'));
  await team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, ahead, 14));
  await team.coordinator.make(`/api/cases/${other.caseId}/sessions`, booking(team, ahead + 1, 14));
  const own = page.getByRole('button', { name: /Dragmove.*Scheduled/ });
  await expect(own).toHaveCount(1);

  const thursday = Temporal.PlainDate.from(wednesday).add({ days: 1 }).toString();
  await carries(page, own, await pointOf(page, thursday, 14));
  await expect(page.getByRole('button', { name: /^Not possible here: Dragmove/ })).toBeVisible();
  await expect(page.locator('.fit')).toContainText(/Dr. Pat Physician is busy .*Dragother/);
  await page.mouse.up();
  await expect(within(page)).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await carries(page, own, await pointOf(page, thursday, 16));
  await page.mouse.up();
  await within(page).getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByText('Moved.')).toBeVisible();
  expect((await team.coordinator.case(caseId)).sessions).toMatchObject([
    { day: thursday, state: 'scheduled' },
  ]);
});

test('let go outside the calendar, or Escape, leaves everything as it was', async ({ open, stage }) => {
  const page = await open(stage.clinic.coordinator);
  const { team, caseId, wednesday } = await beforeTheSchedule(stage, page, 'Dragleave');
  const entry = page.getByRole('listitem').filter({ hasText: 'Dragleave' });
  const point = await pointOf(page, wednesday, 9);
  await carries(page, entry, point);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /here: Dragleave/ })).toHaveCount(0);
  // A pointer that goes on with its button down takes nothing up again.
  await page.mouse.move(point.x + 30, point.y + 60, { steps: 3 });
  await expect(page.getByRole('button', { name: /here: Dragleave/ })).toHaveCount(0);
  await page.mouse.up();
  await expect(within(page)).toHaveCount(0);
  await expect(page.locator('.hand')).toHaveCount(0);
  await carries(page, entry, point);
  const heading = await page.getByRole('heading', { name: 'Schedule', exact: true }).boundingBox();
  await page.mouse.move(heading?.x ?? 0, heading?.y ?? 0, { steps: 5 });
  await expect(page.getByText('Let go here to leave it')).toBeVisible();
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Leave it' })).toHaveCount(0);
  expect((await team.coordinator.case(caseId)).sessions).toEqual([]);
});

test('a place that somebody takes meanwhile turns red under the marker, with the reason', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.coordinator);
  const { team, wednesday } = await beforeTheSchedule(stage, page, 'Draglive');
  const rival = await authorizedCase(team, await newPatient(stage, 'Dragrival'));
  // The list takes the new case in by itself; nothing is taken from it while it moves.
  await expect(page.getByRole('listitem').filter({ hasText: 'Dragrival' })).toBeVisible();
  await carries(
    page,
    page.getByRole('listitem').filter({ hasText: 'Draglive' }),
    await pointOf(page, wednesday, 8),
  );
  await expect(page.getByRole('button', { name: /^Book here: Draglive/ })).toBeVisible();
  const ahead = daysAhead(stage.clinic.timeZone, wednesday);
  await team.coordinator.make(`/api/cases/${rival.caseId}/sessions`, booking(team, ahead, 8));
  await expect(page.getByRole('button', { name: /^Not possible here: Draglive/ })).toBeVisible();
  await expect(page.locator('.fit')).toContainText(/busy .*Dragrival/);
  await page.mouse.up();
  await expect(within(page)).toHaveCount(0);
});

test('what the server refuses leads back to placing, with the reason and nothing lost', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.coordinator);
  const { team, wednesday, coordinator } = await beforeTheSchedule(stage, page, 'Dragrefused');
  const rival = await authorizedCase(team, await newPatient(stage, 'Dragfaster'));
  // This page does not hear of what others do.
  await page.route('**/api/events*', (route) => route.abort());
  await page.reload();
  await page.getByRole('button', { name: 'Book Dragrefused, Alpha' }).click();
  await coordinator.choosesTime(wednesday, '17:00');
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  const ahead = daysAhead(stage.clinic.timeZone, wednesday);
  await team.coordinator.make(`/api/cases/${rival.caseId}/sessions`, booking(team, ahead, 17));
  await within(page).getByRole('button', { name: 'Book', exact: true }).click();
  await expect(within(page)).toHaveCount(0);
  await expect(page.getByRole('alert')).toContainText(/busy|taken|booked/i);
  await expect(page.getByLabel('Begins', { exact: true })).toHaveValue('17:00');
  await coordinator.choosesTime(wednesday, '18:00');
  await coordinator.confirms('Book');
  await expect(page.getByText('Booked.')).toBeVisible();
});
