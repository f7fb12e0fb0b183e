import type { ClockRule } from '../clock-rule';
import { employerPlans } from './plans';

const review = { basis: 'law', plans: [...employerPlans, 'marketplace'] } as const;

/** C19 to C21: external review. */
export const externalReviewRules: readonly ClockRule[] = [
  {
    ...review,
    key: 'C19',
    row: 'C19',
    clock: 'external_review_filing',
    amount: 4,
    unit: 'months',
    starts: 'notice_received',
    noMatchingDay: 'first_of_next_month',
    roll: 'next_business_day',
    source: '45 CFR 147.136(d)(2)(i); 29 CFR 2590.715-2719(d)(2)(i)',
    sentence: 'External review must be asked for within 4 months of receiving the final denial.',
  },
  {
    ...review,
    key: 'C20-check',
    row: 'C20',
    clock: 'external_review_check',
    amount: 5,
    unit: 'business_days',
    starts: 'review_requested',
    source: '45 CFR 147.136(d)(2)(ii)(A)',
    sentence: 'The plan must check a request for external review within 5 business days.',
  },
  {
    ...review,
    key: 'C20-notice',
    row: 'C20',
    clock: 'external_review_notice',
    amount: 1,
    unit: 'business_days',
    starts: 'review_checked',
    source: '45 CFR 147.136(d)(2)(ii)(B)',
    sentence: 'The plan must tell how its check came out within 1 business day of finishing it.',
  },
  {
    ...review,
    key: 'C21',
    row: 'C21',
    clock: 'external_review_decision',
    requests: ['standard', 'post_service'],
    amount: 45,
    unit: 'calendar_days',
    starts: 'reviewer_received',
    source: '45 CFR 147.136(d)(2)(iii)(B)',
    sentence: 'The review organization must decide within 45 days of receiving the request.',
  },
  {
    ...review,
    key: 'C21-expedited',
    row: 'C21',
    clock: 'external_review_decision',
    requests: ['expedited', 'concurrent'],
    amount: 72,
    unit: 'hours',
    starts: 'reviewer_received',
    source: '45 CFR 147.136(d)(3)(iv)',
    sentence: 'The review organization must decide an expedited review within 72 hours of receiving it.',
  },
];
