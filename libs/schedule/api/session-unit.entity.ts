import { byMigration } from '@stipple/moves';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Ties a session to one unit of a clearance. Copies both sides; PostgreSQL keeps the copies in step and checks them. */
@Entity('session_unit', byMigration)
export class SessionUnitEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') sessionId!: string;
  @PrimaryColumn('integer') slot!: number;
  @Column('uuid') clearanceId!: string;
  @Column('integer') unitNo!: number;
  @Column('uuid') caseId!: string;
  @Column('text') procedureCode!: string;
  @Column('integer') units!: number;
  @Column('date') opensOn!: string;
  @Column('date') closesOn!: string;
  @Column('boolean') active!: boolean;
  @Column('timestamptz') recordedAt!: string;
  @Column('timestamptz') startsAt!: string;
  @Column('date') sessionOn!: string;
  @Column('text') hold!: string;
  @Column('uuid') clinicianId!: string;
}

@Entity('treatment_record', byMigration)
export class TreatmentRecordEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') sessionId!: string;
  @Column('uuid') caseId!: string;
  @Column('integer') seq!: number;
  @Column('date') sessionOn!: string;
  @Column('text') clinicTimeZone!: string;
  @Column('date') performedOn!: string;
  @Column('uuid') performerId!: string;
  @Column('numeric') areaCm2!: number;
  @Column('text') device!: string;
  @Column('text') lot!: string;
  @Column('text') note!: string;
  @Column('uuid') signedBy!: string;
}
