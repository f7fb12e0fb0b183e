import type { Explanation, Facts, FreeText, HeldEvidence, ScreeningResult } from '@stipple/domain';
import { byMigration } from '@stipple/moves';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a screening was computed from, and the whole result. Written once. */
@Entity('screening_basis', byMigration)
export class ScreeningBasisEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') screeningId!: string;
  @Column('date') serviceOn!: string;
  @Column('jsonb') facts!: Facts;
  @Column('jsonb') texts!: readonly FreeText[];
  @Column('jsonb') evidence!: readonly HeldEvidence[];
  @Column('jsonb') explanations!: readonly Explanation[];
  @Column('jsonb') result!: ScreeningResult;
}
