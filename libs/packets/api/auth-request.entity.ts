import { CodeUnits, Omission } from '@stipple/domain';
import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

@Entity('auth_request', byMigration)
export class AuthRequestEntity extends SubjectEntity {
  @Column('uuid', { nullable: true }) supersedesId!: string | null;
  @Column('text') purpose!: string;
  @Column('uuid', { nullable: true }) ofAuthorizationId!: string | null;
  @Column('jsonb') lines!: readonly CodeUnits[];
  @Column('date') fromOn!: string;
  @Column('date') toOn!: string;
  @Column('text') urgency!: string;
  @Column('text', { nullable: true }) urgencyReason!: string | null;
  @Column('jsonb') omissions!: readonly Omission[];
  @Column('text', { nullable: true }) channel!: string | null;
  @Column('timestamptz', { nullable: true }) submittedAt!: string | null;
  @Column('uuid', { nullable: true }) submissionProofId!: string | null;
  @Column('text', { nullable: true }) submissionReference!: string | null;
  @Column('uuid', { nullable: true }) ownerAtSubmission!: string | null;
  @Column('timestamptz', { nullable: true }) payerReceivedAt!: string | null;
  @Column('text', { nullable: true }) payerReference!: string | null;
  @Column('text', { array: true, nullable: true }) informationItems!: string[] | null;
  @Column('date', { nullable: true }) respondByOn!: string | null;
  @Column('text', { nullable: true }) rejectionCode!: string | null;
  @Column('text', { nullable: true }) rejectionWords!: string | null;
  @Column('date', { nullable: true }) decidedOn!: string | null;
  @Column('date', { nullable: true }) noticeDatedOn!: string | null;
  @Column('date', { nullable: true }) noticeReceivedOn!: string | null;
  @Column('text', { nullable: true }) phoneRepresentative!: string | null;
  @Column('text', { nullable: true }) phoneReference!: string | null;
  @Column('text', { nullable: true }) denialWords!: string | null;
  @Column('text', { nullable: true }) denialGroup!: string | null;
  @Column('text', { nullable: true }) denialCode!: string | null;
  @Column('text', { array: true }) denialRemarks!: string[];
  @Column('text', { nullable: true }) denialPage!: string | null;
  @Column('text', { nullable: true }) denialKind!: string | null;
  @Column('date', { nullable: true }) deniedOn!: string | null;
  @Column('uuid', { nullable: true }) denialProofId!: string | null;
  @Column('text', { nullable: true }) payerWords!: string | null;
  @Column('text', { nullable: true }) endReason!: string | null;
}
