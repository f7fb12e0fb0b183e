import { Column, PrimaryColumn } from 'typeorm';

/**
 * What the row of every subject of a lifecycle has. Entities list the columns that moves write; reading is done
 * by queries. A spec holds them against the database's own catalogue.
 */
export abstract class SubjectEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') caseId!: string;
  @Column('text') state!: string;
  /** Number of the last event: the version that a compare-and-set names. */
  @Column('integer') seq!: number;
}

/** Options of every entity: its table is made by migrations, never by TypeORM. */
export const byMigration = { schema: 'stipple', synchronize: false } as const;
