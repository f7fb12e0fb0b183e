import { Controller } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase } from '@stipple/database';
import { Caller, Creates, Id, Input } from '@stipple/http';
import { writeNote } from './write-note';

/** An address for each lane, so that who may call it says who may write there. */
@Controller('api')
export class NotesController {
  constructor(private readonly db: ClinicDatabase) {}

  @Creates('cases/:id/billing-notes', 'coordinator', 'manager')
  billing(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.WriteNote) body: contract.WriteNote,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => writeNote(command, id, 'billing', body));
  }

  @Creates('cases/:id/clinical-notes', 'physician')
  clinical(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.WriteNote) body: contract.WriteNote,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => writeNote(command, id, 'clinical', body));
  }
}
