import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerController } from './ledger/ledger.controller';
import { PaymentPlanEntity, PaymentPlanInstallmentEntity } from './ledger/payment-plan.entity';
import { PatientSignatureEntity } from './patient-signature.entity';
import { SelfPayController } from './selfpay.controller';

@Module({
  imports: [
    TypeOrmModule.forFeature([PatientSignatureEntity, PaymentPlanEntity, PaymentPlanInstallmentEntity]),
  ],
  controllers: [SelfPayController, LedgerController],
})
export class SelfPayModule {}
