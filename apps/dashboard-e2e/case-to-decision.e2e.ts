import { Coordinator } from './people/coordinator';
import { Physician } from './people/physician';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

test('coordinator and physician take a case from the first call to an authorization', async ({
  open,
  stage,
}) => {
  const { clinic } = stage;
  const coordinator = new Coordinator(await open(clinic.coordinator));
  const physician = new Physician(await open(clinic.physician), clinic.physician.password);
  const { page } = coordinator;

  await coordinator.opensCaseOf('Testpatient, Alpha', 'testpat');
  await expect(page.getByRole('heading', { name: 'Booking is locked' })).toBeVisible();
  await expect(page.getByText(/Two ways to unlock: record the payer’s authorization/)).toBeVisible();
  await expectAccessible(page);

  await coordinator.recordsCall('REF-100');
  await coordinator.proposesScreening();
  await physician.signs('Screening outcome', 'Testpatient');
  // The coordinator's page follows by itself.
  await expect(page.getByRole('heading', { name: 'Write the letter of medical necessity' })).toBeVisible();
  await coordinator.attaches('Photograph', 'Right hand, palm');
  await coordinator.draftsLetter();
  await physician.signs('Letter of medical necessity', 'Testpatient');
  await expect(page.getByRole('heading', { name: 'Draft the request' })).toBeVisible();
  await coordinator.submitsRequest('PORTAL-9');
  await expect(page.getByRole('heading', { name: 'Decide on the request' })).toBeVisible();
  await coordinator.recordsApproval('AUTH-77');
  await expect(page.getByText('3 of 3 left')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(page, 360);
});
