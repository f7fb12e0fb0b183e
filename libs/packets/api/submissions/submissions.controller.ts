import { Controller, Get, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { sendFile } from '@stipple/files';
import { Allow, Filter, Who } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { submissionsFile } from './submissions-export';
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
  export(
    @Who() who: Principal,
    @Filter(contract.SubmissionQuery) query: contract.SubmissionQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendFile(reply, 'submissions.csv', (stopping) => submissionsFile(this.db, who, query, stopping));
  }
}
