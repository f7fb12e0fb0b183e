const of = (table: string, ...names: readonly string[]) => names.map((name) => `${table}.${table}_${name}`);
const notNull = (table: string, ...columns: readonly string[]) =>
  of(table, ...columns.map((column) => `${column}_not_null`));

/** Guards whose absence lets no booking past the law, by the reason. Whoever adds a guard proves it, or says here why not. */
export const besideTheLaw: Readonly<Record<string, readonly string[]>> = {
  'The form of a request. What it unlocks hangs on its state alone; denials and deadlines have specs of their own.':
    [
      ...of(
        'auth_request',
        'channel_check',
        'denial_group_check',
        'denial_kind_check',
        'from_on_check',
        'to_on_check',
        'lines_check',
        'purpose_check',
        'urgency_check',
      ),
      ...of(
        'auth_request',
        'clinic_id_denial_proof_id_case_id_fkey',
        'clinic_id_owner_at_submission_fkey',
        'clinic_id_submission_proof_id_case_id_fkey',
        'clinic_id_supersedes_id_case_id_fkey',
      ),
      ...notNull(
        'auth_request',
        'from_on',
        'to_on',
        'lines',
        'purpose',
        'urgency',
        'omissions',
        'denial_remarks',
      ),
      'auth_request.purpose_names_authorization',
      'auth_request.request_of_authorization',
      'auth_request.codes_of_a_denial',
      'auth_request.denial_remarks_are_a_list',
      'auth_request.omissions_are_a_list',
      'auth_request.notice_dates_in_order',
      'auth_request.notice_of_a_decision',
      'auth_request.reason_of_a_denial',
      'auth_request.decided_after_submission',
      'auth_request.denied_request_has_reason',
      'auth_request.expedited_request_has_reason',
      'auth_request.phone_approval_has_reference',
      'auth_request.rejected_request_has_code',
      'auth_request.request_window_runs_forward',
      'auth_request.submitted_request_has_channel',
    ],
  'Whose case it is and what it is about. A clearance is of a case, whatever that says.': [
    ...of(
      'treatment_case',
      'clinic_id_fkey',
      'clinic_id_coverage_id_patient_id_payer_id_fkey',
      'clinic_id_patient_id_fkey',
      'clinic_id_owner_id_fkey',
      'diagnoses_check',
      'planned_sessions_check',
      'procedure_code_check',
    ),
    ...notNull(
      'treatment_case',
      'acts_next',
      'body_site',
      'case_number',
      'cause',
      'coverage_id',
      'diagnoses',
      'injury_context',
      'next_step',
      'patient_id',
      'payer_id',
      'plan_type',
      'planned_sessions',
      'procedure_code',
      'side',
      'stage',
    ),
    'treatment_case.case_number_once',
    'treatment_case.closed_case_has_reason',
    'treatment_case.open_case_has_next_touch',
  ],
  'Why a case stands where it does in the queue. It is derived, and nothing is unlocked by it.': [
    ...of('treatment_case', 'due_for_check', 'money_cents_check'),
    'treatment_case.closed_case_presses_nobody',
    'treatment_case.deadline_says_what',
    'treatment_case.due_day_says_what_for',
    'treatment_case.press_day generated',
    'treatment_case.press_due generated',
    'treatment_case.press_money generated',
    'treatment_case.press_rank generated',
    'treatment_case.press_touch generated',
  ],
  'That the treating physician is one. Whoever confirms as a physician must be, by assent_by_holder_of_role.':
    [
      'treatment_case.treatment_case_clinic_id_physician_id_physician_role_fkey',
      'treatment_case.physician_role generated',
    ],
  'The sanity of a value that unlocks nothing: its length, its list, its price.': [
    ...of('payer_authorization', 'channel_check', 'place_of_service_check'),
    ...notNull('payer_authorization', 'channel', 'place_of_service', 'decided_on'),
    ...of('self_pay_agreement', 'delivery_check', 'lines_check', 'total_cents_check', 'sessions_check'),
    ...notNull('self_pay_agreement', 'lines', 'total_cents'),
    'self_pay_agreement.total_is_sum_of_lines',
    'self_pay_agreement.asked_by_somebody',
    'self_pay_agreement.scheduled_for_a_day',
    'self_pay_agreement.self_pay_agreement_asked_by_check',
    'self_pay_agreement.self_pay_agreement_withheld_from_payer_not_null',
    ...of('patient_signature', 'content_hash_check', 'signer_name_check'),
    ...of('signature', 'content_hash_check', 'subject_check'),
    ...of('letter_version', 'body_check', 'procedure_codes_check', 'version_check'),
    ...notNull('letter_version', 'body', 'procedure_codes'),
    ...of('treatment_record', 'area_cm2_check', 'device_check', 'lot_check', 'note_check'),
    ...notNull('treatment_record', 'area_cm2', 'device', 'lot', 'note'),
    ...of('authorization_line', 'units_check'),
    ...of('treatment_session', 'units_check'),
    ...of('case_event', 'data_check'),
    ...notNull('case_event', 'data'),
    ...of('clinic', 'name_check'),
    ...notNull('clinic', 'next_case_number'),
  ],
  'What the sentences of a letter rest on, as words. That none is open when they are signed is proven.': [
    'letter_version.bindings_are_a_list',
    'letter_version.checked_words_have_bindings',
    'letter_version.open_sentences_counted',
  ],
  'Nothing can be opened on an empty value: a clearance has none, and compares.': [
    ...notNull('authorization_line', 'units'),
    ...notNull('authorization_terms', 'effective_on', 'expires_on'),
    ...notNull('self_pay_agreement', 'procedure_code', 'sessions'),
    ...notNull('treatment_session', 'procedure_code', 'clinic_time_zone'),
  ],
  'An event without one of these is the event of no row: event_is_reflected and shows_last_event find none.':
    notNull('case_event', 'case_id', 'subject', 'to_state'),
  'Implied by others; kept because PostgreSQL’s planner takes the size of joins from foreign keys. An authorization’s proof is of its case, and a cleared clinician is a known one.':
    [
      'payer_authorization.payer_authorization_clinic_id_case_id_fkey',
      'treatment_session.treatment_session_clinic_id_clinician_id_fkey',
    ],
  'Implied by another that stands beside it: the key that includes the case, and what is generated from the state.':
    [
      'auth_request.auth_request_pkey',
      'payer_authorization.payer_authorization_state_not_null',
      'self_pay_agreement.self_pay_agreement_state_not_null',
    ],
  'Only a request that asks for more refers to it, and unlocks nothing by that.': [
    'payer_authorization.authorization_of_case',
  ],
  'Which decisions can be challenged. What a challenge won is tied to its request by authorization_won_by_challenge.':
    ['auth_request.adverse generated', 'auth_request.auth_request_adverse'],
  'Only claims and challenges refer to it.': [
    'clearance.clearance_authorization',
    'treatment_record.treatment_record_of_case',
    'signature.signature_of_content',
  ],
  'A role that exists in staff_role and that no authorization needs.': of(
    'authorization_assent',
    'as_role_check',
  ),
  'No other subject is ever performed.': ['treatment_record.subject generated'],
  'No other subject has an estimate, and a signature names one.': ['patient_signature.subject generated'],
  'All columns that matter are the application’s to change anyway, and the law holds; the rest are keys that others refer to.':
    ['treatment_session UPDATE', 'self_pay_agreement UPDATE', 'auth_request UPDATE', 'letter UPDATE'],
  'Every row is referred to by another: by the next event or its subject, by its events, its words or its session.':
    ['case_event DELETE', 'treatment_case DELETE', 'letter DELETE', 'treatment_record DELETE'],
  'The transaction whose lines and clinicians would fit is not known beforehand.': [
    'authorization_terms INSERT recorded_in',
    'clearance INSERT recorded_in',
  ],
  'The order in which live updates go out.': ['case_event INSERT tx'],
  'Clinics are made by the owner of the installation. One that anybody made would be empty.': [
    'clinic INSERT',
    'clinic DELETE',
    'clinic.clinic_pkey',
  ],
};

export const beside: ReadonlySet<string> = new Set(Object.values(besideTheLaw).flat());
