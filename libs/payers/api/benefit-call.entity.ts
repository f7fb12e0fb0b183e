import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity } from 'typeorm';

@Entity('benefit_call', byMigration)
export class BenefitCallEntity extends SubjectEntity {
  @Column('timestamptz') calledAt!: string;
  @Column('text') numberDialled!: string;
  @Column('text') representative!: string;
  @Column('text') referenceNumber!: string;
  @Column('text', { array: true }) codesAsked!: string[];
  @Column('text') authorizationRequired!: string;
  @Column('text', { nullable: true }) policyCited!: string | null;
  @Column('text') cosmeticExclusion!: string;
  @Column('text') answer!: string;
  @Column('boolean') disclaimerHeard!: boolean;
}
