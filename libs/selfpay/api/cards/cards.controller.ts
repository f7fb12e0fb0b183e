import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Id, Input, Moves, Who } from '@stipple/http';
import { CardPayments } from './card-payments';
import { readCardTransactions } from './card-transactions.queries';
import { Cards } from './cards';
import { CardRefunds } from './refund-to-card';
import { settleCardTransaction } from './settle-card-transaction';

/** The clinic's side of cards that are taken online. */
@Controller('api')
export class CardsController {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly cards: Cards,
    private readonly payments: CardPayments,
    private readonly refunds: CardRefunds,
  ) {}

  @Get('self-pay-agreements/:id/card-transactions')
  @Allow('coordinator', 'manager')
  read(@Who() who: Principal, @Id() id: string): Promise<contract.CardTransactionsView> {
    return readCardTransactions(this.db, who, id, this.cards.taken);
  }

  @Creates('self-pay-agreements/:id/card-payments', 'coordinator', 'manager')
  ask(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.AskCardPayment) { cents }: contract.AskCardPayment,
  ): Promise<contract.CardPage> {
    return this.payments.ask(call, id, { cents, linkId: null });
  }

  @Moves('card-transactions/:id/page-closures', 'coordinator', 'manager')
  close(@Caller() call: Call, @Id() id: string, @Input(contract.CloseCardPage) _: object): Promise<void> {
    return this.payments.close(call, id);
  }

  @Creates('card-transactions/:id/refunds', 'coordinator', 'manager')
  refund(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RefundToCard) body: contract.RefundToCard,
  ): Promise<{ id: string }> {
    return this.refunds.refund(call, id, body);
  }

  @Moves('card-transactions/:id/settlements', 'coordinator', 'manager')
  settle(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.SettleCardTransaction) body: contract.SettleCardTransaction,
  ): Promise<void> {
    return this.db.command(call, (command) => settleCardTransaction(command, id, body));
  }
}
