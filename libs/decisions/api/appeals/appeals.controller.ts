import { Controller, Get, Req, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { appealOutline } from '@stipple/domain';
import { FileStore } from '@stipple/files';
import { Allow, HttpProblem, Id, type SignedRequest, Who } from '@stipple/http';
import { withFiles, writePacket } from '@stipple/packets-api';
import type { FastifyReply } from 'fastify';
import { describeAppeal } from './appeal-file';
import { asksOf, readAppeal } from './appeal-record';
import { readBrief, readOutline } from './appeals.queries';
import { exportRefusals } from './export-refusals';

@Controller('api')
export class AppealsController {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly files: FileStore,
  ) {}

  @Get('challenges/:id/outline')
  @Allow('coordinator', 'physician')
  outline(@Who() who: Principal, @Id() id: string): Promise<contract.AppealOutlineView> {
    return readOutline(this.db, who, id);
  }

  @Get('challenges/:id/brief')
  @Allow('coordinator', 'physician')
  brief(@Who() who: Principal, @Id() id: string): Promise<contract.PeerBriefView> {
    return readBrief(this.db, who, id);
  }

  /** The appeal as one file, written for this answer only. Refused, with all that is missing, while anything is. */
  @Get('challenges/:id/packet')
  @Allow('coordinator', 'physician')
  async packet(
    @Id() id: string,
    @Who() who: Principal,
    @Req() request: SignedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const appeal = await readAppeal((statement) => this.db.read(who, statement), who, id);
    if (appeal.challenge.kind === 'peer_to_peer')
      throw new HttpProblem(409, 'outline_of_a_call', 'A call has a brief and no letter.');
    const outline = appealOutline(appeal.denial, appeal.material, asksOf(appeal.challenge));
    const missing = exportRefusals(appeal, outline);
    if (missing.length > 0)
      throw new HttpProblem(409, 'appeal_incomplete', 'The appeal is not complete.', missing);
    const described = describeAppeal(appeal, outline);
    const { pdf } = await writePacket(await withFiles(this.files, who.clinicId, described));
    const { caseId } = appeal;
    await this.db.note(who, request.id, {
      action: 'appeal.file',
      subject: 'challenge',
      subjectId: id,
      caseId,
    });
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', 'inline; filename="appeal.pdf"')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(pdf);
  }
}
