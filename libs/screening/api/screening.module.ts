import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ScreeningBasisEntity } from './screening-basis.entity';
import { ScreeningController } from './screening.controller';
import { ScreeningEntity } from './screening.entity';

@Module({
  imports: [TypeOrmModule.forFeature([ScreeningEntity, ScreeningBasisEntity])],
  controllers: [ScreeningController],
})
export class ScreeningModule {}
