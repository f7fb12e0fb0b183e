import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FilesModule } from '@stipple/files';
import { AuthRequestEntity } from './auth-request.entity';
import { CaseDocumentEntity, StoredFileEntity, StoredPictureEntity } from './case-document.entity';
import { DocumentsController } from './documents.controller';
import { LetterEntity, LetterVersionEntity } from './letter/letter.entity';
import { LettersController } from './letter/letters.controller';
import { PacketDesk } from './packet/packet-desk';
import { PacketController } from './packet/packet.controller';
import { SealedPacketEntity } from './packet/sealed-packet.entity';
import { PacketsController } from './packets.controller';
import { PatientPhotoEntity } from './patient-photos/patient-photo.entity';
import { PatientPhotosController } from './patient-photos/patient-photos.controller';
import { SendingPhotos } from './patient-photos/sending-photos';
import { PhotoDetailEntity } from './photos/photo-detail.entity';
import { PhotosController } from './photos/photos.controller';
import { SubmissionsController } from './submissions/submissions.controller';
import { CodeWorksheetEntity } from './worksheet/code-worksheet.entity';
import { WorksheetsController } from './worksheet/worksheets.controller';

@Module({
  imports: [
    FilesModule,
    TypeOrmModule.forFeature([
      LetterEntity,
      LetterVersionEntity,
      AuthRequestEntity,
      CaseDocumentEntity,
      StoredFileEntity,
      StoredPictureEntity,
      PatientPhotoEntity,
      PhotoDetailEntity,
      CodeWorksheetEntity,
      SealedPacketEntity,
    ]),
  ],
  providers: [PacketDesk, SendingPhotos],
  exports: [SendingPhotos],
  controllers: [
    LettersController,
    PacketController,
    PacketsController,
    DocumentsController,
    PatientPhotosController,
    PhotosController,
    SubmissionsController,
    WorksheetsController,
  ],
})
export class PacketsModule {}
