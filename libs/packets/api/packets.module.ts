import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '@stipple/files';
import { AuthRequestEntity } from './auth-request.entity';
import { CaseDocumentEntity, StoredFileEntity } from './case-document.entity';
import { DocumentsController } from './documents.controller';
import { LetterEntity, LetterVersionEntity } from './letter.entity';
import { PacketsController } from './packets.controller';

@Module({
  imports: [
    FilesModule,
    TypeOrmModule.forFeature([
      LetterEntity,
      LetterVersionEntity,
      AuthRequestEntity,
      CaseDocumentEntity,
      StoredFileEntity,
    ]),
  ],
  controllers: [PacketsController, DocumentsController],
})
export class PacketsModule {}
