import { Controller, Get, Req, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, Missing, type Principal } from '@stipple/database';
import { FileStore } from '@stipple/files';
import { Allow, Caller, Filter, Id, Input, Moves, type SignedRequest, Who } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import type { PictureFile } from '../photos/photos.queries';
import { sendPicture } from '../photos/send-picture';
import { acceptPhoto, setPhotoAside } from './look-at-photo';

const columns = { small: 'i.small_sha256', large: 'i.large_sha256', full: 't.file_sha256' } as const;

const pictureSql = (size: contract.PictureQuery['size']) => /* sql */ `
SELECT f.sha256, f.media_type AS "mediaType", t.case_id AS "caseId" FROM stipple.patient_photo t
  JOIN stipple.stored_picture i ON (i.clinic_id, i.sha256) = (t.clinic_id, t.file_sha256)
  JOIN stipple.stored_file f ON (f.clinic_id, f.sha256) = (t.clinic_id, ${columns[size]})
 WHERE t.clinic_id = $1 AND t.id = $2`;

/** What patients sent, for those who decide whether it goes into the record. */
@Controller('api/patient-photos/:id')
export class PatientPhotosController {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly files: FileStore,
  ) {}

  @Get('picture')
  @Allow('coordinator', 'physician')
  async show(
    @Id() id: string,
    @Filter(contract.PictureQuery) { size }: contract.PictureQuery,
    @Who() who: Principal,
    @Req() request: SignedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const read = { name: `patient_picture_${size}`, text: pictureSql(size), values: [who.clinicId, id] };
    const [file] = await this.db.read<PictureFile>(who, read);
    if (file === undefined) throw new Missing('photograph');
    const about = { subject: 'patient_photo', subjectId: id, caseId: file.caseId };
    await this.db.note(who, request.id, { action: 'photo.read', ...about, detail: { size } });
    await sendPicture(this.files, who, { request, reply }, file);
  }

  @Moves('acceptances', 'coordinator', 'physician')
  accept(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.AcceptPatientPhoto) body: contract.AcceptPatientPhoto,
  ): Promise<void> {
    return this.db.command(call, (command) => acceptPhoto(command, id, body));
  }

  @Moves('set-asides', 'coordinator', 'physician')
  setAside(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.SetPatientPhotoAside) body: contract.SetPatientPhotoAside,
  ): Promise<void> {
    return this.db.command(call, (command) => setPhotoAside(command, id, body));
  }
}
