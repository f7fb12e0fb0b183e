import type { ClockRule } from '../clock-rule';
import { stateRegulatedPlans } from './plans';

const washington = {
  basis: 'state',
  row: null,
  plans: stateRegulatedPlans,
  validFrom: '2024-01-01',
  starts: 'payer_received',
  unit: 'calendar_days',
  state: 'WA',
  electronicOnly: true,
  source: 'Washington, RCW 48.43.830(1)(a)',
} as const;

/**
 * States that are quicker than federal law, as far as they are known here. They bind what the state regulates, never a
 * self-funded plan. A state that is not here may still have a rule: pass it as a further rule.
 */
export const stateRules: readonly ClockRule[] = [
  {
    ...washington,
    key: 'WA',
    clock: 'decision_standard',
    requests: ['standard'],
    amount: 3,
    sentence: 'Washington: an electronic standard request is decided within 3 calendar days.',
    toVerify: 'The law leaves out holidays; here they count, which is earlier.',
  },
  {
    ...washington,
    key: 'WA-expedited',
    clock: 'decision_expedited',
    requests: ['expedited', 'concurrent'],
    amount: 1,
    sentence: 'Washington: an electronic expedited request is decided within 1 calendar day.',
  },
  {
    key: 'DC',
    row: null,
    basis: 'state',
    clock: 'decision_standard',
    plans: stateRegulatedPlans,
    requests: ['standard'],
    amount: 3,
    unit: 'business_days',
    starts: 'payer_received',
    state: 'DC',
    electronicOnly: true,
    source: 'District of Columbia, Prior Authorization Reform Amendment Act of 2023',
    sentence: 'District of Columbia: a request by portal is decided within 3 business days.',
    ifMissed:
      'The law deems it approved; nothing is unlocked before a person has confirmed that with the payer.',
    toVerify: 'Since when it holds.',
  },
  {
    key: 'AK',
    row: null,
    basis: 'state',
    clock: 'decision_standard',
    plans: stateRegulatedPlans,
    requests: ['standard'],
    validFrom: '2027-01-01',
    amount: 72,
    unit: 'hours',
    starts: 'payer_received',
    state: 'AK',
    source: 'Alaska, prior authorization law in force from 2027',
    sentence: 'Alaska: from 2027 a standard request is decided within 72 hours.',
    toVerify: 'The section of the statute.',
  },
];
