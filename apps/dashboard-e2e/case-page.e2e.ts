import { approval, caseWithPayer, openCase, today } from '@stipple/api-e2e/story';
import { pdf, within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

test('the state line says what, who and by when; the badge follows the approval at once', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const { caseId, requestId } = await caseWithPayer(team, await newPatient(stage, 'Statelinetest'));
  const page = await open(stage.clinic.coordinator, '/queue?actsNext=payer');
  const row = page.getByRole('row').filter({ hasText: 'Statelinetest' });
  await expect(row).toContainText('With payer');
  await page.goto(`/cases/${caseId}`);
  // The list and the page are the same row of the same table.
  await expect(page.getByText('With payer', { exact: true })).toBeVisible();
  await expect(page.getByText('Payer', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('3 days left')).toBeVisible();
  await expect(page.getByText('Locked', { exact: true })).toBeVisible();
  await expectAccessible(page);

  const lock = page.getByRole('region', { name: 'Booking is locked' });
  await expect(lock).toContainText('Cannot book: nothing clears 17999 for this patient.');
  await expect(lock).toContainText('Two ways to unlock');
  await lock.getByRole('button', { name: 'Draft self-pay estimate' }).click();
  await expect(within(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lock.getByRole('button', { name: 'Record approval' })).toBeVisible();

  const proofId = await team.coordinator.attach(caseId, 'payer_notice', 'Approval letter');
  await team.coordinator.make(`/api/auth-requests/${requestId}/approvals`, approval(team, proofId, 4));
  await expect(page.getByText('Unlocked by approval AUTH-1')).toBeVisible();
  await expect(page.getByText('3 of 3 left')).toBeVisible();
});

test('the menu of all moves finds a legal one by typing, and says why the others are not possible', async ({
  open,
  stage,
}) => {
  const { caseId } = await caseWithPayer(await overHttp(stage), await newPatient(stage, 'Menutest'));
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}`);
  await expect(page.getByRole('heading', { name: 'Decide on the request' })).toBeVisible();
  await page.keyboard.press('t');
  const find = page.getByRole('combobox', { name: 'Find a move' });
  await expect(find).toBeFocused();
  const legal = page.getByRole('listbox', { name: 'Possible now' });
  await expect(legal.getByRole('option', { name: 'Record denial' })).toBeVisible();
  const refused = page.getByRole('region', { name: 'Not possible now' });
  await expect(refused).toContainText('Cannot book: nothing clears 17999');
  await expect(legal.getByRole('option', { name: 'Book session' })).toHaveCount(0);
  await expectAccessible(page);

  await find.fill('book');
  await expect(page.getByText('Nothing that is possible now fits “book”.')).toBeVisible();
  await find.fill('denial');
  await expect(legal.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(within(page).getByLabel('Reason, word for word')).toBeVisible();
  await within(page).getByRole('button', { name: 'Cancel' }).click();

  await page.keyboard.press('.');
  await expect(find).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(legal.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(find).toHaveCount(0);
});

test('1 to 6 show the parts; the part stands in the address and is built only when it is shown', async ({
  open,
  stage,
}) => {
  const { caseId } = await caseWithPayer(await overHttp(stage), await newPatient(stage, 'Tabtest'));
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}`);
  await expect(page.getByRole('tab', { name: 'Now' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { name: 'Benefit calls' })).toHaveCount(0);
  const parts = [
    ['2', 'Preparation', 'Benefit calls'],
    ['3', 'Payer', 'Requests to the payer'],
    ['4', 'Self-pay', 'Self-pay'],
    ['5', 'Sessions', 'Sessions'],
    ['6', 'Notes', 'Billing notes'],
  ] as const;
  for (const [key, tab, heading] of parts) {
    await page.keyboard.press(key);
    await expect(page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('tabpanel').getByRole('heading', { name: heading })).toBeVisible();
  }
  await expectAccessible(page);
  await expect(page).toHaveURL(/tab=notes/);
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Notes' })).toHaveAttribute('aria-selected', 'true');
  // With the focus on them, arrows move between tabs; elsewhere they scroll.
  await page.getByRole('tab', { name: 'Notes' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Now' })).toBeFocused();
  await expect(page).not.toHaveURL(/tab=/);
});

test('one key each for call, document, note, next touch and assignment; done for now can be undone', async ({
  open,
  stage,
}) => {
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Keytest'));
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}`);
  await expect(page.getByRole('heading', { name: 'Call member services' })).toBeVisible();
  const forms = [
    ['r', 'Record benefit call'],
    ['d', 'Add document'],
    ['m', 'Write billing note'],
    ['h', 'Set next touch'],
    ['a', 'Assign case'],
  ] as const;
  for (const [key, title] of forms) {
    await page.keyboard.press(key);
    await expect(within(page).getByRole('heading', { name: title })).toBeVisible();
    await within(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(within(page)).toHaveCount(0);
  }
  // Every key has a control that does the same, and says so.
  const note = page.getByRole('button', { name: 'Write note' });
  await expect(note).toHaveAttribute('aria-keyshortcuts', 'm');
  await note.hover();
  await expect(note.locator('kbd')).toBeVisible();

  await page.keyboard.press('e');
  await expect(page.getByText(/Done for now\. Next touch on/)).toBeVisible();
  await expect(page.getByText('Next touch set').first()).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByText('Next touch set')).toHaveCount(2);
});

test('a document is added from the checklist, and stands in timeline and list', async ({ open, stage }) => {
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Checktest'));
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}`);
  const checklist = page.getByRole('region', { name: 'Checklist' });
  const photo = checklist.getByRole('listitem').filter({ hasText: 'Photograph' });
  await expect(photo).toContainText('Missing');
  await expect(checklist.getByRole('listitem').filter({ hasText: 'Payer’s notice' })).toContainText(
    'Not needed',
  );
  await photo.getByRole('button', { name: 'Add photograph' }).click();
  const form = within(page);
  await form
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'hand.pdf', mimeType: 'application/pdf', buffer: pdf });
  // It opens as the kind that is missing.
  await expect(form.getByLabel('What it is')).toHaveValue('photo');
  await form.getByLabel('Title').fill('Right hand, palm');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(photo).toContainText('Have');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByRole('link', { name: 'Right hand, palm' })).toBeVisible();
});

