import { plainSql } from './plain-sql';

/** The dates of a payer's notices, its written extensions, and where it is: what the clocks count from. */
export const NoticesAndExtensions = plainSql(
  'NoticesAndExtensions1795392000053',
  /* sql */ `
ALTER TABLE stipple.auth_request RENAME denial_notice_received_on TO notice_received_on;
ALTER TABLE stipple.auth_request
  ADD notice_dated_on date,
  DROP CONSTRAINT denial_dates_in_order,
  DROP CONSTRAINT denied_request_has_reason,
  ADD CONSTRAINT denied_request_has_reason CHECK (state <> 'denied' OR num_nonnulls(denial_words, denial_kind, denied_on, notice_received_on) = 4 AND length(btrim(denial_words)) > 0),
  ADD CONSTRAINT reason_of_a_denial CHECK (state = 'denied' OR num_nonnulls(denial_words, denial_kind, denied_on) = 0),
  ADD CONSTRAINT notice_of_a_decision CHECK (decided_on IS NOT NULL OR num_nonnulls(notice_dated_on, notice_received_on) = 0),
  ADD CONSTRAINT notice_dates_in_order CHECK (notice_dated_on >= decided_on AND notice_received_on >= coalesce(notice_dated_on, decided_on)),
  ADD CONSTRAINT decided_after_submission CHECK (decided_on >= (submitted_at AT TIME ZONE 'UTC')::date - 1) NOT VALID;
COMMENT ON COLUMN stipple.auth_request.decided_on IS 'The day of the payer''s decision.';
COMMENT ON COLUMN stipple.auth_request.notice_dated_on IS 'The date on the letter of the decision. NULL where it bears none: then the day of the decision counts, which it never precedes.';
COMMENT ON COLUMN stipple.auth_request.notice_received_on IS 'The day on which that letter came.';
COMMENT ON CONSTRAINT decided_after_submission ON stipple.auth_request IS 'One day is left for zones; the API is exact. Not checked for what was recorded before there was the rule.';
GRANT INSERT (notice_dated_on), UPDATE (notice_dated_on) ON stipple.auth_request TO stipple_app;

ALTER TABLE stipple.payer_profile
  ADD state text CHECK (state ~ '^[A-Z]{2}$'),
  ADD time_zone text CHECK (time_zone IN ('America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles',
    'America/Anchorage', 'Pacific/Honolulu', 'America/Puerto_Rico'));
COMMENT ON COLUMN stipple.payer_profile.state IS 'The state whose law regulates its insured plans, in two letters. NULL: not known, and no state''s rule is applied.';
COMMENT ON COLUMN stipple.payer_profile.time_zone IS 'Where its days begin and end. NULL: not known, and the clinic''s days are taken.';
GRANT INSERT (state, time_zone) ON stipple.payer_profile TO stipple_app;

INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES ('treatment_case', 'open', 'record_extension', 'open');

CREATE TABLE stipple.extension_notice (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  request_id uuid NOT NULL,
  dated_on date NOT NULL,
  because text NOT NULL CHECK (because IN ('more_time', 'missing_information')),
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
  proof_id uuid NOT NULL,
  proof_kind text NOT NULL GENERATED ALWAYS AS ('payer_notice') STORED,
  staff_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, request_id, case_id) REFERENCES stipple.auth_request (clinic_id, id, case_id),
  FOREIGN KEY (clinic_id, proof_id, case_id, proof_kind) REFERENCES stipple.case_document (clinic_id, id, case_id, kind),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff (clinic_id, id),
  CONSTRAINT extension_not_ahead CHECK (dated_on <= (recorded_at AT TIME ZONE 'UTC')::date + 1)
);
COMMENT ON TABLE stipple.extension_notice IS 'A payer''s written notice that it takes longer to decide. Whether its clock allows that is the rules'' word, not this row''s. Written once: a correction is a new row, and of two about one request the newest stands.';
COMMENT ON COLUMN stipple.extension_notice.dated_on IS 'The date on the notice: a clock that waits for missing information stands still from here.';
COMMENT ON COLUMN stipple.extension_notice.because IS 'more_time: it needs longer. missing_information: it waits for what it asked of the clinic.';
COMMENT ON COLUMN stipple.extension_notice.proof_id IS 'The notice itself: an extension that is only said does not count.';
CALL stipple.scope_by_clinic('stipple.extension_notice');
CALL stipple.grant_insert_except('stipple.extension_notice', '{recorded_at}');
GRANT SELECT ON stipple.extension_notice TO stipple_app;
CREATE INDEX extension_notice_request ON stipple.extension_notice (clinic_id, request_id);
`,
);
