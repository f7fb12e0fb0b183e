import { Controller, Get } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { Allow, Caller, Creates, Filter, Id, Input, Moves, Who } from '@stipple/http';
import { readAtRisk } from './at-risk.query';
import { bookSession } from './book-session';
import { readCleared } from './cleared.queries';
import { cancelSession, checkIn, recordNoShow, rescheduleSession, restoreBooking } from './move-session';
import { performSession } from './perform-session';
import { readWeek } from './week.queries';

@Controller('api')
export class ScheduleController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('schedule')
  @Allow('coordinator', 'physician', 'manager')
  week(
    @Who() who: Principal,
    @Filter(contract.ScheduleQuery) query: contract.ScheduleQuery,
  ): Promise<contract.Week> {
    return readWeek(this.db, who, query.week);
  }

  @Get('schedule/at-risk')
  @Allow('coordinator', 'physician', 'manager')
  atRisk(@Who() who: Principal): Promise<contract.AtRisk> {
    return readAtRisk(this.db, who);
  }

  @Get('schedule/cleared')
  @Allow('coordinator')
  cleared(
    @Who() who: Principal,
    @Filter(contract.ClearedQuery) query: contract.ClearedQuery,
  ): Promise<contract.ClearedList> {
    return readCleared(this.db, who, query.cases);
  }

  @Creates('cases/:id/sessions', 'coordinator')
  book(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.BookSession) body: contract.BookSession,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => bookSession(command, id, body));
  }

  @Moves('sessions/:id/reschedulings', 'coordinator')
  reschedule(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RescheduleSession) body: contract.RescheduleSession,
  ): Promise<void> {
    return this.db.command(call, (command) => rescheduleSession(command, id, body));
  }

  @Moves('sessions/:id/cancellations', 'coordinator')
  cancel(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.CancelSession) body: contract.CancelSession,
  ): Promise<void> {
    return this.db.command(call, (command) => cancelSession(command, id, body));
  }

  @Moves('sessions/:id/check-ins', 'coordinator', 'physician')
  checkIn(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) body: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => checkIn(command, id, body));
  }

  @Moves('sessions/:id/performances', 'physician')
  perform(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PerformSession) body: contract.PerformSession,
  ): Promise<void> {
    return this.db.command(call, (command) => performSession(command, id, body));
  }

  @Moves('sessions/:id/no-shows', 'coordinator')
  noShow(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) body: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => recordNoShow(command, id, body));
  }

  @Moves('sessions/:id/restorations', 'coordinator')
  restore(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) body: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => restoreBooking(command, id, body));
  }
}
