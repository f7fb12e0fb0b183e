import { Controller } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase } from '@stipple/database';
import { Caller, Creates, Id, Input, Moves } from '@stipple/http';
import { endCaseLinks, makeCaseLink } from './make-case-link';

/** The clinic's side of the patient's page about their case: making a link, and taking it back. */
@Controller('api/cases/:id')
export class CaseLinksController {
  constructor(private readonly db: ClinicDatabase) {}

  @Creates('patient-links', 'coordinator')
  make(
    @Caller() call: Call,
    @Id() caseId: string,
    @Input(contract.MakeCaseLink) body: contract.MakeCaseLink,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => makeCaseLink(command, caseId, body));
  }

  @Moves('patient-link-ends', 'coordinator')
  end(@Caller() call: Call, @Id() caseId: string, @Input(contract.EndCaseLinks) _: object): Promise<void> {
    return this.db.command(call, (command) => endCaseLinks(command, caseId));
  }
}
