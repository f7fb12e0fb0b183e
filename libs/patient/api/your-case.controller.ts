import { buffer } from 'node:stream/consumers';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Command } from '@stipple/database';
import { demoMark } from '@stipple/domain';
import { FileStore } from '@stipple/files';
import { AllowAnyone, Filter, HttpProblem, Settings, type SignedRequest } from '@stipple/http';
import { SendingPhotos } from '@stipple/packets-api';
import type { FastifyReply } from 'fastify';
import { papersMaterial } from './papers/papers.queries';
import { writePapers } from './papers/write-papers';
import { type CaseVisit, PatientVisits, keepVisit, patientCookie, visitOver } from './patient-visits';
import { readYourCase } from './your-case.queries';

const path = '/api/your-case';

/** A patient's page about their case. Open to anyone; what it shows, only to whoever came by a link and knew the date of birth. */
@Controller('api/your-case')
export class YourCaseController {
  constructor(
    private readonly visits: PatientVisits,
    private readonly settings: Settings,
    private readonly db: ClinicDatabase,
    private readonly photos: SendingPhotos,
    private readonly files: FileStore,
  ) {}

  /** The link's token comes in the body: it stands behind the # of the address, which no browser sends. */
  @Post('openings')
  @AllowAnyone()
  @HttpCode(204)
  async open(
    @Body({ schema: contract.OpenPatientLink }) body: contract.OpenPatientLink,
    @Req() request: SignedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = await this.visits.open(body, request, 'case');
    keepVisit(reply, { token, path, secure: this.settings.secureCookies });
  }

  @Get()
  @AllowAnyone()
  async read(
    @Req() request: SignedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<contract.YourCaseView> {
    const visit = await this.visit(request);
    void reply.header('cache-control', 'private, no-store');
    return readYourCase(this.db, visit);
  }

  @Post('photos')
  @AllowAnyone()
  async send(@Req() request: SignedRequest): Promise<{ id: string }> {
    const visit = await this.visit(request);
    if (!visit.takesPhotos)
      throw new HttpProblem(409, 'photos_not_asked', 'No photographs can be sent by this link.');
    request.principal = visit.who;
    return this.photos.take(request, { ...visit, stillOpen: (command) => stillOpen(command, visit) });
  }

  /** What was sent to the plan, and what the patient can do. It is made for this answer, and entered as a read. */
  @Get('papers')
  @AllowAnyone()
  async papers(
    @Req() request: SignedRequest,
    @Filter(contract.PapersQuery) { language }: contract.PapersQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.visit(request);
    const { who, caseId, linkId } = visit;
    if (!visit.givesPapers)
      throw new HttpProblem(409, 'papers_not_given', 'No papers can be taken by this link.');
    const { packetSha256, ...material } = await papersMaterial(this.db, visit);
    if (packetSha256 === null && material.rights.decisions.length === 0)
      throw new HttpProblem(
        409,
        'nothing_to_take',
        'Nothing was sent to the plan, and it has denied nothing.',
      );
    const packet = packetSha256 === null ? null : await this.sealed(who.clinicId, packetSha256);
    const mark = who.isDemo ? demoMark : null;
    const pdf = await writePapers({ ...material, packet, language, mark });
    const about = { subject: 'treatment_case', subjectId: caseId, caseId };
    await this.db.note(who, request.id, {
      action: 'patient_link.papers',
      ...about,
      detail: { link: linkId, language, packet: packetSha256 },
    });
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', 'attachment; filename="papers.pdf"')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(pdf);
  }

  private visit(request: SignedRequest): Promise<CaseVisit> {
    return this.visits.caseVisit(request.cookies[patientCookie]);
  }

  /** A copy without it would say that nothing was sent. */
  private async sealed(clinicId: string, sha256: string): Promise<Buffer> {
    const content = await this.files.get(clinicId, Buffer.from(sha256, 'hex'));
    if (content === null)
      throw new HttpProblem(409, 'file_lost', 'The sealed packet is no longer in the store of files.');
    return buffer(content);
  }
}

/** Asked under the case's lock, so that a link taken back a moment ago lets nothing in. */
async function stillOpen({ tx, who }: Command, { linkId }: CaseVisit): Promise<void> {
  const open: unknown[] = await tx.query(
    `SELECT FROM stipple.patient_link WHERE clinic_id = $1 AND id = $2 AND takes_photos AND opened AND ended_at IS NULL AND session_ends_at > now()`,
    [who.clinicId, linkId],
  );
  if (open.length === 0) throw visitOver();
}
