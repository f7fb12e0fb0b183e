import { Controller } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase } from '@stipple/database';
import { Caller, Creates, Id, Input, Moves } from '@stipple/http';
import { PacketDesk } from './packet/packet-desk';
import { completeRequest, draftRequest, returnRequest, reviseRequest } from './prepare-request';
import { acknowledgeReceipt, rejectUnreviewed, submitRequest, withdrawRequest } from './submit-request';

@Controller('api')
export class PacketsController {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly desk: PacketDesk,
  ) {}

  @Creates('cases/:id/auth-requests', 'coordinator')
  draftRequest(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.DraftRequest) body: contract.DraftRequest,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => draftRequest(command, id, body));
  }

  @Moves('auth-requests/:id/revisions', 'coordinator')
  reviseRequest(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ReviseRequest) body: contract.ReviseRequest,
  ): Promise<void> {
    return this.db.command(call, (command) => reviseRequest(command, id, body));
  }

  @Moves('auth-requests/:id/completions', 'coordinator')
  completeRequest(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.CompleteRequest) body: contract.CompleteRequest,
  ): Promise<void> {
    return this.db.command(call, (command) => completeRequest(command, id, body));
  }

  @Moves('auth-requests/:id/returns', 'coordinator')
  returnRequest(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) body: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => returnRequest(command, id, body));
  }

  @Moves('auth-requests/:id/submissions', 'coordinator')
  async submitRequest(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.SubmitRequest) body: contract.SubmitRequest,
  ): Promise<void> {
    const packet = await this.desk.prepare(call.who, id);
    return this.db.command(call, (command) => submitRequest(command, id, body, packet));
  }

  @Moves('auth-requests/:id/receipts', 'coordinator')
  acknowledgeReceipt(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.AcknowledgeReceipt) body: contract.AcknowledgeReceipt,
  ): Promise<void> {
    return this.db.command(call, (command) => acknowledgeReceipt(command, id, body));
  }

  @Moves('auth-requests/:id/rejections', 'coordinator')
  rejectUnreviewed(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RejectUnreviewed) body: contract.RejectUnreviewed,
  ): Promise<void> {
    return this.db.command(call, (command) => rejectUnreviewed(command, id, body));
  }

  @Moves('auth-requests/:id/withdrawals', 'coordinator')
  withdrawRequest(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.WithdrawRequest) body: contract.WithdrawRequest,
  ): Promise<void> {
    return this.db.command(call, (command) => withdrawRequest(command, id, body));
  }
}
