import { plainSql } from './plain-sql';

/** The good faith estimate as a paper: what the patient was given, word for word, and which of them they signed. */
export const GoodFaithEstimates = plainSql(
  'GoodFaithEstimates1795392000056',
  /* sql */ `
-- The bytes that are hashed are those of the text itself; convert_to alone is not immutable for PostgreSQL.
CREATE FUNCTION stipple.text_hash(body text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(convert_to(body, 'UTF8'));

-- A line of no or fewer items, or below nothing, is no price line: its list has no total.
CREATE OR REPLACE FUNCTION stipple.total_of_lines(lines jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT CASE WHEN bool_and(CASE WHEN jsonb_typeof(line -> 'quantity') = 'number' AND jsonb_typeof(line -> 'unitCents') = 'number'
                                         THEN (line ->> 'quantity')::numeric >= 1 AND (line ->> 'unitCents')::numeric >= 0 ELSE false END)
                      THEN sum((line ->> 'quantity')::bigint * (line ->> 'unitCents')::bigint)::bigint END
            FROM jsonb_array_elements(lines) line);

CREATE TABLE stipple.billing_identity (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  version integer NOT NULL CHECK (version >= 1),
  name text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 160),
  tin text NOT NULL CHECK (tin ~ '^[0-9]{9}$'),
  npi text CHECK (npi ~ '^[0-9]{10}$'),
  street text NOT NULL CHECK (length(btrim(street)) BETWEEN 1 AND 160),
  city text NOT NULL CHECK (length(btrim(city)) BETWEEN 1 AND 80),
  state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
  postal_code text NOT NULL CHECK (postal_code ~ '^[0-9]{5}(-[0-9]{4})?$'),
  phone text CHECK (length(btrim(phone)) BETWEEN 1 AND 40),
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, version),
  FOREIGN KEY (clinic_id, entered_by) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.billing_identity IS 'Under which name, tax number and address the clinic bills. Written once: a change is a new version, and the last one stands.';
COMMENT ON COLUMN stipple.billing_identity.tin IS 'The federal tax number, nine digits without the hyphen.';
CALL stipple.scope_by_clinic('stipple.billing_identity');
CALL stipple.grant_insert_except('stipple.billing_identity', '{entered_at}');
GRANT SELECT ON stipple.billing_identity TO stipple_app;

CREATE TABLE stipple.price_item (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  code text NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  version integer NOT NULL CHECK (version >= 1),
  kind text NOT NULL CHECK (kind IN ('session', 'add_on', 'package')),
  words_en text NOT NULL CHECK (length(btrim(words_en)) BETWEEN 1 AND 120),
  words_es text NOT NULL CHECK (length(btrim(words_es)) BETWEEN 1 AND 120),
  procedure_code text NOT NULL CHECK (procedure_code ~ '^([0-9]{4}[0-9T]|[A-Z][0-9]{4})$'),
  unit_cents bigint NOT NULL CHECK (unit_cents BETWEEN 0 AND 100000000),
  sessions integer NOT NULL,
  valid_from date NOT NULL CHECK (isfinite(valid_from)),
  ended boolean NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, code, version),
  CONSTRAINT price_is_for_its_sessions CHECK (CASE kind WHEN 'session' THEN sessions = 1 WHEN 'add_on' THEN sessions = 0 ELSE sessions BETWEEN 2 AND 20 END),
  FOREIGN KEY (clinic_id, entered_by) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.price_item IS 'The clinic''s own price list. Written once: another price, other words or an end is a new version of the same code, and the last that has begun stands.';
COMMENT ON COLUMN stipple.price_item.words_es IS 'What a patient reads who has the estimate in Spanish.';
COMMENT ON COLUMN stipple.price_item.procedure_code IS 'The service code that an estimate expects for it.';
CALL stipple.scope_by_clinic('stipple.price_item');
CALL stipple.grant_insert_except('stipple.price_item', '{entered_at}');
GRANT SELECT ON stipple.price_item TO stipple_app;

ALTER TABLE stipple.self_pay_agreement
  ADD COLUMN estimate_version integer,
  ADD COLUMN asked_on date,
  ADD COLUMN asked_by text CHECK (asked_by IN ('patient', 'representative')),
  ADD COLUMN scheduled_on date,
  ADD COLUMN service_on date,
  ADD COLUMN withheld_from_payer boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT asked_by_somebody CHECK ((asked_on IS NULL) = (asked_by IS NULL)),
  ADD CONSTRAINT scheduled_for_a_day CHECK (CASE WHEN scheduled_on IS NULL THEN service_on IS NULL ELSE coalesce(service_on >= scheduled_on, false) END),
  ADD CONSTRAINT agreement_estimate UNIQUE (clinic_id, id, estimate_version);
COMMENT ON COLUMN stipple.self_pay_agreement.estimate_version IS 'Which version of its estimate it goes by.';
COMMENT ON COLUMN stipple.self_pay_agreement.asked_on IS 'When the patient asked what it costs; any talk about cost counts. Sets a clock going, as does scheduling.';
COMMENT ON COLUMN stipple.self_pay_agreement.scheduled_on IS 'When the treatment was scheduled, for the day service_on.';
COMMENT ON COLUMN stipple.self_pay_agreement.withheld_from_payer IS 'The patient pays in full and has asked that the plan is not told: 45 CFR 164.522(a)(1)(vi).';
GRANT INSERT (estimate_version, asked_on, asked_by, scheduled_on, service_on, withheld_from_payer),
  UPDATE (estimate_version, asked_on, asked_by, scheduled_on, service_on, withheld_from_payer) ON stipple.self_pay_agreement TO stipple_app;

-- When it was issued, until when it holds, and what it is about are held by the agreement's own constraints: it is
-- issued only as its version says.
CREATE TABLE stipple.estimate_version (
  clinic_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  case_id uuid NOT NULL,
  seq integer NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('self_pay_agreement') STORED,
  issued_state text NOT NULL GENERATED ALWAYS AS ('estimate_issued') STORED,
  language text NOT NULL CHECK (language IN ('en', 'es')),
  delivery text NOT NULL CHECK (delivery IN ('paper', 'electronic')),
  procedure_code text NOT NULL,
  sessions integer NOT NULL,
  lines jsonb NOT NULL,
  total_cents bigint NOT NULL,
  issued_on date NOT NULL,
  valid_until date NOT NULL,
  asked_on date,
  asked_by text CHECK (asked_by IN ('patient', 'representative')),
  scheduled_on date,
  service_on date,
  due_on date,
  due_rule text,
  contents text NOT NULL CHECK (contents IS JSON OBJECT),
  content_sha256 bytea NOT NULL GENERATED ALWAYS AS (stipple.text_hash(contents)) STORED,
  issued_by uuid NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, agreement_id, version),
  CONSTRAINT estimate_contents UNIQUE (clinic_id, agreement_id, version, content_sha256),
  CONSTRAINT estimate_is_a_document CHECK (coalesce(jsonb_typeof(contents::jsonb #> '{document,sections}') = 'array', false)),
  CONSTRAINT estimate_says_its_total CHECK (total_cents IS NOT DISTINCT FROM stipple.total_of_lines(lines)
    AND (contents::jsonb #> '{contents,totalCents}') IS NOT DISTINCT FROM to_jsonb(total_cents)),
  CONSTRAINT estimate_due_by_a_rule CHECK ((due_on IS NULL) = (due_rule IS NULL)),
  CONSTRAINT estimate_has_event FOREIGN KEY (clinic_id, case_id, subject, agreement_id, seq, issued_state)
    REFERENCES stipple.case_event (clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (clinic_id, issued_by) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.estimate_version IS 'Every good faith estimate a patient was given, word for word. Written once when it is issued, and kept: a copy can be asked for during 6 years.';
COMMENT ON COLUMN stipple.estimate_version.contents IS 'What the law asks for as data, and the words of the paper in reading order, as JSON; the PDF is drawn from these words. Covered by the hash.';
COMMENT ON COLUMN stipple.estimate_version.due_on IS 'The last day to give it, by the rule beside it, as computed when it was issued. NULL: nothing had set a clock going.';
CALL stipple.scope_by_clinic('stipple.estimate_version');
CALL stipple.grant_insert_except('stipple.estimate_version', '{issued_at}');
GRANT SELECT ON stipple.estimate_version TO stipple_app;

-- What was issued before: the figures are known, the words are on the paper alone.
INSERT INTO stipple.estimate_version (clinic_id, agreement_id, version, case_id, seq, language, delivery, procedure_code, sessions, lines, total_cents,
    issued_on, valid_until, contents, issued_by, issued_at)
SELECT g.clinic_id, g.id, 1, g.case_id, e.seq, 'en', g.delivery, g.procedure_code, g.sessions, g.lines, g.total_cents, g.estimate_on, g.valid_until,
       jsonb_build_object('contents', jsonb_build_object('totalCents', g.total_cents), 'document', jsonb_build_object('language', 'en', 'title', 'Good faith estimate',
         'lead', 'This estimate was given before its words were kept here.', 'sections', '[]'::jsonb))::text, e.actor_id, e.at
  FROM stipple.self_pay_agreement g
  JOIN LATERAL (SELECT x.seq, x.actor_id, x.at FROM stipple.case_event x WHERE (x.clinic_id, x.subject_id, x.move) = (g.clinic_id, g.id, 'issue_estimate')
    ORDER BY x.seq DESC LIMIT 1) e ON true
 WHERE g.estimate_on IS NOT NULL;
ALTER TABLE stipple.self_pay_agreement DISABLE TRIGGER USER;
UPDATE stipple.self_pay_agreement SET estimate_version = 1 WHERE estimate_on IS NOT NULL;
ALTER TABLE stipple.self_pay_agreement ENABLE TRIGGER USER;

ALTER TABLE stipple.self_pay_agreement DROP CONSTRAINT estimate_is_dated,
  ADD CONSTRAINT estimate_is_dated CHECK (state IN ('draft', 'void') OR num_nonnulls(estimate_on, valid_until, delivery, estimate_version) = 4);

-- The paper and the agreement say the same: it is issued only where a version was written for this very step that names
-- its scope, its price and its days. A version is written once, so nothing can race.
CREATE FUNCTION stipple.refuse_unwritten_estimate() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM stipple.estimate_version v WHERE v.clinic_id = NEW.clinic_id AND v.agreement_id = NEW.id AND v.version = NEW.estimate_version AND v.seq = NEW.seq
       AND (v.procedure_code, v.sessions, v.lines, v.total_cents, v.issued_on, v.valid_until) IS NOT DISTINCT FROM
           (NEW.procedure_code, NEW.sessions, NEW.lines, NEW.total_cents, NEW.estimate_on, NEW.valid_until)) THEN
    RAISE EXCEPTION 'an estimate is issued as it was written' USING ERRCODE = '23514', CONSTRAINT = 'issued_as_written';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER issued_as_written BEFORE UPDATE ON stipple.self_pay_agreement FOR EACH ROW
  WHEN (OLD.state = 'draft' AND NEW.state = 'estimate_issued') EXECUTE FUNCTION stipple.refuse_unwritten_estimate();

CREATE OR REPLACE FUNCTION stipple.refuse_change_of_signed_agreement() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.state IN ('estimate_issued', 'signed', 'active') AND NEW.state <> 'draft'
     AND (NEW.procedure_code, NEW.sessions, NEW.lines, NEW.total_cents, NEW.estimate_on, NEW.valid_until, NEW.estimate_version) IS DISTINCT FROM
         (OLD.procedure_code, OLD.sessions, OLD.lines, OLD.total_cents, OLD.estimate_on, OLD.valid_until, OLD.estimate_version)
     OR OLD.state IN ('signed', 'active') AND (NEW.covers_from, NEW.withheld_from_payer) IS DISTINCT FROM (OLD.covers_from, OLD.withheld_from_payer) THEN
    RAISE EXCEPTION 'an issued estimate keeps its scope and price' USING ERRCODE = '23514', CONSTRAINT = 'signed_agreement_never_changes';
  END IF;
  IF OLD.state = 'signed' AND NEW.state <> 'signed' AND NOT EXISTS (
    SELECT FROM stipple.patient_signature s WHERE s.clinic_id = OLD.clinic_id AND s.agreement_id = OLD.id) THEN
    RAISE EXCEPTION 'a signed agreement has a signature' USING ERRCODE = '23503', CONSTRAINT = 'signed_agreement_has_signature';
  END IF;
  RETURN NEW;
END $$;

ALTER TABLE stipple.patient_signature
  ADD COLUMN estimate_version integer,
  ADD CONSTRAINT signature_over_estimate FOREIGN KEY (clinic_id, agreement_id, estimate_version, content_hash)
    REFERENCES stipple.estimate_version (clinic_id, agreement_id, version, content_sha256),
  ADD CONSTRAINT signature_of_current_estimate FOREIGN KEY (clinic_id, agreement_id, estimate_version)
    REFERENCES stipple.self_pay_agreement (clinic_id, id, estimate_version);
-- NULL only in signatures from before; every new one says what was signed.
ALTER TABLE stipple.patient_signature ADD CONSTRAINT signature_names_estimate CHECK (estimate_version IS NOT NULL) NOT VALID;
GRANT INSERT (estimate_version) ON stipple.patient_signature TO stipple_app;
COMMENT ON COLUMN stipple.patient_signature.estimate_version IS 'The version that was signed: the one the agreement goes by, over exactly its words. NULL: signed before versions were kept.';
`,
);
