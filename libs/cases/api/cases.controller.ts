import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Filter, Id, Input, Moves, Search, Who } from '@stipple/http';
import { assignCase, closeCase, correctCase, planTouch, reopenCase } from './case-moves';
import { readCase } from './case-view';
import { finishTask } from './finish-task';
import { openCase } from './open-case';
import { overrideClock } from './override-clock';
import { search } from './search.queries';
import { readWaiting } from './waiting.queries';

@Controller('api')
export class CasesController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('search')
  @Allow('coordinator', 'physician', 'manager')
  search(
    @Who() who: Principal,
    @Filter(contract.SearchQuery) query: contract.SearchQuery,
    @Search() q: string,
  ): Promise<contract.SearchHits> {
    return search(this.db, who, q, query);
  }

  @Get('cases/:id')
  @Allow('coordinator', 'physician', 'manager')
  show(
    @Who() who: Principal,
    @Id() id: string,
    @Filter(contract.CaseQuery) { ahead }: contract.CaseQuery,
  ): Promise<contract.CaseView> {
    return readCase(this.db, who, id, ahead === 'yes' ? 'read_ahead' : 'read');
  }

  @Get('waiting')
  @Allow('coordinator', 'physician', 'manager')
  waiting(
    @Who() who: Principal,
    @Filter(contract.WaitingQuery) query: contract.WaitingQuery,
  ): Promise<contract.WaitingList> {
    const mine = query.mine ?? (who.roles.includes('physician') ? 'yes' : 'no');
    return readWaiting(this.db, who, mine === 'yes');
  }

  @Creates('cases', 'coordinator')
  open(
    @Caller() call: Call,
    @Input(contract.OpenCase) body: contract.OpenCase,
  ): Promise<{ id: string; number: number }> {
    return this.db.command(call, (command) => openCase(command, body));
  }

  @Moves('cases/:id/clock-overrides', 'manager')
  overrideClock(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.OverrideClock) body: contract.OverrideClock,
  ): Promise<void> {
    return this.db.command(call, (command) => overrideClock(command, id, body));
  }

  @Moves('cases/:id/touches', 'coordinator', 'physician', 'manager')
  planTouch(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlanTouch) body: contract.PlanTouch,
  ): Promise<void> {
    return this.db.command(call, (command) => planTouch(command, id, body));
  }

  @Moves('cases/:id/assignments', 'coordinator', 'manager')
  assign(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.AssignCase) body: contract.AssignCase,
  ): Promise<void> {
    return this.db.command(call, (command) => assignCase(command, id, body));
  }

  @Moves('cases/:id/corrections', 'coordinator')
  correct(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.CorrectCase) body: contract.CorrectCase,
  ): Promise<void> {
    return this.db.command(call, (command) => correctCase(command, id, body));
  }

  @Moves('cases/:id/closures', 'coordinator', 'manager')
  close(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.CloseCase) body: contract.CloseCase,
  ): Promise<void> {
    return this.db.command(call, (command) => closeCase(command, id, body));
  }

  @Moves('cases/:id/reopenings', 'coordinator', 'manager')
  reopen(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.ReopenCase) body: contract.ReopenCase,
  ): Promise<void> {
    return this.db.command(call, (command) => reopenCase(command, id, body));
  }

  @Moves('tasks/:id/completions', 'coordinator', 'physician', 'manager')
  finishTask(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.FinishTask) body: contract.FinishTask,
  ): Promise<void> {
    return this.db.command(call, (command) => finishTask(command, id, body));
  }
}
