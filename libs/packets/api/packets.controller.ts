import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Id, Input, Moves, Who } from '@stipple/http';
import { readLetterVersions } from './letter-versions.queries';
import { completeRequest, draftRequest, returnRequest, reviseRequest } from './prepare-request';
import { acknowledgeReceipt, rejectUnreviewed, submitRequest, withdrawRequest } from './submit-request';
import {
  askChanges,
  askSignature,
  discardLetter,
  draftLetter,
  reviseLetter,
  signLetter,
} from './write-letter';

@Controller('api')
export class PacketsController {
  constructor(private readonly db: ClinicDatabase) {}

  @Creates('cases/:id/letters', 'coordinator', 'physician')
  draftLetter(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.DraftLetter) body: contract.DraftLetter,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => draftLetter(command, id, body));
  }

  @Moves('letters/:id/revisions', 'coordinator', 'physician')
  reviseLetter(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ReviseLetter) body: contract.ReviseLetter,
  ): Promise<void> {
    return this.db.command(call, (command) => reviseLetter(command, id, body));
  }

  @Moves('letters/:id/signature-requests', 'coordinator', 'physician')
  askSignature(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) body: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => askSignature(command, id, body));
  }

  @Moves('letters/:id/signatures', 'physician')
  signLetter(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.Sign) body: contract.Sign,
  ): Promise<void> {
    return this.db.command(call, (command) => signLetter(command, id, body));
  }

  @Moves('letters/:id/change-requests', 'physician')
  askChanges(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.AskChanges) body: contract.AskChanges,
  ): Promise<void> {
    return this.db.command(call, (command) => askChanges(command, id, body));
  }

  @Get('letters/:id/versions')
  @Allow('coordinator', 'physician', 'manager')
  versions(@Who() who: Principal, @Id() id: string): Promise<contract.LetterVersions> {
    return readLetterVersions(this.db, who, id);
  }

  @Moves('letters/:id/discards', 'coordinator', 'physician')
  discardLetter(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) body: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => discardLetter(command, id, body));
  }

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
    @Input(contract.PlainMove) body: contract.PlainMove,
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
  submitRequest(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.SubmitRequest) body: contract.SubmitRequest,
  ): Promise<void> {
    return this.db.command(call, (command) => submitRequest(command, id, body));
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
