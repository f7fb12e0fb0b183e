import { today } from '@stipple/api-e2e/story';
import { newPatient, overHttp } from './people/over-http';
import { activeRow, casesOf, countOfRows, findsByKeys, rowsOf, versionOf } from './people/queue';
import { openCase } from '@stipple/api-e2e/story';
import { expect, expectAccessible, test } from './stage';

test('other people’s changes appear in their place, and nothing moves under the cursor', async ({
  open,
  stage,
}) => {
  const { clinic } = stage;
  const team = await overHttp(stage);
  const [first = '', second = '', third = ''] = await casesOf(stage, team, 'Liverows', 3);
  const page = await open(clinic.coordinator);
  await findsByKeys(page, 'liverows', 3);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('1 case selected')).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  // Somebody else looks at the second one sooner: it would stand on top, and stays where it is.
  await team.manager.move(`/api/cases/${second}/touches`, {
    version: await versionOf(team, second),
    nextTouchOn: today(clinic.timeZone, 1),
  });
  await expect(rowsOf(page).nth(1)).toContainText('1 day left');
  await expect(rowsOf(page).nth(1)).toHaveAttribute('data-pulse', /./);
  await expect(activeRow(page)).toContainText('Right ankle');
  await expect(activeRow(page).getByRole('link')).toBeFocused();
  await expect(page.getByText('1 case selected')).toBeVisible();

  // What is chosen names the version on screen, so a change of it is not refused as stale.
  await page.keyboard.press('e');
  await expect(rowsOf(page).nth(1)).toContainText('Put off to');
  await expect(page.getByText(/refused/)).toHaveCount(0);

  await team.coordinator.move(`/api/cases/${first}/closures`, {
    version: await versionOf(team, first),
    reason: 'patient_withdrew',
  });
  await expect(rowsOf(page).nth(0)).toContainText('Closed');
  await team.manager.move(`/api/cases/${third}/assignments`, {
    version: await versionOf(team, third),
    ownerId: clinic.manager.id,
  });
  await expect(rowsOf(page).nth(2)).toContainText('Max Manager');
});

test('a row that left its view stays, dimmed, and says where it went; new ones wait behind a button', async ({
  open,
  stage,
}) => {
  const { clinic } = stage;
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Leaverows');
  const soon = today(clinic.timeZone, 1);
  const leaving = await openCase(team, { ...patient, bodySite: 'hand', nextTouchOn: soon });
  await openCase(team, { ...patient, bodySite: 'knee', nextTouchOn: soon });
  const page = await open(clinic.coordinator, '/queue?view=mine');
  const row = rowsOf(page).filter({ hasText: 'Leaverows' }).filter({ hasText: 'Right hand' });
  await expect(row).toHaveCount(1);
  const before = await countOfRows(page);

  await team.manager.move(`/api/cases/${leaving}/assignments`, {
    version: await versionOf(team, leaving),
    ownerId: clinic.manager.id,
  });
  await expect(row).toContainText('Now with Max Manager');
  await expectAccessible(page);

  await openCase(team, { ...patient, bodySite: 'hip', nextTouchOn: soon });
  await openCase(team, { ...patient, bodySite: 'foot', nextTouchOn: soon });
  const fresh = page.getByRole('button', { name: '2 new' });
  await expect(fresh).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(before);
  await fresh.click();
  await expect(row).toHaveCount(0);
  await expect(rowsOf(page).filter({ hasText: 'Leaverows' }).filter({ hasText: 'Right hip' })).toHaveCount(1);
  await expect(fresh).toHaveCount(0);
});
