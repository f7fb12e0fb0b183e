import { type Call, ClinicDatabase, Command, hashRequest } from '@stipple/database';
import { cardTransactionLifecycle } from '@stipple/domain';
import { withCase } from '@stipple/moves';
import { CardTransactionEntity } from './card-transaction.entity';
import { transactionOf } from './stored-transaction';

/**
 * Ends what the provider will not do any more: a page that is closed, or something that it refused. A command of its own
 * beside the one that was asked for, and so with a key of its own.
 */
export function endCardTransaction(db: ClinicDatabase, call: Call, id: string): Promise<void> {
  const own = { ...call, idempotencyKey: `card-end-${id}`, requestHash: hashRequest(id), draft: undefined };
  return db.command(own, (command) => end(command, id));
}

async function end(command: Command, id: string): Promise<void> {
  const { caseId } = await transactionOf(command, id);
  await withCase(command, caseId, async (hand) => {
    const transaction = await transactionOf(command, id);
    if (transaction.state === 'asked')
      await hand.advance(cardTransactionLifecycle, CardTransactionEntity, transaction, 'end', {
        to: 'ended',
      });
    // The provider’s own notice of it, or of its payment, was quicker.
    else
      command.audit({ action: 'card_transaction.end', subject: 'card_transaction', subjectId: id, caseId });
  });
}
