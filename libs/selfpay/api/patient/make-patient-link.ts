import { randomUUIDv7 } from 'node:crypto';
import type { MakePatientLink } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { refusal, refusalsFor, selfPayLifecycle } from '@stipple/domain';
import { CaseInHand, withSubject } from '@stipple/moves';
import { refuseUnknownClinicians, unknownWaiver } from '../refuse-unknown';
import { withWaiver } from '../take-signature';

const insertSql = /* sql */ `
INSERT INTO stipple.patient_link (clinic_id, id, case_id, agreement_id, estimate_version, token_hash, clinician_ids, waiver_id, made_by, expires_at)
VALUES ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8, $9, now() + make_interval(days => $10))`;

/**
 * Makes a link for the patient. Whatever would keep them from signing is said now, to somebody who can do something
 * about it; a link made before ends.
 */
export function makePatientLink(
  command: Command,
  agreementId: string,
  body: MakePatientLink,
): Promise<{ id: string }> {
  return withSubject(command, selfPayLifecycle, agreementId, async (hand, found) => {
    const { clinicId, staffId } = command.who;
    const { estimate, tokenSha256, clinicianIds, days, waiverId = null } = body;
    await refuseUnknownClinicians(hand, clinicianIds);
    const subject = withWaiver(found, waiverId);
    refuseIfAny([
      ...unknownWaiver(hand, body.waiverId),
      ...refusalsFor(selfPayLifecycle, 'sign', { facts: hand.facts, subject, actor: command.who }),
      ...(found.estimateVersion === null || found.estimateVersion === estimate ? [] : [otherEstimate]),
    ]);
    await endLinks(hand, agreementId);
    const id = randomUUIDv7();
    const row = [clinicId, id, hand.caseId, agreementId, estimate, tokenSha256, clinicianIds, waiverId];
    await command.tx.query(insertSql, [...row, staffId, days]);
    note(hand, agreementId, 'patient_link.make', { link: id, estimate, days });
    return { id };
  });
}

/** Takes every link to an agreement's estimate back. Whoever is on the page is off it with their next step. */
export function endPatientLinks(command: Command, agreementId: string): Promise<void> {
  return withSubject(command, selfPayLifecycle, agreementId, async (hand) => {
    const links = await endLinks(hand, agreementId);
    note(hand, agreementId, 'patient_link.end', { links });
  });
}

async function endLinks({ command }: CaseInHand, agreementId: string): Promise<number> {
  const [ended]: { count: number }[] = await command.tx.query(
    `WITH ended AS (UPDATE stipple.patient_link SET ended_at = now() WHERE clinic_id = $1 AND agreement_id = $2 AND ended_at IS NULL RETURNING id)
     SELECT count(*)::integer AS count FROM ended`,
    [command.who.clinicId, agreementId],
  );
  return ended?.count ?? 0;
}

const otherEstimate = refusal(
  'estimate_changed',
  'Another estimate has been given meanwhile; look at it before you send a link.',
  'estimate',
);

function note(hand: CaseInHand, subjectId: string, action: string, detail: object): void {
  const { command, caseId } = hand;
  command.audit({ action, subject: 'self_pay_agreement', subjectId, caseId, detail: { ...detail } });
}
