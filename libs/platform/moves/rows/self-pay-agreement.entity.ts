import { PriceLine } from '@stipple/domain';
import { Column, Entity } from 'typeorm';
import { SubjectEntity, byMigration } from './subject.entity';

@Entity('self_pay_agreement', byMigration)
export class SelfPayAgreementEntity extends SubjectEntity {
  @Column('text') procedureCode!: string;
  @Column('integer') sessions!: number;
  @Column('jsonb') lines!: readonly PriceLine[];
  @Column('bigint') totalCents!: number;
  @Column('date', { nullable: true }) estimateOn!: string | null;
  @Column('date', { nullable: true }) validUntil!: string | null;
  @Column('text', { nullable: true }) delivery!: string | null;
  @Column('integer', { nullable: true }) estimateVersion!: number | null;
  @Column('date', { nullable: true }) askedOn!: string | null;
  @Column('text', { nullable: true }) askedBy!: string | null;
  @Column('date', { nullable: true }) scheduledOn!: string | null;
  @Column('date', { nullable: true }) serviceOn!: string | null;
  @Column('boolean') withheldFromPayer!: boolean;
  @Column('uuid', { nullable: true }) waiverId!: string | null;
  /** First day the agreement covers: the day it was signed. */
  @Column('date', { nullable: true }) coversFrom!: string | null;
  @Column('text', { nullable: true }) endReason!: string | null;
}
