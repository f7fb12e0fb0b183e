import type { ClockRule } from '../clock-rule';

/** C24 and C25: Original Medicare. */
export const originalMedicareRules: readonly ClockRule[] = [
  {
    key: 'C24',
    row: 'C24',
    basis: 'law',
    clock: 'appeal_1_filing',
    plans: ['original_medicare'],
    amount: 120,
    unit: 'calendar_days',
    starts: 'notice_received',
    presumedReceiptDays: 5,
    source: '42 CFR 405.942(a)',
    sentence:
      'A redetermination must be asked for within 120 days of receiving the initial decision; an end on a weekend moves only by a rule of the contractor.',
  },
  {
    key: 'C25',
    row: 'C25',
    basis: 'law',
    clock: 'claim_filing',
    plans: ['original_medicare'],
    amount: 12,
    unit: 'months',
    starts: 'performed',
    source: '42 CFR 424.44(a)',
    sentence: 'A claim must be filed within one calendar year of the day of treatment.',
  },
];
