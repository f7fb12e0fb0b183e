import { plainSql } from './plain-sql';

export const Cases = plainSql(
  'Cases1795392000004',
  /* sql */ `
CREATE TABLE stipple.treatment_case (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL GENERATED ALWAYS AS (id) STORED,
  subject text NOT NULL GENERATED ALWAYS AS ('treatment_case') STORED,
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
  diagnoses text[] NOT NULL CHECK (cardinality(diagnoses) BETWEEN 1 AND 12),
  procedure_code text NOT NULL CHECK (procedure_code ~ '^[0-9A-Z]{5}$'),
  planned_sessions integer NOT NULL CHECK (planned_sessions BETWEEN 1 AND 20),
  physician_id uuid NOT NULL,
  physician_role text NOT NULL GENERATED ALWAYS AS ('physician') STORED,
  owner_id uuid,
  next_touch_on date,
  stage text NOT NULL,
  acts_next text NOT NULL,
  next_step text NOT NULL,
  due_on date,
  opened_at timestamptz NOT NULL DEFAULT now(),
  close_reason text,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT case_number_once UNIQUE (clinic_id, case_number),
  CONSTRAINT open_case_has_next_touch CHECK (state <> 'open' OR next_touch_on IS NOT NULL),
  CONSTRAINT closed_case_has_reason CHECK ((state = 'closed') = (close_reason IS NOT NULL)),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES stipple.patient (clinic_id, id),
  FOREIGN KEY (clinic_id, coverage_id, patient_id, payer_id) REFERENCES stipple.coverage (clinic_id, id, patient_id, payer_id),
  FOREIGN KEY (clinic_id, physician_id, physician_role) REFERENCES stipple.staff_role (clinic_id, staff_id, role),
  FOREIGN KEY (clinic_id, owner_id) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.treatment_case IS 'One course of treatment of one site for one patient, from the first call to the last claim.';
COMMENT ON COLUMN stipple.treatment_case.stage IS 'Derived from the case''s records by the domain (standing.ts) and written with every move; nobody sets it.';
COMMENT ON COLUMN stipple.treatment_case.due_on IS 'The day the next step is due; the queue sorts by it.';
CALL stipple.make_subject('stipple.treatment_case', 'treatment_case');
CALL stipple.grant_insert_except('stipple.treatment_case', '{opened_at}');
GRANT SELECT, UPDATE (state, seq, plan_type, diagnoses, planned_sessions, owner_id, next_touch_on, stage, acts_next, next_step, due_on, close_reason)
  ON stipple.treatment_case TO stipple_app;
CREATE INDEX case_queue_by_touch ON stipple.treatment_case (clinic_id, next_touch_on, id) WHERE state = 'open';
CREATE INDEX case_queue_by_due ON stipple.treatment_case (clinic_id, due_on, id) WHERE state = 'open';
CREATE INDEX case_by_stage ON stipple.treatment_case (clinic_id, stage, next_touch_on, id);
CREATE INDEX case_by_patient ON stipple.treatment_case (clinic_id, patient_id);

CREATE TABLE stipple.benefit_call (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('benefit_call') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  called_at timestamptz NOT NULL,
  number_dialled text NOT NULL,
  representative text NOT NULL,
  reference_number text NOT NULL CHECK (length(reference_number) BETWEEN 1 AND 60),
  codes_asked text[] NOT NULL CHECK (cardinality(codes_asked) >= 1),
  authorization_required text NOT NULL CHECK (authorization_required IN ('yes', 'no', 'unknown')),
  policy_cited text,
  cosmetic_exclusion text NOT NULL CHECK (cosmetic_exclusion IN ('yes', 'no', 'unknown')),
  answer text NOT NULL,
  disclaimer_heard boolean NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT benefit_call_not_ahead CHECK (called_at <= recorded_at + interval '5 minutes'),
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id)
);
COMMENT ON TABLE stipple.benefit_call IS 'A call to member services: who said what, under which reference number. Written once.';
CALL stipple.make_subject('stipple.benefit_call', 'benefit_call');
CALL stipple.grant_insert_except('stipple.benefit_call', '{recorded_at}');
GRANT SELECT ON stipple.benefit_call TO stipple_app;
CREATE INDEX benefit_call_case ON stipple.benefit_call (clinic_id, case_id);
CREATE INDEX benefit_call_reference ON stipple.benefit_call (clinic_id, lower(reference_number) text_pattern_ops);

CREATE TABLE stipple.stored_file (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  bytes bigint NOT NULL CHECK (bytes > 0),
  media_type text NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, sha256)
);
COMMENT ON TABLE stipple.stored_file IS 'A file by its content. The bytes lie in the file store under the same hash.';
CALL stipple.scope_by_clinic('stipple.stored_file');
GRANT SELECT, INSERT (clinic_id, sha256, bytes, media_type) ON stipple.stored_file TO stipple_app;

CREATE TABLE stipple.case_document (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('case_document') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
  file_sha256 bytea NOT NULL,
  dated_on date,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT case_document_of_case UNIQUE (clinic_id, id, case_id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  FOREIGN KEY (clinic_id, file_sha256) REFERENCES stipple.stored_file (clinic_id, sha256)
);
COMMENT ON TABLE stipple.case_document IS 'Evidence, notices and proofs of a case. Written once.';
CALL stipple.make_subject('stipple.case_document', 'case_document');
CALL stipple.grant_insert_except('stipple.case_document', '{recorded_at}');
GRANT SELECT ON stipple.case_document TO stipple_app;
CREATE INDEX case_document_case ON stipple.case_document (clinic_id, case_id);

CREATE TABLE stipple.signature (
  clinic_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  case_id uuid NOT NULL,
  subject text NOT NULL CHECK (subject IN ('screening', 'letter', 'challenge')),
  seq integer NOT NULL,
  signed_state text NOT NULL GENERATED ALWAYS AS ('signed') STORED,
  signer_id uuid NOT NULL,
  signer_role text NOT NULL GENERATED ALWAYS AS ('physician') STORED,
  content_hash bytea NOT NULL CHECK (length(content_hash) = 32),
  letter_version integer,
  signed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, subject_id),
  CONSTRAINT signature_of_content UNIQUE (clinic_id, subject_id, content_hash),
  CONSTRAINT only_physicians_sign FOREIGN KEY (clinic_id, signer_id, signer_role) REFERENCES stipple.staff_role (clinic_id, staff_id, role),
  CONSTRAINT signature_has_event FOREIGN KEY (clinic_id, case_id, subject, subject_id, seq, signed_state)
    REFERENCES stipple.case_event (clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE stipple.signature IS 'A physician''s signature over a content hash. Written once; whatever is signed points here.';
CALL stipple.scope_by_clinic('stipple.signature');
CALL stipple.grant_insert_except('stipple.signature', '{signed_at}');
GRANT SELECT ON stipple.signature TO stipple_app;

CREATE TABLE stipple.screening (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('screening') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('likely_medical', 'cosmetic', 'uncertain')),
  criteria text[] NOT NULL,
  reasons text NOT NULL CHECK (length(reasons) BETWEEN 1 AND 4000),
  evidence_ids uuid[] NOT NULL DEFAULT '{}',
  signature_id uuid GENERATED ALWAYS AS (CASE WHEN state = 'signed' THEN id END) STORED,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  CONSTRAINT signed_screening_has_signature FOREIGN KEY (clinic_id, signature_id) REFERENCES stipple.signature (clinic_id, subject_id) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE stipple.screening IS 'Medical or cosmetic: the outcome with its reasons. What was proposed cannot be edited, only replaced.';
CALL stipple.make_subject('stipple.screening', 'screening', '{superseded}');
GRANT SELECT, INSERT (clinic_id, id, case_id, state, seq, outcome, criteria, reasons, evidence_ids), UPDATE (state, seq) ON stipple.screening TO stipple_app;
CREATE INDEX screening_case ON stipple.screening (clinic_id, case_id);
CREATE UNIQUE INDEX one_current_screening ON stipple.screening (clinic_id, case_id) WHERE state = 'signed';

CREATE TABLE stipple.letter (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('letter') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  version integer NOT NULL,
  signature_id uuid GENERATED ALWAYS AS (CASE WHEN state IN ('signed', 'superseded') THEN id END) STORED,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id)
);
COMMENT ON TABLE stipple.letter IS 'A letter of medical necessity. Its words are in letter_version; signed words never change.';
CALL stipple.make_subject('stipple.letter', 'letter', '{discarded, superseded}');
GRANT SELECT, INSERT (clinic_id, id, case_id, state, seq, version), UPDATE (state, seq, version) ON stipple.letter TO stipple_app;
CREATE INDEX letter_case ON stipple.letter (clinic_id, case_id);
CREATE UNIQUE INDEX one_current_letter ON stipple.letter (clinic_id, case_id) WHERE state = 'signed';

-- Marked immutable although array_to_string is only stable: for text elements it depends on nothing but its input.
CREATE FUNCTION stipple.letter_hash(procedure_codes text[], body text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(convert_to(array_to_string(procedure_codes, ',') || chr(10) || body, 'UTF8'));

CREATE TABLE stipple.letter_version (
  clinic_id uuid NOT NULL,
  letter_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  procedure_codes text[] NOT NULL CHECK (cardinality(procedure_codes) >= 1),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 40000),
  content_hash bytea NOT NULL GENERATED ALWAYS AS (stipple.letter_hash(procedure_codes, body)) STORED,
  author_id uuid NOT NULL,
  written_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, letter_id, version),
  CONSTRAINT letter_version_hash UNIQUE (clinic_id, letter_id, version, content_hash),
  FOREIGN KEY (clinic_id, letter_id) REFERENCES stipple.letter (clinic_id, id),
  FOREIGN KEY (clinic_id, author_id) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.letter_version IS 'Every wording a letter ever had. Written once.';
CALL stipple.scope_by_clinic('stipple.letter_version');
CALL stipple.grant_insert_except('stipple.letter_version', '{written_at}');
GRANT SELECT ON stipple.letter_version TO stipple_app;
ALTER TABLE stipple.letter ADD CONSTRAINT letter_has_version
  FOREIGN KEY (clinic_id, id, version) REFERENCES stipple.letter_version (clinic_id, letter_id, version) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE stipple.signature ADD CONSTRAINT signature_covers_words
  FOREIGN KEY (clinic_id, subject_id, letter_version, content_hash) REFERENCES stipple.letter_version (clinic_id, letter_id, version, content_hash);

-- A signed letter shows the version that was signed, and signatures are written once: so its words are final.
ALTER TABLE stipple.signature ADD CONSTRAINT signature_of_version UNIQUE (clinic_id, subject_id, letter_version);
ALTER TABLE stipple.letter ADD CONSTRAINT signed_letter_shows_signed_words
  FOREIGN KEY (clinic_id, signature_id, version) REFERENCES stipple.signature (clinic_id, subject_id, letter_version) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE stipple.task (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('task') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('rebook_blocked', 'call_payer', 'prove_phone_approval', 'answer_payer')),
  about text NOT NULL CHECK (length(about) BETWEEN 1 AND 400),
  for_role text NOT NULL CHECK (for_role IN ('coordinator', 'physician', 'manager')),
  due_on date NOT NULL,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id)
);
COMMENT ON TABLE stipple.task IS 'Something somebody has to do because of a move, such as rebooking after a revocation.';
CALL stipple.make_subject('stipple.task', 'task', '{done}');
GRANT SELECT, INSERT (clinic_id, id, case_id, state, seq, kind, about, for_role, due_on), UPDATE (state, seq) ON stipple.task TO stipple_app;
CREATE INDEX task_case ON stipple.task (clinic_id, case_id);
`,
);
