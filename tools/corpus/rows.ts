/** The columns the corpus writes, table by table, in the order in which the tables can be filled. */
export const tables = {
  clinic: ['id', 'name', 'time_zone', 'is_demo', 'next_case_number', 'created_at'],
  staff: ['clinic_id', 'id', 'name', 'email', 'password_hash', 'created_at'],
  staff_role: ['clinic_id', 'staff_id', 'role'],
  // prettier-ignore
  billing_identity: ['clinic_id', 'version', 'name', 'tin', 'npi', 'street', 'city', 'state', 'postal_code', 'phone', 'entered_by', 'entered_at'],
  // prettier-ignore
  price_item: ['clinic_id', 'code', 'version', 'kind', 'words_en', 'words_es', 'procedure_code', 'unit_cents', 'sessions', 'valid_from', 'ended', 'entered_by', 'entered_at'],
  room: ['clinic_id', 'id', 'name'],
  payer: ['clinic_id', 'id', 'name', 'phone'],
  // prettier-ignore
  payer_profile: ['clinic_id', 'payer_id', 'version', 'peer_amount', 'peer_unit', 'peer_starts', 'peer_number', 'peer_source', 'note', 'state', 'time_zone', 'verified_on', 'verified_by', 'recorded_at'],
  payer_line: ['clinic_id', 'payer_id', 'version', 'line_of_business'],
  payer_channel: ['clinic_id', 'payer_id', 'version', 'no', 'channel', 'used_for', 'address', 'note'],
  // prettier-ignore
  payer_clock: ['clinic_id', 'payer_id', 'version', 'line_of_business', 'clock', 'amount', 'unit', 'starts', 'source'],
  // prettier-ignore
  policy_version: ['clinic_id', 'id', 'payer_id', 'document', 'applies_to', 'state', 'drafted_by', 'drafted_at', 'changed_by', 'changed_at', 'published_by', 'published_at'],
  // prettier-ignore
  provider: ['clinic_id', 'id', 'name', 'npi', 'specialty', 'organization', 'staff_id', 'practices_here'],
  stored_file: ['clinic_id', 'sha256', 'bytes', 'media_type', 'stored_at'],
  stored_picture: ['clinic_id', 'sha256', 'width', 'height', 'small_sha256', 'large_sha256'],
  // prettier-ignore
  patient: ['clinic_id', 'id', 'record_number', 'given_name', 'family_name', 'birth_date', 'died_on', 'sex', 'city', 'state', 'created_at'],
  // prettier-ignore
  coverage: ['clinic_id', 'id', 'patient_id', 'payer_id', 'member_id', 'starts_on', 'ends_on', 'relation', 'holder_name'],
  // prettier-ignore
  treatment_case: ['clinic_id', 'id', 'state', 'seq', 'case_number', 'patient_id', 'coverage_id', 'payer_id', 'plan_type', 'cause', 'injured_on', 'injury_context', 'body_site', 'side', 'diagnoses', 'procedure_code', 'planned_sessions', 'physician_id', 'owner_id', 'next_touch_on', 'stage', 'acts_next', 'next_step', 'due_on', 'due_for', 'deadline_on', 'deadline_what', 'file_by_on', 'bookable_until', 'money_cents', 'opened_at', 'close_reason'],
  // prettier-ignore
  case_event: ['clinic_id', 'case_id', 'subject', 'subject_id', 'seq', 'from_state', 'move', 'to_state', 'actor_id', 'at', 'data'],
  // prettier-ignore
  benefit_call: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'called_at', 'number_dialled', 'representative', 'reference_number', 'codes_asked', 'authorization_required', 'policy_cited', 'cosmetic_exclusion', 'answer', 'disclaimer_heard', 'recorded_at'],
  // prettier-ignore
  case_document: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'kind', 'title', 'file_sha256', 'dated_on', 'recorded_at'],
  // prettier-ignore
  photo_detail: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'document_id', 'taken_on', 'view', 'shows_scale', 'consent_by', 'consent_name', 'consent_on', 'consent_uses', 'corrects_id', 'correction_reason', 'recorded_at'],
  letter: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'version'],
  // prettier-ignore
  letter_version: ['clinic_id', 'letter_id', 'version', 'procedure_codes', 'body', 'author_id', 'written_at', 'bindings', 'open_sentences', 'checked_with'],
  // prettier-ignore
  signature: ['clinic_id', 'subject_id', 'case_id', 'subject', 'seq', 'signer_id', 'content_hash', 'letter_version', 'signed_at'],
  // prettier-ignore
  screening: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'outcome', 'criteria', 'reasons', 'evidence_ids', 'policy_version_id', 'policy_key', 'computed_outcome', 'headline', 'override_reason'],
  // prettier-ignore
  screening_basis: ['clinic_id', 'screening_id', 'service_on', 'facts', 'texts', 'evidence', 'explanations', 'result', 'computed_at'],
  // prettier-ignore
  code_worksheet: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'procedure_code', 'comparator_code', 'comparison', 'minutes', 'skill', 'equipment', 'fee_cents', 'fee_rests_on', 'fee_basis', 'line_description'],
  // prettier-ignore
  auth_request: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'supersedes_id', 'lines', 'from_on', 'to_on', 'urgency', 'urgency_reason', 'channel', 'submitted_at', 'submission_proof_id', 'submission_reference', 'owner_at_submission', 'payer_received_at', 'payer_reference', 'information_items', 'respond_by_on', 'rejection_code', 'rejection_words', 'decided_on', 'phone_representative', 'phone_reference', 'denial_words', 'denial_group', 'denial_code', 'denial_remarks', 'denial_page', 'denial_kind', 'denied_on', 'notice_dated_on', 'notice_received_on', 'denial_proof_id', 'payer_words', 'end_reason'],
  // prettier-ignore
  payer_authorization: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'request_id', 'challenge_id', 'basis', 'number', 'decided_on', 'effective_on', 'expires_on', 'terms_seq', 'place_of_service', 'channel', 'proof_id', 'payer_words', 'payer_named_window', 'entered_by', 'verified_by', 'replaced_by', 'end_reason'],
  authorization_terms: ['clinic_id', 'authorization_id', 'terms_seq', 'effective_on', 'expires_on'],
  authorization_line: ['clinic_id', 'authorization_id', 'terms_seq', 'procedure_code', 'units'],
  authorization_assent: ['clinic_id', 'authorization_id', 'as_role', 'staff_id', 'given_at'],
  // prettier-ignore
  self_pay_agreement: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'procedure_code', 'sessions', 'lines', 'total_cents', 'estimate_on', 'valid_until', 'delivery', 'estimate_version', 'asked_on', 'asked_by', 'withheld_from_payer', 'waiver_id', 'covers_from', 'end_reason'],
  // prettier-ignore
  estimate_version: ['clinic_id', 'agreement_id', 'version', 'case_id', 'seq', 'language', 'delivery', 'procedure_code', 'sessions', 'lines', 'total_cents', 'issued_on', 'valid_until', 'asked_on', 'asked_by', 'due_on', 'due_rule', 'contents', 'issued_by', 'issued_at'],
  // prettier-ignore
  patient_signature: ['clinic_id', 'agreement_id', 'case_id', 'seq', 'signer_name', 'estimate_version', 'content_hash', 'witness_id', 'proof_id', 'signed_at'],
  // prettier-ignore
  clearance: ['clinic_id', 'id', 'case_id', 'authorization_id', 'terms_seq', 'agreement_id', 'procedure_code', 'units', 'opens_on', 'closes_on', 'active', 'recorded_at'],
  clearance_clinician: ['clinic_id', 'clearance_id', 'clinician_id'],
  // prettier-ignore
  treatment_session: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'procedure_code', 'units', 'starts_at', 'ends_at', 'clinic_time_zone', 'room_id', 'clinician_id', 'end_reason', 'created_at'],
  // prettier-ignore
  session_unit: ['clinic_id', 'session_id', 'slot', 'clearance_id', 'unit_no', 'case_id', 'procedure_code', 'units', 'opens_on', 'closes_on', 'active', 'recorded_at', 'starts_at', 'session_on', 'hold', 'clinician_id', 'booked_at', 'booking_began_at'],
  // prettier-ignore
  treatment_record: ['clinic_id', 'session_id', 'case_id', 'seq', 'session_on', 'clinic_time_zone', 'performed_on', 'performer_id', 'area_cm2', 'device', 'lot', 'note', 'signed_by', 'recorded_at'],
  // prettier-ignore
  ledger_entry: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'agreement_id', 'entry_no', 'kind', 'cents', 'charged_before', 'adjusted_before', 'paid_before', 'refunded_before', 'method', 'reference', 'words', 'reverses', 'reversed_no', 'freed_by', 'happened_on', 'idempotency_key', 'session_id', 'clearance_id', 'lines'],
  ledger_posting: ['clinic_id', 'entry_id', 'account', 'cents'],
  payment_plan: [
    'clinic_id',
    'id',
    'case_id',
    'state',
    'seq',
    'agreement_id',
    'total_cents',
    'installments',
    'every',
  ],
  // prettier-ignore
  payment_plan_installment: ['clinic_id', 'plan_id', 'installment_no', 'of_installments', 'cents', 'before_cents', 'due_on', 'after_on'],
  // prettier-ignore
  dispute: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'agreement_id', 'estimate_version', 'provider', 'estimated_cents', 'billed_cents', 'billed_on', 'opened_on', 'opened_by', 'closed_on', 'outcome'],
  // prettier-ignore
  challenge: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'kind', 'request_id', 'clinical', 'body', 'file_by_on', 'late_reason', 'sent_on', 'decided_on', 'decision_words', 'spoken_with', 'authorization_id'],
  // prettier-ignore
  claim: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'session_id', 'clearance_id', 'authorization_id', 'charge_cents', 'paid_cents', 'patient_cents', 'contractual_cents', 'line_description', 'payer_claim_number', 'end_reason'],
  task: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'kind', 'about', 'for_role', 'due_on'],
  // prettier-ignore
  evidence: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'kind', 'on_day', 'rated_by', 'document_id', 'replaces_id', 'replaces_kind', 'reason', 'recorded_at'],
  // prettier-ignore
  motion_reading: ['clinic_id', 'evidence_id', 'joint', 'motion', 'side', 'digit', 'mode', 'degrees', 'norm_degrees', 'least_degrees', 'most_degrees'],
  scale_rating: ['clinic_id', 'evidence_id', 'case_id', 'scale', 'version', 'items', 'alert_id'],
  area_measurement: ['clinic_id', 'evidence_id', 'area_cm2', 'method'],
  function_statement: ['clinic_id', 'evidence_id', 'activities', 'work', 'words'],
  // prettier-ignore
  treatment_tried: ['clinic_id', 'evidence_id', 'treatment', 'from_on', 'to_on', 'result', 'words', 'recorded_at'],
  // prettier-ignore
  device_clearance: ['clinic_id', 'evidence_id', 'device', 'product_code', 'submission_number', 'indication', 'indication_fits', 'site_fits', 'age_fits'],
  mental_health_note: ['clinic_id', 'evidence_id', 'profession', 'distress', 'summary'],
  physician_statement: ['clinic_id', 'evidence_id', 'fact', 'says', 'words'],
  billing_note: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'body', 'corrects_id', 'recorded_at'],
  clinical_note: ['clinic_id', 'id', 'case_id', 'state', 'seq', 'body', 'corrects_id', 'recorded_at'],
  // prettier-ignore
  draft: ['clinic_id', 'id', 'author_id', 'case_id', 'subject', 'subject_id', 'move', 'version', 'counter', 'fields', 'saved_at'],
} as const;

export type Table = keyof typeof tables;
export const tableNames = Object.keys(tables) as readonly Table[];
/** A row of a table: a value for every column, none forgotten and none invented. */
export type RowOf<T extends Table> = Record<(typeof tables)[T][number], unknown>;

/** Rows of all tables, waiting to be written together. */
export class Rows {
  private readonly lists = new Map<Table, unknown[]>();

  add<T extends Table>(table: T, row: RowOf<T>): RowOf<T> {
    let list = this.lists.get(table);
    if (list === undefined) this.lists.set(table, (list = []));
    list.push(row);
    return row;
  }

  of<T extends Table>(table: T): readonly RowOf<T>[] {
    return (this.lists.get(table) ?? []) as RowOf<T>[];
  }
}

/** `bytea` as JSON can carry it. */
export function byteaOf(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`;
}
