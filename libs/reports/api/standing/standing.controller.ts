import { Controller, Get, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { sendFile } from '@stipple/files';
import { Allow, Filter, Who } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { readAging } from './aging.queries';
import { readAuthorizations } from './authorizations.queries';
import { standingFile } from './rows-export';
import { readStandingRows } from './rows.queries';
import { readWorkload } from './workload.queries';

/** Where things stand now: what waits and how long, which authorizations lapse, and how open work is shared. */
@Controller('api/reports/standing')
export class StandingController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('aging')
  @Allow('manager', 'coordinator')
  aging(
    @Who() who: Principal,
    @Filter(contract.StandingQuery) query: contract.StandingQuery,
  ): Promise<contract.AgingReport> {
    return readAging(this.db, who, query);
  }

  @Get('authorizations')
  @Allow('manager', 'coordinator')
  authorizations(
    @Who() who: Principal,
    @Filter(contract.AuthorizationsQuery) query: contract.AuthorizationsQuery,
  ): Promise<contract.AuthorizationsReport> {
    return readAuthorizations(this.db, who, query);
  }

  @Get('workload')
  @Allow('manager', 'coordinator')
  workload(
    @Who() who: Principal,
    @Filter(contract.StandingQuery) query: contract.StandingQuery,
  ): Promise<contract.WorkloadReport> {
    return readWorkload(this.db, who, query);
  }

  @Get('rows')
  @Allow('manager', 'coordinator')
  rows(
    @Who() who: Principal,
    @Filter(contract.StandingRowsQuery) query: contract.StandingRowsQuery,
  ): Promise<contract.StandingRows> {
    return readStandingRows(this.db, who, query);
  }

  @Get('export')
  @Allow('manager', 'coordinator')
  export(
    @Who() who: Principal,
    @Filter(contract.StandingFileQuery) { list, format, ...filters }: contract.StandingFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendFile(reply, `${list.replaceAll('_', '-')}.${format}`, (stopping) =>
      standingFile(this.db, who, { list, filters, format }, stopping),
    );
  }
}
