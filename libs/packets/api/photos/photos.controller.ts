import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { FileStore, readUpload, takeIn, unfitFile } from '@stipple/files';
import {
  Allow,
  Caller,
  Creates,
  Filter,
  Id,
  Input,
  type SignedRequest,
  Who,
  callOf,
  parse,
} from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { mostBytes } from '../documents.controller';
import { addPhoto, describePhoto } from './describe-photo';
import { findPicture, readPhotos } from './photos.queries';
import { sendPicture } from './send-picture';

/** Photographs are for those who write and sign the argument; a manager needs none of them. */
@Controller('api')
export class PhotosController {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly files: FileStore,
  ) {}

  @Get('cases/:id/photos')
  @Allow('coordinator', 'physician')
  list(@Who() who: Principal, @Id() caseId: string): Promise<contract.CasePhotos> {
    return readPhotos(this.db, who, caseId);
  }

  @Post('cases/:id/photos')
  @Allow('coordinator', 'physician')
  async add(@Id() caseId: string, @Req() request: SignedRequest): Promise<{ id: string }> {
    const shelf = callOf(request).who.clinicId;
    const { file, fields } = await readUpload(request, mostBytes, (content) =>
      takeIn(this.files, shelf, content, mostBytes),
    );
    if (file.picture === null)
      throw unfitFile(
        415,
        'not_a_picture',
        'This file is a PDF; attach it as a document, and photographs as pictures.',
      );
    const body = parse(contract.AddPhoto, fields);
    const call = callOf(request, Buffer.concat([file.sha256, Buffer.from(JSON.stringify(body))]));
    return this.db.command(call, (command) => addPhoto(command, caseId, body, file));
  }

  @Creates('photos/:id/details', 'coordinator', 'physician')
  describe(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.DescribePhoto) body: contract.DescribePhoto,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => describePhoto(command, id, body));
  }

  @Get('photos/:id/picture')
  @Allow('coordinator', 'physician')
  async show(
    @Id() id: string,
    @Filter(contract.PictureQuery) { size }: contract.PictureQuery,
    @Who() who: Principal,
    @Req() request: SignedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { sha256, mediaType, caseId } = await findPicture(this.db, who, { id, size });
    const note = { action: 'photo.read', subject: 'case_document', subjectId: id, caseId, detail: { size } };
    await this.db.note(who, request.id, note);
    await sendPicture(this.files, who, { request, reply }, { sha256, mediaType });
  }
}
