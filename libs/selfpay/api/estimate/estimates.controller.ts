import { Controller, Get, Req, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, Missing, type Principal } from '@stipple/database';
import { Allow, Caller, Filter, Id, Input, Moves, type SignedRequest, Who } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { type KeptEstimate, keptEstimateSql } from './estimates.queries';
import { issueEstimate } from './issue-estimate';
import { writeEstimatePdf } from './write-estimate';

/** Good faith estimates: giving one, and every copy of those that were given. */
@Controller('api/self-pay-agreements/:id')
export class EstimatesController {
  constructor(private readonly db: ClinicDatabase) {}

  @Moves('estimates', 'coordinator')
  issue(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.IssueEstimate) body: contract.IssueEstimate,
  ): Promise<void> {
    return this.db.command(call, (command) => issueEstimate(command, id, body));
  }

  /** The paper as it was given, drawn from the words that were kept. */
  @Get('estimate')
  @Allow('coordinator', 'physician', 'manager')
  async file(
    @Id() id: string,
    @Filter(contract.EstimateQuery) { version }: contract.EstimateQuery,
    @Who() who: Principal,
    @Req() request: SignedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const read = {
      name: 'kept_estimate',
      text: keptEstimateSql,
      values: [who.clinicId, id, version ?? null],
    };
    const [kept] = await this.db.read<KeptEstimate>(who, read);
    if (kept === undefined) throw new Missing('estimate');
    const { caseId, ...paper } = kept;
    await this.db.note(who, request.id, {
      action: 'estimate.file',
      subject: 'self_pay_agreement',
      subjectId: id,
      caseId,
      detail: { version: kept.version },
    });
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `inline; filename="estimate-${kept.version}.pdf"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(await writeEstimatePdf(paper));
  }
}
