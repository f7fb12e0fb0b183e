import { byMigration } from '@stipple/moves';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is measured or said in one record. Totals, deficits and whether something is cleared are PostgreSQL's to compute. */
export abstract class PartEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
}

@Entity('motion_reading', byMigration)
export class MotionReadingEntity extends PartEntity {
  @Column('text') joint!: string;
  @Column('text') motion!: string;
  @Column('text') side!: string;
  @Column('smallint', { nullable: true }) digit!: number | null;
  @Column('text') mode!: string;
  @Column('smallint') degrees!: number;
  @Column('smallint') normDegrees!: number;
  @Column('smallint') leastDegrees!: number;
  @Column('smallint') mostDegrees!: number;
}

@Entity('scale_rating', byMigration)
export class ScaleRatingEntity extends PartEntity {
  @Column('uuid') caseId!: string;
  @Column('text') scale!: string;
  @Column('text') version!: string;
  @Column('smallint', { array: true }) items!: number[];
  @Column('uuid', { nullable: true }) alertId!: string | null;
}

@Entity('area_measurement', byMigration)
export class AreaMeasurementEntity extends PartEntity {
  @Column('numeric') areaCm2!: number;
  @Column('text') method!: string;
}

@Entity('function_statement', byMigration)
export class FunctionStatementEntity extends PartEntity {
  @Column('text', { array: true }) activities!: string[];
  @Column('text') work!: string;
  @Column('text', { nullable: true }) words!: string | null;
}

@Entity('treatment_tried', byMigration)
export class TreatmentTriedEntity extends PartEntity {
  @Column('text') treatment!: string;
  @Column('date') fromOn!: string;
  @Column('date', { nullable: true }) toOn!: string | null;
  @Column('text') result!: string;
  @Column('text', { nullable: true }) words!: string | null;
}

@Entity('device_clearance', byMigration)
export class DeviceClearanceEntity extends PartEntity {
  @Column('text') device!: string;
  @Column('text', { nullable: true }) productCode!: string | null;
  @Column('text', { nullable: true }) submissionNumber!: string | null;
  @Column('text') indication!: string;
  @Column('text') indicationFits!: string;
  @Column('text') siteFits!: string;
  @Column('text') ageFits!: string;
}

@Entity('mental_health_note', byMigration)
export class MentalHealthNoteEntity extends PartEntity {
  @Column('text') profession!: string;
  @Column('boolean') distress!: boolean;
  @Column('text') summary!: string;
}

@Entity('physician_statement', byMigration)
export class PhysicianStatementEntity extends PartEntity {
  @Column('text') fact!: string;
  @Column('boolean') says!: boolean;
  @Column('text', { nullable: true }) words!: string | null;
}

export const partEntities = [
  MotionReadingEntity,
  ScaleRatingEntity,
  AreaMeasurementEntity,
  FunctionStatementEntity,
  TreatmentTriedEntity,
  DeviceClearanceEntity,
  MentalHealthNoteEntity,
  PhysicianStatementEntity,
];
