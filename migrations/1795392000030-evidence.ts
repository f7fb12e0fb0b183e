import { plainSql } from './plain-sql';

/**
 * What the scar is and does, as records: measurements, scales, earlier treatments, statements. One table has what all
 * have in common, one each what is measured; neither exists without the other.
 */
export const Evidence = plainSql(
  'Evidence1795392000030',
  /* sql */ `
CREATE TABLE stipple.evidence (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('evidence') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('motion', 'scale', 'function', 'treatment', 'no_treatment', 'area', 'device', 'mental_health', 'statement', 'withdrawal')),
  on_day date NOT NULL,
  rated_by text NOT NULL CHECK (length(rated_by) BETWEEN 1 AND 120),
  document_id uuid,
  replaces_id uuid,
  replaces_kind text,
  reason text CHECK (length(reason) BETWEEN 1 AND 400),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  motion_id uuid GENERATED ALWAYS AS (CASE WHEN kind = 'motion' THEN id END) STORED,
  scale_id uuid GENERATED ALWAYS AS (CASE WHEN kind = 'scale' THEN id END) STORED,
  function_id uuid GENERATED ALWAYS AS (CASE WHEN kind = 'function' THEN id END) STORED,
  treatment_id uuid GENERATED ALWAYS AS (CASE WHEN kind = 'treatment' THEN id END) STORED,
  area_id uuid GENERATED ALWAYS AS (CASE WHEN kind = 'area' THEN id END) STORED,
  device_id uuid GENERATED ALWAYS AS (CASE WHEN kind = 'device' THEN id END) STORED,
  mental_health_id uuid GENERATED ALWAYS AS (CASE WHEN kind = 'mental_health' THEN id END) STORED,
  statement_id uuid GENERATED ALWAYS AS (CASE WHEN kind = 'statement' THEN id END) STORED,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT evidence_of_case UNIQUE (clinic_id, case_id, id, kind),
  CONSTRAINT evidence_of_kind UNIQUE (clinic_id, id, kind),
  CONSTRAINT evidence_of_day UNIQUE (clinic_id, id, kind, on_day),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  CONSTRAINT evidence_document_of_same_case FOREIGN KEY (clinic_id, document_id, case_id) REFERENCES stipple.case_document (clinic_id, id, case_id),
  CONSTRAINT evidence_replaces_same_case FOREIGN KEY (clinic_id, case_id, replaces_id, replaces_kind) REFERENCES stipple.evidence (clinic_id, case_id, id, kind),
  CONSTRAINT evidence_replaced_once UNIQUE (clinic_id, replaces_id),
  CONSTRAINT evidence_replaces_another CHECK (replaces_id <> id),
  CONSTRAINT replaced_evidence_has_reason CHECK ((replaces_id IS NULL) = (reason IS NULL) AND (replaces_id IS NULL) = (replaces_kind IS NULL)),
  CONSTRAINT evidence_replaces_its_kind CHECK (
    CASE WHEN kind = 'withdrawal' THEN replaces_kind IS NOT NULL AND replaces_kind <> 'withdrawal' ELSE replaces_kind IS NULL OR replaces_kind = kind END)
);
COMMENT ON TABLE stipple.evidence IS 'What every piece of evidence about a scar has: of which kind, on which day, who rated it, from which document. Written once; what was measured stands in the table of its kind.';
COMMENT ON COLUMN stipple.evidence.on_day IS 'The day it was measured, rated or said; of an earlier treatment the day it began.';
COMMENT ON COLUMN stipple.evidence.rated_by IS 'Who measured or said it, in words: not always somebody who signs in.';
COMMENT ON COLUMN stipple.evidence.replaces_id IS 'The record that this one takes the place of; a withdrawal takes it back. The old one stays, and is replaced once.';
CALL stipple.make_subject('stipple.evidence', 'evidence');
CREATE POLICY evidence_is_read_by ON stipple.evidence AS RESTRICTIVE FOR SELECT USING ((SELECT stipple.acts_as('{coordinator,physician}')));
CREATE POLICY evidence_is_written_by ON stipple.evidence AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT stipple.acts_as('{coordinator,physician}')));
CALL stipple.grant_insert_except('stipple.evidence', '{recorded_at}');
GRANT SELECT ON stipple.evidence TO stipple_app;
CREATE INDEX evidence_case ON stipple.evidence (clinic_id, case_id);

-- Refuses what cannot have been observed yet, or before the patient lived. Today is the clinic's.
CREATE FUNCTION stipple.refuse_impossible_day() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
DECLARE
  today date;
  born date;
BEGIN
  SELECT (now() AT TIME ZONE k.time_zone)::date, p.birth_date INTO today, born
    FROM stipple.treatment_case c JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id) JOIN stipple.clinic k ON k.id = c.clinic_id
   WHERE (c.clinic_id, c.id) = (NEW.clinic_id, NEW.case_id);
  IF NEW.on_day > today THEN
    RAISE EXCEPTION 'evidence of a day that has not come' USING ERRCODE = '23514', CONSTRAINT = 'evidence_not_ahead';
  ELSIF NEW.on_day < born THEN
    RAISE EXCEPTION 'evidence from before the birth' USING ERRCODE = '23514', CONSTRAINT = 'evidence_after_birth';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER day_is_possible BEFORE INSERT ON stipple.evidence FOR EACH ROW EXECUTE FUNCTION stipple.refuse_impossible_day();

-- Used by the migrations only: ties the table of one kind to its records, both ways, with the same readers and writers.
CREATE PROCEDURE stipple.make_evidence_part(made regclass, kind text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ADD COLUMN kind text NOT NULL GENERATED ALWAYS AS (%L) STORED', made, kind);
  EXECUTE format('ALTER TABLE %s ADD PRIMARY KEY (clinic_id, evidence_id), ADD CONSTRAINT %I FOREIGN KEY (clinic_id, evidence_id, kind) REFERENCES stipple.evidence (clinic_id, id, kind)',
    made, kind || '_is_of_evidence');
  EXECUTE format('ALTER TABLE stipple.evidence ADD CONSTRAINT %I FOREIGN KEY (clinic_id, %I) REFERENCES %s (clinic_id, evidence_id) DEFERRABLE INITIALLY DEFERRED',
    'evidence_has_' || kind, kind || '_id', made);
  CALL stipple.scope_by_clinic(made);
  EXECUTE format('CREATE POLICY evidence_is_read_by ON %s AS RESTRICTIVE FOR SELECT USING ((SELECT stipple.acts_as(''{coordinator,physician}'')))', made);
  EXECUTE format('CREATE POLICY evidence_is_written_by ON %s AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT stipple.acts_as(''{coordinator,physician}'')))', made);
  CALL stipple.grant_insert_except(made, '{}');
  EXECUTE format('GRANT SELECT ON %s TO stipple_app', made);
END $$;

INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES
  ('evidence', 'nowhere', 'record', 'recorded'),
  ('evidence', 'nowhere', 'correct', 'recorded'),
  ('evidence', 'nowhere', 'withdraw', 'recorded');

ALTER TABLE stipple.task DROP CONSTRAINT task_kind_check, ADD CONSTRAINT task_kind_check
  CHECK (kind IN ('rebook_blocked', 'call_payer', 'prove_phone_approval', 'answer_payer', 'revise_letter', 'clinical_alert')),
  ADD CONSTRAINT clinical_alert_is_for_physician CHECK (kind <> 'clinical_alert' OR for_role = 'physician'),
  ADD CONSTRAINT task_of_kind UNIQUE (clinic_id, case_id, id, kind);
`,
);
