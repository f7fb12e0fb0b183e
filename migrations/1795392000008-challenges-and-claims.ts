import { plainSql } from './plain-sql';

export const ChallengesAndClaims = plainSql(
  'ChallengesAndClaims1795392000008',
  /* sql */ `
CREATE TABLE stipple.challenge (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('challenge') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('peer_to_peer', 'reconsideration', 'appeal_1', 'appeal_2', 'external_review', 'independent_review_entity')),
  request_id uuid NOT NULL,
  clinical boolean NOT NULL,
  body text,
  content_hash bytea NOT NULL GENERATED ALWAYS AS (stipple.letter_hash('{}', coalesce(body, ''))) STORED,
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
  won boolean NOT NULL GENERATED ALWAYS AS (state IN ('overturned', 'partly_overturned')) STORED,
  upheld boolean NOT NULL GENERATED ALWAYS AS (state IN ('upheld', 'partly_overturned')) STORED,
  signature_id uuid GENERATED ALWAYS AS (CASE WHEN state = 'signed' OR (clinical AND state IN ('sent', 'received', 'overturned', 'partly_overturned', 'upheld', 'dismissed')) THEN id END) STORED,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT challenge_outcome UNIQUE (clinic_id, id, request_id, case_id, won),
  CONSTRAINT challenge_key UNIQUE (clinic_id, id, request_id, kind, upheld),
  CONSTRAINT challenge_sent_in_time CHECK (sent_on IS NULL OR file_by_on IS NULL OR sent_on <= file_by_on OR coalesce(btrim(late_reason), '') <> ''),
  CONSTRAINT sent_challenge_is_dated CHECK (state IN ('open', 'drafted', 'signed', 'withdrawn') OR sent_on IS NOT NULL),
  CONSTRAINT level_two_after_level_one CHECK (kind <> 'appeal_2' OR state IN ('open', 'drafted', 'signed', 'withdrawn')
    OR coalesce(prior_kind = 'appeal_1' AND prior_upheld, false)),
  CONSTRAINT external_review_after_internal CHECK (kind <> 'external_review' OR state IN ('open', 'drafted', 'signed', 'withdrawn') OR deemed_exhausted
    OR coalesce(prior_kind IN ('appeal_1', 'appeal_2') AND prior_upheld, false)),
  CONSTRAINT decided_challenge_is_dated CHECK ((state IN ('overturned', 'partly_overturned', 'upheld', 'dismissed')) = (decided_on IS NOT NULL)),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  FOREIGN KEY (clinic_id, request_id, case_id) REFERENCES stipple.auth_request (clinic_id, id, case_id),
  CONSTRAINT challenge_follows_prior FOREIGN KEY (clinic_id, prior_id, request_id, prior_kind, prior_upheld)
    REFERENCES stipple.challenge (clinic_id, id, request_id, kind, upheld) ON UPDATE CASCADE,
  CONSTRAINT challenge_prior_whole CHECK (num_nonnulls(prior_id, prior_kind, prior_upheld) IN (0, 3)),
  FOREIGN KEY (clinic_id, authorization_id) REFERENCES stipple.payer_authorization (clinic_id, id),
  -- Once signed, the words are those that were signed.
  CONSTRAINT clinical_challenge_is_signed FOREIGN KEY (clinic_id, signature_id, content_hash)
    REFERENCES stipple.signature (clinic_id, subject_id, content_hash) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE stipple.challenge IS 'A peer-to-peer call, reconsideration, appeal or external review of one decision.';
CALL stipple.make_subject('stipple.challenge', 'challenge', '{overturned, partly_overturned, upheld, dismissed, withdrawn}');
CALL stipple.grant_insert_except('stipple.challenge', '{}');
GRANT SELECT, UPDATE (state, seq, body, file_by_on, late_reason, deemed_exhausted, sent_on, prior_id, prior_kind, prior_upheld, decided_on, decision_words, authorization_id)
  ON stipple.challenge TO stipple_app;
CREATE INDEX challenge_case ON stipple.challenge (clinic_id, case_id);
-- Deferred: the challenge names its authorization and the authorization its challenge.
ALTER TABLE stipple.payer_authorization ADD CONSTRAINT authorization_won_by_challenge FOREIGN KEY (clinic_id, challenge_id, request_id, case_id, challenge_won)
  REFERENCES stipple.challenge (clinic_id, id, request_id, case_id, won) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE stipple.claim (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('claim') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  session_id uuid NOT NULL,
  first_slot integer NOT NULL GENERATED ALWAYS AS (1) STORED,
  clearance_id uuid NOT NULL,
  authorization_id uuid NOT NULL,
  charge_cents bigint NOT NULL CHECK (charge_cents > 0),
  paid_cents bigint NOT NULL DEFAULT 0 CHECK (paid_cents >= 0),
  patient_cents bigint NOT NULL DEFAULT 0 CHECK (patient_cents >= 0),
  contractual_cents bigint NOT NULL DEFAULT 0 CHECK (contractual_cents >= 0),
  balance_cents bigint NOT NULL GENERATED ALWAYS AS (charge_cents - paid_cents - patient_cents - contractual_cents) STORED,
  line_description text,
  reason_code text,
  payer_claim_number text,
  replaces_id uuid,
  end_reason text,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT claim_never_overpaid CHECK (charge_cents - paid_cents - patient_cents - contractual_cents >= 0),
  CONSTRAINT denied_claim_has_reason CHECK (state <> 'denied' OR reason_code IS NOT NULL),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  CONSTRAINT claim_of_performed_session FOREIGN KEY (clinic_id, session_id, case_id) REFERENCES stipple.treatment_record (clinic_id, session_id, case_id),
  -- The authorization comes along the session's own clearance: a self-pay session has none and cannot be claimed.
  CONSTRAINT claim_of_cleared_session FOREIGN KEY (clinic_id, session_id, first_slot, clearance_id)
    REFERENCES stipple.session_unit (clinic_id, session_id, slot, clearance_id),
  CONSTRAINT claim_carries_authorization FOREIGN KEY (clinic_id, clearance_id, authorization_id)
    REFERENCES stipple.clearance (clinic_id, id, authorization_id)
);
COMMENT ON TABLE stipple.claim IS 'An insurance claim for one performed session. Amounts are whole cents.';
CALL stipple.make_subject('stipple.claim', 'claim', '{corrected, closed}');
CALL stipple.grant_insert_except('stipple.claim', '{}');
GRANT SELECT, UPDATE (state, seq, paid_cents, patient_cents, contractual_cents, line_description, reason_code, payer_claim_number, end_reason) ON stipple.claim TO stipple_app;
CREATE INDEX claim_case ON stipple.claim (clinic_id, case_id);
CREATE UNIQUE INDEX one_current_claim ON stipple.claim (clinic_id, session_id) WHERE state <> 'corrected';
`,
);
