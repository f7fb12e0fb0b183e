/*
 * What a clinic knows of a payer beside its policies. Data only: which clock applies to a request, and when it ends, is
 * computed elsewhere, and never without its source.
 */

export const clockUnits = ['hours', 'calendar_days', 'business_days', 'months'] as const;
export type ClockUnit = (typeof clockUnits)[number];

const unitWords: Record<ClockUnit, readonly [string, string]> = {
  hours: ['hour', 'hours'],
  calendar_days: ['calendar day', 'calendar days'],
  business_days: ['business day', 'business days'],
  months: ['month', 'months'],
};
export const clockUnitWords: Record<ClockUnit, string> = {
  hours: 'hours, weekends count',
  calendar_days: 'calendar days',
  business_days: 'business days',
  months: 'months',
};

/** What sets a clock going. */
export const clockStarts = [
  'payer_received',
  'asked',
  'decided',
  'notice_dated',
  'notice_received',
  'appeal_received',
  'performed',
] as const;
export type ClockStart = (typeof clockStarts)[number];

export const clockStartWords: Record<ClockStart, string> = {
  payer_received: 'the payer received the request',
  asked: 'the payer asked',
  decided: 'the decision',
  notice_dated: 'the date of the notice',
  notice_received: 'the notice was received',
  appeal_received: 'the payer received the appeal',
  performed: 'the treatment',
};

/** How long each side has, in the order in which it comes up. */
export const payerClocks = [
  'decision_standard',
  'decision_expedited',
  'decision_extension',
  'information_answer',
  'appeal_1_filing',
  'appeal_1_decision',
  'appeal_2_filing',
  'appeal_2_decision',
  'external_review_filing',
  'claim_filing',
] as const;
export type PayerClock = (typeof payerClocks)[number];

export const payerClockWords: Record<PayerClock, string> = {
  decision_standard: 'Decision, standard request',
  decision_expedited: 'Decision, expedited request',
  decision_extension: 'Extension the payer may take',
  information_answer: 'Answering when they ask for more',
  appeal_1_filing: 'Filing the first appeal',
  appeal_1_decision: 'Decision on the first appeal',
  appeal_2_filing: 'Filing the second appeal',
  appeal_2_decision: 'Decision on the second appeal',
  external_review_filing: 'Asking for external review',
  claim_filing: 'Filing the claim',
};

/** The clocks within which the clinic or the patient has to act: the appeal windows. */
export const appealWindows: readonly PayerClock[] = [
  'appeal_1_filing',
  'appeal_2_filing',
  'external_review_filing',
];

/** From when a peer-to-peer call may be asked for. */
export const peerStarts = ['decided', 'notice_dated', 'notice_received'] as const;

export const channelUses = ['requests', 'appeals', 'claims', 'questions'] as const;
export type ChannelUse = (typeof channelUses)[number];
export const channelUseWords: Record<ChannelUse, string> = {
  requests: 'Requests',
  appeals: 'Appeals',
  claims: 'Claims',
  questions: 'Questions',
};

export interface ClockSpan {
  readonly amount: number;
  readonly unit: ClockUnit;
  readonly starts: ClockStart;
}

/** `15 calendar days from when the payer received the request`. */
export function clockWords({ amount, unit, starts }: ClockSpan): string {
  const [one, many] = unitWords[unit];
  const from = /^the (decision|date of|treatment)/.test(clockStartWords[starts]) ? 'from' : 'from when';
  return `${amount} ${amount === 1 ? one : many} ${from} ${clockStartWords[starts]}`;
}
