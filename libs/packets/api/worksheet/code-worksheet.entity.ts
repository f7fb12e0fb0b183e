import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

@Entity('code_worksheet', byMigration)
export class CodeWorksheetEntity extends SubjectEntity {
  @Column('text') procedureCode!: string;
  @Column('text', { nullable: true }) comparatorCode!: string | null;
  @Column('text', { nullable: true }) comparison!: string | null;
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('text', { nullable: true }) skill!: string | null;
  @Column('text', { nullable: true }) equipment!: string | null;
  @Column('integer', { nullable: true }) feeCents!: number | null;
  @Column('text', { nullable: true }) feeRestsOn!: string | null;
  @Column('text', { nullable: true }) feeBasis!: string | null;
  @Column('text', { nullable: true }) lineDescription!: string | null;
}
