import { Controller, Get, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { sendFile } from '@stipple/files';
import { Allow, Filter, Who } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { atRiskFile } from './at-risk-export';
import { calendarOf } from './calendar-export';
import { daySheetPdf } from './day-sheet-pdf';
import { readDaySheet } from './day-sheet.query';

/** The schedule as files. Their names hold a day at most, for names end up in histories and on desktops. */
@Controller('api/schedule')
export class ScheduleExportsController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('calendar.ics')
  @Allow('coordinator', 'physician', 'manager')
  async calendar(
    @Who() who: Principal,
    @Filter(contract.CalendarQuery) query: contract.CalendarQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const calendar = await calendarOf(this.db, who, query);
    await reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="schedule.ics"')
      .send(calendar);
  }

  @Get('day-sheet')
  @Allow('coordinator', 'physician', 'manager')
  async daySheet(
    @Who() who: Principal,
    @Filter(contract.DaySheetQuery) query: contract.DaySheetQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sheet = await readDaySheet(this.db, who, query);
    const pdf = await daySheetPdf(sheet, who.isDemo);
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `inline; filename="day-sheet-${sheet.day}.pdf"`)
      .send(pdf);
  }

  @Get('at-risk/export')
  @Allow('coordinator', 'physician', 'manager')
  atRisk(@Who() who: Principal, @Res() reply: FastifyReply): Promise<void> {
    return sendFile(reply, 'bookings-at-risk.csv', (stopping) => atRiskFile(this.db, who, stopping));
  }
}
