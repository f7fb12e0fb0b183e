import { letterOf, letterText, openCase } from '@stipple/api-e2e/story';
import { send, within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { Physician } from './people/physician';
import { expect, expectAccessible, test } from './stage';

const phone = { width: 360, height: 780 };

test('a letter is sent back, comes back with its changes marked, and is never signed unseen', async ({
  open,
  stage,
}) => {
  const { clinic } = stage;
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Changetest');
  const caseId = await openCase(team, { ...patient, bodySite: 'wrist' });
  const letter = await team.coordinator.make(`/api/cases/${caseId}/letters`, letterText);
  const path = `/api/letters/${letter}`;
  await team.coordinator.move(`${path}/signature-requests`, { version: 1 });

  const physician = new Physician(await open(clinic.physician), clinic.physician.password);
  const { page } = physician;
  await page.setViewportSize(phone);
  await page.getByRole('button', { name: /^Read and sign: Letter.*Changetest/ }).click();
  await expect(page.getByText('The patient has a burn scar contracture').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ask for changes' }).click();
  await within(page).getByLabel('What should change').fill('Name the hand and the goniometer.');
  await send(page, 'Send back');
  await expect(page.getByText('Sent back to its author.')).toBeVisible();

  const body = letterText.body
    .replace('right hand', 'right hand, measured by goniometer')
    .replace('restore', 'regain');
  await team.coordinator.move(`${path}/revisions`, { ...letterOf(body), version: 3 });
  await team.coordinator.attach(caseId, 'range_of_motion', 'Goniometer table');
  await team.coordinator.move(`${path}/signature-requests`, { version: 4 });

  // The list follows by itself; the word that went and those that came are marked, and the evidence that is new.
  await page.goto('/waiting');
  await page.getByRole('button', { name: /^Read and sign: Letter.*Changetest/ }).click();
  await expect(page.getByText(/2 insertions, 1 deletion since .* asked for changes/)).toBeVisible();
  await expect(page.getByRole('insertion').filter({ hasText: 'measured by goniometer' })).toBeVisible();
  await expect(page.getByRole('deletion').filter({ hasText: 'restore' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Goniometer table' })).toBeVisible();
  await expectAccessible(page);

  // Somebody changes a word while it is read: what is on screen can no longer be signed, and says so.
  await team.coordinator.move(`${path}/revisions`, { ...letterOf(`${body} Again.`), version: 5 });
  await expect(page.getByText('The words changed while you were reading')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign letter' })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show what changed' }).first().click();
  await expect(page.getByText('1 insertion, 0 deletions while you were reading.')).toBeVisible();
  await expect(page.getByText('It is a draft. It can be signed once')).toBeVisible();
  await team.coordinator.move(`${path}/signature-requests`, { version: 6 });
  await page.getByRole('button', { name: 'Show what changed' }).first().click();
  await physician.signsWhatIsRead('Letter of medical necessity');
  await expect(page.getByText('Signed for Changetest, Alpha.')).toBeVisible();
  expect((await team.coordinator.case(caseId)).letters[0]).toMatchObject({
    state: 'signed',
    body: `${body} Again.`,
  });
});

test('with the keyboard: to the item, into the words, to the password, and on to the next', async ({
  open,
  stage,
}) => {
  const { clinic } = stage;
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Keystest');
  // Somebody with nothing else to do.
  const person = {
    name: 'Dr. Quick Key',
    email: 'quick.key@clinic.test',
    password: clinic.physician.password,
  };
  const physicianId = await team.administrator.make('/api/people', { ...person, roles: ['physician'] });
  for (const bodySite of ['neck', 'back']) {
    const caseId = await openCase(team, { ...patient, bodySite, side: 'midline', physicianId });
    const letter = await team.coordinator.make(`/api/cases/${caseId}/letters`, letterText);
    await team.coordinator.move(`/api/letters/${letter}/signature-requests`, { version: 1 });
  }
  const page = await open({ ...person, id: physicianId });
  await expect(page.getByRole('button', { name: /Keystest/ })).toHaveCount(2);
  await page.keyboard.press('j');
  await expect(page.getByRole('button', { name: /Keystest/ }).first()).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Letter of medical necessity' })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByLabel('Your password')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enter your password to sign.')).toBeVisible();
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/password/i).filter({ hasText: /not right|wrong|does not/i })).toBeVisible();
  await page.getByLabel('Your password').fill(clinic.physician.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Signed for Keystest, Alpha. 1 left to sign.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Skip/ })).toHaveCount(0);
  await page.getByLabel('Your password').fill(clinic.physician.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/waiting$/);
});
