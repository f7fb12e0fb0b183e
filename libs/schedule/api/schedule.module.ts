import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ScheduleExportsController } from './exports.controller';
import { ScheduleController } from './schedule.controller';
import { SessionUnitEntity, TreatmentRecordEntity } from './session-unit.entity';

@Module({
  imports: [TypeOrmModule.forFeature([SessionUnitEntity, TreatmentRecordEntity])],
  controllers: [ScheduleController, ScheduleExportsController],
})
export class ScheduleModule {}
