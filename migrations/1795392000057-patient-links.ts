import { plainSql } from './plain-sql';

/** The patient's own way to their estimate: a link that opens once, with their date of birth, and signs on screen. */
export const PatientLinks = plainSql(
  'PatientLinks1795392000057',
  /* sql */ `
CREATE TABLE stipple.patient_link (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  estimate_version integer NOT NULL,
  token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
  clinician_ids uuid[] NOT NULL CHECK (cardinality(clinician_ids) BETWEEN 1 AND 20 AND array_position(clinician_ids, NULL) IS NULL),
  waiver_id uuid,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  locked boolean NOT NULL GENERATED ALWAYS AS (tries = 5) STORED,
  opened_at timestamptz,
  opened boolean NOT NULL GENERATED ALWAYS AS (opened_at IS NOT NULL) STORED,
  session_hash bytea CHECK (length(session_hash) = 32),
  session_ends_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT patient_link_token UNIQUE (token_hash),
  CONSTRAINT patient_link_session UNIQUE (session_hash),
  CONSTRAINT patient_link_as_opened UNIQUE (clinic_id, id, agreement_id, estimate_version, opened),
  CONSTRAINT patient_link_lasts_a_month CHECK (expires_at <= made_at + interval '30 days'),
  CONSTRAINT opened_link_has_session CHECK (num_nonnulls(opened_at, session_hash, session_ends_at) IN (0, 3)),
  CONSTRAINT patient_link_to_estimate FOREIGN KEY (clinic_id, agreement_id, estimate_version)
    REFERENCES stipple.estimate_version (clinic_id, agreement_id, version),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  FOREIGN KEY (clinic_id, waiver_id, case_id) REFERENCES stipple.case_document (clinic_id, id, case_id),
  FOREIGN KEY (clinic_id, made_by) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.patient_link IS 'A link to one estimate, for its patient. It opens once, and only with the date of birth; five wrong ones lock it. Another version of the estimate, or a withdrawal, leaves it leading nowhere.';
COMMENT ON COLUMN stipple.patient_link.token_hash IS 'SHA-256 of 256 random bits, which the clinic''s browser draws and the server never sees before the patient comes.';
COMMENT ON COLUMN stipple.patient_link.clinician_ids IS 'Who may treat once it is signed; the coordinator names them with the link, as with a signature on paper.';
COMMENT ON COLUMN stipple.patient_link.tries IS 'Wrong dates of birth. Counted by open_patient_link alone.';
COMMENT ON COLUMN stipple.patient_link.opened_at IS 'When the patient came in. Set by open_patient_link alone, for whoever knows the date of birth.';
COMMENT ON COLUMN stipple.patient_link.session_hash IS 'SHA-256 of what the patient''s browser holds for an hour after that.';
COMMENT ON COLUMN stipple.patient_link.ended_at IS 'When the clinic took it back, or made another one.';
CREATE INDEX patient_link_agreement ON stipple.patient_link (clinic_id, agreement_id, id);
CALL stipple.scope_by_clinic('stipple.patient_link');
GRANT INSERT (clinic_id, id, case_id, agreement_id, estimate_version, token_hash, clinician_ids, waiver_id, made_by, expires_at),
  SELECT (clinic_id, id, case_id, agreement_id, estimate_version, clinician_ids, waiver_id, made_by, made_at, expires_at, tries, locked, opened_at, opened, session_ends_at, ended_at),
  UPDATE (ended_at) ON stipple.patient_link TO stipple_app;

-- A patient comes before any clinic is known, so the next three look across clinics. Each answers one question.
-- Whether a link leads anywhere: not taken back, not run out, and its estimate is the one the agreement goes by.
CREATE FUNCTION stipple.patient_link_holds(link stipple.patient_link) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, stipple, pg_temp AS $$
  SELECT link.ended_at IS NULL AND link.expires_at > now() AND EXISTS (
    SELECT FROM stipple.self_pay_agreement g WHERE g.clinic_id = link.clinic_id AND g.id = link.agreement_id
       AND g.estimate_version = link.estimate_version AND g.state IN ('estimate_issued', 'signed', 'active', 'completed'))
$$;
REVOKE EXECUTE ON FUNCTION stipple.patient_link_holds(stipple.patient_link) FROM PUBLIC;

-- Opens a link, once. Says only whether; the row lock makes tries at the same moment count one after the other.
CREATE FUNCTION stipple.open_patient_link(token bytea, born date, session bytea, lasts interval, request text)
  RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
DECLARE
  link stipple.patient_link;
  right_day boolean;
BEGIN
  SELECT * INTO link FROM stipple.patient_link l WHERE l.token_hash = token FOR UPDATE;
  IF NOT FOUND OR link.locked OR link.opened OR NOT stipple.patient_link_holds(link) THEN RETURN false; END IF;
  SELECT p.birth_date = born INTO right_day FROM stipple.treatment_case c
    JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id) WHERE (c.clinic_id, c.id) = (link.clinic_id, link.case_id);
  IF right_day THEN
    UPDATE stipple.patient_link l SET opened_at = now(), session_hash = session, session_ends_at = now() + lasts
     WHERE (l.clinic_id, l.id) = (link.clinic_id, link.id);
  ELSE
    UPDATE stipple.patient_link l SET tries = l.tries + 1 WHERE (l.clinic_id, l.id) = (link.clinic_id, link.id);
  END IF;
  PERFORM set_config('stipple.clinic', link.clinic_id::text, true);
  PERFORM stipple.append_audit(NULL, CASE WHEN right_day THEN 'patient_link.open' ELSE 'patient_link.wrong_birth_date' END,
    'self_pay_agreement', link.agreement_id, link.case_id, request, jsonb_build_object('link', link.id));
  RETURN coalesce(right_day, false);
END $$;

-- Which link a patient's browser came in by, while that lasts; and who made it, for it acts on their behalf.
CREATE FUNCTION stipple.patient_link_of(session bytea)
  RETURNS TABLE (clinic_id uuid, clinic_name text, time_zone text, is_demo boolean, link_id uuid, agreement_id uuid, staff_id uuid, staff_name text, email text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  SELECT c.id, c.name, c.time_zone, c.is_demo, l.id, l.agreement_id, s.id, s.name, s.email
    FROM stipple.patient_link l JOIN stipple.clinic c ON c.id = l.clinic_id JOIN stipple.staff s ON (s.clinic_id, s.id) = (l.clinic_id, l.made_by)
   WHERE l.session_hash = session AND l.session_ends_at > now() AND stipple.patient_link_holds(l)
$$;

-- On paper: who saw it signed, and the paper. On screen: the link, which the patient opened and which led to these words.
ALTER TABLE stipple.patient_signature
  ALTER COLUMN witness_id DROP NOT NULL,
  ALTER COLUMN proof_id DROP NOT NULL,
  ADD COLUMN link_id uuid,
  ADD COLUMN link_opened boolean GENERATED ALWAYS AS (CASE WHEN link_id IS NOT NULL THEN true END) STORED,
  ADD CONSTRAINT signature_on_paper_or_screen CHECK (num_nonnulls(witness_id, proof_id) = CASE WHEN link_id IS NULL THEN 2 ELSE 0 END),
  ADD CONSTRAINT signature_by_opened_link FOREIGN KEY (clinic_id, link_id, agreement_id, estimate_version, link_opened)
    REFERENCES stipple.patient_link (clinic_id, id, agreement_id, estimate_version, opened);
GRANT INSERT (link_id) ON stipple.patient_signature TO stipple_app;
COMMENT ON COLUMN stipple.patient_signature.witness_id IS 'Who saw it signed on paper. NULL: signed on screen, by the link beside it.';
COMMENT ON COLUMN stipple.patient_signature.link_id IS 'By which link the patient signed on screen: one to this very version, opened with the date of birth.';
`,
);
