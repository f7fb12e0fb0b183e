import { plainSql } from './plain-sql';

/**
 * Most of what happens to a case happens before its first request is sent, when it has no row in the reports. Then telling
 * its rows ends at the first look, and the statement that tells them, which takes a connection about 90 ms to plan, is not
 * planned either.
 */
export const UnsentCasesAreNotReported = plainSql(
  'UnsentCasesAreNotReported1795392000069',
  /* sql */ `
CREATE OR REPLACE FUNCTION stipple.report_case(clinic uuid, told_case uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp
  SET plan_cache_mode = force_generic_plan SET join_collapse_limit = 1 SET from_collapse_limit = 1 AS $$
DECLARE changed integer;
BEGIN
  -- Whoever comes second waits here, and then sees what the first has written.
  PERFORM FROM stipple.treatment_case c WHERE c.clinic_id = clinic AND c.id = told_case FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM stipple.auth_request x WHERE x.clinic_id = clinic AND x.case_id = told_case AND x.submitted_at IS NOT NULL) THEN
    RETURN 0;
  END IF;
  INSERT INTO stipple.reported_request AS t SELECT * FROM stipple.request_as_reported v WHERE v.clinic_id = clinic AND v.case_id = told_case
  ON CONFLICT ON CONSTRAINT reported_request_pkey DO UPDATE SET
    (state, urgency, submitted_at, payer_received_at, decided_on, payer_id, plan_type, codes, signer_id, owner_at_submission, computed_outcome, reason, read_from,
     first_sent, first_decision, first_denial, first_pass, payer_days, asked_cents, granted_cents, authorized_since, signed_since, case_open,
     appealed_on, case_appealed_on, closed_on, close_reason, challenged, open_seconds, payer_seconds)
    = (EXCLUDED.state, EXCLUDED.urgency, EXCLUDED.submitted_at, EXCLUDED.payer_received_at, EXCLUDED.decided_on, EXCLUDED.payer_id, EXCLUDED.plan_type, EXCLUDED.codes,
     EXCLUDED.signer_id, EXCLUDED.owner_at_submission, EXCLUDED.computed_outcome, EXCLUDED.reason, EXCLUDED.read_from, EXCLUDED.first_sent, EXCLUDED.first_decision,
     EXCLUDED.first_denial, EXCLUDED.first_pass, EXCLUDED.payer_days, EXCLUDED.asked_cents, EXCLUDED.granted_cents, EXCLUDED.authorized_since, EXCLUDED.signed_since,
     EXCLUDED.case_open, EXCLUDED.appealed_on, EXCLUDED.case_appealed_on, EXCLUDED.closed_on, EXCLUDED.close_reason, EXCLUDED.challenged, EXCLUDED.open_seconds,
     EXCLUDED.payer_seconds)
  WHERE (t.*) IS DISTINCT FROM (EXCLUDED.*);
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed;
END $$;
`,
);
