import { plainSql } from './plain-sql';

/** Notes of a case in two lanes. Who may read or write which is asked of the person's roles, here as well. */
export const NotesInTwoLanes = plainSql(
  'NotesInTwoLanes1795392000014',
  /* sql */ `
CREATE FUNCTION stipple.acts_as(wanted text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM stipple.staff_role r
   WHERE r.clinic_id = stipple.current_clinic() AND r.staff_id = nullif(current_setting('stipple.staff', true), '')::uuid
     AND r.role = ANY (wanted) AND r.ended_at IS NULL)
$$;
COMMENT ON FUNCTION stipple.acts_as IS 'Whether the person this transaction acts for holds one of these roles now. For nobody in particular: no.';

CREATE TABLE stipple.billing_note (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('billing_note') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  corrects_id uuid CHECK (corrects_id <> id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT billing_note_of_case UNIQUE (clinic_id, case_id, id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  CONSTRAINT billing_note_corrects_same_case FOREIGN KEY (clinic_id, case_id, corrects_id) REFERENCES stipple.billing_note (clinic_id, case_id, id),
  CONSTRAINT billing_note_corrected_once UNIQUE (clinic_id, corrects_id)
);
COMMENT ON TABLE stipple.billing_note IS 'What billing writes about a case. Written once; a mistake is corrected by a new note that names the old one.';
COMMENT ON COLUMN stipple.billing_note.corrects_id IS 'The note that this one takes the place of. The old one stays, and is corrected once: whoever comes second corrects the newer one.';
CALL stipple.make_subject('stipple.billing_note', 'billing_note');
CREATE POLICY lane_is_read_by ON stipple.billing_note AS RESTRICTIVE FOR SELECT
  USING ((SELECT stipple.acts_as('{coordinator,manager,physician}')));
CREATE POLICY lane_is_written_by ON stipple.billing_note AS RESTRICTIVE FOR INSERT
  WITH CHECK ((SELECT stipple.acts_as('{coordinator,manager}')));
CALL stipple.grant_insert_except('stipple.billing_note', '{recorded_at}');
GRANT SELECT ON stipple.billing_note TO stipple_app;

CREATE TABLE stipple.clinical_note (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('clinical_note') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  corrects_id uuid CHECK (corrects_id <> id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT clinical_note_of_case UNIQUE (clinic_id, case_id, id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  CONSTRAINT clinical_note_corrects_same_case FOREIGN KEY (clinic_id, case_id, corrects_id) REFERENCES stipple.clinical_note (clinic_id, case_id, id),
  CONSTRAINT clinical_note_corrected_once UNIQUE (clinic_id, corrects_id)
);
COMMENT ON TABLE stipple.clinical_note IS 'What physicians write about the patient. Coordinators read it for the payer''s questions; managers do not need it and do not see it.';
COMMENT ON COLUMN stipple.clinical_note.corrects_id IS 'As in billing_note.';
CALL stipple.make_subject('stipple.clinical_note', 'clinical_note');
CREATE POLICY lane_is_read_by ON stipple.clinical_note AS RESTRICTIVE FOR SELECT
  USING ((SELECT stipple.acts_as('{coordinator,physician}')));
CREATE POLICY lane_is_written_by ON stipple.clinical_note AS RESTRICTIVE FOR INSERT
  WITH CHECK ((SELECT stipple.acts_as('{physician}')));
CALL stipple.grant_insert_except('stipple.clinical_note', '{recorded_at}');
GRANT SELECT ON stipple.clinical_note TO stipple_app;

INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES
  ('billing_note', 'nowhere', 'write', 'written'),
  ('clinical_note', 'nowhere', 'write', 'written');
`,
);
