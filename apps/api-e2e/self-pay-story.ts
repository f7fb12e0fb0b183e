import { Team, today } from './story';

// The patient's own key to the schedule: draft, estimate, signature.

export const priceOf = (more: object = {}) => ({
  procedureCode: '17999',
  sessions: 3,
  lines: [{ description: 'Microneedling session', quantity: 3, unitCents: 50_000 }],
  ...more,
});

export const estimate = ({ clinic }: Team, version: number, more: object = {}) => ({
  version,
  validUntil: today(clinic.timeZone, 180),
  delivery: 'paper',
  language: 'en',
  weeksApart: 4,
  ...more,
});

export const patientSignature = ({ clinic }: Team, version: number, proofId: string, more: object = {}) => ({
  version,
  signerName: 'Alpha Testpatient',
  proofId,
  clinicianIds: [clinic.clinicianId],
  ...more,
});

/** An agreement whose estimate the patient holds in hand; its version is 2. */
export async function issuedAgreement(team: Team, caseId: string, price: object = {}): Promise<string> {
  const { coordinator } = team;
  const id = await coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, priceOf(price));
  await coordinator.move(`/api/self-pay-agreements/${id}/estimates`, estimate(team, 1));
  return id;
}

/** An agreement that the patient has signed, with the waiver the plan asks for; its version is 3. */
export async function signedAgreement(team: Team, caseId: string, price: object = {}): Promise<string> {
  const { coordinator } = team;
  const id = await issuedAgreement(team, caseId, price);
  const proofId = await coordinator.attach(caseId, 'signed_estimate');
  const waiverId = await coordinator.attach(caseId, 'waiver');
  await coordinator.move(
    `/api/self-pay-agreements/${id}/signatures`,
    patientSignature(team, 2, proofId, { waiverId }),
  );
  return id;
}
