import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobsModule } from '@stipple/jobs';
import { PolicyDryRunJob } from './dry-run/policy-dry-run.job';
import { ScreeningBasisEntity } from './screening-basis.entity';
import { ScreeningController } from './screening.controller';
import { ScreeningEntity } from './screening.entity';

@Module({
  imports: [JobsModule, TypeOrmModule.forFeature([ScreeningEntity, ScreeningBasisEntity])],
  controllers: [ScreeningController],
  providers: [PolicyDryRunJob],
})
export class ScreeningModule {}
