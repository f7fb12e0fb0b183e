import { plainSql } from './plain-sql';

/** Why less was granted than was asked, and the wish for an exception, which argues nothing. */
export const WhatWasWithheld = plainSql(
  'WhatWasWithheld1795392000050',
  /* sql */ `
CREATE TABLE stipple.withheld_reason (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('withheld_reason') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  request_id uuid NOT NULL,
  of_state text NOT NULL CHECK (of_state IN ('partial', 'modified')),
  words text NOT NULL CHECK (length(btrim(words)) BETWEEN 1 AND 8000),
  group_code text CHECK (group_code IN ('CO', 'PR', 'OA', 'PI')),
  reason_code text,
  remarks text[] NOT NULL CHECK (cardinality(remarks) <= 20 AND array_position(remarks, NULL) IS NULL),
  kind text NOT NULL CHECK (kind IN ('clinical', 'administrative', 'benefit_exclusion')),
  page text CHECK (length(btrim(page)) BETWEEN 1 AND 20),
  document_id uuid,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT withheld_for_one_reason UNIQUE (clinic_id, request_id),
  CONSTRAINT withheld_from_lesser_approval FOREIGN KEY (clinic_id, request_id, case_id, of_state) REFERENCES stipple.auth_request (clinic_id, id, case_id, state),
  CONSTRAINT withheld_document FOREIGN KEY (clinic_id, document_id, case_id) REFERENCES stipple.case_document (clinic_id, id, case_id)
);
COMMENT ON TABLE stipple.withheld_reason IS 'The payer''s words on what it did not grant of a request that it approved in part or otherwise: adverse for that part, and argued like a denial. It often comes later than the approval, in a letter of its own. Written once.';
COMMENT ON COLUMN stipple.withheld_reason.reason_code IS 'Reason (CARC) as received; a code that is in no list is kept raw, as are the remarks (RARC).';
CALL stipple.make_subject('stipple.withheld_reason', 'withheld_reason');
CALL stipple.grant_insert_except('stipple.withheld_reason', '{recorded_at}');
GRANT SELECT ON stipple.withheld_reason TO stipple_app;
CREATE INDEX withheld_reason_case ON stipple.withheld_reason (clinic_id, case_id);
INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES ('withheld_reason', 'nowhere', 'record', 'recorded');

ALTER TABLE stipple.challenge
  DROP CONSTRAINT challenge_kind_check,
  ADD CONSTRAINT challenge_kind_check CHECK (kind IN ('peer_to_peer', 'reconsideration', 'appeal_1', 'appeal_2', 'external_review', 'independent_review_entity', 'exception')),
  DROP CONSTRAINT call_argues_nothing,
  ADD CONSTRAINT call_argues_nothing CHECK (kind NOT IN ('peer_to_peer', 'exception') OR argues IS NULL);
COMMENT ON COLUMN stipple.auth_request.supersedes_id IS 'The request it follows: one that was returned without review and is corrected, or one that was decided against the patient. That one stays what it is.';
`,
);
