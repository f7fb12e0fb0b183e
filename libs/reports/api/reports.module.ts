import { Module } from '@nestjs/common';
import { MetricsController } from './metrics.controller';
import { ReportsController } from './reports.controller';

@Module({ controllers: [ReportsController, MetricsController] })
export class ReportsModule {}
