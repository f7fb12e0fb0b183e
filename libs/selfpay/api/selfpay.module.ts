import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PatientSignatureEntity } from './patient-signature.entity';
import { SelfPayController } from './selfpay.controller';

@Module({ imports: [TypeOrmModule.forFeature([PatientSignatureEntity])], controllers: [SelfPayController] })
export class SelfPayModule {}
