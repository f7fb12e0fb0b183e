import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceController } from './evidence.controller';
import { EvidenceEntity } from './evidence.entity';
import { partEntities } from './parts.entities';

@Module({
  imports: [TypeOrmModule.forFeature([EvidenceEntity, ...partEntities])],
  controllers: [EvidenceController],
})
export class EvidenceModule {}
