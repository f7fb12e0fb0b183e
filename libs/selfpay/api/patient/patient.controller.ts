import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase } from '@stipple/database';
import { AllowAnyone, Filter, Settings, type SignedRequest, callOf } from '@stipple/http';
import { PatientVisits, keepVisit, patientCookie } from '@stipple/patient-api';
import type { FastifyReply } from 'fastify';
import { patientCalendar } from './patient-calendar';
import { readPatientEstimate } from './patient-estimate.queries';
import { signOnScreen } from './sign-on-screen';

const path = '/api/your-estimate';

/** The patient's own page. Open to anyone; what it shows, only to whoever came by a link and knew the date of birth. */
@Controller('api/your-estimate')
export class PatientController {
  constructor(
    private readonly visits: PatientVisits,
    private readonly settings: Settings,
    private readonly db: ClinicDatabase,
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
    const token = await this.visits.open(body, request, 'estimate');
    keepVisit(reply, { token, path, secure: this.settings.secureCookies });
  }

  @Get()
  @AllowAnyone()
  async read(
    @Req() request: SignedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<contract.PatientEstimateView> {
    const visit = await this.visits.visit(request.cookies[patientCookie]);
    void reply.header('cache-control', 'private, no-store');
    return readPatientEstimate(this.db, visit);
  }

  /** The days of the plan that was agreed on, and of the visits, as entries of a calendar. */
  @Get('calendar')
  @AllowAnyone()
  async calendar(
    @Req() request: SignedRequest,
    @Filter(contract.PapersQuery) { language }: contract.PapersQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const visit = await this.visits.visit(request.cookies[patientCookie]);
    const calendar = await patientCalendar(this.db, visit, language);
    void reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="days.ics"')
      .header('cache-control', 'private, no-store');
    return calendar;
  }

  @Post('signatures')
  @AllowAnyone()
  @HttpCode(204)
  async sign(
    @Body({ schema: contract.SignOnScreen }) body: contract.SignOnScreen,
    @Req() request: SignedRequest,
  ): Promise<void> {
    const visit = await this.visits.visit(request.cookies[patientCookie]);
    request.principal = visit.who;
    await this.db.command(callOf(request), (command) => signOnScreen(command, visit, body));
  }
}
