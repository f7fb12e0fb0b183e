import { openCase } from '@stipple/api-e2e/story';
import { send, within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, test } from './stage';

test('a coordinator records what was tried; what was typed survives a reload, and a mistake is corrected in sight', async ({
  open,
  stage,
}) => {
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Triedsilicone'));
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}?tab=preparation`);
  await page.getByRole('link', { name: 'Measurements and scales' }).click();
  const section = page.getByRole('region', { name: 'Earlier treatments' });
  await expect(section).toContainText('Nobody has asked yet.');

  await section.getByRole('button', { name: 'Add treatment' }).click();
  const sheet = within(page);
  await sheet.getByLabel('Treatment').selectOption({ label: 'Silicone' });
  await sheet.getByRole('radio', { name: 'Failed: no lasting gain' }).check();
  await sheet.getByLabel('Details').fill('Sheets, every night.');
  await expect(sheet.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await section.getByRole('button', { name: 'Add treatment' }).click();
  await expect(sheet.getByText(/^Your draft of \d/)).toBeVisible();
  await expect(sheet.getByLabel('Details')).toHaveValue('Sheets, every night.');
  await sheet.getByLabel('From', { exact: true }).fill('2024-01-05');
  await sheet.getByLabel('Until', { exact: true }).fill('2023-12-05');
  await sheet.getByRole('button', { name: /^Save/ }).click();
  await expect(sheet).toContainText('lies before the first day');
  await sheet.getByLabel('Until', { exact: true }).fill('2024-09-05');
  await send(page, /^Save/);
  await expect(section).toContainText('Silicone: failed');
  const facts = page.getByRole('region', { name: 'Facts' });
  await expect(facts.getByRole('listitem').filter({ hasText: 'How many treatments failed' })).toContainText(
    '1 treatment',
  );
  await expect(facts.getByRole('listitem').filter({ hasText: 'longest failed treatment' })).toContainText(
    '8 months',
  );

  await section.getByRole('button', { name: /^Correct: Silicone/ }).click();
  await sheet.getByLabel('Until', { exact: true }).fill('2024-03-05');
  await sheet.getByLabel('Why is it corrected?').fill('Ended in March');
  await send(page, 'Save correction');
  await expect(facts.getByRole('listitem').filter({ hasText: 'longest failed treatment' })).toContainText(
    '2 months',
  );
  await section.getByText('Corrected: Ended in March').click();
  await expect(section).toContainText('entered by Billie Coordinator');
  await expectAccessible(page);

  // What only an examiner can have seen is copied from a document, which the form asks for when it is missing.
  await page.getByRole('button', { name: 'Measure motion' }).click();
  await sheet.getByLabel('Joint and motion').selectOption({ value: 'wrist flexion' });
  await sheet.getByLabel('Degrees').fill('30');
  await sheet.getByRole('button', { name: /^Save/ }).click();
  await expect(sheet).toContainText('copied from a document of the case');
  await sheet.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'State', exact: true })).toHaveCount(0);
});

test('a manager finds no way to a patient’s evidence', async ({ open, stage }) => {
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Notmanagers'));
  const page = await open(stage.clinic.manager, `/cases/${caseId}?tab=preparation`);
  await expect(page.getByRole('region', { name: 'Evidence and documents' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Measurements and scales' })).toHaveCount(0);
  await page.goto(`/cases/${caseId}/evidence`);
  await expect(page).not.toHaveURL(/evidence/);
});
