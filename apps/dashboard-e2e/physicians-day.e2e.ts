import { authorizedCase, booking, openCase, screeningProposal } from '@stipple/api-e2e/story';
import { newPatient, overHttp } from './people/over-http';
import { Physician } from './people/physician';
import { expect, expectAccessible, test } from './stage';

test('a physician’s day, on a phone: sign, look at the schedule, treat', async ({ open, stage }) => {
  test.setTimeout(120_000);
  const { clinic } = stage;
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Physiciantest');
  const caseId = await openCase(team, { ...patient, bodySite: 'knee' });
  await team.coordinator.make(`/api/cases/${caseId}/screenings`, screeningProposal);
  const cleared = await authorizedCase(team, { ...patient, bodySite: 'elbow' });
  await team.coordinator.make(`/api/cases/${cleared.caseId}/sessions`, booking(team, 0, 17));

  const physician = new Physician(await open(clinic.physician), clinic.physician.password);
  const { page } = physician;
  await page.setViewportSize({ width: 360, height: 780 });
  await expect(page.getByRole('heading', { name: 'Needs me' })).toBeVisible();
  await expectAccessible(page);
  await physician.signs('Screening outcome', 'Physiciantest');

  // A physician books nobody, and nobody's case before it is cleared.
  const early = await page.request.post(`/api/cases/${caseId}/sessions`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: booking(team, 2, 9),
  });
  expect(early.status()).toBe(403);
  expect(await team.coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 2, 9))).toContain(
    'no_clearance',
  );

  await physician.treats('Physiciantest, Alpha');
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
