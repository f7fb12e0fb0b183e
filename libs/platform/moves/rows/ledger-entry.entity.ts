import type { LedgerAccount, LedgerKind, PaymentMethod, PriceLine, TypedKind } from '@stipple/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SubjectEntity, byMigration } from './subject.entity';

/** Written once. The sums with it, and the accounts it must be posted to, are the database’s to compute. */
@Entity('ledger_entry', byMigration)
export class LedgerEntryEntity extends SubjectEntity {
  @Column('uuid') agreementId!: string;
  @Column('integer') entryNo!: number;
  @Column('text') kind!: LedgerKind;
  @Column('bigint') cents!: number;
  @Column('bigint') chargedBefore!: number;
  @Column('bigint') adjustedBefore!: number;
  @Column('bigint') paidBefore!: number;
  @Column('bigint') refundedBefore!: number;
  @Column('text', { nullable: true }) method!: PaymentMethod | null;
  @Column('text', { nullable: true }) reference!: string | null;
  @Column('text', { nullable: true }) words!: string | null;
  @Column('text', { nullable: true }) reverses!: TypedKind | null;
  @Column('integer', { nullable: true }) reversedNo!: number | null;
  @Column('integer', { nullable: true }) freedBy!: number | null;
  @Column('date') happenedOn!: string;
  @Column('text', { nullable: true }) idempotencyKey!: string | null;
  @Column('uuid', { nullable: true }) sessionId!: string | null;
  @Column('uuid', { nullable: true }) clearanceId!: string | null;
  @Column('uuid', { nullable: true }) cardTransactionId!: string | null;
  @Column('jsonb', { nullable: true }) lines!: readonly PriceLine[] | null;
}

@Entity('ledger_posting', byMigration)
export class LedgerPostingEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') entryId!: string;
  @PrimaryColumn('text') account!: LedgerAccount;
  @Column('bigint') cents!: number;
}
