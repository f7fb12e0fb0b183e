import type { PriceLine } from '@stipple/domain';
import { byMigration } from '@stipple/moves';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An estimate as the patient was given it. Written once. */
@Entity('estimate_version', byMigration)
export class EstimateVersionEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') agreementId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('uuid') caseId!: string;
  @Column('integer') seq!: number;
  @Column('text') language!: string;
  @Column('text') delivery!: string;
  @Column('text') procedureCode!: string;
  @Column('integer') sessions!: number;
  @Column('jsonb') lines!: readonly PriceLine[];
  @Column('bigint') totalCents!: number;
  @Column('date') issuedOn!: string;
  @Column('date') validUntil!: string;
  @Column('date', { nullable: true }) askedOn!: string | null;
  @Column('text', { nullable: true }) askedBy!: string | null;
  @Column('date', { nullable: true }) scheduledOn!: string | null;
  @Column('date', { nullable: true }) serviceOn!: string | null;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('text', { nullable: true }) dueRule!: string | null;
  /** JSON, as the very text that is hashed. */
  @Column('text') contents!: string;
  @Column('uuid') issuedBy!: string;
}
