import { Column, Entity, PrimaryColumn } from 'typeorm';
import { byMigration } from './subject.entity';

@Entity('treatment_case', byMigration)
export class TreatmentCaseEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') state!: string;
  @Column('integer') seq!: number;
  @Column('integer') caseNumber!: number;
  @Column('uuid') patientId!: string;
  @Column('uuid') coverageId!: string;
  @Column('uuid') payerId!: string;
  @Column('text') planType!: string;
  @Column('text') cause!: string;
  @Column('date', { nullable: true }) injuredOn!: string | null;
  @Column('text') injuryContext!: string;
  @Column('text') bodySite!: string;
  @Column('text') side!: string;
  @Column('text', { array: true }) diagnoses!: string[];
  @Column('text') procedureCode!: string;
  @Column('integer') plannedSessions!: number;
  @Column('uuid') physicianId!: string;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('date', { nullable: true }) nextTouchOn!: string | null;
  @Column('text') stage!: string;
  @Column('text') actsNext!: string;
  @Column('text') nextStep!: string;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('text', { nullable: true }) dueFor!: string | null;
  @Column('date', { nullable: true }) deadlineOn!: string | null;
  @Column('text', { nullable: true }) deadlineWhat!: string | null;
  @Column('date', { nullable: true }) fileByOn!: string | null;
  @Column('date', { nullable: true }) bookableUntil!: string | null;
  @Column('bigint', { nullable: true }) moneyCents!: number | null;
  @Column('text', { nullable: true }) closeReason!: string | null;
}
