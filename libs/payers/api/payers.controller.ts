import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Id, Input, Who } from '@stipple/http';
import { readAuthorizationRequired } from './policies/authorization-required';
import { recordBenefitCall } from './record-benefit-call';

/** What a payer says about one case: in its policy, and on the phone. */
@Controller('api')
export class PayersController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('cases/:id/authorization-required')
  @Allow('coordinator', 'physician', 'manager')
  authorizationRequired(@Who() who: Principal, @Id() id: string): Promise<contract.AuthorizationAnswerView> {
    return readAuthorizationRequired(this.db, who, id);
  }

  @Creates('cases/:id/benefit-calls', 'coordinator')
  recordBenefitCall(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordBenefitCall) body: contract.RecordBenefitCall,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordBenefitCall(command, id, body));
  }
}
