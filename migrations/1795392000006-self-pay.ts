import { plainSql } from './plain-sql';

export const SelfPay = plainSql(
  'SelfPay1795392000006',
  /* sql */ `
-- The sum of price lines [{quantity, unitCents}] in cents; null when a line is not of that shape.
CREATE FUNCTION stipple.total_of_lines(lines jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT CASE WHEN bool_and(jsonb_typeof(line -> 'quantity') = 'number' AND jsonb_typeof(line -> 'unitCents') = 'number')
                      THEN sum((line ->> 'quantity')::bigint * (line ->> 'unitCents')::bigint)::bigint END
            FROM jsonb_array_elements(lines) line);

CREATE TABLE stipple.self_pay_agreement (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('self_pay_agreement') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  procedure_code text NOT NULL,
  sessions integer NOT NULL CHECK (sessions BETWEEN 1 AND 20),
  lines jsonb NOT NULL CHECK (jsonb_typeof(lines) = 'array' AND jsonb_array_length(lines) BETWEEN 1 AND 20),
  total_cents bigint NOT NULL CHECK (total_cents >= 0),
  estimate_on date CHECK (isfinite(estimate_on)),
  valid_until date,
  delivery text CHECK (delivery IN ('paper', 'electronic')),
  waiver_id uuid,
  covers_from date,
  end_reason text,
  unlocks boolean NOT NULL GENERATED ALWAYS AS (state IN ('signed', 'active')) STORED,
  signature_id uuid GENERATED ALWAYS AS (CASE WHEN state IN ('signed', 'active', 'completed') THEN id END) STORED,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT total_is_sum_of_lines CHECK (total_cents IS NOT DISTINCT FROM stipple.total_of_lines(lines)),
  CONSTRAINT estimate_is_dated CHECK (state IN ('draft', 'void') OR num_nonnulls(estimate_on, valid_until, delivery) = 3),
  CONSTRAINT estimate_lasts_a_year CHECK (valid_until BETWEEN estimate_on AND estimate_on + interval '12 months'),
  -- It covers nothing before it is signed, so that no clearance can be prepared in advance.
  CONSTRAINT signed_after_estimate CHECK (CASE WHEN state IN ('signed', 'active', 'completed') THEN coalesce(covers_from BETWEEN estimate_on AND valid_until, false)
    ELSE state = 'void' OR covers_from IS NULL END),
  CONSTRAINT voided_agreement_has_reason CHECK (state <> 'void' OR coalesce(btrim(end_reason), '') <> ''),
  CONSTRAINT agreement_key UNIQUE (clinic_id, id, case_id, covers_from, valid_until, unlocks),
  CONSTRAINT agreement_scope UNIQUE (clinic_id, id, procedure_code, sessions),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  FOREIGN KEY (clinic_id, waiver_id, case_id) REFERENCES stipple.case_document (clinic_id, id, case_id)
);
COMMENT ON TABLE stipple.self_pay_agreement IS 'A good faith estimate and the patient''s choice to pay. Unlocks bookings only once signed.';
COMMENT ON COLUMN stipple.self_pay_agreement.lines IS 'Price lines: [{description, quantity, unitCents}], add-ons as lines of their own.';
CALL stipple.make_subject('stipple.self_pay_agreement', 'self_pay_agreement', '{completed, void}');
CALL stipple.grant_insert_except('stipple.self_pay_agreement', '{}');
GRANT SELECT, UPDATE (state, seq, procedure_code, sessions, lines, total_cents, estimate_on, valid_until, delivery, waiver_id, covers_from, end_reason)
  ON stipple.self_pay_agreement TO stipple_app;
CREATE INDEX agreement_case ON stipple.self_pay_agreement (clinic_id, case_id);

CREATE TABLE stipple.patient_signature (
  clinic_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  case_id uuid NOT NULL,
  seq integer NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('self_pay_agreement') STORED,
  signed_state text NOT NULL GENERATED ALWAYS AS ('signed') STORED,
  signer_name text NOT NULL CHECK (length(btrim(signer_name)) BETWEEN 1 AND 160),
  content_hash bytea NOT NULL CHECK (length(content_hash) = 32),
  witness_id uuid NOT NULL,
  proof_id uuid NOT NULL,
  signed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, agreement_id),
  CONSTRAINT patient_signature_has_event FOREIGN KEY (clinic_id, case_id, subject, agreement_id, seq, signed_state)
    REFERENCES stipple.case_event (clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (clinic_id, witness_id) REFERENCES stipple.staff (clinic_id, id),
  FOREIGN KEY (clinic_id, proof_id, case_id) REFERENCES stipple.case_document (clinic_id, id, case_id)
);
COMMENT ON TABLE stipple.patient_signature IS 'The patient''s signature under an estimate: who, when, over which content. Written once.';
CALL stipple.scope_by_clinic('stipple.patient_signature');
CALL stipple.grant_insert_except('stipple.patient_signature', '{signed_at}');
GRANT SELECT ON stipple.patient_signature TO stipple_app;
ALTER TABLE stipple.self_pay_agreement ADD CONSTRAINT signed_agreement_has_signature
  FOREIGN KEY (clinic_id, signature_id) REFERENCES stipple.patient_signature (clinic_id, agreement_id) DEFERRABLE INITIALLY DEFERRED;

-- What the patient was given and signed stays so: scope, price and validity change only by a new estimate. And a
-- signed agreement goes on only with its signature; the foreign key above speaks at commit, of the last state alone.
CREATE FUNCTION stipple.refuse_change_of_signed_agreement() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.state IN ('estimate_issued', 'signed', 'active') AND NEW.state <> 'draft'
     AND (NEW.procedure_code, NEW.sessions, NEW.lines, NEW.total_cents, NEW.estimate_on, NEW.valid_until) IS DISTINCT FROM
         (OLD.procedure_code, OLD.sessions, OLD.lines, OLD.total_cents, OLD.estimate_on, OLD.valid_until)
     OR OLD.state IN ('signed', 'active') AND NEW.covers_from IS DISTINCT FROM OLD.covers_from THEN
    RAISE EXCEPTION 'an issued estimate keeps its scope and price' USING ERRCODE = '23514', CONSTRAINT = 'signed_agreement_never_changes';
  END IF;
  IF OLD.state = 'signed' AND NEW.state <> 'signed' AND NOT EXISTS (
    SELECT FROM stipple.patient_signature s WHERE s.clinic_id = OLD.clinic_id AND s.agreement_id = OLD.id) THEN
    RAISE EXCEPTION 'a signed agreement has a signature' USING ERRCODE = '23503', CONSTRAINT = 'signed_agreement_has_signature';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed_agreement_never_changes BEFORE UPDATE ON stipple.self_pay_agreement
  FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_signed_agreement();
`,
);
