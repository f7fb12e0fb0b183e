import { openCase } from '@stipple/api-e2e/story';
import { newPatient, overHttp } from './people/over-http';
import { Physician } from './people/physician';
import { expect, expectAccessible, test } from './stage';

const burn = 'The scar of the right hand comes from a burn.';
const cup = 'She cannot hold a cup.';

test('a letter is begun from the record, bound by keyboard, signed; other words are not signed', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const caseId = await openCase(team, {
    ...(await newPatient(stage, 'Lettertest')),
    injuredOn: '2024-03-12',
  });
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}/letter`);
  await page.getByRole('button', { name: 'Begin with what is on record' }).click();
  const sheet = page.getByLabel('Letter', { exact: true });
  await expect(sheet).toHaveValue(/The day of the injury was 12 March 2024\./);
  await expect(sheet).toBeFocused();
  await expect(page.getByText(/sentences on record, \d+ gaps · /)).toBeVisible();
  await expectAccessible(page);

  // To the first gap and back around; a gap is selected, so that typing fills it.
  await page.keyboard.press('Alt+ArrowDown');
  const selected = () =>
    sheet.evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    );
  await expect.poll(selected).toMatch(/^\[missing: /);
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(selected).toMatch(/^\[missing: /);

  // An assertion without evidence is underlined and stops the letter, with its reason.
  await sheet.fill('');
  await sheet.fill(`${burn} ${cup}`);
  const status = page.getByRole('status').filter({ hasText: cup });
  await expect(status).toContainText('no evidence');
  await expect(status).toContainText('It asserts “cannot”.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('has no evidence (it asserts: “cannot”)');
  await expect(page.getByRole('alert')).toContainText('“The scar of the right hand comes from a burn.”');
  await expectAccessible(page);

  // By keyboard: what agrees stands first, and is bound with Enter.
  await sheet.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+b');
  const box = page.getByRole('combobox', { name: 'Find evidence' });
  await expect(box).toBeFocused();
  await page.keyboard.type('cause of');
  await expect(page.getByRole('option').first()).toContainText('The cause of the scar: Burn');
  await expect(page.getByRole('option').first()).toContainText('agrees');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(sheet).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: burn })).toContainText('on record');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: cup })).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect(box).toBeFocused();
  await page.keyboard.type('told the physician');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 sentence on record, 1 on the physician’s own word')).toBeVisible();

  // What was typed outlives the page.
  await page.keyboard.press('End');
  await page.keyboard.type(' Thank you.');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(sheet).toHaveValue(`${burn} ${cup} Thank you.`);
  await expect(page.getByText(/^Your draft/)).toBeVisible();
  await expect(page.getByText('1 sentence on record, 1 on the physician’s own word')).toBeVisible();
  await sheet.focus();
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));

  // The physician sees the numbers and confirms what rests on their word alone, sentence by sentence.
  const physician = new Physician(await open(stage.clinic.physician), stage.clinic.physician.password);
  const letterId = (await team.coordinator.case(caseId)).letters[0]?.id;
  await physician.page.goto(`/cases/${caseId}/sign/letter/${letterId}`);
  await expect(
    physician.page.getByText(
      '2 sentences assert something: 1 on facts of the case, 1 on the physician’s own statement.',
    ),
  ).toBeVisible();
  await expectAccessible(physician.page);
  await physician.signsWhatIsRead('Letter of medical necessity');
  await expect(physician.page.getByText(/Confirm the sentence that rests on your own word/)).toBeVisible();
  await expect(physician.page.getByRole('checkbox', { name: cup })).toBeFocused();
  await physician.page.keyboard.press('Space');
  await physician.signsWhatIsRead('Letter of medical necessity');
  await expect(physician.page.getByText('Signed for Lettertest, Alpha.')).toBeVisible();

  // Signed words stand; what is written after them says that it is not signed.
  await page.goto(`/cases/${caseId}/letter`);
  await expect(page.getByText(/^Signed by Dr\./)).toBeVisible();
  await page.getByRole('button', { name: 'Write a new one from it' }).click();
  await expect(sheet).toHaveValue(`${burn} ${cup} Thank you.`);
  await expect(page.getByText('These words are not signed.')).toBeVisible();
  await sheet.fill(`${burn} She can hardly hold a cup.`);
  await expect(page.getByText('1 sentence on record, 1 without evidence')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Letter saved.')).toBeVisible();
  expect((await team.coordinator.case(caseId)).letters.map(({ state }) => state)).toEqual([
    'draft',
    'signed',
  ]);
});

test('at 360 pixels the panes are parts, and a sentence is bound from the shelf', async ({ open, stage }) => {
  const team = await overHttp(stage);
  const caseId = await openCase(team, await newPatient(stage, 'Lettersmall'));
  const page = await open(stage.clinic.physician);
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`/cases/${caseId}/letter`);
  await page.getByRole('button', { name: 'Begin with an empty sheet' }).click();
  await page.getByLabel('Letter', { exact: true }).fill(burn);
  await page.getByRole('button', { name: 'Criteria', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Payer’s criteria' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Evidence', exact: true }).click();
  await page.getByRole('button', { name: 'Bind to: The cause of the scar: Burn' }).click();
  await expect(page.getByRole('button', { name: 'Take off: The cause of the scar: Burn' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Letter', exact: true }).click();
  await expect(page.getByText('1 sentence on record')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
});
