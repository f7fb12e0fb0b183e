import type { Day } from '../../calendar';
import type { ClockRule } from '../clock-rule';
import { clinicRules } from './clinic-rules';
import { cmsRules } from './cms-rules';
import { erisaRules, individualMarketRules } from './erisa-rules';
import { externalReviewRules } from './external-review-rules';
import { medicaidRules } from './medicaid-rules';
import { originalMedicareRules } from './original-medicare-rules';
import { stateRules } from './state-rules';

/** The day on which the table was last held against its sources. */
export const clockTableAsOf: Day = '2026-11-23';

/** Every period that is known, in the order of the table; of two that end together the one that stands first wins. */
export const clockRules: readonly ClockRule[] = [
  ...cmsRules,
  ...erisaRules,
  ...individualMarketRules,
  ...externalReviewRules,
  ...medicaidRules,
  ...originalMedicareRules,
  ...clinicRules,
  ...stateRules,
];
