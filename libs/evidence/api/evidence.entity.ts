import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

/** What every record has; what was measured or said stands in the table of its kind (`parts.entities.ts`). */
@Entity('evidence', byMigration)
export class EvidenceEntity extends SubjectEntity {
  @Column('text') kind!: string;
  @Column('date') onDay!: string;
  @Column('text') ratedBy!: string;
  @Column('uuid', { nullable: true }) documentId!: string | null;
  @Column('uuid', { nullable: true }) replacesId!: string | null;
  @Column('text', { nullable: true }) replacesKind!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
