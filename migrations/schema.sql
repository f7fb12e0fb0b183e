-- What the migrations make, read from the catalog by `npm run describe`. Never run; a spec compares it.

-- What an appeal rests on and no other record says. Written once: a change is a new row that names the old one, until the appeal is signed or sent; then none is added.
CREATE TABLE stipple.appeal_ground (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('appeal_ground'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  challenge_id uuid NOT NULL,
  topic text NOT NULL,
  about text NOT NULL,
  words text,
  page text,
  section text,
  document_id uuid,
  policy_version_id uuid,
  policy_citable boolean GENERATED ALWAYS AS (
CASE
    WHEN (policy_version_id IS NOT NULL) THEN true
    ELSE NULL::boolean
END),
  code_was text,
  code_now text,
  rests_on text[],
  taken_back boolean NOT NULL,
  replaces_id uuid,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT appeal_ground_about_check CHECK ((length(about) <= 120)),
  CONSTRAINT appeal_ground_check CHECK ((replaces_id <> id)),
  CONSTRAINT appeal_ground_code_now_check CHECK (((length(code_now) >= 1) AND (length(code_now) <= 10))),
  CONSTRAINT appeal_ground_code_was_check CHECK (((length(code_was) >= 1) AND (length(code_was) <= 10))),
  CONSTRAINT appeal_ground_page_check CHECK (((length(btrim(page)) >= 1) AND (length(btrim(page)) <= 20))),
  CONSTRAINT appeal_ground_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT appeal_ground_rests_on_check CHECK ((((cardinality(rests_on) >= 1) AND (cardinality(rests_on) <= 40)) AND (array_position(rests_on, NULL::text) IS NULL))),
  CONSTRAINT appeal_ground_section_check CHECK (((length(btrim(section)) >= 1) AND (length(btrim(section)) <= 60))),
  CONSTRAINT appeal_ground_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT appeal_ground_topic_check CHECK ((topic = ANY (ARRAY['payers_words'::text, 'exclusion'::text, 'reconstructive'::text, 'network'::text, 'correction'::text, 'criterion'::text]))),
  CONSTRAINT appeal_ground_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 8000))),
  CONSTRAINT ground_document FOREIGN KEY (clinic_id, document_id, case_id) REFERENCES stipple.case_document(clinic_id, id, case_id),
  CONSTRAINT ground_has_what_its_topic_needs CHECK (
CASE
    WHEN taken_back THEN ((num_nonnulls(words, page, section, document_id, policy_version_id, code_was, code_now, rests_on) = 0) AND (replaces_id IS NOT NULL))
    WHEN (topic = 'payers_words'::text) THEN ((page IS NOT NULL) AND (num_nonnulls(section, policy_version_id, code_was, code_now, rests_on) = 0))
    WHEN (topic = ANY (ARRAY['exclusion'::text, 'reconstructive'::text])) THEN ((num_nonnulls(words, page) = 2) AND (num_nonnulls(document_id, policy_version_id) = 1) AND (num_nonnulls(code_was, code_now, rests_on) = 0))
    WHEN (topic = 'network'::text) THEN ((words IS NOT NULL) AND (num_nonnulls(page, section, document_id, policy_version_id, code_was, code_now, rests_on) = 0))
    WHEN (topic = 'correction'::text) THEN ((num_nonnulls(words, code_was, code_now) = 3) AND (num_nonnulls(page, section, document_id, policy_version_id, rests_on) = 0))
    ELSE ((num_nonnulls(words, rests_on) = 2) AND (num_nonnulls(page, section, document_id, policy_version_id, code_was, code_now) = 0))
END),
  CONSTRAINT ground_of_challenge FOREIGN KEY (clinic_id, challenge_id, case_id) REFERENCES stipple.challenge(clinic_id, id, case_id),
  CONSTRAINT ground_of_topic UNIQUE (clinic_id, challenge_id, topic, about, id),
  CONSTRAINT ground_policy FOREIGN KEY (clinic_id, policy_version_id, policy_citable) REFERENCES stipple.policy_version(clinic_id, id, citable),
  CONSTRAINT ground_replaced_once UNIQUE (clinic_id, replaces_id),
  CONSTRAINT ground_replaces_same_topic FOREIGN KEY (clinic_id, challenge_id, topic, about, replaces_id) REFERENCES stipple.appeal_ground(clinic_id, challenge_id, topic, about, id),
  CONSTRAINT only_criteria_have_names CHECK (((topic = 'criterion'::text) = (about <> ''::text)))
);
-- row-level security
CREATE INDEX appeal_ground_case ON stipple.appeal_ground USING btree (clinic_id, case_id);
CREATE UNIQUE INDEX ground_begun_once ON stipple.appeal_ground USING btree (clinic_id, challenge_id, topic, about) WHERE (replaces_id IS NULL);
CREATE TRIGGER grounds_stand_once_signed BEFORE INSERT ON stipple.appeal_ground FOR EACH ROW EXECUTE FUNCTION stipple.refuse_late_ground();
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.appeal_ground FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY ground_is_read_by FOR r USING ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) WITH CHECK –;
POLICY ground_is_written_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as);
GRANT SELECT;
GRANT INSERT (about, case_id, challenge_id, clinic_id, code_now, code_was, document_id, id, page, policy_version_id, replaces_id, rests_on, section, seq, state, taken_back, topic, words);

-- How large the scar is, and how that was found.
CREATE TABLE stipple.area_measurement (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  area_cm2 numeric(6,1) NOT NULL,
  method text NOT NULL,
  kind text NOT NULL GENERATED ALWAYS AS ('area'::text),
  CONSTRAINT area_is_of_evidence FOREIGN KEY (clinic_id, evidence_id, kind) REFERENCES stipple.evidence(clinic_id, id, kind),
  CONSTRAINT area_measurement_area_cm2_check CHECK (((area_cm2 > (0)::numeric) AND (area_cm2 <= (20000)::numeric))),
  CONSTRAINT area_measurement_method_check CHECK ((method = ANY (ARRAY['tracing'::text, 'ruler'::text, 'photograph'::text, 'estimate'::text]))),
  CONSTRAINT area_measurement_pkey PRIMARY KEY (clinic_id, evidence_id)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY evidence_is_read_by FOR r USING (( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) OR ( SELECT stipple.tries_a_policy() AS tries_a_policy)) WITH CHECK –;
POLICY evidence_is_written_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as);
GRANT SELECT;
GRANT INSERT (area_cm2, clinic_id, evidence_id, method);

-- Who read or changed what. Each entry's hash covers its content and the hash before it; only append_audit writes here.
CREATE TABLE stipple.audit_entry (
  clinic_id uuid NOT NULL,
  seq bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id uuid,
  action text NOT NULL,
  subject text NOT NULL,
  subject_id uuid,
  case_id uuid,
  request_id text,
  detail jsonb NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT audit_entry_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT audit_entry_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT audit_entry_pkey PRIMARY KEY (clinic_id, seq)
);
-- row-level security
CREATE INDEX audit_entry_case ON stipple.audit_entry USING btree (clinic_id, case_id, seq) WHERE (case_id IS NOT NULL);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;

-- The end of each clinic's audit chain. Its row lock puts the entries in order; comparing it finds a cut-off tail.
CREATE TABLE stipple.audit_head (
  clinic_id uuid NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT audit_head_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT audit_head_hash_check CHECK ((length(hash) = 32)),
  CONSTRAINT audit_head_pkey PRIMARY KEY (clinic_id)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;

-- One submission to a payer. A resubmission is a new row that names the one it replaces.
CREATE TABLE stipple.auth_request (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('auth_request'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  supersedes_id uuid,
  lines jsonb NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  urgency text NOT NULL,
  urgency_reason text,
  channel text,
  submitted_at timestamp with time zone,
  submission_proof_id uuid,
  submission_reference text,
  owner_at_submission uuid,
  payer_received_at timestamp with time zone,
  payer_reference text,
  information_items text[],
  respond_by_on date,
  rejection_code text,
  rejection_words text,
  decided_on date,
  phone_representative text,
  phone_reference text,
  denial_words text,
  denial_code text,
  denial_page text,
  denial_kind text,
  denied_on date,
  notice_received_on date,
  denial_proof_id uuid,
  payer_words text,
  end_reason text,
  omissions jsonb NOT NULL DEFAULT '[]'::jsonb,
  adverse boolean GENERATED ALWAYS AS ((state = ANY (ARRAY['denied'::text, 'partial'::text, 'modified'::text]))),
  purpose text NOT NULL DEFAULT 'initial'::text,
  of_authorization_id uuid,
  denial_group text,
  denial_remarks text[] NOT NULL DEFAULT '{}'::text[],
  notice_dated_on date,
  CONSTRAINT auth_request_adverse UNIQUE (clinic_id, id, case_id, adverse),
  CONSTRAINT auth_request_answer UNIQUE (clinic_id, id, case_id, state),
  CONSTRAINT auth_request_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'fax'::text, 'phone'::text, 'mail'::text, 'x12_278'::text, 'pas'::text]))),
  CONSTRAINT auth_request_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT auth_request_clinic_id_denial_proof_id_case_id_fkey FOREIGN KEY (clinic_id, denial_proof_id, case_id) REFERENCES stipple.case_document(clinic_id, id, case_id),
  CONSTRAINT auth_request_clinic_id_owner_at_submission_fkey FOREIGN KEY (clinic_id, owner_at_submission) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT auth_request_clinic_id_submission_proof_id_case_id_fkey FOREIGN KEY (clinic_id, submission_proof_id, case_id) REFERENCES stipple.case_document(clinic_id, id, case_id),
  CONSTRAINT auth_request_clinic_id_supersedes_id_case_id_fkey FOREIGN KEY (clinic_id, supersedes_id, case_id) REFERENCES stipple.auth_request(clinic_id, id, case_id),
  CONSTRAINT auth_request_denial_group_check CHECK ((denial_group = ANY (ARRAY['CO'::text, 'PR'::text, 'OA'::text, 'PI'::text]))),
  CONSTRAINT auth_request_denial_kind_check CHECK ((denial_kind = ANY (ARRAY['clinical'::text, 'administrative'::text, 'benefit_exclusion'::text]))),
  CONSTRAINT auth_request_from_on_check CHECK (isfinite(from_on)),
  CONSTRAINT auth_request_lines_check CHECK (((jsonb_typeof(lines) = 'array'::text) AND ((jsonb_array_length(lines) >= 1) AND (jsonb_array_length(lines) <= 10)))),
  CONSTRAINT auth_request_of_case UNIQUE (clinic_id, id, case_id),
  CONSTRAINT auth_request_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT auth_request_purpose_check CHECK ((purpose = ANY (ARRAY['initial'::text, 'extension'::text, 'renewal'::text, 'revision'::text]))),
  CONSTRAINT auth_request_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT auth_request_to_on_check CHECK (isfinite(to_on)),
  CONSTRAINT auth_request_urgency_check CHECK ((urgency = ANY (ARRAY['standard'::text, 'expedited'::text]))),
  CONSTRAINT codes_of_a_denial CHECK (((state = 'denied'::text) OR ((denial_group IS NULL) AND (denial_remarks = '{}'::text[])))),
  CONSTRAINT decided_after_submission CHECK ((decided_on >= (((submitted_at AT TIME ZONE 'UTC'::text))::date - 1))) NOT VALID,
  CONSTRAINT denial_remarks_are_a_list CHECK (((cardinality(denial_remarks) <= 20) AND (array_position(denial_remarks, NULL::text) IS NULL))),
  CONSTRAINT denied_request_has_reason CHECK (((state <> 'denied'::text) OR ((num_nonnulls(denial_words, denial_kind, denied_on, notice_received_on) = 4) AND (length(btrim(denial_words)) > 0)))),
  CONSTRAINT expedited_request_has_reason CHECK (((urgency = 'standard'::text) OR (COALESCE(btrim(urgency_reason), ''::text) <> ''::text))),
  CONSTRAINT notice_dates_in_order CHECK (((notice_dated_on >= decided_on) AND (notice_received_on >= COALESCE(notice_dated_on, decided_on)))),
  CONSTRAINT notice_of_a_decision CHECK (((decided_on IS NOT NULL) OR (num_nonnulls(notice_dated_on, notice_received_on) = 0))),
  CONSTRAINT omissions_are_a_list CHECK ((jsonb_typeof(omissions) = 'array'::text)),
  CONSTRAINT phone_approval_has_reference CHECK (((state <> 'approved_unconfirmed'::text) OR (num_nonnulls(phone_representative, phone_reference) = 2))),
  CONSTRAINT purpose_names_authorization CHECK (((purpose = 'initial'::text) = (of_authorization_id IS NULL))),
  CONSTRAINT reason_of_a_denial CHECK (((state = 'denied'::text) OR (num_nonnulls(denial_words, denial_kind, denied_on) = 0))),
  CONSTRAINT rejected_request_has_code CHECK (((state = 'rejected_unreviewed'::text) = (rejection_words IS NOT NULL))),
  CONSTRAINT request_of_authorization FOREIGN KEY (clinic_id, of_authorization_id, case_id) REFERENCES stipple.payer_authorization(clinic_id, id, case_id),
  CONSTRAINT request_window_runs_forward CHECK ((to_on >= from_on)),
  CONSTRAINT submitted_request_has_channel CHECK (((state = ANY (ARRAY['draft'::text, 'ready'::text, 'withdrawn'::text])) OR (num_nonnulls(channel, submitted_at) = 2)))
);
-- row-level security
CREATE INDEX auth_request_case ON stipple.auth_request USING btree (clinic_id, case_id);
CREATE INDEX auth_request_phone_reference ON stipple.auth_request USING btree (clinic_id, lower(phone_reference) text_pattern_ops) WHERE (phone_reference IS NOT NULL);
CREATE INDEX auth_request_reference ON stipple.auth_request USING btree (clinic_id, lower(payer_reference) text_pattern_ops) WHERE (payer_reference IS NOT NULL);
CREATE INDEX auth_request_sent ON stipple.auth_request USING btree (clinic_id, submitted_at, id) WHERE (submitted_at IS NOT NULL);
CREATE INDEX auth_request_submission_reference ON stipple.auth_request USING btree (clinic_id, lower(submission_reference) text_pattern_ops) WHERE (submission_reference IS NOT NULL);
CREATE INDEX auth_request_waiting ON stipple.auth_request USING btree (clinic_id, submitted_at) WHERE (state = ANY (ARRAY['submitted'::text, 'received'::text, 'pended'::text]));
CREATE TRIGGER final_is_final BEFORE UPDATE ON stipple.auth_request FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final('rejected_unreviewed', 'approved', 'partial', 'modified', 'denied', 'cancelled', 'withdrawn');
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.auth_request FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (case_id, channel, clinic_id, decided_on, denial_code, denial_group, denial_kind, denial_page, denial_proof_id, denial_remarks, denial_words, denied_on, end_reason, from_on, id, information_items, lines, notice_dated_on, notice_received_on, of_authorization_id, omissions, owner_at_submission, payer_received_at, payer_reference, payer_words, phone_reference, phone_representative, purpose, rejection_code, rejection_words, respond_by_on, seq, state, submission_proof_id, submission_reference, submitted_at, supersedes_id, to_on, urgency, urgency_reason);
GRANT UPDATE (channel, decided_on, denial_code, denial_group, denial_kind, denial_page, denial_proof_id, denial_remarks, denial_words, denied_on, end_reason, from_on, information_items, lines, notice_dated_on, notice_received_on, omissions, owner_at_submission, payer_received_at, payer_reference, payer_words, phone_reference, phone_representative, rejection_code, rejection_words, respond_by_on, seq, state, submission_proof_id, submission_reference, submitted_at, to_on, urgency, urgency_reason);

-- Who acknowledged a difference, or confirmed that nothing is required, in which role. Written once.
CREATE TABLE stipple.authorization_assent (
  clinic_id uuid NOT NULL,
  authorization_id uuid NOT NULL,
  as_role text NOT NULL,
  staff_id uuid NOT NULL,
  given_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT assent_by_holder_of_role FOREIGN KEY (clinic_id, staff_id, as_role) REFERENCES stipple.staff_role(clinic_id, staff_id, role),
  CONSTRAINT authorization_assent_as_role_check CHECK ((as_role = ANY (ARRAY['coordinator'::text, 'physician'::text, 'manager'::text]))),
  CONSTRAINT authorization_assent_clinic_id_authorization_id_fkey FOREIGN KEY (clinic_id, authorization_id) REFERENCES stipple.payer_authorization(clinic_id, id),
  CONSTRAINT authorization_assent_pkey PRIMARY KEY (clinic_id, authorization_id, as_role)
);
-- row-level security
CREATE TRIGGER confirmed_by_treating_physician BEFORE INSERT ON stipple.authorization_assent FOR EACH ROW EXECUTE FUNCTION stipple.refuse_assent_of_another_physician();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (as_role, authorization_id, clinic_id, staff_id);

