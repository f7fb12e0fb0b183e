import { plainSql } from './plain-sql';

export const AuditAndIdempotency = plainSql(
  'AuditAndIdempotency1795392000009',
  /* sql */ `
CREATE TABLE stipple.audit_head (
  clinic_id uuid PRIMARY KEY REFERENCES stipple.clinic (id),
  seq bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32)
);
COMMENT ON TABLE stipple.audit_head IS 'The end of each clinic''s audit chain. Its row lock puts the entries in order; comparing it finds a cut-off tail.';
CALL stipple.scope_by_clinic('stipple.audit_head');
GRANT SELECT ON stipple.audit_head TO stipple_app;

CREATE TABLE stipple.audit_entry (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid,
  action text NOT NULL,
  subject text NOT NULL,
  subject_id uuid,
  case_id uuid,
  request_id text,
  detail jsonb NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (clinic_id, seq)
);
COMMENT ON TABLE stipple.audit_entry IS 'Who read or changed what. Each entry''s hash covers its content and the hash before it; only append_audit writes here.';
CREATE INDEX audit_entry_case ON stipple.audit_entry (clinic_id, case_id, seq) WHERE case_id IS NOT NULL;
CALL stipple.scope_by_clinic('stipple.audit_entry');
GRANT SELECT ON stipple.audit_entry TO stipple_app;

-- The canonical form that is hashed: independent of time zone and date style settings.
CREATE FUNCTION stipple.audit_hash(before bytea, clinic uuid, seq bigint, at timestamptz, actor uuid, action text, subject text, subject_id uuid, case_id uuid, request_id text, detail jsonb)
  RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(before || convert_to(jsonb_build_array(clinic, seq, extract(epoch FROM at), actor, action, subject, subject_id, case_id, request_id, detail)::text, 'UTF8'));

CREATE FUNCTION stipple.append_audit(actor uuid, action text, subject text, subject_id uuid, of_case uuid, request text, detail jsonb)
  RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
DECLARE
  clinic uuid := stipple.current_clinic();
  head stipple.audit_head;
  moment timestamptz := clock_timestamp();
  next_hash bytea;
BEGIN
  IF clinic IS NULL THEN RAISE EXCEPTION 'no clinic is set' USING ERRCODE = '42501'; END IF;
  SELECT * INTO head FROM stipple.audit_head h WHERE h.clinic_id = clinic FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'clinic % has no audit chain', clinic USING ERRCODE = '23503'; END IF;
  next_hash := stipple.audit_hash(head.hash, clinic, head.seq + 1, moment, actor, action, subject, subject_id, of_case, request, detail);
  INSERT INTO stipple.audit_entry VALUES (clinic, head.seq + 1, moment, actor, action, subject, subject_id, of_case, request, detail, next_hash);
  UPDATE stipple.audit_head h SET seq = head.seq + 1, hash = next_hash WHERE h.clinic_id = clinic;
  RETURN head.seq + 1;
END $$;

-- Every flaw of this clinic's chain: an edited entry, a missing one, one out of order, a cut-off end. None means intact.
CREATE FUNCTION stipple.audit_flaws() RETURNS TABLE (seq bigint, flaw text)
  LANGUAGE sql STABLE SET search_path = pg_catalog, stipple, pg_temp AS $$
  WITH chain AS (
    SELECT e.*, lag(e.seq, 1, 0::bigint) OVER w AS before_seq, lag(e.hash, 1, sha256('')) OVER w AS before_hash
      FROM stipple.audit_entry e WHERE e.clinic_id = stipple.current_clinic() WINDOW w AS (ORDER BY e.seq))
  SELECT c.seq, 'missing before this entry' FROM chain c WHERE c.seq <> c.before_seq + 1
  UNION ALL
  SELECT c.seq, 'content does not match its hash' FROM chain c WHERE c.seq = c.before_seq + 1
     AND c.hash <> stipple.audit_hash(c.before_hash, c.clinic_id, c.seq, c.at, c.actor_id, c.action, c.subject, c.subject_id, c.case_id, c.request_id, c.detail)
  UNION ALL
  SELECT h.seq, 'the chain does not end here' FROM stipple.audit_head h
   WHERE h.clinic_id = stipple.current_clinic() AND NOT EXISTS (
     SELECT 1 FROM (SELECT c.seq, c.hash FROM chain c ORDER BY c.seq DESC LIMIT 1) t WHERE t.seq = h.seq AND t.hash = h.hash)
     AND NOT (h.seq = 0 AND NOT EXISTS (SELECT 1 FROM chain))
  ORDER BY 1
$$;

CREATE TABLE stipple.idempotency_record (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  staff_id uuid NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 8 AND 100),
  request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
  status integer,
  body jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, staff_id, key)
);
COMMENT ON TABLE stipple.idempotency_record IS 'What a request with this key was answered. Written in the transaction of its effect, so both exist or neither.';
CREATE INDEX idempotency_record_age ON stipple.idempotency_record (created_at);
CALL stipple.scope_by_clinic('stipple.idempotency_record');
GRANT SELECT, INSERT (clinic_id, staff_id, key, request_hash), UPDATE (status, body), DELETE ON stipple.idempotency_record TO stipple_app;
`,
);
