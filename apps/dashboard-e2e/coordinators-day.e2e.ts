import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { today } from '@stipple/api-e2e/story';
import { Coordinator } from './people/coordinator';
import { Physician } from './people/physician';
import { expect, expectAccessible, test } from './stage';

const folder = join(import.meta.dirname, '../../tools/corpus/roster');
const roster = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => join(folder, name));
const patient = 'Morningside, Mai';

test('a coordinator’s day: from the import of a roster to a performed session', async ({ open, stage }) => {
  test.setTimeout(180_000);
  const { clinic } = stage;
  const coordinator = new Coordinator(await open(clinic.coordinator));
  const physician = new Physician(await open(clinic.physician), clinic.physician.password);
  const { page } = coordinator;

  await coordinator.importsRoster(roster);
  await expect(page.getByRole('row', { name: /^Patients 96 96 0 0/ })).toBeVisible();
  await expectAccessible(page);
  await coordinator.importsRoster(roster);
  await expect(page.getByRole('row', { name: /^Patients 96 0 0 96/ })).toBeVisible();

  await coordinator.putsOnSchedule('Lucía Verduyn-King');
  await coordinator.opensCaseOf(patient, 'mornings');

  // Too early: the schedule says why, and names the two ways to unlock.
  await coordinator.triesToBook('Morningside');
  await expect(page.getByRole('alert')).toContainText('Morningside, Mai cannot be booked yet');
  await expect(page.getByRole('alert')).toContainText('record the payer’s authorization');
  await expect(page.getByRole('alert')).toContainText('self-pay');
  await expectAccessible(page);

  await coordinator.opensFromQueue('Morningside');
  await coordinator.recordsCall('REF-1');
  await coordinator.proposesScreening();
  await physician.signs('Screening outcome', 'Morningside');
  await coordinator.attaches('Photograph', 'Right hand, palm');
  await coordinator.draftsLetter();
  await physician.signs('Letter of medical necessity', 'Morningside');
  await expect(page.getByRole('heading', { name: 'Draft the request' })).toBeVisible();
  await coordinator.submitsRequest('PORTAL-1');
  await coordinator.recordsApproval('AUTH-1');

  await coordinator.books('Morningside', today(clinic.timeZone), '16:00');
  await expect(page.getByRole('button', { name: /Morningside, Mai.*Scheduled/ })).toBeVisible();
  await expectAccessible(page);
  await physician.treats('Morningside, Mai');
  // The coordinator's calendar follows by itself.
  await expect(page.getByRole('button', { name: /Morningside, Mai.*Performed/ })).toBeVisible();
  await coordinator.opensFromQueue('Morningside');
  await expect(page.getByText('2 of 3 left')).toBeVisible();
});
