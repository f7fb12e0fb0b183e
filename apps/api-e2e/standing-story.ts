import { AgingReport, AuthorizationsReport, StandingRows, WorkloadReport } from '@stipple/contracts';
import type pg from 'pg';
import { type Browser, mustBe } from './browser';
import { type Team, approval, caseWithPayer, today } from './story';

// Where things stand, as a manager reads it, and cases whose days lie in the past.

const standing = '/api/reports/standing';

export const agingFor = async (who: Browser, query = ''): Promise<AgingReport> =>
  AgingReport.parse(mustBe(200, await who.get(`${standing}/aging?${query}`)));

export const authorizationsFor = async (who: Browser, query = ''): Promise<AuthorizationsReport> =>
  AuthorizationsReport.parse(mustBe(200, await who.get(`${standing}/authorizations?${query}`)));

export const workloadFor = async (who: Browser, query = ''): Promise<WorkloadReport> =>
  WorkloadReport.parse(mustBe(200, await who.get(`${standing}/workload?${query}`)));

export const rowsFor = async (who: Browser, query: string): Promise<StandingRows> =>
  StandingRows.parse(mustBe(200, await who.get(`${standing}/rows?${query}`)));

/** A case with an authorization in force whose last day is so many days from today. */
export async function expiringCase(
  team: Team,
  days: number,
  { units = 3, ...more }: { units?: number; bodySite: string },
): Promise<{ caseId: string; authorizationId: string }> {
  const lines = [{ procedureCode: '17999', units }];
  const expiresOn = today(team.clinic.timeZone, days);
  const { caseId, requestId } = await caseWithPayer(team, more, { lines, toOn: expiresOn });
  const proofId = await team.coordinator.attach(caseId, 'payer_notice');
  const grant = approval(team, proofId, 4, {
    lines,
    number: `AUTH-${caseId.slice(-6)}`,
    expiresOn,
  });
  const authorizationId = await team.coordinator.make(`/api/auth-requests/${requestId}/approvals`, grant);
  return { caseId, authorizationId };
}

/** Changes what was written for good, past keys and triggers: no clinic has lived long enough to have old records. */
async function inThePast(owner: pg.Pool, ...statements: readonly (readonly [string, ...unknown[]])[]) {
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    for (const [text, ...values] of statements) await client.query(text, values);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** As if the authorization, and all that was performed under it, lay so many days further back. */
export const authorizedEarlier = (owner: pg.Pool, authorizationId: string, days: number) =>
  inThePast(
    owner,
    [
      'UPDATE stipple.payer_authorization SET effective_on = effective_on - $2::int, expires_on = expires_on - $2::int WHERE id = $1',
      authorizationId,
      days,
    ],
    [
      'UPDATE stipple.clearance SET opens_on = opens_on - $2::int, closes_on = closes_on - $2::int WHERE authorization_id = $1',
      authorizationId,
      days,
    ],
    [
      `UPDATE stipple.session_unit SET opens_on = opens_on - $2::int, closes_on = closes_on - $2::int, session_on = session_on - $2::int
        WHERE clearance_id IN (SELECT id FROM stipple.clearance WHERE authorization_id = $1)`,
      authorizationId,
      days,
    ],
  );

/** As if the sessions of an agreement had been performed, and so charged, so many days earlier. */
export const chargedEarlier = (owner: pg.Pool, agreementId: string, days: number) =>
  inThePast(owner, [
    `UPDATE stipple.ledger_entry SET happened_on = happened_on - $2::int WHERE agreement_id = $1 AND kind = 'charge'`,
    agreementId,
    days,
  ]);

/** As if the payment plan of an agreement had begun so many days earlier. */
export const plannedEarlier = (owner: pg.Pool, agreementId: string, days: number) =>
  inThePast(owner, [
    `UPDATE stipple.payment_plan_installment i SET due_on = i.due_on - $2::int, after_on = i.after_on - $2::int
       FROM stipple.payment_plan p WHERE p.id = i.plan_id AND p.agreement_id = $1`,
    agreementId,
    days,
  ]);

/** As if all that people recorded in a case had been recorded so many days earlier. */
export const recordedEarlier = (owner: pg.Pool, caseId: string, days: number) =>
  inThePast(owner, [
    `UPDATE stipple.case_event SET at = at - $2 * interval '1 day' WHERE case_id = $1`,
    caseId,
    days,
  ]);
