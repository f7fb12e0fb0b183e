import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

@Entity('withheld_reason', byMigration)
export class WithheldReasonEntity extends SubjectEntity {
  @Column('uuid') requestId!: string;
  @Column('text') ofState!: string;
  @Column('text') words!: string;
  @Column('text', { nullable: true }) groupCode!: string | null;
  @Column('text', { nullable: true }) reasonCode!: string | null;
  @Column('text', { array: true }) remarks!: string[];
  @Column('text') kind!: string;
  @Column('text', { nullable: true }) page!: string | null;
  @Column('uuid', { nullable: true }) documentId!: string | null;
}
