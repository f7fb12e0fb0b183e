import { Module } from '@nestjs/common';
import { FilesModule } from '@stipple/files';
import { PacketsModule } from '@stipple/packets-api';
import { CaseLinksController } from './case-links.controller';
import { PatientVisits } from './patient-visits';
import { YourCaseController } from './your-case.controller';

@Module({
  imports: [FilesModule, PacketsModule],
  controllers: [CaseLinksController, YourCaseController],
  providers: [PatientVisits],
  exports: [PatientVisits],
})
export class PatientModule {}
