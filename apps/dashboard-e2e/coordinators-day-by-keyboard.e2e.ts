import { authorizedCase, today } from '@stipple/api-e2e/story';
import { KeyboardCoordinator, unused } from './people/keyboard-coordinator';
import { newPatient, overHttp } from './people/over-http';
import { activeRow, casesOf, findsByKeys, rowsOf } from './people/queue';
import { expect, test } from './stage';

test('the morning in the queue, without the mouse', async ({ page, stage }) => {
  const { clinic } = stage;
  const family = unused('Early');
  const team = await overHttp(stage);
  const ids = await casesOf(stage, team, family, 4);
  const by = new KeyboardCoordinator(page);
  await by.arrives(stage);
  await by.signsIn(clinic.coordinator);
  await findsByKeys(page, family, 4);
  await by.press('j');
  await expect(activeRow(page)).toContainText('Right ankle');
  await by.press('k');
  await expect(activeRow(page)).toContainText('Right hand');

  await by.press('e');
  await expect(rowsOf(page).first()).toContainText('Put off to');
  await by.press('z');
  await expect(page.getByText('Taken back.')).toBeVisible();
  await expect(activeRow(page)).toContainText('Right ankle');
  await by.snoozes('in 20 days');
  await expect(rowsOf(page).nth(1)).toContainText('Put off to');
  await expect(activeRow(page)).toContainText('Right knee');
  await by.assigns('nob');
  await expect(rowsOf(page).nth(2)).toContainText('Nobody');

  await by.recordsCall('REF-9');
  await expect(activeRow(page)).toContainText('Right knee');
  await expect(activeRow(page).getByRole('link').first()).toBeFocused();

  await by.press('x');
  await by.press('j');
  await by.press('Shift+x');
  await expect(page.getByText('2 cases selected')).toBeVisible();
  await by.press('b');
  await by.presses(/^Snooze/);
  await by.choosesDay('next week');
  await expect(page.getByText(/2 cases: snoozed to Mon/)).toBeVisible();

  await by.savesView(family, 'Verifying benefits');
  await by.press('n');
  await expect(page).toHaveURL(/\/cases\//);
  await by.press('u');
  await expect(page).toHaveURL(/queue/);
  await expect(activeRow(page)).toContainText('You are on it');
  await by.expectNoMouse();

  const [hand, ankle, knee] = await Promise.all(ids.map((id) => team.coordinator.case(id)));
  expect(hand?.nextTouchOn).toBe(today(clinic.timeZone, 10));
  expect(ankle?.nextTouchOn).toBe(today(clinic.timeZone, 20));
  expect(knee?.owner).toBeNull();
  expect(knee?.benefitCalls).toMatchObject([{ referenceNumber: 'REF-9' }]);
});

test('a case from its opening to an authorization, without the mouse', async ({ page, stage }) => {
  test.setTimeout(180_000);
  const { clinic } = stage;
  const [family, team] = [unused('Handscar'), await overHttp(stage)];
  const patient = `${family}, Alpha`;
  await newPatient(stage, family);
  const by = new KeyboardCoordinator(page);
  await by.arrives(stage);
  await by.signsIn(clinic.coordinator);
  await by.opensCaseOf(patient, clinic.physician.name);
  await expect(page.getByRole('heading', { name: 'Booking is locked' })).toBeVisible();
  const caseId = new URL(page.url()).pathname.split('/').pop() ?? '';
  const signs = async (subject: 'screenings' | 'letters') => {
    const { id = '', version = 0 } = (await team.coordinator.case(caseId))[subject][0] ?? {};
    const { password } = clinic.physician;
    await team.physician.move(`/api/${subject}/${id}/signatures`, { version, password });
  };

  await by.recordsCall('REF-100');
  await expect(page.getByText('ref. REF-100').first()).toBeVisible();
  await by.proposesScreening();
  await signs('screenings');
  await expect(page.getByRole('heading', { name: 'Write the letter of medical necessity' })).toBeVisible();
  await by.addsDocument('Photograph', 'Right hand, palm');
  await by.writesNote('Asked for photographs of both hands.');
  await by.draftsLetter();
  await signs('letters');
  await expect(page.getByRole('heading', { name: 'Draft the request' })).toBeVisible();
  await by.submitsRequest('PORTAL-9');
  await expect(page.getByText('confirmation PORTAL-9').first()).toBeVisible();
  await by.recordsApproval('AUTH-77');
  await expect(page.getByRole('heading', { name: 'Unlocked by authorization' })).toBeVisible();
  await by.expectFocusOnPage();
  await by.expectNoMouse();

  const made = await team.coordinator.case(caseId);
  expect(made.lock).toMatchObject({ unlocked: true, by: 'authorization' });
  expect(made.authorizations).toMatchObject([{ number: 'AUTH-77' }]);
  expect(made.documents.map(({ title }) => title)).toContain('Right hand, palm');
  expect(made.notes).toMatchObject([{ body: 'Asked for photographs of both hands.' }]);
});

test('the schedule and the evening, without the mouse', async ({ page, stage }) => {
  const { clinic } = stage;
  const [family, team] = [unused('Latehour'), await overHttp(stage)];
  const ids = await casesOf(stage, team, family, 3);
  const { caseId } = await authorizedCase(team, await newPatient(stage, unused('Booked')));
  const booked = (await team.coordinator.case(caseId)).patient.name;
  const { memberId } = await team.coordinator.case(caseId);
  const by = new KeyboardCoordinator(page);
  await by.arrives(stage);
  await by.signsIn(clinic.coordinator);

  await by.books(booked);
  await expect(page.getByRole('link', { name: 'Open the case' })).toBeFocused();
  await by.finds(memberId, new RegExp(booked));
  await expect(page.getByRole('heading', { level: 1, name: booked })).toBeVisible();
  await by.press('5');
  await expect(page.getByRole('tab', { name: /^Sessions/ })).toHaveAttribute('aria-selected', 'true');

  // Along a view of three, from where it was opened.
  await by.press('g');
  await by.press('q');
  await findsByKeys(page, family, 3);
  await by.press('Enter');
  await expect(page.getByText('1 of 3')).toBeVisible();
  await by.press(']');
  await expect(page.getByText('2 of 3')).toBeVisible();
  await by.press('[');
  await expect(page.getByText('1 of 3')).toBeVisible();
  await by.looksUpKeys('note', 'Write a note');

  await by.beginsNote('Call them back tomorrow.');
  await by.finds('drafts', 'Go to Your drafts');
  const draft = page.getByRole('listitem').filter({ hasText: family });
  await expect(draft).toContainText('Call them back tomorrow.');
  await by.tabsTo(draft.getByRole('button', { name: /^Go on/ }));
  await by.press('Enter');
  await by.expectSheet('Write billing note');
  await by.sends();
  await expect(draft).toHaveCount(0);

  await by.locksAndUnlocks(clinic.coordinator);
  await by.finds('sign out', 'Sign out');
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await by.expectNoMouse();

  expect((await team.coordinator.case(caseId)).sessions).toMatchObject([{ state: 'scheduled' }]);
  expect((await team.coordinator.case(ids[0] ?? '')).notes).toMatchObject([
    { body: 'Call them back tomorrow.' },
  ]);
});
