import { plainSql } from './plain-sql';

/** A manager's own end of a clock, beside what the rules say. */
export const ClockOverrides = plainSql(
  'ClockOverrides1795392000047',
  /* sql */ `
INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES ('treatment_case', 'open', 'override_clock', 'open');

CREATE TABLE stipple.clock_override (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  request_id uuid NOT NULL,
  clock text NOT NULL CHECK (clock IN ('decision_standard', 'decision_expedited', 'information_answer', 'peer_to_peer', 'appeal_1_filing', 'appeal_1_decision',
    'appeal_2_filing', 'appeal_2_decision', 'external_review_filing', 'external_review_decision', 'fair_hearing_filing')),
  due_on date NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  computed text NOT NULL CHECK (length(computed) BETWEEN 1 AND 1000),
  staff_id uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  FOREIGN KEY (clinic_id, request_id, case_id) REFERENCES stipple.auth_request (clinic_id, id, case_id),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.clock_override IS 'A manager''s own end of a clock, with the reason. Written once: a change of mind is a new row, and the newest one stands. The rules'' answer is computed as before and shown beside it.';
COMMENT ON COLUMN stipple.clock_override.request_id IS 'The request that the clock is about; the clock of a challenge is about the request it argues with.';
COMMENT ON COLUMN stipple.clock_override.computed IS 'What the rules said when it was set, in their sentence.';
CALL stipple.scope_by_clinic('stipple.clock_override');
CALL stipple.grant_insert_except('stipple.clock_override', '{recorded_at}');
GRANT SELECT ON stipple.clock_override TO stipple_app;
CREATE INDEX clock_override_case ON stipple.clock_override (clinic_id, case_id);
`,
);
