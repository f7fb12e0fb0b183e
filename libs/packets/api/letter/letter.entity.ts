import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('letter', byMigration)
export class LetterEntity extends SubjectEntity {
  /** Which wording is current; the words themselves are written once each. */
  @Column('integer') version!: number;
}

@Entity('letter_version', byMigration)
export class LetterVersionEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') letterId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text', { array: true }) procedureCodes!: string[];
  @Column('text') body!: string;
  @Column('uuid') authorId!: string;
  /** Compact JSON, as the hash covers it; null only in letters from before sentences were bound. */
  @Column('text', { nullable: true }) bindings!: string | null;
  @Column('integer', { nullable: true }) openSentences!: number | null;
  @Column('integer', { nullable: true }) checkedWith!: number | null;
}
