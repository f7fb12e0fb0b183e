import { byMigration } from '@stipple/moves';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('patient_signature', byMigration)
export class PatientSignatureEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') agreementId!: string;
  @Column('uuid') caseId!: string;
  @Column('integer') seq!: number;
  @Column('text') signerName!: string;
  @Column('integer') estimateVersion!: number;
  @Column('bytea') contentHash!: Buffer;
  @Column('uuid') witnessId!: string;
  @Column('uuid') proofId!: string;
}
