import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Input, Moves, Who } from '@stipple/http';
import { readNotices, seeNotices } from './notices.queries';

/** What has come up by itself. Saying twice up to where one has looked does no harm, so it goes without an Idempotency-Key. */
@Controller('api')
export class NoticesController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('notices')
  @Allow('coordinator', 'physician', 'manager')
  read(@Who() who: Principal): Promise<contract.Notices> {
    return readNotices(this.db, who);
  }

  @Moves('notices/marks', 'coordinator', 'physician', 'manager')
  see(@Who() who: Principal, @Input(contract.SeeNotices) body: contract.SeeNotices): Promise<void> {
    return seeNotices(this.db, who, body);
  }
}
