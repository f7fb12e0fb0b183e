import { plainSql } from './plain-sql';

/** What each clock said when it was last looked at, and the changes that the watching found since. */
export const RecomputedClocks = plainSql(
  'RecomputedClocks1795392000054',
  /* sql */ `
CREATE TABLE stipple.kept_clock (
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  request_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  clock text NOT NULL CHECK (clock IN ('decision_standard', 'decision_expedited', 'information_answer', 'peer_to_peer', 'appeal_1_filing', 'appeal_1_decision',
    'appeal_2_filing', 'appeal_2_decision', 'external_review_filing', 'external_review_decision', 'fair_hearing_filing')),
  says text NOT NULL CHECK (length(says) BETWEEN 1 AND 200),
  rule text CHECK (length(rule) BETWEEN 1 AND 200),
  kept_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, subject_id, clock),
  FOREIGN KEY (clinic_id, request_id, case_id) REFERENCES stipple.auth_request (clinic_id, id, case_id)
);
COMMENT ON TABLE stipple.kept_clock IS 'What a clock said when the watching last looked at it. Nothing is read from it but whether that has changed: clocks are computed anew for whoever asks.';
COMMENT ON COLUMN stipple.kept_clock.subject_id IS 'The request or the challenge whose clock it is.';
COMMENT ON COLUMN stipple.kept_clock.rule IS 'The key of the rule that says so. NULL where it has no end, or a manager has set it.';
CALL stipple.scope_by_clinic('stipple.kept_clock');
CALL stipple.grant_insert_except('stipple.kept_clock', '{kept_at}');
GRANT SELECT, UPDATE (says, rule, kept_at) ON stipple.kept_clock TO stipple_app;
CREATE INDEX kept_clock_case ON stipple.kept_clock (clinic_id, case_id);

CREATE TABLE stipple.clock_change (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('clock_change') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  request_id uuid NOT NULL,
  clock text NOT NULL,
  was text NOT NULL CHECK (length(was) BETWEEN 1 AND 200),
  became text NOT NULL CHECK (length(became) BETWEEN 1 AND 200),
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, request_id, case_id) REFERENCES stipple.auth_request (clinic_id, id, case_id)
);
COMMENT ON TABLE stipple.clock_change IS 'A deadline that was computed anew and came out otherwise: a date was recorded, a payer''s profile corrected, or a rule changed. Its event says by which rule. Written once, by nobody: people change dates, not deadlines.';
CALL stipple.make_subject('stipple.clock_change', 'clock_change');
CALL stipple.grant_insert_except('stipple.clock_change', '{}');
GRANT SELECT ON stipple.clock_change TO stipple_app;
CREATE INDEX clock_change_case ON stipple.clock_change (clinic_id, case_id);
INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES ('clock_change', 'nowhere', 'record', 'recorded');

-- Both are the watching's own: a task that it watches, and a deadline that it found changed.
ALTER TABLE stipple.case_event
  ALTER COLUMN watched_id SET EXPRESSION AS (CASE WHEN actor_id IS NULL AND subject <> 'clock_change' THEN subject_id END),
  ADD CONSTRAINT deadlines_change_by_themselves CHECK (subject <> 'clock_change' OR actor_id IS NULL);
`,
);
