import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Filter, Id, Input, Moves, Who } from '@stipple/http';
import { readDrafts } from './drafts.queries';
import { discardDraft, saveDraft } from './save-draft';

@Controller('api')
export class DraftsController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('drafts')
  @Allow('coordinator', 'physician', 'manager', 'administrator')
  mine(
    @Who() who: Principal,
    @Filter(contract.DraftsQuery) { caseId }: contract.DraftsQuery,
  ): Promise<readonly contract.DraftView[]> {
    return readDrafts(this.db, who, caseId);
  }

  @Creates('drafts', 'coordinator', 'physician', 'manager', 'administrator')
  save(
    @Caller() call: Call,
    @Input(contract.SaveDraft) body: contract.SaveDraft,
  ): Promise<contract.SavedDraft> {
    return saveDraft(this.db, call.who, body);
  }

  @Moves('drafts/:id/discards', 'coordinator', 'physician', 'manager', 'administrator')
  discard(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.DiscardDraft) body: contract.DiscardDraft,
  ): Promise<void> {
    return discardDraft(this.db, call.who, id, body);
  }
}
