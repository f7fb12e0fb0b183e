import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

@Entity('screening', byMigration)
export class ScreeningEntity extends SubjectEntity {
  @Column('text') outcome!: string;
  /** Ticked by hand, in older screenings. */
  @Column('text', { array: true }) criteria!: string[];
  @Column('text') reasons!: string;
  @Column('uuid', { array: true }) evidenceIds!: string[];
  @Column('uuid', { nullable: true }) policyVersionId!: string | null;
  @Column('text', { nullable: true }) policyKey!: string | null;
  @Column('text', { nullable: true }) computedOutcome!: string | null;
  @Column('text', { nullable: true }) headline!: string | null;
  @Column('text', { nullable: true }) overrideReason!: string | null;
}
