import { plainSql } from './plain-sql';

/** ICD-10-CM by fiscal year and procedure codes by day: reference data, the same for every clinic. */
export const Codes = plainSql(
  'Codes1795392000025',
  /* sql */ `
CREATE TABLE stipple.diagnosis_list (
  fiscal_year integer PRIMARY KEY,
  file_name text CHECK (length(file_name) BETWEEN 1 AND 200),
  file_sha256 bytea CHECK (length(file_sha256) = 32),
  codes integer NOT NULL,
  billable integer NOT NULL,
  loaded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT fiscal_year_is_known CHECK (fiscal_year = 0 OR fiscal_year BETWEEN 2016 AND 2100),
  CONSTRAINT official_list_comes_from_a_file CHECK ((fiscal_year > 0) = (file_name IS NOT NULL) AND (fiscal_year > 0) = (file_sha256 IS NOT NULL)),
  CONSTRAINT list_has_codes CHECK (codes > 0 AND billable BETWEEN 1 AND codes)
);
COMMENT ON TABLE stipple.diagnosis_list IS 'The lists of ICD-10-CM codes at hand: the short one that is shipped (fiscal year 0), and the official one of each fiscal year that was loaded. The same for every clinic, so it has no clinic_id; only the owner writes it.';
COMMENT ON COLUMN stipple.diagnosis_list.codes IS 'Lines of the file, headings among them.';
GRANT SELECT ON stipple.diagnosis_list TO stipple_app;

CREATE TABLE stipple.diagnosis_code (
  code text COLLATE "C" NOT NULL CHECK (code ~ '^[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?$'),
  fiscal_year integer NOT NULL REFERENCES stipple.diagnosis_list (fiscal_year) ON DELETE CASCADE,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 400),
  billable boolean NOT NULL,
  opens_on date NOT NULL,
  closes_on date,
  PRIMARY KEY (code, fiscal_year),
  CONSTRAINT official_code_is_of_its_year CHECK (fiscal_year = 0
    OR (opens_on = make_date(fiscal_year - 1, 10, 1) AND closes_on IS NOT NULL AND closes_on = make_date(fiscal_year, 9, 30))),
  CONSTRAINT code_opens_before_it_closes CHECK (closes_on >= opens_on)
);
COMMENT ON TABLE stipple.diagnosis_code IS 'ICD-10-CM codes of each list. Which of them holds on a day of service is for the domain to say (codes-on-file.ts).';
COMMENT ON COLUMN stipple.diagnosis_code.words IS 'Of the shipped list our own; of an official one its long description, which is in the public domain.';
COMMENT ON COLUMN stipple.diagnosis_code.billable IS 'False for a heading: the codes below it are billed.';
-- Finds words within descriptions.
CREATE INDEX diagnosis_words ON stipple.diagnosis_code USING gin (lower(words) gin_trgm_ops);
-- A list is taken away and loaded anew as a whole.
CREATE INDEX diagnosis_code_year ON stipple.diagnosis_code (fiscal_year);
GRANT SELECT ON stipple.diagnosis_code TO stipple_app;

CREATE TABLE stipple.procedure_code (
  code text COLLATE "C" NOT NULL CHECK (code ~ '^([0-9]{4}[0-9T]|[A-Z][0-9]{4})$'),
  opens_on date NOT NULL,
  closes_on date,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 200),
  use text NOT NULL CHECK (use IN ('asked', 'history', 'not_this')),
  comparators text[] NOT NULL DEFAULT '{}',
  note text CHECK (length(note) BETWEEN 1 AND 400),
  PRIMARY KEY (code, opens_on),
  CONSTRAINT procedure_opens_before_it_closes CHECK (closes_on >= opens_on),
  CONSTRAINT code_is_valid_once_a_day EXCLUDE USING gist (code WITH =, daterange(opens_on, closes_on, '[]') WITH &&)
);
COMMENT ON TABLE stipple.procedure_code IS 'Procedure codes as numbers with our own words, row for row as in libs/domain; filled by migrations and compared by a spec. The official descriptions belong to their owners and are not here.';
COMMENT ON COLUMN stipple.procedure_code.use IS 'asked: may stand on a request for microneedling; history: done before or possible instead; not_this: must not be used for it.';
GRANT SELECT ON stipple.procedure_code TO stipple_app;
`,
);
