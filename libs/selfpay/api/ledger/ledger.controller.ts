import { Controller, Get, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Filter, Id, Input, Moves, Who } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { chargeEarlierSessions } from './charge-earlier-sessions';
import { readBalance, readLedger } from './ledger.queries';
import { readReceipt } from './read-receipt';
import { reverseEntry } from './reverse-entry';
import { recordAdjustment, recordPayment, recordRefund } from './record-money';
import { setPaymentPlan } from './set-payment-plan';
import { writeReceipt } from './write-receipt';

/** The money of a signed agreement. Whoever treats sees what is owed; what was paid how is the desk’s and the manager’s. */
@Controller('api')
export class LedgerController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('self-pay-agreements/:id/balance')
  @Allow('coordinator', 'physician', 'manager')
  balance(@Who() who: Principal, @Id() id: string): Promise<contract.BalanceView> {
    return readBalance(this.db, who, id);
  }

  @Get('self-pay-agreements/:id/ledger')
  @Allow('coordinator', 'manager')
  ledger(@Who() who: Principal, @Id() id: string): Promise<contract.LedgerView> {
    return readLedger(this.db, who, id);
  }

  /** Written for this answer only: the ledger is what is kept. */
  @Get('self-pay-agreements/:id/receipt')
  @Allow('coordinator', 'manager')
  async receipt(
    @Who() who: Principal,
    @Id() id: string,
    @Filter(contract.ReceiptAsked) asked: contract.ReceiptAsked,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const pdf = await writeReceipt(await readReceipt(this.db, who, id, asked));
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', 'inline; filename="receipt.pdf"')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(pdf);
  }

  @Creates('self-pay-agreements/:id/payments', 'coordinator', 'manager')
  pay(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordPayment) body: contract.RecordPayment,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordPayment(command, id, body, call.idempotencyKey));
  }

  @Creates('self-pay-agreements/:id/refunds', 'coordinator', 'manager')
  refund(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordRefund) body: contract.RecordRefund,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordRefund(command, id, body, call.idempotencyKey));
  }

  @Creates('self-pay-agreements/:id/adjustments', 'manager')
  adjust(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordAdjustment) body: contract.RecordAdjustment,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordAdjustment(command, id, body, call.idempotencyKey));
  }

  @Creates('self-pay-agreements/:id/reversals', 'coordinator', 'manager')
  reverse(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ReverseEntry) body: contract.ReverseEntry,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => reverseEntry(command, id, body, call.idempotencyKey));
  }

  @Moves('self-pay-agreements/:id/charges', 'coordinator')
  charge(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ChargeSessions) _: contract.ChargeSessions,
  ): Promise<void> {
    return this.db.command(call, (command) => chargeEarlierSessions(command, id));
  }

  @Creates('self-pay-agreements/:id/payment-plans', 'coordinator', 'manager')
  plan(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.SetPaymentPlan) body: contract.SetPaymentPlan,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => setPaymentPlan(command, id, body));
  }
}
