import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobsModule } from '@stipple/jobs';
import { BenefitCallEntity } from './benefit-call.entity';
import { PayersDirectoryController } from './directory/payers-directory.controller';
import { PolicyDryRunJob } from './dry-run/dry-run.job';
import { PayersController } from './payers.controller';
import { PoliciesController } from './policies/policies.controller';

@Module({
  imports: [JobsModule, TypeOrmModule.forFeature([BenefitCallEntity])],
  controllers: [PayersController, PayersDirectoryController, PoliciesController],
  providers: [PolicyDryRunJob],
})
export class PayersModule {}
