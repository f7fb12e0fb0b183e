import type { CloseDispute } from '@stipple/contracts';
import { Command, Missing, refuseIfAny } from '@stipple/database';
import { DisputeState, closingRefusals, disputeLifecycle } from '@stipple/domain';
import { withCase } from '@stipple/moves';
import { DisputeEntity } from './dispute.entity';

/** Ends a dispute, and with the last one of its agreement the hold. What is due is asked for again at the next look. */
export async function closeDispute(
  command: Command,
  id: string,
  { version, closedOn, outcome }: CloseDispute,
): Promise<void> {
  const where = { clinicId: command.who.clinicId, id };
  const found = await command.tx.findOne(DisputeEntity, { where });
  if (found === null) throw new Missing('dispute');
  await withCase(command, found.caseId, async (hand) => {
    // Read again under the case’s lock: somebody else may just have closed it.
    const { seq, state, openedOn } = await command.tx.findOneOrFail(DisputeEntity, { where });
    if (state === 'open') refuseIfAny(closingRefusals({ openedOn, closedOn }, hand.facts.clock));
    const dispute = { id, seq, state: state as DisputeState };
    await hand.advance(disputeLifecycle, DisputeEntity, dispute, 'close', {
      to: 'closed',
      version,
      set: { closedOn, outcome },
      data: { outcome, day: closedOn },
    });
  });
}
