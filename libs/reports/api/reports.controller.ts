import { Controller, Get, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { sendFile } from '@stipple/files';
import { Allow, Filter, Who } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { breachesFile } from './clock-breaches-export';
import { readClockBreaches } from './clock-breaches.queries';

@Controller('api/reports')
export class ReportsController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('clock-breaches')
  @Allow('manager', 'coordinator')
  clockBreaches(@Who() who: Principal): Promise<contract.ClockBreachList> {
    return readClockBreaches(this.db, who);
  }

  @Get('clock-breaches/export')
  @Allow('manager', 'coordinator')
  exportBreaches(
    @Who() who: Principal,
    @Filter(contract.FileQuery) { format }: contract.FileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendFile(reply, `clock-breaches.${format}`, (stopping) =>
      breachesFile(this.db, who, format, stopping),
    );
  }
}
