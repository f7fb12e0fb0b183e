import { ledgerOf, payingCase } from './ledger-story';
import { Team, today } from './story';

// A patient who disputes a bill.

/** Of a clinic that bills under its own name, for an agreement of $1,500.00: $500.00 over, ten days ago, opened today. */
export const disputeOf = ({ clinic }: Team, more: object = {}) => ({
  provider: 'Scar Clinic',
  billedCents: 200_000,
  billedOn: today(clinic.timeZone, -10),
  openedOn: today(clinic.timeZone),
  openedBy: 'patient',
  ...more,
});

export const closingOf = ({ clinic }: Team, more: object = {}) => ({
  version: 1,
  closedOn: today(clinic.timeZone),
  outcome: 'settled',
  ...more,
});

/** An agreement whose bill is disputed. Returns the dispute’s id. */
export async function disputedBill(team: Team): Promise<string> {
  const { path } = await payingCase(team, { bodySite: 'chest' });
  const [bill] = (await ledgerOf(team, path)).bills;
  return team.coordinator.make(`${path}/disputes`, disputeOf(team, { provider: bill?.provider }));
}
