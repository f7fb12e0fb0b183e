import type { PacketItem } from '@stipple/domain';
import { byMigration } from '@stipple/moves';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Manifest } from '../packet-file/packet-description';

@Entity('sealed_packet', byMigration)
export class SealedPacketEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') requestId!: string;
  @Column('uuid') caseId!: string;
  @Column('integer') seq!: number;
  @Column('bytea') fileSha256!: Buffer;
  @Column('bytea') contentSha256!: Buffer;
  @Column('jsonb') manifest!: Manifest;
  @Column('jsonb') checklist!: readonly PacketItem[];
  @Column('uuid') sealedBy!: string;
}
