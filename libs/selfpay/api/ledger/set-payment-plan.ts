import type { SetPaymentPlan } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import {
  holdRefusal,
  installmentsOf,
  paymentPlanLifecycle,
  planOfEnded,
  planRefusals,
  refusalsOf,
  selfPayLifecycle,
} from '@stipple/domain';
import { CaseInHand, withSubject } from '@stipple/moves';
import { DisputeEntity } from '../disputes/dispute.entity';
import { PaymentPlanEntity, PaymentPlanInstallmentEntity } from './payment-plan.entity';
import { unsigned } from './record-money';

/** Splits the price of an agreement into installments. A plan that there is already is replaced, and stays to be read. */
export function setPaymentPlan(
  command: Command,
  agreementId: string,
  { count, firstOn, every }: SetPaymentPlan,
): Promise<{ id: string }> {
  return withSubject(command, selfPayLifecycle, agreementId, async (hand, agreement) => {
    const { totalCents } = agreement;
    const { today } = hand.facts.clock;
    refuseIfAny(
      refusalsOf(
        await unsigned(hand, agreementId),
        planOfEnded(agreement),
        holdRefusal(await isDisputed(hand, agreementId)),
        planRefusals(totalCents, count, firstOn, today),
      ),
    );
    await replaceCurrent(hand, agreementId);
    const planId = await hand.create(
      paymentPlanLifecycle,
      'agree',
      PaymentPlanEntity,
      { agreementId, totalCents, installments: count, every },
      { to: 'agreed', data: { totalCents, installments: count, every, day: firstOn } },
    );
    const { clinicId } = command.who;
    let [beforeCents, afterOn] = [0, null as string | null];
    const rows = installmentsOf(totalCents, count, firstOn, every).map(({ no, dueOn, cents }) => {
      const row = { installmentNo: no, ofInstallments: count, cents, beforeCents, dueOn, afterOn };
      [beforeCents, afterOn] = [beforeCents + cents, dueOn];
      return { clinicId, planId, ...row };
    });
    await command.tx.insert(PaymentPlanInstallmentEntity, rows);
    return { id: planId };
  });
}

function isDisputed({ command }: CaseInHand, agreementId: string): Promise<boolean> {
  const { clinicId } = command.who;
  return command.tx.exists(DisputeEntity, { where: { clinicId, agreementId, state: 'open' } });
}

async function replaceCurrent(hand: CaseInHand, agreementId: string): Promise<void> {
  const { clinicId } = hand.command.who;
  const where = { clinicId, agreementId, state: 'agreed' };
  const plan = await hand.command.tx.findOne(PaymentPlanEntity, { where });
  if (plan === null) return;
  const current = { id: plan.id, seq: plan.seq, state: 'agreed' } as const;
  await hand.advance(paymentPlanLifecycle, PaymentPlanEntity, current, 'replace', { to: 'replaced' });
}
