import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

@Entity('patient_photo', byMigration)
export class PatientPhotoEntity extends SubjectEntity {
  @Column('uuid') linkId!: string;
  @Column('bytea') fileSha256!: Buffer;
  @Column('text') view!: string;
  @Column('boolean') showsScale!: boolean;
  @Column('date') sentOn!: string;
  @Column('boolean') allowsPayer!: boolean;
  @Column('text') consentLanguage!: string;
  @Column('text') consentWords!: string;
  @Column('uuid', { nullable: true }) documentId!: string | null;
  @Column('text', { nullable: true }) setAsideBecause!: string | null;
}
