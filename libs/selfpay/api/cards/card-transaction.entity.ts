import type { CardKind, HeldReason } from '@stipple/domain';
import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

/** What was asked for is written once; its state, and what the provider says of it, follow. */
@Entity('card_transaction', byMigration)
export class CardTransactionEntity extends SubjectEntity {
  @Column('uuid') agreementId!: string;
  @Column('text') kind!: CardKind;
  @Column('bigint') cents!: number;
  @Column('uuid', { nullable: true }) paymentId!: string | null;
  @Column('uuid', { nullable: true }) linkId!: string | null;
  @Column('timestamptz', { nullable: true }) closesAt!: Date | string | null;
  @Column('text', { nullable: true }) words!: string | null;
  @Column('text', { nullable: true }) providerRef!: string | null;
  @Column('text', { nullable: true }) heldBecause!: HeldReason | null;
  @Column('text', { nullable: true }) outcome!: string | null;
}
