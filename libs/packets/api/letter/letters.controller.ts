import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Id, Input, Moves, Who } from '@stipple/http';
import { letterDocx } from './letter-docx';
import { readLetter, readLetterDesk, startLetter } from './letter-desk.queries';
import { readLetterVersions } from './letter-versions.queries';
import {
  askChanges,
  askSignature,
  discardLetter,
  draftLetter,
  reviseLetter,
  signLetter,
} from './write-letter';

@Controller('api')
export class LettersController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('cases/:id/letter-desk')
  @Allow('coordinator', 'physician')
  desk(@Who() who: Principal, @Id() id: string): Promise<contract.LetterDesk> {
    return readLetterDesk(this.db, who, id);
  }

  @Get('cases/:id/letter-start')
  @Allow('coordinator', 'physician')
  start(@Who() who: Principal, @Id() id: string): Promise<contract.LetterStart> {
    return startLetter(this.db, who, id);
  }

  @Get('letters/:id')
  @Allow('coordinator', 'physician')
  read(@Who() who: Principal, @Id() id: string): Promise<contract.LetterRead> {
    return readLetter(this.db, who, id);
  }

  @Get('letters/:id/docx')
  @Allow('coordinator', 'physician')
  @Header('cache-control', 'private, no-store')
  async docx(@Who() who: Principal, @Id() id: string): Promise<StreamableFile> {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const disposition = 'attachment; filename="letter-of-medical-necessity.docx"';
    return new StreamableFile(await letterDocx(this.db, who, id), { type, disposition });
  }

  @Creates('cases/:id/letters', 'coordinator', 'physician')
  draftLetter(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.DraftLetter) body: contract.DraftLetter,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => draftLetter(command, id, body));
  }

  @Moves('letters/:id/revisions', 'coordinator', 'physician')
  reviseLetter(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ReviseLetter) body: contract.ReviseLetter,
  ): Promise<void> {
    return this.db.command(call, (command) => reviseLetter(command, id, body));
  }

  @Moves('letters/:id/signature-requests', 'coordinator', 'physician')
  askSignature(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) body: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => askSignature(command, id, body));
  }

  @Moves('letters/:id/signatures', 'physician')
  signLetter(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.SignLetter) body: contract.SignLetter,
  ): Promise<void> {
    return this.db.command(call, (command) => signLetter(command, id, body));
  }

  @Moves('letters/:id/change-requests', 'physician')
  askChanges(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.AskChanges) body: contract.AskChanges,
  ): Promise<void> {
    return this.db.command(call, (command) => askChanges(command, id, body));
  }

  @Get('letters/:id/versions')
  @Allow('coordinator', 'physician', 'manager')
  versions(@Who() who: Principal, @Id() id: string): Promise<contract.LetterVersions> {
    return readLetterVersions(this.db, who, id);
  }

  @Moves('letters/:id/discards', 'coordinator', 'physician')
  discardLetter(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) body: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => discardLetter(command, id, body));
  }
}
