import { Column, Entity } from 'typeorm';
import { SubjectEntity, byMigration } from './subject.entity';

@Entity('treatment_session', byMigration)
export class TreatmentSessionEntity extends SubjectEntity {
  @Column('text') procedureCode!: string;
  @Column('integer') units!: number;
  @Column('timestamptz', { nullable: true }) startsAt!: string | null;
  @Column('timestamptz', { nullable: true }) endsAt!: string | null;
  @Column('text') clinicTimeZone!: string;
  @Column('uuid', { nullable: true }) roomId!: string | null;
  @Column('uuid', { nullable: true }) clinicianId!: string | null;
  @Column('text', { nullable: true }) endReason!: string | null;
}
