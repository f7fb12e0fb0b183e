import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

@Entity('challenge', byMigration)
export class ChallengeEntity extends SubjectEntity {
  @Column('text') kind!: string;
  @Column('uuid') requestId!: string;
  @Column('boolean') clinical!: boolean;
  @Column('text', { nullable: true }) argues!: string | null;
  @Column('text', { nullable: true }) appealsAs!: string | null;
  @Column('uuid', { nullable: true }) representativeFormId!: string | null;
  @Column('text', { nullable: true }) body!: string | null;
  /** Of codes and words, computed by PostgreSQL: what a signature names. */
  @Column({ type: 'bytea', insert: false, update: false }) contentHash!: Buffer;
  @Column('date', { nullable: true }) fileByOn!: string | null;
  @Column('text', { nullable: true }) lateReason!: string | null;
  @Column('boolean') deemedExhausted!: boolean;
  @Column('text', { nullable: true }) exhaustedBecause!: string | null;
  @Column('date', { nullable: true }) sentOn!: string | null;
  @Column('uuid', { nullable: true }) sentProofId!: string | null;
  @Column('timestamptz', { array: true, nullable: true }) offeredSlots!: string[] | null;
  /** The level that was lost before this one, where this one needs it. */
  @Column('uuid', { nullable: true }) priorId!: string | null;
  @Column('text', { nullable: true }) priorKind!: string | null;
  @Column('boolean', { nullable: true }) priorUpheld!: boolean | null;
  @Column('date', { nullable: true }) payerReceivedOn!: string | null;
  @Column('text', { nullable: true }) payerReference!: string | null;
  @Column('timestamptz', { nullable: true }) callAt!: string | null;
  @Column('text', { nullable: true }) spokenWith!: string | null;
  @Column('date', { nullable: true }) decidedOn!: string | null;
  @Column('text', { nullable: true }) decisionWords!: string | null;
  @Column('uuid', { nullable: true }) authorizationId!: string | null;
  @Column('text', { nullable: true }) endReason!: string | null;
}
