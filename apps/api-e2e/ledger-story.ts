import { BalanceView, LedgerView } from '@stipple/contracts';
import { mustBe } from './browser';
import { signedAgreement } from './self-pay-story';
import { Team, booking, openCase, today } from './story';

// The money of an agreement: what comes in, goes back, is given up and is agreed to come later.

export const payment = ({ clinic }: Team, more: object = {}) => ({
  cents: 50_000,
  method: 'card',
  onDay: today(clinic.timeZone),
  reference: 'SLIP-1',
  ...more,
});

export const refundOf = ({ clinic }: Team, more: object = {}) => ({
  cents: 10_000,
  method: 'card',
  onDay: today(clinic.timeZone),
  words: 'One session less',
  ...more,
});

export const adjustmentOf = ({ clinic }: Team, more: object = {}) => ({
  cents: 5_000,
  onDay: today(clinic.timeZone),
  words: 'Courtesy',
  ...more,
});

/** Takes the newest entry of a ledger back, unless another is named. */
export async function reversalOf(team: Team, path: string, no?: number, more: object = {}) {
  const { entries } = await ledgerOf(team, path);
  const entry = no === undefined ? entries[0] : entries.find((one) => one.no === no);
  return { entryId: entry?.id, words: 'Typed wrong', ...more };
}

export const planOf = ({ clinic }: Team, more: object = {}) => ({
  count: 3,
  firstOn: today(clinic.timeZone),
  every: 'month',
  ...more,
});

/** A case with an agreement that the patient has signed: three sessions for $1,500.00. */
export async function payingCase(
  team: Team,
  more: object = {},
  price: object = {},
): Promise<{ caseId: string; agreementId: string; path: string }> {
  const caseId = await openCase(team, { planType: 'none', duplicateIntended: true, ...more });
  const agreementId = await signedAgreement(team, caseId, price);
  return { caseId, agreementId, path: `/api/self-pay-agreements/${agreementId}` };
}

export async function ledgerOf(team: Team, path: string): Promise<LedgerView> {
  return LedgerView.parse(mustBe(200, await team.coordinator.get(`${path}/ledger`)));
}

export async function balanceAt(team: Team, path: string): Promise<BalanceView> {
  return BalanceView.parse(mustBe(200, await team.physician.get(`${path}/balance`)));
}

/** Books a session that begins at once, and treats. Returns its id. */
export async function treated(team: Team, caseId: string, more: object = {}): Promise<string> {
  const { coordinator, physician, clinic } = team;
  const startsAt = new Date(Date.now() + 1500).toISOString();
  const booked = booking(team, 0, 0, { startsAt, minutes: 10, ...more });
  const sessionId = await coordinator.make(`/api/cases/${caseId}/sessions`, booked);
  await coordinator.move(`/api/sessions/${sessionId}/check-ins`, { version: 1 });
  await physician.move(`/api/sessions/${sessionId}/performances`, {
    version: 2,
    performedOn: today(clinic.timeZone),
    areaCm2: 10,
    device: 'Pen',
    lot: 'L-1',
    note: 'Done.',
    password: clinic.physician.password,
  });
  return sessionId;
}