test('a long timeline shows fifty entries by day, more on request, and one kind when asked', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const caseId = await openCase(team, await newPatient(stage, 'Longtest'));
  for (let version = 1; version <= 55; version++)
    await team.coordinator.move(`/api/cases/${caseId}/touches`, {
      version,
      nextTouchOn: today(team.clinic.timeZone, version),
    });
  await team.coordinator.make(`/api/cases/${caseId}/billing-notes`, { body: 'The patient moves in May.' });
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}`);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(timeline.getByRole('listitem')).toHaveCount(50);
  await timeline.getByRole('button', { name: 'Show earlier (7)' }).click();
  await expect(timeline.getByRole('listitem')).toHaveCount(57);
  await timeline.getByRole('button', { name: /^Notes/ }).click();
  await expect(timeline.getByRole('listitem')).toHaveCount(1);
  await expect(timeline).toContainText('The patient moves in May.');
  await expectAccessible(page);
});

test('[ and ] go through the view it was opened from; the next one stands there at once', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const [first, second, third] = [
    await openCase(team, await newPatient(stage, 'Thirdtest')),
    await openCase(team, await newPatient(stage, 'Secondtest')),
    await openCase(team, await newPatient(stage, 'Firsttest')),
  ].reverse();
  const page = await open(stage.clinic.coordinator);
  const view = 'sort=number&direction=down';
  const ahead = page.waitForResponse(/ahead=yes/);
  await page.goto(`/cases/${first}?${view}&tab=notes`);
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Previous case' })).toBeDisabled();
  await ahead;
  // Its own read never comes back; what was read ahead stands there all the same.
  await page.route(
    (url) => url.pathname === `/api/cases/${second}` && !url.search,
    () => undefined,
  );
  await page.keyboard.press(']');
  await expect(page.getByRole('heading', { level: 1, name: 'Secondtest' })).toBeVisible();
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Notes' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Next case' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Thirdtest' })).toBeVisible();
  expect(page.url()).toContain(`/cases/${third}?`);
  await expect(page.getByText(/^3 of \d+$/)).toBeVisible();
  await page.unrouteAll();
  await page.keyboard.press('[');
  await expect(page.getByRole('heading', { level: 1, name: 'Secondtest' })).toBeVisible();
  await page.keyboard.press('u');
  await expect(page).toHaveURL(new RegExp(`/queue\\?${view}&row=${second}`));
});

test('u and Backspace lead back to the same view', async ({ open, stage }) => {
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Backtest'));
  const page = await open(stage.clinic.coordinator);
  for (const key of ['u', 'Backspace']) {
    await page.goto(`/cases/${caseId}?actsNext=coordinator&sort=touch&tab=notes`);
    await expect(page.getByRole('heading', { level: 1, name: 'Backtest' })).toBeVisible();
    await page.keyboard.press(key);
    await expect(page).toHaveURL(/\/queue\?/);
    const query = new URL(page.url()).searchParams;
    expect([query.get('actsNext'), query.get('sort'), query.get('tab')]).toEqual([
      'coordinator',
      'touch',
      null,
    ]);
    expect(query.get('row')).toBe(caseId);
  }
});

test('on tablet and phone it is one column, and state and lock stay in sight', async ({ open, stage }) => {
  const { caseId } = await caseWithPayer(await overHttp(stage), await newPatient(stage, 'Narrowtest'));
  const page = await open(stage.clinic.coordinator);
  for (const width of [768, 360, 320]) {
    await page.setViewportSize({ width, height: 780 });
    await page.goto(`/cases/${caseId}`);
    await expect(page.getByRole('heading', { name: 'Decide on the request' })).toBeVisible();
    await expectNoSidewaysScroll(page, width);
    await page.getByRole('heading', { name: 'Timeline' }).scrollIntoViewIfNeeded();
    await expect(page.getByText('With payer', { exact: true })).toBeInViewport();
    await expect(page.getByText('Locked', { exact: true })).toBeInViewport();
  }
  await expectAccessible(page);
});
