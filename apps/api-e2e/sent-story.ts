import type pg from 'pg';
import { type Team, caseWithPayer, requestFor } from './story';

/** Walks a case to a request that is ready to go out; another one of the same case was withdrawn. */
export async function readyRequest(
  team: Team,
  more: object = {},
): Promise<{ caseId: string; requestId: string }> {
  const { coordinator } = team;
  const { caseId, requestId: first } = await caseWithPayer(team, more);
  await coordinator.move(`/api/auth-requests/${first}/withdrawals`, { version: 4, reason: 'Sent too early' });
  return { caseId, requestId: await nextRequest(team, caseId) };
}

export async function nextRequest(team: Team, caseId: string, more: object = {}): Promise<string> {
  const id = await team.coordinator.make(`/api/cases/${caseId}/auth-requests`, requestFor(team, more));
  await team.coordinator.move(`/api/auth-requests/${id}/completions`, { version: 1 });
  return id;
}

/** As if it had been sent, and received, so many days earlier: what a payer decided since can then be entered. */
export async function sentEarlier(owner: pg.Pool, requestId: string, days: number): Promise<void> {
  await owner.query(
    `UPDATE stipple.auth_request SET submitted_at = submitted_at - $2 * interval '1 day', payer_received_at = payer_received_at - $2 * interval '1 day' WHERE id = $1`,
    [requestId, days],
  );
}
