import { authorizedCase, booking, openCase, screeningProposal } from '@stipple/api-e2e/story';
import { newPatient, overHttp } from './people/over-http';
import { Physician } from './people/physician';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

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
  await expect(page.getByRole('button', { name: /My patients/ })).toHaveAttribute('aria-pressed', 'true');
  const row = page.getByRole('listitem').filter({ hasText: 'Physiciantest' });
  // Two lines, and the whole of them can be pressed with a thumb.
  const box = await row.boundingBox();
  expect([box!.height >= 44, box!.height <= 60]).toEqual([true, true]);
  await expect(row.getByRole('button', { name: /^Read and sign: Screening outcome/ })).toBeVisible();
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
  await expectNoSidewaysScroll(page, 360);
});

test('twelve things that wait fit a screen without scrolling, and say what their case says', async ({
  open,
  stage,
}) => {
  test.setTimeout(120_000);
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Twelvetest');
  const sites = [
    'scalp',
    'chest',
    'abdomen',
    'shoulder',
    'elbow',
    'forearm',
    'fingers',
    'hip',
    'thigh',
    'knee',
    'ankle',
    'foot',
  ];
  const caseIds = await Promise.all(
    sites.map((bodySite) => openCase(team, { ...patient, bodySite, side: 'left' })),
  );
  for (const caseId of caseIds)
    await team.coordinator.make(`/api/cases/${caseId}/screenings`, screeningProposal);
  const page = await open(stage.clinic.physician);
  const last = page.getByRole('listitem').filter({ hasText: 'Twelvetest' }).last();
  await expect(page.getByRole('listitem').filter({ hasText: 'Twelvetest' })).toHaveCount(12);
  await expect(last).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(900);

  const standing = await last.locator('.standing').innerText();
  await last.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Twelvetest, Alpha' })).toBeVisible();
  for (const word of standing.split(/\s*(?:→|, next:)\s*/).filter(Boolean))
    await expect(page.getByText(word, { exact: true }).first()).toBeVisible();
});
