import { payerClocks } from '../payer-directory';

/** What has a clock: what the payer's directory lists, and what runs beside it. */
export const clockNames = [
  ...payerClocks,
  'defect_notice',
  'peer_to_peer',
  'extension_request',
  'fair_hearing_filing',
  'external_review_check',
  'external_review_notice',
  'external_review_decision',
  'renewal',
  'good_faith_estimate',
  'estimate_revision',
  'estimate_expiry',
  'dispute',
  'keep_documentation',
  'keep_medical_record',
  'keep_estimate',
  'breach_notice',
  'breach_report',
] as const;
export type ClockName = (typeof clockNames)[number];

export interface ClockDefinition {
  readonly words: string;
  /** Who loses by letting it pass: the payer breaks a rule, everybody else loses a right. */
  readonly actor: 'payer' | 'reviewer' | 'clinic' | 'patient';
  /** Whether it follows from the plan. Where it does, an unknown plan has no date. */
  readonly asksPlan: boolean;
  /** From how many days before its end it is amber, where half of the time would be too late. */
  readonly warnDays?: number;
}

const ofPlan = (actor: ClockDefinition['actor'], words: string, warnDays?: number): ClockDefinition => ({
  words,
  actor,
  asksPlan: true,
  warnDays,
});
const ofClinic = (words: string, actor: ClockDefinition['actor'] = 'clinic'): ClockDefinition => ({
  words,
  actor,
  asksPlan: false,
});

export const clockDefinitions: Readonly<Record<ClockName, ClockDefinition>> = {
  decision_standard: ofPlan('payer', 'Decision, standard request'),
  decision_expedited: ofPlan('payer', 'Decision, expedited request'),
  decision_extension: ofPlan('payer', 'Decision, with the extension the payer may take'),
  information_answer: ofPlan('clinic', 'Answering when they ask for more'),
  appeal_1_filing: ofPlan('clinic', 'Filing the first appeal'),
  appeal_1_decision: ofPlan('payer', 'Decision on the first appeal'),
  appeal_2_filing: ofPlan('clinic', 'Filing the second appeal'),
  appeal_2_decision: ofPlan('payer', 'Decision on the second appeal'),
  external_review_filing: ofPlan('clinic', 'Asking for external review'),
  claim_filing: ofPlan('clinic', 'Filing the claim', 30),
  defect_notice: ofPlan('payer', 'Payer says what is missing or filed wrongly'),
  peer_to_peer: ofPlan('clinic', 'Asking for a peer-to-peer call'),
  extension_request: ofPlan('clinic', 'Asking in time to go on with a running course'),
  fair_hearing_filing: ofPlan('patient', 'Asking for a state fair hearing'),
  external_review_check: ofPlan('payer', 'Preliminary check of an external review'),
  external_review_notice: ofPlan('payer', 'Telling how the preliminary check came out'),
  external_review_decision: ofPlan('reviewer', 'Decision of the external review'),
  renewal: ofClinic('Asking for the next authorization'),
  good_faith_estimate: ofClinic('Giving the good faith estimate'),
  estimate_revision: ofClinic('Giving a changed good faith estimate'),
  estimate_expiry: ofClinic('Good faith estimate runs out'),
  dispute: ofClinic('Patient may dispute the bill', 'patient'),
  keep_documentation: ofClinic('Keeping HIPAA documentation'),
  keep_medical_record: ofClinic('Keeping the medical record'),
  keep_estimate: ofClinic('Keeping the good faith estimate'),
  breach_notice: ofClinic('Telling people of a breach'),
  breach_report: ofClinic('Reporting a breach to HHS'),
};

/**
 * What was asked of the plan. `standard` and `expedited` are requests before treatment; `concurrent` is an urgent request
 * to go on with a running course; `outside_authorization` asks for a decision on what needs no authorization.
 */
export const requestTypes = [
  'standard',
  'expedited',
  'concurrent',
  'post_service',
  'outside_authorization',
] as const;
export type RequestType = (typeof requestTypes)[number];

/** A request's type says which of the two decision clocks runs. */
export function decisionClockOf(request: RequestType): 'decision_standard' | 'decision_expedited' {
  return request === 'expedited' || request === 'concurrent' ? 'decision_expedited' : 'decision_standard';
}
