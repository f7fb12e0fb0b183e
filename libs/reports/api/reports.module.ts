import { Module } from '@nestjs/common';
import { JobsModule } from '@stipple/jobs';
import { CompareReportsJob } from './compare-reports.job';
import { MetricsController } from './metrics.controller';
import { ReportsController } from './reports.controller';
import { ScheduledReportsController } from './scheduled/scheduled-reports.controller';
import { ScheduledReportsJob } from './scheduled/scheduled-reports.job';

@Module({
  imports: [JobsModule],
  controllers: [ReportsController, MetricsController, ScheduledReportsController],
  providers: [ScheduledReportsJob, CompareReportsJob],
})
export class ReportsModule {}
