import { Refusal, refusal, waysToUnlock } from '@stipple/domain';

const correctedAlready = refusal(
  'corrected_already',
  'This note has been corrected already; correct the newer note instead.',
);
const describedMeanwhile = refusal(
  'described_meanwhile',
  'Somebody has described this photograph meanwhile; look at it again.',
);
const enteredMeanwhile = refusal(
  'entered_meanwhile',
  'Somebody has entered this meanwhile; look at it again.',
  'replacesId',
);

/**
 * PostgreSQL's constraints are the last word; this gives their refusals the words a person understands.
 * The API asks the domain first, so these are seen when somebody else was quicker, or when a rule was missed.
 */
const words: Readonly<Record<string, Refusal>> = {
  no_clearance_no_session: refusal(
    'outside_clearance',
    `The clearance does not cover that day or is no longer in force. ${waysToUnlock}`,
  ),
  unit_was_granted: refusal('units_used_up', `That many units were not granted. ${waysToUnlock}`),
  one_session_per_unit: refusal(
    'units_used_up',
    `Somebody else has just booked the last unit. ${waysToUnlock}`,
  ),
  recorded_before_booked: refusal(
    'recorded_too_late',
    'The clearance was recorded after this booking was begun; try again.',
  ),
  booked_before_start: refusal('in_the_past', 'A session cannot be booked in the past.', 'startsAt'),
  session_moves_forward: refusal(
    'in_the_past',
    'A session moves only while it is booked, and never into the past.',
    'startsAt',
  ),
  session_holds_its_units: refusal('no_clearance', `Cannot book without a clearance. ${waysToUnlock}`),
  clinician_was_cleared: refusal(
    'clinician_not_cleared',
    'The clearance does not name this clinician.',
    'clinicianId',
  ),
  saved_view_name_once: refusal('name_taken', 'You have a saved view of this name already.', 'name'),
  room_name: refusal('room_name_taken', 'There is a room of this name already.', 'name'),
  room_is_free: refusal('room_taken', 'The room is taken at that time.', 'roomId'),
  clinician_is_free: refusal(
    'clinician_busy',
    'The clinician has another session at that time.',
    'clinicianId',
  ),
  treatment_session_clinic_id_room_id_fkey: refusal(
    'room_unknown',
    'Choose a room of this clinic.',
    'roomId',
  ),
  session_lasts: refusal(
    'duration_odd',
    'A session ends after it starts and lasts at most eight hours.',
    'minutes',
  ),
  performed_on_its_day: refusal(
    'not_its_day',
    'A treatment is recorded on the day it was booked for, not before.',
    'performedOn',
  ),
  one_worksheet_of_code: refusal(
    'worksheet_begun',
    'Somebody has begun the worksheet of this code meanwhile; look at it again.',
  ),
  one_current_screening: refusal('screening_signed_already', 'Another screening has just been signed.'),
  one_current_letter: refusal('letter_signed_already', 'Another letter has just been signed.'),
  only_physicians_sign: refusal('wrong_role', 'Only a physician signs.'),
  billing_note_corrected_once: correctedAlready,
  clinical_note_corrected_once: correctedAlready,
  evidence_replaced_once: refusal(
    'corrected_already',
    'This record has been corrected or withdrawn already; look at the newer one.',
    'replacesId',
  ),
  ground_replaced_once: enteredMeanwhile,
  ground_begun_once: enteredMeanwhile,
  grounds_stand_once_signed: refusal(
    'grounds_stand',
    'What a signed appeal rests on stands. Enter it for the next level, or withdraw this one first.',
  ),
  payment_recorded_once: refusal(
    'payment_posted',
    'A payment of this reference is posted already.',
    'reference',
  ),
  entry_reversed_once: refusal('reversed_already', 'This entry is reversed already.'),
  one_open_card_payment: refusal(
    'card_payment_asked',
    'Another card payment has just been asked for. Look at it again before you go on.',
  ),
  one_open_card_refund: refusal('card_refund_under_way', 'A refund of this payment has just been asked for.'),
  request_posted_once: refusal('payment_posted', 'This is posted already.'),
  one_open_dispute: refusal('dispute_open', 'A dispute of this bill has just been opened.', 'provider'),
  held_while_disputed: refusal(
    'collections_on_hold',
    'The patient disputes the bill: nothing is collected until the dispute is closed.',
  ),
  session_charged_once: refusal('session_charged', 'This session is charged already.'),
  withheld_for_one_reason: refusal('withheld_already', 'Why less was granted is on record already.'),
  finding_replaced_once: enteredMeanwhile,
  finding_begun_once: enteredMeanwhile,
  evidence_document_of_same_case: refusal(
    'document_unknown',
    'Choose a document of this case.',
    'documentId',
  ),
  evidence_not_ahead: refusal(
    'in_the_future',
    'Evidence is recorded afterwards; this day has not come yet.',
    'onDay',
  ),
  evidence_after_birth: refusal('before_birth', 'The day lies before the patient’s birth.', 'onDay'),
  patient_photo_sent_once: refusal('photo_sent_already', 'This photograph was sent already.', 'file'),
  photo_described_once: describedMeanwhile,
  photo_detail_corrected_once: describedMeanwhile,
  case_number_once: refusal('try_again', 'Two cases were opened at the same moment; try again.'),
  denied_request_has_reason: refusal(
    'denial_incomplete',
    'A denial needs the payer’s words, the decision date and the date the notice came.',
    'words',
  ),
  notice_dates_in_order: refusal(
    'dates_reversed',
    'The notice cannot come before the decision.',
    'noticeReceivedOn',
  ),
  not_required_is_short: refusal(
    'window_too_long',
    'Without a window named by the payer, “not required” lasts at most 90 days.',
    'expiresOn',
  ),
  estimate_lasts_a_year: refusal(
    'estimate_too_long',
    'An estimate is valid for at most twelve months.',
    'validUntil',
  ),
  total_is_sum_of_lines: refusal('total_wrong', 'The total is not the sum of its lines.', 'lines'),
  benefit_call_not_ahead: refusal('in_the_future', 'The call cannot be in the future.', 'calledAt'),
  staff_email: refusal('email_taken', 'Another person signs in with this e-mail address.', 'email'),
  final_is_final: refusal('final', 'This record is decided and final; a change of mind is a new record.'),
  one_authorization_per_number: refusal(
    'number_known',
    'An authorization of this number is already recorded on this case.',
    'number',
  ),
  confirmed_by_treating_physician: refusal(
    'not_treating_physician',
    'Only the treating physician confirms that no authorization is required.',
  ),
  one_policy_on_a_day: refusal(
    'versions_overlap',
    'Another version of this payer applies to the same line of business on some of these days.',
    'effectiveFrom',
  ),
  policy_published_once: refusal('version_twice', 'This version of the policy is published already.'),
  published_policy_is_final: refusal(
    'policy_published',
    'This version is published and final. Write a new version instead.',
  ),
  policy_read_not_ahead: refusal(
    'in_the_future',
    'It cannot have been read in the future.',
    'policy.source.readOn',
  ),
  payer_name: refusal('payer_known', 'A payer of this name is already in the directory.', 'name'),
};

