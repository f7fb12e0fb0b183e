import { Column, Entity, PrimaryColumn } from 'typeorm';
import { byMigration } from './subject.entity';

/** The only key to a booking. `active`, `opensOn` and `closesOn` follow its source by cascade. */
@Entity('clearance', byMigration)
export class ClearanceEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('uuid', { nullable: true }) authorizationId!: string | null;
  @Column('integer', { nullable: true }) termsSeq!: number | null;
  @Column('uuid', { nullable: true }) agreementId!: string | null;
  @Column('text') procedureCode!: string;
  @Column('integer') units!: number;
  @Column('date') opensOn!: string;
  @Column('date') closesOn!: string;
  @Column('boolean') active!: boolean;
}

@Entity('clearance_clinician', byMigration)
export class ClearanceClinicianEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') clearanceId!: string;
  @PrimaryColumn('uuid') clinicianId!: string;
}
