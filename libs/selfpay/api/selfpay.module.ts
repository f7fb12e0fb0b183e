import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PatientModule } from '@stipple/patient-api';
import { CardNotices } from './cards/card-notices';
import { CardNoticesController } from './cards/card-notices.controller';
import { CardPayments } from './cards/card-payments';
import { CardTransactionEntity } from './cards/card-transaction.entity';
import { Cards } from './cards/cards';
import { CardsController } from './cards/cards.controller';
import { PatientCardsController } from './cards/patient-cards.controller';
import { CardRefunds } from './cards/refund-to-card';
import { DisputeEntity } from './disputes/dispute.entity';
import { DisputesController } from './disputes/disputes.controller';
import { EstimateVersionEntity } from './estimate/estimate-version.entity';
import { EstimatesController } from './estimate/estimates.controller';
import { LedgerController } from './ledger/ledger.controller';
import { PaymentPlanEntity, PaymentPlanInstallmentEntity } from './ledger/payment-plan.entity';
import { PatientController } from './patient/patient.controller';
import { PatientLinksController } from './patient/patient-links.controller';
import { PatientSignatureEntity } from './patient-signature.entity';
import { PricesController } from './prices/prices.controller';
import { SelfPayController } from './selfpay.controller';

@Module({
  imports: [
    PatientModule,
    TypeOrmModule.forFeature([
      CardTransactionEntity,
      DisputeEntity,
      EstimateVersionEntity,
      PatientSignatureEntity,
      PaymentPlanEntity,
      PaymentPlanInstallmentEntity,
    ]),
  ],
  controllers: [
    CardNoticesController,
    CardsController,
    DisputesController,
    EstimatesController,
    LedgerController,
    PatientCardsController,
    PatientController,
    PatientLinksController,
    PricesController,
    SelfPayController,
  ],
  providers: [CardNotices, CardPayments, CardRefunds, Cards],
})
export class SelfPayModule {}
