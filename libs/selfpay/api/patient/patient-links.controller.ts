import { Controller } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase } from '@stipple/database';
import { Caller, Creates, Id, Input, Moves } from '@stipple/http';
import { endPatientLinks, makePatientLink } from './make-patient-link';

/** The clinic's side of the patient's page: making a link, and taking it back. */
@Controller('api/self-pay-agreements/:id')
export class PatientLinksController {
  constructor(private readonly db: ClinicDatabase) {}

  @Creates('patient-links', 'coordinator')
  make(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.MakePatientLink) body: contract.MakePatientLink,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => makePatientLink(command, id, body));
  }

  @Moves('patient-link-ends', 'coordinator')
  end(@Caller() call: Call, @Id() id: string, @Input(contract.EndPatientLinks) _: object): Promise<void> {
    return this.db.command(call, (command) => endPatientLinks(command, id));
  }
}
