import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PatientModule } from '@stipple/patient-api';
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
      DisputeEntity,
      EstimateVersionEntity,
      PatientSignatureEntity,
      PaymentPlanEntity,
      PaymentPlanInstallmentEntity,
    ]),
  ],
  controllers: [
    DisputesController,
    EstimatesController,
    LedgerController,
    PatientController,
    PatientLinksController,
    PricesController,
    SelfPayController,
  ],
})
export class SelfPayModule {}
