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
  /** Who saw it signed on paper, and the paper; null where the patient signed on screen, by the link. */
  @Column('uuid', { nullable: true }) witnessId!: string | null;
  @Column('uuid', { nullable: true }) proofId!: string | null;
  @Column('uuid', { nullable: true }) linkId!: string | null;
}
