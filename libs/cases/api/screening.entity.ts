import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

@Entity('screening', byMigration)
export class ScreeningEntity extends SubjectEntity {
  @Column('text') outcome!: string;
  @Column('text', { array: true }) criteria!: string[];
  @Column('text') reasons!: string;
  @Column('uuid', { array: true }) evidenceIds!: string[];
}
