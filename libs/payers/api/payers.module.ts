import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BenefitCallEntity } from './benefit-call.entity';
import { PayersController } from './payers.controller';

@Module({ imports: [TypeOrmModule.forFeature([BenefitCallEntity])], controllers: [PayersController] })
export class PayersModule {}
