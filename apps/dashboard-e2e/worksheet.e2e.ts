import { draftedRequest } from '@stipple/api-e2e/codes-story';
import { fillWorksheet, openCase, worksheet } from '@stipple/api-e2e/story';
import { Keyboard } from './people/by-keyboard';
import { within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

test('a worksheet is filled in by keys at a phone’s width: what is missing stands beside its field until it is there', async ({
  browser,
  stage,
}) => {
  test.slow();
  const team = await overHttp(stage);
  const caseId = await openCase(team, await newPatient(stage, 'Unlisted'));
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  const keys = new Keyboard(page);
  await keys.arrives(stage);
  await keys.signsIn(stage.clinic.physician);
  await page.goto(`${stage.url}/cases/${caseId}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Unlisted');
  await keys.press('w');
  await expect(page.getByRole('heading', { level: 1, name: 'Worksheet for 17999' })).toBeVisible();
  await expect(page.getByText('Say how many minutes a session takes.')).toBeVisible();
  await expectNoSidewaysScroll(page, 360);
  await expectAccessible(page);

  await keys.selects('Comparator code', '15781 Dermabrasion of a part of the face (usual)');
  await expect(page.getByText('Dermabrasion uses another instrument')).toBeVisible();
  await expect(page.getByText('Choose a code that has a fee')).toHaveCount(0);
  await keys.fills('Why it is comparable', worksheet.comparison);
  await keys.fills('Time of a session', '601');
  await expect(page.getByText('Give whole minutes, from 1 to 600.')).toBeVisible();
  await keys.fills('Time of a session', '45');
  await expect(page.getByText('Give whole minutes, from 1 to 600.')).toHaveCount(0);
  await expect(page.getByText('Draft saved')).toBeVisible();

  // Half a worksheet can be stored; the cursor is then where it goes on.
  await keys.press('Control+Enter');
  await expect(page.getByText(/^Stored, lacks: skill, equipment, fee/)).toBeVisible();
  await expect(page.getByLabel('Skill', { exact: true })).toBeFocused();
  await keys.fills('Skill', worksheet.skill);
  await keys.fills('Equipment', worksheet.equipment);
  await keys.fills('Fee of a session, $', '4,50');
  await expect(page.getByText('Give a fee in dollars and cents')).toBeVisible();
  await keys.fills('Fee of a session, $', '450');
  await keys.selects('The fee rests on', 'What a session costs the clinic');
  await keys.fills('How the fee comes about', 'Physician 45 minutes, assistant, cartridge, room: $450.00.');
  await keys.fills('Line description', 'Needling of scar – right hand');
  await expect(page.getByText('51 characters left of 80')).toBeVisible();
  await expect(page.getByText('SV1*HC:17999:::::NEEDLING OF SCAR - RIGHT HAND*450*UN*1')).toBeVisible();
  await keys.presses('Use this description');
  await expect(page.getByLabel('Line description')).toHaveValue(
    'MEDICAL MICRONEEDLING OF BURN SCAR, RIGHT HAND',
  );
  await expectNoSidewaysScroll(page, 360);
  await expectAccessible(page);
  await keys.press('Control+Enter');
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
  await expect(page.getByRole('listitem').filter({ hasText: 'Worksheet for 17999' })).toContainText('Have');
  await keys.expectNoMouse();
  await context.close();

  const { worksheets } = await team.coordinator.case(caseId);
  expect(worksheets).toMatchObject([{ worksheet: { state: 'complete', version: 2 }, gaps: [] }]);
});

test('a request for 17999 that has no worksheet says so, and leads to it; what is typed there survives a reload', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Blocked');
  const { caseId, requestId } = await draftedRequest(team, patient);
  const [of] = (await team.coordinator.case(caseId)).worksheets;
  const filled = of?.worksheet?.id;
  await team.coordinator.move(`/api/worksheets/${filled}/revisions`, {
    version: 1,
    ...worksheet,
    minutes: undefined,
  });
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}`);
  await page.getByRole('button', { name: 'Revise worksheet' }).first().click();
  await expect(page.getByText('Stored, lacks: time.')).toBeVisible();
  await page.getByLabel('Time of a session').fill('50');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Your draft')).toBeVisible();
  await expect(page.getByLabel('Time of a session')).toHaveValue('50');
  await page.getByRole('button', { name: 'Save worksheet' }).click();
  await expect(page).toHaveURL(/\/cases\/[^/]+$/);
  await page
    .getByRole('button', { name: /^Mark ready/ })
    .first()
    .click();
  await within(page).getByRole('button', { name: 'Mark ready' }).click();
  await expect(within(page)).toHaveCount(0);
  const view = await team.coordinator.case(caseId);
  expect(view.requests.find(({ id }) => id === requestId)?.state).toBe('ready');
});

test('two people fill in one worksheet: what the other saved is taken over, and what both changed is asked', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const caseId = await openCase(team, await newPatient(stage, 'Together'));
  const id = await fillWorksheet(team, caseId);
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}/worksheet`);
  await page.getByLabel('Fee of a session, $').fill('500');
  await team.physician.move(`/api/worksheets/${id}/revisions`, {
    version: 1,
    ...worksheet,
    minutes: 60,
    feeCents: 55_000,
  });
  await expect(page.getByLabel('Time of a session')).toHaveValue('60');
  const clash = page.getByRole('group', { name: 'Fee of a session, $: yours or theirs' });
  await expect(clash).toContainText('550.00');
  await clash.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByRole('button', { name: 'Save worksheet' }).click();
  await expect(page).toHaveURL(/\/cases\/[^/]+$/);
  const { codes } = (
    await team.manager.get<{ codes: { worksheet: object }[] }>(`/api/cases/${caseId}/worksheets`)
  ).body;
  expect(codes[0]?.worksheet).toMatchObject({ minutes: 60, feeCents: 50_000, version: 3 });
});
