import { plainSql } from './plain-sql';

/** An unlisted code has no description and no fee of its own: a worksheet gives it both, and why. */
export const CodeWorksheets = plainSql(
  'CodeWorksheets1795392000036',
  /* sql */ `
CREATE TABLE stipple.code_worksheet (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('code_worksheet') STORED,
  state text NOT NULL CHECK (state IN ('incomplete', 'complete')),
  seq integer NOT NULL,
  procedure_code text NOT NULL CHECK (procedure_code IN ('17999', '96999')),
  comparator_code text CHECK (comparator_code ~ '^([0-9]{4}[0-9T]|[A-Z][0-9]{4})$'),
  comparison text CHECK (length(btrim(comparison)) BETWEEN 1 AND 1000),
  minutes integer CHECK (minutes BETWEEN 1 AND 600),
  skill text CHECK (length(btrim(skill)) BETWEEN 1 AND 600),
  equipment text CHECK (length(btrim(equipment)) BETWEEN 1 AND 600),
  fee_cents integer CHECK (fee_cents BETWEEN 1 AND 1000000),
  fee_rests_on text CHECK (fee_rests_on IN ('comparator', 'cost', 'payer_schedule', 'other')),
  fee_basis text CHECK (length(btrim(fee_basis)) BETWEEN 1 AND 600),
  line_description text CONSTRAINT line_description_travels CHECK (line_description ~ '^[A-Z0-9 !"&''()+,./;?=-]{1,80}$' AND line_description = btrim(line_description)),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT worksheet_of_case UNIQUE (clinic_id, id, case_id),
  CONSTRAINT one_worksheet_of_code UNIQUE (clinic_id, case_id, procedure_code),
  CONSTRAINT complete_worksheet_lacks_nothing CHECK (state = 'incomplete' OR (
    num_nonnulls(comparator_code, comparison, minutes, skill, equipment, fee_cents, fee_rests_on, fee_basis, line_description) = 9
    AND comparator_code NOT IN ('17999', '96999'))),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id)
);
COMMENT ON TABLE stipple.code_worksheet IS 'What an unlisted code of a case does not say by itself, per session. One of each code; earlier versions stand in the events.';
COMMENT ON COLUMN stipple.code_worksheet.state IS 'As judged on the day it was saved; the rules are asked again when a request is made ready.';
COMMENT ON COLUMN stipple.code_worksheet.comparison IS 'Why the comparator is comparable, and how this is more or less work.';
COMMENT ON COLUMN stipple.code_worksheet.skill IS 'Who does it, with which training.';
COMMENT ON COLUMN stipple.code_worksheet.equipment IS 'The device with what cleared it, and the supplies.';
COMMENT ON COLUMN stipple.code_worksheet.fee_cents IS 'US cents, for one session.';
COMMENT ON COLUMN stipple.code_worksheet.line_description IS 'As it travels in SV101-7 of the claim: the basic set of X12 without what separates its parts.';
CALL stipple.make_subject('stipple.code_worksheet', 'code_worksheet');
CALL stipple.grant_insert_except('stipple.code_worksheet', '{}');
GRANT SELECT, UPDATE (state, seq, comparator_code, comparison, minutes, skill, equipment, fee_cents, fee_rests_on, fee_basis, line_description) ON stipple.code_worksheet TO stipple_app;

INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES
  ('code_worksheet', 'nowhere', 'start', 'incomplete'),
  ('code_worksheet', 'nowhere', 'start', 'complete'),
  ('code_worksheet', 'incomplete', 'revise', 'incomplete'),
  ('code_worksheet', 'incomplete', 'revise', 'complete'),
  ('code_worksheet', 'complete', 'revise', 'incomplete'),
  ('code_worksheet', 'complete', 'revise', 'complete');
`,
);
