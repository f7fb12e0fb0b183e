import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('case_document', byMigration)
export class CaseDocumentEntity extends SubjectEntity {
  @Column('text') kind!: string;
  @Column('text') title!: string;
  @Column('bytea') fileSha256!: Buffer;
  @Column('date', { nullable: true }) datedOn!: string | null;
}

/** A file by its content; the bytes lie in the file store under the same hash. */
@Entity('stored_file', byMigration)
export class StoredFileEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('bytea') sha256!: Buffer;
  @Column('bigint') bytes!: number;
  @Column('text') mediaType!: string;
}

/** A picture among the files, with its two smaller copies. */
@Entity('stored_picture', byMigration)
export class StoredPictureEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('bytea') sha256!: Buffer;
  @Column('integer') width!: number;
  @Column('integer') height!: number;
  @Column('bytea') smallSha256!: Buffer;
  @Column('bytea') largeSha256!: Buffer;
}
