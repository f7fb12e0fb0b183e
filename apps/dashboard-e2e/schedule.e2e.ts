import { authorizedCase, booking, today } from '@stipple/api-e2e/story';
import { newPatient, overHttp } from './people/over-http';
import { Coordinator } from './people/coordinator';
import { send, within } from './people/form';
import { expect, expectAccessible, test } from './stage';

test('the schedule: no double booking, and a revoked authorization blocks its bookings in sight', async ({
  open,
  stage,
}) => {
  test.setTimeout(120_000);
  const { clinic } = stage;
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Scheduletest');
  const first = await authorizedCase(team, { ...patient, bodySite: 'hand' });
  const second = await authorizedCase(team, { ...patient, bodySite: 'chest', side: 'midline' });
  await team.coordinator.make(`/api/cases/${first.caseId}/sessions`, booking(team, 0, 20));

  const coordinator = new Coordinator(await open(clinic.coordinator));
  const { page } = coordinator;
  await coordinator.goesToSchedule();
  const booked = page.getByRole('button', { name: /Scheduletest, Alpha.*Scheduled/ });
  await expect(booked).toHaveCount(1);

  // The same clinician at the same time: said beforehand, not offered, and refused by the server.
  await page.getByRole('button', { name: 'Book Scheduletest, Alpha' }).last().click();
  await coordinator.choosesTime(today(clinic.timeZone), '20:15');
  await page.getByRole('combobox', { name: 'Clinician' }).selectOption({ label: 'Dr. Pat Physician' });
  await expect(page.getByRole('listitem').filter({ hasText: /Dr. Pat Physician is busy/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Book', exact: true })).toBeDisabled();
  expect(
    await team.coordinator.refused(
      `/api/cases/${second.caseId}/sessions`,
      booking(team, 0, 20, { roomId: clinic.otherRoomId }),
    ),
  ).toEqual(['clinician_busy']);
  await coordinator.choosesTime(today(clinic.timeZone), '21:30');
  await coordinator.confirms('Book');
  await expect(page.getByText('Booked.')).toBeVisible();
  await expect(booked).toHaveCount(2);

  // Somebody else revokes: within a second the booking is blocked here, with the reason.
  await team.coordinator.move(`/api/authorizations/${second.authorizationId}/revocations`, {
    version: 1,
    reason: 'Member not eligible',
  });
  const blocked = page.getByRole('button', { name: /Scheduletest, Alpha.*Blocked/ });
  await expect(blocked).toHaveCount(1);
  await expect(page.getByText('1 booking is blocked')).toBeVisible();
  await page.getByRole('button', { name: 'Go through them' }).click();
  await expect(page.getByText('Must act: 1 of 1')).toBeVisible();
  await expect(page.getByText(/Tell the patient/)).toBeVisible();
  await expect(page.getByText(/Member not eligible/).last()).toBeVisible();
  await expectAccessible(page);

  // Rooms instead of clinicians, and the week after: both stand in the address.
  await page.getByRole('button', { name: 'Rooms' }).click();
  await page.getByRole('button', { name: 'Next week' }).click();
  await expect(page).toHaveURL(/by=room/);
  await expect(page).toHaveURL(/week=/);
  await page.reload();
  await page.getByRole('button', { name: 'This week' }).click();
  await page.getByRole('button', { name: /Scheduletest, Alpha.*Scheduled/ }).press('Enter');
  await page.getByRole('button', { name: 'Cancel session', exact: true }).click();
  await within(page).getByLabel('Why').fill('The patient asked.');
  await send(page, 'Cancel the session');
  await expect(page.getByRole('button', { name: /Scheduletest, Alpha.*Scheduled/ })).toHaveCount(0);
});
