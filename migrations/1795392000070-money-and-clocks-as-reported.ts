import { plainSql } from './plain-sql';

/**
 * What patients agreed to pay after a denial, and what they paid, kept in the rows of the reports like all other money: it
 * had been looked up in the ledgers for every denial that was counted. What happens in a ledger tells the rows of its case
 * anew, as everything else does.
 *
 * And the last day on which a decision would have been in time, which only the program's rules can say: it had been worked
 * out for every decision whenever somebody asked. It is kept with what it was worked out from, so that nobody has to notice
 * that it no longer holds: whoever reads it compares.
 */
export const MoneyAndClocksAsReported = plainSql(
  'MoneyAndClocksAsReported1795392000070',
  /* sql */ `
ALTER TABLE stipple.reported_request ADD COLUMN agreed_cents bigint, ADD COLUMN paid_cents bigint, ADD COLUMN clock_facts text;
COMMENT ON COLUMN stipple.reported_request.agreed_cents IS 'Of the self-pay agreements that were signed on the decision''s day or later; paid_cents: what was paid of it and not given back. Null where that is nothing.';

COMMENT ON COLUMN stipple.reported_request.clock_facts IS 'A hash of all that the payer''s clock reads of the request and its case; the payer''s own terms are not among it. Null as long as nobody knows when the payer received it.';

-- Nothing refers to a request here: the job writes rows by the hundred, each of which would be looked up.
CREATE TABLE stipple.reported_timing (
  clinic_id uuid NOT NULL,
  request_id uuid NOT NULL,
  due_on date,
  clock_facts text NOT NULL,
  payer_terms text NOT NULL,
  judged_by text NOT NULL,
  PRIMARY KEY (clinic_id, request_id)
);
COMMENT ON TABLE stipple.reported_timing IS 'The last day for a payer''s decision, as the program worked it out. It holds as long as everything it was worked out from is what it was.';
COMMENT ON COLUMN stipple.reported_timing.due_on IS 'Null where no rule says.';
COMMENT ON COLUMN stipple.reported_timing.payer_terms IS 'A hash of what the payer''s newest profile says of clocks.';
COMMENT ON COLUMN stipple.reported_timing.judged_by IS 'A hash of the program.';
CALL stipple.scope_by_clinic('stipple.reported_timing');
GRANT SELECT, INSERT, UPDATE (due_on, clock_facts, payer_terms, judged_by) ON stipple.reported_timing TO stipple_app;

CREATE OR REPLACE VIEW stipple.request_as_reported AS
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
  held.open_seconds, held.payer_seconds, money.agreed AS agreed_cents, money.paid AS paid_cents,
  -- Moments as seconds and days as JSON writes them: the same whoever asks.
  CASE WHEN r.payer_received_at IS NOT NULL THEN md5(jsonb_build_array(k.time_zone, c.plan_type, r.urgency, r.channel, extract(epoch FROM r.submitted_at), extract(epoch FROM r.payer_received_at),
    r.decided_on, r.notice_dated_on, r.notice_received_on, asking.told, extended.dated_on, extended.because)::text) END AS clock_facts
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
  -- Each entry of a ledger carries the sums up to it, so that the last one says all. Of a withdrawn agreement no more is owed than was charged.
  LEFT JOIN LATERAL (SELECT nullif(sum(CASE g.state WHEN 'void' THEN coalesce(e.charged_cents, 0) ELSE g.total_cents END), 0)::bigint AS agreed,
      nullif(sum(e.paid_cents - e.refunded_cents), 0)::bigint AS paid
     FROM stipple.self_pay_agreement g JOIN stipple.patient_signature s ON (s.clinic_id, s.agreement_id) = (g.clinic_id, g.id)
     LEFT JOIN LATERAL (SELECT y.charged_cents, y.paid_cents, y.refunded_cents FROM stipple.ledger_entry y
        WHERE (y.clinic_id, y.agreement_id) = (g.clinic_id, g.id) ORDER BY y.entry_no DESC LIMIT 1) e ON true
    WHERE (g.clinic_id, g.case_id) = (r.clinic_id, r.case_id) AND (s.signed_at AT TIME ZONE k.time_zone)::date >= r.decided_on) money ON decided.is
  LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_array(v.move, v.data->>'askedOn', v.data->>'sentAt', extract(epoch FROM v.at)) ORDER BY v.seq) AS told FROM stipple.case_event v
     WHERE (v.clinic_id, v.subject_id) = (r.clinic_id, r.id) AND v.move IN ('request_information', 'answer_information')) asking ON r.information_items IS NOT NULL
  LEFT JOIN LATERAL (SELECT n.dated_on, n.because FROM stipple.extension_notice n WHERE (n.clinic_id, n.request_id) = (r.clinic_id, r.id)
     ORDER BY n.recorded_at DESC, n.id DESC LIMIT 1) extended ON true
 WHERE r.submitted_at IS NOT NULL;

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
     appealed_on, case_appealed_on, closed_on, close_reason, challenged, open_seconds, payer_seconds, agreed_cents, paid_cents, clock_facts)
    = (EXCLUDED.state, EXCLUDED.urgency, EXCLUDED.submitted_at, EXCLUDED.payer_received_at, EXCLUDED.decided_on, EXCLUDED.payer_id, EXCLUDED.plan_type, EXCLUDED.codes,
     EXCLUDED.signer_id, EXCLUDED.owner_at_submission, EXCLUDED.computed_outcome, EXCLUDED.reason, EXCLUDED.read_from, EXCLUDED.first_sent, EXCLUDED.first_decision,
     EXCLUDED.first_denial, EXCLUDED.first_pass, EXCLUDED.payer_days, EXCLUDED.asked_cents, EXCLUDED.granted_cents, EXCLUDED.authorized_since, EXCLUDED.signed_since,
     EXCLUDED.case_open, EXCLUDED.appealed_on, EXCLUDED.case_appealed_on, EXCLUDED.closed_on, EXCLUDED.close_reason, EXCLUDED.challenged, EXCLUDED.open_seconds,
     EXCLUDED.payer_seconds, EXCLUDED.agreed_cents, EXCLUDED.paid_cents, EXCLUDED.clock_facts)
  WHERE (t.*) IS DISTINCT FROM (EXCLUDED.*);
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed;
END $$;

CREATE OR REPLACE FUNCTION stipple.report_what_happened() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
BEGIN
  -- Of what a transaction did in a case, the last event speaks for all.
  IF NOT EXISTS (SELECT FROM stipple.case_event e WHERE e.clinic_id = NEW.clinic_id AND e.case_id = NEW.case_id AND e.position > NEW.position AND e.tx = NEW.tx
      AND e.subject IN ('auth_request', 'treatment_case', 'payer_authorization', 'challenge', 'self_pay_agreement', 'code_worksheet', 'withheld_reason', 'ledger_entry')) THEN
    PERFORM stipple.report_case(NEW.clinic_id, NEW.case_id);
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER requests_are_reported ON stipple.case_event;
CREATE CONSTRAINT TRIGGER requests_are_reported AFTER INSERT ON stipple.case_event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.subject IN ('auth_request', 'treatment_case', 'payer_authorization', 'challenge', 'self_pay_agreement', 'code_worksheet', 'withheld_reason', 'ledger_entry'))
  EXECUTE FUNCTION stipple.report_what_happened();


-- The days of the rows that become others are noted by the trigger, and told anew by the job.
UPDATE stipple.reported_request t SET (agreed_cents, paid_cents, clock_facts) = (v.agreed_cents, v.paid_cents, v.clock_facts)
  FROM stipple.request_as_reported v WHERE (v.clinic_id, v.id) = (t.clinic_id, t.id);
`,
);
