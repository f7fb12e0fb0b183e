import { randomUUIDv7 } from 'node:crypto';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { importLimits } from '@stipple/domain';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { FileStore, readUploads, sendFile } from '@stipple/files';
import {
  Allow,
  Caller,
  Filter,
  Id,
  Input,
  Moves,
  Passive,
  type SignedRequest,
  Who,
  callOf,
} from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { SentFile, beginImport, refuseTooLarge, shownName } from './begin-import';
import { mustExist, problemsFile, readProblems } from './import-problems';
import { shelfOf } from './import-record';
import { listImports, readImport, readStanding } from './import-view';
import { discardImport, mapFiles, startDryRun, startImport } from './move-import';

/** The roster as files: taken in, looked at, tried, imported. Its job does what takes long. */
@Controller('api/roster-imports')
export class RosterImportController {
  constructor(
    private readonly db: ClinicDatabase,
    private readonly files: FileStore,
  ) {}

  @Get()
  @Allow('coordinator', 'administrator')
  list(@Who() who: Principal): Promise<contract.RosterImportStanding[]> {
    return listImports(this.db, who);
  }

  /** Takes the files in first and only then opens the transaction: a slow upload holds no lock. */
  @Post()
  @Allow('coordinator', 'administrator')
  async begin(@Req() request: SignedRequest): Promise<{ id: string }> {
    const { clinicId } = callOf(request).who;
    const importId = randomUUIDv7();
    const shelf = shelfOf({ clinicId, importId });
    try {
      const { files } = await readUploads<SentFile>(request, importLimits, async (content, name) => ({
        name: shownName(name),
        ...(await this.files.put(shelf, content, () => refuseTooLarge(content))),
      }));
      const names = files.map(({ name }) => name).join('\n');
      const call = callOf(request, Buffer.concat([Buffer.from(names), ...files.map(({ sha256 }) => sha256)]));
      const begun = await this.db.command(call, (command) => beginImport(command, importId, files));
      // The answer to a repeat names the first import; what was sent again is not needed.
      if (begun.id !== importId) await this.files.clear(shelf);
      return begun;
    } catch (error) {
      await this.files.clear(shelf);
      throw error;
    }
  }

  @Get(':id')
  @Allow('coordinator', 'administrator')
  show(@Who() who: Principal, @Id() id: string): Promise<contract.RosterImportView> {
    return readImport(this.db, who, id);
  }

  @Get(':id/standing')
  @Passive()
  @Allow('coordinator', 'administrator')
  standing(@Who() who: Principal, @Id() id: string): Promise<contract.RosterImportStanding> {
    return readStanding(this.db, who, id);
  }

  @Get(':id/problems')
  @Allow('coordinator', 'administrator')
  problems(
    @Who() who: Principal,
    @Id() id: string,
    @Filter(contract.RosterProblemQuery) query: contract.RosterProblemQuery,
  ): Promise<contract.RosterProblemPage> {
    return readProblems(this.db, who, id, query);
  }

  @Get(':id/problems/export')
  @Allow('coordinator', 'administrator')
  async exportProblems(@Who() who: Principal, @Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await mustExist(this.db, who, id);
    return sendFile(reply, 'roster-problems.csv', (stopping) => problemsFile(this.db, who, id, stopping));
  }

  @Moves(':id/mappings', 'coordinator', 'administrator')
  map(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.MapImport) body: contract.MapImport,
  ): Promise<void> {
    return this.db.command(call, (command) => mapFiles(command, id, body));
  }

  @Moves(':id/dry-runs', 'coordinator', 'administrator')
  check(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.MoveImport) body: contract.MoveImport,
  ): Promise<void> {
    return this.db.command(call, (command) => startDryRun(command, id, body));
  }

  @Moves(':id/runs', 'coordinator', 'administrator')
  run(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.MoveImport) body: contract.MoveImport,
  ): Promise<void> {
    return this.db.command(call, (command) => startImport(command, id, body));
  }

  @Moves(':id/discards', 'coordinator', 'administrator')
  discard(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.MoveImport) body: contract.MoveImport,
  ): Promise<void> {
    return this.db.command(call, (command) => discardImport(command, id, body));
  }
}
