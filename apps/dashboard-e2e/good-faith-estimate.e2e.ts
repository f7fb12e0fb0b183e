import { openCase } from '@stipple/api-e2e/story';
import { Coordinator } from './people/coordinator';
import { send, within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, test } from './stage';

test('a manager’s price comes along with its line, and the estimate goes out in the patient’s language', async ({
  open,
  stage,
}) => {
  test.setTimeout(120_000);
  const { clinic } = stage;
  const patient = await newPatient(stage, 'Pricetest');
  const caseId = await openCase(await overHttp(stage), { ...patient, planType: 'none' });

  const manager = await open(clinic.manager, '/prices');
  await expect(manager.getByText('No prices yet')).toBeVisible();
  await manager.getByRole('button', { name: 'Add a price' }).click();
  const price = within(manager);
  await price.getByLabel('Short name').fill('prp');
  await price.getByRole('radio', { name: 'Add-on' }).check();
  await price.getByLabel('In English').fill('Platelet-rich plasma');
  await price.getByLabel('In Spanish').fill('Plasma rico en plaquetas');
  await price.getByLabel('Service code').fill('0232T');
  await price.getByLabel('Price, $').fill('two hundred');
  await price.getByRole('button', { name: 'Add', exact: true }).click();
  // What is no amount is refused at its field, and nothing else is lost.
  await expect(price.getByRole('alert').first()).toBeVisible();
  await price.getByLabel('Price, $').fill('200');
  await send(manager, 'Add');
  await expect(manager.getByRole('listitem').filter({ hasText: 'Platelet-rich plasma' })).toContainText(
    '$200.00',
  );
  await expectAccessible(manager);

  const coordinator = new Coordinator(await open(clinic.coordinator, `/cases/${caseId}`));
  const { page } = coordinator;
  const draft = await coordinator.chooses('Draft self-pay estimate');
  await draft.getByLabel('What', { exact: true }).first().fill('Microneedling session');
  await draft.getByRole('spinbutton', { name: 'Price of each in dollars' }).first().fill('500');
  await draft.getByRole('button', { name: 'Another line' }).click();
  await expect(draft.getByLabel('What', { exact: true })).toHaveCount(2);
  await draft.getByLabel('What', { exact: true }).last().fill('Platelet-rich plasma');
  await expect(draft.getByRole('spinbutton', { name: 'Price of each in dollars' }).last()).toHaveValue('200');
  await send(page, 'Save draft');
  await expect(page.getByText(/within 3 business days/)).toBeVisible();

  const issue = await coordinator.chooses('Issue good faith estimate');
  await issue.getByRole('radio', { name: 'Spanish' }).check();
  await issue.getByRole('radio', { name: 'Electronically' }).check();
  await send(page, 'Issue estimate');
  const given = page.getByRole('list', { name: 'Good faith estimates' });
  await expect(given).toContainText('Spanish');
  await expectAccessible(page);
  const link = given.getByRole('link', { name: 'Estimate 1' });
  const paper = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(paper.headers()['content-type']).toBe('application/pdf');

  // Given on screen or on paper, it can be signed on paper.
  await coordinator.recordsPatientsSignature('Alpha Pricetest');
});
