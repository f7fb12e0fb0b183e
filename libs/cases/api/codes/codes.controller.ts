import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Filter, Search, Who } from '@stipple/http';
import { readCodeLists, readProcedures, searchDiagnoses } from './codes.queries';

/** Codes by day of service: reference data, the same for every clinic. */
@Controller('api/codes')
export class CodesController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('diagnoses')
  @Allow('coordinator', 'physician', 'manager', 'administrator')
  diagnoses(
    @Who() who: Principal,
    @Search() q: string,
    @Filter(contract.CodesQuery) { on }: contract.CodesQuery,
  ): Promise<contract.DiagnosisHits> {
    return searchDiagnoses(this.db, who, { q, on });
  }

  @Get('procedures')
  @Allow('coordinator', 'physician', 'manager', 'administrator')
  procedures(
    @Who() who: Principal,
    @Filter(contract.CodesQuery) { on }: contract.CodesQuery,
  ): Promise<readonly contract.ProcedureView[]> {
    return readProcedures(this.db, who, on);
  }

  @Get('lists')
  @Allow('coordinator', 'administrator')
  lists(@Who() who: Principal): Promise<contract.CodeLists> {
    return readCodeLists(this.db, who);
  }
}
