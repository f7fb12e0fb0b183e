/**
 * What people recorded in cases, told apart by what it was about. A look into a portal that found nothing new is recorded
 * by nobody, so it is in none of these.
 */
export const recordedKinds = ['calls', 'sent', 'payer_answers', 'other_steps'] as const;
export type RecordedKind = (typeof recordedKinds)[number];

export const recordedKindWords: Readonly<Record<RecordedKind, string>> = {
  calls: 'Benefit calls',
  sent: 'Sent to payers',
  payer_answers: 'Payer answers',
  other_steps: 'Other steps',
};

/** The moves of each kind but the last, which is every other move of a person. What was sent is what the submission log lists. */
export const movesOfKind: Readonly<Record<Exclude<RecordedKind, 'other_steps'>, readonly string[]>> = {
  calls: ['benefit_call.record'],
  sent: ['auth_request.submit', 'auth_request.answer_information', 'challenge.send'],
  payer_answers: [
    'auth_request.reject_unreviewed',
    'auth_request.acknowledge_receipt',
    'auth_request.pend',
    'auth_request.request_information',
    'auth_request.approve',
    'auth_request.approve_partly',
    'auth_request.modify',
    'auth_request.deny',
    'auth_request.refer_to_call',
    'auth_request.answer_no_action',
    'auth_request.approve_by_phone',
    'challenge.acknowledge_receipt',
    'challenge.overturn',
    'challenge.overturn_partly',
    'challenge.uphold',
    'challenge.dismiss',
    'treatment_case.record_extension',
  ],
};

/** Four weeks with today as their last day: enough that a holiday does not look like idleness. */
export const recordedDays = 28;
