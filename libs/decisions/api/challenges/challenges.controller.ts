import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Id, Input, Moves, Who } from '@stipple/http';
import { readNextRoutes } from '../next-routes/next-routes.queries';
import { loseChallenge, winChallenge } from './decide-challenge';
import { receiveChallenge, sendChallenge } from './send-challenge';
import {
  draftChallenge,
  excuseLateness,
  openChallenge,
  signChallenge,
  withdrawChallenge,
} from './write-challenge';

@Controller('api')
export class ChallengesController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('cases/:id/next-routes')
  @Allow('coordinator', 'physician', 'manager')
  nextRoutes(@Who() who: Principal, @Id() id: string): Promise<contract.NextRoutes> {
    return readNextRoutes(this.db, who, id);
  }

  @Creates('cases/:id/challenges', 'coordinator', 'physician')
  open(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.OpenChallenge) body: contract.OpenChallenge,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => openChallenge(command, id, body));
  }

  @Moves('challenges/:id/wordings', 'coordinator', 'physician')
  draft(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.DraftChallenge) body: contract.DraftChallenge,
  ): Promise<void> {
    return this.db.command(call, (command) => draftChallenge(command, id, body));
  }

  @Moves('challenges/:id/signatures', 'physician')
  sign(@Caller() call: Call, @Id() id: string, @Input(contract.Sign) body: contract.Sign): Promise<void> {
    return this.db.command(call, (command) => signChallenge(command, id, body));
  }

  @Moves('challenges/:id/excuses', 'manager')
  excuse(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ExcuseLateness) body: contract.ExcuseLateness,
  ): Promise<void> {
    return this.db.command(call, (command) => excuseLateness(command, id, body));
  }

  @Moves('challenges/:id/sendings', 'coordinator', 'physician')
  send(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.SendChallenge) body: contract.SendChallenge,
  ): Promise<void> {
    return this.db.command(call, (command) => sendChallenge(command, id, body));
  }

  @Moves('challenges/:id/receipts', 'coordinator')
  receive(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ReceiveChallenge) body: contract.ReceiveChallenge,
  ): Promise<void> {
    return this.db.command(call, (command) => receiveChallenge(command, id, body));
  }

  @Creates('challenges/:id/overturns', 'coordinator')
  overturn(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.OverturnChallenge) body: contract.OverturnChallenge,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => winChallenge(command, id, 'overturned', body));
  }

  @Creates('challenges/:id/partial-overturns', 'coordinator')
  overturnPartly(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.OverturnChallenge) body: contract.OverturnChallenge,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => winChallenge(command, id, 'partly_overturned', body));
  }

  @Moves('challenges/:id/upholdings', 'coordinator')
  uphold(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.LoseChallenge) body: contract.LoseChallenge,
  ): Promise<void> {
    return this.db.command(call, (command) => loseChallenge(command, id, 'upheld', body));
  }

  @Moves('challenges/:id/dismissals', 'coordinator')
  dismiss(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.LoseChallenge) body: contract.LoseChallenge,
  ): Promise<void> {
    return this.db.command(call, (command) => loseChallenge(command, id, 'dismissed', body));
  }

  @Moves('challenges/:id/withdrawals', 'coordinator', 'physician')
  withdraw(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.WithdrawChallenge) body: contract.WithdrawChallenge,
  ): Promise<void> {
    return this.db.command(call, (command) => withdrawChallenge(command, id, body));
  }
}
