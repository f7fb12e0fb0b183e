import { Controller, Get, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { sendFile } from '@stipple/files';
import { Allow, Caller, Creates, Id, Input, Moves, Who, parse } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { reportFile } from '../metrics/report-export';
import {
  changeScheduledReport,
  pauseScheduledReport,
  removeScheduledReport,
  resumeScheduledReport,
  scheduleReport,
} from './schedule-report';
import { readReportRun, readScheduledReports } from './scheduled-reports.queries';

@Controller('api')
export class ScheduledReportsController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('scheduled-reports')
  @Allow('manager', 'coordinator')
  list(@Who() who: Principal): Promise<contract.ScheduledReports> {
    return readScheduledReports(this.db, who);
  }

  @Creates('scheduled-reports', 'manager')
  schedule(
    @Caller() call: Call,
    @Input(contract.ScheduleReport) body: contract.ScheduleReport,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => scheduleReport(command, body));
  }

  @Moves('scheduled-reports/:id/changes', 'manager')
  change(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ChangeScheduledReport) body: contract.ChangeScheduledReport,
  ): Promise<void> {
    return this.db.command(call, (command) => changeScheduledReport(command, id, body));
  }

  @Moves('scheduled-reports/:id/pauses', 'manager')
  pause(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) { version }: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => pauseScheduledReport(command, id, version));
  }

  @Moves('scheduled-reports/:id/resumptions', 'manager')
  resume(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) { version }: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => resumeScheduledReport(command, id, version));
  }

  @Moves('scheduled-reports/:id/removals', 'manager')
  remove(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) { version }: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => removeScheduledReport(command, id, version));
  }

  @Get('report-runs/:id')
  @Allow('manager', 'coordinator')
  run(@Who() who: Principal, @Id() id: string): Promise<contract.ReportRun> {
    return readReportRun(this.db, who, id);
  }

  @Get('report-runs/:id/file')
  @Allow('manager', 'coordinator')
  async file(@Who() who: Principal, @Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const { onDay, format, query } = await readReportRun(this.db, who, id);
    const asked = parse(contract.ReportFileQuery, Object.fromEntries(new URLSearchParams(query)));
    const { format: _, ...filters } = asked;
    await sendFile(reply, `denials-${onDay}.${format}`, (stopping) =>
      reportFile(this.db, who, { format, query: filters }, stopping),
    );
  }
}
