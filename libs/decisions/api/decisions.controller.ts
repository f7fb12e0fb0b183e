import { Controller } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase } from '@stipple/database';
import { Caller, Creates, Id, Input, Moves } from '@stipple/http';
import { amendAuthorization, revokeAuthorization } from './change-authorization';
import { acknowledgeDifference, confirmNotRequired } from './give-assent';
import {
  answerInformation,
  answerNoAction,
  approveByPhone,
  cancelRequest,
  pendRequest,
  referToCall,
  requestInformation,
} from './record-answer';
import { recordApproval } from './record-approval';
import { recordDenial } from './record-denial';
import { recordExtension } from './record-extension';
import { recordNotRequired } from './record-not-required';
import { recordWithheld } from './record-withheld';

@Controller('api')
export class DecisionsController {
  constructor(private readonly db: ClinicDatabase) {}

  @Creates('auth-requests/:id/approvals', 'coordinator')
  approve(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordApproval) body: contract.RecordApproval,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordApproval(command, id, 'approved', body));
  }

  @Creates('auth-requests/:id/partial-approvals', 'coordinator')
  approvePartly(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordApproval) body: contract.RecordApproval,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordApproval(command, id, 'partial', body));
  }

  @Creates('auth-requests/:id/modified-approvals', 'coordinator')
  modify(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordApproval) body: contract.RecordApproval,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordApproval(command, id, 'modified', body));
  }

  @Moves('auth-requests/:id/denials', 'coordinator')
  deny(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordDenial) body: contract.RecordDenial,
  ): Promise<void> {
    return this.db.command(call, (command) => recordDenial(command, id, body));
  }

  @Creates('auth-requests/:id/withheld-reasons', 'coordinator')
  withhold(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordWithheld) body: contract.RecordWithheld,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordWithheld(command, id, body));
  }

  @Moves('auth-requests/:id/pends', 'coordinator')
  pend(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PendRequest) body: contract.PendRequest,
  ): Promise<void> {
    return this.db.command(call, (command) => pendRequest(command, id, body));
  }

  @Moves('auth-requests/:id/information-requests', 'coordinator')
  requestInformation(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RequestInformation) body: contract.RequestInformation,
  ): Promise<void> {
    return this.db.command(call, (command) => requestInformation(command, id, body));
  }

  @Moves('auth-requests/:id/information-answers', 'coordinator')
  answerInformation(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.AnswerInformation) body: contract.AnswerInformation,
  ): Promise<void> {
    return this.db.command(call, (command) => answerInformation(command, id, body));
  }

  @Moves('auth-requests/:id/call-referrals', 'coordinator')
  referToCall(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ReferToCall) body: contract.ReferToCall,
  ): Promise<void> {
    return this.db.command(call, (command) => referToCall(command, id, body));
  }

  @Moves('auth-requests/:id/no-action-answers', 'coordinator')
  answerNoAction(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.AnswerNoAction) body: contract.AnswerNoAction,
  ): Promise<void> {
    return this.db.command(call, (command) => answerNoAction(command, id, body));
  }

  @Moves('auth-requests/:id/phone-approvals', 'coordinator')
  approveByPhone(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ApproveByPhone) body: contract.ApproveByPhone,
  ): Promise<void> {
    return this.db.command(call, (command) => approveByPhone(command, id, body));
  }

  @Moves('auth-requests/:id/cancellations', 'coordinator')
  cancel(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.CancelRequest) body: contract.CancelRequest,
  ): Promise<void> {
    return this.db.command(call, (command) => cancelRequest(command, id, body));
  }

  @Moves('cases/:id/extension-notices', 'coordinator')
  extend(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordExtension) body: contract.RecordExtension,
  ): Promise<void> {
    return this.db.command(call, (command) => recordExtension(command, id, body));
  }

  @Creates('cases/:id/not-required', 'coordinator')
  notRequired(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordNotRequired) body: contract.RecordNotRequired,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordNotRequired(command, id, body));
  }

  @Moves('authorizations/:id/acknowledgements', 'coordinator', 'physician')
  acknowledge(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) body: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => acknowledgeDifference(command, id, body));
  }

  @Moves('authorizations/:id/confirmations', 'manager', 'physician')
  confirm(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) body: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => confirmNotRequired(command, id, body));
  }

  @Moves('authorizations/:id/amendments', 'coordinator')
  amend(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.AmendAuthorization) body: contract.AmendAuthorization,
  ): Promise<void> {
    return this.db.command(call, (command) => amendAuthorization(command, id, body));
  }

  @Moves('authorizations/:id/revocations', 'coordinator')
  revoke(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RevokeAuthorization) body: contract.RevokeAuthorization,
  ): Promise<void> {
    return this.db.command(call, (command) => revokeAuthorization(command, id, body));
  }
}
