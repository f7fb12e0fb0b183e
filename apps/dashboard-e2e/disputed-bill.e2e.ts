import { payingCase, planOf } from '@stipple/api-e2e/ledger-story';
import { today } from '@stipple/api-e2e/story';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

test('a disputed bill puts what collects on hold, in the ledger and in the case, until it is closed', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const { caseId, agreementId, path } = await payingCase(team, await newPatient(stage, 'Disputetest'));
  await team.coordinator.make(`${path}/payment-plans`, planOf(team));
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}/ledger/${agreementId}`);
  const disputes = page.getByRole('region', { name: 'Bill and estimate' });
  await expect(disputes).toContainText('$0.00 charged, $1,500.00 estimated');

  const form = page.getByRole('dialog');
  await disputes.getByRole('button', { name: 'Record dispute' }).click();
  await form.getByLabel('First bill of').fill(today(stage.clinic.timeZone, -10));
  await form.getByLabel('Billed in all, $').fill('1899.99');
  await expect(form.getByText(/can be disputed from \$400\.00 over/)).toBeVisible();
  await form.getByLabel('Billed in all, $').fill('1900');
  await expect(form.getByText(/\$400\.00 over the estimate/)).toBeVisible();
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Record dispute' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText('Bill disputed: on hold')).toBeVisible();
  await expect(disputes).toContainText('$400.00 over the estimate');
  await expect(page.getByRole('button', { name: 'Replace payment plan' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Record payment' })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page, 360);

  await page.goto(`/cases/${caseId}`);
  await page.getByRole('tab', { name: /Self-pay/ }).click();
  await expect(page.getByText('Bill disputed: on hold')).toBeVisible();
  await page.getByRole('link', { name: 'Ledger' }).click();

  await disputes.getByRole('button', { name: 'Close dispute' }).click();
  await form.getByLabel('Settled between patient and clinic').check();
  await form.getByRole('button', { name: 'Close dispute' }).click();
  await expect(disputes).toContainText('Dispute closed');
  await expect(page.getByText('Bill disputed: on hold')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Replace payment plan' })).toBeVisible();
});
