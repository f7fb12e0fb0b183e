import { leastOverCents } from '../../disputes/least-over';
import type { ClockAbsence } from '../clock-rule';
import { ClockName, clockDefinitions, clockNames } from '../clock-names';
import { employerPlans, everyPlan } from './plans';

const decisions = ['decision_standard', 'decision_expedited', 'decision_extension'] as const;
const level2 = ['appeal_2_filing', 'appeal_2_decision'] as const;
const ofPlans: readonly ClockName[] = clockNames.filter((name) => clockDefinitions[name].asksPlan);

/** Where there is no date, why. What does not exist is hidden, whatever a directory says; the rest only where no rule holds. */
export const clockAbsences: readonly ClockAbsence[] = [
  {
    key: 'C18-one-level',
    row: 'C18',
    kind: 'does_not_exist',
    clocks: level2,
    plans: ['marketplace'],
    source: '45 CFR 147.136(b)(3)',
    sentence: 'An individual plan has one level of internal appeal; after it comes external review.',
  },
  {
    key: 'C9-forwarded',
    row: 'C9',
    kind: 'does_not_exist',
    clocks: [...level2, 'external_review_filing'],
    plans: ['medicare_advantage'],
    source: '42 CFR 422.590, 422.592',
    sentence:
      'A Medicare Advantage plan that upholds its decision sends the case to the independent review entity itself.',
  },
  {
    key: 'C23-one-level',
    row: 'C23',
    kind: 'does_not_exist',
    clocks: level2,
    plans: ['medicaid_managed_care'],
    source: '42 CFR 438.402(b)',
    sentence: 'A Medicaid managed care plan has one level of appeal; after it comes a state fair hearing.',
  },
  {
    key: 'C33-not-over',
    row: 'C33',
    kind: 'does_not_exist',
    clocks: ['dispute'],
    plans: everyPlan,
    when: { number: 'centsOverEstimate', below: leastOverCents },
    source: '45 CFR 149.620(a)(2)(ii)',
    sentence: 'The bill is not $400 or more over the estimate, so it cannot be disputed this way.',
  },
  {
    key: 'C30-too-near',
    row: 'C30',
    kind: 'no_legal_clock',
    clocks: ['good_faith_estimate'],
    plans: everyPlan,
    when: { number: 'businessDaysAhead', below: 3 },
    source: '45 CFR 149.610(b)(1)(vi)',
    sentence:
      'Scheduled fewer than 3 business days ahead, no estimate is due by law; offer one all the same.',
  },
  {
    key: 'C1-fee-for-service-until-2025',
    row: 'C1',
    kind: 'no_legal_clock',
    clocks: decisions,
    plans: ['medicaid_fee_for_service'],
    validTo: '2025-12-31',
    source: 'CMS-0057-F, in force from 2026',
    sentence: 'Before 2026 federal law set Medicaid fee for service no time to decide.',
  },
  {
    key: 'C10-no-extension',
    row: 'C10',
    kind: 'no_legal_clock',
    clocks: ['decision_extension'],
    plans: [...employerPlans, 'marketplace'],
    requests: ['expedited', 'concurrent'],
    source: '29 CFR 2560.503-1(f)(2)(i)',
    sentence: 'An urgent claim cannot be extended.',
  },
  {
    key: 'C16-second-level',
    row: 'C16',
    kind: 'no_legal_clock',
    clocks: ['appeal_2_filing'],
    plans: employerPlans,
    source: '29 CFR 2560.503-1(c)(2)',
    sentence: 'The law sets no time to file a second appeal; the plan document does, where it has one.',
    toVerify: 'The plan document.',
  },
  {
    key: 'C26',
    row: 'C26',
    kind: 'no_legal_clock',
    clocks: ['claim_filing'],
    plans: [...employerPlans, 'marketplace', 'medicare_advantage', 'medicaid_managed_care'],
    source: 'The clinic’s contract with the payer; commonly 90, 120, 180 or 365 days',
    sentence:
      'The contract sets how long a claim can be filed: enter it with the payer. What is late is never billed to the patient.',
  },
  {
    key: 'peer-to-peer',
    row: null,
    kind: 'no_legal_clock',
    clocks: ['peer_to_peer'],
    plans: everyPlan,
    source: 'The payer’s own terms; some states set a window',
    sentence:
      'The payer sets the window for a peer-to-peer call: enter it with the payer. It does not stop the appeal’s clock.',
  },
  {
    key: 'original-medicare',
    row: null,
    kind: 'no_legal_clock',
    clocks: decisions,
    plans: ['original_medicare'],
    source: 'CMS-0057-F does not cover Original Medicare',
    sentence: 'Original Medicare asks for no authorization of this treatment, so nothing is waited for.',
    toVerify: 'The list of services that need one.',
  },
  {
    key: 'no-plan',
    row: null,
    kind: 'no_legal_clock',
    clocks: ofPlans,
    plans: ['none'],
    source: 'There is no plan',
    sentence: 'There is no insurance, so no plan’s clock runs.',
  },
  {
    key: 'C35',
    row: 'C35',
    kind: 'no_rule_on_file',
    clocks: ['keep_medical_record'],
    plans: everyPlan,
    source: 'The law of the clinic’s state',
    sentence:
      'The state’s law says how long a medical record is kept, longer for minors; keep it for the longest.',
  },
  {
    key: 'workers-compensation',
    row: null,
    kind: 'no_rule_on_file',
    clocks: ofPlans,
    plans: ['workers_compensation'],
    source: 'The law of the state',
    sentence:
      'No federal clock applies to workers’ compensation or no-fault; the state’s law may set one. Enter it with the payer.',
  },
];
