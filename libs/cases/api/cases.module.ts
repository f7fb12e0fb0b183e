import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '@stipple/files';
import { JobsModule } from '@stipple/jobs';
import { moveEntities } from '@stipple/moves';
import { CasesController } from './cases.controller';
import { DirectoryController } from './directory.controller';
import { RosterImportController } from './roster/roster-import.controller';
import { RosterImportJob } from './roster/roster-import.job';
import { ScreeningEntity } from './screening.entity';

@Module({
  imports: [FilesModule, JobsModule, TypeOrmModule.forFeature([...moveEntities, ScreeningEntity])],
  controllers: [CasesController, DirectoryController, RosterImportController],
  providers: [RosterImportJob],
})
export class CasesModule {}
