import { pdfText } from '@stipple/testing';
import { payingCase } from '@stipple/api-e2e/ledger-story';
import { today } from '@stipple/api-e2e/story';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

test('a plan is agreed, a payment and a refund are recorded, and the receipt says so', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const { caseId } = await payingCase(team, await newPatient(stage, 'Ledgertest'));
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}`);
  await page.getByRole('tab', { name: /Self-pay/ }).click();
  await expect(page.getByText('$1,500.00 open of the price')).toBeVisible();
  await page.getByRole('link', { name: 'Ledger' }).click();
  await expect(page.getByRole('heading', { name: 'Ledger' })).toBeVisible();
  await expect(page.getByText('No plan: what was done is due when it is done.')).toBeVisible();

  const form = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Set payment plan' }).click();
  await form.getByLabel('Installments').fill('6');
  await expect(form.getByText(/6 × \$250\.00; the last is due/)).toBeVisible();
  await expect(form.getByText(/Regulation Z/)).toBeVisible();
  await form.getByLabel('Installments').fill('3');
  await expect(form.getByText(/Regulation Z/)).toBeHidden();
  await form.getByLabel('First one due').fill(today(stage.clinic.timeZone));
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Set payment plan' }).click();
  const plan = page.getByRole('region', { name: 'Payment plan' }).getByRole('row');
  await expect(plan).toHaveCount(4);
  await expect(plan.nth(1)).toContainText('$500.00');

  await page.getByRole('button', { name: 'Record payment' }).click();
  await expect(form.getByLabel('Amount, $')).toHaveValue('500.00');
  await form.getByLabel('Amount, $').fill('1500.01');
  await expect(form.getByText('This is more than $1,500.00.')).toBeVisible();
  await form.getByLabel('Amount, $').fill('700');
  await form.getByLabel(/^Receipt number of the terminal/).fill('4111 1111 1111 1111');
  // Told while it is typed, and refused if it is sent all the same.
  await expect(form.getByText('This looks like a card’s number. No card data is kept here.')).toBeVisible();
  await form.getByRole('button', { name: 'Record payment' }).click();
  await expect(form.getByRole('alert')).toContainText('looks like a card’s number');
  await form.getByLabel(/^Receipt number of the terminal/).fill('SLIP-4711');
  await form.getByRole('button', { name: 'Record payment' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Paid ahead: $700.00' })).toBeVisible();
  await expect(plan.nth(1)).toContainText('Paid');
  await expect(plan.nth(2)).toContainText('Partly paid');

  await page.getByRole('button', { name: 'Record refund' }).click();
  await form.getByLabel('Amount, $').fill('250');
  await form.getByLabel('Why').fill('One session less');
  await form.getByRole('button', { name: 'Record refund' }).click();
  await expect(page.getByRole('heading', { name: 'Paid ahead: $450.00' })).toBeVisible();
  await expect(plan.nth(1)).toContainText('Partly paid');
  const entries = page.getByRole('region', { name: 'Entries' }).getByRole('row');
  await expect(entries.nth(1)).toContainText('One session less');
  await expectAccessible(page);

  await entries
    .nth(1)
    .getByRole('button', { name: /^Reverse: Refund/ })
    .click();
  await form.getByLabel('Why').fill('It was for somebody else');
  await form.getByRole('button', { name: 'Reverse entry' }).click();
  await expect(page.getByRole('heading', { name: 'Paid ahead: $700.00' })).toBeVisible();
  await expect(entries.nth(1)).toContainText('Reversal of refund');
  await expect(entries.nth(2)).toContainText('Reversed');
  await expectAccessible(page);

  const address = await page.getByRole('link', { name: 'Receipt (PDF)' }).getAttribute('href');
  const receipt = await page.request.get(address ?? '');
  expect(receipt.status()).toBe(200);
  const text = pdfText(await receipt.body());
  for (const said of ['Ledgertest', 'SLIP-4711', '$700.00', 'no tax advice']) expect(text).toContain(said);
  expect(text).not.toContain('$250.00');

  await page.setViewportSize({ width: 360, height: 800 });
  await expectNoSidewaysScroll(page, 360);
});

test('whoever treats sees what is owed, and no way to the ledger', async ({ open, stage }) => {
  const team = await overHttp(stage);
  const { caseId, agreementId } = await payingCase(team, await newPatient(stage, 'Owedtest'));
  const page = await open(stage.clinic.physician, `/cases/${caseId}`);
  await page.getByRole('tab', { name: /Self-pay/ }).click();
  await expect(page.getByText('Owed: $0.00')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ledger' })).toBeHidden();
  await page.goto(`/cases/${caseId}/ledger/${agreementId}`);
  await expect(page.getByRole('heading', { name: 'Ledger' })).toBeHidden();
});
