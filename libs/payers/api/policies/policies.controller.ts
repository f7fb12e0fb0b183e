import { Controller, Get, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { type Call, ClinicDatabase, type Principal } from '@stipple/database';
import type { PolicyComparison } from '@stipple/domain';
import { Allow, Caller, Creates, Filter, Id, Input, Moves, Passive, Who } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { readChanges, readDryRun } from '../dry-run/dry-run.queries';
import { startDryRun } from '../dry-run/start-dry-run';
import { discardPolicy, revisePolicy } from './draft-policy';
import { compareVersions, exportPolicy, readPolicy } from './policy-view';
import { publishPolicy, withdrawPolicy } from './publish-policy';

/** Versions of policies: written by coordinators and administrators, put in force by managers and administrators. */
@Controller('api')
export class PoliciesController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get('policy-versions/:id')
  @Allow('coordinator', 'physician', 'manager', 'administrator')
  show(@Who() who: Principal, @Id() id: string): Promise<contract.PolicyVersionView> {
    return readPolicy(this.db, who, id);
  }

  @Get('policy-versions/:id/export')
  @Allow('coordinator', 'physician', 'manager', 'administrator')
  async exported(@Who() who: Principal, @Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const policy = await exportPolicy(this.db, who, id);
    const name = `${policy.number}-v${policy.version}`.replace(/[^\w.-]+/g, '_');
    await reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}.json"`)
      .send(JSON.stringify(policy, null, 2));
  }

  @Get('policy-versions/:id/comparison')
  @Allow('coordinator', 'physician', 'manager', 'administrator')
  compare(
    @Who() who: Principal,
    @Id() id: string,
    @Filter(contract.ComparisonQuery) query: contract.ComparisonQuery,
  ): Promise<PolicyComparison> {
    return compareVersions(this.db, who, { id, withId: query.with });
  }

  @Moves('policy-versions/:id/revisions', 'coordinator', 'administrator')
  revise(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.RevisePolicy) body: contract.RevisePolicy,
  ): Promise<void> {
    return this.db.command(call, (command) => revisePolicy(command, id, body));
  }

  @Moves('policy-versions/:id/discards', 'coordinator', 'administrator')
  discard(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PlainMove) body: contract.PlainMove,
  ): Promise<void> {
    return this.db.command(call, (command) => discardPolicy(command, id, body.version));
  }

  @Moves('policy-versions/:id/publications', 'manager', 'administrator')
  publish(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.PublishPolicy) body: contract.PublishPolicy,
  ): Promise<void> {
    return this.db.command(call, (command) => publishPolicy(command, id, body));
  }

  @Moves('policy-versions/:id/withdrawals', 'manager', 'administrator')
  withdraw(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.WithdrawPolicy) body: contract.WithdrawPolicy,
  ): Promise<void> {
    return this.db.command(call, (command) => withdrawPolicy(command, id, body));
  }

  @Creates('policy-versions/:id/dry-runs', 'coordinator', 'manager', 'administrator')
  tryOut(
    @Caller() call: Call,
    @Id() id: string,
    @Input(contract.TryPolicy) body: contract.TryPolicy,
  ): Promise<{ id: string }> {
    return this.db.command(call, (command) => startDryRun(command, id, body));
  }

  @Get('policy-dry-runs/:id')
  @Passive()
  @Allow('coordinator', 'manager', 'administrator')
  standing(@Who() who: Principal, @Id() id: string): Promise<contract.DryRunStanding> {
    return readDryRun(this.db, who, id);
  }

  @Get('policy-dry-runs/:id/changes')
  @Allow('coordinator', 'manager', 'administrator')
  changes(
    @Who() who: Principal,
    @Id() id: string,
    @Filter(contract.DryRunQuery) query: contract.DryRunQuery,
  ): Promise<contract.DryRunPage> {
    return readChanges(this.db, who, { id, ...query });
  }
}
