import type { ClockDuty } from '../clock-rule';
import { cmsPlans, everyPlan } from './plans';

const impacted = [...cmsPlans, 'marketplace'] as const;

/** Rows of the table that set no period for a case. They are kept so that nobody looks for a clock that is none. */
export const clockDuties: readonly ClockDuty[] = [
  {
    key: 'C3',
    row: 'C3',
    plans: impacted,
    validFrom: '2026-01-01',
    source: 'CMS-0057-F; 42 CFR 422.122(a), 438.210(c), 45 CFR 156.223(a)',
    sentence: 'A denial has to give its specific reason, in whatever channel it comes; drugs are left out.',
  },
  {
    key: 'C4',
    row: 'C4',
    plans: impacted,
    validFrom: '2026-03-31',
    source: 'CMS-0057-F; 42 CFR 422.122(c)',
    sentence: 'Payers publish their authorization figures by 31 March of each year; a clinic files nothing.',
  },
  {
    key: 'C5',
    row: 'C5',
    plans: impacted,
    validFrom: '2027-01-01',
    source: 'CMS-0057-F; 42 CFR 422.122(b)',
    sentence:
      'Payers offer electronic authorization over FHIR by 1 January 2027; some begin with their plan year.',
  },
  {
    key: 'C30',
    row: 'C30',
    plans: everyPlan,
    source: '45 CFR 149.610(b)(1)(vi)',
    sentence:
      'Scheduled fewer than 3 business days ahead, no estimate is due by law; offer one all the same.',
  },
  {
    key: 'C35',
    row: 'C35',
    plans: everyPlan,
    source: 'The law of the clinic’s state',
    sentence:
      'How long a medical record is kept is the state’s law, longer for minors; keep it for the longest.',
  },
  {
    key: 'C38',
    row: 'C38',
    plans: everyPlan,
    source: 'HL7 Da Vinci Prior Authorization Support',
    sentence:
      'An electronic request is answered in about 15 seconds or pended, and can be asked after for 6 months.',
  },
];
