import { Readable } from 'node:stream';
import { Controller, Get, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Filter, Who } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { breachesAsCsv } from './clock-breaches-export';
import { readClockBreaches } from './clock-breaches.queries';
import { denialsAsCsv } from './denials-export';
import { readDenialReport, readDenials } from './denials.queries';

@Controller('api/reports')
export class ReportsController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('denials')
  @Allow('manager', 'coordinator')
  denials(
    @Who() who: Principal,
    @Filter(contract.DenialQuery) query: contract.DenialQuery,
  ): Promise<contract.DenialReport> {
    return readDenialReport(this.db, who, query);
  }

  @Get('denials/cases')
  @Allow('manager', 'coordinator')
  cases(
    @Who() who: Principal,
    @Filter(contract.DenialQuery) query: contract.DenialQuery,
  ): Promise<contract.DenialList> {
    return readDenials(this.db, who, query);
  }

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

  @Get('denials/export')
  @Allow('manager', 'coordinator')
  async export(
    @Who() who: Principal,
    @Filter(contract.DenialQuery) query: contract.DenialQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="denials.csv"')
      .send(Readable.from(denialsAsCsv(this.db, who, query)));
  }
}