interface DatabaseFault {
  readonly code?: string;
  readonly constraint?: string;
}

/** The refusal behind a database error, or null when it is not one. `23…` are broken constraints, `22…` unfit values. */
export function refusalBehind(error: unknown): Refusal | null {
  const { code, constraint } = faultOf(error);
  if (constraint !== undefined && words[constraint]) return words[constraint];
  if (code?.startsWith('23'))
    return refusal('not_possible', `The database refuses this${constraint ? ` (${constraint})` : ''}.`);
  if (code?.startsWith('22')) return refusal('value_unfit', 'A value does not fit what is stored.');
  return null;
}

/** Whether trying once more may work: two transactions got in each other's way. */
export function isCollision(error: unknown): boolean {
  return ['40001', '40P01'].includes(faultOf(error).code ?? '');
}

/** Whether the database itself is away or overloaded. */
export function isOutage(error: unknown): boolean {
  const code = faultOf(error).code ?? '';
  return (
    /^(08|53|57P0)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code) ||
    /connection (terminated|timeout)|timeout exceeded when trying to connect/i.test(
      error instanceof Error ? error.message : '',
    )
  );
}

function faultOf(error: unknown): DatabaseFault {
  if (typeof error !== 'object' || error === null) return {};
  const { driverError } = error as { driverError?: unknown };
  return (driverError ?? error) as DatabaseFault;
}
