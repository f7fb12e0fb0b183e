import { Controller } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase } from '@stipple/database';
import { Caller, Creates, Id, Input } from '@stipple/http';
import { recordFinding } from './record-finding';
import {
  answerCriterion,
  recordCorrection,
  recordNetworkGap,
  recordPayersWords,
  recordPlanClause,
  takeBackGround,
} from './record-ground';

/** What an appeal rests on and no record says, and what was found out about a decision. */
@Controller('api')
export class GroundsController {
  constructor(private readonly db: ClinicDatabase) {}

  @Creates('challenges/:id/grounds/plan-clauses', 'coordinator', 'physician')
  planClause(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordPlanClause) body: contract.RecordPlanClause,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordPlanClause(command, id, body));
  }

  @Creates('challenges/:id/grounds/corrections', 'coordinator', 'physician')
  correction(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordCorrection) body: contract.RecordCorrection,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordCorrection(command, id, body));
  }

  @Creates('challenges/:id/grounds/network-gaps', 'coordinator', 'physician')
  networkGap(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordNetworkGap) body: contract.RecordNetworkGap,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordNetworkGap(command, id, body));
  }

  @Creates('challenges/:id/grounds/answers', 'coordinator', 'physician')
  answer(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.AnswerCriterion) body: contract.AnswerCriterion,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => answerCriterion(command, id, body));
  }

  @Creates('challenges/:id/grounds/payers-words', 'coordinator', 'physician')
  payersWords(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordPayersWords) body: contract.RecordPayersWords,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordPayersWords(command, id, body));
  }

  @Creates('challenges/:id/grounds/takings-back', 'coordinator', 'physician')
  takeBack(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.TakeBackGround) { replacesId }: contract.TakeBackGround,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => takeBackGround(command, id, replacesId));
  }

  @Creates('auth-requests/:id/findings', 'coordinator', 'physician')
  finding(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RecordFinding) body: contract.RecordFinding,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => recordFinding(command, id, body));
  }
}
