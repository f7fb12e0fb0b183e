import { Readable } from 'node:stream';
import { Controller, Get, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Filter, Who } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { submissionsAsCsv } from './submissions-export';
import { readSubmissions } from './submissions.queries';

@Controller('api/submissions')
export class SubmissionsController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get()
  @Allow('coordinator', 'manager')
  page(
    @Who() who: Principal,
    @Filter(contract.SubmissionQuery) query: contract.SubmissionQuery,
  ): Promise<contract.SubmissionPage> {
    return readSubmissions(this.db, who, query);
  }

  @Get('export')
  @Allow('coordinator', 'manager')
  async export(
    @Who() who: Principal,
    @Filter(contract.SubmissionQuery) query: contract.SubmissionQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="submissions.csv"')
      .send(Readable.from(submissionsAsCsv(this.db, who, query)));
  }
}
