import { plainSql } from './plain-sql';

export const Roster = plainSql(
  'Roster1795392000002',
  /* sql */ `
CREATE TABLE stipple.patient (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  source_key text,
  record_number text NOT NULL CHECK (length(record_number) BETWEEN 1 AND 40),
  given_name text NOT NULL CHECK (length(given_name) BETWEEN 1 AND 120),
  family_name text NOT NULL CHECK (length(family_name) BETWEEN 1 AND 120),
  birth_date date NOT NULL CHECK (birth_date >= DATE '1890-01-01'),
  died_on date CHECK (died_on >= birth_date),
  sex text NOT NULL DEFAULT 'unknown' CHECK (sex IN ('female', 'male', 'other', 'unknown')),
  city text CHECK (length(city) <= 80),
  state text CHECK (length(state) <= 40),
  search_name text NOT NULL GENERATED ALWAYS AS (lower(family_name || ' ' || given_name || ' ' || family_name)) STORED,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT patient_source UNIQUE (clinic_id, source_key),
  CONSTRAINT patient_record_number UNIQUE (clinic_id, record_number)
);
COMMENT ON TABLE stipple.patient IS 'Only what identifies a patient to the clinic and the payer. Social security numbers and the like are never imported.';
COMMENT ON COLUMN stipple.patient.source_key IS 'The id in the system the roster came from; importing the same file twice changes nothing.';
COMMENT ON COLUMN stipple.patient.search_name IS 'Family, given, family: one trigram index finds either order.';
CREATE INDEX patient_family_prefix ON stipple.patient (clinic_id, lower(family_name) text_pattern_ops);
CREATE INDEX patient_record_prefix ON stipple.patient (clinic_id, lower(record_number) text_pattern_ops);
CREATE INDEX patient_search_name ON stipple.patient USING gin (search_name gin_trgm_ops);
CALL stipple.scope_by_clinic('stipple.patient');
CALL stipple.grant_insert_except('stipple.patient', '{created_at}');
GRANT SELECT, UPDATE (record_number, given_name, family_name, birth_date, died_on, sex, city, state) ON stipple.patient TO stipple_app;

CREATE TABLE stipple.payer (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  source_key text,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  phone text CHECK (length(phone) <= 40),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT payer_source UNIQUE (clinic_id, source_key),
  CONSTRAINT payer_name UNIQUE (clinic_id, name)
);
COMMENT ON COLUMN stipple.payer.phone IS 'Member services: the first call of every case.';
CALL stipple.scope_by_clinic('stipple.payer');
GRANT SELECT, INSERT, UPDATE (name, phone) ON stipple.payer TO stipple_app;

CREATE TABLE stipple.provider (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  source_key text,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  npi text CHECK (npi ~ '^[0-9]{10}$'),
  specialty text CHECK (length(specialty) <= 120),
  organization text CHECK (length(organization) <= 160),
  staff_id uuid,
  practices_here boolean NOT NULL DEFAULT false,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT provider_source UNIQUE (clinic_id, source_key),
  CONSTRAINT provider_staff UNIQUE (clinic_id, staff_id),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.provider IS 'Clinicians: those who treat here, and those the roster names.';
COMMENT ON COLUMN stipple.provider.practices_here IS 'Appears as a column of the schedule and can be named in an authorization.';
CALL stipple.scope_by_clinic('stipple.provider');
GRANT SELECT, INSERT, UPDATE (name, npi, specialty, organization, staff_id, practices_here) ON stipple.provider TO stipple_app;

CREATE TABLE stipple.coverage (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  patient_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  member_id text NOT NULL CHECK (length(member_id) BETWEEN 1 AND 80),
  starts_on date NOT NULL,
  ends_on date CHECK (ends_on >= starts_on),
  relation text NOT NULL DEFAULT 'self' CHECK (relation IN ('self', 'spouse', 'guardian', 'other')),
  holder_name text CHECK (length(holder_name) <= 160),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT coverage_period UNIQUE (clinic_id, patient_id, payer_id, starts_on),
  CONSTRAINT coverage_of_patient UNIQUE (clinic_id, id, patient_id, payer_id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES stipple.patient (clinic_id, id),
  FOREIGN KEY (clinic_id, payer_id) REFERENCES stipple.payer (clinic_id, id)
);
COMMENT ON TABLE stipple.coverage IS 'One payer, one patient, one period. Periods overlap in real files and may.';
CREATE INDEX coverage_member_prefix ON stipple.coverage (clinic_id, lower(member_id) text_pattern_ops);
CALL stipple.scope_by_clinic('stipple.coverage');
GRANT SELECT, INSERT, UPDATE (member_id, ends_on, relation, holder_name) ON stipple.coverage TO stipple_app;
`,
);