-- Units granted per code under one set of terms. Written once.
CREATE TABLE stipple.authorization_line (
  clinic_id uuid NOT NULL,
  authorization_id uuid NOT NULL,
  terms_seq integer NOT NULL,
  procedure_code text NOT NULL,
  units integer NOT NULL,
  recorded_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT authorization_line_pkey PRIMARY KEY (clinic_id, authorization_id, terms_seq, procedure_code),
  CONSTRAINT authorization_line_units UNIQUE (clinic_id, authorization_id, terms_seq, procedure_code, units),
  CONSTRAINT authorization_line_units_check CHECK (((units >= 1) AND (units <= 100))),
  CONSTRAINT line_recorded_with_terms FOREIGN KEY (clinic_id, authorization_id, terms_seq, recorded_in) REFERENCES stipple.authorization_terms(clinic_id, authorization_id, terms_seq, recorded_in)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (authorization_id, clinic_id, procedure_code, terms_seq, units);

-- Every window an authorization ever had, by the event that set it. Written once: an amendment adds terms.
CREATE TABLE stipple.authorization_terms (
  clinic_id uuid NOT NULL,
  authorization_id uuid NOT NULL,
  terms_seq integer NOT NULL,
  effective_on date NOT NULL,
  expires_on date NOT NULL,
  recorded_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT authorization_terms_key UNIQUE (clinic_id, authorization_id, terms_seq, effective_on, expires_on),
  CONSTRAINT authorization_terms_pkey PRIMARY KEY (clinic_id, authorization_id, terms_seq),
  CONSTRAINT authorization_terms_recorded_in UNIQUE (clinic_id, authorization_id, terms_seq, recorded_in),
  CONSTRAINT terms_have_event FOREIGN KEY (clinic_id, authorization_id, terms_seq) REFERENCES stipple.case_event(clinic_id, subject_id, seq) DEFERRABLE INITIALLY DEFERRED
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (authorization_id, clinic_id, effective_on, expires_on, terms_seq);

-- A call to member services: who said what, under which reference number. Written once.
CREATE TABLE stipple.benefit_call (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('benefit_call'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  called_at timestamp with time zone NOT NULL,
  number_dialled text NOT NULL,
  representative text NOT NULL,
  reference_number text NOT NULL,
  codes_asked text[] NOT NULL,
  authorization_required text NOT NULL,
  policy_cited text,
  cosmetic_exclusion text NOT NULL,
  answer text NOT NULL,
  disclaimer_heard boolean NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT benefit_call_authorization_required_check CHECK ((authorization_required = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
  CONSTRAINT benefit_call_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT benefit_call_codes_asked_check CHECK ((cardinality(codes_asked) >= 1)),
  CONSTRAINT benefit_call_cosmetic_exclusion_check CHECK ((cosmetic_exclusion = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
  CONSTRAINT benefit_call_not_ahead CHECK ((called_at <= (recorded_at + '00:05:00'::interval))),
  CONSTRAINT benefit_call_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT benefit_call_reference_number_check CHECK (((length(reference_number) >= 1) AND (length(reference_number) <= 60))),
  CONSTRAINT benefit_call_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED
);
-- row-level security
CREATE INDEX benefit_call_case ON stipple.benefit_call USING btree (clinic_id, case_id);
CREATE INDEX benefit_call_reference ON stipple.benefit_call USING btree (clinic_id, lower(reference_number) text_pattern_ops);
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.benefit_call FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (answer, authorization_required, called_at, case_id, clinic_id, codes_asked, cosmetic_exclusion, disclaimer_heard, id, number_dialled, policy_cited, reference_number, representative, seq, state);

-- Under which name, tax number and address the clinic bills. Written once: a change is a new version, and the last one stands.
CREATE TABLE stipple.billing_identity (
  clinic_id uuid NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  tin text NOT NULL,
  npi text,
  street text NOT NULL,
  city text NOT NULL,
  state text NOT NULL,
  postal_code text NOT NULL,
  phone text,
  entered_by uuid NOT NULL,
  entered_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT billing_identity_city_check CHECK (((length(btrim(city)) >= 1) AND (length(btrim(city)) <= 80))),
  CONSTRAINT billing_identity_clinic_id_entered_by_fkey FOREIGN KEY (clinic_id, entered_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT billing_identity_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT billing_identity_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 160))),
  CONSTRAINT billing_identity_npi_check CHECK ((npi ~ '^[0-9]{10}$'::text)),
  CONSTRAINT billing_identity_phone_check CHECK (((length(btrim(phone)) >= 1) AND (length(btrim(phone)) <= 40))),
  CONSTRAINT billing_identity_pkey PRIMARY KEY (clinic_id, version),
  CONSTRAINT billing_identity_postal_code_check CHECK ((postal_code ~ '^[0-9]{5}(-[0-9]{4})?$'::text)),
  CONSTRAINT billing_identity_state_check CHECK ((state ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT billing_identity_street_check CHECK (((length(btrim(street)) >= 1) AND (length(btrim(street)) <= 160))),
  CONSTRAINT billing_identity_tin_check CHECK ((tin ~ '^[0-9]{9}$'::text)),
  CONSTRAINT billing_identity_version_check CHECK ((version >= 1))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (city, clinic_id, entered_by, name, npi, phone, postal_code, state, street, tin, version);

-- What billing writes about a case. Written once; a mistake is corrected by a new note that names the old one.
CREATE TABLE stipple.billing_note (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('billing_note'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  body text NOT NULL,
  corrects_id uuid,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT billing_note_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000))),
  CONSTRAINT billing_note_check CHECK ((corrects_id <> id)),
  CONSTRAINT billing_note_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT billing_note_corrected_once UNIQUE (clinic_id, corrects_id),
  CONSTRAINT billing_note_corrects_same_case FOREIGN KEY (clinic_id, case_id, corrects_id) REFERENCES stipple.billing_note(clinic_id, case_id, id),
  CONSTRAINT billing_note_of_case UNIQUE (clinic_id, case_id, id),
  CONSTRAINT billing_note_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT billing_note_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED
);
-- row-level security
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.billing_note FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY lane_is_read_by FOR r USING ( SELECT stipple.acts_as('{coordinator,manager,physician}'::text[]) AS acts_as) WITH CHECK –;
POLICY lane_is_written_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{coordinator,manager}'::text[]) AS acts_as);
GRANT SELECT;
GRANT INSERT (body, case_id, clinic_id, corrects_id, id, seq, state);

-- What the card provider told us, by the number of its event. Written once; the same event again is known by it.
CREATE TABLE stipple.card_notice (
  clinic_id uuid NOT NULL,
  event_id text NOT NULL,
  transaction_id uuid NOT NULL,
  what text NOT NULL,
  cents bigint,
  currency text,
  happened_at timestamp with time zone NOT NULL,
  kept_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT card_notice_clinic_id_transaction_id_fkey FOREIGN KEY (clinic_id, transaction_id) REFERENCES stipple.card_transaction(clinic_id, id),
  CONSTRAINT card_notice_currency_check CHECK ((currency ~ '^[a-z]{3}$'::text)),
  CONSTRAINT card_notice_event_id_check CHECK ((event_id ~ '^[[:graph:]]{1,100}$'::text)),
  CONSTRAINT card_notice_pkey PRIMARY KEY (clinic_id, event_id),
  CONSTRAINT card_notice_what_check CHECK ((what = ANY (ARRAY['paid'::text, 'not_paid'::text, 'refunds_changed'::text]))),
  CONSTRAINT paid_notice_says_how_much CHECK ((((what = 'paid'::text) = (cents IS NOT NULL)) AND ((what = 'paid'::text) = (currency IS NOT NULL))))
);
-- row-level security
CREATE INDEX card_notice_transaction ON stipple.card_notice USING btree (clinic_id, transaction_id);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (cents, clinic_id, currency, event_id, happened_at, transaction_id, what);

-- A card payment that was asked for online, or a refund to its card. Posted once the card provider says that the money came or went; held where that is not what was asked for.
CREATE TABLE stipple.card_transaction (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('card_transaction'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  agreement_id uuid NOT NULL,
  kind text NOT NULL,
  cents bigint NOT NULL,
  payment_id uuid,
  refund_of text GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'refund'::text) THEN 'payment'::text
    ELSE NULL::text
END),
  link_id uuid,
  link_opened boolean GENERATED ALWAYS AS (
CASE
    WHEN (link_id IS NOT NULL) THEN true
    ELSE NULL::boolean
END),
  closes_at timestamp with time zone,
  words text,
  provider_ref text,
  held_because text,
  outcome text,
  posted_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (state = 'posted'::text) THEN id
    ELSE NULL::uuid
END),
  CONSTRAINT asked_card_payment_closes CHECK (((state <> 'asked'::text) OR (kind = 'refund'::text) OR (closes_at IS NOT NULL))),
  CONSTRAINT card_payment_by_opened_link FOREIGN KEY (clinic_id, link_id, agreement_id, link_opened) REFERENCES stipple.patient_link(clinic_id, id, agreement_id, opened),
  CONSTRAINT card_payment_was_posted UNIQUE (clinic_id, posted_id, agreement_id, kind),
  CONSTRAINT card_reference_once UNIQUE (clinic_id, kind, provider_ref),
  CONSTRAINT card_refund_has_reason CHECK (((kind = 'payment'::text) OR (words IS NOT NULL))),
  CONSTRAINT card_refund_is_of_payment CHECK (((kind = 'refund'::text) = (payment_id IS NOT NULL))),
  CONSTRAINT card_refund_of_posted_payment FOREIGN KEY (clinic_id, payment_id, agreement_id, refund_of) REFERENCES stipple.card_transaction(clinic_id, posted_id, agreement_id, kind),
  CONSTRAINT card_transaction_as_posted UNIQUE (clinic_id, posted_id, agreement_id, kind, cents),
  CONSTRAINT card_transaction_cents_check CHECK ((cents > 0)),
  CONSTRAINT card_transaction_held_because_check CHECK ((held_because = ANY (ARRAY['amount_differs'::text, 'currency_differs'::text, 'posted_by_hand'::text, 'refund_above_payments'::text, 'refund_returned'::text]))),
  CONSTRAINT card_transaction_is_in_ledger FOREIGN KEY (clinic_id, posted_id) REFERENCES stipple.ledger_entry(clinic_id, card_transaction_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT card_transaction_kind_check CHECK ((kind = ANY (ARRAY['payment'::text, 'refund'::text]))),
  CONSTRAINT card_transaction_of_signed_agreement FOREIGN KEY (clinic_id, agreement_id, case_id) REFERENCES stipple.patient_signature(clinic_id, agreement_id, case_id),
  CONSTRAINT card_transaction_outcome_check CHECK (((length(btrim(outcome)) >= 1) AND (length(btrim(outcome)) <= 400))),
  CONSTRAINT card_transaction_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT card_transaction_provider_ref_check CHECK ((provider_ref ~ '^[[:graph:]]{1,80}$'::text)),
  CONSTRAINT card_transaction_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT card_transaction_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 400))),
  CONSTRAINT held_money_has_reason CHECK (((state = ANY (ARRAY['held'::text, 'settled'::text])) = (held_because IS NOT NULL))),
  CONSTRAINT moved_money_has_reference CHECK (((state = ANY (ARRAY['asked'::text, 'ended'::text])) OR (provider_ref IS NOT NULL))),
  CONSTRAINT settled_money_has_outcome CHECK (((state = 'settled'::text) = (outcome IS NOT NULL)))
);
-- row-level security
CREATE INDEX card_transaction_agreement ON stipple.card_transaction USING btree (clinic_id, agreement_id, id);
CREATE INDEX card_transaction_by_id ON stipple.card_transaction USING btree (id);
CREATE INDEX card_transaction_by_reference ON stipple.card_transaction USING btree (provider_ref) WHERE (kind = 'payment'::text);
CREATE INDEX card_transaction_case ON stipple.card_transaction USING btree (clinic_id, case_id);
CREATE UNIQUE INDEX one_open_card_payment ON stipple.card_transaction USING btree (clinic_id, agreement_id) WHERE ((kind = 'payment'::text) AND (state = 'asked'::text));
CREATE UNIQUE INDEX one_open_card_refund ON stipple.card_transaction USING btree (clinic_id, payment_id) WHERE ((kind = 'refund'::text) AND (state = 'asked'::text));
CREATE TRIGGER final_is_final BEFORE UPDATE ON stipple.card_transaction FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final('posted', 'settled');
CREATE TRIGGER held_while_disputed BEFORE INSERT ON stipple.card_transaction FOR EACH ROW WHEN (((new.kind = 'payment'::text) AND (new.state = 'asked'::text))) EXECUTE FUNCTION stipple.refuse_collecting();
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.card_transaction FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (agreement_id, case_id, cents, clinic_id, closes_at, held_because, id, kind, link_id, outcome, payment_id, provider_ref, seq, state, words);
GRANT UPDATE (held_because, outcome, provider_ref, seq, state);

-- Evidence, notices and proofs of a case. Written once.
CREATE TABLE stipple.case_document (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('case_document'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  file_sha256 bytea NOT NULL,
  dated_on date,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT case_document_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT case_document_clinic_id_file_sha256_fkey FOREIGN KEY (clinic_id, file_sha256) REFERENCES stipple.stored_file(clinic_id, sha256),
  CONSTRAINT case_document_of_case UNIQUE (clinic_id, id, case_id),
  CONSTRAINT case_document_of_kind UNIQUE (clinic_id, id, case_id, kind),
  CONSTRAINT case_document_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT case_document_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT case_document_title_check CHECK (((length(title) >= 1) AND (length(title) <= 160)))
);
-- row-level security
CREATE INDEX case_document_case ON stipple.case_document USING btree (clinic_id, case_id);
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.case_document FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (case_id, clinic_id, dated_on, file_sha256, id, kind, seq, state, title);

-- The history of every subject of every case: written once, never changed. Also the outbox of live updates.
CREATE TABLE stipple.case_event (
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  seq integer NOT NULL,
  prev_seq integer GENERATED ALWAYS AS (NULLIF((seq - 1), 0)),
  from_state text NOT NULL,
  move text NOT NULL,
  to_state text NOT NULL,
  actor_id uuid,
  at timestamp with time zone NOT NULL DEFAULT now(),
  data jsonb NOT NULL DEFAULT '{}'::jsonb,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  position bigint NOT NULL GENERATED AS IDENTITY,
  watched_id uuid GENERATED ALWAYS AS (
CASE
    WHEN ((actor_id IS NULL) AND (subject <> 'clock_change'::text)) THEN subject_id
    ELSE NULL::uuid
END),
  CONSTRAINT case_event_begins CHECK (((seq = 1) = (from_state = 'nowhere'::text))),
  CONSTRAINT case_event_clinic_id_actor_id_fkey FOREIGN KEY (clinic_id, actor_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT case_event_data_check CHECK ((jsonb_typeof(data) = 'object'::text)),
  CONSTRAINT case_event_follows FOREIGN KEY (clinic_id, case_id, subject, subject_id, prev_seq, from_state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state),
  CONSTRAINT case_event_is_legal FOREIGN KEY (subject, from_state, move, to_state) REFERENCES stipple.move_allowed(subject, from_state, move, to_state),
  CONSTRAINT case_event_pkey PRIMARY KEY (clinic_id, subject_id, seq),
  CONSTRAINT case_event_state UNIQUE (clinic_id, case_id, subject, subject_id, seq, to_state),
  CONSTRAINT deadlines_change_by_themselves CHECK (((subject <> 'clock_change'::text) OR (actor_id IS NULL))),
  CONSTRAINT only_watching_acts_alone FOREIGN KEY (clinic_id, watched_id) REFERENCES stipple.task(clinic_id, watched_id)
);
-- row-level security
CREATE INDEX case_event_answers ON stipple.case_event USING btree (clinic_id, at) WHERE (move = 'answer_information'::text);
CREATE INDEX case_event_outbox ON stipple.case_event USING btree (tx, "position");
CREATE INDEX case_event_recorded ON stipple.case_event USING btree (clinic_id, at) INCLUDE (actor_id, case_id, subject, move) WHERE (actor_id IS NOT NULL);
CREATE INDEX case_event_timeline ON stipple.case_event USING btree (clinic_id, case_id, "position");
CREATE CONSTRAINT TRIGGER event_is_reflected AFTER INSERT ON stipple.case_event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stipple.refuse_unreflected_event();
CREATE CONSTRAINT TRIGGER requests_are_reported AFTER INSERT ON stipple.case_event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.subject = ANY (ARRAY['auth_request'::text, 'treatment_case'::text, 'payer_authorization'::text, 'challenge'::text, 'self_pay_agreement'::text, 'code_worksheet'::text, 'withheld_reason'::text, 'ledger_entry'::text]))) EXECUTE FUNCTION stipple.report_what_happened();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (actor_id, case_id, clinic_id, data, from_state, move, seq, subject, subject_id, to_state);

-- Who was served a case last, and until when nobody else is. Once that has passed it keeps nobody off.
CREATE TABLE stipple.case_lease (
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  case_seq integer NOT NULL,
  taken_at timestamp with time zone NOT NULL DEFAULT now(),
  until timestamp with time zone NOT NULL,
  given_back_at timestamp with time zone,
  CONSTRAINT case_lease_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT case_lease_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT case_lease_pkey PRIMARY KEY (clinic_id, case_id),
  CONSTRAINT lease_given_back_is_over CHECK (((given_back_at IS NULL) OR (until <= given_back_at)))
);
-- row-level security
CREATE INDEX case_lease_of_staff ON stipple.case_lease USING btree (clinic_id, staff_id) WHERE (given_back_at IS NULL);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (case_id, case_seq, clinic_id, staff_id, taken_at, until);
GRANT UPDATE (case_seq, given_back_at, staff_id, taken_at, until);

-- Who has a case open right now: one row per person and tab, refreshed by the page, believed for some seconds only. It ends with its sign-in.
CREATE TABLE stipple.case_presence (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  tab uuid NOT NULL,
  case_id uuid NOT NULL,
  editing text,
  sign_in bytea NOT NULL,
  seen_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT case_presence_editing_check CHECK ((editing ~ '^[a-z_]{1,40}[.][a-z_]{1,40}$'::text)),
  CONSTRAINT case_presence_pkey PRIMARY KEY (clinic_id, staff_id, tab),
  CONSTRAINT case_presence_sign_in_fkey FOREIGN KEY (sign_in) REFERENCES stipple.sign_in(token_hash) ON DELETE CASCADE
);
-- row-level security
CREATE INDEX case_presence_sign_in ON stipple.case_presence USING btree (sign_in);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT DELETE;
GRANT INSERT (case_id, clinic_id, editing, sign_in, staff_id, tab);
GRANT SELECT (case_id, clinic_id, editing, seen_at, staff_id, tab);
GRANT UPDATE (case_id, editing, seen_at, sign_in);

-- A peer-to-peer call, reconsideration, appeal or external review of one decision.
CREATE TABLE stipple.challenge (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('challenge'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  request_id uuid NOT NULL,
  clinical boolean NOT NULL,
  body text,
  content_hash bytea NOT NULL GENERATED ALWAYS AS (stipple.letter_hash('{}'::text[], COALESCE(body, ''::text))),
  file_by_on date,
  late_reason text,
  deemed_exhausted boolean NOT NULL DEFAULT false,
  sent_on date,
  prior_id uuid,
  prior_kind text,
  prior_upheld boolean,
  decided_on date,
  decision_words text,
  authorization_id uuid,
  won boolean NOT NULL GENERATED ALWAYS AS ((state = ANY (ARRAY['overturned'::text, 'partly_overturned'::text]))),
  upheld boolean NOT NULL GENERATED ALWAYS AS ((state = ANY (ARRAY['upheld'::text, 'partly_overturned'::text]))),
  signature_id uuid GENERATED ALWAYS AS (
CASE
    WHEN ((state = 'signed'::text) OR (clinical AND (state = ANY (ARRAY['sent'::text, 'received'::text, 'overturned'::text, 'partly_overturned'::text, 'upheld'::text, 'dismissed'::text])))) THEN id
    ELSE NULL::uuid
END),
  sent_proof_id uuid,
  payer_received_on date,
  payer_reference text,
  exhausted_because text,
  offered_slots timestamp with time zone[],
  call_at timestamp with time zone,
  spoken_with text,
  end_reason text,
  of_adverse boolean NOT NULL GENERATED ALWAYS AS (true),
  argues text,
  appeals_as text,
  representative_form_id uuid,
  representative_form_kind text NOT NULL GENERATED ALWAYS AS ('representative_form'::text),
  CONSTRAINT call_argues_nothing CHECK (((kind <> ALL (ARRAY['peer_to_peer'::text, 'exception'::text])) OR (argues IS NULL))),
  CONSTRAINT call_of_a_call CHECK (((kind = 'peer_to_peer'::text) OR (num_nonnulls(call_at, spoken_with) = 0))),
  CONSTRAINT challenge_appeals_as_check CHECK ((appeals_as = ANY (ARRAY['representative'::text, 'own_right'::text]))),
  CONSTRAINT challenge_argues_check CHECK ((argues = ANY (ARRAY['necessity'::text, 'proof'::text, 'plan_language'::text, 'correction'::text]))),
  CONSTRAINT challenge_clinic_id_authorization_id_fkey FOREIGN KEY (clinic_id, authorization_id) REFERENCES stipple.payer_authorization(clinic_id, id),
  CONSTRAINT challenge_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT challenge_clinic_id_request_id_case_id_fkey FOREIGN KEY (clinic_id, request_id, case_id) REFERENCES stipple.auth_request(clinic_id, id, case_id),
  CONSTRAINT challenge_decided_after_sent CHECK ((decided_on >= sent_on)),
  CONSTRAINT challenge_follows_prior FOREIGN KEY (clinic_id, prior_id, request_id, prior_kind, prior_upheld) REFERENCES stipple.challenge(clinic_id, id, request_id, kind, upheld) ON UPDATE CASCADE,
  CONSTRAINT challenge_form FOREIGN KEY (clinic_id, representative_form_id, case_id, representative_form_kind) REFERENCES stipple.case_document(clinic_id, id, case_id, kind),
  CONSTRAINT challenge_key UNIQUE (clinic_id, id, request_id, kind, upheld),
  CONSTRAINT challenge_kind_check CHECK ((kind = ANY (ARRAY['peer_to_peer'::text, 'reconsideration'::text, 'appeal_1'::text, 'appeal_2'::text, 'external_review'::text, 'independent_review_entity'::text, 'exception'::text]))),
  CONSTRAINT challenge_of_adverse_decision FOREIGN KEY (clinic_id, request_id, case_id, of_adverse) REFERENCES stipple.auth_request(clinic_id, id, case_id, adverse),
  CONSTRAINT challenge_of_case UNIQUE (clinic_id, id, case_id),
  CONSTRAINT challenge_outcome UNIQUE (clinic_id, id, request_id, case_id, won),
  CONSTRAINT challenge_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT challenge_prior_whole CHECK ((num_nonnulls(prior_id, prior_kind, prior_upheld) = ANY (ARRAY[0, 3]))),
  CONSTRAINT challenge_proof FOREIGN KEY (clinic_id, sent_proof_id, case_id) REFERENCES stipple.case_document(clinic_id, id, case_id),
  CONSTRAINT challenge_received_after_sent CHECK ((payer_received_on >= sent_on)),
  CONSTRAINT challenge_sent_in_time CHECK (((sent_on IS NULL) OR (file_by_on IS NULL) OR (sent_on <= file_by_on) OR (COALESCE(btrim(late_reason), ''::text) <> ''::text))),
  CONSTRAINT challenge_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT clinical_challenge_is_signed FOREIGN KEY (clinic_id, signature_id, content_hash) REFERENCES stipple.signature(clinic_id, subject_id, content_hash) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT decided_challenge_is_dated CHECK (((state = ANY (ARRAY['overturned'::text, 'partly_overturned'::text, 'upheld'::text, 'dismissed'::text])) = (decided_on IS NOT NULL))),
  CONSTRAINT exhaustion_has_reason CHECK (((deemed_exhausted = (exhausted_because IS NOT NULL)) AND ((exhausted_because IS NULL) OR (btrim(exhausted_because) <> ''::text)))),
  CONSTRAINT external_review_after_internal CHECK (((kind <> 'external_review'::text) OR (state = ANY (ARRAY['open'::text, 'drafted'::text, 'signed'::text, 'withdrawn'::text])) OR deemed_exhausted OR COALESCE(((prior_kind = ANY (ARRAY['appeal_1'::text, 'appeal_2'::text])) AND prior_upheld), false))),
  CONSTRAINT form_of_a_representative CHECK (((representative_form_id IS NULL) OR (appeals_as = 'representative'::text))),
  CONSTRAINT judgement_is_clinical CHECK (((argues IS NULL) OR (clinical = (argues = ANY (ARRAY['necessity'::text, 'proof'::text]))))),
  CONSTRAINT level_two_after_level_one CHECK (((kind <> 'appeal_2'::text) OR (state = ANY (ARRAY['open'::text, 'drafted'::text, 'signed'::text, 'withdrawn'::text])) OR COALESCE(((prior_kind = 'appeal_1'::text) AND prior_upheld), false))),
  CONSTRAINT representative_has_form CHECK (((appeals_as IS DISTINCT FROM 'representative'::text) OR (representative_form_id IS NOT NULL) OR (state = ANY (ARRAY['open'::text, 'drafted'::text, 'signed'::text, 'withdrawn'::text])))),
  CONSTRAINT right_of_an_appeal CHECK (((appeals_as IS NULL) OR (kind = ANY (ARRAY['appeal_1'::text, 'appeal_2'::text, 'external_review'::text])))),
  CONSTRAINT sent_challenge_is_dated CHECK (((state = ANY (ARRAY['open'::text, 'drafted'::text, 'signed'::text, 'withdrawn'::text])) OR (sent_on IS NOT NULL))),
  CONSTRAINT slots_of_a_call CHECK (((offered_slots IS NULL) OR ((kind = 'peer_to_peer'::text) AND ((cardinality(offered_slots) >= 1) AND (cardinality(offered_slots) <= 10))))),
  CONSTRAINT withdrawn_challenge_has_reason CHECK (((end_reason IS NULL) OR (state = 'withdrawn'::text)))
);
-- row-level security
CREATE INDEX challenge_case ON stipple.challenge USING btree (clinic_id, case_id);
CREATE INDEX challenge_decided ON stipple.challenge USING btree (clinic_id, decided_on, id) INCLUDE (request_id, state, kind) WHERE (decided_on IS NOT NULL);
CREATE TRIGGER changed_days_are_noted AFTER INSERT OR DELETE OR UPDATE ON stipple.challenge FOR EACH ROW EXECUTE FUNCTION stipple.note_changed_days();
CREATE TRIGGER final_is_final BEFORE UPDATE ON stipple.challenge FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final('overturned', 'partly_overturned', 'upheld', 'dismissed', 'withdrawn');
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.challenge FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (appeals_as, argues, authorization_id, body, call_at, case_id, clinic_id, clinical, decided_on, decision_words, deemed_exhausted, end_reason, exhausted_because, file_by_on, id, kind, late_reason, offered_slots, payer_received_on, payer_reference, prior_id, prior_kind, prior_upheld, representative_form_id, request_id, sent_on, sent_proof_id, seq, spoken_with, state);
GRANT UPDATE (authorization_id, body, call_at, decided_on, decision_words, deemed_exhausted, end_reason, file_by_on, late_reason, offered_slots, payer_received_on, payer_reference, prior_id, prior_kind, prior_upheld, representative_form_id, sent_on, sent_proof_id, seq, spoken_with, state);

-- An insurance claim for one performed session. Amounts are whole cents.
CREATE TABLE stipple.claim (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('claim'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  session_id uuid NOT NULL,
  first_slot integer NOT NULL GENERATED ALWAYS AS (1),
  clearance_id uuid NOT NULL,
  authorization_id uuid NOT NULL,
  charge_cents bigint NOT NULL,
  paid_cents bigint NOT NULL DEFAULT 0,
  patient_cents bigint NOT NULL DEFAULT 0,
  contractual_cents bigint NOT NULL DEFAULT 0,
  balance_cents bigint NOT NULL GENERATED ALWAYS AS ((((charge_cents - paid_cents) - patient_cents) - contractual_cents)),
  line_description text,
  reason_code text,
  payer_claim_number text,
  replaces_id uuid,
  end_reason text,
  CONSTRAINT claim_carries_authorization FOREIGN KEY (clinic_id, clearance_id, authorization_id) REFERENCES stipple.clearance(clinic_id, id, authorization_id),
  CONSTRAINT claim_charge_cents_check CHECK ((charge_cents > 0)),
  CONSTRAINT claim_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT claim_contractual_cents_check CHECK ((contractual_cents >= 0)),
  CONSTRAINT claim_never_overpaid CHECK (((((charge_cents - paid_cents) - patient_cents) - contractual_cents) >= 0)),
  CONSTRAINT claim_of_cleared_session FOREIGN KEY (clinic_id, session_id, first_slot, clearance_id) REFERENCES stipple.session_unit(clinic_id, session_id, slot, clearance_id),
  CONSTRAINT claim_of_performed_session FOREIGN KEY (clinic_id, session_id, case_id) REFERENCES stipple.treatment_record(clinic_id, session_id, case_id),
  CONSTRAINT claim_paid_cents_check CHECK ((paid_cents >= 0)),
  CONSTRAINT claim_patient_cents_check CHECK ((patient_cents >= 0)),
  CONSTRAINT claim_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT claim_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT denied_claim_has_reason CHECK (((state <> 'denied'::text) OR (reason_code IS NOT NULL)))
);
-- row-level security
CREATE INDEX claim_case ON stipple.claim USING btree (clinic_id, case_id);
CREATE UNIQUE INDEX one_current_claim ON stipple.claim USING btree (clinic_id, session_id) WHERE (state <> 'corrected'::text);
CREATE TRIGGER final_is_final BEFORE UPDATE ON stipple.claim FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final('corrected', 'closed');
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.claim FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (authorization_id, case_id, charge_cents, clearance_id, clinic_id, contractual_cents, end_reason, id, line_description, paid_cents, patient_cents, payer_claim_number, reason_code, replaces_id, seq, session_id, state);
GRANT UPDATE (contractual_cents, end_reason, line_description, paid_cents, patient_cents, payer_claim_number, reason_code, seq, state);

-- The only key to a booking: units of one code within a window, from one recorded authorization or one signed agreement.
CREATE TABLE stipple.clearance (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  authorization_id uuid,
  terms_seq integer,
  agreement_id uuid,
  procedure_code text NOT NULL,
  units integer NOT NULL,
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  active boolean NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  recorded_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT clearance_agreement UNIQUE (clinic_id, id, agreement_id),
  CONSTRAINT clearance_authorization UNIQUE (clinic_id, id, authorization_id),
  CONSTRAINT clearance_follows_agreement FOREIGN KEY (clinic_id, agreement_id, case_id, opens_on, closes_on, active) REFERENCES stipple.self_pay_agreement(clinic_id, id, case_id, covers_from, valid_until, unlocks) ON UPDATE CASCADE,
  CONSTRAINT clearance_follows_authorization FOREIGN KEY (clinic_id, authorization_id, case_id, terms_seq, opens_on, closes_on, active) REFERENCES stipple.payer_authorization(clinic_id, id, case_id, terms_seq, effective_on, expires_on, unlocks) ON UPDATE CASCADE,
  CONSTRAINT clearance_has_one_source CHECK (((num_nonnulls(authorization_id, agreement_id) = 1) AND ((authorization_id IS NULL) = (terms_seq IS NULL)))),
  CONSTRAINT clearance_key UNIQUE (clinic_id, id, case_id, procedure_code, units, opens_on, closes_on, active, recorded_at),
  CONSTRAINT clearance_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT clearance_recorded_in UNIQUE (clinic_id, id, recorded_in),
  CONSTRAINT clearance_units_of_agreement FOREIGN KEY (clinic_id, agreement_id, procedure_code, units) REFERENCES stipple.self_pay_agreement(clinic_id, id, procedure_code, sessions),
  CONSTRAINT clearance_units_of_authorization FOREIGN KEY (clinic_id, authorization_id, terms_seq, procedure_code, units) REFERENCES stipple.authorization_line(clinic_id, authorization_id, terms_seq, procedure_code, units) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT one_clearance_per_agreement UNIQUE (clinic_id, agreement_id, procedure_code),
  CONSTRAINT one_clearance_per_authorized_code UNIQUE (clinic_id, authorization_id, procedure_code)
);
-- row-level security
CREATE INDEX clearance_case ON stipple.clearance USING btree (clinic_id, case_id);
CREATE INDEX clearance_open ON stipple.clearance USING btree (clinic_id, closes_on) WHERE active;
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (active, agreement_id, authorization_id, case_id, clinic_id, closes_on, id, opens_on, procedure_code, terms_seq, units);
GRANT UPDATE (units);

-- Who may perform the sessions: the servicing providers of the authorization or estimate, recorded with it.
CREATE TABLE stipple.clearance_clinician (
  clinic_id uuid NOT NULL,
  clearance_id uuid NOT NULL,
  clinician_id uuid NOT NULL,
  recorded_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT clearance_clinician_clinic_id_clinician_id_fkey FOREIGN KEY (clinic_id, clinician_id) REFERENCES stipple.provider(clinic_id, id),
  CONSTRAINT clearance_clinician_pkey PRIMARY KEY (clinic_id, clearance_id, clinician_id),
  CONSTRAINT clinician_recorded_with_clearance FOREIGN KEY (clinic_id, clearance_id, recorded_in) REFERENCES stipple.clearance(clinic_id, id, recorded_in)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (clearance_id, clinic_id, clinician_id);

-- A clinic. Its id leads every other key, so that clinics can be moved to databases of their own.
CREATE TABLE stipple.clinic (
  id uuid NOT NULL DEFAULT uuidv7(),
  name text NOT NULL,
  time_zone text NOT NULL,
  is_demo boolean NOT NULL DEFAULT false,
  next_case_number integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT clinic_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  CONSTRAINT clinic_pkey PRIMARY KEY (id),
  CONSTRAINT clinic_time_zone UNIQUE (id, time_zone)
);
-- row-level security
POLICY clinic_scope FOR * USING (id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT UPDATE (next_case_number);

-- What physicians write about the patient. Coordinators read it for the payer's questions; managers do not need it and do not see it.
CREATE TABLE stipple.clinical_note (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('clinical_note'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  body text NOT NULL,
  corrects_id uuid,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT clinical_note_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000))),
  CONSTRAINT clinical_note_check CHECK ((corrects_id <> id)),
  CONSTRAINT clinical_note_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT clinical_note_corrected_once UNIQUE (clinic_id, corrects_id),
  CONSTRAINT clinical_note_corrects_same_case FOREIGN KEY (clinic_id, case_id, corrects_id) REFERENCES stipple.clinical_note(clinic_id, case_id, id),
  CONSTRAINT clinical_note_of_case UNIQUE (clinic_id, case_id, id),
  CONSTRAINT clinical_note_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT clinical_note_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED
);
-- row-level security
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.clinical_note FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY lane_is_read_by FOR r USING (( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) OR ( SELECT stipple.tries_a_policy() AS tries_a_policy)) WITH CHECK –;
POLICY lane_is_written_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{physician}'::text[]) AS acts_as);
GRANT SELECT;
GRANT INSERT (body, case_id, clinic_id, corrects_id, id, seq, state);

-- A deadline that was computed anew and came out otherwise: a date was recorded, a payer's profile corrected, or a rule changed. Its event says by which rule. Written once, by nobody: people change dates, not deadlines.
CREATE TABLE stipple.clock_change (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('clock_change'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  request_id uuid NOT NULL,
  clock text NOT NULL,
  was text NOT NULL,
  became text NOT NULL,
  CONSTRAINT clock_change_became_check CHECK (((length(became) >= 1) AND (length(became) <= 200))),
  CONSTRAINT clock_change_clinic_id_request_id_case_id_fkey FOREIGN KEY (clinic_id, request_id, case_id) REFERENCES stipple.auth_request(clinic_id, id, case_id),
  CONSTRAINT clock_change_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT clock_change_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT clock_change_was_check CHECK (((length(was) >= 1) AND (length(was) <= 200)))
);
-- row-level security
CREATE INDEX clock_change_case ON stipple.clock_change USING btree (clinic_id, case_id);
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.clock_change FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (became, case_id, clinic_id, clock, id, request_id, seq, state, was);

-- A manager's own end of a clock, with the reason. Written once: a change of mind is a new row, and the newest one stands. The rules' answer is computed as before and shown beside it.
CREATE TABLE stipple.clock_override (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  request_id uuid NOT NULL,
  clock text NOT NULL,
  due_on date NOT NULL,
  reason text NOT NULL,
  computed text NOT NULL,
  staff_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT clock_override_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT clock_override_clinic_id_request_id_case_id_fkey FOREIGN KEY (clinic_id, request_id, case_id) REFERENCES stipple.auth_request(clinic_id, id, case_id),
  CONSTRAINT clock_override_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT clock_override_clock_check CHECK ((clock = ANY (ARRAY['decision_standard'::text, 'decision_expedited'::text, 'information_answer'::text, 'peer_to_peer'::text, 'appeal_1_filing'::text, 'appeal_1_decision'::text, 'appeal_2_filing'::text, 'appeal_2_decision'::text, 'external_review_filing'::text, 'external_review_decision'::text, 'fair_hearing_filing'::text]))),
  CONSTRAINT clock_override_computed_check CHECK (((length(computed) >= 1) AND (length(computed) <= 1000))),
  CONSTRAINT clock_override_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT clock_override_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
);
-- row-level security
CREATE INDEX clock_override_case ON stipple.clock_override USING btree (clinic_id, case_id);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (case_id, clinic_id, clock, computed, due_on, id, reason, request_id, staff_id);

-- What an unlisted code of a case does not say by itself, per session. One of each code; earlier versions stand in the events.
CREATE TABLE stipple.code_worksheet (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('code_worksheet'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  procedure_code text NOT NULL,
  comparator_code text,
  comparison text,
  minutes integer,
  skill text,
  equipment text,
  fee_cents integer,
  fee_rests_on text,
  fee_basis text,
  line_description text,
  CONSTRAINT code_worksheet_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT code_worksheet_comparator_code_check CHECK ((comparator_code ~ '^([0-9]{4}[0-9T]|[A-Z][0-9]{4})$'::text)),
  CONSTRAINT code_worksheet_comparison_check CHECK (((length(btrim(comparison)) >= 1) AND (length(btrim(comparison)) <= 1000))),
  CONSTRAINT code_worksheet_equipment_check CHECK (((length(btrim(equipment)) >= 1) AND (length(btrim(equipment)) <= 600))),
  CONSTRAINT code_worksheet_fee_basis_check CHECK (((length(btrim(fee_basis)) >= 1) AND (length(btrim(fee_basis)) <= 600))),
  CONSTRAINT code_worksheet_fee_cents_check CHECK (((fee_cents >= 1) AND (fee_cents <= 1000000))),
  CONSTRAINT code_worksheet_fee_rests_on_check CHECK ((fee_rests_on = ANY (ARRAY['comparator'::text, 'cost'::text, 'payer_schedule'::text, 'other'::text]))),
  CONSTRAINT code_worksheet_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600))),
  CONSTRAINT code_worksheet_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT code_worksheet_procedure_code_check CHECK ((procedure_code = ANY (ARRAY['17999'::text, '96999'::text]))),
  CONSTRAINT code_worksheet_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT code_worksheet_skill_check CHECK (((length(btrim(skill)) >= 1) AND (length(btrim(skill)) <= 600))),
  CONSTRAINT code_worksheet_state_check CHECK ((state = ANY (ARRAY['incomplete'::text, 'complete'::text]))),
  CONSTRAINT complete_worksheet_lacks_nothing CHECK (((state = 'incomplete'::text) OR ((num_nonnulls(comparator_code, comparison, minutes, skill, equipment, fee_cents, fee_rests_on, fee_basis, line_description) = 9) AND (comparator_code <> ALL (ARRAY['17999'::text, '96999'::text]))))),
  CONSTRAINT line_description_travels CHECK (((line_description ~ '^[A-Z0-9 !"&''()+,./;?=-]{1,80}$'::text) AND (line_description = btrim(line_description)))),
  CONSTRAINT one_worksheet_of_code UNIQUE (clinic_id, case_id, procedure_code),
  CONSTRAINT worksheet_of_case UNIQUE (clinic_id, id, case_id)
);
-- row-level security
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.code_worksheet FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (case_id, clinic_id, comparator_code, comparison, equipment, fee_basis, fee_cents, fee_rests_on, id, line_description, minutes, procedure_code, seq, skill, state);
GRANT UPDATE (comparator_code, comparison, equipment, fee_basis, fee_cents, fee_rests_on, line_description, minutes, seq, skill, state);

-- One payer, one patient, one period. Periods overlap in real files and may.
CREATE TABLE stipple.coverage (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  patient_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  member_id text NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  relation text NOT NULL DEFAULT 'self'::text,
  holder_name text,
  CONSTRAINT coverage_check CHECK ((ends_on >= starts_on)),
  CONSTRAINT coverage_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES stipple.patient(clinic_id, id),
  CONSTRAINT coverage_clinic_id_payer_id_fkey FOREIGN KEY (clinic_id, payer_id) REFERENCES stipple.payer(clinic_id, id),
  CONSTRAINT coverage_holder_name_check CHECK ((length(holder_name) <= 160)),
  CONSTRAINT coverage_member_id_check CHECK (((length(member_id) >= 1) AND (length(member_id) <= 80))),
  CONSTRAINT coverage_of_patient UNIQUE (clinic_id, id, patient_id, payer_id),
  CONSTRAINT coverage_period UNIQUE (clinic_id, patient_id, payer_id, starts_on),
  CONSTRAINT coverage_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT coverage_relation_check CHECK ((relation = ANY (ARRAY['self'::text, 'spouse'::text, 'guardian'::text, 'other'::text])))
);
-- row-level security
CREATE INDEX coverage_member_prefix ON stipple.coverage USING btree (clinic_id, lower(member_id) text_pattern_ops);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT INSERT;
GRANT SELECT;
GRANT UPDATE (ends_on, holder_name, member_id, relation);

-- What somebody found out who read the letter and the plan's papers, and what the ways after a decision hang on. Written once; of a topic the newest stands.
CREATE TABLE stipple.decision_finding (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('decision_finding'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  request_id uuid NOT NULL,
  of_adverse boolean NOT NULL GENERATED ALWAYS AS (true),
  topic text NOT NULL,
  says boolean NOT NULL,
  words text NOT NULL,
  document_id uuid,
  replaces_id uuid,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT decision_finding_check CHECK ((replaces_id <> id)),
  CONSTRAINT decision_finding_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT decision_finding_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT decision_finding_topic_check CHECK ((topic = ANY (ARRAY['exclusion_is_judgement'::text, 'second_level'::text, 'call_stops_clock'::text]))),
  CONSTRAINT decision_finding_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 2000))),
  CONSTRAINT finding_document FOREIGN KEY (clinic_id, document_id, case_id) REFERENCES stipple.case_document(clinic_id, id, case_id),
  CONSTRAINT finding_of_adverse_decision FOREIGN KEY (clinic_id, request_id, case_id, of_adverse) REFERENCES stipple.auth_request(clinic_id, id, case_id, adverse),
  CONSTRAINT finding_of_topic UNIQUE (clinic_id, request_id, topic, id),
  CONSTRAINT finding_replaced_once UNIQUE (clinic_id, replaces_id),
  CONSTRAINT finding_replaces_same_topic FOREIGN KEY (clinic_id, request_id, topic, replaces_id) REFERENCES stipple.decision_finding(clinic_id, request_id, topic, id)
);
-- row-level security
CREATE INDEX decision_finding_case ON stipple.decision_finding USING btree (clinic_id, case_id);
CREATE UNIQUE INDEX finding_begun_once ON stipple.decision_finding USING btree (clinic_id, request_id, topic) WHERE (replaces_id IS NULL);
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.decision_finding FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (case_id, clinic_id, document_id, id, replaces_id, request_id, says, seq, state, topic, words);

-- The device that is planned, and whether its clearance reaches this indication, this site and this age.
CREATE TABLE stipple.device_clearance (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  device text NOT NULL,
  product_code text,
  submission_number text,
  indication text NOT NULL,
  indication_fits text NOT NULL,
  site_fits text NOT NULL,
  age_fits text NOT NULL,
  cleared boolean GENERATED ALWAYS AS (
CASE
    WHEN ((('no'::text = indication_fits) OR ('no'::text = site_fits)) OR ('no'::text = age_fits)) THEN false
    WHEN ((('unknown'::text <> indication_fits) AND ('unknown'::text <> site_fits)) AND ('unknown'::text <> age_fits)) THEN true
    ELSE NULL::boolean
END),
  kind text NOT NULL GENERATED ALWAYS AS ('device'::text),
  CONSTRAINT device_clearance_age_fits_check CHECK ((age_fits = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
  CONSTRAINT device_clearance_device_check CHECK (((length(device) >= 1) AND (length(device) <= 120))),
  CONSTRAINT device_clearance_indication_check CHECK (((length(indication) >= 1) AND (length(indication) <= 1000))),
  CONSTRAINT device_clearance_indication_fits_check CHECK ((indication_fits = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
  CONSTRAINT device_clearance_pkey PRIMARY KEY (clinic_id, evidence_id),
  CONSTRAINT device_clearance_product_code_check CHECK ((product_code ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT device_clearance_site_fits_check CHECK ((site_fits = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
  CONSTRAINT device_clearance_submission_number_check CHECK ((submission_number ~ '^(K|DEN|P)[0-9]{6}$'::text)),
  CONSTRAINT device_is_of_evidence FOREIGN KEY (clinic_id, evidence_id, kind) REFERENCES stipple.evidence(clinic_id, id, kind)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY evidence_is_read_by FOR r USING (( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) OR ( SELECT stipple.tries_a_policy() AS tries_a_policy)) WITH CHECK –;
POLICY evidence_is_written_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as);
GRANT SELECT;
GRANT INSERT (age_fits, clinic_id, device, evidence_id, indication, indication_fits, product_code, site_fits, submission_number);

-- ICD-10-CM codes of each list. Which of them holds on a day of service is for the domain to say (codes-on-file.ts).
CREATE TABLE stipple.diagnosis_code (
  code text NOT NULL,
  fiscal_year integer NOT NULL,
  words text NOT NULL,
  billable boolean NOT NULL,
  opens_on date NOT NULL,
  closes_on date,
  CONSTRAINT code_opens_before_it_closes CHECK ((closes_on >= opens_on)),
  CONSTRAINT diagnosis_code_code_check CHECK ((code ~ '^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$'::text)),
  CONSTRAINT diagnosis_code_fiscal_year_fkey FOREIGN KEY (fiscal_year) REFERENCES stipple.diagnosis_list(fiscal_year) ON DELETE CASCADE,
  CONSTRAINT diagnosis_code_pkey PRIMARY KEY (code, fiscal_year),
  CONSTRAINT diagnosis_code_words_check CHECK (((length(words) >= 1) AND (length(words) <= 400))),
  CONSTRAINT official_code_is_of_its_year CHECK (((fiscal_year = 0) OR ((opens_on = make_date((fiscal_year - 1), 10, 1)) AND (closes_on IS NOT NULL) AND (closes_on = make_date(fiscal_year, 9, 30)))))
);
CREATE INDEX diagnosis_code_year ON stipple.diagnosis_code USING btree (fiscal_year);
CREATE INDEX diagnosis_words ON stipple.diagnosis_code USING gin (lower(words) stipple.gin_trgm_ops);
GRANT SELECT;

-- The lists of ICD-10-CM codes at hand: the short one that is shipped (fiscal year 0), and the official one of each fiscal year that was loaded. The same for every clinic, so it has no clinic_id; only the owner writes it.
CREATE TABLE stipple.diagnosis_list (
  fiscal_year integer NOT NULL,
  file_name text,
  file_sha256 bytea,
  codes integer NOT NULL,
  billable integer NOT NULL,
  loaded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT diagnosis_list_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  CONSTRAINT diagnosis_list_file_sha256_check CHECK ((length(file_sha256) = 32)),
  CONSTRAINT diagnosis_list_pkey PRIMARY KEY (fiscal_year),
  CONSTRAINT fiscal_year_is_known CHECK (((fiscal_year = 0) OR ((fiscal_year >= 2016) AND (fiscal_year <= 2100)))),
  CONSTRAINT list_has_codes CHECK (((codes > 0) AND ((billable >= 1) AND (billable <= codes)))),
  CONSTRAINT official_list_comes_from_a_file CHECK ((((fiscal_year > 0) = (file_name IS NOT NULL)) AND ((fiscal_year > 0) = (file_sha256 IS NOT NULL))))
);
GRANT SELECT;

-- The morning's e-mail of one person on one day of the clinic. Entered before it is sent: what is unknown after a crash is not sent again.
CREATE TABLE stipple.digest (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  on_day date NOT NULL,
  tries integer NOT NULL DEFAULT 1,
  claimed_at timestamp with time zone NOT NULL DEFAULT now(),
  sent_at timestamp with time zone,
  refused_because text,
  CONSTRAINT digest_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT digest_pkey PRIMARY KEY (clinic_id, staff_id, on_day),
  CONSTRAINT digest_refused_because_check CHECK (((length(refused_because) >= 1) AND (length(refused_because) <= 200))),
  CONSTRAINT digest_tries_check CHECK (((tries >= 1) AND (tries <= 3))),
  CONSTRAINT sent_digest_was_not_refused CHECK (((sent_at IS NULL) OR (refused_because IS NULL)))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (clinic_id, on_day, staff_id);
GRANT UPDATE (claimed_at, refused_because, sent_at, tries);

-- A patient disputes what one provider or facility billed them. Written once and closed once; while it is open nothing of its agreement is collected.
CREATE TABLE stipple.dispute (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('dispute'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  agreement_id uuid NOT NULL,
  estimate_version integer NOT NULL,
  provider text NOT NULL,
  estimated_cents bigint NOT NULL,
  billed_cents bigint NOT NULL,
  billed_on date NOT NULL,
  opened_on date NOT NULL,
  opened_by text NOT NULL,
  closed_on date,
  outcome text,
  CONSTRAINT bill_is_over_estimate CHECK (((billed_cents - estimated_cents) >= 40000)),
  CONSTRAINT closed_dispute_has_outcome CHECK ((((state = 'closed'::text) = (closed_on IS NOT NULL)) AND ((state = 'closed'::text) = (outcome IS NOT NULL)))),
  CONSTRAINT dispute_billed_on_check CHECK (isfinite(billed_on)),
  CONSTRAINT dispute_closed_on_check CHECK (isfinite(closed_on)),
  CONSTRAINT dispute_of_signed_agreement FOREIGN KEY (clinic_id, agreement_id, case_id) REFERENCES stipple.patient_signature(clinic_id, agreement_id, case_id),
  CONSTRAINT dispute_opened_by_check CHECK ((opened_by = ANY (ARRAY['patient'::text, 'representative'::text]))),
  CONSTRAINT dispute_outcome_check CHECK ((outcome = ANY (ARRAY['estimate_stands'::text, 'in_between'::text, 'bill_stands'::text, 'settled'::text, 'not_taken_up'::text, 'withdrawn'::text]))),
  CONSTRAINT dispute_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT dispute_runs_forward CHECK ((closed_on >= opened_on)),
  CONSTRAINT dispute_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT dispute_within_window CHECK (((opened_on >= billed_on) AND (opened_on <= (billed_on + 120))))
);
-- row-level security
CREATE INDEX dispute_case ON stipple.dispute USING btree (clinic_id, case_id);
CREATE UNIQUE INDEX one_open_dispute ON stipple.dispute USING btree (clinic_id, agreement_id, provider) WHERE (state = 'open'::text);
CREATE TRIGGER disputed_as_estimated BEFORE INSERT ON stipple.dispute FOR EACH ROW EXECUTE FUNCTION stipple.refuse_unestimated_dispute();
CREATE TRIGGER final_is_final BEFORE UPDATE ON stipple.dispute FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final('closed');
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.dispute FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (agreement_id, billed_cents, billed_on, case_id, clinic_id, closed_on, estimate_version, estimated_cents, id, opened_by, opened_on, outcome, provider, seq, state);
GRANT UPDATE (closed_on, outcome, seq, state);

-- What somebody has typed into a form and not sent yet. Theirs alone; removed 30 days after they last typed.
CREATE TABLE stipple.draft (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  author_id uuid NOT NULL,
  case_id uuid,
  subject text NOT NULL,
  subject_id uuid,
  move text NOT NULL,
  version integer NOT NULL,
  counter bigint NOT NULL,
  fields jsonb NOT NULL,
  saved_at timestamp with time zone NOT NULL DEFAULT now(),
  ended_at timestamp with time zone,
  CONSTRAINT draft_clinic_id_author_id_fkey FOREIGN KEY (clinic_id, author_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT draft_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT draft_counter_check CHECK ((counter >= 1)),
  CONSTRAINT draft_fields_check CHECK ((jsonb_typeof(fields) = 'array'::text)),
  CONSTRAINT draft_move_check CHECK (((length(move) >= 1) AND (length(move) <= 60))),
  CONSTRAINT draft_of_one_form UNIQUE NULLS NOT DISTINCT (clinic_id, author_id, case_id, subject, subject_id, move),
  CONSTRAINT draft_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT draft_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 60))),
  CONSTRAINT draft_version_check CHECK ((version >= 0)),
  CONSTRAINT ended_draft_is_empty CHECK (((ended_at IS NULL) OR (fields = '[]'::jsonb)))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT DELETE;
GRANT SELECT;
GRANT INSERT (author_id, case_id, clinic_id, counter, fields, id, move, subject, subject_id, version);
GRANT UPDATE (counter, ended_at, fields, saved_at, version);

-- Every good faith estimate a patient was given, word for word. Written once when it is issued, and kept: a copy can be asked for during 6 years.
CREATE TABLE stipple.estimate_version (
  clinic_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  case_id uuid NOT NULL,
  seq integer NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('self_pay_agreement'::text),
  issued_state text NOT NULL GENERATED ALWAYS AS ('estimate_issued'::text),
  language text NOT NULL,
  delivery text NOT NULL,
  procedure_code text NOT NULL,
  sessions integer NOT NULL,
  lines jsonb NOT NULL,
  total_cents bigint NOT NULL,
  issued_on date NOT NULL,
  valid_until date NOT NULL,
  asked_on date,
  asked_by text,
  scheduled_on date,
  service_on date,
  due_on date,
  due_rule text,
  contents text NOT NULL,
  content_sha256 bytea NOT NULL GENERATED ALWAYS AS (stipple.text_hash(contents)),
  issued_by uuid NOT NULL,
  issued_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT estimate_contents UNIQUE (clinic_id, agreement_id, version, content_sha256),
  CONSTRAINT estimate_due_by_a_rule CHECK (((due_on IS NULL) = (due_rule IS NULL))),
  CONSTRAINT estimate_has_event FOREIGN KEY (clinic_id, case_id, subject, agreement_id, seq, issued_state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT estimate_is_a_document CHECK (COALESCE((jsonb_typeof(((contents)::jsonb #> '{document,sections}'::text[])) = 'array'::text), false)),
  CONSTRAINT estimate_says_its_total CHECK (((NOT (total_cents IS DISTINCT FROM stipple.total_of_lines(lines))) AND (NOT (((contents)::jsonb #> '{contents,totalCents}'::text[]) IS DISTINCT FROM to_jsonb(total_cents))))),
  CONSTRAINT estimate_version_asked_by_check CHECK ((asked_by = ANY (ARRAY['patient'::text, 'representative'::text]))),
  CONSTRAINT estimate_version_clinic_id_issued_by_fkey FOREIGN KEY (clinic_id, issued_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT estimate_version_contents_check CHECK ((contents IS JSON OBJECT)),
  CONSTRAINT estimate_version_delivery_check CHECK ((delivery = ANY (ARRAY['paper'::text, 'electronic'::text]))),
  CONSTRAINT estimate_version_language_check CHECK ((language = ANY (ARRAY['en'::text, 'es'::text]))),
  CONSTRAINT estimate_version_pkey PRIMARY KEY (clinic_id, agreement_id, version),
  CONSTRAINT estimate_version_version_check CHECK ((version >= 1))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (agreement_id, asked_by, asked_on, case_id, clinic_id, contents, delivery, due_on, due_rule, issued_by, issued_on, language, lines, procedure_code, scheduled_on, seq, service_on, sessions, total_cents, valid_until, version);

-- What every piece of evidence about a scar has: of which kind, on which day, who rated it, from which document. Written once; what was measured stands in the table of its kind.
CREATE TABLE stipple.evidence (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('evidence'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  on_day date NOT NULL,
  rated_by text NOT NULL,
  document_id uuid,
  replaces_id uuid,
  replaces_kind text,
  reason text,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  motion_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'motion'::text) THEN id
    ELSE NULL::uuid
END),
  scale_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'scale'::text) THEN id
    ELSE NULL::uuid
END),
  function_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'function'::text) THEN id
    ELSE NULL::uuid
END),
  treatment_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'treatment'::text) THEN id
    ELSE NULL::uuid
END),
  area_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'area'::text) THEN id
    ELSE NULL::uuid
END),
  device_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'device'::text) THEN id
    ELSE NULL::uuid
END),
  mental_health_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'mental_health'::text) THEN id
    ELSE NULL::uuid
END),
  statement_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'statement'::text) THEN id
    ELSE NULL::uuid
END),
  CONSTRAINT evidence_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT evidence_document_of_same_case FOREIGN KEY (clinic_id, document_id, case_id) REFERENCES stipple.case_document(clinic_id, id, case_id),
  CONSTRAINT evidence_has_area FOREIGN KEY (clinic_id, area_id) REFERENCES stipple.area_measurement(clinic_id, evidence_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT evidence_has_device FOREIGN KEY (clinic_id, device_id) REFERENCES stipple.device_clearance(clinic_id, evidence_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT evidence_has_function FOREIGN KEY (clinic_id, function_id) REFERENCES stipple.function_statement(clinic_id, evidence_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT evidence_has_mental_health FOREIGN KEY (clinic_id, mental_health_id) REFERENCES stipple.mental_health_note(clinic_id, evidence_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT evidence_has_motion FOREIGN KEY (clinic_id, motion_id) REFERENCES stipple.motion_reading(clinic_id, evidence_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT evidence_has_scale FOREIGN KEY (clinic_id, scale_id) REFERENCES stipple.scale_rating(clinic_id, evidence_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT evidence_has_statement FOREIGN KEY (clinic_id, statement_id) REFERENCES stipple.physician_statement(clinic_id, evidence_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT evidence_has_treatment FOREIGN KEY (clinic_id, treatment_id) REFERENCES stipple.treatment_tried(clinic_id, evidence_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT evidence_kind_check CHECK ((kind = ANY (ARRAY['motion'::text, 'scale'::text, 'function'::text, 'treatment'::text, 'no_treatment'::text, 'area'::text, 'device'::text, 'mental_health'::text, 'statement'::text, 'withdrawal'::text]))),
  CONSTRAINT evidence_of_case UNIQUE (clinic_id, case_id, id, kind),
  CONSTRAINT evidence_of_day UNIQUE (clinic_id, id, kind, on_day),
  CONSTRAINT evidence_of_kind UNIQUE (clinic_id, id, kind),
  CONSTRAINT evidence_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT evidence_rated_by_check CHECK (((length(rated_by) >= 1) AND (length(rated_by) <= 120))),
  CONSTRAINT evidence_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 400))),
  CONSTRAINT evidence_replaced_once UNIQUE (clinic_id, replaces_id),
  CONSTRAINT evidence_replaces_another CHECK ((replaces_id <> id)),
  CONSTRAINT evidence_replaces_its_kind CHECK (
CASE
    WHEN (kind = 'withdrawal'::text) THEN ((replaces_kind IS NOT NULL) AND (replaces_kind <> 'withdrawal'::text))
    ELSE ((replaces_kind IS NULL) OR (replaces_kind = kind))
END),
  CONSTRAINT evidence_replaces_same_case FOREIGN KEY (clinic_id, case_id, replaces_id, replaces_kind) REFERENCES stipple.evidence(clinic_id, case_id, id, kind),
  CONSTRAINT evidence_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT replaced_evidence_has_reason CHECK ((((replaces_id IS NULL) = (reason IS NULL)) AND ((replaces_id IS NULL) = (replaces_kind IS NULL))))
);
-- row-level security
CREATE INDEX evidence_case ON stipple.evidence USING btree (clinic_id, case_id);
CREATE TRIGGER day_is_possible BEFORE INSERT ON stipple.evidence FOR EACH ROW EXECUTE FUNCTION stipple.refuse_impossible_day();
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.evidence FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY evidence_is_read_by FOR r USING (( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) OR ( SELECT stipple.tries_a_policy() AS tries_a_policy)) WITH CHECK –;
POLICY evidence_is_written_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as);
GRANT SELECT;
GRANT INSERT (case_id, clinic_id, document_id, id, kind, on_day, rated_by, reason, replaces_id, replaces_kind, seq, state);

-- A payer's written notice that it takes longer to decide. Whether its clock allows that is the rules' word, not this row's. Written once: a correction is a new row, and of two about one request the newest stands.
CREATE TABLE stipple.extension_notice (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  request_id uuid NOT NULL,
  dated_on date NOT NULL,
  because text NOT NULL,
  words text NOT NULL,
  proof_id uuid NOT NULL,
  proof_kind text NOT NULL GENERATED ALWAYS AS ('payer_notice'::text),
  staff_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT extension_not_ahead CHECK ((dated_on <= (((recorded_at AT TIME ZONE 'UTC'::text))::date + 1))),
  CONSTRAINT extension_notice_because_check CHECK ((because = ANY (ARRAY['more_time'::text, 'missing_information'::text]))),
  CONSTRAINT extension_notice_clinic_id_proof_id_case_id_proof_kind_fkey FOREIGN KEY (clinic_id, proof_id, case_id, proof_kind) REFERENCES stipple.case_document(clinic_id, id, case_id, kind),
  CONSTRAINT extension_notice_clinic_id_request_id_case_id_fkey FOREIGN KEY (clinic_id, request_id, case_id) REFERENCES stipple.auth_request(clinic_id, id, case_id),
  CONSTRAINT extension_notice_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT extension_notice_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT extension_notice_words_check CHECK (((length(words) >= 1) AND (length(words) <= 4000)))
);
-- row-level security
CREATE INDEX extension_notice_request ON stipple.extension_notice USING btree (clinic_id, request_id);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (because, case_id, clinic_id, dated_on, id, proof_id, request_id, staff_id, words);

-- What the scar keeps the patient from in daily life and at work, as they tell it.
CREATE TABLE stipple.function_statement (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  activities text[] NOT NULL,
  work text NOT NULL,
  words text,
  limited boolean NOT NULL GENERATED ALWAYS AS (((cardinality(activities) > 0) OR (work = ANY (ARRAY['limited'::text, 'unable'::text])))),
  kind text NOT NULL GENERATED ALWAYS AS ('function'::text),
  CONSTRAINT function_is_of_evidence FOREIGN KEY (clinic_id, evidence_id, kind) REFERENCES stipple.evidence(clinic_id, id, kind),
  CONSTRAINT function_statement_activities_check CHECK ((activities <@ '{gripping,lifting,reaching,writing_typing,dressing,washing,eating,household,walking,stairs,sitting,sleeping,driving,sport,caring_for_others}'::text[])),
  CONSTRAINT function_statement_pkey PRIMARY KEY (clinic_id, evidence_id),
  CONSTRAINT function_statement_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  CONSTRAINT function_statement_work_check CHECK ((work = ANY (ARRAY['not_affected'::text, 'limited'::text, 'unable'::text, 'does_not_work'::text])))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY evidence_is_read_by FOR r USING (( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) OR ( SELECT stipple.tries_a_policy() AS tries_a_policy)) WITH CHECK –;
POLICY evidence_is_written_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as);
GRANT SELECT;
GRANT INSERT (activities, clinic_id, evidence_id, words, work);

-- What a request with this key was answered. Written in the transaction of its effect, so both exist or neither.
CREATE TABLE stipple.idempotency_record (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status integer,
  body jsonb,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_record_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT idempotency_record_key_check CHECK (((length(key) >= 8) AND (length(key) <= 100))),
  CONSTRAINT idempotency_record_pkey PRIMARY KEY (clinic_id, staff_id, key),
  CONSTRAINT idempotency_record_request_hash_check CHECK ((length(request_hash) = 32))
);
-- row-level security
CREATE INDEX idempotency_record_age ON stipple.idempotency_record USING btree (created_at);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT DELETE;
GRANT SELECT;
GRANT INSERT (clinic_id, key, request_hash, staff_id);
GRANT UPDATE (body, status);

-- What can be read of each motion of each joint, and what is normal (AAOS), row for row as in libs/domain; compared by a spec.
CREATE TABLE stipple.joint_motion (
  joint text NOT NULL,
  motion text NOT NULL,
  norm_degrees smallint NOT NULL,
  least_degrees smallint NOT NULL,
  most_degrees smallint NOT NULL,
  sided boolean NOT NULL,
  digits boolean NOT NULL,
  CONSTRAINT joint_motion_as_read UNIQUE (joint, motion, norm_degrees, least_degrees, most_degrees, sided, digits),
  CONSTRAINT joint_motion_pkey PRIMARY KEY (joint, motion)
);
GRANT SELECT;

-- What a clock said when the watching last looked at it. Nothing is read from it but whether that has changed: clocks are computed anew for whoever asks.
CREATE TABLE stipple.kept_clock (
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  request_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  clock text NOT NULL,
  says text NOT NULL,
  rule text,
  kept_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT kept_clock_clinic_id_request_id_case_id_fkey FOREIGN KEY (clinic_id, request_id, case_id) REFERENCES stipple.auth_request(clinic_id, id, case_id),
  CONSTRAINT kept_clock_clock_check CHECK ((clock = ANY (ARRAY['decision_standard'::text, 'decision_expedited'::text, 'information_answer'::text, 'peer_to_peer'::text, 'appeal_1_filing'::text, 'appeal_1_decision'::text, 'appeal_2_filing'::text, 'appeal_2_decision'::text, 'external_review_filing'::text, 'external_review_decision'::text, 'fair_hearing_filing'::text]))),
  CONSTRAINT kept_clock_pkey PRIMARY KEY (clinic_id, subject_id, clock),
  CONSTRAINT kept_clock_rule_check CHECK (((length(rule) >= 1) AND (length(rule) <= 200))),
  CONSTRAINT kept_clock_says_check CHECK (((length(says) >= 1) AND (length(says) <= 200)))
);
-- row-level security
CREATE INDEX kept_clock_case ON stipple.kept_clock USING btree (clinic_id, case_id);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (case_id, clinic_id, clock, request_id, rule, says, subject_id);
GRANT UPDATE (kept_at, rule, says);

-- What happened to the money of one signed agreement: a charge, a payment, a refund or an adjustment. Written once; what was wrong is set right by another entry.
CREATE TABLE stipple.ledger_entry (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('ledger_entry'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  agreement_id uuid NOT NULL,
  entry_no integer NOT NULL,
  prev_no integer GENERATED ALWAYS AS (NULLIF((entry_no - 1), 0)),
  kind text NOT NULL,
  cents bigint NOT NULL,
  charged_before bigint NOT NULL,
  adjusted_before bigint NOT NULL,
  paid_before bigint NOT NULL,
  refunded_before bigint NOT NULL,
  charged_cents bigint NOT NULL GENERATED ALWAYS AS ((charged_before +
CASE kind
    WHEN 'charge'::text THEN cents
    ELSE (0)::bigint
END)),
  adjusted_cents bigint NOT NULL GENERATED ALWAYS AS ((adjusted_before +
CASE
    WHEN (kind = 'adjustment'::text) THEN cents
    WHEN (reverses = 'adjustment'::text) THEN (- cents)
    ELSE (0)::bigint
END)),
  paid_cents bigint NOT NULL GENERATED ALWAYS AS ((paid_before +
CASE
    WHEN (kind = 'payment'::text) THEN cents
    WHEN (reverses = 'payment'::text) THEN (- cents)
    ELSE (0)::bigint
END)),
  refunded_cents bigint NOT NULL GENERATED ALWAYS AS ((refunded_before +
CASE
    WHEN (kind = 'refund'::text) THEN cents
    WHEN (reverses = 'refund'::text) THEN (- cents)
    ELSE (0)::bigint
END)),
  debit_account text NOT NULL GENERATED ALWAYS AS (
CASE
    WHEN ((kind = 'payment'::text) OR (reverses = 'refund'::text)) THEN (method || '_clearing'::text)
    WHEN (kind = 'adjustment'::text) THEN 'adjustments'::text
    ELSE 'patient_receivable'::text
END),
  credit_account text NOT NULL GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'charge'::text) THEN 'treatment_revenue'::text
    WHEN ((kind = 'refund'::text) OR (reverses = 'payment'::text)) THEN (method || '_clearing'::text)
    WHEN (reverses = 'adjustment'::text) THEN 'adjustments'::text
    ELSE 'patient_receivable'::text
END),
  credit_cents bigint NOT NULL GENERATED ALWAYS AS ((- cents)),
  method text,
  reference text,
  words text,
  happened_on date NOT NULL,
  idempotency_key text,
  session_id uuid,
  clearance_id uuid,
  first_slot integer GENERATED ALWAYS AS (
CASE
    WHEN (session_id IS NOT NULL) THEN 1
    ELSE NULL::integer
END),
  lines jsonb,
  card_transaction_id uuid,
  reverses text,
  reversed_no integer,
  freed_by integer,
  typed_no integer GENERATED ALWAYS AS (
CASE
    WHEN ((kind = ANY (ARRAY['payment'::text, 'refund'::text, 'adjustment'::text])) AND (card_transaction_id IS NULL)) THEN entry_no
    ELSE NULL::integer
END),
  how text GENERATED ALWAYS AS (((COALESCE(method, ''::text) || ' '::text) || COALESCE(lower(reference), ''::text))),
  CONSTRAINT adjustments_within_charges CHECK ((adjusted_cents <= charged_cents)),
  CONSTRAINT card_transaction_is_by_card CHECK (((card_transaction_id IS NULL) OR COALESCE((method = 'card'::text), false))),
  CONSTRAINT card_transaction_posted_once UNIQUE (clinic_id, card_transaction_id),
  CONSTRAINT charge_is_itemized CHECK (
CASE
    WHEN (kind = 'charge'::text) THEN COALESCE((cents = stipple.total_of_lines(lines)), false)
    ELSE (lines IS NULL)
END),
  CONSTRAINT charge_is_of_session CHECK ((((kind = 'charge'::text) = (session_id IS NOT NULL)) AND ((kind = 'charge'::text) = (clearance_id IS NOT NULL)))),
  CONSTRAINT charge_of_agreement FOREIGN KEY (clinic_id, clearance_id, agreement_id) REFERENCES stipple.clearance(clinic_id, id, agreement_id),
  CONSTRAINT charge_of_cleared_session FOREIGN KEY (clinic_id, session_id, first_slot, clearance_id) REFERENCES stipple.session_unit(clinic_id, session_id, slot, clearance_id),
  CONSTRAINT charge_of_performed_session FOREIGN KEY (clinic_id, session_id, case_id) REFERENCES stipple.treatment_record(clinic_id, session_id, case_id),
  CONSTRAINT entry_can_be_reversed UNIQUE (clinic_id, agreement_id, typed_no, kind, cents, how),
  CONSTRAINT entry_credit UNIQUE (clinic_id, id, credit_account, credit_cents),
  CONSTRAINT entry_debit UNIQUE (clinic_id, id, debit_account, cents),
  CONSTRAINT entry_is_credited FOREIGN KEY (clinic_id, id, credit_account, credit_cents) REFERENCES stipple.ledger_posting(clinic_id, entry_id, account, cents) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT entry_is_debited FOREIGN KEY (clinic_id, id, debit_account, cents) REFERENCES stipple.ledger_posting(clinic_id, entry_id, account, cents) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT entry_of_card_transaction FOREIGN KEY (clinic_id, card_transaction_id, agreement_id, kind, cents) REFERENCES stipple.card_transaction(clinic_id, posted_id, agreement_id, kind, cents),
  CONSTRAINT entry_reversed_once UNIQUE (clinic_id, agreement_id, reversed_no),
  CONSTRAINT giving_back_has_reason CHECK (((kind = ANY (ARRAY['charge'::text, 'payment'::text])) OR (words IS NOT NULL))),
  CONSTRAINT ledger_begins_at_nothing CHECK (((entry_no > 1) OR ((charged_before = 0) AND (adjusted_before = 0) AND (paid_before = 0) AND (refunded_before = 0)))),
  CONSTRAINT ledger_entry_cents_check CHECK ((cents > 0)),
  CONSTRAINT ledger_entry_happened_on_check CHECK (isfinite(happened_on)),
  CONSTRAINT ledger_entry_idempotency_key_check CHECK (((length(idempotency_key) >= 8) AND (length(idempotency_key) <= 100))),
  CONSTRAINT ledger_entry_kind_check CHECK ((kind = ANY (ARRAY['charge'::text, 'payment'::text, 'refund'::text, 'adjustment'::text, 'reversal'::text]))),
  CONSTRAINT ledger_entry_method_check CHECK ((method = ANY (ARRAY['cash'::text, 'card'::text, 'bank'::text]))),
  CONSTRAINT ledger_entry_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT ledger_entry_reference_check CHECK (((reference = btrim(reference)) AND ((length(reference) >= 1) AND (length(reference) <= 80)))),
  CONSTRAINT ledger_entry_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ledger_entry_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 400))),
  CONSTRAINT ledger_goes_on FOREIGN KEY (clinic_id, agreement_id, prev_no, charged_before, adjusted_before, paid_before, refunded_before) REFERENCES stipple.ledger_entry(clinic_id, agreement_id, entry_no, charged_cents, adjusted_cents, paid_cents, refunded_cents),
  CONSTRAINT ledger_number UNIQUE (clinic_id, agreement_id, entry_no),
  CONSTRAINT ledger_of_signed_agreement FOREIGN KEY (clinic_id, agreement_id, case_id) REFERENCES stipple.patient_signature(clinic_id, agreement_id, case_id),
  CONSTRAINT ledger_sums UNIQUE (clinic_id, agreement_id, entry_no, charged_cents, adjusted_cents, paid_cents, refunded_cents),
  CONSTRAINT money_has_a_method CHECK (((COALESCE(reverses, kind) = ANY (ARRAY['payment'::text, 'refund'::text])) = (method IS NOT NULL))),
  CONSTRAINT payment_has_reference CHECK (((kind <> 'payment'::text) OR (method = 'cash'::text) OR (reference IS NOT NULL))),
  CONSTRAINT posted_on_request CHECK (((kind = 'charge'::text) = (idempotency_key IS NULL))),
  CONSTRAINT reference_set_free FOREIGN KEY (clinic_id, agreement_id, freed_by, how, kind) REFERENCES stipple.ledger_entry(clinic_id, agreement_id, entry_no, how, reverses),
  CONSTRAINT refunds_within_payments CHECK ((refunded_cents <= paid_cents)),
  CONSTRAINT request_posted_once UNIQUE (clinic_id, agreement_id, idempotency_key),
  CONSTRAINT reversal_frees_reference UNIQUE (clinic_id, agreement_id, entry_no, how, reverses),
  CONSTRAINT reversal_of_entry FOREIGN KEY (clinic_id, agreement_id, reversed_no, reverses, cents, how) REFERENCES stipple.ledger_entry(clinic_id, agreement_id, typed_no, kind, cents, how),
  CONSTRAINT reversal_reverses_entry CHECK ((((kind = 'reversal'::text) = (reverses IS NOT NULL)) AND ((kind = 'reversal'::text) = (reversed_no IS NOT NULL)))),
  CONSTRAINT session_charged_once UNIQUE (clinic_id, session_id)
);
-- row-level security
CREATE INDEX ledger_entry_case ON stipple.ledger_entry USING btree (clinic_id, case_id);
CREATE UNIQUE INDEX payment_recorded_once ON stipple.ledger_entry USING btree (clinic_id, agreement_id, method, lower(reference), COALESCE(freed_by, 0)) WHERE (kind = 'payment'::text);
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.ledger_entry FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (adjusted_before, agreement_id, card_transaction_id, case_id, cents, charged_before, clearance_id, clinic_id, entry_no, freed_by, happened_on, id, idempotency_key, kind, lines, method, paid_before, reference, refunded_before, reversed_no, reverses, seq, session_id, state, words);

-- The two sides of an entry, debits positive and credits negative; they sum to nothing. Written once, with their entry.
CREATE TABLE stipple.ledger_posting (
  clinic_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  account text NOT NULL,
  cents bigint NOT NULL,
  debit_account text GENERATED ALWAYS AS (
CASE
    WHEN (cents > 0) THEN account
    ELSE NULL::text
END),
  credit_account text GENERATED ALWAYS AS (
CASE
    WHEN (cents < 0) THEN account
    ELSE NULL::text
END),
  CONSTRAINT ledger_posting_cents_check CHECK ((cents <> 0)),
  CONSTRAINT ledger_posting_pkey PRIMARY KEY (clinic_id, entry_id, account),
  CONSTRAINT posting_amount UNIQUE (clinic_id, entry_id, account, cents),
  CONSTRAINT posting_is_credit FOREIGN KEY (clinic_id, entry_id, credit_account, cents) REFERENCES stipple.ledger_entry(clinic_id, id, credit_account, credit_cents),
  CONSTRAINT posting_is_debit FOREIGN KEY (clinic_id, entry_id, debit_account, cents) REFERENCES stipple.ledger_entry(clinic_id, id, debit_account, cents)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (account, cents, clinic_id, entry_id);

-- A letter of medical necessity. Its words are in letter_version; signed words never change.
CREATE TABLE stipple.letter (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('letter'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  version integer NOT NULL,
  signature_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (state = ANY (ARRAY['signed'::text, 'superseded'::text])) THEN id
    ELSE NULL::uuid
END),
  CONSTRAINT letter_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT letter_has_version FOREIGN KEY (clinic_id, id, version) REFERENCES stipple.letter_version(clinic_id, letter_id, version) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT letter_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT letter_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT signed_letter_shows_signed_words FOREIGN KEY (clinic_id, signature_id, version) REFERENCES stipple.signature(clinic_id, subject_id, letter_version) DEFERRABLE INITIALLY DEFERRED
);
-- row-level security
CREATE INDEX letter_case ON stipple.letter USING btree (clinic_id, case_id);
CREATE UNIQUE INDEX one_current_letter ON stipple.letter USING btree (clinic_id, case_id) WHERE (state = 'signed'::text);
CREATE TRIGGER final_is_final BEFORE UPDATE ON stipple.letter FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final('discarded', 'superseded');
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.letter FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (case_id, clinic_id, id, seq, state, version);
GRANT UPDATE (seq, state, version);

-- Every wording a letter ever had. Written once.
CREATE TABLE stipple.letter_version (
  clinic_id uuid NOT NULL,
  letter_id uuid NOT NULL,
  version integer NOT NULL,
  procedure_codes text[] NOT NULL,
  body text NOT NULL,
  content_hash bytea NOT NULL GENERATED ALWAYS AS (stipple.letter_hash(procedure_codes, body, bindings)),
  author_id uuid NOT NULL,
  written_at timestamp with time zone NOT NULL DEFAULT now(),
  bindings text,
  open_sentences integer,
  checked_with integer,
  assertions_bound boolean GENERATED ALWAYS AS ((open_sentences = 0)),
  CONSTRAINT bindings_are_a_list CHECK ((bindings IS JSON ARRAY WITH UNIQUE KEYS)),
  CONSTRAINT checked_words_have_bindings CHECK ((((bindings IS NULL) = (open_sentences IS NULL)) AND ((bindings IS NULL) = (checked_with IS NULL)))),
  CONSTRAINT letter_version_body_check CHECK (((length(body) >= 1) AND (length(body) <= 40000))),
  CONSTRAINT letter_version_bound UNIQUE (clinic_id, letter_id, version, assertions_bound),
  CONSTRAINT letter_version_clinic_id_author_id_fkey FOREIGN KEY (clinic_id, author_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT letter_version_clinic_id_letter_id_fkey FOREIGN KEY (clinic_id, letter_id) REFERENCES stipple.letter(clinic_id, id),
  CONSTRAINT letter_version_hash UNIQUE (clinic_id, letter_id, version, content_hash),
  CONSTRAINT letter_version_pkey PRIMARY KEY (clinic_id, letter_id, version),
  CONSTRAINT letter_version_procedure_codes_check CHECK ((cardinality(procedure_codes) >= 1)),
  CONSTRAINT letter_version_version_check CHECK ((version >= 1)),
  CONSTRAINT open_sentences_counted CHECK ((open_sentences >= 0))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (author_id, bindings, body, checked_with, clinic_id, letter_id, open_sentences, procedure_codes, version);

-- The summary of a note by a mental-health professional. Never psychotherapy notes (45 CFR 164.501): those stay with whoever wrote them.
CREATE TABLE stipple.mental_health_note (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  profession text NOT NULL,
  distress boolean NOT NULL,
  summary text NOT NULL,
  kind text NOT NULL GENERATED ALWAYS AS ('mental_health'::text),
  CONSTRAINT mental_health_is_of_evidence FOREIGN KEY (clinic_id, evidence_id, kind) REFERENCES stipple.evidence(clinic_id, id, kind),
  CONSTRAINT mental_health_note_pkey PRIMARY KEY (clinic_id, evidence_id),
  CONSTRAINT mental_health_note_profession_check CHECK ((profession = ANY (ARRAY['psychologist'::text, 'psychiatrist'::text, 'therapist'::text, 'social_worker'::text, 'other'::text]))),
  CONSTRAINT mental_health_note_summary_check CHECK (((length(summary) >= 1) AND (length(summary) <= 1000)))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY evidence_is_read_by FOR r USING (( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) OR ( SELECT stipple.tries_a_policy() AS tries_a_policy)) WITH CHECK –;
POLICY evidence_is_written_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as);
GRANT SELECT;
GRANT INSERT (clinic_id, distress, evidence_id, profession, summary);

-- One reading of a goniometer, with the norm that it was compared with. Below zero where the joint does not reach neutral.
CREATE TABLE stipple.motion_reading (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  joint text NOT NULL,
  motion text NOT NULL,
  side text NOT NULL,
  digit smallint,
  mode text NOT NULL,
  degrees smallint NOT NULL,
  norm_degrees smallint NOT NULL,
  least_degrees smallint NOT NULL,
  most_degrees smallint NOT NULL,
  sided boolean NOT NULL GENERATED ALWAYS AS ((side <> 'midline'::text)),
  digits boolean NOT NULL GENERATED ALWAYS AS ((digit IS NOT NULL)),
  deficit_degrees smallint NOT NULL GENERATED ALWAYS AS (GREATEST(0, ((norm_degrees - degrees))::integer)),
  kind text NOT NULL GENERATED ALWAYS AS ('motion'::text),
  CONSTRAINT degrees_are_possible CHECK (((degrees >= least_degrees) AND (degrees <= most_degrees))),
  CONSTRAINT motion_is_known FOREIGN KEY (joint, motion, norm_degrees, least_degrees, most_degrees, sided, digits) REFERENCES stipple.joint_motion(joint, motion, norm_degrees, least_degrees, most_degrees, sided, digits),
  CONSTRAINT motion_is_of_evidence FOREIGN KEY (clinic_id, evidence_id, kind) REFERENCES stipple.evidence(clinic_id, id, kind),
  CONSTRAINT motion_reading_digit_check CHECK (((digit >= 2) AND (digit <= 5))),
  CONSTRAINT motion_reading_mode_check CHECK ((mode = ANY (ARRAY['active'::text, 'passive'::text]))),
  CONSTRAINT motion_reading_pkey PRIMARY KEY (clinic_id, evidence_id),
  CONSTRAINT motion_reading_side_check CHECK ((side = ANY (ARRAY['left'::text, 'right'::text, 'midline'::text])))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY evidence_is_read_by FOR r USING (( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) OR ( SELECT stipple.tries_a_policy() AS tries_a_policy)) WITH CHECK –;
POLICY evidence_is_written_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as);
GRANT SELECT;
GRANT INSERT (clinic_id, degrees, digit, evidence_id, joint, least_degrees, mode, most_degrees, motion, norm_degrees, side);

-- Every legal move, row for row as in libs/domain; filled by migrations and compared by a spec.
CREATE TABLE stipple.move_allowed (
  subject text NOT NULL,
  from_state text NOT NULL,
  move text NOT NULL,
  to_state text NOT NULL,
  CONSTRAINT move_allowed_pkey PRIMARY KEY (subject, from_state, move, to_state)
);
GRANT SELECT;

-- That a person has read the notice of a watched task. The person's own; taken back, the row is gone.
CREATE TABLE stipple.notice_read (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  task_id uuid NOT NULL,
  marking uuid,
  CONSTRAINT notice_read_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT notice_read_clinic_id_task_id_fkey FOREIGN KEY (clinic_id, task_id) REFERENCES stipple.task(clinic_id, id),
  CONSTRAINT notice_read_pkey PRIMARY KEY (clinic_id, staff_id, task_id)
);
-- row-level security
CREATE INDEX notice_read_task ON stipple.notice_read USING btree (clinic_id, task_id);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT DELETE;
GRANT INSERT;
GRANT SELECT;

-- Only what identifies a patient to the clinic and the payer. Social security numbers and the like are never imported.
CREATE TABLE stipple.patient (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  source_key text,
  record_number text NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date date NOT NULL,
  died_on date,
  sex text NOT NULL DEFAULT 'unknown'::text,
  city text,
  state text,
  search_name text NOT NULL GENERATED ALWAYS AS (lower(((((family_name || ' '::text) || given_name) || ' '::text) || family_name))),
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT patient_birth_date_check CHECK ((birth_date >= '1890-01-01'::date)),
  CONSTRAINT patient_check CHECK ((died_on >= birth_date)),
  CONSTRAINT patient_city_check CHECK ((length(city) <= 80)),
  CONSTRAINT patient_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT patient_family_name_check CHECK (((length(family_name) >= 1) AND (length(family_name) <= 120))),
  CONSTRAINT patient_given_name_check CHECK (((length(given_name) >= 1) AND (length(given_name) <= 120))),
  CONSTRAINT patient_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT patient_record_number UNIQUE (clinic_id, record_number),
  CONSTRAINT patient_record_number_check CHECK (((length(record_number) >= 1) AND (length(record_number) <= 40))),
  CONSTRAINT patient_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'other'::text, 'unknown'::text]))),
  CONSTRAINT patient_source UNIQUE (clinic_id, source_key),
  CONSTRAINT patient_state_check CHECK ((length(state) <= 40))
);
-- row-level security
CREATE INDEX patient_family_prefix ON stipple.patient USING btree (clinic_id, lower(family_name) text_pattern_ops);
CREATE INDEX patient_record_prefix ON stipple.patient USING btree (clinic_id, lower(record_number) text_pattern_ops);
CREATE INDEX patient_search_name ON stipple.patient USING gin (search_name stipple.gin_trgm_ops);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (birth_date, city, clinic_id, died_on, family_name, given_name, id, record_number, sex, source_key, state);
GRANT UPDATE (birth_date, city, died_on, family_name, given_name, record_number, sex, source_key, state);

-- A link for a patient, to one estimate or to their case. It opens once, and only with the date of birth; five wrong ones lock it. Another version of the estimate, or a withdrawal, leaves a link to it leading nowhere.
CREATE TABLE stipple.patient_link (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  agreement_id uuid,
  estimate_version integer,
  token_hash bytea NOT NULL,
  clinician_ids uuid[],
  waiver_id uuid,
  made_by uuid NOT NULL,
  made_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  locked boolean NOT NULL GENERATED ALWAYS AS ((tries = 5)),
  opened_at timestamp with time zone,
  opened boolean NOT NULL GENERATED ALWAYS AS ((opened_at IS NOT NULL)),
  session_hash bytea,
  session_ends_at timestamp with time zone,
  ended_at timestamp with time zone,
  takes_photos boolean NOT NULL DEFAULT false,
  gives_papers boolean NOT NULL DEFAULT false,
  CONSTRAINT opened_link_has_session CHECK ((num_nonnulls(opened_at, session_hash, session_ends_at) = ANY (ARRAY[0, 3]))),
  CONSTRAINT patient_link_as_opened UNIQUE (clinic_id, id, agreement_id, estimate_version, opened),
  CONSTRAINT patient_link_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT patient_link_clinic_id_made_by_fkey FOREIGN KEY (clinic_id, made_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT patient_link_clinic_id_waiver_id_case_id_fkey FOREIGN KEY (clinic_id, waiver_id, case_id) REFERENCES stipple.case_document(clinic_id, id, case_id),
  CONSTRAINT patient_link_clinician_ids_check CHECK ((((cardinality(clinician_ids) >= 1) AND (cardinality(clinician_ids) <= 20)) AND (array_position(clinician_ids, NULL::uuid) IS NULL))),
  CONSTRAINT patient_link_for_photos UNIQUE (clinic_id, id, case_id, takes_photos, opened),
  CONSTRAINT patient_link_lasts_a_month CHECK ((expires_at <= (made_at + '30 days'::interval))),
  CONSTRAINT patient_link_of_agreement UNIQUE (clinic_id, id, agreement_id, opened),
  CONSTRAINT patient_link_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT patient_link_session UNIQUE (session_hash),
  CONSTRAINT patient_link_session_hash_check CHECK ((length(session_hash) = 32)),
  CONSTRAINT patient_link_to_estimate FOREIGN KEY (clinic_id, agreement_id, estimate_version) REFERENCES stipple.estimate_version(clinic_id, agreement_id, version),
  CONSTRAINT patient_link_to_estimate_or_case CHECK (
CASE
    WHEN (agreement_id IS NULL) THEN (num_nonnulls(estimate_version, clinician_ids, waiver_id) = 0)
    ELSE ((num_nonnulls(estimate_version, clinician_ids) = 2) AND (NOT (takes_photos OR gives_papers)))
END),
  CONSTRAINT patient_link_token UNIQUE (token_hash),
  CONSTRAINT patient_link_token_hash_check CHECK ((length(token_hash) = 32)),
  CONSTRAINT patient_link_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
);
-- row-level security
CREATE INDEX patient_link_agreement ON stipple.patient_link USING btree (clinic_id, agreement_id, id);
CREATE INDEX patient_link_case ON stipple.patient_link USING btree (clinic_id, case_id, id) WHERE (agreement_id IS NULL);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT INSERT (agreement_id, case_id, clinic_id, clinician_ids, estimate_version, expires_at, gives_papers, id, made_by, takes_photos, token_hash, waiver_id);
GRANT SELECT (agreement_id, case_id, clinic_id, clinician_ids, ended_at, estimate_version, expires_at, gives_papers, id, locked, made_at, made_by, opened, opened_at, session_ends_at, takes_photos, tries, waiver_id);
GRANT UPDATE (ended_at);

-- A photograph that the patient sent. It is evidence only once somebody of the clinic has looked at it and taken it into the record; until then, and when it is set aside, nothing else refers to it.
CREATE TABLE stipple.patient_photo (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('patient_photo'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  link_id uuid NOT NULL,
  link_takes_photos boolean NOT NULL GENERATED ALWAYS AS (true),
  link_opened boolean NOT NULL GENERATED ALWAYS AS (true),
  file_sha256 bytea NOT NULL,
  view text NOT NULL,
  shows_scale boolean NOT NULL,
  sent_on date NOT NULL,
  allows_payer boolean NOT NULL,
  consent_language text NOT NULL,
  consent_words text NOT NULL,
  document_id uuid,
  document_kind text GENERATED ALWAYS AS (
CASE
    WHEN (document_id IS NOT NULL) THEN 'photo'::text
    ELSE NULL::text
END),
  set_aside_because text,
  sent_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT accepted_photo_is_document CHECK (((state = 'accepted'::text) = (document_id IS NOT NULL))),
  CONSTRAINT patient_photo_by_opened_link FOREIGN KEY (clinic_id, link_id, case_id, link_takes_photos, link_opened) REFERENCES stipple.patient_link(clinic_id, id, case_id, takes_photos, opened),
  CONSTRAINT patient_photo_clinic_id_document_id_case_id_document_kind_fkey FOREIGN KEY (clinic_id, document_id, case_id, document_kind) REFERENCES stipple.case_document(clinic_id, id, case_id, kind),
  CONSTRAINT patient_photo_clinic_id_file_sha256_fkey FOREIGN KEY (clinic_id, file_sha256) REFERENCES stipple.stored_file(clinic_id, sha256),
  CONSTRAINT patient_photo_consent_language_check CHECK ((consent_language = ANY (ARRAY['en'::text, 'es'::text]))),
  CONSTRAINT patient_photo_consent_words_check CHECK (((length(btrim(consent_words)) >= 1) AND (length(btrim(consent_words)) <= 1000))),
  CONSTRAINT patient_photo_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT patient_photo_sent_once UNIQUE (clinic_id, case_id, file_sha256),
  CONSTRAINT patient_photo_set_aside_because_check CHECK (((length(btrim(set_aside_because)) >= 1) AND (length(btrim(set_aside_because)) <= 400))),
  CONSTRAINT patient_photo_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT patient_photo_view_check CHECK ((view = ANY (ARRAY['front'::text, 'back'::text, 'left'::text, 'right'::text, 'oblique'::text, 'close_up'::text, 'in_motion'::text]))),
  CONSTRAINT set_aside_has_reason CHECK (((state = 'set_aside'::text) = (set_aside_because IS NOT NULL)))
);
-- row-level security
CREATE INDEX patient_photo_waiting ON stipple.patient_photo USING btree (clinic_id, case_id, sent_on) WHERE (state = 'waiting'::text);
CREATE TRIGGER final_is_final BEFORE UPDATE ON stipple.patient_photo FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final('accepted', 'set_aside');
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.patient_photo FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (allows_payer, case_id, clinic_id, consent_language, consent_words, document_id, file_sha256, id, link_id, sent_on, seq, set_aside_because, shows_scale, state, view);
GRANT UPDATE (document_id, seq, set_aside_because, state);

-- The patient's signature under an estimate: who, when, over which content. Written once.
CREATE TABLE stipple.patient_signature (
  clinic_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  case_id uuid NOT NULL,
  seq integer NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('self_pay_agreement'::text),
  signed_state text NOT NULL GENERATED ALWAYS AS ('signed'::text),
  signer_name text NOT NULL,
  content_hash bytea NOT NULL,
  witness_id uuid,
  proof_id uuid,
  signed_at timestamp with time zone NOT NULL DEFAULT now(),
  estimate_version integer,
  link_id uuid,
  link_opened boolean GENERATED ALWAYS AS (
CASE
    WHEN (link_id IS NOT NULL) THEN true
    ELSE NULL::boolean
END),
  CONSTRAINT patient_signature_clinic_id_proof_id_case_id_fkey FOREIGN KEY (clinic_id, proof_id, case_id) REFERENCES stipple.case_document(clinic_id, id, case_id),
  CONSTRAINT patient_signature_clinic_id_witness_id_fkey FOREIGN KEY (clinic_id, witness_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT patient_signature_content_hash_check CHECK ((length(content_hash) = 32)),
  CONSTRAINT patient_signature_has_event FOREIGN KEY (clinic_id, case_id, subject, agreement_id, seq, signed_state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT patient_signature_pkey PRIMARY KEY (clinic_id, agreement_id),
  CONSTRAINT patient_signature_signer_name_check CHECK (((length(btrim(signer_name)) >= 1) AND (length(btrim(signer_name)) <= 160))),
  CONSTRAINT signature_by_opened_link FOREIGN KEY (clinic_id, link_id, agreement_id, estimate_version, link_opened) REFERENCES stipple.patient_link(clinic_id, id, agreement_id, estimate_version, opened),
  CONSTRAINT signature_names_estimate CHECK ((estimate_version IS NOT NULL)) NOT VALID,
  CONSTRAINT signature_of_case UNIQUE (clinic_id, agreement_id, case_id),
  CONSTRAINT signature_of_current_estimate FOREIGN KEY (clinic_id, agreement_id, estimate_version) REFERENCES stipple.self_pay_agreement(clinic_id, id, estimate_version),
  CONSTRAINT signature_on_paper_or_screen CHECK ((num_nonnulls(witness_id, proof_id) =
CASE
    WHEN (link_id IS NULL) THEN 2
    ELSE 0
END)),
  CONSTRAINT signature_over_estimate FOREIGN KEY (clinic_id, agreement_id, estimate_version, content_hash) REFERENCES stipple.estimate_version(clinic_id, agreement_id, version, content_sha256)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (agreement_id, case_id, clinic_id, content_hash, estimate_version, link_id, proof_id, seq, signer_name, witness_id);

CREATE TABLE stipple.payer (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  source_key text,
  name text NOT NULL,
  phone text,
  CONSTRAINT payer_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT payer_name UNIQUE (clinic_id, name),
  CONSTRAINT payer_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  CONSTRAINT payer_phone_check CHECK ((length(phone) <= 40)),
  CONSTRAINT payer_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT payer_source UNIQUE (clinic_id, source_key)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT INSERT;
GRANT SELECT;
GRANT UPDATE (name, phone, source_key);

-- What a payer granted. It unlocks bookings only while in force, through its clearances.
CREATE TABLE stipple.payer_authorization (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('payer_authorization'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  request_id uuid,
  challenge_id uuid,
  basis text NOT NULL,
  number text NOT NULL,
  decided_on date NOT NULL,
  effective_on date NOT NULL,
  expires_on date NOT NULL,
  terms_seq integer NOT NULL,
  place_of_service text NOT NULL,
  channel text NOT NULL,
  proof_id uuid NOT NULL,
  payer_words text,
  payer_named_window boolean NOT NULL DEFAULT false,
  entered_by uuid NOT NULL,
  verified_by uuid NOT NULL,
  replaced_by uuid,
  end_reason text,
  unlocks boolean NOT NULL GENERATED ALWAYS AS ((state = 'in_force'::text)),
  needs_coordinator text GENERATED ALWAYS AS (
CASE
    WHEN ((state = 'in_force'::text) AND (basis = ANY (ARRAY['partial'::text, 'modified'::text]))) THEN 'coordinator'::text
    ELSE NULL::text
END),
  needs_physician text GENERATED ALWAYS AS (
CASE
    WHEN ((state = 'in_force'::text) AND (basis <> 'approved'::text)) THEN 'physician'::text
    ELSE NULL::text
END),
  needs_manager text GENERATED ALWAYS AS (
CASE
    WHEN ((state = 'in_force'::text) AND (basis = 'not_required'::text)) THEN 'manager'::text
    ELSE NULL::text
END),
  answer text GENERATED ALWAYS AS (
CASE
    WHEN ((basis <> 'not_required'::text) AND (challenge_id IS NULL)) THEN basis
    ELSE NULL::text
END),
  challenge_won boolean GENERATED ALWAYS AS (
CASE
    WHEN (challenge_id IS NOT NULL) THEN true
    ELSE NULL::boolean
END),
  CONSTRAINT approval_names_request CHECK (((basis = 'not_required'::text) OR (request_id IS NOT NULL))),
  CONSTRAINT authorization_answers_own_request FOREIGN KEY (clinic_id, request_id, case_id) REFERENCES stipple.auth_request(clinic_id, id, case_id),
  CONSTRAINT authorization_has_proof FOREIGN KEY (clinic_id, proof_id, case_id) REFERENCES stipple.case_document(clinic_id, id, case_id),
  CONSTRAINT authorization_has_terms FOREIGN KEY (clinic_id, id, terms_seq, effective_on, expires_on) REFERENCES stipple.authorization_terms(clinic_id, authorization_id, terms_seq, effective_on, expires_on) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT authorization_is_the_answer FOREIGN KEY (clinic_id, request_id, case_id, answer) REFERENCES stipple.auth_request(clinic_id, id, case_id, state),
  CONSTRAINT authorization_key UNIQUE (clinic_id, id, case_id, terms_seq, effective_on, expires_on, unlocks),
  CONSTRAINT authorization_of_case UNIQUE (clinic_id, id, case_id),
  CONSTRAINT authorization_window_runs_forward CHECK ((expires_on >= effective_on)),
  CONSTRAINT authorization_won_by_challenge FOREIGN KEY (clinic_id, challenge_id, request_id, case_id, challenge_won) REFERENCES stipple.challenge(clinic_id, id, request_id, case_id, won) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT coordinator_assented FOREIGN KEY (clinic_id, id, needs_coordinator) REFERENCES stipple.authorization_assent(clinic_id, authorization_id, as_role),
  CONSTRAINT ended_authorization_has_reason CHECK (((state <> 'revoked'::text) OR (COALESCE(btrim(end_reason), ''::text) <> ''::text))),
  CONSTRAINT manager_assented FOREIGN KEY (clinic_id, id, needs_manager) REFERENCES stipple.authorization_assent(clinic_id, authorization_id, as_role),
  CONSTRAINT not_required_has_words CHECK (((basis <> 'not_required'::text) OR (COALESCE(btrim(payer_words), ''::text) <> ''::text))),
  CONSTRAINT not_required_is_short CHECK (((basis <> 'not_required'::text) OR payer_named_window OR ((expires_on - effective_on) <= 90))),
  CONSTRAINT payer_authorization_basis_check CHECK ((basis = ANY (ARRAY['approved'::text, 'partial'::text, 'modified'::text, 'not_required'::text]))),
  CONSTRAINT payer_authorization_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'fax'::text, 'phone'::text, 'mail'::text, 'x12_278'::text, 'pas'::text]))),
  CONSTRAINT payer_authorization_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT payer_authorization_clinic_id_entered_by_fkey FOREIGN KEY (clinic_id, entered_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT payer_authorization_clinic_id_verified_by_fkey FOREIGN KEY (clinic_id, verified_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT payer_authorization_effective_on_check CHECK (isfinite(effective_on)),
  CONSTRAINT payer_authorization_expires_on_check CHECK (isfinite(expires_on)),
  CONSTRAINT payer_authorization_number_check CHECK (((length(btrim(number)) >= 1) AND (length(btrim(number)) <= 60))),
  CONSTRAINT payer_authorization_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT payer_authorization_place_of_service_check CHECK ((place_of_service ~ '^[0-9]{2}$'::text)),
  CONSTRAINT payer_authorization_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT physician_assented FOREIGN KEY (clinic_id, id, needs_physician) REFERENCES stipple.authorization_assent(clinic_id, authorization_id, as_role),
  CONSTRAINT terms_follow_events CHECK ((terms_seq <= seq))
);
-- row-level security
CREATE INDEX authorization_case ON stipple.payer_authorization USING btree (clinic_id, case_id);
CREATE INDEX authorization_number ON stipple.payer_authorization USING btree (clinic_id, lower(number) text_pattern_ops);
CREATE UNIQUE INDEX one_authorization_per_challenge ON stipple.payer_authorization USING btree (clinic_id, challenge_id) WHERE ((challenge_id IS NOT NULL) AND (state <> ALL (ARRAY['revoked'::text, 'superseded'::text])));
CREATE UNIQUE INDEX one_authorization_per_number ON stipple.payer_authorization USING btree (clinic_id, case_id, lower(btrim(number))) WHERE (state <> ALL (ARRAY['revoked'::text, 'superseded'::text]));
CREATE UNIQUE INDEX one_authorization_per_request ON stipple.payer_authorization USING btree (clinic_id, request_id) WHERE ((basis <> 'not_required'::text) AND (challenge_id IS NULL) AND (state <> ALL (ARRAY['revoked'::text, 'superseded'::text])));
CREATE TRIGGER final_is_final BEFORE UPDATE ON stipple.payer_authorization FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final('revoked', 'superseded');
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.payer_authorization FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
CREATE TRIGGER terms_change_by_amendment BEFORE UPDATE ON stipple.payer_authorization FOR EACH ROW EXECUTE FUNCTION stipple.refuse_silent_terms();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (basis, case_id, challenge_id, channel, clinic_id, decided_on, effective_on, end_reason, entered_by, expires_on, id, number, payer_named_window, payer_words, place_of_service, proof_id, replaced_by, request_id, seq, state, terms_seq, verified_by);
GRANT UPDATE (effective_on, end_reason, expires_on, replaced_by, seq, state, terms_seq);

-- Where something goes to: the name of a portal, a fax or phone number, a postal address. Written once, with its profile.
CREATE TABLE stipple.payer_channel (
  clinic_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  version integer NOT NULL,
  no smallint NOT NULL,
  channel text NOT NULL,
  used_for text NOT NULL,
  address text NOT NULL,
  note text,
  CONSTRAINT payer_channel_address_check CHECK (((length(address) >= 1) AND (length(address) <= 200))),
  CONSTRAINT payer_channel_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'fax'::text, 'phone'::text, 'mail'::text, 'x12_278'::text, 'pas'::text]))),
  CONSTRAINT payer_channel_clinic_id_payer_id_version_fkey FOREIGN KEY (clinic_id, payer_id, version) REFERENCES stipple.payer_profile(clinic_id, payer_id, version),
  CONSTRAINT payer_channel_no_check CHECK ((no >= 1)),
  CONSTRAINT payer_channel_note_check CHECK (((length(note) >= 1) AND (length(note) <= 200))),
  CONSTRAINT payer_channel_pkey PRIMARY KEY (clinic_id, payer_id, version, no),
  CONSTRAINT payer_channel_used_for_check CHECK ((used_for = ANY (ARRAY['requests'::text, 'appeals'::text, 'claims'::text, 'questions'::text])))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT INSERT;
GRANT SELECT;

-- How long a payer has to decide, and how long there is to appeal, by line of business. Data only: nothing is computed from it without its source being shown. Written once, with its profile.
CREATE TABLE stipple.payer_clock (
  clinic_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  version integer NOT NULL,
  line_of_business text NOT NULL,
  clock text NOT NULL,
  amount integer NOT NULL,
  unit text NOT NULL,
  starts text NOT NULL,
  source text NOT NULL,
  CONSTRAINT payer_clock_amount_check CHECK (((amount >= 1) AND (amount <= 3650))),
  CONSTRAINT payer_clock_clinic_id_payer_id_version_line_of_business_fkey FOREIGN KEY (clinic_id, payer_id, version, line_of_business) REFERENCES stipple.payer_line(clinic_id, payer_id, version, line_of_business),
  CONSTRAINT payer_clock_clock_check CHECK ((clock = ANY (ARRAY['decision_standard'::text, 'decision_expedited'::text, 'decision_extension'::text, 'information_answer'::text, 'appeal_1_filing'::text, 'appeal_1_decision'::text, 'appeal_2_filing'::text, 'appeal_2_decision'::text, 'external_review_filing'::text, 'claim_filing'::text]))),
  CONSTRAINT payer_clock_pkey PRIMARY KEY (clinic_id, payer_id, version, line_of_business, clock),
  CONSTRAINT payer_clock_source_check CHECK (((length(source) >= 1) AND (length(source) <= 300))),
  CONSTRAINT payer_clock_starts_check CHECK ((starts = ANY (ARRAY['payer_received'::text, 'asked'::text, 'decided'::text, 'notice_dated'::text, 'notice_received'::text, 'appeal_received'::text, 'performed'::text]))),
  CONSTRAINT payer_clock_unit_check CHECK ((unit = ANY (ARRAY['hours'::text, 'calendar_days'::text, 'business_days'::text, 'months'::text])))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT INSERT;
GRANT SELECT;

-- The kinds of plan that a payer has, in the words of treatment_case.plan_type. Written once, with its profile.
CREATE TABLE stipple.payer_line (
  clinic_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  version integer NOT NULL,
  line_of_business text NOT NULL,
  CONSTRAINT payer_line_clinic_id_payer_id_version_fkey FOREIGN KEY (clinic_id, payer_id, version) REFERENCES stipple.payer_profile(clinic_id, payer_id, version),
  CONSTRAINT payer_line_pkey PRIMARY KEY (clinic_id, payer_id, version, line_of_business)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT INSERT;
GRANT SELECT;

-- What somebody read or was told about a payer, as a whole. Written once: whoever looks again writes the next version, and the newest one stands. The number of member services stays in payer.phone.
CREATE TABLE stipple.payer_profile (
  clinic_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  version integer NOT NULL,
  peer_amount integer,
  peer_unit text,
  peer_starts text,
  peer_number text,
  peer_source text,
  note text,
  verified_on date NOT NULL,
  verified_by uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  state text,
  time_zone text,
  CONSTRAINT payer_profile_clinic_id_payer_id_fkey FOREIGN KEY (clinic_id, payer_id) REFERENCES stipple.payer(clinic_id, id),
  CONSTRAINT payer_profile_clinic_id_verified_by_fkey FOREIGN KEY (clinic_id, verified_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT payer_profile_note_check CHECK (((length(note) >= 1) AND (length(note) <= 2000))),
  CONSTRAINT payer_profile_peer_amount_check CHECK (((peer_amount >= 1) AND (peer_amount <= 3650))),
  CONSTRAINT payer_profile_peer_number_check CHECK (((length(peer_number) >= 1) AND (length(peer_number) <= 40))),
  CONSTRAINT payer_profile_peer_source_check CHECK (((length(peer_source) >= 1) AND (length(peer_source) <= 300))),
  CONSTRAINT payer_profile_peer_starts_check CHECK ((peer_starts = ANY (ARRAY['decided'::text, 'notice_dated'::text, 'notice_received'::text]))),
  CONSTRAINT payer_profile_peer_unit_check CHECK ((peer_unit = ANY (ARRAY['hours'::text, 'calendar_days'::text, 'business_days'::text, 'months'::text]))),
  CONSTRAINT payer_profile_pkey PRIMARY KEY (clinic_id, payer_id, version),
  CONSTRAINT payer_profile_state_check CHECK ((state ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT payer_profile_time_zone_check CHECK ((time_zone = ANY (ARRAY['America/New_York'::text, 'America/Chicago'::text, 'America/Denver'::text, 'America/Phoenix'::text, 'America/Los_Angeles'::text, 'America/Anchorage'::text, 'Pacific/Honolulu'::text, 'America/Puerto_Rico'::text]))),
  CONSTRAINT payer_profile_version_check CHECK ((version >= 1)),
  CONSTRAINT payer_verified_not_ahead CHECK ((verified_on <= (((recorded_at AT TIME ZONE 'UTC'::text))::date + 1))),
  CONSTRAINT peer_to_peer_is_whole CHECK ((num_nulls(peer_amount, peer_unit, peer_starts, peer_source) = ANY (ARRAY[0, 4])))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (clinic_id, note, payer_id, peer_amount, peer_number, peer_source, peer_starts, peer_unit, state, time_zone, verified_by, verified_on, version);

-- By when which part of an agreement's price is paid. A newer plan replaces it; it stays to be read.
CREATE TABLE stipple.payment_plan (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('payment_plan'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  agreement_id uuid NOT NULL,
  total_cents bigint NOT NULL,
  installments integer NOT NULL,
  every text NOT NULL,
  CONSTRAINT installments_reach_total FOREIGN KEY (clinic_id, id, installments, total_cents) REFERENCES stipple.payment_plan_installment(clinic_id, plan_id, installment_no, through_cents) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT payment_plan_every_check CHECK ((every = ANY (ARRAY['month'::text, 'two_weeks'::text, 'week'::text]))),
  CONSTRAINT payment_plan_installments_check CHECK (((installments >= 1) AND (installments <= 24))),
  CONSTRAINT payment_plan_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT payment_plan_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT plan_of_signed_agreement FOREIGN KEY (clinic_id, agreement_id, case_id) REFERENCES stipple.patient_signature(clinic_id, agreement_id, case_id),
  CONSTRAINT plan_size UNIQUE (clinic_id, id, installments),
  CONSTRAINT plan_sums_to_price FOREIGN KEY (clinic_id, agreement_id, total_cents) REFERENCES stipple.self_pay_agreement(clinic_id, id, total_cents)
);
-- row-level security
CREATE UNIQUE INDEX one_plan_per_agreement ON stipple.payment_plan USING btree (clinic_id, agreement_id) WHERE (state = 'agreed'::text);
CREATE INDEX payment_plan_case ON stipple.payment_plan USING btree (clinic_id, case_id);
CREATE TRIGGER final_is_final BEFORE UPDATE ON stipple.payment_plan FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final('replaced');
CREATE TRIGGER held_while_disputed BEFORE INSERT ON stipple.payment_plan FOR EACH ROW EXECUTE FUNCTION stipple.refuse_collecting();
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.payment_plan FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (agreement_id, case_id, clinic_id, every, id, installments, seq, state, total_cents);
GRANT UPDATE (seq, state);

-- One installment of a plan. Each carries the sum before it, so that the last one reaches the plan's total and no other sum can be written.
CREATE TABLE stipple.payment_plan_installment (
  clinic_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  installment_no integer NOT NULL,
  prev_no integer GENERATED ALWAYS AS (NULLIF((installment_no - 1), 0)),
  of_installments integer NOT NULL,
  cents bigint NOT NULL,
  before_cents bigint NOT NULL,
  through_cents bigint NOT NULL GENERATED ALWAYS AS ((before_cents + cents)),
  due_on date NOT NULL,
  after_on date,
  CONSTRAINT installment_day UNIQUE (clinic_id, plan_id, installment_no, through_cents, due_on),
  CONSTRAINT installment_of_plan FOREIGN KEY (clinic_id, plan_id, of_installments) REFERENCES stipple.payment_plan(clinic_id, id, installments),
  CONSTRAINT installment_sum UNIQUE (clinic_id, plan_id, installment_no, through_cents),
  CONSTRAINT installment_within_plan CHECK ((installment_no <= of_installments)),
  CONSTRAINT installments_begin_at_nothing CHECK (
CASE
    WHEN (installment_no = 1) THEN ((before_cents = 0) AND (after_on IS NULL))
    ELSE (after_on IS NOT NULL)
END),
  CONSTRAINT installments_go_on FOREIGN KEY (clinic_id, plan_id, prev_no, before_cents, after_on) REFERENCES stipple.payment_plan_installment(clinic_id, plan_id, installment_no, through_cents, due_on),
  CONSTRAINT installments_run_forward CHECK ((due_on > after_on)),
  CONSTRAINT payment_plan_installment_cents_check CHECK ((cents > 0)),
  CONSTRAINT payment_plan_installment_due_on_check CHECK (isfinite(due_on)),
  CONSTRAINT payment_plan_installment_pkey PRIMARY KEY (clinic_id, plan_id, installment_no)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (after_on, before_cents, cents, clinic_id, due_on, installment_no, of_installments, plan_id);

-- What is known of a photograph: when it was taken, what it shows, who allowed its use. Written once; a correction is a new row that names the old one.
CREATE TABLE stipple.photo_detail (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('photo_detail'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  document_id uuid NOT NULL,
  document_kind text NOT NULL GENERATED ALWAYS AS ('photo'::text),
  taken_on date NOT NULL,
  view text NOT NULL,
  shows_scale boolean NOT NULL,
  consent_by text,
  consent_name text,
  consent_on date,
  consent_uses text[] NOT NULL,
  corrects_id uuid,
  correction_reason text,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT consent_has_who_and_when CHECK ((num_nonnulls(consent_by, consent_on) =
CASE
    WHEN (cardinality(consent_uses) > 0) THEN 2
    ELSE 0
END)),
  CONSTRAINT guardian_has_name CHECK (((NOT (consent_by IS DISTINCT FROM 'guardian'::text)) = (consent_name IS NOT NULL))),
  CONSTRAINT photo_correction_has_reason CHECK (((corrects_id IS NULL) = (correction_reason IS NULL))),
  CONSTRAINT photo_detail_check CHECK ((corrects_id <> id)),
  CONSTRAINT photo_detail_consent_by_check CHECK ((consent_by = ANY (ARRAY['patient'::text, 'guardian'::text]))),
  CONSTRAINT photo_detail_consent_name_check CHECK (((length(btrim(consent_name)) >= 1) AND (length(btrim(consent_name)) <= 120))),
  CONSTRAINT photo_detail_consent_uses_check CHECK ((consent_uses <@ '{record,payer,teaching}'::text[])),
  CONSTRAINT photo_detail_corrected_once UNIQUE (clinic_id, corrects_id),
  CONSTRAINT photo_detail_correction_reason_check CHECK (((length(btrim(correction_reason)) >= 1) AND (length(btrim(correction_reason)) <= 400))),
  CONSTRAINT photo_detail_corrects_same_photo FOREIGN KEY (clinic_id, document_id, corrects_id) REFERENCES stipple.photo_detail(clinic_id, document_id, id),
  CONSTRAINT photo_detail_of_document UNIQUE (clinic_id, document_id, id),
  CONSTRAINT photo_detail_of_photo FOREIGN KEY (clinic_id, document_id, case_id, document_kind) REFERENCES stipple.case_document(clinic_id, id, case_id, kind),
  CONSTRAINT photo_detail_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT photo_detail_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT photo_detail_taken_on_check CHECK ((taken_on >= '1900-01-01'::date)),
  CONSTRAINT photo_detail_view_check CHECK ((view = ANY (ARRAY['front'::text, 'back'::text, 'left'::text, 'right'::text, 'oblique'::text, 'close_up'::text, 'in_motion'::text]))),
  CONSTRAINT photo_not_ahead CHECK ((GREATEST(taken_on, consent_on) <= (((recorded_at AT TIME ZONE 'UTC'::text))::date + 1)))
);
-- row-level security
CREATE UNIQUE INDEX photo_described_once ON stipple.photo_detail USING btree (clinic_id, document_id) WHERE (corrects_id IS NULL);
CREATE INDEX photo_detail_case ON stipple.photo_detail USING btree (clinic_id, case_id);
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.photo_detail FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (case_id, clinic_id, consent_by, consent_name, consent_on, consent_uses, correction_reason, corrects_id, document_id, id, seq, shows_scale, state, taken_on, view);

-- What a physician states outright, yes or no, because no measurement says it.
CREATE TABLE stipple.physician_statement (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  fact text NOT NULL,
  says boolean NOT NULL,
  words text,
  kind text NOT NULL GENERATED ALWAYS AS ('statement'::text),
  CONSTRAINT mental_health_note_is_shown_not_said CHECK (((fact <> 'mental_health_note'::text) OR (NOT says))),
  CONSTRAINT physician_statement_fact_check CHECK ((fact = ANY (ARRAY['functional_impairment'::text, 'joint_involved'::text, 'significant_variation'::text, 'measurable_gain_stated'::text, 'appearance_is_purpose'::text, 'distress_documented'::text, 'mental_health_note'::text]))),
  CONSTRAINT physician_statement_pkey PRIMARY KEY (clinic_id, evidence_id),
  CONSTRAINT physician_statement_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  CONSTRAINT statement_is_of_evidence FOREIGN KEY (clinic_id, evidence_id, kind) REFERENCES stipple.evidence(clinic_id, id, kind)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY evidence_is_read_by FOR r USING (( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) OR ( SELECT stipple.tries_a_policy() AS tries_a_policy)) WITH CHECK –;
POLICY evidence_is_written_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as);
POLICY statement_is_a_physicians FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{physician}'::text[]) AS acts_as);
GRANT SELECT;
GRANT INSERT (clinic_id, evidence_id, fact, says, words);

-- One trial of a policy over past cases. Keeps how far its job has come, so that a killed one goes on from there.
CREATE TABLE stipple.policy_dry_run (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  policy_version_id uuid NOT NULL,
  document jsonb NOT NULL,
  against_id uuid,
  facts_on date NOT NULL,
  state text NOT NULL DEFAULT 'running'::text,
  before_number integer NOT NULL DEFAULT 2147483647,
  cases_done integer NOT NULL DEFAULT 0,
  cases_total integer NOT NULL,
  cases_changed integer NOT NULL DEFAULT 0,
  outcomes_changed integer NOT NULL DEFAULT 0,
  failure text,
  requested_by uuid NOT NULL,
  requested_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT failed_dry_run_says_why CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
  CONSTRAINT policy_dry_run_cases_total_check CHECK ((cases_total >= 0)),
  CONSTRAINT policy_dry_run_check CHECK ((outcomes_changed <= cases_changed)),
  CONSTRAINT policy_dry_run_clinic_id_against_id_fkey FOREIGN KEY (clinic_id, against_id) REFERENCES stipple.policy_version(clinic_id, id),
  CONSTRAINT policy_dry_run_clinic_id_policy_version_id_fkey FOREIGN KEY (clinic_id, policy_version_id) REFERENCES stipple.policy_version(clinic_id, id),
  CONSTRAINT policy_dry_run_clinic_id_requested_by_fkey FOREIGN KEY (clinic_id, requested_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT policy_dry_run_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT policy_dry_run_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
);
-- row-level security
CREATE INDEX policy_dry_run_newest ON stipple.policy_dry_run USING btree (clinic_id, policy_version_id, requested_at DESC, id DESC);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (against_id, cases_total, clinic_id, document, facts_on, id, policy_version_id, requested_by);
GRANT UPDATE (before_number, cases_changed, cases_done, failure, outcomes_changed, state);

-- A past case that would come out otherwise, in its outcome or in a criterion. Says nothing else of the case.
CREATE TABLE stipple.policy_dry_run_change (
  clinic_id uuid NOT NULL,
  run_id uuid NOT NULL,
  case_number integer NOT NULL,
  case_id uuid NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  CONSTRAINT policy_dry_run_change_after_check CHECK ((after = ANY (ARRAY['likely_medical'::text, 'cosmetic'::text, 'uncertain'::text]))),
  CONSTRAINT policy_dry_run_change_before_check CHECK ((before = ANY (ARRAY['likely_medical'::text, 'cosmetic'::text, 'uncertain'::text]))),
  CONSTRAINT policy_dry_run_change_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT policy_dry_run_change_clinic_id_run_id_fkey FOREIGN KEY (clinic_id, run_id) REFERENCES stipple.policy_dry_run(clinic_id, id),
  CONSTRAINT policy_dry_run_change_pkey PRIMARY KEY (clinic_id, run_id, case_number)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT INSERT;
GRANT SELECT;

-- A criterion that comes out otherwise in one past case. It tells of the case's evidence, so it is read by whoever may read that.
CREATE TABLE stipple.policy_dry_run_criterion (
  clinic_id uuid NOT NULL,
  run_id uuid NOT NULL,
  case_number integer NOT NULL,
  criterion text NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  CONSTRAINT policy_dry_run_criterion_before_check CHECK ((before = ANY (ARRAY['met'::text, 'not_met'::text, 'unknown'::text]))),
  CONSTRAINT policy_dry_run_criterion_check CHECK (((after = ANY (ARRAY['met'::text, 'not_met'::text, 'unknown'::text])) AND (after <> before))),
  CONSTRAINT policy_dry_run_criterion_clinic_id_run_id_case_number_fkey FOREIGN KEY (clinic_id, run_id, case_number) REFERENCES stipple.policy_dry_run_change(clinic_id, run_id, case_number),
  CONSTRAINT policy_dry_run_criterion_pkey PRIMARY KEY (clinic_id, run_id, case_number, criterion)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY criterion_is_read_by FOR r USING ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) WITH CHECK –;
GRANT INSERT;
GRANT SELECT;

-- In how many past cases a criterion goes from one answer to another: what managers read, who see no case's evidence.
CREATE TABLE stipple.policy_dry_run_tally (
  clinic_id uuid NOT NULL,
  run_id uuid NOT NULL,
  criterion text NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  cases integer NOT NULL,
  CONSTRAINT policy_dry_run_tally_before_check CHECK ((before = ANY (ARRAY['met'::text, 'not_met'::text, 'unknown'::text]))),
  CONSTRAINT policy_dry_run_tally_cases_check CHECK ((cases > 0)),
  CONSTRAINT policy_dry_run_tally_check CHECK (((after = ANY (ARRAY['met'::text, 'not_met'::text, 'unknown'::text])) AND (after <> before))),
  CONSTRAINT policy_dry_run_tally_clinic_id_run_id_fkey FOREIGN KEY (clinic_id, run_id) REFERENCES stipple.policy_dry_run(clinic_id, id),
  CONSTRAINT policy_dry_run_tally_pkey PRIMARY KEY (clinic_id, run_id, criterion, before, after)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT INSERT;
GRANT SELECT;
GRANT UPDATE (cases);

-- One version of a payer's medical policy. A draft is revised; what is published is never edited: it is followed by the next version, which may end it earlier, or withdrawn.
CREATE TABLE stipple.policy_version (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  payer_id uuid NOT NULL,
  service text NOT NULL DEFAULT 'microneedling'::text,
  state text NOT NULL DEFAULT 'draft'::text,
  seq integer NOT NULL DEFAULT 1,
  document jsonb NOT NULL,
  number text NOT NULL GENERATED ALWAYS AS ((document ->> 'number'::text)),
  version text NOT NULL GENERATED ALWAYS AS ((document ->> 'version'::text)),
  lines_of_business text[] NOT NULL GENERATED ALWAYS AS (stipple.listed_text((document -> 'linesOfBusiness'::text))),
  line_marks int4multirange NOT NULL GENERATED ALWAYS AS (stipple.line_marks(stipple.listed_text((document -> 'linesOfBusiness'::text)))),
  read_on date NOT NULL GENERATED ALWAYS AS (stipple.plain_day(((document -> 'source'::text) ->> 'readOn'::text))),
  applies_from date NOT NULL GENERATED ALWAYS AS (stipple.plain_day((document ->> 'effectiveFrom'::text))),
  named_end date NOT NULL GENERATED ALWAYS AS (COALESCE(stipple.plain_day((document ->> 'effectiveTo'::text)), 'infinity'::date)),
  applies_to date NOT NULL,
  citable boolean NOT NULL GENERATED ALWAYS AS ((state = ANY (ARRAY['published'::text, 'withdrawn'::text]))),
  drafted_by uuid NOT NULL,
  drafted_at timestamp with time zone NOT NULL DEFAULT now(),
  changed_by uuid NOT NULL,
  changed_at timestamp with time zone NOT NULL DEFAULT now(),
  published_by uuid,
  published_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  CONSTRAINT one_policy_on_a_day EXCLUDE USING gist (clinic_id WITH =, payer_id WITH =, service WITH =, line_marks WITH &&, daterange(applies_from, applies_to, '[]'::text) WITH &&) WHERE ((state = 'published'::text)),
  CONSTRAINT policy_days_in_order CHECK (((applies_from <= applies_to) AND (applies_to <= named_end))),
  CONSTRAINT policy_lines_are_known CHECK (((cardinality(lines_of_business) >= 1) AND (array_position(lines_of_business, NULL::text) IS NULL) AND (lines_of_business <@ '{commercial_insured,commercial_self_funded,marketplace,medicare_advantage,original_medicare,medicaid_managed_care,medicaid_fee_for_service,workers_compensation,none,unknown}'::text[]))),
  CONSTRAINT policy_read_not_ahead CHECK ((read_on <= (((changed_at AT TIME ZONE 'UTC'::text))::date + 1))),
  CONSTRAINT policy_version_citable UNIQUE (clinic_id, id, citable),
  CONSTRAINT policy_version_clinic_id_changed_by_fkey FOREIGN KEY (clinic_id, changed_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT policy_version_clinic_id_drafted_by_fkey FOREIGN KEY (clinic_id, drafted_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT policy_version_clinic_id_payer_id_fkey FOREIGN KEY (clinic_id, payer_id) REFERENCES stipple.payer(clinic_id, id),
  CONSTRAINT policy_version_clinic_id_published_by_fkey FOREIGN KEY (clinic_id, published_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT policy_version_clinic_id_withdrawn_by_fkey FOREIGN KEY (clinic_id, withdrawn_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT policy_version_document_check CHECK (((jsonb_typeof(document) = 'object'::text) AND (length((document)::text) <= 1000000))),
  CONSTRAINT policy_version_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT policy_version_seq_check CHECK ((seq >= 1)),
  CONSTRAINT policy_version_service_check CHECK ((service = 'microneedling'::text)),
  CONSTRAINT policy_version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text, 'discarded'::text]))),
  CONSTRAINT policy_version_withdrawn_because_check CHECK (((length(withdrawn_because) >= 1) AND (length(withdrawn_because) <= 400))),
  CONSTRAINT published_policy_has_publisher CHECK ((((state = ANY (ARRAY['published'::text, 'withdrawn'::text])) = (published_by IS NOT NULL)) AND ((published_by IS NULL) = (published_at IS NULL)))),
  CONSTRAINT withdrawn_policy_says_why CHECK ((((state = 'withdrawn'::text) = (withdrawn_because IS NOT NULL)) AND (num_nulls(withdrawn_by, withdrawn_at, withdrawn_because) = ANY (ARRAY[0, 3]))))
);
-- row-level security
CREATE INDEX policy_of_payer ON stipple.policy_version USING btree (clinic_id, payer_id, applies_from);
CREATE UNIQUE INDEX policy_published_once ON stipple.policy_version USING btree (clinic_id, payer_id, service, number, version) WHERE (state = 'published'::text);
CREATE TRIGGER published_policy_is_final BEFORE UPDATE ON stipple.policy_version FOR EACH ROW EXECUTE FUNCTION stipple.refuse_edited_policy();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (applies_to, changed_by, clinic_id, document, drafted_by, id, payer_id);
GRANT UPDATE (applies_to, changed_at, changed_by, document, published_at, published_by, seq, state, withdrawn_at, withdrawn_because, withdrawn_by);

-- The clinic's own price list. Written once: another price, other words or an end is a new version of the same code, and the last that has begun stands.
CREATE TABLE stipple.price_item (
  clinic_id uuid NOT NULL,
  code text NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL,
  words_en text NOT NULL,
  words_es text NOT NULL,
  procedure_code text NOT NULL,
  unit_cents bigint NOT NULL,
  sessions integer NOT NULL,
  valid_from date NOT NULL,
  ended boolean NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT price_is_for_its_sessions CHECK (
CASE kind
    WHEN 'session'::text THEN (sessions = 1)
    WHEN 'add_on'::text THEN (sessions = 0)
    ELSE ((sessions >= 2) AND (sessions <= 20))
END),
  CONSTRAINT price_item_clinic_id_entered_by_fkey FOREIGN KEY (clinic_id, entered_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT price_item_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT price_item_code_check CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
  CONSTRAINT price_item_kind_check CHECK ((kind = ANY (ARRAY['session'::text, 'add_on'::text, 'package'::text]))),
  CONSTRAINT price_item_pkey PRIMARY KEY (clinic_id, code, version),
  CONSTRAINT price_item_procedure_code_check CHECK ((procedure_code ~ '^([0-9]{4}[0-9T]|[A-Z][0-9]{4})$'::text)),
  CONSTRAINT price_item_unit_cents_check CHECK (((unit_cents >= 0) AND (unit_cents <= 100000000))),
  CONSTRAINT price_item_valid_from_check CHECK (isfinite(valid_from)),
  CONSTRAINT price_item_version_check CHECK ((version >= 1)),
  CONSTRAINT price_item_words_en_check CHECK (((length(btrim(words_en)) >= 1) AND (length(btrim(words_en)) <= 120))),
  CONSTRAINT price_item_words_es_check CHECK (((length(btrim(words_es)) >= 1) AND (length(btrim(words_es)) <= 120)))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (clinic_id, code, ended, entered_by, kind, procedure_code, sessions, unit_cents, valid_from, version, words_en, words_es);

-- Procedure codes as numbers with our own words, row for row as in libs/domain; filled by migrations and compared by a spec. The official descriptions belong to their owners and are not here.
CREATE TABLE stipple.procedure_code (
  code text NOT NULL,
  opens_on date NOT NULL,
  closes_on date,
  words text NOT NULL,
  use text NOT NULL,
  comparators text[] NOT NULL DEFAULT '{}'::text[],
  note text,
  CONSTRAINT code_is_valid_once_a_day EXCLUDE USING gist (code WITH =, daterange(opens_on, closes_on, '[]'::text) WITH &&),
  CONSTRAINT procedure_code_code_check CHECK ((code ~ '^([0-9]{4}[0-9T]|[A-Z][0-9]{4})$'::text)),
  CONSTRAINT procedure_code_note_check CHECK (((length(note) >= 1) AND (length(note) <= 400))),
  CONSTRAINT procedure_code_pkey PRIMARY KEY (code, opens_on),
  CONSTRAINT procedure_code_use_check CHECK ((use = ANY (ARRAY['asked'::text, 'history'::text, 'not_this'::text]))),
  CONSTRAINT procedure_code_words_check CHECK (((length(words) >= 1) AND (length(words) <= 200))),
  CONSTRAINT procedure_opens_before_it_closes CHECK ((closes_on >= opens_on))
);
GRANT SELECT;

-- Clinicians: those who treat here, and those the roster names.
CREATE TABLE stipple.provider (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  source_key text,
  name text NOT NULL,
  npi text,
  specialty text,
  organization text,
  staff_id uuid,
  practices_here boolean NOT NULL DEFAULT false,
  CONSTRAINT provider_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT provider_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT provider_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  CONSTRAINT provider_npi_check CHECK ((npi ~ '^[0-9]{10}$'::text)),
  CONSTRAINT provider_organization_check CHECK ((length(organization) <= 160)),
  CONSTRAINT provider_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT provider_source UNIQUE (clinic_id, source_key),
  CONSTRAINT provider_specialty_check CHECK ((length(specialty) <= 120)),
  CONSTRAINT provider_staff UNIQUE (clinic_id, staff_id)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT INSERT;
GRANT SELECT;
GRANT UPDATE (name, npi, organization, practices_here, source_key, specialty, staff_id);

-- That a scheduled report was due: with what it was then, so that its link leads to the same after a change. The file is made when somebody asks for it.
CREATE TABLE stipple.report_run (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  report_id uuid NOT NULL,
  on_day date NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  format text NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT one_run_of_a_day UNIQUE (clinic_id, report_id, on_day),
  CONSTRAINT report_run_clinic_id_report_id_fkey FOREIGN KEY (clinic_id, report_id) REFERENCES stipple.scheduled_report(clinic_id, id),
  CONSTRAINT report_run_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text, 'pdf'::text]))),
  CONSTRAINT report_run_pkey PRIMARY KEY (clinic_id, id)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (clinic_id, format, name, on_day, query, report_id);

-- The e-mail that tells one person of a run. Claimed before it is sent: what is unknown after a crash is not sent again.
CREATE TABLE stipple.report_run_mail (
  clinic_id uuid NOT NULL,
  run_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  claimed_at timestamp with time zone,
  sent_at timestamp with time zone,
  refused_because text,
  CONSTRAINT report_run_mail_clinic_id_run_id_fkey FOREIGN KEY (clinic_id, run_id) REFERENCES stipple.report_run(clinic_id, id),
  CONSTRAINT report_run_mail_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT report_run_mail_pkey PRIMARY KEY (clinic_id, run_id, staff_id),
  CONSTRAINT report_run_mail_refused_because_check CHECK (((length(refused_because) >= 1) AND (length(refused_because) <= 200))),
  CONSTRAINT report_run_mail_tries_check CHECK (((tries >= 0) AND (tries <= 3))),
  CONSTRAINT sent_report_was_not_refused CHECK (((sent_at IS NULL) OR (refused_because IS NULL))),
  CONSTRAINT tried_report_was_claimed CHECK (((tries = 0) = (claimed_at IS NULL)))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (clinic_id, run_id, staff_id);
GRANT UPDATE (claimed_at, refused_because, sent_at, tries);

-- Days whose sums are kept. They hold while reported_day_changed names no change of the day.
CREATE TABLE stipple.reported_day (
  clinic_id uuid NOT NULL,
  day date NOT NULL,
  counted_by text NOT NULL,
  CONSTRAINT reported_day_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT reported_day_pkey PRIMARY KEY (clinic_id, day)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT DELETE;
GRANT INSERT;
GRANT SELECT;

-- A row that is counted on this day became another one, and the sums of the day have not been told since.
CREATE TABLE stipple.reported_day_changed (
  clinic_id uuid NOT NULL,
  day date NOT NULL,
  id bigint NOT NULL GENERATED AS IDENTITY,
  CONSTRAINT reported_day_changed_pkey PRIMARY KEY (clinic_id, day, id)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT DELETE;
GRANT SELECT;

-- What reports ask of a request that was sent, and of its case. Told from the record by request_as_reported whenever something happens in the case; nobody writes it by hand.
CREATE TABLE stipple.reported_request (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  state text NOT NULL,
  urgency text NOT NULL,
  submitted_at timestamp with time zone NOT NULL,
  payer_received_at timestamp with time zone,
  decided_on date,
  payer_id uuid NOT NULL,
  plan_type text NOT NULL,
  codes text NOT NULL,
  signer_id uuid,
  owner_at_submission uuid,
  computed_outcome text,
  reason text,
  read_from jsonb,
  first_sent boolean NOT NULL,
  first_decision boolean NOT NULL,
  first_denial boolean NOT NULL,
  first_pass boolean NOT NULL,
  payer_days integer,
  asked_cents bigint,
  granted_cents bigint,
  authorized_since boolean NOT NULL,
  signed_since boolean NOT NULL,
  case_open boolean NOT NULL,
  appealed_on date,
  case_appealed_on date,
  closed_on date,
  close_reason text,
  challenged boolean NOT NULL,
  open_seconds bigint,
  payer_seconds bigint,
  agreed_cents bigint,
  paid_cents bigint,
  clock_facts text,
  CONSTRAINT reported_as_recorded FOREIGN KEY (clinic_id, id, case_id) REFERENCES stipple.auth_request(clinic_id, id, case_id),
  CONSTRAINT reported_request_pkey PRIMARY KEY (clinic_id, id)
);
-- row-level security
CREATE INDEX reported_request_case ON stipple.reported_request USING btree (clinic_id, case_id);
CREATE INDEX reported_request_challenged ON stipple.reported_request USING btree (clinic_id, id) INCLUDE (urgency, payer_id, plan_type, codes, signer_id, owner_at_submission, computed_outcome, reason) WHERE challenged;
CREATE INDEX reported_request_closed ON stipple.reported_request USING btree (clinic_id, closed_on, case_id) INCLUDE (urgency, first_sent, first_denial, challenged, authorized_since, open_seconds, payer_seconds, payer_id, plan_type, codes, signer_id, owner_at_submission, computed_outcome, reason) WHERE (closed_on IS NOT NULL);
CREATE INDEX reported_request_decided ON stipple.reported_request USING btree (clinic_id, decided_on, id) INCLUDE (state, urgency, first_decision, first_denial, first_pass, case_open, authorized_since, signed_since, payer_days, payer_received_at, asked_cents, granted_cents, agreed_cents, paid_cents, appealed_on, case_appealed_on, payer_id, plan_type, codes, signer_id, owner_at_submission, computed_outcome, reason, clock_facts) WHERE (state = ANY (ARRAY['approved'::text, 'partial'::text, 'modified'::text, 'denied'::text]));
CREATE TRIGGER changed_days_are_noted AFTER INSERT OR DELETE OR UPDATE ON stipple.reported_request FOR EACH ROW EXECUTE FUNCTION stipple.note_changed_days();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;

-- What a metric came to on a day of reported_day, as the job that told it counted it.
CREATE TABLE stipple.reported_sum (
  clinic_id uuid NOT NULL,
  mode text NOT NULL,
  metric text NOT NULL,
  day date NOT NULL,
  value integer,
  whole bigint NOT NULL,
  part bigint NOT NULL,
  sum numeric,
  CONSTRAINT one_sum_of_a_value UNIQUE NULLS NOT DISTINCT (clinic_id, mode, metric, day, value)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT DELETE;
GRANT INSERT;
GRANT SELECT;

-- The last day for a payer's decision, as the program worked it out. It holds as long as everything it was worked out from is what it was.
CREATE TABLE stipple.reported_timing (
  clinic_id uuid NOT NULL,
  request_id uuid NOT NULL,
  due_on date,
  clock_facts text NOT NULL,
  payer_terms text NOT NULL,
  judged_by text NOT NULL,
  CONSTRAINT reported_timing_pkey PRIMARY KEY (clinic_id, request_id)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT INSERT;
GRANT SELECT;
GRANT UPDATE (clock_facts, due_on, judged_by, payer_terms);

-- Treatment rooms. Two sessions never share one at the same time.
CREATE TABLE stipple.room (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  name text NOT NULL,
  in_use boolean NOT NULL DEFAULT true,
  CONSTRAINT room_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT room_name UNIQUE (clinic_id, name),
  CONSTRAINT room_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  CONSTRAINT room_pkey PRIMARY KEY (clinic_id, id)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT INSERT;
GRANT SELECT;
GRANT UPDATE (in_use, name);

-- One reading-in of a roster. Keeps how far its job has come, so that a killed one goes on from there.
CREATE TABLE stipple.roster_import (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  state text NOT NULL DEFAULT 'reading'::text,
  version integer NOT NULL DEFAULT 1,
  step text DEFAULT 'inspect'::text,
  at_kind text,
  at_key text,
  rows_done integer NOT NULL DEFAULT 0,
  rows_total integer NOT NULL DEFAULT 0,
  staged_counts jsonb NOT NULL DEFAULT '{}'::jsonb,
  judged_counts jsonb NOT NULL DEFAULT '{}'::jsonb,
  failure text,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  moved_by uuid NOT NULL,
  moved_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT failed_import_says_why CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
  CONSTRAINT roster_import_clinic_id_created_by_fkey FOREIGN KEY (clinic_id, created_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT roster_import_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT roster_import_clinic_id_moved_by_fkey FOREIGN KEY (clinic_id, moved_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT roster_import_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT roster_import_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'ready'::text, 'checking'::text, 'checked'::text, 'importing'::text, 'done'::text, 'failed'::text, 'discarded'::text]))),
  CONSTRAINT roster_import_step_check CHECK ((step = ANY (ARRAY['inspect'::text, 'stage'::text, 'apply'::text]))),
  CONSTRAINT working_import_has_step CHECK (((state = ANY (ARRAY['reading'::text, 'checking'::text, 'importing'::text])) = (step IS NOT NULL)))
);
-- row-level security
CREATE INDEX roster_import_newest ON stipple.roster_import USING btree (clinic_id, created_at DESC, id);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (clinic_id, created_by, id, moved_by);
GRANT UPDATE (at_key, at_kind, failure, judged_counts, moved_at, moved_by, rows_done, rows_total, staged_counts, state, step, version);

-- A file of an import: what it is, how its columns are read, and how far it has been staged.
CREATE TABLE stipple.roster_import_file (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  no smallint NOT NULL,
  name text NOT NULL,
  sha256 bytea NOT NULL,
  bytes bigint NOT NULL,
  media_type text,
  inspected boolean NOT NULL DEFAULT false,
  problem text,
  aside text,
  notes text[] NOT NULL DEFAULT '{}'::text[],
  kind text,
  delimiter text,
  header_bytes integer NOT NULL DEFAULT 0,
  header_lines integer NOT NULL DEFAULT 0,
  columns text[] NOT NULL DEFAULT '{}'::text[],
  mapping jsonb NOT NULL DEFAULT '{}'::jsonb,
  samples jsonb NOT NULL DEFAULT '[]'::jsonb,
  rows integer NOT NULL DEFAULT 0,
  staged boolean NOT NULL DEFAULT false,
  staged_to_byte bigint NOT NULL DEFAULT 0,
  staged_to_line integer NOT NULL DEFAULT 0,
  CONSTRAINT roster_import_file_clinic_id_import_id_fkey FOREIGN KEY (clinic_id, import_id) REFERENCES stipple.roster_import(clinic_id, id),
  CONSTRAINT roster_import_file_kind_check CHECK ((kind = ANY (ARRAY['patients'::text, 'payers'::text, 'coverage'::text, 'providers'::text, 'organizations'::text]))),
  CONSTRAINT roster_import_file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 160))),
  CONSTRAINT roster_import_file_no_check CHECK ((no >= 1)),
  CONSTRAINT roster_import_file_pkey PRIMARY KEY (clinic_id, import_id, no),
  CONSTRAINT roster_import_file_sha256_check CHECK ((length(sha256) = 32))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (bytes, clinic_id, import_id, media_type, name, no, sha256);
GRANT UPDATE (aside, columns, delimiter, header_bytes, header_lines, inspected, kind, mapping, notes, problem, rows, samples, staged, staged_to_byte, staged_to_line);

-- Why a row was not imported, in words for whoever repairs the file.
CREATE TABLE stipple.roster_import_problem (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  file_no smallint NOT NULL,
  line integer NOT NULL,
  id bigint NOT NULL GENERATED AS IDENTITY,
  found_by text NOT NULL,
  row_key text,
  column_name text,
  code text NOT NULL,
  words text NOT NULL,
  CONSTRAINT roster_import_problem_clinic_id_import_id_fkey FOREIGN KEY (clinic_id, import_id) REFERENCES stipple.roster_import(clinic_id, id),
  CONSTRAINT roster_import_problem_found_by_check CHECK ((found_by = ANY (ARRAY['stage'::text, 'judge'::text]))),
  CONSTRAINT roster_import_problem_pkey PRIMARY KEY (clinic_id, import_id, file_no, line, id)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT DELETE;
GRANT SELECT;
GRANT INSERT (clinic_id, code, column_name, file_no, found_by, import_id, line, row_key, words);

-- Rows that can be read, on their way into the roster. Emptied when the import ends.
CREATE TABLE stipple.roster_import_row (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  second_key text,
  file_no smallint NOT NULL,
  line integer NOT NULL,
  fields jsonb NOT NULL,
  refused boolean NOT NULL DEFAULT false,
  CONSTRAINT roster_import_row_pkey PRIMARY KEY (clinic_id, import_id, kind, key),
  CONSTRAINT roster_import_row_second_key UNIQUE (clinic_id, import_id, kind, second_key)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT DELETE;
GRANT INSERT;
GRANT SELECT;
GRANT UPDATE (refused);

-- A view of the queue that somebody keeps for themselves under a name.
CREATE TABLE stipple.saved_view (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  staff_id uuid NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  CONSTRAINT saved_view_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT saved_view_name_check CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 60))),
  CONSTRAINT saved_view_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT saved_view_query_check CHECK ((length(query) <= 2000))
);
-- row-level security
CREATE UNIQUE INDEX saved_view_name_once ON stipple.saved_view USING btree (clinic_id, staff_id, lower(name));
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT DELETE;
GRANT SELECT;
GRANT INSERT (clinic_id, id, name, query, staff_id);
GRANT UPDATE (name, query);

-- A scale, item by item; the total is computed here and can be no other.
CREATE TABLE stipple.scale_rating (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  case_id uuid NOT NULL,
  scale text NOT NULL,
  version text NOT NULL,
  items smallint[] NOT NULL,
  total smallint NOT NULL GENERATED ALWAYS AS (stipple.sum_of_items(items)),
  alert_id uuid,
  alert_kind text GENERATED ALWAYS AS (
CASE
    WHEN (alert_id IS NOT NULL) THEN 'clinical_alert'::text
    ELSE NULL::text
END),
  kind text NOT NULL GENERATED ALWAYS AS ('scale'::text),
  CONSTRAINT items_are_within_scale CHECK (
CASE scale
    WHEN 'vss'::text THEN stipple.items_within(items, '{0,0,0,0}'::smallint[], '{3,2,5,3}'::smallint[])
    WHEN 'posas_observer'::text THEN stipple.items_within(items, '{1,1,1,1,1,1}'::smallint[], '{10,10,10,10,10,10}'::smallint[])
    WHEN 'posas_patient'::text THEN stipple.items_within(items, '{1,1,1,1,1,1}'::smallint[], '{10,10,10,10,10,10}'::smallint[])
    WHEN 'dlqi'::text THEN stipple.items_within(items, '{0,0,0,0,0,0,0,0,0,0}'::smallint[], '{3,3,3,3,3,3,3,3,3,3}'::smallint[])
    WHEN 'phq9'::text THEN stipple.items_within(items, '{0,0,0,0,0,0,0,0,0}'::smallint[], '{3,3,3,3,3,3,3,3,3}'::smallint[])
    WHEN 'pain'::text THEN stipple.items_within(items, '{0}'::smallint[], '{10}'::smallint[])
    WHEN 'itch'::text THEN stipple.items_within(items, '{0}'::smallint[], '{10}'::smallint[])
    ELSE false
END),
  CONSTRAINT scale_alert_of_same_case FOREIGN KEY (clinic_id, case_id, alert_id, alert_kind) REFERENCES stipple.task(clinic_id, case_id, id, kind),
  CONSTRAINT scale_is_of_evidence FOREIGN KEY (clinic_id, evidence_id, kind) REFERENCES stipple.evidence(clinic_id, id, kind),
  CONSTRAINT scale_of_same_case FOREIGN KEY (clinic_id, case_id, evidence_id, kind) REFERENCES stipple.evidence(clinic_id, case_id, id, kind),
  CONSTRAINT scale_rating_pkey PRIMARY KEY (clinic_id, evidence_id),
  CONSTRAINT scale_rating_version_check CHECK (((length(version) >= 1) AND (length(version) <= 40))),
  CONSTRAINT thoughts_of_harm_call_physician CHECK ((((scale = 'phq9'::text) AND (items[9] > 0)) = (alert_id IS NOT NULL)))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY evidence_is_read_by FOR r USING (( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) OR ( SELECT stipple.tries_a_policy() AS tries_a_policy)) WITH CHECK –;
POLICY evidence_is_written_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as);
GRANT SELECT;
GRANT INSERT (alert_id, case_id, clinic_id, evidence_id, items, scale, version);

-- A report on denials that comes by itself. Removed, it stays for the links that have been sent.
CREATE TABLE stipple.scheduled_report (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  query text NOT NULL,
  format text NOT NULL,
  every text NOT NULL,
  on_day smallint NOT NULL,
  next_run_on date,
  made_by uuid NOT NULL,
  removed_at timestamp with time zone,
  CONSTRAINT day_of_its_rhythm CHECK (((on_day >= 1) AND (on_day <=
CASE every
    WHEN 'week'::text THEN 7
    ELSE 31
END))),
  CONSTRAINT removed_report_never_runs CHECK (((removed_at IS NULL) OR (next_run_on IS NULL))),
  CONSTRAINT scheduled_report_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT scheduled_report_clinic_id_made_by_fkey FOREIGN KEY (clinic_id, made_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT scheduled_report_every_check CHECK ((every = ANY (ARRAY['week'::text, 'month'::text]))),
  CONSTRAINT scheduled_report_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text, 'pdf'::text]))),
  CONSTRAINT scheduled_report_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  CONSTRAINT scheduled_report_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT scheduled_report_query_check CHECK ((length(query) <= 2000)),
  CONSTRAINT scheduled_report_version_check CHECK ((version > 0))
);
-- row-level security
CREATE INDEX scheduled_report_due ON stipple.scheduled_report USING btree (clinic_id, next_run_on) WHERE (next_run_on IS NOT NULL);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (clinic_id, every, format, id, made_by, name, next_run_on, on_day, query);
GRANT UPDATE (every, format, name, next_run_on, on_day, query, removed_at, version);

-- To whom a scheduled report goes, as long as they are active and may see reports.
CREATE TABLE stipple.scheduled_report_recipient (
  clinic_id uuid NOT NULL,
  report_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  CONSTRAINT scheduled_report_recipient_clinic_id_report_id_fkey FOREIGN KEY (clinic_id, report_id) REFERENCES stipple.scheduled_report(clinic_id, id),
  CONSTRAINT scheduled_report_recipient_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT scheduled_report_recipient_pkey PRIMARY KEY (clinic_id, report_id, staff_id)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT DELETE;
GRANT INSERT;
GRANT SELECT;

-- Medical or cosmetic: the outcome with its reasons. Computed from the payer's policy (screening_basis), or, in older ones, ticked by hand (criteria). What was proposed cannot be edited, only replaced; who signs it may decide otherwise, with a reason.
CREATE TABLE stipple.screening (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('screening'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  outcome text NOT NULL,
  criteria text[] NOT NULL,
  reasons text NOT NULL,
  evidence_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  signature_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (state = 'signed'::text) THEN id
    ELSE NULL::uuid
END),
  policy_version_id uuid,
  policy_citable boolean GENERATED ALWAYS AS (
CASE
    WHEN (policy_version_id IS NOT NULL) THEN true
    ELSE NULL::boolean
END),
  policy_key text,
  computed_outcome text,
  headline text,
  override_reason text,
  basis_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (computed_outcome IS NOT NULL) THEN id
    ELSE NULL::uuid
END),
  CONSTRAINT computed_screening_has_basis FOREIGN KEY (clinic_id, basis_id, computed_outcome, policy_key) REFERENCES stipple.screening_basis(clinic_id, screening_id, outcome, policy_key) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT computed_screening_has_no_ticks CHECK (((computed_outcome IS NULL) OR (cardinality(criteria) = 0))),
  CONSTRAINT computed_screening_names_policy CHECK (((num_nonnulls(computed_outcome, policy_key, headline) = ANY (ARRAY[0, 3])) AND ((computed_outcome IS NOT NULL) OR (policy_version_id IS NULL)))),
  CONSTRAINT overridden_screening_has_reason CHECK (((override_reason IS NOT NULL) = ((computed_outcome IS NOT NULL) AND (outcome <> computed_outcome)))),
  CONSTRAINT proposal_is_as_computed CHECK (((state <> 'proposed'::text) OR (override_reason IS NULL))),
  CONSTRAINT screening_by_published_policy FOREIGN KEY (clinic_id, policy_version_id, policy_citable) REFERENCES stipple.policy_version(clinic_id, id, citable),
  CONSTRAINT screening_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT screening_computed_outcome_check CHECK ((computed_outcome = ANY (ARRAY['likely_medical'::text, 'cosmetic'::text, 'uncertain'::text]))),
  CONSTRAINT screening_headline_check CHECK (((length(headline) >= 1) AND (length(headline) <= 200))),
  CONSTRAINT screening_outcome_check CHECK ((outcome = ANY (ARRAY['likely_medical'::text, 'cosmetic'::text, 'uncertain'::text]))),
  CONSTRAINT screening_override_reason_check CHECK (((length(override_reason) >= 1) AND (length(override_reason) <= 2000))),
  CONSTRAINT screening_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT screening_policy_key_check CHECK (((length(policy_key) >= 1) AND (length(policy_key) <= 200))),
  CONSTRAINT screening_reasons_check CHECK (((length(reasons) >= 1) AND (length(reasons) <= 4000))),
  CONSTRAINT screening_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT signed_screening_has_signature FOREIGN KEY (clinic_id, signature_id) REFERENCES stipple.signature(clinic_id, subject_id) DEFERRABLE INITIALLY DEFERRED
);
-- row-level security
CREATE UNIQUE INDEX one_current_screening ON stipple.screening USING btree (clinic_id, case_id) WHERE (state = 'signed'::text);
CREATE INDEX screening_case ON stipple.screening USING btree (clinic_id, case_id);
CREATE TRIGGER final_is_final BEFORE UPDATE ON stipple.screening FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final('superseded');
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.screening FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
CREATE TRIGGER outcome_decided_at_signature BEFORE UPDATE ON stipple.screening FOR EACH ROW EXECUTE FUNCTION stipple.refuse_other_outcome();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (case_id, clinic_id, computed_outcome, criteria, evidence_ids, headline, id, outcome, override_reason, policy_key, policy_version_id, reasons, seq, state);
GRANT UPDATE (outcome, override_reason, seq, state);

-- What a screening was computed from (facts, texts, evidence held, explanations of flagged words) and the whole result. Written once; the same engine comes to the same result.
CREATE TABLE stipple.screening_basis (
  clinic_id uuid NOT NULL,
  screening_id uuid NOT NULL,
  engine text NOT NULL GENERATED ALWAYS AS ((result ->> 'engine'::text)),
  outcome text NOT NULL GENERATED ALWAYS AS ((result ->> 'outcome'::text)),
  policy_key text NOT NULL GENERATED ALWAYS AS ((result ->> 'policyKey'::text)),
  service_on date NOT NULL,
  facts jsonb NOT NULL,
  texts jsonb NOT NULL,
  evidence jsonb NOT NULL,
  explanations jsonb NOT NULL,
  result jsonb NOT NULL,
  computed_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT basis_comes_to_outcome UNIQUE (clinic_id, screening_id, outcome, policy_key),
  CONSTRAINT basis_is_of_screening FOREIGN KEY (clinic_id, screening_id) REFERENCES stipple.screening(clinic_id, id),
  CONSTRAINT screening_basis_evidence_check CHECK ((jsonb_typeof(evidence) = 'array'::text)),
  CONSTRAINT screening_basis_explanations_check CHECK ((jsonb_typeof(explanations) = 'array'::text)),
  CONSTRAINT screening_basis_facts_check CHECK ((jsonb_typeof(facts) = 'object'::text)),
  CONSTRAINT screening_basis_pkey PRIMARY KEY (clinic_id, screening_id),
  CONSTRAINT screening_basis_result_check CHECK ((jsonb_typeof(result) = 'object'::text)),
  CONSTRAINT screening_basis_texts_check CHECK ((jsonb_typeof(texts) = 'array'::text))
);
-- row-level security
POLICY basis_is_read_by FOR r USING (( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) OR ( SELECT stipple.tries_a_policy() AS tries_a_policy)) WITH CHECK –;
POLICY basis_is_written_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (clinic_id, evidence, explanations, facts, result, screening_id, service_on, texts);

-- The packet exactly as it went to the payer: one PDF in the file store, the pages and hashes of its parts, and the checklist as it stood. Written once, with the submission; requests sent before there were packets have none.
CREATE TABLE stipple.sealed_packet (
  clinic_id uuid NOT NULL,
  request_id uuid NOT NULL,
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('auth_request'::text),
  seq integer NOT NULL,
  sealed_state text NOT NULL GENERATED ALWAYS AS ('submitted'::text),
  file_sha256 bytea NOT NULL,
  content_sha256 bytea NOT NULL,
  manifest jsonb NOT NULL,
  checklist jsonb NOT NULL,
  sealed_by uuid NOT NULL,
  sealed_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT packet_sealed_by_somebody FOREIGN KEY (clinic_id, sealed_by) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT packet_sealed_by_submission FOREIGN KEY (clinic_id, case_id, subject, request_id, seq, sealed_state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT sealed_packet_checklist_check CHECK ((jsonb_typeof(checklist) = 'array'::text)),
  CONSTRAINT sealed_packet_content_sha256_check CHECK ((length(content_sha256) = 32)),
  CONSTRAINT sealed_packet_is_kept FOREIGN KEY (clinic_id, file_sha256) REFERENCES stipple.stored_file(clinic_id, sha256),
  CONSTRAINT sealed_packet_manifest_check CHECK ((jsonb_typeof(manifest) = 'object'::text)),
  CONSTRAINT sealed_packet_pkey PRIMARY KEY (clinic_id, request_id)
);
-- row-level security
CREATE INDEX sealed_packet_case ON stipple.sealed_packet USING btree (clinic_id, case_id);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY packet_is_read_by FOR r USING ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) WITH CHECK –;
POLICY packet_is_sealed_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{coordinator}'::text[]) AS acts_as);
GRANT SELECT;
GRANT INSERT (case_id, checklist, clinic_id, content_sha256, file_sha256, manifest, request_id, sealed_by, seq);

-- A good faith estimate and the patient's choice to pay. Unlocks bookings only once signed.
CREATE TABLE stipple.self_pay_agreement (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('self_pay_agreement'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  procedure_code text NOT NULL,
  sessions integer NOT NULL,
  lines jsonb NOT NULL,
  total_cents bigint NOT NULL,
  estimate_on date,
  valid_until date,
  delivery text,
  waiver_id uuid,
  covers_from date,
  end_reason text,
  unlocks boolean NOT NULL GENERATED ALWAYS AS ((state = ANY (ARRAY['signed'::text, 'active'::text]))),
  signature_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (state = ANY (ARRAY['signed'::text, 'active'::text, 'completed'::text])) THEN id
    ELSE NULL::uuid
END),
  estimate_version integer,
  asked_on date,
  asked_by text,
  scheduled_on date,
  service_on date,
  withheld_from_payer boolean NOT NULL DEFAULT false,
  CONSTRAINT agreement_estimate UNIQUE (clinic_id, id, estimate_version),
  CONSTRAINT agreement_key UNIQUE (clinic_id, id, case_id, covers_from, valid_until, unlocks),
  CONSTRAINT agreement_price UNIQUE (clinic_id, id, total_cents),
  CONSTRAINT agreement_scope UNIQUE (clinic_id, id, procedure_code, sessions),
  CONSTRAINT asked_by_somebody CHECK (((asked_on IS NULL) = (asked_by IS NULL))),
  CONSTRAINT estimate_is_dated CHECK (((state = ANY (ARRAY['draft'::text, 'void'::text])) OR (num_nonnulls(estimate_on, valid_until, delivery, estimate_version) = 4))),
  CONSTRAINT estimate_lasts_a_year CHECK (((valid_until >= estimate_on) AND (valid_until <= (estimate_on + '1 year'::interval)))),
  CONSTRAINT scheduled_for_a_day CHECK (
CASE
    WHEN (scheduled_on IS NULL) THEN (service_on IS NULL)
    ELSE COALESCE((service_on >= scheduled_on), false)
END),
  CONSTRAINT self_pay_agreement_asked_by_check CHECK ((asked_by = ANY (ARRAY['patient'::text, 'representative'::text]))),
  CONSTRAINT self_pay_agreement_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT self_pay_agreement_clinic_id_waiver_id_case_id_fkey FOREIGN KEY (clinic_id, waiver_id, case_id) REFERENCES stipple.case_document(clinic_id, id, case_id),
  CONSTRAINT self_pay_agreement_delivery_check CHECK ((delivery = ANY (ARRAY['paper'::text, 'electronic'::text]))),
  CONSTRAINT self_pay_agreement_estimate_on_check CHECK (isfinite(estimate_on)),
  CONSTRAINT self_pay_agreement_lines_check CHECK (((jsonb_typeof(lines) = 'array'::text) AND ((jsonb_array_length(lines) >= 1) AND (jsonb_array_length(lines) <= 20)))),
  CONSTRAINT self_pay_agreement_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT self_pay_agreement_sessions_check CHECK (((sessions >= 1) AND (sessions <= 20))),
  CONSTRAINT self_pay_agreement_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT self_pay_agreement_total_cents_check CHECK ((total_cents >= 0)),
  CONSTRAINT signed_after_estimate CHECK (
CASE
    WHEN (state = ANY (ARRAY['signed'::text, 'active'::text, 'completed'::text])) THEN COALESCE(((covers_from >= estimate_on) AND (covers_from <= valid_until)), false)
    ELSE ((state = 'void'::text) OR (covers_from IS NULL))
END),
  CONSTRAINT signed_agreement_has_signature FOREIGN KEY (clinic_id, signature_id) REFERENCES stipple.patient_signature(clinic_id, agreement_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT total_is_sum_of_lines CHECK ((NOT (total_cents IS DISTINCT FROM stipple.total_of_lines(lines)))),
  CONSTRAINT voided_agreement_has_reason CHECK (((state <> 'void'::text) OR (COALESCE(btrim(end_reason), ''::text) <> ''::text)))
);
-- row-level security
CREATE INDEX agreement_case ON stipple.self_pay_agreement USING btree (clinic_id, case_id);
CREATE TRIGGER final_is_final BEFORE UPDATE ON stipple.self_pay_agreement FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final('completed', 'void');
CREATE TRIGGER issued_as_written BEFORE UPDATE ON stipple.self_pay_agreement FOR EACH ROW WHEN (((old.state = 'draft'::text) AND (new.state = 'estimate_issued'::text))) EXECUTE FUNCTION stipple.refuse_unwritten_estimate();
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.self_pay_agreement FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
CREATE TRIGGER signed_agreement_never_changes BEFORE UPDATE ON stipple.self_pay_agreement FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_signed_agreement();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (asked_by, asked_on, case_id, clinic_id, covers_from, delivery, end_reason, estimate_on, estimate_version, id, lines, procedure_code, scheduled_on, seq, service_on, sessions, state, total_cents, valid_until, waiver_id, withheld_from_payer);
GRANT UPDATE (asked_by, asked_on, covers_from, delivery, end_reason, estimate_on, estimate_version, lines, procedure_code, scheduled_on, seq, service_on, sessions, state, total_cents, valid_until, waiver_id, withheld_from_payer);

-- Ties a session to units of a clearance. Carries copies of both sides, kept in step by cascade, so that one row check is the law.
CREATE TABLE stipple.session_unit (
  clinic_id uuid NOT NULL,
  session_id uuid NOT NULL,
  slot integer NOT NULL,
  prev_slot integer GENERATED ALWAYS AS (NULLIF((slot - 1), 0)),
  clearance_id uuid NOT NULL,
  unit_no integer NOT NULL,
  case_id uuid NOT NULL,
  procedure_code text NOT NULL,
  units integer NOT NULL,
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  active boolean NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  session_on date NOT NULL,
  hold text NOT NULL,
  clinician_id uuid NOT NULL,
  live_clinician_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (hold = 'live'::text) THEN clinician_id
    ELSE NULL::uuid
END),
  booked_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  booking_began_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT booked_before_start CHECK ((booked_at < starts_at)),
  CONSTRAINT clinician_was_cleared FOREIGN KEY (clinic_id, clearance_id, live_clinician_id) REFERENCES stipple.clearance_clinician(clinic_id, clearance_id, clinician_id),
  CONSTRAINT no_clearance_no_session CHECK (((hold <> 'live'::text) OR (active AND ((session_on >= opens_on) AND (session_on <= closes_on))))),
  CONSTRAINT recorded_before_booked CHECK ((recorded_at < booking_began_at)),
  CONSTRAINT session_unit_of_clearance FOREIGN KEY (clinic_id, clearance_id, case_id, procedure_code, units, opens_on, closes_on, active, recorded_at) REFERENCES stipple.clearance(clinic_id, id, case_id, procedure_code, units, opens_on, closes_on, active, recorded_at) ON UPDATE CASCADE,
  CONSTRAINT session_unit_of_session FOREIGN KEY (clinic_id, session_id, case_id, procedure_code, starts_at, session_on, hold, clinician_id) REFERENCES stipple.treatment_session(clinic_id, id, case_id, procedure_code, starts_at, session_on, hold, clinician_id) ON UPDATE CASCADE,
  CONSTRAINT session_unit_pkey PRIMARY KEY (clinic_id, session_id, slot),
  CONSTRAINT session_unit_unit_no_check CHECK ((unit_no >= 1)),
  CONSTRAINT session_units_in_a_row FOREIGN KEY (clinic_id, session_id, prev_slot, clearance_id) REFERENCES stipple.session_unit(clinic_id, session_id, slot, clearance_id),
  CONSTRAINT session_uses_one_clearance UNIQUE (clinic_id, session_id, slot, clearance_id),
  CONSTRAINT unit_was_granted CHECK (((hold = 'none'::text) OR (unit_no <= units)))
);
-- row-level security
CREATE UNIQUE INDEX one_session_per_unit ON stipple.session_unit USING btree (clinic_id, clearance_id, unit_no) WHERE (hold <> 'none'::text);
CREATE INDEX session_unit_clearance ON stipple.session_unit USING btree (clinic_id, clearance_id);
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (active, case_id, clearance_id, clinic_id, clinician_id, closes_on, hold, opens_on, procedure_code, recorded_at, session_id, session_on, slot, starts_at, unit_no, units);
GRANT UPDATE (unit_no);

-- Signed-in browsers. Holds a hash of the token only; reached through functions, never directly.
CREATE TABLE stipple.sign_in (
  token_hash bytea NOT NULL,
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  opened_at timestamp with time zone NOT NULL DEFAULT now(),
  last_seen_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  locked boolean NOT NULL DEFAULT false,
  CONSTRAINT sign_in_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT sign_in_pkey PRIMARY KEY (token_hash)
);
-- row-level security
CREATE INDEX sign_in_staff ON stipple.sign_in USING btree (clinic_id, staff_id);

-- How often a network address tried to sign in this minute, whoever it claimed to be. Hashes only; reached through a function.
CREATE TABLE stipple.sign_in_try (
  address_hash bytea NOT NULL,
  minute timestamp with time zone NOT NULL,
  tries integer NOT NULL,
  CONSTRAINT sign_in_try_address_hash_check CHECK ((length(address_hash) = 32)),
  CONSTRAINT sign_in_try_pkey PRIMARY KEY (address_hash)
);
-- row-level security

-- A physician's signature over a content hash. Written once; whatever is signed points here.
CREATE TABLE stipple.signature (
  clinic_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  case_id uuid NOT NULL,
  subject text NOT NULL,
  seq integer NOT NULL,
  signed_state text NOT NULL GENERATED ALWAYS AS ('signed'::text),
  signer_id uuid NOT NULL,
  signer_role text NOT NULL GENERATED ALWAYS AS ('physician'::text),
  content_hash bytea NOT NULL,
  letter_version integer,
  signed_at timestamp with time zone NOT NULL DEFAULT now(),
  assertions_bound boolean DEFAULT true,
  CONSTRAINT only_bound_words_are_signed FOREIGN KEY (clinic_id, subject_id, letter_version, assertions_bound) REFERENCES stipple.letter_version(clinic_id, letter_id, version, assertions_bound),
  CONSTRAINT only_physicians_sign FOREIGN KEY (clinic_id, signer_id, signer_role) REFERENCES stipple.staff_role(clinic_id, staff_id, role),
  CONSTRAINT signature_content_hash_check CHECK ((length(content_hash) = 32)),
  CONSTRAINT signature_covers_words FOREIGN KEY (clinic_id, subject_id, letter_version, content_hash) REFERENCES stipple.letter_version(clinic_id, letter_id, version, content_hash),
  CONSTRAINT signature_has_event FOREIGN KEY (clinic_id, case_id, subject, subject_id, seq, signed_state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT signature_of_content UNIQUE (clinic_id, subject_id, content_hash),
  CONSTRAINT signature_of_version UNIQUE (clinic_id, subject_id, letter_version),
  CONSTRAINT signature_pkey PRIMARY KEY (clinic_id, subject_id),
  CONSTRAINT signature_subject_check CHECK ((subject = ANY (ARRAY['screening'::text, 'letter'::text, 'challenge'::text])))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (case_id, clinic_id, content_hash, letter_version, seq, signer_id, subject, subject_id);

-- People who sign in. An e-mail address belongs to one person of one clinic.
CREATE TABLE stipple.staff (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  name text NOT NULL,
  email text NOT NULL,
  password_hash text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  failed_tries integer NOT NULL DEFAULT 0,
  locked_until timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT staff_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT staff_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  CONSTRAINT staff_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  CONSTRAINT staff_pkey PRIMARY KEY (clinic_id, id)
);
-- row-level security
CREATE UNIQUE INDEX staff_email ON stipple.staff USING btree (lower(email));
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT INSERT (clinic_id, email, id, name, password_hash);
GRANT SELECT (active, clinic_id, created_at, email, failed_tries, id, locked_until, name);
GRANT UPDATE (active, failed_tries, locked_until, name, password_hash);

-- How somebody likes to work: theme, density, contrast, keys. Nothing depends on it; what is not understood is ignored.
CREATE TABLE stipple.staff_preference (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  chosen jsonb NOT NULL DEFAULT '{}'::jsonb,
  changed_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT staff_preference_chosen_check CHECK ((jsonb_typeof(chosen) = 'object'::text)),
  CONSTRAINT staff_preference_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT staff_preference_pkey PRIMARY KEY (clinic_id, staff_id)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (clinic_id, staff_id);
GRANT UPDATE (changed_at, chosen);

-- Who may act as what. A row is ended, not deleted: old signatures refer to it.
CREATE TABLE stipple.staff_role (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  role text NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT staff_role_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT staff_role_pkey PRIMARY KEY (clinic_id, staff_id, role),
  CONSTRAINT staff_role_role_check CHECK ((role = ANY (ARRAY['coordinator'::text, 'physician'::text, 'manager'::text, 'administrator'::text])))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (clinic_id, role, staff_id);
GRANT UPDATE (ended_at);

-- A file by its content. The bytes lie in the file store under the same hash.
CREATE TABLE stipple.stored_file (
  clinic_id uuid NOT NULL,
  sha256 bytea NOT NULL,
  bytes bigint NOT NULL,
  media_type text NOT NULL,
  stored_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT stored_file_bytes_check CHECK ((bytes > 0)),
  CONSTRAINT stored_file_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT stored_file_pkey PRIMARY KEY (clinic_id, sha256),
  CONSTRAINT stored_file_sha256_check CHECK ((length(sha256) = 32))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (bytes, clinic_id, media_type, sha256);

-- What a stored picture measures, and its two smaller copies: for a list, and for a screen or a printed page. Made once.
CREATE TABLE stipple.stored_picture (
  clinic_id uuid NOT NULL,
  sha256 bytea NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  small_sha256 bytea NOT NULL,
  large_sha256 bytea NOT NULL,
  CONSTRAINT stored_picture_clinic_id_large_sha256_fkey FOREIGN KEY (clinic_id, large_sha256) REFERENCES stipple.stored_file(clinic_id, sha256),
  CONSTRAINT stored_picture_clinic_id_sha256_fkey FOREIGN KEY (clinic_id, sha256) REFERENCES stipple.stored_file(clinic_id, sha256),
  CONSTRAINT stored_picture_clinic_id_small_sha256_fkey FOREIGN KEY (clinic_id, small_sha256) REFERENCES stipple.stored_file(clinic_id, sha256),
  CONSTRAINT stored_picture_height_check CHECK (((height >= 1) AND (height <= 8192))),
  CONSTRAINT stored_picture_pkey PRIMARY KEY (clinic_id, sha256),
  CONSTRAINT stored_picture_width_check CHECK (((width >= 1) AND (width <= 8192)))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (clinic_id, height, large_sha256, sha256, small_sha256, width);

-- Something somebody has to do because of a move, such as rebooking after a revocation.
CREATE TABLE stipple.task (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('task'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  about text NOT NULL,
  for_role text NOT NULL,
  due_on date NOT NULL,
  watch_key text,
  watched_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (watch_key IS NOT NULL) THEN id
    ELSE NULL::uuid
END),
  CONSTRAINT clinical_alert_is_for_physician CHECK (((kind <> 'clinical_alert'::text) OR (for_role = 'physician'::text))),
  CONSTRAINT clinical_alert_is_not_watched CHECK (((watch_key IS NULL) OR (kind <> 'clinical_alert'::text))),
  CONSTRAINT task_about_check CHECK (((length(about) >= 1) AND (length(about) <= 400))),
  CONSTRAINT task_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT task_for_role_check CHECK ((for_role = ANY (ARRAY['coordinator'::text, 'physician'::text, 'manager'::text]))),
  CONSTRAINT task_is_watched UNIQUE (clinic_id, watched_id),
  CONSTRAINT task_kind_check CHECK ((kind = ANY (ARRAY['rebook_blocked'::text, 'call_payer'::text, 'prove_phone_approval'::text, 'answer_payer'::text, 'revise_letter'::text, 'clinical_alert'::text, 'answer_late'::text, 'chase_decision'::text, 'renew_authorization'::text, 'ask_for_units'::text, 'secure_booking'::text, 'confirm_receipt'::text, 'ask_for_call'::text, 'file_appeal'::text, 'filing_missed'::text, 'collect_installment'::text, 'settle_card_payment'::text, 'look_at_photos'::text, 'give_estimate'::text]))),
  CONSTRAINT task_of_kind UNIQUE (clinic_id, case_id, id, kind),
  CONSTRAINT task_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT task_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT task_watch_key_check CHECK (((length(watch_key) >= 3) AND (length(watch_key) <= 100)))
);
-- row-level security
CREATE UNIQUE INDEX one_open_task_of_watch ON stipple.task USING btree (clinic_id, watch_key) WHERE ((state = 'open'::text) AND (watch_key IS NOT NULL));
CREATE INDEX open_task_by_role ON stipple.task USING btree (clinic_id, for_role, due_on) WHERE (state = 'open'::text);
CREATE INDEX task_case ON stipple.task USING btree (clinic_id, case_id);
CREATE TRIGGER final_is_final BEFORE UPDATE ON stipple.task FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final('done');
CREATE TRIGGER no_reminder_while_disputed BEFORE INSERT ON stipple.task FOR EACH ROW WHEN ((new.kind = 'collect_installment'::text)) EXECUTE FUNCTION stipple.refuse_reminder();
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.task FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (about, case_id, clinic_id, due_on, for_role, id, kind, seq, state, watch_key);
GRANT UPDATE (seq, state);

-- One course of treatment of one site for one patient, from the first call to the last claim.
CREATE TABLE stipple.treatment_case (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL GENERATED ALWAYS AS (id),
  subject text NOT NULL GENERATED ALWAYS AS ('treatment_case'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  case_number integer NOT NULL,
  patient_id uuid NOT NULL,
  coverage_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  plan_type text NOT NULL,
  cause text NOT NULL,
  injured_on date,
  injury_context text NOT NULL,
  body_site text NOT NULL,
  side text NOT NULL,
  diagnoses text[] NOT NULL,
  procedure_code text NOT NULL,
  planned_sessions integer NOT NULL,
  physician_id uuid NOT NULL,
  physician_role text NOT NULL GENERATED ALWAYS AS ('physician'::text),
  owner_id uuid,
  next_touch_on date,
  stage text NOT NULL,
  acts_next text NOT NULL,
  next_step text NOT NULL,
  due_on date,
  opened_at timestamp with time zone NOT NULL DEFAULT now(),
  close_reason text,
  due_for text,
  deadline_on date,
  deadline_what text,
  file_by_on date,
  bookable_until date,
  money_cents bigint,
  press_touch date NOT NULL GENERATED ALWAYS AS (COALESCE(next_touch_on, 'infinity'::date)),
  press_money bigint NOT NULL GENERATED ALWAYS AS ((- COALESCE(money_cents, (0)::bigint))),
  press_due date NOT NULL GENERATED ALWAYS AS (COALESCE(due_on, 'infinity'::date)),
  press_day date NOT NULL GENERATED ALWAYS AS (COALESCE(LEAST(deadline_on, next_touch_on), 'infinity'::date)),
  press_rank smallint NOT NULL GENERATED ALWAYS AS (
CASE
    WHEN ((deadline_on <= next_touch_on) OR ((deadline_on IS NOT NULL) AND (next_touch_on IS NULL))) THEN 0
    ELSE 1
END),
  CONSTRAINT case_number_once UNIQUE (clinic_id, case_number),
  CONSTRAINT closed_case_has_reason CHECK (((state = 'closed'::text) = (close_reason IS NOT NULL))),
  CONSTRAINT closed_case_presses_nobody CHECK (((state <> 'closed'::text) OR (num_nonnulls(deadline_on, file_by_on, bookable_until, money_cents) = 0))),
  CONSTRAINT deadline_says_what CHECK (((deadline_on IS NULL) = (deadline_what IS NULL))),
  CONSTRAINT due_day_says_what_for CHECK (((due_on IS NULL) = (due_for IS NULL))),
  CONSTRAINT open_case_has_next_touch CHECK (((state <> 'open'::text) OR (next_touch_on IS NOT NULL))),
  CONSTRAINT treatment_case_clinic_id_coverage_id_patient_id_payer_id_fkey FOREIGN KEY (clinic_id, coverage_id, patient_id, payer_id) REFERENCES stipple.coverage(clinic_id, id, patient_id, payer_id),
  CONSTRAINT treatment_case_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT treatment_case_clinic_id_owner_id_fkey FOREIGN KEY (clinic_id, owner_id) REFERENCES stipple.staff(clinic_id, id),
  CONSTRAINT treatment_case_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES stipple.patient(clinic_id, id),
  CONSTRAINT treatment_case_clinic_id_physician_id_physician_role_fkey FOREIGN KEY (clinic_id, physician_id, physician_role) REFERENCES stipple.staff_role(clinic_id, staff_id, role),
  CONSTRAINT treatment_case_diagnoses_check CHECK (((cardinality(diagnoses) >= 1) AND (cardinality(diagnoses) <= 12))),
  CONSTRAINT treatment_case_due_for_check CHECK ((due_for = ANY (ARRAY['deadline'::text, 'session'::text, 'estimate'::text, 'task'::text, 'touch'::text]))),
  CONSTRAINT treatment_case_money_cents_check CHECK ((money_cents >= 0)),
  CONSTRAINT treatment_case_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT treatment_case_planned_sessions_check CHECK (((planned_sessions >= 1) AND (planned_sessions <= 20))),
  CONSTRAINT treatment_case_procedure_code_check CHECK ((procedure_code ~ '^[0-9A-Z]{5}$'::text)),
  CONSTRAINT treatment_case_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED
);
-- row-level security
CREATE INDEX case_by_patient ON stipple.treatment_case USING btree (clinic_id, patient_id);
CREATE INDEX closed_cases ON stipple.treatment_case USING btree (clinic_id, press_day, press_rank, press_money, id) WHERE (state = 'closed'::text);
CREATE INDEX queue_by_due ON stipple.treatment_case USING btree (clinic_id, press_due, id) WHERE (state = 'open'::text);
CREATE INDEX queue_by_money ON stipple.treatment_case USING btree (clinic_id, press_money, id) WHERE (state = 'open'::text);
CREATE INDEX queue_by_press ON stipple.treatment_case USING btree (clinic_id, press_day, press_rank, press_money, id) WHERE (state = 'open'::text);
CREATE INDEX queue_by_touch ON stipple.treatment_case USING btree (clinic_id, press_touch, id) WHERE (state = 'open'::text);
CREATE INDEX queue_of_appeals ON stipple.treatment_case USING btree (clinic_id, press_day, press_rank, press_money, id) WHERE ((state = 'open'::text) AND (file_by_on IS NOT NULL));
CREATE INDEX queue_of_nobody ON stipple.treatment_case USING btree (clinic_id, press_day, press_rank, press_money, id) WHERE ((state = 'open'::text) AND (owner_id IS NULL));
CREATE INDEX queue_of_owner ON stipple.treatment_case USING btree (clinic_id, owner_id, press_day, press_rank, press_money, id) WHERE (state = 'open'::text);
CREATE INDEX queue_of_party ON stipple.treatment_case USING btree (clinic_id, acts_next, press_day, press_rank, press_money, id) WHERE (state = 'open'::text);
CREATE INDEX queue_of_payer ON stipple.treatment_case USING btree (clinic_id, payer_id, press_day, press_rank, press_money, id) WHERE (state = 'open'::text);
CREATE INDEX queue_of_self_pay ON stipple.treatment_case USING btree (clinic_id, press_day, press_rank, press_money, id) WHERE ((state = 'open'::text) AND (stage = ANY (ARRAY['self_pay_open'::text, 'self_pay_ready'::text])));
CREATE INDEX queue_of_stage ON stipple.treatment_case USING btree (clinic_id, stage, press_day, press_rank, press_money, id) WHERE (state = 'open'::text);
CREATE INDEX queue_to_book ON stipple.treatment_case USING btree (clinic_id, press_day, press_rank, press_money, id) WHERE ((state = 'open'::text) AND (bookable_until IS NOT NULL));
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.treatment_case FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (acts_next, body_site, bookable_until, case_number, cause, clinic_id, close_reason, coverage_id, deadline_on, deadline_what, diagnoses, due_for, due_on, file_by_on, id, injured_on, injury_context, money_cents, next_step, next_touch_on, owner_id, patient_id, payer_id, physician_id, plan_type, planned_sessions, procedure_code, seq, side, stage, state);
GRANT UPDATE (acts_next, bookable_until, close_reason, deadline_on, deadline_what, diagnoses, due_for, due_on, file_by_on, money_cents, next_step, next_touch_on, owner_id, plan_type, planned_sessions, seq, stage, state);

-- What was done: area, device, lot and the signed note. Written once.
CREATE TABLE stipple.treatment_record (
  clinic_id uuid NOT NULL,
  session_id uuid NOT NULL,
  case_id uuid NOT NULL,
  seq integer NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('treatment_session'::text),
  performed_state text NOT NULL GENERATED ALWAYS AS ('performed'::text),
  session_on date NOT NULL,
  clinic_time_zone text NOT NULL,
  performed_on date NOT NULL,
  performer_id uuid NOT NULL,
  area_cm2 numeric(7,1) NOT NULL,
  device text NOT NULL,
  lot text NOT NULL,
  note text NOT NULL,
  signed_by uuid NOT NULL,
  signer_role text NOT NULL GENERATED ALWAYS AS ('physician'::text),
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT only_physicians_record_treatment FOREIGN KEY (clinic_id, signed_by, signer_role) REFERENCES stipple.staff_role(clinic_id, staff_id, role),
  CONSTRAINT performed_on_its_day CHECK (((performed_on = session_on) AND (session_on <= ((recorded_at AT TIME ZONE clinic_time_zone))::date))),
  CONSTRAINT treatment_has_event FOREIGN KEY (clinic_id, case_id, subject, session_id, seq, performed_state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT treatment_of_session FOREIGN KEY (clinic_id, session_id, case_id, session_on, clinic_time_zone, performer_id) REFERENCES stipple.treatment_session(clinic_id, id, case_id, session_on, clinic_time_zone, clinician_id) ON UPDATE CASCADE,
  CONSTRAINT treatment_record_area_cm2_check CHECK ((area_cm2 > (0)::numeric)),
  CONSTRAINT treatment_record_device_check CHECK (((length(btrim(device)) >= 1) AND (length(btrim(device)) <= 120))),
  CONSTRAINT treatment_record_lot_check CHECK (((length(btrim(lot)) >= 1) AND (length(btrim(lot)) <= 60))),
  CONSTRAINT treatment_record_note_check CHECK (((length(btrim(note)) >= 1) AND (length(btrim(note)) <= 8000))),
  CONSTRAINT treatment_record_of_case UNIQUE (clinic_id, session_id, case_id),
  CONSTRAINT treatment_record_pkey PRIMARY KEY (clinic_id, session_id)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (area_cm2, case_id, clinic_id, clinic_time_zone, device, lot, note, performed_on, performer_id, seq, session_id, session_on, signed_by);

-- One treatment. While booked it holds units of a clearance; PostgreSQL refuses it otherwise.
CREATE TABLE stipple.treatment_session (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('treatment_session'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  procedure_code text NOT NULL,
  units integer NOT NULL DEFAULT 1,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  clinic_time_zone text NOT NULL,
  session_on date GENERATED ALWAYS AS (((starts_at AT TIME ZONE clinic_time_zone))::date),
  room_id uuid,
  clinician_id uuid,
  hold text NOT NULL GENERATED ALWAYS AS (
CASE
    WHEN (state = ANY (ARRAY['scheduled'::text, 'checked_in'::text])) THEN 'live'::text
    WHEN (state = ANY (ARRAY['performed'::text, 'billed'::text])) THEN 'used'::text
    ELSE 'none'::text
END),
  held_slot integer GENERATED ALWAYS AS (
CASE
    WHEN (state = ANY (ARRAY['scheduled'::text, 'checked_in'::text, 'performed'::text, 'billed'::text])) THEN units
    ELSE NULL::integer
END),
  record_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (state = ANY (ARRAY['performed'::text, 'billed'::text])) THEN id
    ELSE NULL::uuid
END),
  end_reason text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT clinician_is_free EXCLUDE USING gist (clinic_id WITH =, clinician_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((state = ANY (ARRAY['scheduled'::text, 'checked_in'::text, 'performed'::text, 'billed'::text]))),
  CONSTRAINT performed_session_has_record FOREIGN KEY (clinic_id, record_id) REFERENCES stipple.treatment_record(clinic_id, session_id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT room_is_free EXCLUDE USING gist (clinic_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((state = ANY (ARRAY['scheduled'::text, 'checked_in'::text, 'performed'::text, 'billed'::text]))),
  CONSTRAINT session_day UNIQUE (clinic_id, id, case_id, session_on, clinic_time_zone, clinician_id),
  CONSTRAINT session_has_time CHECK (((num_nonnulls(starts_at, ends_at, room_id, clinician_id) =
CASE state
    WHEN 'planned'::text THEN 0
    ELSE 4
END) OR ((num_nonnulls(starts_at, ends_at, room_id, clinician_id) = 0) AND (state = 'cancelled'::text)))),
  CONSTRAINT session_holds_its_units FOREIGN KEY (clinic_id, id, held_slot) REFERENCES stipple.session_unit(clinic_id, session_id, slot) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT session_in_clinic_time FOREIGN KEY (clinic_id, clinic_time_zone) REFERENCES stipple.clinic(id, time_zone) ON UPDATE CASCADE,
  CONSTRAINT session_key UNIQUE (clinic_id, id, case_id, procedure_code, starts_at, session_on, hold, clinician_id),
  CONSTRAINT session_lasts CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '08:00:00'::interval)))),
  CONSTRAINT stopped_session_has_reason CHECK (((state <> ALL (ARRAY['blocked'::text, 'cancelled'::text])) OR (COALESCE(btrim(end_reason), ''::text) <> ''::text))),
  CONSTRAINT treatment_session_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case(clinic_id, id),
  CONSTRAINT treatment_session_clinic_id_clinician_id_fkey FOREIGN KEY (clinic_id, clinician_id) REFERENCES stipple.provider(clinic_id, id),
  CONSTRAINT treatment_session_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES stipple.room(clinic_id, id),
  CONSTRAINT treatment_session_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT treatment_session_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT treatment_session_units_check CHECK (((units >= 1) AND (units <= 20)))
);
-- row-level security
CREATE INDEX session_calendar ON stipple.treatment_session USING btree (clinic_id, session_on);
CREATE INDEX session_case ON stipple.treatment_session USING btree (clinic_id, case_id);
CREATE TRIGGER booking_held_its_units BEFORE UPDATE ON stipple.treatment_session FOR EACH ROW WHEN (((old.state = ANY (ARRAY['scheduled'::text, 'checked_in'::text])) AND (new.seq > old.seq))) EXECUTE FUNCTION stipple.refuse_empty_booking();
CREATE TRIGGER final_is_final BEFORE UPDATE ON stipple.treatment_session FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final('billed', 'cancelled', 'no_show');
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.treatment_session FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
CREATE TRIGGER session_moves_forward BEFORE UPDATE ON stipple.treatment_session FOR EACH ROW EXECUTE FUNCTION stipple.refuse_session_rewrite();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (case_id, clinic_id, clinic_time_zone, clinician_id, end_reason, ends_at, id, procedure_code, room_id, seq, starts_at, state, units);
GRANT UPDATE (case_id, clinic_time_zone, clinician_id, end_reason, ends_at, procedure_code, room_id, seq, starts_at, state, units);

-- An earlier treatment: what, from when until when, with which result.
CREATE TABLE stipple.treatment_tried (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  treatment text NOT NULL,
  from_on date NOT NULL,
  to_on date,
  result text NOT NULL,
  words text,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  kind text NOT NULL GENERATED ALWAYS AS ('treatment'::text),
  CONSTRAINT ongoing_treatment_has_no_end CHECK (((result = 'ongoing'::text) = (to_on IS NULL))),
  CONSTRAINT treatment_begins_on_its_day FOREIGN KEY (clinic_id, evidence_id, kind, from_on) REFERENCES stipple.evidence(clinic_id, id, kind, on_day),
  CONSTRAINT treatment_is_of_evidence FOREIGN KEY (clinic_id, evidence_id, kind) REFERENCES stipple.evidence(clinic_id, id, kind),
  CONSTRAINT treatment_not_ahead CHECK ((to_on <= ((recorded_at AT TIME ZONE 'Etc/GMT-14'::text))::date)),
  CONSTRAINT treatment_runs_forward CHECK ((to_on >= from_on)),
  CONSTRAINT treatment_tried_pkey PRIMARY KEY (clinic_id, evidence_id),
  CONSTRAINT treatment_tried_result_check CHECK ((result = ANY (ARRAY['failed'::text, 'helped'::text, 'ongoing'::text]))),
  CONSTRAINT treatment_tried_treatment_check CHECK ((treatment = ANY (ARRAY['silicone'::text, 'compression'::text, 'massage_therapy'::text, 'splinting'::text, 'steroid_injection'::text, 'fluorouracil_injection'::text, 'pulsed_laser'::text, 'ablative_laser'::text, 'graft_or_release'::text, 'topical'::text]))),
  CONSTRAINT treatment_tried_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
POLICY evidence_is_read_by FOR r USING (( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as) OR ( SELECT stipple.tries_a_policy() AS tries_a_policy)) WITH CHECK –;
POLICY evidence_is_written_by FOR a USING – WITH CHECK ( SELECT stipple.acts_as('{coordinator,physician}'::text[]) AS acts_as);
GRANT SELECT;
GRANT INSERT (clinic_id, evidence_id, from_on, result, to_on, treatment, words);

-- Notices that bear our mark and name a transaction that this database does not know, as after a restored backup. No clinic may read them: nobody knows whose money it is.
CREATE TABLE stipple.unclaimed_card_notice (
  event_id text NOT NULL,
  what text NOT NULL,
  transaction_id uuid NOT NULL,
  payment_ref text,
  cents bigint,
  currency text,
  happened_at timestamp with time zone NOT NULL,
  kept_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT unclaimed_card_notice_event_id_check CHECK ((event_id ~ '^[[:graph:]]{1,100}$'::text)),
  CONSTRAINT unclaimed_card_notice_payment_ref_check CHECK ((payment_ref ~ '^[[:graph:]]{1,80}$'::text)),
  CONSTRAINT unclaimed_card_notice_pkey PRIMARY KEY (event_id),
  CONSTRAINT unclaimed_card_notice_what_check CHECK ((what = ANY (ARRAY['paid'::text, 'not_paid'::text, 'refunds_changed'::text])))
);

-- Failed tries for addresses that nobody has: they lock out like any other, so that nobody learns which exist. Hashes only; reached through functions.
CREATE TABLE stipple.unknown_address_try (
  address_hash bytea NOT NULL,
  failed_tries integer NOT NULL,
  locked_until timestamp with time zone,
  tried_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT unknown_address_try_address_hash_check CHECK ((length(address_hash) = 32)),
  CONSTRAINT unknown_address_try_pkey PRIMARY KEY (address_hash)
);
-- row-level security

-- How far the watching has come through a clinic's open cases. Written with each batch, so that a killed one goes on from there.
CREATE TABLE stipple.watching_round (
  clinic_id uuid NOT NULL,
  began_at timestamp with time zone NOT NULL DEFAULT '-infinity'::timestamp with time zone,
  after_case uuid,
  ended_at timestamp with time zone DEFAULT '-infinity'::timestamp with time zone,
  CONSTRAINT ended_round_has_no_place CHECK (((ended_at IS NULL) OR (after_case IS NULL))),
  CONSTRAINT watching_round_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES stipple.clinic(id),
  CONSTRAINT watching_round_pkey PRIMARY KEY (clinic_id)
);
-- row-level security
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (clinic_id);
GRANT UPDATE (after_case, began_at, ended_at);

-- The payer's words on what it did not grant of a request that it approved in part or otherwise: adverse for that part, and argued like a denial. It often comes later than the approval, in a letter of its own. Written once.
CREATE TABLE stipple.withheld_reason (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('withheld_reason'::text),
  state text NOT NULL,
  seq integer NOT NULL,
  request_id uuid NOT NULL,
  of_state text NOT NULL,
  words text NOT NULL,
  group_code text,
  reason_code text,
  remarks text[] NOT NULL,
  kind text NOT NULL,
  page text,
  document_id uuid,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT withheld_document FOREIGN KEY (clinic_id, document_id, case_id) REFERENCES stipple.case_document(clinic_id, id, case_id),
  CONSTRAINT withheld_for_one_reason UNIQUE (clinic_id, request_id),
  CONSTRAINT withheld_from_lesser_approval FOREIGN KEY (clinic_id, request_id, case_id, of_state) REFERENCES stipple.auth_request(clinic_id, id, case_id, state),
  CONSTRAINT withheld_reason_group_code_check CHECK ((group_code = ANY (ARRAY['CO'::text, 'PR'::text, 'OA'::text, 'PI'::text]))),
  CONSTRAINT withheld_reason_kind_check CHECK ((kind = ANY (ARRAY['clinical'::text, 'administrative'::text, 'benefit_exclusion'::text]))),
  CONSTRAINT withheld_reason_of_state_check CHECK ((of_state = ANY (ARRAY['partial'::text, 'modified'::text]))),
  CONSTRAINT withheld_reason_page_check CHECK (((length(btrim(page)) >= 1) AND (length(btrim(page)) <= 20))),
  CONSTRAINT withheld_reason_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT withheld_reason_remarks_check CHECK (((cardinality(remarks) <= 20) AND (array_position(remarks, NULL::text) IS NULL))),
  CONSTRAINT withheld_reason_shows_last_event FOREIGN KEY (clinic_id, case_id, subject, id, seq, state) REFERENCES stipple.case_event(clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT withheld_reason_words_check CHECK (((length(btrim(words)) >= 1) AND (length(btrim(words)) <= 8000)))
);
-- row-level security
CREATE INDEX withheld_reason_case ON stipple.withheld_reason USING btree (clinic_id, case_id);
CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON stipple.withheld_reason FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move();
POLICY clinic_scope FOR * USING (clinic_id = ( SELECT stipple.current_clinic() AS current_clinic)) WITH CHECK –;
GRANT SELECT;
GRANT INSERT (case_id, clinic_id, document_id, group_code, id, kind, of_state, page, reason_code, remarks, request_id, seq, state, words);

-- Every photograph that is described, by its document, with its details as they stand now.
CREATE VIEW stipple.photo AS
SELECT clinic_id,
    case_id,
    document_id AS id,
    id AS detail_id,
    taken_on,
    view,
    shows_scale,
    consent_by,
    consent_name,
    consent_on,
    consent_uses,
    ('payer'::text = ANY (consent_uses)) AS consented
   FROM stipple.photo_detail d
  WHERE (NOT (EXISTS ( SELECT
           FROM stipple.photo_detail newer
          WHERE ((newer.clinic_id = d.clinic_id) AND (newer.corrects_id = d.id)))));
-- the application role may read it

-- What reported_request has to hold, told from the record.
CREATE VIEW stipple.request_as_reported AS
SELECT r.clinic_id,
    r.id,
    r.case_id,
    r.state,
    r.urgency,
    r.submitted_at,
    r.payer_received_at,
    r.decided_on,
    c.payer_id,
    c.plan_type,
    codes.asked AS codes,
    signer.id AS signer_id,
    r.owner_at_submission,
    computed.outcome AS computed_outcome,
        CASE
            WHEN (r.state = 'denied'::text) THEN COALESCE(r.denial_code, ''::text)
            WHEN r.adverse THEN COALESCE(w.reason_code, ''::text)
            ELSE NULL::text
        END AS reason,
        CASE
            WHEN (r.state = 'denied'::text) THEN jsonb_build_object('group', NULL::unknown, 'code', r.denial_code, 'remarks', to_jsonb(r.denial_remarks), 'kind', r.denial_kind, 'screened', screened.outcome)
            WHEN r.adverse THEN jsonb_build_object('group', NULL::unknown, 'code', w.reason_code, 'remarks', to_jsonb(COALESCE(w.remarks, '{}'::text[])), 'kind', COALESCE(w.kind, 'clinical'::text), 'screened', screened.outcome)
            ELSE NULL::jsonb
        END AS read_from,
    (NOT (EXISTS ( SELECT
           FROM stipple.auth_request e
          WHERE (((e.clinic_id = r.clinic_id) AND (e.case_id = r.case_id)) AND (ROW(e.submitted_at, e.id) < ROW(r.submitted_at, r.id)))))) AS first_sent,
    (decided."is" AND (NOT (EXISTS ( SELECT
           FROM stipple.auth_request e
          WHERE (((e.clinic_id = r.clinic_id) AND (e.case_id = r.case_id)) AND (e.state = ANY (ARRAY['approved'::text, 'partial'::text, 'modified'::text, 'denied'::text])) AND (ROW(e.decided_on, e.id) < ROW(r.decided_on, r.id))))))) AS first_decision,
    ((r.state = 'denied'::text) AND (NOT (EXISTS ( SELECT
           FROM stipple.auth_request e
          WHERE (((e.clinic_id = r.clinic_id) AND (e.case_id = r.case_id)) AND (e.state = 'denied'::text) AND (ROW(e.decided_on, e.id) < ROW(r.decided_on, r.id))))))) AS first_denial,
    ((r.state = 'approved'::text) AND (r.information_items IS NULL) AND (r.supersedes_id IS NULL) AND (NOT ((r.purpose = 'initial'::text) AND (EXISTS ( SELECT
           FROM stipple.auth_request e
          WHERE (((e.clinic_id = r.clinic_id) AND (e.case_id = r.case_id)) AND (e.submitted_at < r.submitted_at) AND (e.state = ANY (ARRAY['rejected_unreviewed'::text, 'denied'::text, 'partial'::text, 'modified'::text, 'cancelled'::text, 'withdrawn'::text])))))))) AS first_pass,
        CASE
            WHEN decided."is" THEN ((r.decided_on - ((r.payer_received_at AT TIME ZONE k.time_zone))::date) - COALESCE(waited.days, 0))
            ELSE NULL::integer
        END AS payer_days,
    asked.cents AS asked_cents,
    granted.cents AS granted_cents,
    (decided."is" AND (EXISTS ( SELECT
           FROM stipple.payer_authorization a
          WHERE (((a.clinic_id = r.clinic_id) AND (a.case_id = r.case_id)) AND (a.decided_on >= r.decided_on) AND (a.state <> 'revoked'::text))))) AS authorized_since,
    (decided."is" AND (EXISTS ( SELECT
           FROM (stipple.self_pay_agreement g
             JOIN stipple.patient_signature s ON (((s.clinic_id = g.clinic_id) AND (s.agreement_id = g.id))))
          WHERE (((g.clinic_id = r.clinic_id) AND (g.case_id = r.case_id)) AND (((s.signed_at AT TIME ZONE k.time_zone))::date >= r.decided_on))))) AS signed_since,
    (c.state = 'open'::text) AS case_open,
    sent.of_request AS appealed_on,
    sent.of_case AS case_appealed_on,
    ((closing.at AT TIME ZONE k.time_zone))::date AS closed_on,
        CASE
            WHEN (c.state = 'closed'::text) THEN c.close_reason
            ELSE NULL::text
        END AS close_reason,
    COALESCE(sent."any", false) AS challenged,
    held.open_seconds,
    held.payer_seconds,
    money.agreed AS agreed_cents,
    money.paid AS paid_cents,
        CASE
            WHEN (r.payer_received_at IS NOT NULL) THEN md5((jsonb_build_array(k.time_zone, c.plan_type, r.urgency, r.channel, EXTRACT(epoch FROM r.submitted_at), EXTRACT(epoch FROM r.payer_received_at), r.decided_on, r.notice_dated_on, r.notice_received_on, asking.told, extended.dated_on, extended.because))::text)
            ELSE NULL::text
        END AS clock_facts
   FROM (((((((((((((((((stipple.auth_request r
     JOIN stipple.clinic k ON ((k.id = r.clinic_id)))
     JOIN stipple.treatment_case c ON (((c.clinic_id = r.clinic_id) AND (c.id = r.case_id))))
     CROSS JOIN LATERAL ( SELECT (r.state = ANY (ARRAY['approved'::text, 'partial'::text, 'modified'::text, 'denied'::text])) AS "is") decided)
     CROSS JOIN LATERAL ( SELECT string_agg(DISTINCT (l.value ->> 'procedureCode'::text), ','::text ORDER BY (l.value ->> 'procedureCode'::text)) AS asked
           FROM jsonb_array_elements(r.lines) l(value)) codes)
     LEFT JOIN stipple.withheld_reason w ON (((w.clinic_id = r.clinic_id) AND (w.request_id = r.id))))
     LEFT JOIN LATERAL ( SELECT g.signer_id AS id
           FROM ((stipple.case_event v
             JOIN stipple.letter x ON (((x.clinic_id = v.clinic_id) AND (x.case_id = v.case_id))))
             JOIN stipple.signature g ON ((((g.clinic_id = x.clinic_id) AND (g.subject_id = x.id)) AND (g.signed_at <= v.at))))
          WHERE ((v.clinic_id = r.clinic_id) AND (v.subject_id = r.id) AND (v.move = 'submit'::text))
          ORDER BY g.signed_at DESC
         LIMIT 1) signer ON (true))
     LEFT JOIN LATERAL ( SELECT x.computed_outcome AS outcome
           FROM ((stipple.case_event v
             JOIN stipple.screening x ON (((x.clinic_id = v.clinic_id) AND (x.case_id = v.case_id))))
             JOIN stipple.signature g ON ((((g.clinic_id = x.clinic_id) AND (g.subject_id = x.id)) AND (g.signed_at <= v.at))))
          WHERE ((v.clinic_id = r.clinic_id) AND (v.subject_id = r.id) AND (v.move = 'submit'::text))
          ORDER BY g.signed_at DESC
         LIMIT 1) computed ON (true))
     LEFT JOIN LATERAL ( SELECT x.outcome
           FROM ((stipple.case_event v
             JOIN stipple.screening x ON (((x.clinic_id = v.clinic_id) AND (x.case_id = v.case_id))))
             JOIN stipple.signature g ON ((((g.clinic_id = x.clinic_id) AND (g.subject_id = x.id)) AND (g.signed_at <= v.at))))
          WHERE (((v.clinic_id = r.clinic_id) AND (v.subject_id = r.id) AND (v.move = 'submit'::text)) AND r.adverse)
          ORDER BY g.signed_at DESC
         LIMIT 1) screened ON (true))
     LEFT JOIN LATERAL ( SELECT (sum((upper(d.days) - lower(d.days))))::integer AS days
           FROM unnest(( SELECT range_agg(daterange(q.begins, GREATEST(q.begins, q.ends))) AS range_agg
                   FROM ( SELECT GREATEST(COALESCE(((v.data ->> 'askedOn'::text))::date, ((v.at AT TIME ZONE k.time_zone))::date), ((r.payer_received_at AT TIME ZONE k.time_zone))::date) AS begins,
                            LEAST(r.decided_on, ( SELECT ((COALESCE(((n.data ->> 'sentAt'::text))::timestamp with time zone, n.at) AT TIME ZONE k.time_zone))::date AS timezone
                                   FROM stipple.case_event n
                                  WHERE (((n.clinic_id = v.clinic_id) AND (n.subject_id = v.subject_id) AND (n.seq = (v.seq + 1))) AND (n.move = 'answer_information'::text)))) AS ends
                           FROM stipple.case_event v
                          WHERE ((v.clinic_id = r.clinic_id) AND (v.subject_id = r.id) AND (v.move = 'request_information'::text))) q)) d(days)) waited ON (((r.information_items IS NOT NULL) AND decided."is")))
     LEFT JOIN LATERAL ( SELECT sum((((l.value ->> 'units'::text))::integer * x.fee_cents)) AS cents
           FROM (jsonb_array_elements(r.lines) l(value)
             JOIN stipple.code_worksheet x ON (((x.clinic_id = r.clinic_id) AND (x.case_id = r.case_id) AND (x.procedure_code = (l.value ->> 'procedureCode'::text)))))) asked ON (true))
     LEFT JOIN LATERAL ( SELECT sum((l.units * x.fee_cents)) AS cents
           FROM ((stipple.payer_authorization a
             JOIN stipple.authorization_line l ON ((((l.clinic_id = a.clinic_id) AND (l.authorization_id = a.id)) AND (l.terms_seq = ( SELECT min(t.terms_seq) AS min
                   FROM stipple.authorization_terms t
                  WHERE ((t.clinic_id = a.clinic_id) AND (t.authorization_id = a.id)))))))
             JOIN stipple.code_worksheet x ON (((x.clinic_id = a.clinic_id) AND (x.case_id = a.case_id) AND (x.procedure_code = l.procedure_code))))
          WHERE (((a.clinic_id = r.clinic_id) AND (a.case_id = r.case_id) AND (a.request_id = r.id)) AND (a.challenge_id IS NULL))) granted ON (true))
     LEFT JOIN LATERAL ( SELECT min(y.sent_on) FILTER (WHERE ((y.kind <> ALL (ARRAY['peer_to_peer'::text, 'exception'::text])) AND (y.request_id = r.id))) AS of_request,
            min(y.sent_on) FILTER (WHERE ((y.kind <> ALL (ARRAY['peer_to_peer'::text, 'exception'::text])) AND (y.sent_on >= r.decided_on))) AS of_case,
            bool_or((y.sent_on IS NOT NULL)) AS "any"
           FROM stipple.challenge y
          WHERE ((y.clinic_id = r.clinic_id) AND (y.case_id = r.case_id))) sent ON (true))
     LEFT JOIN stipple.case_event closing ON (((c.state = 'closed'::text) AND ((closing.clinic_id = c.clinic_id) AND (closing.subject_id = c.id) AND (closing.seq = c.seq)))))
     LEFT JOIN LATERAL ( SELECT ( SELECT (COALESCE(sum(EXTRACT(epoch FROM (upper(s.s) - lower(s.s)))), (0)::numeric))::bigint AS "coalesce"
                   FROM unnest(h.open) s(s)) AS open_seconds,
            ( SELECT (COALESCE(sum(EXTRACT(epoch FROM (upper(s.s) - lower(s.s)))), (0)::numeric))::bigint AS "coalesce"
                   FROM unnest((h.open * h.by_payer)) s(s)) AS payer_seconds
           FROM ( SELECT COALESCE(range_agg(e.span) FILTER (WHERE ((e.subject = 'treatment_case'::text) AND (e.to_state = 'open'::text))), '{}'::tstzmultirange) AS open,
                    COALESCE(range_agg(e.span) FILTER (WHERE (((e.subject = 'auth_request'::text) AND (e.to_state = ANY (ARRAY['submitted'::text, 'received'::text, 'pended'::text]))) OR ((e.subject = 'challenge'::text) AND (e.to_state = ANY (ARRAY['sent'::text, 'received'::text]))))), '{}'::tstzmultirange) AS by_payer
                   FROM ( SELECT t.subject,
                            t.to_state,
                            tstzrange(t.began,
                                CASE
                                    WHEN (t.ended IS NOT NULL) THEN GREATEST(t.began, t.ended)
                                    ELSE NULL::timestamp with time zone
                                END) AS span
                           FROM ( SELECT v.subject,
                                    v.to_state,
                                    date_trunc('second'::text, v.at) AS began,
                                    date_trunc('second'::text, lead(v.at) OVER (PARTITION BY v.subject_id ORDER BY v.seq)) AS ended
                                   FROM stipple.case_event v
                                  WHERE ((c.state = 'closed'::text) AND ((v.clinic_id = r.clinic_id) AND (v.case_id = r.case_id)) AND (v.subject = ANY (ARRAY['treatment_case'::text, 'auth_request'::text, 'challenge'::text])))) t) e) h) held ON (((c.state = 'closed'::text) AND (NOT (EXISTS ( SELECT
           FROM stipple.auth_request e
          WHERE (((e.clinic_id = r.clinic_id) AND (e.case_id = r.case_id)) AND (ROW(e.submitted_at, e.id) < ROW(r.submitted_at, r.id)))))))))
     LEFT JOIN LATERAL ( SELECT (NULLIF(sum(
                CASE g.state
                    WHEN 'void'::text THEN COALESCE(e.charged_cents, (0)::bigint)
                    ELSE g.total_cents
                END), (0)::numeric))::bigint AS agreed,
            (NULLIF(sum((e.paid_cents - e.refunded_cents)), (0)::numeric))::bigint AS paid
           FROM ((stipple.self_pay_agreement g
             JOIN stipple.patient_signature s ON (((s.clinic_id = g.clinic_id) AND (s.agreement_id = g.id))))
             LEFT JOIN LATERAL ( SELECT y.charged_cents,
                    y.paid_cents,
                    y.refunded_cents
                   FROM stipple.ledger_entry y
                  WHERE ((y.clinic_id = g.clinic_id) AND (y.agreement_id = g.id))
                  ORDER BY y.entry_no DESC
                 LIMIT 1) e ON (true))
          WHERE (((g.clinic_id = r.clinic_id) AND (g.case_id = r.case_id)) AND (((s.signed_at AT TIME ZONE k.time_zone))::date >= r.decided_on))) money ON (decided."is"))
     LEFT JOIN LATERAL ( SELECT jsonb_agg(jsonb_build_array(v.move, (v.data ->> 'askedOn'::text), (v.data ->> 'sentAt'::text), EXTRACT(epoch FROM v.at)) ORDER BY v.seq) AS told
           FROM stipple.case_event v
          WHERE (((v.clinic_id = r.clinic_id) AND (v.subject_id = r.id)) AND (v.move = ANY (ARRAY['request_information'::text, 'answer_information'::text])))) asking ON ((r.information_items IS NOT NULL)))
     LEFT JOIN LATERAL ( SELECT n.dated_on,
            n.because
           FROM stipple.extension_notice n
          WHERE ((n.clinic_id = r.clinic_id) AND (n.request_id = r.id))
          ORDER BY n.recorded_at DESC, n.id DESC
         LIMIT 1) extended ON (true))
  WHERE (r.submitted_at IS NOT NULL);

CREATE OR REPLACE FUNCTION stipple.account_for_sign_in(address text)
 RETURNS TABLE(clinic_id uuid, staff_id uuid, password_hash text, active boolean, locked_until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  SELECT s.clinic_id, s.id, s.password_hash, s.active, CASE WHEN s.id IS NULL THEN u.locked_until ELSE s.locked_until END
    FROM (SELECT lower(address) AS address) asked
    LEFT JOIN stipple.staff s ON lower(s.email) = asked.address
    LEFT JOIN stipple.unknown_address_try u ON u.address_hash = sha256(convert_to(asked.address, 'UTF8'))
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.acts_as(wanted text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT EXISTS (SELECT FROM stipple.staff_role r
   WHERE r.clinic_id = stipple.current_clinic() AND r.staff_id = nullif(current_setting('stipple.staff', true), '')::uuid
     AND r.role = ANY (wanted) AND r.ended_at IS NULL)
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.append_audit(actor uuid, action text, subject text, subject_id uuid, of_case uuid, request text, detail jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
DECLARE
  clinic uuid := stipple.current_clinic();
  head stipple.audit_head;
  moment timestamptz := clock_timestamp();
  next_hash bytea;
BEGIN
  IF clinic IS NULL THEN RAISE EXCEPTION 'no clinic is set' USING ERRCODE = '42501'; END IF;
  SELECT * INTO head FROM stipple.audit_head h WHERE h.clinic_id = clinic FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'clinic % has no audit chain', clinic USING ERRCODE = '23503'; END IF;
  next_hash := stipple.audit_hash(head.hash, clinic, head.seq + 1, moment, actor, action, subject, subject_id, of_case, request, detail);
  INSERT INTO stipple.audit_entry VALUES (clinic, head.seq + 1, moment, actor, action, subject, subject_id, of_case, request, detail, next_hash);
  UPDATE stipple.audit_head h SET seq = head.seq + 1, hash = next_hash WHERE h.clinic_id = clinic;
  RETURN head.seq + 1;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.audit_flaws()
 RETURNS TABLE(seq bigint, flaw text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  WITH chain AS (
    SELECT e.*, lag(e.seq, 1, 0::bigint) OVER w AS before_seq, lag(e.hash, 1, sha256('')) OVER w AS before_hash
      FROM stipple.audit_entry e WHERE e.clinic_id = stipple.current_clinic() WINDOW w AS (ORDER BY e.seq))
  SELECT c.seq, 'missing before this entry' FROM chain c WHERE c.seq <> c.before_seq + 1
  UNION ALL
  SELECT c.seq, 'content does not match its hash' FROM chain c WHERE c.seq = c.before_seq + 1
     AND c.hash <> stipple.audit_hash(c.before_hash, c.clinic_id, c.seq, c.at, c.actor_id, c.action, c.subject, c.subject_id, c.case_id, c.request_id, c.detail)
  UNION ALL
  SELECT h.seq, 'the chain does not end here' FROM stipple.audit_head h
   WHERE h.clinic_id = stipple.current_clinic() AND NOT EXISTS (
     SELECT 1 FROM (SELECT c.seq, c.hash FROM chain c ORDER BY c.seq DESC LIMIT 1) t WHERE t.seq = h.seq AND t.hash = h.hash)
     AND NOT (h.seq = 0 AND NOT EXISTS (SELECT 1 FROM chain))
  ORDER BY 1
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.audit_hash(before bytea, clinic uuid, seq bigint, at timestamp with time zone, actor uuid, action text, subject text, subject_id uuid, case_id uuid, request_id text, detail jsonb)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN sha256((before || convert_to((jsonb_build_array(clinic, seq, EXTRACT(epoch FROM at), actor, action, subject, subject_id, case_id, request_id, detail))::text, 'UTF8'::name)));
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.card_transaction_of(wanted uuid, payment_ref text)
 RETURNS TABLE(clinic_id uuid, clinic_name text, time_zone text, is_demo boolean, transaction_id uuid, staff_id uuid, staff_name text, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  SELECT c.id, c.name, c.time_zone, c.is_demo, t.id, s.id, s.name, s.email
    FROM stipple.card_transaction t
    JOIN stipple.clinic c ON c.id = t.clinic_id
    JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (t.clinic_id, t.id, 1)
    JOIN stipple.staff s ON (s.clinic_id, s.id) = (e.clinic_id, e.actor_id)
   WHERE t.id = wanted OR (wanted IS NULL AND t.kind = 'payment' AND t.provider_ref = payment_ref)
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.cases_found(typed text, inside text, number integer, most integer DEFAULT NULL::integer)
 RETURNS TABLE(case_id uuid, rank integer, found_by text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
 SET max_parallel_workers_per_gather TO '0'
AS $function$
  SELECT c.id, 1, 'case number' FROM stipple.treatment_case c WHERE c.clinic_id = stipple.current_clinic() AND c.case_number = number
  UNION ALL
  SELECT c.id, CASE WHEN p.exact THEN 0 ELSE (ARRAY[2, 4, 8, 9])[p.rank] END, CASE WHEN p.rank > 2 THEN 'patient' ELSE p.found_by END
    FROM stipple.patients_found(typed, inside, most) p JOIN stipple.treatment_case c ON c.clinic_id = stipple.current_clinic() AND c.patient_id = p.patient_id
  UNION ALL
  (SELECT x.case_id, CASE WHEN lower(x.number) = typed THEN 0 ELSE 3 END, 'authorization ' || x.number FROM stipple.payer_authorization x
   WHERE x.clinic_id = stipple.current_clinic() AND lower(x.number) ~>=~ typed AND lower(x.number) ~<~ (typed || chr(1114111)) ORDER BY lower(x.number) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.case_id, CASE WHEN lower(x.payer_reference) = typed THEN 0 ELSE 5 END, 'payer reference ' || x.payer_reference FROM stipple.auth_request x
   WHERE x.clinic_id = stipple.current_clinic() AND x.payer_reference IS NOT NULL AND lower(x.payer_reference) ~>=~ typed AND lower(x.payer_reference) ~<~ (typed || chr(1114111)) ORDER BY lower(x.payer_reference) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.case_id, CASE WHEN lower(x.submission_reference) = typed THEN 0 ELSE 6 END, 'submission ' || x.submission_reference FROM stipple.auth_request x
   WHERE x.clinic_id = stipple.current_clinic() AND x.submission_reference IS NOT NULL AND lower(x.submission_reference) ~>=~ typed AND lower(x.submission_reference) ~<~ (typed || chr(1114111)) ORDER BY lower(x.submission_reference) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.case_id, CASE WHEN lower(x.reference_number) = typed THEN 0 ELSE 7 END, 'call reference ' || x.reference_number FROM stipple.benefit_call x
   WHERE x.clinic_id = stipple.current_clinic() AND lower(x.reference_number) ~>=~ typed AND lower(x.reference_number) ~<~ (typed || chr(1114111)) ORDER BY lower(x.reference_number) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.case_id, CASE WHEN lower(x.phone_reference) = typed THEN 0 ELSE 7 END, 'phone reference ' || x.phone_reference FROM stipple.auth_request x
   WHERE x.clinic_id = stipple.current_clinic() AND x.phone_reference IS NOT NULL AND lower(x.phone_reference) ~>=~ typed AND lower(x.phone_reference) ~<~ (typed || chr(1114111)) ORDER BY lower(x.phone_reference) USING ~<~ LIMIT most)
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.cash_dist(money, money)
 RETURNS money
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$cash_dist$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.clinics_to_watch()
 RETURNS TABLE(clinic_id uuid, hour integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  SELECT c.id, extract(hour FROM now() AT TIME ZONE c.time_zone)::integer FROM stipple.clinic c ORDER BY c.id
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.clinics_with_days_to_tell(counting text)
 RETURNS TABLE(clinic_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  SELECT k.id FROM stipple.clinic k
   WHERE EXISTS (SELECT FROM stipple.reported_day_changed c WHERE c.clinic_id = k.id)
      OR EXISTS (SELECT FROM stipple.reported_day d WHERE d.clinic_id = k.id AND d.counted_by <> counting)
   ORDER BY k.id
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.close_sign_in(token bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  DELETE FROM stipple.sign_in WHERE token_hash = token
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.close_sign_ins_of(person uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  DELETE FROM stipple.sign_in WHERE clinic_id = stipple.current_clinic() AND staff_id = person
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.count_sign_in_try(address text, allowed integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
DECLARE
  this_minute timestamptz := date_trunc('minute', now());
  counted integer;
BEGIN
  INSERT INTO stipple.sign_in_try AS t (address_hash, minute, tries) VALUES (sha256(convert_to(address, 'UTF8')), this_minute, 1)
    ON CONFLICT (address_hash) DO UPDATE SET minute = this_minute, tries = CASE WHEN t.minute = this_minute THEN t.tries + 1 ELSE 1 END
    RETURNING tries INTO counted;
  IF counted = 1 THEN DELETE FROM stipple.sign_in_try t WHERE t.minute < now() - interval '1 hour'; END IF;
  RETURN CASE WHEN counted <= allowed THEN 0 ELSE ceil(extract(epoch FROM this_minute + interval '1 minute' - now()))::integer END;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.current_clinic()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('stipple.clinic'::text, true), ''::text))::uuid;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.date_dist(date, date)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$date_dist$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.events_after(after_tx xid8, after_position bigint, most integer)
 RETURNS TABLE(tx xid8, "position" bigint, clinic_id uuid, case_id uuid, subject text, subject_id uuid, move text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  SELECT e.tx, e.position, e.clinic_id, e.case_id, e.subject, e.subject_id, e.move FROM stipple.case_event e
   WHERE (e.tx, e.position) > (after_tx, after_position) AND e.tx < pg_snapshot_xmin(pg_current_snapshot())
   ORDER BY e.tx, e.position LIMIT most
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.events_end()
 RETURNS TABLE(tx xid8, "position" bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  SELECT e.tx, e.position FROM stipple.case_event e WHERE e.tx < pg_snapshot_xmin(pg_current_snapshot())
   ORDER BY e.tx DESC, e.position DESC LIMIT 1
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.float4_dist(real, real)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$float4_dist$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.float8_dist(double precision, double precision)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$float8_dist$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bit_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bit_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bit_consistent(internal, bit, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bit_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bit_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bit_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bit_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bit_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bit_same(stipple.gbtreekey_var, stipple.gbtreekey_var, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bit_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bit_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bit_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bit_union(internal, internal)
 RETURNS stipple.gbtreekey_var
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bit_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bool_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gist', $function$gbt_bool_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bool_consistent(internal, boolean, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gist', $function$gbt_bool_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bool_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gist', $function$gbt_bool_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bool_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gist', $function$gbt_bool_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bool_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gist', $function$gbt_bool_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bool_same(stipple.gbtreekey2, stipple.gbtreekey2, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gist', $function$gbt_bool_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bool_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bool_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bool_union(internal, internal)
 RETURNS stipple.gbtreekey2
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/btree_gist', $function$gbt_bool_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bpchar_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bpchar_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bpchar_consistent(internal, character, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bpchar_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bpchar_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bpchar_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bytea_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bytea_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bytea_consistent(internal, bytea, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bytea_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bytea_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bytea_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bytea_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bytea_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bytea_same(stipple.gbtreekey_var, stipple.gbtreekey_var, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bytea_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bytea_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bytea_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_bytea_union(internal, internal)
 RETURNS stipple.gbtreekey_var
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_bytea_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_cash_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_cash_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_cash_consistent(internal, money, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_cash_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_cash_distance(internal, money, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_cash_distance$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_cash_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_cash_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_cash_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_cash_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_cash_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_cash_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_cash_same(stipple.gbtreekey16, stipple.gbtreekey16, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_cash_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_cash_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_cash_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_cash_union(internal, internal)
 RETURNS stipple.gbtreekey16
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_cash_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_date_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_date_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_date_consistent(internal, date, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_date_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_date_distance(internal, date, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_date_distance$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_date_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_date_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_date_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_date_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_date_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_date_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_date_same(stipple.gbtreekey8, stipple.gbtreekey8, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_date_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_date_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_date_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_date_union(internal, internal)
 RETURNS stipple.gbtreekey8
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_date_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_decompress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_decompress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_enum_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_enum_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_enum_consistent(internal, anyenum, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_enum_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_enum_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_enum_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_enum_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_enum_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_enum_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_enum_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_enum_same(stipple.gbtreekey8, stipple.gbtreekey8, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_enum_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_enum_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_enum_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_enum_union(internal, internal)
 RETURNS stipple.gbtreekey8
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_enum_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float4_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float4_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float4_consistent(internal, real, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float4_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float4_distance(internal, real, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float4_distance$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float4_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float4_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float4_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float4_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float4_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float4_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float4_same(stipple.gbtreekey8, stipple.gbtreekey8, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float4_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float4_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float4_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float4_union(internal, internal)
 RETURNS stipple.gbtreekey8
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float4_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float8_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float8_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float8_consistent(internal, double precision, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float8_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float8_distance(internal, double precision, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float8_distance$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float8_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float8_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float8_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float8_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float8_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float8_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float8_same(stipple.gbtreekey16, stipple.gbtreekey16, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float8_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float8_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float8_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_float8_union(internal, internal)
 RETURNS stipple.gbtreekey16
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_float8_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_inet_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_inet_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_inet_consistent(internal, inet, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_inet_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_inet_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_inet_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_inet_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_inet_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_inet_same(stipple.gbtreekey16, stipple.gbtreekey16, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_inet_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_inet_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_inet_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_inet_union(internal, internal)
 RETURNS stipple.gbtreekey16
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_inet_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int2_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int2_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int2_consistent(internal, smallint, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int2_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int2_distance(internal, smallint, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int2_distance$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int2_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int2_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int2_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int2_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int2_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int2_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int2_same(stipple.gbtreekey4, stipple.gbtreekey4, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int2_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int2_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int2_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int2_union(internal, internal)
 RETURNS stipple.gbtreekey4
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int2_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int4_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int4_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int4_consistent(internal, integer, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int4_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int4_distance(internal, integer, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int4_distance$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int4_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int4_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int4_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int4_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int4_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int4_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int4_same(stipple.gbtreekey8, stipple.gbtreekey8, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int4_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int4_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int4_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int4_union(internal, internal)
 RETURNS stipple.gbtreekey8
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int4_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int8_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int8_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int8_consistent(internal, bigint, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int8_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int8_distance(internal, bigint, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int8_distance$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int8_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int8_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int8_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int8_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int8_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int8_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int8_same(stipple.gbtreekey16, stipple.gbtreekey16, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int8_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int8_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int8_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_int8_union(internal, internal)
 RETURNS stipple.gbtreekey16
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_int8_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_intv_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_intv_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_intv_consistent(internal, interval, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_intv_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_intv_decompress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_intv_decompress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_intv_distance(internal, interval, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_intv_distance$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_intv_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_intv_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_intv_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_intv_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_intv_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_intv_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_intv_same(stipple.gbtreekey32, stipple.gbtreekey32, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_intv_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_intv_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_intv_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_intv_union(internal, internal)
 RETURNS stipple.gbtreekey32
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_intv_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad8_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad8_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad8_consistent(internal, macaddr8, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad8_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad8_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad8_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad8_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad8_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad8_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad8_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad8_same(stipple.gbtreekey16, stipple.gbtreekey16, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad8_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad8_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad8_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad8_union(internal, internal)
 RETURNS stipple.gbtreekey16
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad8_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad_consistent(internal, macaddr, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad_same(stipple.gbtreekey16, stipple.gbtreekey16, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macad_union(internal, internal)
 RETURNS stipple.gbtreekey16
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macad_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_macaddr_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_macaddr_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_numeric_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_numeric_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_numeric_consistent(internal, numeric, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_numeric_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_numeric_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_numeric_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_numeric_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_numeric_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_numeric_same(stipple.gbtreekey_var, stipple.gbtreekey_var, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_numeric_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_numeric_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_numeric_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_numeric_union(internal, internal)
 RETURNS stipple.gbtreekey_var
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_numeric_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_oid_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_oid_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_oid_consistent(internal, oid, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_oid_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_oid_distance(internal, oid, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_oid_distance$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_oid_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_oid_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_oid_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_oid_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_oid_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_oid_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_oid_same(stipple.gbtreekey8, stipple.gbtreekey8, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_oid_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_oid_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_oid_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_oid_union(internal, internal)
 RETURNS stipple.gbtreekey8
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_oid_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_text_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_text_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_text_consistent(internal, text, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_text_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_text_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_text_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_text_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_text_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_text_same(stipple.gbtreekey_var, stipple.gbtreekey_var, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_text_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_text_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_text_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_text_union(internal, internal)
 RETURNS stipple.gbtreekey_var
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_text_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_time_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_time_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_time_consistent(internal, time without time zone, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_time_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_time_distance(internal, time without time zone, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_time_distance$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_time_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_time_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_time_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_time_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_time_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_time_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_time_same(stipple.gbtreekey16, stipple.gbtreekey16, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_time_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_time_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_time_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_time_union(internal, internal)
 RETURNS stipple.gbtreekey16
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_time_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_timetz_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_timetz_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_timetz_consistent(internal, time with time zone, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_timetz_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_ts_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_ts_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_ts_consistent(internal, timestamp without time zone, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_ts_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_ts_distance(internal, timestamp without time zone, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_ts_distance$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_ts_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_ts_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_ts_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_ts_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_ts_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_ts_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_ts_same(stipple.gbtreekey16, stipple.gbtreekey16, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_ts_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_ts_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_ts_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_ts_union(internal, internal)
 RETURNS stipple.gbtreekey16
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_ts_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_tstz_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_tstz_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_tstz_consistent(internal, timestamp with time zone, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_tstz_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_tstz_distance(internal, timestamp with time zone, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_tstz_distance$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_uuid_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_uuid_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_uuid_consistent(internal, uuid, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_uuid_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_uuid_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_uuid_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_uuid_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_uuid_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_uuid_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_uuid_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_uuid_same(stipple.gbtreekey32, stipple.gbtreekey32, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_uuid_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_uuid_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_uuid_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_uuid_union(internal, internal)
 RETURNS stipple.gbtreekey32
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_uuid_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_var_decompress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_var_decompress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_var_fetch(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_var_fetch$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbt_varbit_sortsupport(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbt_varbit_sortsupport$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbtreekey16_in(cstring)
 RETURNS stipple.gbtreekey16
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbtreekey_in$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbtreekey16_out(stipple.gbtreekey16)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbtreekey_out$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbtreekey2_in(cstring)
 RETURNS stipple.gbtreekey2
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbtreekey_in$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbtreekey2_out(stipple.gbtreekey2)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbtreekey_out$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbtreekey32_in(cstring)
 RETURNS stipple.gbtreekey32
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbtreekey_in$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbtreekey32_out(stipple.gbtreekey32)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbtreekey_out$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbtreekey4_in(cstring)
 RETURNS stipple.gbtreekey4
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbtreekey_in$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbtreekey4_out(stipple.gbtreekey4)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbtreekey_out$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbtreekey8_in(cstring)
 RETURNS stipple.gbtreekey8
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbtreekey_in$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbtreekey8_out(stipple.gbtreekey8)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbtreekey_out$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbtreekey_var_in(cstring)
 RETURNS stipple.gbtreekey_var
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbtreekey_in$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gbtreekey_var_out(stipple.gbtreekey_var)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gbtreekey_out$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gin_extract_query_trgm(text, internal, smallint, internal, internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_query_trgm$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gin_extract_value_trgm(text, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_value_trgm$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gin_trgm_consistent(internal, smallint, text, integer, internal, internal, internal, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gin_trgm_triconsistent(internal, smallint, text, integer, internal, internal, internal)
 RETURNS "char"
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_triconsistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gist_translate_cmptype_btree(integer)
 RETURNS smallint
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$gist_translate_cmptype_btree$function$;
-- the application role may call it

CREATE OR REPLACE PROCEDURE stipple.grant_insert_except(IN granted regclass, IN kept text[])
 LANGUAGE plpgsql
AS $procedure$
DECLARE columns text;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns FROM pg_attribute
   WHERE attrelid = granted AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = '' AND attname <> ALL (kept);
  EXECUTE format('GRANT INSERT (%s) ON %s TO stipple_app', columns, granted);
END $procedure$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gtrgm_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_compress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gtrgm_consistent(internal, text, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_consistent$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gtrgm_decompress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_decompress$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gtrgm_distance(internal, text, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_distance$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gtrgm_in(cstring)
 RETURNS stipple.gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_in$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gtrgm_options(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE
AS '$libdir/pg_trgm', $function$gtrgm_options$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gtrgm_out(stipple.gtrgm)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_out$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gtrgm_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_penalty$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gtrgm_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_picksplit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gtrgm_same(stipple.gtrgm, stipple.gtrgm, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_same$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.gtrgm_union(internal, internal)
 RETURNS stipple.gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_union$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.int2_dist(smallint, smallint)
 RETURNS smallint
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$int2_dist$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.int4_dist(integer, integer)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$int4_dist$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.int8_dist(bigint, bigint)
 RETURNS bigint
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$int8_dist$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.interval_dist(interval, interval)
 RETURNS interval
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$interval_dist$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.items_within(items smallint[], lowest smallint[], highest smallint[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN COALESCE(((array_ndims(items) = 1) AND (cardinality(items) = cardinality(lowest)) AND (SELECT bool_and(COALESCE(((x.item >= x.low) AND (x.item <= x.high)), false)) AS bool_and FROM UNNEST(items_within.items, items_within.lowest, items_within.highest) x(item, low, high))), false);
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.keep_unclaimed_card_notice(event text, what text, wanted uuid, payment_ref text, cents bigint, currency text, happened_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  INSERT INTO stipple.unclaimed_card_notice (event_id, what, transaction_id, payment_ref, cents, currency, happened_at)
  VALUES (event, what, wanted, payment_ref, cents, currency, happened_at) ON CONFLICT DO NOTHING
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.letter_hash(procedure_codes text[], body text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN sha256(convert_to(((array_to_string(procedure_codes, ','::text) || chr(10)) || body), 'UTF8'::name));
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.letter_hash(procedure_codes text[], body text, bindings text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN sha256((convert_to(((array_to_string(procedure_codes, ','::text) || chr(10)) || body), 'UTF8'::name) || COALESCE(('\x00'::bytea || convert_to(bindings, 'UTF8'::name)), '\x'::bytea)));
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.line_marks(lines text[])
 RETURNS int4multirange
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT range_agg(int4range(marks.mark, marks.mark, '[]'::text)) AS range_agg FROM (SELECT array_position('{commercial_insured,commercial_self_funded,marketplace,medicare_advantage,original_medicare,medicaid_managed_care,medicaid_fee_for_service,workers_compensation,none,unknown}'::text[], line.line) AS mark FROM unnest(line_marks.lines) line(line)) marks);
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.listed_text(listed jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ARRAY(SELECT t.one FROM jsonb_array_elements_text(listed_text.listed) WITH ORDINALITY t(one, place) ORDER BY t.place);
-- the application role may call it

CREATE OR REPLACE PROCEDURE stipple.make_evidence_part(IN made regclass, IN kind text)
 LANGUAGE plpgsql
AS $procedure$
BEGIN
  EXECUTE format('ALTER TABLE %s ADD COLUMN kind text NOT NULL GENERATED ALWAYS AS (%L) STORED', made, kind);
  EXECUTE format('ALTER TABLE %s ADD PRIMARY KEY (clinic_id, evidence_id), ADD CONSTRAINT %I FOREIGN KEY (clinic_id, evidence_id, kind) REFERENCES stipple.evidence (clinic_id, id, kind)',
    made, kind || '_is_of_evidence');
  EXECUTE format('ALTER TABLE stipple.evidence ADD CONSTRAINT %I FOREIGN KEY (clinic_id, %I) REFERENCES %s (clinic_id, evidence_id) DEFERRABLE INITIALLY DEFERRED',
    'evidence_has_' || kind, kind || '_id', made);
  CALL stipple.scope_by_clinic(made);
  EXECUTE format('CREATE POLICY evidence_is_read_by ON %s AS RESTRICTIVE FOR SELECT USING ((SELECT stipple.acts_as(''{coordinator,physician}'')))', made);
  EXECUTE format('CREATE POLICY evidence_is_written_by ON %s AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT stipple.acts_as(''{coordinator,physician}'')))', made);
  CALL stipple.grant_insert_except(made, '{}');
  EXECUTE format('GRANT SELECT ON %s TO stipple_app', made);
END $procedure$;
-- the application role may call it

CREATE OR REPLACE PROCEDURE stipple.make_subject(IN made regclass, IN subject_name text, IN terminal text[] DEFAULT '{}'::text[])
 LANGUAGE plpgsql
AS $procedure$
BEGIN
  EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I FOREIGN KEY (clinic_id, case_id, subject, id, seq, state)
    REFERENCES stipple.case_event (clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED', made, subject_name || '_shows_last_event');
  EXECUTE format('CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move()', made);
  IF cardinality(terminal) > 0 THEN
    EXECUTE format('CREATE TRIGGER final_is_final BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final(%s)',
      made, (SELECT string_agg(quote_literal(state), ', ') FROM unnest(terminal) state));
  END IF;
  CALL stipple.scope_by_clinic(made);
END $procedure$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.note_changed_days()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
BEGIN
  IF TG_TABLE_NAME = 'challenge' THEN
    INSERT INTO stipple.reported_day_changed (clinic_id, day)
    SELECT k.id, d.day FROM stipple.clinic k, (SELECT OLD.decided_on UNION SELECT NEW.decided_on) d (day)
     WHERE k.id = coalesce(NEW.clinic_id, OLD.clinic_id) AND d.day IS NOT NULL;
  ELSE
    INSERT INTO stipple.reported_day_changed (clinic_id, day)
    SELECT k.id, d.day FROM stipple.clinic k, (SELECT OLD.decided_on UNION SELECT OLD.closed_on UNION SELECT NEW.decided_on UNION SELECT NEW.closed_on) d (day)
     WHERE k.id = coalesce(NEW.clinic_id, OLD.clinic_id) AND d.day IS NOT NULL;
  END IF;
  RETURN NULL;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.oid_dist(oid, oid)
 RETURNS oid
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$oid_dist$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.open_patient_link(token bytea, born date, session bytea, lasts interval, request text, to_case boolean DEFAULT false)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
DECLARE
  link stipple.patient_link;
  right_day boolean;
BEGIN
  SELECT * INTO link FROM stipple.patient_link l WHERE l.token_hash = token FOR UPDATE;
  IF NOT FOUND OR (link.agreement_id IS NULL) <> to_case OR link.locked OR link.opened OR NOT stipple.patient_link_holds(link) THEN RETURN false; END IF;
  SELECT p.birth_date = born INTO right_day FROM stipple.treatment_case c
    JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id) WHERE (c.clinic_id, c.id) = (link.clinic_id, link.case_id);
  IF right_day THEN
    UPDATE stipple.patient_link l SET opened_at = now(), session_hash = session, session_ends_at = now() + lasts
     WHERE (l.clinic_id, l.id) = (link.clinic_id, link.id);
  ELSE
    UPDATE stipple.patient_link l SET tries = l.tries + 1 WHERE (l.clinic_id, l.id) = (link.clinic_id, link.id);
  END IF;
  PERFORM set_config('stipple.clinic', link.clinic_id::text, true);
  PERFORM stipple.append_audit(NULL, CASE WHEN right_day THEN 'patient_link.open' ELSE 'patient_link.wrong_birth_date' END,
    CASE WHEN to_case THEN 'treatment_case' ELSE 'self_pay_agreement' END, coalesce(link.agreement_id, link.case_id), link.case_id, request, jsonb_build_object('link', link.id));
  RETURN coalesce(right_day, false);
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.open_sign_in(clinic uuid, person uuid, token bytea, lasts interval)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  DELETE FROM stipple.sign_in WHERE expires_at < now();
  UPDATE stipple.staff SET failed_tries = 0, locked_until = NULL WHERE clinic_id = clinic AND id = person;
  INSERT INTO stipple.sign_in (token_hash, clinic_id, staff_id, expires_at) VALUES (token, clinic, person, now() + lasts);
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.patient_link_holds(link stipple.patient_link)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  SELECT link.ended_at IS NULL AND link.expires_at > now() AND (link.agreement_id IS NULL OR EXISTS (
    SELECT FROM stipple.self_pay_agreement g WHERE g.clinic_id = link.clinic_id AND g.id = link.agreement_id
       AND g.estimate_version = link.estimate_version AND g.state IN ('estimate_issued', 'signed', 'active', 'completed')))
$function$;

CREATE OR REPLACE FUNCTION stipple.patient_link_of(session bytea)
 RETURNS TABLE(clinic_id uuid, clinic_name text, time_zone text, is_demo boolean, link_id uuid, case_id uuid, agreement_id uuid, takes_photos boolean, gives_papers boolean, staff_id uuid, staff_name text, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  SELECT c.id, c.name, c.time_zone, c.is_demo, l.id, l.case_id, l.agreement_id, l.takes_photos, l.gives_papers, s.id, s.name, s.email
    FROM stipple.patient_link l JOIN stipple.clinic c ON c.id = l.clinic_id JOIN stipple.staff s ON (s.clinic_id, s.id) = (l.clinic_id, l.made_by)
   WHERE l.session_hash = session AND l.session_ends_at > now() AND stipple.patient_link_holds(l)
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.patients_found(typed text, inside text, most integer DEFAULT NULL::integer)
 RETURNS TABLE(patient_id uuid, rank integer, found_by text, exact boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
 SET max_parallel_workers_per_gather TO '0'
AS $function$
  (SELECT x.id, 1, 'record number', lower(x.record_number) = typed FROM stipple.patient x
   WHERE x.clinic_id = stipple.current_clinic() AND lower(x.record_number) ~>=~ typed AND lower(x.record_number) ~<~ (typed || chr(1114111)) ORDER BY lower(x.record_number) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.patient_id, 2, 'member id', lower(x.member_id) = typed FROM stipple.coverage x
   WHERE x.clinic_id = stipple.current_clinic() AND lower(x.member_id) ~>=~ typed AND lower(x.member_id) ~<~ (typed || chr(1114111)) ORDER BY lower(x.member_id) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.id, 3, 'name', false FROM stipple.patient x
   WHERE x.clinic_id = stipple.current_clinic() AND lower(x.family_name) ~>=~ typed AND lower(x.family_name) ~<~ (typed || chr(1114111)) ORDER BY lower(x.family_name) USING ~<~ LIMIT most)
  UNION ALL
  (SELECT x.id, 4, 'name', false FROM stipple.patient x WHERE x.clinic_id = stipple.current_clinic() AND x.search_name LIKE inside LIMIT most)
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.plain_day(written text)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN make_date((substr(written, 1, 4))::integer, (substr(written, 6, 2))::integer, (substr(written, 9, 2))::integer);
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.present_now(believed interval)
 RETURNS TABLE(clinic_id uuid, case_id uuid, staff_id uuid, editing text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  SELECT p.clinic_id, p.case_id, p.staff_id, coalesce(array_agg(DISTINCT p.editing ORDER BY p.editing) FILTER (WHERE p.editing IS NOT NULL), '{}')
    FROM stipple.case_presence p WHERE p.seen_at > now() - believed
   GROUP BY p.clinic_id, p.case_id, p.staff_id ORDER BY p.clinic_id, p.case_id, p.staff_id
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.record_failed_try(address text, tries_allowed integer, lock_for interval, request text)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
DECLARE
  known stipple.staff;
  hashed bytea := sha256(convert_to(lower(address), 'UTF8'));
  until timestamptz;
BEGIN
  UPDATE stipple.staff s
     SET failed_tries = CASE WHEN s.failed_tries + 1 >= tries_allowed THEN 0 ELSE s.failed_tries + 1 END,
         locked_until = CASE WHEN s.failed_tries + 1 >= tries_allowed THEN now() + lock_for ELSE s.locked_until END
   WHERE lower(s.email) = lower(address) RETURNING * INTO known;
  IF FOUND THEN
    PERFORM set_config('stipple.clinic', known.clinic_id::text, true);
    PERFORM stipple.append_audit(known.id, 'staff.sign_in_failed', 'staff', known.id, NULL, request, '{}');
    RETURN known.locked_until;
  END IF;
  DELETE FROM stipple.unknown_address_try u WHERE u.tried_at < now() - interval '90 days';
  INSERT INTO stipple.unknown_address_try AS u (address_hash, failed_tries, locked_until)
    VALUES (hashed, CASE WHEN tries_allowed <= 1 THEN 0 ELSE 1 END, CASE WHEN tries_allowed <= 1 THEN now() + lock_for END)
    ON CONFLICT (address_hash) DO UPDATE SET tried_at = now(),
      failed_tries = CASE WHEN u.failed_tries + 1 >= tries_allowed THEN 0 ELSE u.failed_tries + 1 END,
      locked_until = CASE WHEN u.failed_tries + 1 >= tries_allowed THEN now() + lock_for ELSE u.locked_until END
    RETURNING u.locked_until INTO until;
  RETURN until;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_assent_of_another_physician()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF NEW.as_role = 'physician' AND EXISTS (
    SELECT FROM stipple.payer_authorization a JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (a.clinic_id, a.case_id)
     WHERE a.clinic_id = NEW.clinic_id AND a.id = NEW.authorization_id AND a.basis = 'not_required' AND c.physician_id <> NEW.staff_id) THEN
    RAISE EXCEPTION 'only the treating physician confirms that nothing is required' USING ERRCODE = '23514', CONSTRAINT = 'confirmed_by_treating_physician';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_change_of_final()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF OLD.state = ANY (TG_ARGV) AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'this % is % and final', TG_TABLE_NAME, OLD.state USING ERRCODE = '23514', CONSTRAINT = 'final_is_final';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_change_of_signed_agreement()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF OLD.state IN ('estimate_issued', 'signed', 'active') AND NEW.state <> 'draft'
     AND (NEW.procedure_code, NEW.sessions, NEW.lines, NEW.total_cents, NEW.estimate_on, NEW.valid_until, NEW.estimate_version) IS DISTINCT FROM
         (OLD.procedure_code, OLD.sessions, OLD.lines, OLD.total_cents, OLD.estimate_on, OLD.valid_until, OLD.estimate_version)
     OR OLD.state IN ('signed', 'active') AND (NEW.covers_from, NEW.withheld_from_payer) IS DISTINCT FROM (OLD.covers_from, OLD.withheld_from_payer) THEN
    RAISE EXCEPTION 'an issued estimate keeps its scope and price' USING ERRCODE = '23514', CONSTRAINT = 'signed_agreement_never_changes';
  END IF;
  IF OLD.state = 'signed' AND NEW.state <> 'signed' AND NOT EXISTS (
    SELECT FROM stipple.patient_signature s WHERE s.clinic_id = OLD.clinic_id AND s.agreement_id = OLD.id) THEN
    RAISE EXCEPTION 'a signed agreement has a signature' USING ERRCODE = '23503', CONSTRAINT = 'signed_agreement_has_signature';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_collecting()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF EXISTS (SELECT FROM stipple.dispute d WHERE d.clinic_id = NEW.clinic_id AND d.agreement_id = NEW.agreement_id AND d.state = 'open') THEN
    RAISE EXCEPTION 'nothing is collected of a disputed bill' USING ERRCODE = '23514', CONSTRAINT = 'held_while_disputed';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_edited_policy()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF NEW.seq <> OLD.seq + 1 OR (NEW.clinic_id, NEW.id, NEW.payer_id, NEW.service, NEW.drafted_by, NEW.drafted_at) IS DISTINCT FROM (OLD.clinic_id, OLD.id, OLD.payer_id, OLD.service, OLD.drafted_by, OLD.drafted_at)
    OR NOT ((OLD.state, NEW.state) IN (('draft', 'draft'), ('draft', 'published'), ('draft', 'discarded'), ('published', 'published'), ('published', 'withdrawn')))
    OR (OLD.state = 'published' AND ((NEW.document, NEW.published_by, NEW.published_at) IS DISTINCT FROM (OLD.document, OLD.published_by, OLD.published_at) OR NEW.applies_to > OLD.applies_to)) THEN
    RAISE EXCEPTION 'a % policy version cannot be changed so', OLD.state USING ERRCODE = '23514', CONSTRAINT = 'published_policy_is_final';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_empty_booking()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM stipple.session_unit u WHERE u.clinic_id = OLD.clinic_id AND u.session_id = OLD.id AND u.slot = OLD.units) THEN
    RAISE EXCEPTION 'a booking holds units of a clearance' USING ERRCODE = '23503', CONSTRAINT = 'session_holds_its_units';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_impossible_day()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
DECLARE
  today date;
  born date;
BEGIN
  SELECT (now() AT TIME ZONE k.time_zone)::date, p.birth_date INTO today, born
    FROM stipple.treatment_case c JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id) JOIN stipple.clinic k ON k.id = c.clinic_id
   WHERE (c.clinic_id, c.id) = (NEW.clinic_id, NEW.case_id);
  IF NEW.on_day > today THEN
    RAISE EXCEPTION 'evidence of a day that has not come' USING ERRCODE = '23514', CONSTRAINT = 'evidence_not_ahead';
  ELSIF NEW.on_day < born THEN
    RAISE EXCEPTION 'evidence from before the birth' USING ERRCODE = '23514', CONSTRAINT = 'evidence_after_birth';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_late_ground()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE stands text;
BEGIN
  SELECT x.state INTO stands FROM stipple.challenge x WHERE (x.clinic_id, x.id) = (NEW.clinic_id, NEW.challenge_id) FOR SHARE;
  IF stands NOT IN ('open', 'drafted') THEN
    RAISE EXCEPTION 'what a % appeal rests on stands', stands USING ERRCODE = '23514', CONSTRAINT = 'grounds_stand_once_signed';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_other_outcome()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF (NEW.outcome, NEW.override_reason) IS DISTINCT FROM (OLD.outcome, OLD.override_reason)
    AND NOT (OLD.state = 'proposed' AND NEW.state = 'signed' AND OLD.computed_outcome IS NOT NULL) THEN
    RAISE EXCEPTION 'an outcome is decided otherwise only when it is signed' USING ERRCODE = '23514', CONSTRAINT = 'outcome_decided_at_signature';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_reminder()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF EXISTS (SELECT FROM stipple.dispute d
      WHERE d.clinic_id = NEW.clinic_id AND d.case_id = NEW.case_id AND d.state = 'open'
        AND (NEW.watch_key IS NULL OR EXISTS (SELECT FROM stipple.payment_plan p
          WHERE p.clinic_id = d.clinic_id AND p.agreement_id = d.agreement_id AND NEW.watch_key = 'installment_due:' || p.id))) THEN
    RAISE EXCEPTION 'nobody is reminded of a disputed bill' USING ERRCODE = '23514', CONSTRAINT = 'no_reminder_while_disputed';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_session_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF (NEW.starts_at, NEW.ends_at, NEW.room_id, NEW.clinician_id, NEW.units) IS DISTINCT FROM (OLD.starts_at, OLD.ends_at, OLD.room_id, OLD.clinician_id, OLD.units)
     AND (OLD.state NOT IN ('planned', 'scheduled') OR NEW.state <> 'scheduled' OR NEW.seq = OLD.seq OR NEW.starts_at <= clock_timestamp()) THEN
    RAISE EXCEPTION 'a session moves only by an event while it is booked, and never into the past' USING ERRCODE = '23514', CONSTRAINT = 'session_moves_forward';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_silent_terms()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF OLD.state = 'in_force' AND NEW.state = 'in_force' AND NEW.seq > OLD.seq THEN
    IF NEW.terms_seq = NEW.seq THEN RETURN NEW; END IF;
  ELSIF (NEW.effective_on, NEW.expires_on, NEW.terms_seq) IS NOT DISTINCT FROM (OLD.effective_on, OLD.expires_on, OLD.terms_seq) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the terms of an authorization change by an amendment' USING ERRCODE = '23514', CONSTRAINT = 'terms_change_by_amendment';
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_skipped_move()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.seq <> 1 THEN RAISE EXCEPTION 'a new % begins with its first event', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = 'one_move_at_a_time'; END IF;
  ELSIF NEW.seq NOT IN (OLD.seq, OLD.seq + 1) OR (NEW.seq = OLD.seq AND NEW.state <> OLD.state) THEN
    RAISE EXCEPTION '% moves one event at a time', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = 'one_move_at_a_time';
  ELSIF NEW.seq > OLD.seq AND NOT EXISTS (
    SELECT FROM stipple.case_event e WHERE e.clinic_id = OLD.clinic_id AND e.subject_id = OLD.id AND e.seq = OLD.seq AND e.to_state = OLD.state) THEN
    RAISE EXCEPTION '% leaves a state that its history does not know', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = 'one_move_at_a_time';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_unestimated_dispute()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF NOT EXISTS (
    SELECT FROM stipple.self_pay_agreement g
      JOIN stipple.estimate_version v ON v.clinic_id = g.clinic_id AND v.agreement_id = g.id AND v.version = g.estimate_version
     WHERE g.clinic_id = NEW.clinic_id AND g.id = NEW.agreement_id AND g.estimate_version = NEW.estimate_version
       AND NEW.estimated_cents = CASE WHEN v.contents::jsonb #> '{contents,providers}' IS NULL THEN v.total_cents
         ELSE (SELECT sum((one ->> 'totalCents')::bigint) FROM jsonb_array_elements(v.contents::jsonb #> '{contents,providers}') one WHERE one ->> 'name' = NEW.provider) END) THEN
    RAISE EXCEPTION 'a bill is held against what the estimate in force says' USING ERRCODE = '23514', CONSTRAINT = 'disputed_as_estimated';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_unreflected_event()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
DECLARE reached integer;
BEGIN
  EXECUTE format('SELECT seq FROM stipple.%I WHERE clinic_id = $1 AND id = $2 AND case_id = $3', NEW.subject)
    INTO reached USING NEW.clinic_id, NEW.subject_id, NEW.case_id;
  IF reached IS NULL OR reached < NEW.seq THEN
    RAISE EXCEPTION 'event % of % is not reflected in its row', NEW.move, NEW.subject USING ERRCODE = '23503', CONSTRAINT = 'event_is_reflected';
  END IF;
  -- A transaction that began earlier and came later would date its move before the one it follows; it may try again.
  IF EXISTS (SELECT FROM stipple.case_event e WHERE e.clinic_id = NEW.clinic_id AND e.subject_id = NEW.subject_id AND e.seq = NEW.seq - 1 AND e.at > NEW.at) THEN
    RAISE EXCEPTION 'another move came in between' USING ERRCODE = '40001', CONSTRAINT = 'history_runs_forward';
  END IF;
  RETURN NULL;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.refuse_unwritten_estimate()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  IF NOT EXISTS (
    SELECT FROM stipple.estimate_version v WHERE v.clinic_id = NEW.clinic_id AND v.agreement_id = NEW.id AND v.version = NEW.estimate_version AND v.seq = NEW.seq
       AND (v.procedure_code, v.sessions, v.lines, v.total_cents, v.issued_on, v.valid_until) IS NOT DISTINCT FROM
           (NEW.procedure_code, NEW.sessions, NEW.lines, NEW.total_cents, NEW.estimate_on, NEW.valid_until)) THEN
    RAISE EXCEPTION 'an estimate is issued as it was written' USING ERRCODE = '23514', CONSTRAINT = 'issued_as_written';
  END IF;
  RETURN NEW;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.report_case(clinic uuid, told_case uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET join_collapse_limit TO '1'
 SET from_collapse_limit TO '1'
AS $function$
DECLARE changed integer;
BEGIN
  -- Whoever comes second waits here, and then sees what the first has written.
  PERFORM FROM stipple.treatment_case c WHERE c.clinic_id = clinic AND c.id = told_case FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM stipple.auth_request x WHERE x.clinic_id = clinic AND x.case_id = told_case AND x.submitted_at IS NOT NULL) THEN
    RETURN 0;
  END IF;
  INSERT INTO stipple.reported_request AS t SELECT * FROM stipple.request_as_reported v WHERE v.clinic_id = clinic AND v.case_id = told_case
  ON CONFLICT ON CONSTRAINT reported_request_pkey DO UPDATE SET
    (state, urgency, submitted_at, payer_received_at, decided_on, payer_id, plan_type, codes, signer_id, owner_at_submission, computed_outcome, reason, read_from,
     first_sent, first_decision, first_denial, first_pass, payer_days, asked_cents, granted_cents, authorized_since, signed_since, case_open,
     appealed_on, case_appealed_on, closed_on, close_reason, challenged, open_seconds, payer_seconds, agreed_cents, paid_cents, clock_facts)
    = (EXCLUDED.state, EXCLUDED.urgency, EXCLUDED.submitted_at, EXCLUDED.payer_received_at, EXCLUDED.decided_on, EXCLUDED.payer_id, EXCLUDED.plan_type, EXCLUDED.codes,
     EXCLUDED.signer_id, EXCLUDED.owner_at_submission, EXCLUDED.computed_outcome, EXCLUDED.reason, EXCLUDED.read_from, EXCLUDED.first_sent, EXCLUDED.first_decision,
     EXCLUDED.first_denial, EXCLUDED.first_pass, EXCLUDED.payer_days, EXCLUDED.asked_cents, EXCLUDED.granted_cents, EXCLUDED.authorized_since, EXCLUDED.signed_since,
     EXCLUDED.case_open, EXCLUDED.appealed_on, EXCLUDED.case_appealed_on, EXCLUDED.closed_on, EXCLUDED.close_reason, EXCLUDED.challenged, EXCLUDED.open_seconds,
     EXCLUDED.payer_seconds, EXCLUDED.agreed_cents, EXCLUDED.paid_cents, EXCLUDED.clock_facts)
  WHERE (t.*) IS DISTINCT FROM (EXCLUDED.*);
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed;
END $function$;

CREATE OR REPLACE FUNCTION stipple.report_cases_after(last_case uuid, most integer, OUT looked_at integer, OUT differed integer, OUT reached uuid)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET join_collapse_limit TO '1'
 SET from_collapse_limit TO '1'
AS $function$
BEGIN
  looked_at := 0; differed := 0;
  FOR reached IN SELECT c.id FROM stipple.treatment_case c WHERE c.clinic_id = stipple.current_clinic() AND (last_case IS NULL OR c.id > last_case) ORDER BY c.id LIMIT most LOOP
    looked_at := looked_at + 1;
    IF EXISTS (SELECT v.* FROM stipple.request_as_reported v WHERE v.clinic_id = stipple.current_clinic() AND v.case_id = reached
               EXCEPT SELECT t.* FROM stipple.reported_request t WHERE t.clinic_id = stipple.current_clinic() AND t.case_id = reached) THEN
      differed := differed + stipple.report_case(stipple.current_clinic(), reached);
    END IF;
    last_case := reached;
  END LOOP;
  reached := last_case;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.report_what_happened()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
BEGIN
  -- Of what a transaction did in a case, the last event speaks for all.
  IF NOT EXISTS (SELECT FROM stipple.case_event e WHERE e.clinic_id = NEW.clinic_id AND e.case_id = NEW.case_id AND e.position > NEW.position AND e.tx = NEW.tx
      AND e.subject IN ('auth_request', 'treatment_case', 'payer_authorization', 'challenge', 'self_pay_agreement', 'code_worksheet', 'withheld_reason', 'ledger_entry')) THEN
    PERFORM stipple.report_case(NEW.clinic_id, NEW.case_id);
  END IF;
  RETURN NULL;
END $function$;
-- the application role may call it

CREATE OR REPLACE PROCEDURE stipple.scope_by_clinic(IN scoped regclass)
 LANGUAGE plpgsql
AS $procedure$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', scoped);
  EXECUTE format('CREATE POLICY clinic_scope ON %s USING (clinic_id = (SELECT stipple.current_clinic()))', scoped);
END $procedure$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.set_limit(real)
 RETURNS real
 LANGUAGE c
 STRICT
AS '$libdir/pg_trgm', $function$set_limit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.set_sign_in_lock(token bytea, wanted boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
  UPDATE stipple.staff s SET failed_tries = 0, locked_until = NULL FROM stipple.sign_in i
   WHERE NOT wanted AND i.token_hash = token AND (s.clinic_id, s.id) = (i.clinic_id, i.staff_id);
  UPDATE stipple.sign_in SET locked = wanted, last_seen_at = now() WHERE token_hash = token
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.show_limit()
 RETURNS real
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_limit$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.show_trgm(text)
 RETURNS text[]
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_trgm$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.similarity_dist(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_dist$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_op$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.strict_word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.strict_word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_commutator_op$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.strict_word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_commutator_op$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.strict_word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_op$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.strict_word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_op$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.sum_of_items(items smallint[])
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT (sum(item.item))::smallint AS sum FROM unnest(sum_of_items.items) item(item));
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.text_hash(body text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN sha256(convert_to(body, 'UTF8'::name));
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.time_dist(time without time zone, time without time zone)
 RETURNS interval
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$time_dist$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.total_of_lines(lines jsonb)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT CASE WHEN bool_and(CASE WHEN ((jsonb_typeof((line.value -> 'quantity'::text)) = 'number'::text) AND (jsonb_typeof((line.value -> 'unitCents'::text)) = 'number'::text)) THEN ((((line.value ->> 'quantity'::text))::numeric >= (1)::numeric) AND (((line.value ->> 'unitCents'::text))::numeric >= (0)::numeric)) ELSE false END) THEN (sum((((line.value ->> 'quantity'::text))::bigint * ((line.value ->> 'unitCents'::text))::bigint)))::bigint ELSE NULL::bigint END AS "case" FROM jsonb_array_elements(total_of_lines.lines) line(value));
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.tries_a_policy()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT EXISTS (SELECT FROM stipple.policy_dry_run r
   WHERE r.clinic_id = stipple.current_clinic() AND r.id = nullif(current_setting('stipple.dry_run', true), '')::uuid AND r.state = 'running')
$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.ts_dist(timestamp without time zone, timestamp without time zone)
 RETURNS interval
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$ts_dist$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.tstz_dist(timestamp with time zone, timestamp with time zone)
 RETURNS interval
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/btree_gist', $function$tstz_dist$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.who_signed_in(token bytea, idle interval, active boolean)
 RETURNS TABLE(clinic_id uuid, clinic_name text, time_zone text, is_demo boolean, staff_id uuid, staff_name text, email text, roles text[], locked boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'stipple', 'pg_temp'
AS $function$
DECLARE seen stipple.sign_in;
BEGIN
  SELECT * INTO seen FROM stipple.sign_in s WHERE s.token_hash = token AND s.expires_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  IF NOT seen.locked AND seen.last_seen_at < now() - idle THEN
    UPDATE stipple.sign_in s SET locked = true WHERE s.token_hash = token;
    seen.locked := true;
  ELSIF active AND NOT seen.locked AND seen.last_seen_at < now() - interval '1 minute' THEN
    UPDATE stipple.sign_in s SET last_seen_at = now() WHERE s.token_hash = token;
  END IF;
  RETURN QUERY
    SELECT c.id, c.name, c.time_zone, c.is_demo, p.id, p.name, p.email,
           ARRAY(SELECT r.role FROM stipple.staff_role r WHERE r.clinic_id = p.clinic_id AND r.staff_id = p.id AND r.ended_at IS NULL ORDER BY r.role),
           seen.locked
      FROM stipple.staff p JOIN stipple.clinic c ON c.id = p.clinic_id
     WHERE p.clinic_id = seen.clinic_id AND p.id = seen.staff_id AND p.active;
END $function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_commutator_op$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_commutator_op$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_op$function$;
-- the application role may call it

CREATE OR REPLACE FUNCTION stipple.word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_op$function$;
-- the application role may call it
