import type { SettleCardTransaction } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { cardNumberRefusal, cardTransactionLifecycle, refusalsOf } from '@stipple/domain';
import { withCase } from '@stipple/moves';
import { CardTransactionEntity } from './card-transaction.entity';
import { transactionOf } from './stored-transaction';

/** Somebody has seen to money that the ledger could not take, and says how. Entries they make for it are their own. */
export async function settleCardTransaction(
  command: Command,
  id: string,
  { version, outcome }: SettleCardTransaction,
): Promise<void> {
  const { caseId } = await transactionOf(command, id);
  await withCase(command, caseId, async (hand) => {
    refuseIfAny(refusalsOf(cardNumberRefusal('outcome', outcome)));
    const held = await transactionOf(command, id);
    await hand.advance(cardTransactionLifecycle, CardTransactionEntity, held, 'settle', {
      to: 'settled',
      version,
      set: { outcome },
      data: { cents: held.cents },
    });
  });
}
