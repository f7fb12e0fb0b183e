import { caseWithPayer, today } from '@stipple/api-e2e/story';
import { newPatient, overHttp } from './people/over-http';
import { Coordinator } from './people/coordinator';
import { Physician } from './people/physician';
import { expect, expectAccessible, test } from './stage';

test('denied by the payer, then paid by the patient: estimate, signature, booking, treatment', async ({
  open,
  stage,
}) => {
  test.setTimeout(120_000);
  const { clinic } = stage;
  const patient = await newPatient(stage, 'Selfpaytest');
  const { caseId } = await caseWithPayer(await overHttp(stage), patient);
  const coordinator = new Coordinator(await open(clinic.coordinator));
  const physician = new Physician(await open(clinic.physician), clinic.physician.password);
  const { page } = coordinator;

  await page.goto(`/cases/${caseId}`);
  await coordinator.recordsDenial('Not medically necessary for this member.', '50');
  await expect(page.getByRole('heading', { name: 'Booking is locked' })).toBeVisible();
  await coordinator.triesToBook('Selfpaytest');
  await expect(page.getByRole('alert')).toContainText('cannot be booked yet');

  await page.goto(`/cases/${caseId}`);
  await coordinator.offersSelfPay();
  // An estimate that nobody has signed unlocks nothing.
  await expect(page.getByRole('heading', { name: 'Booking is locked' })).toBeVisible();
  await coordinator.recordsPatientsSignature('Alpha Selfpaytest');
  await expectAccessible(page);
  await coordinator.books('Selfpaytest', today(clinic.timeZone), '15:00');
  await physician.treats('Selfpaytest, Alpha');
});
