import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

@Entity('appeal_ground', byMigration)
export class AppealGroundEntity extends SubjectEntity {
  @Column('uuid') challengeId!: string;
  @Column('text') topic!: string;
  /** The criterion that is answered; empty otherwise. */
  @Column('text') about!: string;
  @Column('text', { nullable: true }) words!: string | null;
  @Column('text', { nullable: true }) page!: string | null;
  @Column('text', { nullable: true }) section!: string | null;
  @Column('uuid', { nullable: true }) documentId!: string | null;
  @Column('uuid', { nullable: true }) policyVersionId!: string | null;
  @Column('text', { nullable: true }) codeWas!: string | null;
  @Column('text', { nullable: true }) codeNow!: string | null;
  @Column('text', { array: true, nullable: true }) restsOn!: string[] | null;
  @Column('boolean') takenBack!: boolean;
  @Column('uuid', { nullable: true }) replacesId!: string | null;
}

@Entity('decision_finding', byMigration)
export class DecisionFindingEntity extends SubjectEntity {
  @Column('uuid') requestId!: string;
  @Column('text') topic!: string;
  @Column('boolean') says!: boolean;
  @Column('text') words!: string;
  @Column('uuid', { nullable: true }) documentId!: string | null;
  @Column('uuid', { nullable: true }) replacesId!: string | null;
}
