import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

abstract class NoteEntity extends SubjectEntity {
  @Column('text') body!: string;
  @Column('uuid', { nullable: true }) correctsId!: string | null;
}

// Two tables and not one with a lane: who may read a row is then a matter of the table, for the database too.
@Entity('billing_note', byMigration)
export class BillingNoteEntity extends NoteEntity {}

@Entity('clinical_note', byMigration)
export class ClinicalNoteEntity extends NoteEntity {}
