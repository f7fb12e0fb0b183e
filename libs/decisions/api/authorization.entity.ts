import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('payer_authorization', byMigration)
export class PayerAuthorizationEntity extends SubjectEntity {
  @Column('uuid', { nullable: true }) requestId!: string | null;
  /** The won challenge that turned the decision on this request. */
  @Column('uuid', { nullable: true }) challengeId!: string | null;
  @Column('text') basis!: string;
  @Column('text') number!: string;
  @Column('date') decidedOn!: string;
  @Column('date') effectiveOn!: string;
  @Column('date') expiresOn!: string;
  /** Which terms are current: the event that set them. */
  @Column('integer') termsSeq!: number;
  @Column('text') placeOfService!: string;
  @Column('text') channel!: string;
  @Column('uuid') proofId!: string;
  @Column('text', { nullable: true }) payerWords!: string | null;
  @Column('boolean') payerNamedWindow!: boolean;
  @Column('uuid') enteredBy!: string;
  @Column('uuid') verifiedBy!: string;
  @Column('uuid', { nullable: true }) replacedBy!: string | null;
  @Column('text', { nullable: true }) endReason!: string | null;
}

@Entity('authorization_terms', byMigration)
export class AuthorizationTermsEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') authorizationId!: string;
  @PrimaryColumn('integer') termsSeq!: number;
  @Column('date') effectiveOn!: string;
  @Column('date') expiresOn!: string;
}

@Entity('authorization_line', byMigration)
export class AuthorizationLineEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') authorizationId!: string;
  @PrimaryColumn('integer') termsSeq!: number;
  @PrimaryColumn('text') procedureCode!: string;
  @Column('integer') units!: number;
}

@Entity('authorization_assent', byMigration)
export class AuthorizationAssentEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') authorizationId!: string;
  @PrimaryColumn('text') asRole!: string;
  @Column('uuid') staffId!: string;
}
