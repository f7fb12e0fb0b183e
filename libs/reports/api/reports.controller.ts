import { Readable } from 'node:stream';
import { Controller, Get, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Who } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { breachesAsCsv } from './clock-breaches-export';
import { readClockBreaches } from './clock-breaches.queries';

@Controller('api/reports')
export class ReportsController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('clock-breaches')
  @Allow('manager', 'coordinator')
  clockBreaches(@Who() who: Principal): Promise<contract.ClockBreachList> {
    return readClockBreaches(this.db, who, 'clock_breaches.read');
  }

  @Get('clock-breaches/export')
  @Allow('manager', 'coordinator')
  async exportBreaches(@Who() who: Principal, @Res() reply: FastifyReply): Promise<void> {
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="clock-breaches.csv"')
      .send(Readable.from(breachesAsCsv(this.db, who)));
  }
}
