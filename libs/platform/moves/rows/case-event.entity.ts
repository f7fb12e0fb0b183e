import { Column, Entity, PrimaryColumn } from 'typeorm';
import { byMigration } from './subject.entity';

@Entity('case_event', byMigration)
export class CaseEventEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') subjectId!: string;
  @PrimaryColumn('integer') seq!: number;
  @Column('uuid') caseId!: string;
  @Column('text') subject!: string;
  @Column('text') fromState!: string;
  @Column('text') move!: string;
  @Column('text') toState!: string;
  @Column('uuid') actorId!: string;
  @Column('jsonb') data!: object;
}
