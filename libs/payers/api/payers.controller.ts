import { Controller } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase } from '@stipple/database';
import { Caller, Creates, Id, Input } from '@stipple/http';
import { recordBenefitCall } from './record-benefit-call';

@Controller('api')
export class PayersController {
  constructor(private readonly db: ClinicDatabase) {}

  @Creates('cases/:id/benefit-calls', 'coordinator')
  recordBenefitCall(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordBenefitCall) body: contract.RecordBenefitCall,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordBenefitCall(command, id, body));
  }
}
