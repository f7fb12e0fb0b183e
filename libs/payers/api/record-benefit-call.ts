import type { RecordBenefitCall } from '@stipple/contracts';
import { Command } from '@stipple/database';
import { benefitCallLifecycle } from '@stipple/domain';
import { nextTouch, withCase } from '@stipple/moves';
import { BenefitCallEntity } from './benefit-call.entity';

/** The first call of every case: what member services said, under which reference number. */
export function recordBenefitCall(
  command: Command,
  caseId: string,
  body: RecordBenefitCall,
): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    const { nextTouchOn, ...call } = body;
    const data = { referenceNumber: call.referenceNumber, authorizationRequired: call.authorizationRequired };
    const id = await hand.create(benefitCallLifecycle, 'record', BenefitCallEntity, call, {
      to: 'recorded',
      data,
    });
    await nextTouch(hand, nextTouchOn);
    return { id };
  });
}
