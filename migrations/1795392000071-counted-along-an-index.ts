import { plainSql } from './plain-sql';

/**
 * Whatever filter is set, what a report counts is read along the day from an index that holds all that is asked of a row:
 * only a list of cases looks at rows. Challenges are counted by what their requests were, and few requests have one.
 */
export const CountedAlongAnIndex = plainSql(
  'CountedAlongAnIndex1795392000071',
  /* sql */ `
DROP INDEX stipple.reported_request_decided;
CREATE INDEX reported_request_decided ON stipple.reported_request (clinic_id, decided_on, id)
  INCLUDE (state, urgency, first_decision, first_denial, first_pass, case_open, authorized_since, signed_since, payer_days, payer_received_at,
    asked_cents, granted_cents, agreed_cents, paid_cents, appealed_on, case_appealed_on, payer_id, plan_type, codes, signer_id, owner_at_submission, computed_outcome, reason, clock_facts)
  WHERE state IN ('approved', 'partial', 'modified', 'denied');
DROP INDEX stipple.reported_request_closed;
CREATE INDEX reported_request_closed ON stipple.reported_request (clinic_id, closed_on, case_id)
  INCLUDE (urgency, first_sent, first_denial, challenged, authorized_since, open_seconds, payer_seconds, payer_id, plan_type, codes, signer_id, owner_at_submission, computed_outcome, reason)
  WHERE closed_on IS NOT NULL;
CREATE INDEX reported_request_challenged ON stipple.reported_request (clinic_id, id)
  INCLUDE (urgency, payer_id, plan_type, codes, signer_id, owner_at_submission, computed_outcome, reason) WHERE challenged;
`,
);
