import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EstimateVersionEntity } from './estimate/estimate-version.entity';
import { EstimatesController } from './estimate/estimates.controller';
import { PatientSignatureEntity } from './patient-signature.entity';
import { PricesController } from './prices/prices.controller';
import { SelfPayController } from './selfpay.controller';

@Module({
  imports: [TypeOrmModule.forFeature([EstimateVersionEntity, PatientSignatureEntity])],
  controllers: [EstimatesController, PricesController, SelfPayController],
})
export class SelfPayModule {}
