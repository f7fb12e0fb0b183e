import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, Refused } from '@stipple/database';
import { refusal } from '@stipple/domain';
import { AllowAnyone, type SignedRequest, callOf } from '@stipple/http';
import { PatientVisits, patientCookie } from '@stipple/patient-api';
import type { FastifyReply } from 'fastify';
import { CardPayments } from './card-payments';
import { readPatientCards } from './card-transactions.queries';
import { Cards } from './cards';

/** Paying by card on the patient's own page. Open to anyone, and empty for whoever did not come by a link. */
@Controller('api/your-estimate/card-payments')
export class PatientCardsController {
  constructor(
    private readonly visits: PatientVisits,
    private readonly db: ClinicDatabase,
    private readonly cards: Cards,
    private readonly payments: CardPayments,
  ) {}

  @Get()
  @AllowAnyone()
  async read(
    @Req() request: SignedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<contract.PatientCardsView> {
    const { who, agreementId } = await this.visits.visit(request.cookies[patientCookie]);
    void reply.header('cache-control', 'private, no-store');
    return readPatientCards(this.db, who, { agreementId, taken: this.cards.taken });
  }

  @Post()
  @AllowAnyone()
  async pay(
    @Body({ schema: contract.PayByCard }) { of, cents }: contract.PayByCard,
    @Req() request: SignedRequest,
  ): Promise<contract.CardPage> {
    const { who, agreementId, linkId } = await this.visits.visit(request.cookies[patientCookie]);
    const { taken } = this.cards;
    const { offers } = await readPatientCards(this.db, who, { agreementId, taken });
    if (taken && !offers.some((offer) => offer.of === of && offer.cents === cents))
      throw new Refused([amountChanged]);
    request.principal = who;
    return this.payments.ask(callOf(request), agreementId, { cents, linkId });
  }
}

const amountChanged = refusal('card_amount_changed', 'Another amount is due now. Load the page again.');
