import { ownClinic } from './people/over-http';
import { expect, expectAccessible, test } from './stage';

test('a manager schedules the report as it stands, changes, pauses and removes it; a coordinator sees it', async ({
  open,
  stage,
}) => {
  const { clinic } = await ownClinic(stage);
  const page = await open(clinic.manager, '/denials?period=year');
  await page.getByRole('link', { name: 'Schedule…' }).click();
  await expect(page.getByRole('heading', { name: 'No report comes by itself yet' })).toBeVisible();
  await expectAccessible(page);

  // What is missing is said at its field.
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Schedule the report' });
  await form.getByLabel('Name').fill('Monday numbers');
  await form.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(form).toContainText('Choose at least one.');
  await form.getByRole('checkbox').first().check();
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(form).toHaveCount(0);

  const report = page.getByRole('region', { name: 'Monday numbers' });
  await expect(report).toContainText(/Monday/);
  await expect(report).toContainText(/Next on /);
  await expectAccessible(page);

  await report.getByRole('button', { name: 'Change' }).click();
  const change = page.getByRole('dialog', { name: 'Change “Monday numbers”' });
  await change.getByRole('radio', { name: 'Each month' }).check();
  await change.getByLabel('Day of the month').fill('31');
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(report).toContainText(/month/);

  await report.getByRole('button', { name: 'Pause' }).click();
  await expect(report).toContainText('Paused');
  await report.getByRole('button', { name: 'Resume' }).click();
  await expect(report).toContainText(/Next on /);

  const theirs = await open(clinic.coordinator, '/reports/scheduled');
  await expect(theirs.getByRole('region', { name: 'Monday numbers' })).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Pause' })).toHaveCount(0);

  await report.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: 'No report comes by itself yet' })).toBeVisible();
});
