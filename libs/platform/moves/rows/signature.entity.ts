import { Column, Entity, PrimaryColumn } from 'typeorm';
import { byMigration } from './subject.entity';

/** Written once. PostgreSQL ties it to the physician's role, to the event and, for a letter, to its very words. */
@Entity('signature', byMigration)
export class SignatureEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') subjectId!: string;
  @Column('uuid') caseId!: string;
  @Column('text') subject!: string;
  @Column('integer') seq!: number;
  @Column('uuid') signerId!: string;
  @Column('bytea') contentHash!: Buffer;
  @Column('integer', { nullable: true }) letterVersion!: number | null;
}
