import { Module } from '@nestjs/common';
import { JobsModule } from '@stipple/jobs';
import { DigestJob } from './digest/digest.job';
import { WatchingJob } from './watching.job';

@Module({
  imports: [JobsModule],
  providers: [WatchingJob, DigestJob],
})
export class WatchingModule {}
