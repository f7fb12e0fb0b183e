import { plainSql } from './plain-sql';

/** What is told, tried and stated: daily life and work, earlier treatments, the device, mental health, the physician's word. */
export const EvidenceTold = plainSql(
  'EvidenceTold1795392000032',
  /* sql */ `
CREATE TABLE stipple.function_statement (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  activities text[] NOT NULL CHECK (activities <@ '{gripping,lifting,reaching,writing_typing,dressing,washing,eating,household,walking,stairs,sitting,sleeping,driving,sport,caring_for_others}'),
  work text NOT NULL CHECK (work IN ('not_affected', 'limited', 'unable', 'does_not_work')),
  words text CHECK (length(words) BETWEEN 1 AND 2000),
  limited boolean NOT NULL GENERATED ALWAYS AS (cardinality(activities) > 0 OR work IN ('limited', 'unable')) STORED
);
COMMENT ON TABLE stipple.function_statement IS 'What the scar keeps the patient from in daily life and at work, as they tell it.';
CALL stipple.make_evidence_part('stipple.function_statement', 'function');

CREATE TABLE stipple.treatment_tried (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  treatment text NOT NULL CHECK (treatment IN ('silicone', 'compression', 'massage_therapy', 'splinting', 'steroid_injection', 'fluorouracil_injection', 'pulsed_laser', 'ablative_laser', 'graft_or_release', 'topical')),
  from_on date NOT NULL,
  to_on date,
  result text NOT NULL CHECK (result IN ('failed', 'helped', 'ongoing')),
  words text CHECK (length(words) BETWEEN 1 AND 2000),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT ongoing_treatment_has_no_end CHECK ((result = 'ongoing') = (to_on IS NULL)),
  CONSTRAINT treatment_runs_forward CHECK (to_on >= from_on),
  -- The clinic's today is asked for by the API; no clinic is more than fourteen hours ahead.
  CONSTRAINT treatment_not_ahead CHECK (to_on <= (recorded_at AT TIME ZONE 'Etc/GMT-14')::date)
);
COMMENT ON TABLE stipple.treatment_tried IS 'An earlier treatment: what, from when until when, with which result.';
CALL stipple.make_evidence_part('stipple.treatment_tried', 'treatment');
ALTER TABLE stipple.treatment_tried ADD CONSTRAINT treatment_begins_on_its_day FOREIGN KEY (clinic_id, evidence_id, kind, from_on) REFERENCES stipple.evidence (clinic_id, id, kind, on_day);
REVOKE INSERT (recorded_at) ON stipple.treatment_tried FROM stipple_app;

CREATE TABLE stipple.device_clearance (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  device text NOT NULL CHECK (length(device) BETWEEN 1 AND 120),
  product_code text CHECK (product_code ~ '^[A-Z]{3}$'),
  submission_number text CHECK (submission_number ~ '^(K|DEN|P)[0-9]{6}$'),
  indication text NOT NULL CHECK (length(indication) BETWEEN 1 AND 1000),
  indication_fits text NOT NULL CHECK (indication_fits IN ('yes', 'no', 'unknown')),
  site_fits text NOT NULL CHECK (site_fits IN ('yes', 'no', 'unknown')),
  age_fits text NOT NULL CHECK (age_fits IN ('yes', 'no', 'unknown')),
  cleared boolean GENERATED ALWAYS AS (CASE WHEN 'no' IN (indication_fits, site_fits, age_fits) THEN false
    WHEN 'unknown' NOT IN (indication_fits, site_fits, age_fits) THEN true END) STORED
);
COMMENT ON TABLE stipple.device_clearance IS 'The device that is planned, and whether its clearance reaches this indication, this site and this age.';
COMMENT ON COLUMN stipple.device_clearance.cleared IS 'NULL while one of the three is not known and none is a no.';
CALL stipple.make_evidence_part('stipple.device_clearance', 'device');

CREATE TABLE stipple.mental_health_note (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  profession text NOT NULL CHECK (profession IN ('psychologist', 'psychiatrist', 'therapist', 'social_worker', 'other')),
  distress boolean NOT NULL,
  summary text NOT NULL CHECK (length(summary) BETWEEN 1 AND 1000)
);
COMMENT ON TABLE stipple.mental_health_note IS 'The summary of a note by a mental-health professional. Never psychotherapy notes (45 CFR 164.501): those stay with whoever wrote them.';
CALL stipple.make_evidence_part('stipple.mental_health_note', 'mental_health');

CREATE TABLE stipple.physician_statement (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  fact text NOT NULL CHECK (fact IN ('functional_impairment', 'joint_involved', 'significant_variation', 'measurable_gain_stated', 'appearance_is_purpose', 'distress_documented', 'mental_health_note')),
  says boolean NOT NULL,
  words text CHECK (length(words) BETWEEN 1 AND 2000),
  CONSTRAINT mental_health_note_is_shown_not_said CHECK (fact <> 'mental_health_note' OR NOT says)
);
COMMENT ON TABLE stipple.physician_statement IS 'What a physician states outright, yes or no, because no measurement says it.';
CALL stipple.make_evidence_part('stipple.physician_statement', 'statement');
CREATE POLICY statement_is_a_physicians ON stipple.physician_statement AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT stipple.acts_as('{physician}')));
`,
);
