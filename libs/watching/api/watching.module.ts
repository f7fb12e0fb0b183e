import { Module } from '@nestjs/common';
import { JobsModule } from '@stipple/jobs';
import { DigestJob } from './digest/digest.job';
import { NoticesController } from './notices/notices.controller';
import { WatchingJob } from './watching.job';

@Module({
  imports: [JobsModule],
  controllers: [NoticesController],
  providers: [WatchingJob, DigestJob],
})
export class WatchingModule {}
