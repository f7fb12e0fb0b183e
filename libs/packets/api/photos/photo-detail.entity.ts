import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

@Entity('photo_detail', byMigration)
export class PhotoDetailEntity extends SubjectEntity {
  @Column('uuid') documentId!: string;
  @Column('date') takenOn!: string;
  @Column('text') view!: string;
  @Column('boolean') showsScale!: boolean;
  @Column('text', { nullable: true }) consentBy!: string | null;
  @Column('text', { nullable: true }) consentName!: string | null;
  @Column('date', { nullable: true }) consentOn!: string | null;
  @Column('text', { array: true }) consentUses!: string[];
  @Column('uuid', { nullable: true }) correctsId!: string | null;
  @Column('text', { nullable: true }) correctionReason!: string | null;
}
