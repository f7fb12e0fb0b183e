import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Command, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Id, Input, Who } from '@stipple/http';
import { readEvidence } from './evidence.queries';
import { recordMotion } from './record-motion';
import { recordScale } from './record-scale';
import {
  recordArea,
  recordDevice,
  recordFunction,
  recordMentalHealth,
  recordNoTreatment,
  recordStatement,
  recordTreatment,
} from './record-told';
import { withdrawEvidence } from './withdraw-evidence';

type Made = Promise<{ id: string }>;
type Record<Body> = (command: Command, caseId: string, body: Body) => Made;

/** An address for each kind, so that who may call it says who may record it. */
@Controller('api/cases/:id/evidence')
export class EvidenceController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get()
  @Allow('coordinator', 'physician')
  read(@Who() who: Principal, @Id() id: string): Promise<contract.EvidenceView> {
    return readEvidence(this.db, who, id);
  }

  @Creates('motions', 'coordinator', 'physician')
  motion(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordMotion) body: contract.RecordMotion,
  ): Made {
    return this.make(call, id, [recordMotion, body]);
  }

  @Creates('scales', 'coordinator', 'physician')
  scale(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordScale) body: contract.RecordScale,
  ): Made {
    return this.make(call, id, [recordScale, body]);
  }

  @Creates('areas', 'coordinator', 'physician')
  area(@Caller() call: Call, @Id() id: string, @Input(contract.RecordArea) body: contract.RecordArea): Made {
    return this.make(call, id, [recordArea, body]);
  }

  @Creates('functions', 'coordinator', 'physician')
  daily(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordFunction) body: contract.RecordFunction,
  ): Made {
    return this.make(call, id, [recordFunction, body]);
  }

  @Creates('treatments', 'coordinator', 'physician')
  treatment(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordTreatment) body: contract.RecordTreatment,
  ): Made {
    return this.make(call, id, [recordTreatment, body]);
  }

  @Creates('no-treatments', 'coordinator', 'physician')
  noTreatment(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordNoTreatment) body: contract.RecordNoTreatment,
  ): Made {
    return this.make(call, id, [recordNoTreatment, body]);
  }

  @Creates('devices', 'coordinator', 'physician')
  device(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordDevice) body: contract.RecordDevice,
  ): Made {
    return this.make(call, id, [recordDevice, body]);
  }

  @Creates('mental-health-notes', 'coordinator', 'physician')
  mentalHealth(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordMentalHealth) body: contract.RecordMentalHealth,
  ): Made {
    return this.make(call, id, [recordMentalHealth, body]);
  }

  @Creates('statements', 'physician')
  statement(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordStatement) body: contract.RecordStatement,
  ): Made {
    return this.make(call, id, [recordStatement, body]);
  }

  @Creates('withdrawals', 'coordinator', 'physician')
  withdraw(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.WithdrawEvidence) body: contract.WithdrawEvidence,
  ): Made {
    return this.make(call, id, [withdrawEvidence, body]);
  }

  private make<Body>(call: Call, caseId: string, [record, body]: readonly [Record<Body>, Body]): Made {
    return this.db.command(call, (command) => record(command, caseId, body));
  }
}
