import { Module } from '@nestjs/common';
import { JobsModule } from '@stipple/jobs';
import { CompareReportsJob } from './compare-reports.job';
import { ReportedDaysJob } from './days/reported-days.job';
import { MetricsController } from './metrics.controller';
import { ReportsController } from './reports.controller';
import { ScheduledReportsController } from './scheduled/scheduled-reports.controller';
import { ScheduledReportsJob } from './scheduled/scheduled-reports.job';
import { StandingController } from './standing/standing.controller';
import { TimingsJob } from './timings/timings.job';

@Module({
  imports: [JobsModule],
  controllers: [ReportsController, MetricsController, ScheduledReportsController, StandingController],
  providers: [ScheduledReportsJob, CompareReportsJob, ReportedDaysJob, TimingsJob],
})
export class ReportsModule {}
