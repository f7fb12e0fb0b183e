import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { moveEntities } from '@stipple/moves';
import { CasesController } from './cases.controller';
import { DirectoryController } from './directory.controller';
import { ScreeningEntity } from './screening.entity';

@Module({
  imports: [TypeOrmModule.forFeature([...moveEntities, ScreeningEntity])],
  controllers: [CasesController, DirectoryController],
})
export class CasesModule {}
