import { Injectable, Logger } from '@nestjs/common';
import { ClinicDatabase, Command, type Principal, Refused, hashRequest } from '@stipple/database';
import { HttpProblem } from '@stipple/http';
import { withCase } from '@stipple/moves';
import { type CardNotice, NotSigned, type ProviderRefund } from './card-provider';
import { Cards, calmly } from './cards';
import { paymentCame, paymentDidNotCome, refundsChanged } from './post-card-money';
import { reopenForMoney } from './see-to-money';
import { type StoredTransaction, transactionOf } from './stored-transaction';

interface OwnerRow {
  clinic_id: string;
  clinic_name: string;
  time_zone: string;
  is_demo: boolean;
  transaction_id: string;
  staff_id: string;
  staff_name: string;
  email: string;
}

/** Whose a transaction is, and on whose behalf it was asked for: whatever comes of it is entered for them. */
interface Owner {
  readonly transactionId: string;
  readonly who: Principal;
}

/** What the provider tells, in whatever order, however often and however many at once. */
@Injectable()
export class CardNotices {
  private readonly logger = new Logger('cards');

  constructor(
    private readonly db: ClinicDatabase,
    private readonly cards: Cards,
  ) {}

  async receive(body: Uint8Array, signature: string, requestId: string): Promise<void> {
    const notice = this.read(body, signature);
    if (notice === null) return;
    const owner = await this.ownerOf(notice);
    if (owner === null) return this.keepUnclaimed(notice);
    const refunds =
      notice.what === 'refunds_changed'
        ? await calmly(() => this.cards.provider.refundsOf(notice.paymentRef))
        : [];
    // By the request, not by the event: what is refused now is not remembered as the answer to its next delivery. That
    // the same event does nothing twice is the transaction’s state to hold.
    const call = {
      who: owner.who,
      requestId,
      idempotencyKey: `card-notice-${requestId}`,
      requestHash: hashRequest(body),
    };
    try {
      await this.db.command(call, (command) => heed(command, owner.transactionId, notice, refunds));
    } catch (error) {
      if (error instanceof Refused) this.logger.error({ refused: notice.eventId, because: error.message });
      throw error;
    }
  }

  private read(body: Uint8Array, signature: string): CardNotice | null {
    try {
      return this.cards.provider.read(body, signature);
    } catch (error) {
      if (error instanceof NotSigned)
        throw new HttpProblem(
          400,
          'not_signed',
          'This does not bear a fresh signature of the card provider.',
        );
      throw error;
    }
  }

  private async ownerOf(notice: CardNotice): Promise<Owner | null> {
    const paymentRef = notice.what === 'not_paid' ? null : notice.paymentRef;
    const { rows } = await this.db.pool.query<OwnerRow>('SELECT * FROM stipple.card_transaction_of($1, $2)', [
      notice.transactionId,
      paymentRef,
    ]);
    const [row] = rows;
    if (row === undefined) return null;
    return {
      transactionId: row.transaction_id,
      who: {
        clinicId: row.clinic_id,
        clinicName: row.clinic_name,
        timeZone: row.time_zone,
        isDemo: row.is_demo,
        staffId: row.staff_id,
        name: row.staff_name,
        email: row.email,
        // They asked for it in their role then; what came of it is posted, whatever role they have by now.
        roles: ['coordinator'],
      },
    };
  }

  /** What bears no mark of ours is another program's of the same account. What does, and is not known, is kept. */
  private async keepUnclaimed(notice: CardNotice): Promise<void> {
    const { eventId, what, transactionId, happenedAt } = notice;
    if (transactionId === null) return;
    const [cents, currency] = what === 'paid' ? [notice.cents, notice.currency] : [null, null];
    await this.db.pool.query('SELECT stipple.keep_unclaimed_card_notice($1, $2, $3, $4, $5, $6, $7)', [
      ...[eventId, what, transactionId, what === 'not_paid' ? null : notice.paymentRef],
      ...[cents, currency, happenedAt],
    ]);
    this.logger.error({ unclaimed: eventId, what, transactionId });
  }
}

const keepSql = /* sql */ `
INSERT INTO stipple.card_notice (clinic_id, event_id, transaction_id, what, cents, currency, happened_at)
VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING event_id`;

async function heed(
  command: Command,
  transactionId: string,
  notice: CardNotice,
  refunds: readonly ProviderRefund[],
): Promise<void> {
  const { caseId } = await transactionOf(command, transactionId);
  await withCase(command, caseId, async (hand) => {
    // Under the case’s lock, so that of several notices each sees what the one before has done.
    const transaction = await transactionOf(command, transactionId);
    if (notice.what === 'refunds_changed') refuseTooEarly(transaction);
    await keep(command, transaction, notice);
    if (notice.what === 'paid') await paymentCame(hand, transaction, notice);
    else if (notice.what === 'not_paid') await paymentDidNotCome(hand, transaction);
    else await refundsChanged(hand, transaction, refunds);
    await reopenForMoney(hand, transaction.agreementId);
  });
}

/** The provider tells again later, and by then the payment is here. */
function refuseTooEarly({ state }: StoredTransaction): void {
  if (state === 'asked' || state === 'ended')
    throw new HttpProblem(503, 'notice_too_early', 'The payment of this refund is not known yet.');
}

async function keep(command: Command, { id, caseId }: StoredTransaction, notice: CardNotice): Promise<void> {
  const { eventId, what, happenedAt } = notice;
  const [cents, currency] = what === 'paid' ? [notice.cents, notice.currency] : [null, null];
  const values = [command.who.clinicId, eventId, id, what, cents, currency, happenedAt];
  await command.tx.query(keepSql, values);
  const about = { subject: 'card_transaction', subjectId: id, caseId };
  command.audit({ action: 'card_notice.keep', ...about, detail: { event: eventId, what } });
}
