import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Id, Input, Moves, Who } from '@stipple/http';
import { proposeScreening } from './propose-screening';
import { readScreening } from './screening.queries';
import { signScreening } from './sign-screening';

@Controller('api')
export class ScreeningController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('cases/:id/screening')
  @Allow('coordinator', 'physician')
  show(@Who() who: Principal, @Id() id: string): Promise<contract.ScreeningNow> {
    return readScreening(this.db, who, id);
  }

  @Creates('cases/:id/screenings', 'coordinator', 'physician')
  propose(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ProposeScreening) body: contract.ProposeScreening,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => proposeScreening(command, id, body));
  }

  @Moves('screenings/:id/signatures', 'physician')
  sign(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.SignScreening) body: contract.SignScreening,
  ): Promise<void> {
    return this.db.command(call, (command) => signScreening(command, id, body));
  }
}
