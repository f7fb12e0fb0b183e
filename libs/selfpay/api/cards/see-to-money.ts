import { caseLifecycle, overpaidOf } from '@stipple/domain';
import { CaseInHand, TreatmentCaseEntity, standOf } from '@stipple/moves';

const reason = 'Money came by card that somebody has to see to';

/**
 * A closed case is nobody's to watch. Where a card payment is held, or more came than is owed, the case is opened again,
 * so that the watching raises its task and somebody hears of it.
 */
export async function reopenForMoney(hand: CaseInHand, agreementId: string): Promise<void> {
  if (hand.facts.case.state !== 'closed' || !(await needsALook(hand, agreementId))) return;
  const set = { closeReason: null, nextTouchOn: hand.facts.clock.today };
  await hand.advance(caseLifecycle, TreatmentCaseEntity, hand.facts.case, 'reopen', {
    to: 'open',
    set,
    data: { reason },
  });
}

async function needsALook(hand: CaseInHand, agreementId: string): Promise<boolean> {
  const { tx, who } = hand.command;
  const held: unknown[] = await tx.query(
    `SELECT 1 FROM stipple.card_transaction WHERE clinic_id = $1 AND agreement_id = $2 AND state = 'held'`,
    [who.clinicId, agreementId],
  );
  const agreement = hand.facts.agreements.find(({ id }) => id === agreementId);
  const { totals } = await standOf(hand, agreementId);
  return held.length > 0 || (agreement !== undefined && overpaidOf(agreement, totals) > 0);
}
