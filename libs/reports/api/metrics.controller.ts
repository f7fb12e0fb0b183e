import { Controller, Get, Param, Res } from '@nestjs/common';
import * as contract from '@stipple/contracts';
import { ClinicDatabase, type Principal } from '@stipple/database';
import type { MetricKey } from '@stipple/domain';
import { sendFile } from '@stipple/files';
import { Allow, Filter, Who, parse } from '@stipple/http';
import type { FastifyReply } from 'fastify';
import { readCompleteness } from './metrics/completeness.queries';
import { metricDefinitions } from './metrics/definitions';
import { readMetrics } from './metrics/figures.queries';
import { readGroups } from './metrics/groups.queries';
import { itemsFile } from './metrics/items-export';
import { readItems } from './metrics/items.queries';
import { reportFile } from './metrics/report-export';
import { timeMoneyFile } from './metrics/time-money-export';

const Metric = () =>
  Param('metric', { transform: (metric: unknown) => parse(contract.MetricPath, { metric }).metric });

/** Every figure of the denial reports, what it means, what it comes to by payer or person, and the cases behind it. */
@Controller('api/reports/metrics')
export class MetricsController {
  constructor(private readonly db: ClinicDatabase) {}

  @Get()
  @Allow('manager', 'coordinator')
  figures(
    @Who() who: Principal,
    @Filter(contract.MetricReportQuery) query: contract.MetricReportQuery,
  ): Promise<contract.MetricReport> {
    return readMetrics(this.db.readsOf(who), who, query);
  }

  @Get('definitions')
  @Allow('manager', 'coordinator')
  definitions(): contract.MetricDefinitions {
    return metricDefinitions;
  }

  @Get('completeness')
  @Allow('manager', 'coordinator')
  completeness(
    @Who() who: Principal,
    @Filter(contract.CompletenessQuery) query: contract.CompletenessQuery,
  ): Promise<contract.CompletenessReport> {
    return readCompleteness(this.db.readsOf(who), who, query);
  }

  @Get(':metric/groups')
  @Allow('manager', 'coordinator')
  groups(
    @Who() who: Principal,
    @Metric() metric: MetricKey,
    @Filter(contract.MetricGroupQuery) query: contract.MetricGroupQuery,
  ): Promise<contract.MetricGroups> {
    return readGroups(this.db.readsOf(who), who, metric, query);
  }

  @Get(':metric/cases')
  @Allow('manager', 'coordinator')
  cases(
    @Who() who: Principal,
    @Metric() metric: MetricKey,
    @Filter(contract.MetricItemQuery) { side, after, ...query }: contract.MetricItemQuery,
  ): Promise<contract.MetricItems> {
    return readItems(this.db, who, { metric, side, query }, after);
  }

  @Get(':metric/export')
  @Allow('manager', 'coordinator')
  export(
    @Who() who: Principal,
    @Metric() metric: MetricKey,
    @Filter(contract.MetricFileQuery) { side, format, ...query }: contract.MetricFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendFile(reply, `${metric.replaceAll('_', '-')}.${format}`, (stopping) =>
      itemsFile(this.db, who, { metric, side, query, format }, stopping),
    );
  }

  @Get('time-and-money/export')
  @Allow('manager', 'coordinator')
  exportTimeAndMoney(
    @Who() who: Principal,
    @Filter(contract.TimeAndMoneyFileQuery) { format, by, ...query }: contract.TimeAndMoneyFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendFile(reply, `time-and-money.${format}`, (stopping) =>
      timeMoneyFile(this.db, who, { format, by, query }, stopping),
    );
  }

  @Get('export')
  @Allow('manager', 'coordinator')
  exportReport(
    @Who() who: Principal,
    @Filter(contract.ReportFileQuery) { format, ...query }: contract.ReportFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendFile(reply, `denials.${format}`, (stopping) =>
      reportFile(this.db, who, { format, query }, stopping),
    );
  }
}
