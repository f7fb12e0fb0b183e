import { plainSql } from './plain-sql';

/** What is recorded while a decision is challenged: what went out, the payer's receipt, the call that was held. */
export const ChallengesAtWork = plainSql(
  'ChallengesAtWork1795392000044',
  /* sql */ `
ALTER TABLE stipple.challenge
  ADD sent_proof_id uuid,
  ADD payer_received_on date,
  ADD payer_reference text,
  ADD exhausted_because text,
  ADD offered_slots timestamptz[],
  ADD call_at timestamptz,
  ADD spoken_with text,
  ADD end_reason text,
  ADD CONSTRAINT challenge_proof FOREIGN KEY (clinic_id, sent_proof_id, case_id) REFERENCES stipple.case_document (clinic_id, id, case_id),
  ADD CONSTRAINT challenge_received_after_sent CHECK (payer_received_on >= sent_on),
  ADD CONSTRAINT challenge_decided_after_sent CHECK (decided_on >= sent_on),
  ADD CONSTRAINT exhaustion_has_reason CHECK (deemed_exhausted = (exhausted_because IS NOT NULL) AND (exhausted_because IS NULL OR btrim(exhausted_because) <> '')),
  ADD CONSTRAINT slots_of_a_call CHECK (offered_slots IS NULL OR kind = 'peer_to_peer' AND cardinality(offered_slots) BETWEEN 1 AND 10),
  ADD CONSTRAINT call_of_a_call CHECK (kind = 'peer_to_peer' OR num_nonnulls(call_at, spoken_with) = 0),
  ADD CONSTRAINT withdrawn_challenge_has_reason CHECK (end_reason IS NULL OR state = 'withdrawn');
COMMENT ON COLUMN stipple.challenge.exhausted_because IS 'How the plan broke its own rules, where its internal levels count as used up.';
COMMENT ON COLUMN stipple.challenge.offered_slots IS 'When the physician could speak with the payer''s reviewer.';
COMMENT ON COLUMN stipple.challenge.call_at IS 'When they agreed to speak.';
GRANT INSERT (sent_proof_id, payer_received_on, payer_reference, exhausted_because, offered_slots, call_at, spoken_with, end_reason),
  UPDATE (sent_proof_id, payer_received_on, payer_reference, offered_slots, call_at, spoken_with, end_reason) ON stipple.challenge TO stipple_app;

INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES ('challenge', 'signed', 'excuse_signed', 'signed');

-- Only what was decided against the patient can be challenged; what was returned without review is corrected and sent again.
ALTER TABLE stipple.auth_request
  ADD adverse boolean GENERATED ALWAYS AS (state IN ('denied', 'partial', 'modified')) STORED,
  ADD CONSTRAINT auth_request_adverse UNIQUE (clinic_id, id, case_id, adverse);
ALTER TABLE stipple.challenge
  ADD of_adverse boolean NOT NULL GENERATED ALWAYS AS (true) STORED,
  ADD CONSTRAINT challenge_of_adverse_decision FOREIGN KEY (clinic_id, request_id, case_id, of_adverse)
    REFERENCES stipple.auth_request (clinic_id, id, case_id, adverse);

-- What a challenge won may stand under a number of its own beside what the decision had granted already.
DROP INDEX stipple.one_authorization_per_request;
CREATE UNIQUE INDEX one_authorization_per_request ON stipple.payer_authorization (clinic_id, request_id)
  WHERE basis <> 'not_required' AND challenge_id IS NULL AND state NOT IN ('revoked', 'superseded');
CREATE UNIQUE INDEX one_authorization_per_challenge ON stipple.payer_authorization (clinic_id, challenge_id)
  WHERE challenge_id IS NOT NULL AND state NOT IN ('revoked', 'superseded');
COMMENT ON COLUMN stipple.auth_request.adverse IS 'Whether the payer decided against the patient, in full or in part.';
`,
);
