import { Controller } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase } from '@stipple/database';
import { Caller, Creates, Id, Input, Moves } from '@stipple/http';
import { draftAgreement, reviseAgreement } from './prepare-agreement';
import { signAgreement } from './sign-agreement';
import { voidAgreement } from './void-agreement';

@Controller('api')
export class SelfPayController {
  constructor(private readonly db: ClinicDatabase) {}

  @Creates('cases/:id/self-pay-agreements', 'coordinator')
  draft(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.DraftAgreement) body: contract.DraftAgreement,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => draftAgreement(command, id, body));
  }

  @Moves('self-pay-agreements/:id/revisions', 'coordinator')
  revise(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ReviseAgreement) body: contract.ReviseAgreement,
  ): Promise<void> {
    return this.db.command(call, (command) => reviseAgreement(command, id, body));
  }

  @Moves('self-pay-agreements/:id/signatures', 'coordinator')
  sign(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.SignAgreement) body: contract.SignAgreement,
  ): Promise<void> {
    return this.db.command(call, (command) => signAgreement(command, id, body));
  }

  @Moves('self-pay-agreements/:id/withdrawals', 'coordinator')
  withdraw(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.VoidAgreement) body: contract.VoidAgreement,
  ): Promise<void> {
    return this.db.command(call, (command) => voidAgreement(command, id, body));
  }
}
