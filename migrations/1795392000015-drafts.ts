import { plainSql } from './plain-sql';

export const Drafts = plainSql(
  'Drafts1795392000015',
  /* sql */ `
CREATE TABLE stipple.draft (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  author_id uuid NOT NULL,
  case_id uuid,
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 60),
  subject_id uuid,
  move text NOT NULL CHECK (length(move) BETWEEN 1 AND 60),
  version integer NOT NULL CHECK (version >= 0),
  counter bigint NOT NULL CHECK (counter >= 1),
  fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'array'),
  saved_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT draft_of_one_form UNIQUE NULLS NOT DISTINCT (clinic_id, author_id, case_id, subject, subject_id, move),
  FOREIGN KEY (clinic_id, author_id) REFERENCES stipple.staff (clinic_id, id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  CONSTRAINT ended_draft_is_empty CHECK (ended_at IS NULL OR fields = '[]')
);
COMMENT ON TABLE stipple.draft IS 'What somebody has typed into a form and not sent yet. Theirs alone; removed 30 days after they last typed.';
COMMENT ON COLUMN stipple.draft.case_id IS 'NULL: a case that is yet to be opened.';
COMMENT ON COLUMN stipple.draft.subject_id IS 'What the move is of, such as one letter; NULL: the case itself, or something new.';
COMMENT ON COLUMN stipple.draft.version IS 'The version of it that the form showed, 0 for something new.';
COMMENT ON COLUMN stipple.draft.counter IS 'Counts what the author''s browser saved: a request that comes late never overwrites a newer one.';
COMMENT ON COLUMN stipple.draft.fields IS 'Per field what the form showed at first and what was typed. Patient data: never logged, never in the audit trail.';
COMMENT ON COLUMN stipple.draft.ended_at IS 'Sent or discarded. The empty row stays for its counter, so that a late request does not bring the text back.';
CALL stipple.scope_by_clinic('stipple.draft');
GRANT SELECT, INSERT (clinic_id, id, author_id, case_id, subject, subject_id, move, version, counter, fields),
  UPDATE (version, counter, fields, saved_at, ended_at), DELETE ON stipple.draft TO stipple_app;
`,
);
