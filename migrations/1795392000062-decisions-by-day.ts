import { plainSql } from './plain-sql';

/** What reports count by: decisions and challenges by the day on which they were decided. */
export const DecisionsByDay = plainSql(
  'DecisionsByDay1795392000062',
  /* sql */ `
-- Denials are some of the decisions: one index serves both, and a decision is entered in one.
DROP INDEX stipple.auth_request_denials;
CREATE INDEX auth_request_decided ON stipple.auth_request (clinic_id, decided_on, id) INCLUDE (case_id, state, owner_at_submission, urgency, denial_code, denial_kind)
  WHERE state IN ('approved', 'partial', 'modified', 'denied');
CREATE INDEX challenge_decided ON stipple.challenge (clinic_id, decided_on, id) INCLUDE (request_id, state, kind) WHERE decided_on IS NOT NULL;
`,
);
