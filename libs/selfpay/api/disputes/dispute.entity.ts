import type { DisputeOutcome, EstimateAsker } from '@stipple/domain';
import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

@Entity('dispute', byMigration)
export class DisputeEntity extends SubjectEntity {
  @Column('uuid') agreementId!: string;
  @Column('integer') estimateVersion!: number;
  @Column('text') provider!: string;
  @Column('bigint') estimatedCents!: number;
  @Column('bigint') billedCents!: number;
  @Column('date') billedOn!: string;
  @Column('date') openedOn!: string;
  @Column('text') openedBy!: EstimateAsker;
  @Column('date', { nullable: true }) closedOn!: string | null;
  @Column('text', { nullable: true }) outcome!: DisputeOutcome | null;
}
