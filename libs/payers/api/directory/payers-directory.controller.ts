import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Id, Input, Moves, Who } from '@stipple/http';
import { checkDocument } from '../policies/policy-view';
import { draftPolicy } from '../policies/draft-policy';
import { readSent } from '../policies/read-document';
import { addPayer, describePayer } from './describe-payer';
import { readPayer, readPayers } from './payers.queries';

/** The payers of a clinic, and what is known of each. */
@Controller('api/payers')
export class PayersDirectoryController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get()
  @Allow('coordinator', 'physician', 'manager', 'administrator')
  list(@Who() who: Principal): Promise<readonly contract.PayerRow[]> {
    return readPayers(this.db, who);
  }

  @Creates('', 'coordinator', 'administrator')
  add(@Caller() call: Call, @Input(contract.AddPayer) body: contract.AddPayer): Promise<{ id: string }> {
    return this.db.command(call, (command) => addPayer(command, body));
  }

  /** JSON Schema of the documents that are exported and imported. */
  @Get('policy-schema')
  @Allow('coordinator', 'physician', 'manager', 'administrator')
  schema(): object {
    return contract.policyJsonSchema();
  }

  @Get(':id')
  @Allow('coordinator', 'physician', 'manager', 'administrator')
  show(@Who() who: Principal, @Id() id: string): Promise<contract.PayerView> {
    return readPayer(this.db, who, id);
  }

  @Moves(':id/profiles', 'coordinator', 'administrator')
  describe(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.DescribePayer) body: contract.DescribePayer,
  ): Promise<void> {
    return this.db.command(call, (command) => describePayer(command, id, body));
  }

  @Creates(':id/policy-versions', 'coordinator', 'administrator')
  draft(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.DraftPolicy) body: contract.DraftPolicy,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => draftPolicy(command, id, readSent(body.policy)));
  }

  /** Reads and checks a document, and keeps nothing of it. */
  @Creates(':id/policy-checks', 'coordinator', 'manager', 'administrator')
  check(
    @Caller() { who }: Call,
    @Id() id: string,
    @Input(contract.CheckPolicy) body: contract.CheckPolicy,
  ): Promise<contract.PolicyCheck> {
    return checkDocument(this.db, who, { payerId: id, ...body });
  }
}
