import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import { caseLifecycle, holds } from '@stipple/domain';
import { sendFile } from '@stipple/files';
import {
  Allow,
  Caller,
  Creates,
  Filter,
  HttpProblem,
  Id,
  Input,
  Moves,
  Passive,
  Search,
  Who,
} from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { moveInBulk } from './bulk-moves';
import { releaseLease, renewLease } from './leases';
import { readNeighbours } from './neighbours.queries';
import { countViews } from './queue-counts.queries';
import { queueFile } from './queue-export';
import { readQueue, readQueueRows } from './queue-page.queries';
import { changeView, readSavedViews, removeView, saveView } from './saved-views';
import { serveNext } from './serve-next';

@Controller('api')
export class QueueController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('cases')
  @Allow('coordinator', 'physician', 'manager')
  page(
    @Who() who: Principal,
    @Filter(contract.QueueQuery) query: contract.QueueQuery,
    @Search() q: string,
  ): Promise<contract.QueuePage> {
    return readQueue(this.db, who, query, q);
  }

  @Get('cases/export')
  @Allow('coordinator', 'physician', 'manager')
  export(
    @Who() who: Principal,
    @Filter(contract.QueueQuery) query: contract.QueueQuery,
    @Search() q: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendFile(reply, 'queue.csv', (stopping) => queueFile(this.db, who, { query, q }, stopping));
  }

  @Get('queue/rows')
  @Allow('coordinator', 'physician', 'manager')
  rows(
    @Who() who: Principal,
    @Filter(contract.QueueRowsQuery) query: contract.QueueRowsQuery,
    @Search() q: string,
  ): Promise<contract.QueueRows> {
    return readQueueRows(this.db, who, query, q);
  }

  @Get('queue/counts')
  @Allow('coordinator', 'physician', 'manager')
  counts(
    @Who() who: Principal,
    @Filter(contract.QueueCountsQuery) query: contract.QueueCountsQuery,
  ): Promise<contract.QueueCounts> {
    return countViews(this.db, who, query);
  }

  @Get('cases/:id/neighbours')
  @Allow('coordinator', 'physician', 'manager')
  neighbours(
    @Who() who: Principal,
    @Id() caseId: string,
    @Filter(contract.QueueQuery) query: contract.QueueQuery,
    @Search() q: string,
  ): Promise<contract.Neighbours> {
    return readNeighbours(this.db, who, { caseId, query, q });
  }

  @Creates('queue/leases', 'coordinator', 'physician', 'manager')
  @HttpCode(200)
  serveNext(
    @Caller() call: Call,
    @Input(contract.ServeNext) filters: contract.ServeNext,
  ): Promise<contract.Served> {
    return this.db.command(call, (command) => serveNext(command, filters));
  }

  @Creates('queue/bulk-moves', 'coordinator', 'physician', 'manager')
  @HttpCode(200)
  async bulk(
    @Caller() call: Call,
    @Input(contract.BulkMoves) body: contract.BulkMoves,
  ): Promise<contract.BulkResults> {
    const rule = caseLifecycle.moves.find(({ move }) => move === body.move);
    if (rule === undefined || !holds(call.who, rule.by))
      throw new HttpProblem(403, 'not_for_your_role', 'This is not for your role.');
    return { results: await moveInBulk(this.db, call, body) };
  }

  @Get('saved-views')
  @Allow('coordinator', 'physician', 'manager')
  savedViews(@Who() who: Principal): Promise<contract.SavedView[]> {
    return readSavedViews(this.db, who);
  }

  @Creates('saved-views', 'coordinator', 'physician', 'manager')
  saveView(@Caller() call: Call, @Input(contract.SaveView) body: contract.SaveView): Promise<{ id: string }> {
    return this.db.command(call, (command) => saveView(command, body));
  }

  @Moves('saved-views/:id/changes', 'coordinator', 'physician', 'manager')
  changeView(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.SaveView) body: contract.SaveView,
  ): Promise<void> {
    return this.db.command(call, (command) => changeView(command, id, body));
  }

  @Moves('saved-views/:id/removals', 'coordinator', 'physician', 'manager')
  removeView(@Caller() call: Call, @Id() id: string): Promise<void> {
    return this.db.command(call, (command) => removeView(command, id));
  }

  // Repeating these does no harm, so they go without an Idempotency-Key; the page calls them by itself.

  @Moves('cases/:id/lease-renewals', 'coordinator', 'physician', 'manager')
  @Passive()
  renew(@Who() who: Principal, @Id() id: string): Promise<void> {
    return renewLease(this.db, who, id);
  }

  @Moves('cases/:id/lease-releases', 'coordinator', 'physician', 'manager')
  @Passive()
  release(@Who() who: Principal, @Id() id: string): Promise<void> {
    return releaseLease(this.db, who, id);
  }
}
