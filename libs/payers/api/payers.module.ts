import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BenefitCallEntity } from './benefit-call.entity';
import { PayersDirectoryController } from './directory/payers-directory.controller';
import { PayersController } from './payers.controller';
import { PoliciesController } from './policies/policies.controller';

@Module({
  imports: [TypeOrmModule.forFeature([BenefitCallEntity])],
  controllers: [PayersController, PayersDirectoryController, PoliciesController],
})
export class PayersModule {}
