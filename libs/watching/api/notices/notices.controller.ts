import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Filter, Input, Moves, Who } from '@stipple/http';
import { readNotices } from './notices.queries';
import { markAll, markSome, takeMarkBack } from './read-marks';

/** What has come up by itself. Marking twice does no harm, so it goes without an Idempotency-Key. */
@Controller('api')
export class NoticesController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('notices')
  @Allow('coordinator', 'physician', 'manager')
  read(
    @Who() who: Principal,
    @Filter(contract.NoticesQuery) query: contract.NoticesQuery,
  ): Promise<contract.Notices> {
    return readNotices(this.db, who, query.most ?? contract.noticesAtFirst);
  }

  @Moves('notices/readings', 'coordinator', 'physician', 'manager')
  markSome(@Who() who: Principal, @Input(contract.ReadNotices) body: contract.ReadNotices): Promise<void> {
    return markSome(this.db, who, body);
  }

  @Moves('notices/marks', 'coordinator', 'physician', 'manager')
  markAll(@Who() who: Principal, @Input(contract.MarkNotices) body: contract.MarkNotices): Promise<void> {
    return markAll(this.db, who, body);
  }

  @Moves('notices/mark-ends', 'coordinator', 'physician', 'manager')
  takeBack(@Who() who: Principal, @Input(contract.TakeMarkBack) body: contract.TakeMarkBack): Promise<void> {
    return takeMarkBack(this.db, who, body);
  }
}
