import { Readable } from 'node:stream';
import { Controller, Get, Req, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import { FileStore } from '@stipple/files';
import { Allow, HttpProblem, Id, type SignedRequest, Who } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { PacketDesk } from './packet-desk';
import { readPacket } from './packet.queries';

const sealedSql = /* sql */ `
SELECT file_sha256 AS sha256, manifest, case_id AS "caseId" FROM stipple.sealed_packet WHERE clinic_id = $1 AND request_id = $2`;

interface Sealed {
  readonly sha256: Buffer;
  readonly manifest: contract.PacketManifest;
  readonly caseId: string;
}

@Controller('api')
export class PacketController {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly desk: PacketDesk,
    private readonly files: FileStore,
  ) {}

  @Get('cases/:id/packet')
  @Allow('coordinator', 'physician')
  show(@Who() who: Principal, @Id() id: string): Promise<contract.PacketView> {
    return readPacket(this.db, who, id);
  }

  /** The sealed file where the request was sent; else the packet as the record stands, written for this answer only. */
  @Get('auth-requests/:id/packet')
  @Allow('coordinator', 'physician')
  async file(
    @Id() id: string,
    @Who() who: Principal,
    @Req() request: SignedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { caseId, content, name } = await this.content(who, id);
    const note = { action: 'packet.file', subject: 'auth_request', subjectId: id, caseId };
    await this.db.note(who, request.id, note);
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `inline; filename="${name}"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(content);
  }

  @Get('auth-requests/:id/packet/manifest')
  @Allow('coordinator', 'physician')
  async manifest(@Id() id: string, @Who() who: Principal): Promise<contract.PacketManifest> {
    const sealed = await this.sealed(who, id);
    if (sealed) return sealed.manifest;
    const { manifest } = await this.desk.write(who, await this.desk.material(who, id));
    return { pages: manifest.pages, parts: [...manifest.parts] };
  }

  private async content(
    who: Principal,
    id: string,
  ): Promise<{ readonly caseId: string; readonly content: Readable | Buffer; readonly name: string }> {
    const sealed = await this.sealed(who, id);
    if (sealed) {
      const content = await this.files.get(who.clinicId, sealed.sha256);
      if (content === null)
        throw new HttpProblem(409, 'file_lost', 'The sealed packet is no longer in the store of files.');
      return { caseId: sealed.caseId, content, name: 'packet.pdf' };
    }
    const material = await this.desk.material(who, id);
    const { pdf } = await this.desk.write(who, material);
    return { caseId: material.about.caseId, content: pdf, name: 'packet-preview.pdf' };
  }

  private async sealed(who: Principal, id: string): Promise<Sealed | undefined> {
    const read = { name: 'sealed_packet', text: sealedSql, values: [who.clinicId, id] };
    const [sealed] = await this.db.read<Sealed>(who, read);
    return sealed;
  }
}
