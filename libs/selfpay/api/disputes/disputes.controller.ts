import { Controller } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase } from '@stipple/database';
import { Caller, Creates, Id, Input, Moves } from '@stipple/http';
import { closeDispute } from './close-dispute';
import { openDispute } from './open-dispute';

/** Disputes of a bill by its patient. They are read with the ledger, whose collecting they stop. */
@Controller('api')
export class DisputesController {
  constructor(private readonly db: ClinicDatabase) {}

  @Creates('self-pay-agreements/:id/disputes', 'coordinator')
  open(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.OpenDispute) body: contract.OpenDispute,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => openDispute(command, id, body));
  }

  @Moves('disputes/:id/closures', 'coordinator')
  close(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.CloseDispute) body: contract.CloseDispute,
  ): Promise<void> {
    return this.db.command(call, (command) => closeDispute(command, id, body));
  }
}
