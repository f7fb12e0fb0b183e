import { plainSql } from './plain-sql';

/**
 * What reports count, kept beside the record: one row for each request that was sent, with all that a figure asks of it.
 * The record stays the only truth. A view tells every row from it, whatever happens in a case tells its rows anew before the
 * transaction ends, and a job compares them every night.
 */
export const RequestsAsReported = plainSql(
  'RequestsAsReported1795392000065',
  /* sql */ `
CREATE TABLE stipple.reported_request (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  state text NOT NULL,
  urgency text NOT NULL,
  submitted_at timestamptz NOT NULL,
  payer_received_at timestamptz,
  decided_on date,
  payer_id uuid NOT NULL,
  plan_type text NOT NULL,
  codes text NOT NULL,
  signer_id uuid,
  owner_at_submission uuid,
  computed_outcome text,
  reason text,
  read_from jsonb,
  first_sent boolean NOT NULL,
  first_decision boolean NOT NULL,
  first_denial boolean NOT NULL,
  first_pass boolean NOT NULL,
  payer_days integer,
  asked_cents bigint,
  granted_cents bigint,
  authorized_since boolean NOT NULL,
  signed_since boolean NOT NULL,
  case_open boolean NOT NULL,
  appealed_on date,
  case_appealed_on date,
  closed_on date,
  close_reason text,
  challenged boolean NOT NULL,
  open_seconds bigint,
  payer_seconds bigint,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT reported_as_recorded FOREIGN KEY (clinic_id, id, case_id) REFERENCES stipple.auth_request (clinic_id, id, case_id)
);
COMMENT ON TABLE stipple.reported_request IS 'What reports ask of a request that was sent, and of its case. Told from the record by request_as_reported whenever something happens in the case; nobody writes it by hand.';
COMMENT ON COLUMN stipple.reported_request.codes IS 'The procedure codes it asked for, sorted, with commas between them.';
COMMENT ON COLUMN stipple.reported_request.signer_id IS 'Who signed the last letter before it was sent.';
COMMENT ON COLUMN stipple.reported_request.computed_outcome IS 'What the screening had computed with which it was sent, whatever was signed.';
COMMENT ON COLUMN stipple.reported_request.reason IS 'Why not all was granted, as the payer coded it; empty where it gave no code, null where all was granted.';
COMMENT ON COLUMN stipple.reported_request.read_from IS 'What the class of a denial is read from; the reading is the program''s.';
COMMENT ON COLUMN stipple.reported_request.first_sent IS 'The first that was sent in its case; first_decision and first_denial likewise, by the day of the decision.';
COMMENT ON COLUMN stipple.reported_request.first_pass IS 'Approved in full at the first attempt.';
COMMENT ON COLUMN stipple.reported_request.payer_days IS 'From receipt to decision on the clinic''s calendar, without the days on which the payer waited for an answer. Null where either is unknown.';
COMMENT ON COLUMN stipple.reported_request.asked_cents IS 'At the fees of the case''s worksheets; granted_cents likewise, of what the decision granted.';
COMMENT ON COLUMN stipple.reported_request.authorized_since IS 'The case has an authorization of the decision''s day or later that was not revoked.';
COMMENT ON COLUMN stipple.reported_request.signed_since IS 'The patient signed a self-pay agreement on the decision''s day or later.';
COMMENT ON COLUMN stipple.reported_request.appealed_on IS 'When the first formal challenge of this request was sent; case_appealed_on of any in the case from the decision on.';
COMMENT ON COLUMN stipple.reported_request.closed_on IS 'When its case was closed; null while it is open.';
COMMENT ON COLUMN stipple.reported_request.challenged IS 'A challenge of any kind was sent in the case.';
COMMENT ON COLUMN stipple.reported_request.open_seconds IS 'How long a closed case was open; payer_seconds: how much of it the payer held. On the row of its first request only.';
CALL stipple.scope_by_clinic('stipple.reported_request');
GRANT SELECT ON stipple.reported_request TO stipple_app;

-- The same from the record. Everything that this reads changes with an event of its case; else the row would not follow.
-- It is read before a transaction ends: whatever the record holds, it must come to something and never to an error.
CREATE VIEW stipple.request_as_reported AS
SELECT r.clinic_id, r.id, r.case_id, r.state, r.urgency, r.submitted_at, r.payer_received_at, r.decided_on,
  c.payer_id, c.plan_type, codes.asked AS codes, signer.id AS signer_id, r.owner_at_submission, computed.outcome AS computed_outcome,
  CASE WHEN r.state = 'denied' THEN coalesce(r.denial_code, '') WHEN r.adverse THEN coalesce(w.reason_code, '') END AS reason,
  -- Where less was granted and the reason is not on record, somebody judged how much is needed.
  CASE WHEN r.state = 'denied' THEN jsonb_build_object('group', NULL, 'code', r.denial_code, 'remarks', to_jsonb(r.denial_remarks), 'kind', r.denial_kind, 'screened', screened.outcome)
    WHEN r.adverse THEN jsonb_build_object('group', NULL, 'code', w.reason_code, 'remarks', to_jsonb(coalesce(w.remarks, '{}')), 'kind', coalesce(w.kind, 'clinical'), 'screened', screened.outcome) END AS read_from,
  NOT EXISTS (SELECT FROM stipple.auth_request e WHERE (e.clinic_id, e.case_id) = (r.clinic_id, r.case_id) AND (e.submitted_at, e.id) < (r.submitted_at, r.id)) AS first_sent,
  decided.is AND NOT EXISTS (SELECT FROM stipple.auth_request e WHERE (e.clinic_id, e.case_id) = (r.clinic_id, r.case_id)
    AND e.state IN ('approved', 'partial', 'modified', 'denied') AND (e.decided_on, e.id) < (r.decided_on, r.id)) AS first_decision,
  r.state = 'denied' AND NOT EXISTS (SELECT FROM stipple.auth_request e WHERE (e.clinic_id, e.case_id) = (r.clinic_id, r.case_id)
    AND e.state = 'denied' AND (e.decided_on, e.id) < (r.decided_on, r.id)) AS first_denial,
  -- What the payer asked for stays with the request for good, also once it is answered.
  r.state = 'approved' AND r.information_items IS NULL AND r.supersedes_id IS NULL AND NOT (r.purpose = 'initial' AND EXISTS (SELECT FROM stipple.auth_request e
    WHERE (e.clinic_id, e.case_id) = (r.clinic_id, r.case_id) AND e.submitted_at < r.submitted_at
      AND e.state IN ('rejected_unreviewed', 'denied', 'partial', 'modified', 'cancelled', 'withdrawn'))) AS first_pass,
  CASE WHEN decided.is THEN r.decided_on - (r.payer_received_at AT TIME ZONE k.time_zone)::date - coalesce(waited.days, 0) END AS payer_days,
  asked.cents AS asked_cents, granted.cents AS granted_cents,
  decided.is AND EXISTS (SELECT FROM stipple.payer_authorization a
    WHERE (a.clinic_id, a.case_id) = (r.clinic_id, r.case_id) AND a.decided_on >= r.decided_on AND a.state <> 'revoked') AS authorized_since,
  decided.is AND EXISTS (SELECT FROM stipple.self_pay_agreement g JOIN stipple.patient_signature s ON (s.clinic_id, s.agreement_id) = (g.clinic_id, g.id)
    WHERE (g.clinic_id, g.case_id) = (r.clinic_id, r.case_id) AND (s.signed_at AT TIME ZONE k.time_zone)::date >= r.decided_on) AS signed_since,
  c.state = 'open' AS case_open, sent.of_request AS appealed_on, sent.of_case AS case_appealed_on,
  (closing.at AT TIME ZONE k.time_zone)::date AS closed_on, CASE WHEN c.state = 'closed' THEN c.close_reason END AS close_reason, coalesce(sent.any, false) AS challenged,
  held.open_seconds, held.payer_seconds
  FROM stipple.auth_request r
  JOIN stipple.clinic k ON k.id = r.clinic_id
  JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (r.clinic_id, r.case_id)
  CROSS JOIN LATERAL (SELECT r.state IN ('approved', 'partial', 'modified', 'denied') AS is) decided
  CROSS JOIN LATERAL (SELECT string_agg(DISTINCT l->>'procedureCode', ',' ORDER BY l->>'procedureCode') AS asked FROM jsonb_array_elements(r.lines) l) codes
  LEFT JOIN stipple.withheld_reason w ON (w.clinic_id, w.request_id) = (r.clinic_id, r.id)
  -- Signed when the request went out: the last one before its sending was recorded.
  LEFT JOIN LATERAL (SELECT g.signer_id AS id FROM stipple.case_event v JOIN stipple.letter x ON (x.clinic_id, x.case_id) = (v.clinic_id, v.case_id)
      JOIN stipple.signature g ON (g.clinic_id, g.subject_id) = (x.clinic_id, x.id) AND g.signed_at <= v.at
     WHERE (v.clinic_id, v.subject_id, v.move) = (r.clinic_id, r.id, 'submit') ORDER BY g.signed_at DESC LIMIT 1) signer ON true
  LEFT JOIN LATERAL (SELECT x.computed_outcome AS outcome FROM stipple.case_event v JOIN stipple.screening x ON (x.clinic_id, x.case_id) = (v.clinic_id, v.case_id)
      JOIN stipple.signature g ON (g.clinic_id, g.subject_id) = (x.clinic_id, x.id) AND g.signed_at <= v.at
     WHERE (v.clinic_id, v.subject_id, v.move) = (r.clinic_id, r.id, 'submit') ORDER BY g.signed_at DESC LIMIT 1) computed ON true
  LEFT JOIN LATERAL (SELECT x.outcome FROM stipple.case_event v JOIN stipple.screening x ON (x.clinic_id, x.case_id) = (v.clinic_id, v.case_id)
      JOIN stipple.signature g ON (g.clinic_id, g.subject_id) = (x.clinic_id, x.id) AND g.signed_at <= v.at
     WHERE (v.clinic_id, v.subject_id, v.move) = (r.clinic_id, r.id, 'submit') AND r.adverse ORDER BY g.signed_at DESC LIMIT 1) screened ON true
  -- Whole days on which the payer waited for what it had asked of us: from each question to its answer, or to the decision. A day with two questions open is one day.
  LEFT JOIN LATERAL (SELECT sum(upper(d.days) - lower(d.days))::integer AS days FROM unnest((
    SELECT range_agg(daterange(q.begins, greatest(q.begins, q.ends)))
      FROM (SELECT greatest(coalesce((v.data->>'askedOn')::date, (v.at AT TIME ZONE k.time_zone)::date), (r.payer_received_at AT TIME ZONE k.time_zone)::date) AS begins,
                   least(r.decided_on, (SELECT (coalesce((n.data->>'sentAt')::timestamptz, n.at) AT TIME ZONE k.time_zone)::date FROM stipple.case_event n
                     WHERE (n.clinic_id, n.subject_id, n.seq) = (v.clinic_id, v.subject_id, v.seq + 1) AND n.move = 'answer_information')) AS ends
              FROM stipple.case_event v WHERE (v.clinic_id, v.subject_id, v.move) = (r.clinic_id, r.id, 'request_information')) q)) d (days)) waited ON r.information_items IS NOT NULL AND decided.is
  LEFT JOIN LATERAL (SELECT sum((l->>'units')::integer * x.fee_cents) AS cents FROM jsonb_array_elements(r.lines) l
      JOIN stipple.code_worksheet x ON (x.clinic_id, x.case_id, x.procedure_code) = (r.clinic_id, r.case_id, l->>'procedureCode')) asked ON true
  -- As it was first recorded; later terms come from amendments.
  LEFT JOIN LATERAL (SELECT sum(l.units * x.fee_cents) AS cents FROM stipple.payer_authorization a
      JOIN stipple.authorization_line l ON (l.clinic_id, l.authorization_id) = (a.clinic_id, a.id) AND l.terms_seq = (
        SELECT min(t.terms_seq) FROM stipple.authorization_terms t WHERE (t.clinic_id, t.authorization_id) = (a.clinic_id, a.id))
      JOIN stipple.code_worksheet x ON (x.clinic_id, x.case_id, x.procedure_code) = (a.clinic_id, a.case_id, l.procedure_code)
     WHERE (a.clinic_id, a.case_id, a.request_id) = (r.clinic_id, r.case_id, r.id) AND a.challenge_id IS NULL) granted ON true
  LEFT JOIN LATERAL (SELECT min(y.sent_on) FILTER (WHERE y.kind NOT IN ('peer_to_peer', 'exception') AND y.request_id = r.id) AS of_request,
      min(y.sent_on) FILTER (WHERE y.kind NOT IN ('peer_to_peer', 'exception') AND y.sent_on >= r.decided_on) AS of_case, bool_or(y.sent_on IS NOT NULL) AS any
     FROM stipple.challenge y WHERE (y.clinic_id, y.case_id) = (r.clinic_id, r.case_id)) sent ON true
  -- A closed case was closed by its last event.
  LEFT JOIN stipple.case_event closing ON c.state = 'closed' AND (closing.clinic_id, closing.subject_id, closing.seq) = (c.clinic_id, c.id, c.seq)
  LEFT JOIN LATERAL (SELECT (SELECT coalesce(sum(extract(epoch FROM upper(s) - lower(s))), 0)::bigint FROM unnest(h."open") s) AS open_seconds,
      (SELECT coalesce(sum(extract(epoch FROM upper(s) - lower(s))), 0)::bigint FROM unnest(h."open" * h.by_payer) s) AS payer_seconds
    FROM (SELECT coalesce(range_agg(e.span) FILTER (WHERE e.subject = 'treatment_case' AND e.to_state = 'open'), '{}') AS "open",
        coalesce(range_agg(e.span) FILTER (WHERE e.subject = 'auth_request' AND e.to_state IN ('submitted', 'received', 'pended')
          OR e.subject = 'challenge' AND e.to_state IN ('sent', 'received')), '{}') AS by_payer
        FROM (SELECT t.subject, t.to_state, tstzrange(t.began, CASE WHEN t.ended IS NOT NULL THEN greatest(t.began, t.ended) END) AS span
          FROM (SELECT v.subject, v.to_state, date_trunc('second', v.at) AS began, date_trunc('second', lead(v.at) OVER (PARTITION BY v.subject_id ORDER BY v.seq)) AS ended
            FROM stipple.case_event v WHERE c.state = 'closed' AND (v.clinic_id, v.case_id) = (r.clinic_id, r.case_id) AND v.subject IN ('treatment_case', 'auth_request', 'challenge')) t) e) h) held
    ON c.state = 'closed' AND NOT EXISTS (SELECT FROM stipple.auth_request e WHERE (e.clinic_id, e.case_id) = (r.clinic_id, r.case_id) AND (e.submitted_at, e.id) < (r.submitted_at, r.id))
 WHERE r.submitted_at IS NOT NULL;
COMMENT ON VIEW stipple.request_as_reported IS 'What reported_request has to hold, told from the record.';

-- Planned once for each connection, in the order in which the view is written: planning takes far longer than one case.
CREATE FUNCTION stipple.report_case(clinic uuid, told_case uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp
  SET plan_cache_mode = force_generic_plan SET join_collapse_limit = 1 SET from_collapse_limit = 1 AS $$
DECLARE changed integer;
BEGIN
  -- Whoever comes second waits here, and then sees what the first has written.
  PERFORM FROM stipple.treatment_case c WHERE c.clinic_id = clinic AND c.id = told_case FOR NO KEY UPDATE;
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
REVOKE EXECUTE ON FUNCTION stipple.report_case FROM PUBLIC;
COMMENT ON FUNCTION stipple.report_case IS 'Tells the rows of a case anew, and says how many became others.';

CREATE FUNCTION stipple.report_what_happened() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
BEGIN
  -- Of what a transaction did in a case, the last event speaks for all.
  IF NOT EXISTS (SELECT FROM stipple.case_event e WHERE e.clinic_id = NEW.clinic_id AND e.case_id = NEW.case_id AND e.position > NEW.position AND e.tx = NEW.tx
      AND e.subject IN ('auth_request', 'treatment_case', 'payer_authorization', 'challenge', 'self_pay_agreement', 'code_worksheet', 'withheld_reason')) THEN
    PERFORM stipple.report_case(NEW.clinic_id, NEW.case_id);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER requests_are_reported AFTER INSERT ON stipple.case_event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.subject IN ('auth_request', 'treatment_case', 'payer_authorization', 'challenge', 'self_pay_agreement', 'code_worksheet', 'withheld_reason'))
  EXECUTE FUNCTION stipple.report_what_happened();

-- The comparison at night. It locks nothing but what it puts right.
CREATE FUNCTION stipple.report_cases_after(last_case uuid, most integer, OUT looked_at integer, OUT differed integer, OUT reached uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp
  SET plan_cache_mode = force_generic_plan SET join_collapse_limit = 1 SET from_collapse_limit = 1 AS $$
BEGIN
  looked_at := 0; differed := 0;
  FOR reached IN SELECT c.id FROM stipple.treatment_case c WHERE c.clinic_id = stipple.current_clinic() AND (last_case IS NULL OR c.id > last_case) ORDER BY c.id LIMIT most LOOP
    looked_at := looked_at + 1;
    IF EXISTS (SELECT v.* FROM stipple.request_as_reported v WHERE v.clinic_id = stipple.current_clinic() AND v.case_id = reached
               EXCEPT SELECT t.* FROM stipple.reported_request t WHERE t.clinic_id = stipple.current_clinic() AND t.case_id = reached) THEN
      differed := differed + stipple.report_case(stipple.current_clinic(), reached);
    END IF;
    last_case := reached;
  END LOOP;
  reached := last_case;
END $$;
COMMENT ON FUNCTION stipple.report_cases_after IS 'Compares the rows of the transaction''s clinic with the record, case by case after the one that is named, puts right what differs and says how many rows that were.';

INSERT INTO stipple.reported_request SELECT * FROM stipple.request_as_reported;

-- Decisions are read along their day, mostly without looking at the row.
DROP INDEX stipple.auth_request_decided;
CREATE INDEX reported_request_decided ON stipple.reported_request (clinic_id, decided_on, id)
  INCLUDE (state, first_decision, first_denial, first_pass, payer_days, payer_received_at, payer_id, reason, asked_cents, case_open, authorized_since, signed_since)
  WHERE state IN ('approved', 'partial', 'modified', 'denied');
CREATE INDEX reported_request_closed ON stipple.reported_request (clinic_id, closed_on, case_id) WHERE closed_on IS NOT NULL;
CREATE INDEX reported_request_case ON stipple.reported_request (clinic_id, case_id);
`,
);
