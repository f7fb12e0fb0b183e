import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Id, Input, Moves, Who } from '@stipple/http';
import { reviseWorksheet, startWorksheet } from './fill-worksheet';
import { readWorksheets } from './worksheets.queries';

/** The worksheets of unlisted codes: read by whoever reads requests, written by who knows fee or work. */
@Controller('api')
export class WorksheetsController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('cases/:id/worksheets')
  @Allow('coordinator', 'physician', 'manager')
  read(@Who() who: Principal, @Id() id: string): Promise<contract.CaseWorksheets> {
    return readWorksheets(this.db, who, id);
  }

  @Creates('cases/:id/worksheets', 'coordinator', 'physician')
  start(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.StartWorksheet) body: contract.StartWorksheet,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => startWorksheet(command, id, body));
  }

  @Moves('worksheets/:id/revisions', 'coordinator', 'physician')
  revise(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ReviseWorksheet) body: contract.ReviseWorksheet,
  ): Promise<void> {
    return this.db.command(call, (command) => reviseWorksheet(command, id, body));
  }
}
