import type { ClockStart, ClockUnit, PayerClock, PlanType } from '@stipple/domain';

export interface DemoClock {
  readonly clock: PayerClock;
  readonly amount: number;
  readonly unit: ClockUnit;
  readonly starts: ClockStart;
  readonly source: string;
}

const clock = (
  name: PayerClock,
  span: `${number} ${ClockUnit}`,
  starts: ClockStart,
  source: string,
): DemoClock => {
  const [amount = '', unit = ''] = span.split(' ');
  return { clock: name, amount: Number(amount), unit: unit as ClockUnit, starts, source };
};

const erisa = '29 CFR 2560.503-1';
const aca = '45 CFR 147.136';
const contract = 'Participation contract, section on filing limits';

const employer: readonly DemoClock[] = [
  clock('decision_standard', '15 calendar_days', 'payer_received', erisa),
  clock('decision_expedited', '72 hours', 'payer_received', erisa),
  clock('decision_extension', '15 calendar_days', 'payer_received', erisa),
  clock('information_answer', '45 calendar_days', 'asked', erisa),
  clock('appeal_1_filing', '180 calendar_days', 'notice_received', erisa),
  clock('appeal_1_decision', '30 calendar_days', 'appeal_received', erisa),
  clock('external_review_filing', '4 months', 'notice_received', aca),
  clock('claim_filing', '180 calendar_days', 'performed', contract),
];
const advantage: readonly DemoClock[] = [
  clock('decision_standard', '7 calendar_days', 'payer_received', '42 CFR 422.568, as of 2026'),
  clock('decision_expedited', '72 hours', 'payer_received', '42 CFR 422.572'),
  clock('decision_extension', '14 calendar_days', 'payer_received', '42 CFR 422.568'),
  clock('appeal_1_filing', '65 calendar_days', 'notice_dated', '42 CFR 422.582'),
  clock('appeal_1_decision', '30 calendar_days', 'appeal_received', '42 CFR 422.590'),
  clock('claim_filing', '365 calendar_days', 'performed', contract),
];
const medicaid: readonly DemoClock[] = [
  clock('decision_standard', '7 calendar_days', 'payer_received', '42 CFR 438.210, as of 2026'),
  clock('decision_expedited', '72 hours', 'payer_received', '42 CFR 438.210'),
  clock('decision_extension', '14 calendar_days', 'payer_received', '42 CFR 438.210'),
  clock('appeal_1_filing', '60 calendar_days', 'notice_dated', '42 CFR 438.402'),
  clock('appeal_1_decision', '30 calendar_days', 'appeal_received', '42 CFR 438.408'),
  clock('claim_filing', '90 calendar_days', 'performed', contract),
];

/** The clocks of an invented payer, by the rules that bind plans of this kind; none where the kind is not known. */
export const clocksOf: Readonly<Partial<Record<PlanType, readonly DemoClock[]>>> = {
  commercial_insured: employer,
  marketplace: employer,
  commercial_self_funded: [
    ...employer,
    clock('appeal_2_filing', '60 calendar_days', 'notice_received', 'Plan document section 9.2'),
    clock('appeal_2_decision', '30 calendar_days', 'appeal_received', 'Plan document section 9.2'),
  ],
  medicare_advantage: advantage,
  medicaid_managed_care: medicaid,
};
