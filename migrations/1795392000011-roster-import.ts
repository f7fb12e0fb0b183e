import { plainSql } from './plain-sql';

export const RosterImport = plainSql(
  'RosterImport1795392000011',
  /* sql */ `
CREATE TABLE stipple.roster_import (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  id uuid NOT NULL,
  state text NOT NULL DEFAULT 'reading' CHECK (state IN ('reading', 'ready', 'checking', 'checked', 'importing', 'done', 'failed', 'discarded')),
  version integer NOT NULL DEFAULT 1,
  step text DEFAULT 'inspect' CHECK (step IN ('inspect', 'stage', 'apply')),
  at_kind text,
  at_key text,
  rows_done integer NOT NULL DEFAULT 0,
  rows_total integer NOT NULL DEFAULT 0,
  staged_counts jsonb NOT NULL DEFAULT '{}',
  judged_counts jsonb NOT NULL DEFAULT '{}',
  failure text,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  moved_by uuid NOT NULL,
  moved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, created_by) REFERENCES stipple.staff (clinic_id, id),
  FOREIGN KEY (clinic_id, moved_by) REFERENCES stipple.staff (clinic_id, id),
  CONSTRAINT working_import_has_step CHECK ((state IN ('reading', 'checking', 'importing')) = (step IS NOT NULL)),
  CONSTRAINT failed_import_says_why CHECK ((state = 'failed') = (failure IS NOT NULL))
);
COMMENT ON TABLE stipple.roster_import IS 'One reading-in of a roster. Keeps how far its job has come, so that a killed one goes on from there.';
COMMENT ON COLUMN stipple.roster_import.version IS 'Counts what people see change: state and mapping. Every move names the version it saw.';
COMMENT ON COLUMN stipple.roster_import.step IS 'What the job does next: look at the files, stage their rows, or judge and (importing) apply the staged rows.';
COMMENT ON COLUMN stipple.roster_import.at_key IS 'The last staged row, by kind and key, that has been judged. Written with the batch itself.';
COMMENT ON COLUMN stipple.roster_import.staged_counts IS 'Per kind: rows that could not be staged, and rows that repeat an earlier one.';
COMMENT ON COLUMN stipple.roster_import.judged_counts IS 'Per kind: new, changed and unchanged rows, and rows the roster refuses.';
CREATE INDEX roster_import_newest ON stipple.roster_import (clinic_id, created_at DESC, id);
CALL stipple.scope_by_clinic('stipple.roster_import');
GRANT SELECT, INSERT (clinic_id, id, created_by, moved_by),
  UPDATE (state, version, step, at_kind, at_key, rows_done, rows_total, staged_counts, judged_counts, failure, moved_by, moved_at)
  ON stipple.roster_import TO stipple_app;

CREATE TABLE stipple.roster_import_file (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  no smallint NOT NULL CHECK (no >= 1),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  bytes bigint NOT NULL,
  media_type text,
  inspected boolean NOT NULL DEFAULT false,
  problem text,
  aside text,
  notes text[] NOT NULL DEFAULT '{}',
  kind text CHECK (kind IN ('patients', 'payers', 'coverage', 'providers', 'organizations')),
  delimiter text,
  header_bytes integer NOT NULL DEFAULT 0,
  header_lines integer NOT NULL DEFAULT 0,
  columns text[] NOT NULL DEFAULT '{}',
  mapping jsonb NOT NULL DEFAULT '{}',
  samples jsonb NOT NULL DEFAULT '[]',
  rows integer NOT NULL DEFAULT 0,
  staged boolean NOT NULL DEFAULT false,
  staged_to_byte bigint NOT NULL DEFAULT 0,
  staged_to_line integer NOT NULL DEFAULT 0,
  PRIMARY KEY (clinic_id, import_id, no),
  FOREIGN KEY (clinic_id, import_id) REFERENCES stipple.roster_import (clinic_id, id)
);
COMMENT ON TABLE stipple.roster_import_file IS 'A file of an import: what it is, how its columns are read, and how far it has been staged.';
COMMENT ON COLUMN stipple.roster_import_file.problem IS 'Why the file as a whole cannot be read; nothing of it is imported.';
COMMENT ON COLUMN stipple.roster_import_file.aside IS 'Why the file is left out: it is recognised as something else, or somebody said so.';
COMMENT ON COLUMN stipple.roster_import_file.mapping IS 'Field to column name. Columns that nothing maps, and those that are never imported, are not read at all.';
COMMENT ON COLUMN stipple.roster_import_file.samples IS 'The first rows for the preview, without the columns that are never imported; emptied when the import ends.';
COMMENT ON COLUMN stipple.roster_import_file.staged_to_byte IS 'Where staging goes on; written with the rows before it.';
CALL stipple.scope_by_clinic('stipple.roster_import_file');
GRANT SELECT, INSERT (clinic_id, import_id, no, name, sha256, bytes, media_type),
  UPDATE (inspected, problem, aside, notes, kind, delimiter, header_bytes, header_lines, columns, mapping, samples, rows, staged, staged_to_byte, staged_to_line)
  ON stipple.roster_import_file TO stipple_app;

-- No foreign key to the file: a million rows would check it a million times, for a table that is emptied soon after.
CREATE TABLE stipple.roster_import_row (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  second_key text,
  file_no smallint NOT NULL,
  line integer NOT NULL,
  fields jsonb NOT NULL,
  refused boolean NOT NULL DEFAULT false,
  PRIMARY KEY (clinic_id, import_id, kind, key),
  CONSTRAINT roster_import_row_second_key UNIQUE (clinic_id, import_id, kind, second_key)
);
COMMENT ON TABLE stipple.roster_import_row IS 'Rows that can be read, on their way into the roster. Emptied when the import ends.';
COMMENT ON COLUMN stipple.roster_import_row.second_key IS 'What else no two rows of the kind may share: a patient''s record number, a payer''s name.';
COMMENT ON COLUMN stipple.roster_import_row.fields IS 'Only the fields that are mapped: what is not mapped stays as the roster has it.';
COMMENT ON COLUMN stipple.roster_import_row.refused IS 'The roster refuses it, so coverage cannot refer to it either.';
CALL stipple.scope_by_clinic('stipple.roster_import_row');
GRANT SELECT, INSERT, UPDATE (refused), DELETE ON stipple.roster_import_row TO stipple_app;

CREATE TABLE stipple.roster_import_problem (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  file_no smallint NOT NULL,
  line integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  found_by text NOT NULL CHECK (found_by IN ('stage', 'judge')),
  row_key text,
  column_name text,
  code text NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (clinic_id, import_id, file_no, line, id),
  FOREIGN KEY (clinic_id, import_id) REFERENCES stipple.roster_import (clinic_id, id)
);
COMMENT ON TABLE stipple.roster_import_problem IS 'Why a row was not imported, in words for whoever repairs the file.';
COMMENT ON COLUMN stipple.roster_import_problem.found_by IS 'In the row itself while staging, or against the roster while judging; a new judgement replaces the latter.';
CALL stipple.scope_by_clinic('stipple.roster_import_problem');
GRANT SELECT, INSERT (clinic_id, import_id, file_no, line, found_by, row_key, column_name, code, words), DELETE
  ON stipple.roster_import_problem TO stipple_app;

-- A row that was entered by hand is taken over by the import that names it, instead of standing there twice.
GRANT UPDATE (source_key) ON stipple.patient, stipple.payer, stipple.provider TO stipple_app;
`,
);
