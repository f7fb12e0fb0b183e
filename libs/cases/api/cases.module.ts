import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '@stipple/files';
import { JobsModule } from '@stipple/jobs';
import { moveEntities } from '@stipple/moves';
import { CasesController } from './cases.controller';
import { CodesController } from './codes/codes.controller';
import { DirectoryController } from './directory.controller';
import { DraftExpiryJob } from './drafts/draft-expiry.job';
import { DraftsController } from './drafts/drafts.controller';
import { BillingNoteEntity, ClinicalNoteEntity } from './note.entities';
import { NotesController } from './notes.controller';
import { QueueController } from './queue/queue.controller';
import { RosterImportController } from './roster/roster-import.controller';
import { RosterImportJob } from './roster/roster-import.job';

@Module({
  imports: [
    FilesModule,
    JobsModule,
    TypeOrmModule.forFeature([...moveEntities, BillingNoteEntity, ClinicalNoteEntity]),
  ],
  controllers: [
    QueueController,
    CasesController,
    CodesController,
    DirectoryController,
    DraftsController,
    NotesController,
    RosterImportController,
  ],
  providers: [DraftExpiryJob, RosterImportJob],
})
export class CasesModule {}
