import { plainSql } from './plain-sql';

export const RequestsAndAuthorizations = plainSql(
  'RequestsAndAuthorizations1795392000005',
  /* sql */ `
CREATE TABLE stipple.auth_request (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('auth_request') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  supersedes_id uuid,
  lines jsonb NOT NULL CHECK (jsonb_typeof(lines) = 'array' AND jsonb_array_length(lines) BETWEEN 1 AND 10),
  from_on date NOT NULL CHECK (isfinite(from_on)),
  to_on date NOT NULL CHECK (isfinite(to_on)),
  urgency text NOT NULL CHECK (urgency IN ('standard', 'expedited')),
  urgency_reason text,
  channel text CHECK (channel IN ('portal', 'fax', 'phone', 'mail')),
  submitted_at timestamptz,
  submission_proof_id uuid,
  submission_reference text,
  owner_at_submission uuid,
  payer_received_at timestamptz,
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
  denial_kind text CHECK (denial_kind IN ('clinical', 'administrative', 'benefit_exclusion')),
  denied_on date,
  denial_notice_received_on date,
  denial_proof_id uuid,
  payer_words text,
  end_reason text,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT auth_request_of_case UNIQUE (clinic_id, id, case_id),
  CONSTRAINT auth_request_answer UNIQUE (clinic_id, id, case_id, state),
  CONSTRAINT request_window_runs_forward CHECK (to_on >= from_on),
  CONSTRAINT expedited_request_has_reason CHECK (urgency = 'standard' OR coalesce(btrim(urgency_reason), '') <> ''),
  CONSTRAINT submitted_request_has_channel CHECK (state IN ('draft', 'ready', 'withdrawn') OR num_nonnulls(channel, submitted_at) = 2),
  -- Denied, and only then: the payer's words, the day of the decision and the day the notice came.
  CONSTRAINT denied_request_has_reason CHECK (
    num_nonnulls(denial_words, denial_kind, denied_on, denial_notice_received_on) = CASE WHEN state = 'denied' THEN 4 ELSE 0 END
    AND (denial_words IS NULL OR length(btrim(denial_words)) > 0)),
  CONSTRAINT denial_dates_in_order CHECK (denial_notice_received_on >= denied_on),
  CONSTRAINT rejected_request_has_code CHECK ((state = 'rejected_unreviewed') = (rejection_words IS NOT NULL)),
  CONSTRAINT phone_approval_has_reference CHECK (state <> 'approved_unconfirmed' OR num_nonnulls(phone_representative, phone_reference) = 2),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  FOREIGN KEY (clinic_id, supersedes_id, case_id) REFERENCES stipple.auth_request (clinic_id, id, case_id),
  FOREIGN KEY (clinic_id, submission_proof_id, case_id) REFERENCES stipple.case_document (clinic_id, id, case_id),
  FOREIGN KEY (clinic_id, denial_proof_id, case_id) REFERENCES stipple.case_document (clinic_id, id, case_id),
  FOREIGN KEY (clinic_id, owner_at_submission) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.auth_request IS 'One submission to a payer. A resubmission is a new row that names the one it replaces.';
COMMENT ON COLUMN stipple.auth_request.payer_received_at IS 'Starts the payer''s clock. Known only when the payer or the channel says so.';
COMMENT ON COLUMN stipple.auth_request.denial_words IS 'The payer''s own words, verbatim.';
COMMENT ON COLUMN stipple.auth_request.lines IS 'What is asked: [{procedureCode, units}].';
CALL stipple.make_subject('stipple.auth_request', 'auth_request', '{rejected_unreviewed, approved, partial, modified, denied, cancelled, withdrawn}');
CALL stipple.grant_insert_except('stipple.auth_request', '{}');
GRANT SELECT ON stipple.auth_request TO stipple_app;
GRANT UPDATE (state, seq, lines, from_on, to_on, urgency, urgency_reason, channel, submitted_at, submission_proof_id, submission_reference,
  owner_at_submission, payer_received_at, payer_reference, information_items, respond_by_on, rejection_code, rejection_words, decided_on,
  phone_representative, phone_reference, denial_words, denial_code, denial_page, denial_kind, denied_on, denial_notice_received_on,
  denial_proof_id, payer_words, end_reason) ON stipple.auth_request TO stipple_app;
CREATE INDEX auth_request_case ON stipple.auth_request (clinic_id, case_id);
CREATE INDEX auth_request_denials ON stipple.auth_request (clinic_id, denied_on, id) INCLUDE (case_id, denial_code, denial_kind) WHERE state = 'denied';
CREATE INDEX auth_request_reference ON stipple.auth_request (clinic_id, lower(payer_reference) text_pattern_ops) WHERE payer_reference IS NOT NULL;
CREATE INDEX auth_request_phone_reference ON stipple.auth_request (clinic_id, lower(phone_reference) text_pattern_ops) WHERE phone_reference IS NOT NULL;
CREATE INDEX auth_request_submission_reference ON stipple.auth_request (clinic_id, lower(submission_reference) text_pattern_ops) WHERE submission_reference IS NOT NULL;

CREATE TABLE stipple.payer_authorization (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('payer_authorization') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  request_id uuid,
  challenge_id uuid,
  basis text NOT NULL CHECK (basis IN ('approved', 'partial', 'modified', 'not_required')),
  number text NOT NULL CHECK (length(btrim(number)) BETWEEN 1 AND 60),
  decided_on date NOT NULL,
  effective_on date NOT NULL CHECK (isfinite(effective_on)),
  expires_on date NOT NULL CHECK (isfinite(expires_on)),
  terms_seq integer NOT NULL,
  place_of_service text NOT NULL CHECK (place_of_service ~ '^[0-9]{2}$'),
  channel text NOT NULL CHECK (channel IN ('portal', 'fax', 'phone', 'mail')),
  proof_id uuid NOT NULL,
  payer_words text,
  payer_named_window boolean NOT NULL DEFAULT false,
  entered_by uuid NOT NULL,
  verified_by uuid NOT NULL,
  replaced_by uuid,
  end_reason text,
  unlocks boolean NOT NULL GENERATED ALWAYS AS (state = 'in_force') STORED,
  needs_coordinator text GENERATED ALWAYS AS (CASE WHEN state = 'in_force' AND basis IN ('partial', 'modified') THEN 'coordinator' END) STORED,
  needs_physician text GENERATED ALWAYS AS (CASE WHEN state = 'in_force' AND basis <> 'approved' THEN 'physician' END) STORED,
  needs_manager text GENERATED ALWAYS AS (CASE WHEN state = 'in_force' AND basis = 'not_required' THEN 'manager' END) STORED,
  answer text GENERATED ALWAYS AS (CASE WHEN basis <> 'not_required' AND challenge_id IS NULL THEN basis END) STORED,
  challenge_won boolean GENERATED ALWAYS AS (CASE WHEN challenge_id IS NOT NULL THEN true END) STORED,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT approval_names_request CHECK (basis = 'not_required' OR request_id IS NOT NULL),
  CONSTRAINT authorization_window_runs_forward CHECK (expires_on >= effective_on),
  CONSTRAINT not_required_is_short CHECK (basis <> 'not_required' OR payer_named_window OR expires_on - effective_on <= 90),
  CONSTRAINT not_required_has_words CHECK (basis <> 'not_required' OR coalesce(btrim(payer_words), '') <> ''),
  CONSTRAINT ended_authorization_has_reason CHECK (state <> 'revoked' OR coalesce(btrim(end_reason), '') <> ''),
  CONSTRAINT terms_follow_events CHECK (terms_seq <= seq),
  -- What a clearance copies, and keeps in step with by cascade.
  CONSTRAINT authorization_key UNIQUE (clinic_id, id, case_id, terms_seq, effective_on, expires_on, unlocks),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  -- Only a request that the payer answered this way grants anything; a denied one only through a challenge that was won.
  CONSTRAINT authorization_is_the_answer FOREIGN KEY (clinic_id, request_id, case_id, answer) REFERENCES stipple.auth_request (clinic_id, id, case_id, state),
  CONSTRAINT authorization_answers_own_request FOREIGN KEY (clinic_id, request_id, case_id) REFERENCES stipple.auth_request (clinic_id, id, case_id),
  CONSTRAINT authorization_has_proof FOREIGN KEY (clinic_id, proof_id, case_id) REFERENCES stipple.case_document (clinic_id, id, case_id),
  FOREIGN KEY (clinic_id, entered_by) REFERENCES stipple.staff (clinic_id, id),
  FOREIGN KEY (clinic_id, verified_by) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.payer_authorization IS 'What a payer granted. It unlocks bookings only while in force, through its clearances.';
COMMENT ON COLUMN stipple.payer_authorization.terms_seq IS 'Which terms are current: the event that set them.';
COMMENT ON COLUMN stipple.payer_authorization.challenge_id IS 'The won challenge that turned the denial of this request.';
COMMENT ON COLUMN stipple.payer_authorization.effective_on IS 'First day covered. The last, expires_on, is covered too.';
CALL stipple.make_subject('stipple.payer_authorization', 'payer_authorization', '{revoked, superseded}');
CALL stipple.grant_insert_except('stipple.payer_authorization', '{}');
GRANT SELECT, UPDATE (state, seq, effective_on, expires_on, terms_seq, replaced_by, end_reason) ON stipple.payer_authorization TO stipple_app;
CREATE INDEX authorization_case ON stipple.payer_authorization (clinic_id, case_id);
-- Recorded twice, the same answer would grant its units twice.
CREATE UNIQUE INDEX one_authorization_per_request ON stipple.payer_authorization (clinic_id, request_id)
  WHERE basis <> 'not_required' AND state NOT IN ('revoked', 'superseded');
CREATE UNIQUE INDEX one_authorization_per_number ON stipple.payer_authorization (clinic_id, case_id, lower(btrim(number)))
  WHERE state NOT IN ('revoked', 'superseded');
CREATE INDEX authorization_number ON stipple.payer_authorization (clinic_id, lower(number) text_pattern_ops);

CREATE TABLE stipple.authorization_terms (
  clinic_id uuid NOT NULL,
  authorization_id uuid NOT NULL,
  terms_seq integer NOT NULL,
  effective_on date NOT NULL,
  expires_on date NOT NULL,
  recorded_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (clinic_id, authorization_id, terms_seq),
  CONSTRAINT authorization_terms_recorded_in UNIQUE (clinic_id, authorization_id, terms_seq, recorded_in),
  CONSTRAINT authorization_terms_key UNIQUE (clinic_id, authorization_id, terms_seq, effective_on, expires_on),
  CONSTRAINT terms_have_event FOREIGN KEY (clinic_id, authorization_id, terms_seq) REFERENCES stipple.case_event (clinic_id, subject_id, seq) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE stipple.authorization_terms IS 'Every window an authorization ever had, by the event that set it. Written once: an amendment adds terms.';
COMMENT ON COLUMN stipple.authorization_terms.recorded_in IS 'Set by the database: the transaction that recorded the terms. Their lines come from the same one.';
CALL stipple.scope_by_clinic('stipple.authorization_terms');
CALL stipple.grant_insert_except('stipple.authorization_terms', '{recorded_in}');
GRANT SELECT ON stipple.authorization_terms TO stipple_app;
ALTER TABLE stipple.payer_authorization ADD CONSTRAINT authorization_has_terms
  FOREIGN KEY (clinic_id, id, terms_seq, effective_on, expires_on)
  REFERENCES stipple.authorization_terms (clinic_id, authorization_id, terms_seq, effective_on, expires_on) DEFERRABLE INITIALLY DEFERRED;

-- Window and units change by an amendment, always and only: an amendment is the one move that stays in force.
CREATE FUNCTION stipple.refuse_silent_terms() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.state = 'in_force' AND NEW.state = 'in_force' AND NEW.seq > OLD.seq THEN
    IF NEW.terms_seq = NEW.seq THEN RETURN NEW; END IF;
  ELSIF (NEW.effective_on, NEW.expires_on, NEW.terms_seq) IS NOT DISTINCT FROM (OLD.effective_on, OLD.expires_on, OLD.terms_seq) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the terms of an authorization change by an amendment' USING ERRCODE = '23514', CONSTRAINT = 'terms_change_by_amendment';
END $$;
CREATE TRIGGER terms_change_by_amendment BEFORE UPDATE ON stipple.payer_authorization
  FOR EACH ROW EXECUTE FUNCTION stipple.refuse_silent_terms();

CREATE TABLE stipple.authorization_line (
  clinic_id uuid NOT NULL,
  authorization_id uuid NOT NULL,
  terms_seq integer NOT NULL,
  procedure_code text NOT NULL,
  units integer NOT NULL CHECK (units BETWEEN 1 AND 100),
  recorded_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (clinic_id, authorization_id, terms_seq, procedure_code),
  CONSTRAINT authorization_line_units UNIQUE (clinic_id, authorization_id, terms_seq, procedure_code, units),
  -- Recorded with its terms and in the same transaction: nobody adds a line to a grant that is on record.
  CONSTRAINT line_recorded_with_terms FOREIGN KEY (clinic_id, authorization_id, terms_seq, recorded_in)
    REFERENCES stipple.authorization_terms (clinic_id, authorization_id, terms_seq, recorded_in)
);
COMMENT ON TABLE stipple.authorization_line IS 'Units granted per code under one set of terms. Written once.';
COMMENT ON COLUMN stipple.authorization_line.recorded_in IS 'Set by the database: the transaction that recorded the line.';
CALL stipple.scope_by_clinic('stipple.authorization_line');
CALL stipple.grant_insert_except('stipple.authorization_line', '{recorded_in}');
GRANT SELECT ON stipple.authorization_line TO stipple_app;

CREATE TABLE stipple.authorization_assent (
  clinic_id uuid NOT NULL,
  authorization_id uuid NOT NULL,
  as_role text NOT NULL CHECK (as_role IN ('coordinator', 'physician', 'manager')),
  staff_id uuid NOT NULL,
  given_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, authorization_id, as_role),
  FOREIGN KEY (clinic_id, authorization_id) REFERENCES stipple.payer_authorization (clinic_id, id),
  CONSTRAINT assent_by_holder_of_role FOREIGN KEY (clinic_id, staff_id, as_role) REFERENCES stipple.staff_role (clinic_id, staff_id, role)
);
COMMENT ON TABLE stipple.authorization_assent IS 'Who acknowledged a difference, or confirmed that nothing is required, in which role. Written once.';
CALL stipple.scope_by_clinic('stipple.authorization_assent');
CALL stipple.grant_insert_except('stipple.authorization_assent', '{given_at}');
GRANT SELECT ON stipple.authorization_assent TO stipple_app;

-- That no authorization is required is confirmed by the physician who treats. Basis and physician never change, so nothing can race.
CREATE FUNCTION stipple.refuse_assent_of_another_physician() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.as_role = 'physician' AND EXISTS (
    SELECT FROM stipple.payer_authorization a JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (a.clinic_id, a.case_id)
     WHERE a.clinic_id = NEW.clinic_id AND a.id = NEW.authorization_id AND a.basis = 'not_required' AND c.physician_id <> NEW.staff_id) THEN
    RAISE EXCEPTION 'only the treating physician confirms that nothing is required' USING ERRCODE = '23514', CONSTRAINT = 'confirmed_by_treating_physician';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER confirmed_by_treating_physician BEFORE INSERT ON stipple.authorization_assent
  FOR EACH ROW EXECUTE FUNCTION stipple.refuse_assent_of_another_physician();
ALTER TABLE stipple.payer_authorization
  ADD CONSTRAINT coordinator_assented FOREIGN KEY (clinic_id, id, needs_coordinator) REFERENCES stipple.authorization_assent (clinic_id, authorization_id, as_role),
  ADD CONSTRAINT physician_assented FOREIGN KEY (clinic_id, id, needs_physician) REFERENCES stipple.authorization_assent (clinic_id, authorization_id, as_role),
  ADD CONSTRAINT manager_assented FOREIGN KEY (clinic_id, id, needs_manager) REFERENCES stipple.authorization_assent (clinic_id, authorization_id, as_role);
`,
);
