import type { PlanRhythm } from '@stipple/domain';
import { SubjectEntity, byMigration } from '@stipple/moves';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('payment_plan', byMigration)
export class PaymentPlanEntity extends SubjectEntity {
  @Column('uuid') agreementId!: string;
  @Column('bigint') totalCents!: number;
  @Column('integer') installments!: number;
  @Column('text') every!: PlanRhythm;
}

/** Carries the sum and the day of the one before it; the sum with it is the database’s to compute. */
@Entity('payment_plan_installment', byMigration)
export class PaymentPlanInstallmentEntity {
  @PrimaryColumn('uuid') clinicId!: string;
  @PrimaryColumn('uuid') planId!: string;
  @PrimaryColumn('integer') installmentNo!: number;
  @Column('integer') ofInstallments!: number;
  @Column('bigint') cents!: number;
  @Column('bigint') beforeCents!: number;
  @Column('date') dueOn!: string;
  @Column('date', { nullable: true }) afterOn!: string | null;
}
