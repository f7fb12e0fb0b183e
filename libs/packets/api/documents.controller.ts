import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, Missing, type Principal } from '@stipple/database';
import { FileStore, readUpload, takeIn } from '@stipple/files';
import { Allow, HttpProblem, Id, type SignedRequest, Who, callOf, parse } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { addDocument } from './add-document';

/** A scanned packet of forty pages fits. */
export const mostBytes = 25 * 1024 * 1024;

const fileSql = /* sql */ `
SELECT f.sha256, f.media_type, d.case_id, d.kind FROM stipple.case_document d
  JOIN stipple.stored_file f ON (f.clinic_id, f.sha256) = (d.clinic_id, d.file_sha256)
 WHERE d.clinic_id = $1 AND d.id = $2`;

@Controller('api')
export class DocumentsController {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly files: FileStore,
  ) {}

  /** Takes a file in first and only then opens the transaction: a slow upload holds no lock. */
  @Post('cases/:id/documents')
  @Allow('coordinator', 'physician')
  async add(@Id() caseId: string, @Req() request: SignedRequest): Promise<{ id: string }> {
    const shelf = callOf(request).who.clinicId;
    const upload = await readUpload(request, mostBytes, (content) =>
      takeIn(this.files, shelf, content, mostBytes),
    );
    const body = parse(contract.AddDocument, upload.fields);
    const { sha256 } = upload.file;
    const call = callOf(request, Buffer.concat([sha256, Buffer.from(JSON.stringify(body))]));
    return this.db.command(call, (command) => addDocument(command, caseId, body, upload.file));
  }

  @Get('documents/:id')
  @Allow('coordinator', 'physician', 'manager')
  async show(
    @Id() id: string,
    @Who() who: Principal,
    @Req() request: SignedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [file] = await this.db.read<{ sha256: Buffer; media_type: string; case_id: string; kind: string }>(
      who,
      {
        name: 'document_file',
        text: fileSql,
        values: [who.clinicId, id],
      },
    );
    if (file?.kind === 'photo' && !who.roles.some((role) => role === 'coordinator' || role === 'physician'))
      throw new HttpProblem(403, 'photo_closed', 'Photographs are for coordinators and physicians.');
    const content = file ? await this.files.get(who.clinicId, file.sha256) : null;
    if (file === undefined || content === null) throw new Missing('document');
    const note = { action: 'case_document.read', subject: 'case_document', subjectId: id };
    await this.db.note(who, request.id, { ...note, caseId: file.case_id });
    // Shown, but never run: no scripts, no plug-ins, and the browser may not guess another kind.
    await reply
      .header('content-type', file.media_type)
      .header('content-disposition', 'inline')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(content);
  }
}
