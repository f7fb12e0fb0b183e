import { openCase } from '@stipple/api-e2e/story';
import { Keyboard } from './people/by-keyboard';
import { within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

test('a physician records a motion, a scar scale and a questionnaire between two patients: a phone’s width, keys alone', async ({
  browser,
  stage,
}) => {
  // A whole visit, with the accessibility of three screens looked at on the way.
  test.slow();
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Phonewrist'));
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  const keys = new Keyboard(page);
  await keys.arrives(stage);
  await keys.signsIn(stage.clinic.physician);
  await page.goto(`${stage.url}/cases/${caseId}/evidence`);
  await expect(page.getByText('No motion measured yet.')).toBeVisible();

  await keys.press('m');
  await keys.expectSheet('Record range of motion');
  await keys.selects('Joint and motion', 'Wrist: extension (normal 70°)');
  await keys.picks('Side', 'Right');
  await keys.fills('Degrees', '96');
  await expect(within(page)).toContainText('Wrist: extension can be −80° to 95°, not 96°.');
  await keys.fills('Degrees', '25');
  await expect(within(page)).toContainText('45° short of normal, 64.2%');
  await expectNoSidewaysScroll(page, 360);
  await expectAccessible(page);
  await keys.sends();
  const motion = page.getByRole('region', { name: 'Range of motion' });
  await expect(motion).toContainText('Wrist extension, right, active');
  await expect(motion).toContainText('45° short');

  await keys.press('v');
  await keys.expectSheet('Rate VSS');
  // Digits answer, and go on to the next item.
  await keys.type('2131');
  await expect(within(page)).toContainText('7 of 13');
  await keys.sends();
  await expect(page.getByRole('region', { name: 'Scales' })).toContainText('Vancouver Scar Scale');

  await keys.press('q');
  await keys.expectSheet('Rate PHQ-9');
  await keys.type('22111110');
  await expect(within(page)).toContainText('one answer missing');
  await expect(within(page)).toContainText('Draft saved');
  await keys.type('1');
  await expect(within(page)).toContainText('10 of 27 · moderate');
  await expect(within(page)).toContainText('calls the treating physician at once');
  await expectAccessible(page);
  await keys.sends();

  const alert = page.getByRole('alert').filter({ hasText: 'Clinical alert' });
  await expect(alert).toContainText('item 9: “several days”');
  await expectNoSidewaysScroll(page, 360);
  await expectAccessible(page);
  await page.goto(`${stage.url}/waiting`);
  const waiting = page.getByRole('region', { name: /See to clinical alerts/ });
  await expect(waiting).toContainText('Phonewrist');
  await waiting.getByRole('button', { name: /^Look at it: .*Phonewrist/ }).focus();
  await keys.press('Enter');
  await alert.getByRole('button', { name: 'I have seen to it' }).focus();
  await keys.press('Enter');
  await expect(alert).toHaveCount(0);
  await keys.expectNoMouse();
  await context.close();
});

test('the body is pointed at by keys: parts have names, the recorded one is said, picking leads to measuring there', async ({
  open,
  stage,
}) => {
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Bodymap'));
  const page = await open(stage.clinic.physician, `/cases/${caseId}/evidence`);
  const body = page.getByRole('radiogroup', { name: 'Part of the body' });
  await expect(body.getByRole('radio', { name: 'Right hand, recorded site' })).toBeVisible();
  await page.getByRole('button', { name: 'Front', exact: true }).click();
  await body.getByRole('radio', { name: 'Right hand, recorded site' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(body.getByRole('radio', { name: 'Right wrist' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(body.getByRole('radio', { name: 'Right elbow' })).toBeChecked();
  await page.getByRole('button', { name: 'Measure Elbow' }).click();
  const sheet = within(page);
  await expect(sheet.getByLabel('Joint and motion')).toHaveValue('elbow flexion');
  await expect(sheet.getByRole('radio', { name: 'Right' })).toBeChecked();
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  // From behind the patient's left is on the left.
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  const across = async (name: string) => (await body.getByRole('radio', { name }).boundingBox())?.x ?? 0;
  await expect
    .poll(async () => (await across('Left elbow')) < (await across('Right elbow')), {
      message: 'the left elbow is left of the right one',
    })
    .toBe(true);
  await expectAccessible(page);
});
