import { plainSql } from './plain-sql';

/** Reports that come by themselves: to whom, when, and what became of each run. */
export const ScheduledReports = plainSql(
  'ScheduledReports1795392000063',
  /* sql */ `
CREATE TABLE stipple.scheduled_report (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  query text NOT NULL CHECK (length(query) <= 2000),
  format text NOT NULL CHECK (format IN ('csv', 'xlsx', 'pdf')),
  every text NOT NULL CHECK (every IN ('week', 'month')),
  on_day smallint NOT NULL,
  next_run_on date,
  made_by uuid NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, made_by) REFERENCES stipple.staff (clinic_id, id),
  CONSTRAINT day_of_its_rhythm CHECK (on_day BETWEEN 1 AND CASE every WHEN 'week' THEN 7 ELSE 31 END),
  CONSTRAINT removed_report_never_runs CHECK (removed_at IS NULL OR next_run_on IS NULL)
);
COMMENT ON TABLE stipple.scheduled_report IS 'A report on denials that comes by itself. Removed, it stays for the links that have been sent.';
COMMENT ON COLUMN stipple.scheduled_report.query IS 'The filters of the page, as in its address. A period that they leave open ends with the day of the run.';
COMMENT ON COLUMN stipple.scheduled_report.next_run_on IS 'On the clinic''s calendar. Null while it is paused.';
CALL stipple.scope_by_clinic('stipple.scheduled_report');
GRANT SELECT, INSERT (clinic_id, id, name, query, format, every, on_day, next_run_on, made_by),
  UPDATE (version, name, query, format, every, on_day, next_run_on, removed_at) ON stipple.scheduled_report TO stipple_app;
CREATE INDEX scheduled_report_due ON stipple.scheduled_report (clinic_id, next_run_on) WHERE next_run_on IS NOT NULL;

CREATE TABLE stipple.scheduled_report_recipient (
  clinic_id uuid NOT NULL,
  report_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  PRIMARY KEY (clinic_id, report_id, staff_id),
  FOREIGN KEY (clinic_id, report_id) REFERENCES stipple.scheduled_report (clinic_id, id),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.scheduled_report_recipient IS 'To whom a scheduled report goes, as long as they are active and may see reports.';
CALL stipple.scope_by_clinic('stipple.scheduled_report_recipient');
GRANT SELECT, INSERT, DELETE ON stipple.scheduled_report_recipient TO stipple_app;

CREATE TABLE stipple.report_run (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  report_id uuid NOT NULL,
  on_day date NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'xlsx', 'pdf')),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT one_run_of_a_day UNIQUE (clinic_id, report_id, on_day),
  FOREIGN KEY (clinic_id, report_id) REFERENCES stipple.scheduled_report (clinic_id, id)
);
COMMENT ON TABLE stipple.report_run IS 'That a scheduled report was due: with what it was then, so that its link leads to the same after a change. The file is made when somebody asks for it.';
CALL stipple.scope_by_clinic('stipple.report_run');
GRANT SELECT, INSERT (clinic_id, report_id, on_day, name, query, format) ON stipple.report_run TO stipple_app;

CREATE TABLE stipple.report_run_mail (
  clinic_id uuid NOT NULL,
  run_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  tries integer NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 3),
  claimed_at timestamptz,
  sent_at timestamptz,
  refused_because text CHECK (length(refused_because) BETWEEN 1 AND 200),
  PRIMARY KEY (clinic_id, run_id, staff_id),
  CONSTRAINT sent_report_was_not_refused CHECK (sent_at IS NULL OR refused_because IS NULL),
  CONSTRAINT tried_report_was_claimed CHECK ((tries = 0) = (claimed_at IS NULL)),
  FOREIGN KEY (clinic_id, run_id) REFERENCES stipple.report_run (clinic_id, id),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.report_run_mail IS 'The e-mail that tells one person of a run. Claimed before it is sent: what is unknown after a crash is not sent again.';
COMMENT ON COLUMN stipple.report_run_mail.refused_because IS 'The mail server''s fault, by its code: it certainly took nothing, so it may be tried again.';
CALL stipple.scope_by_clinic('stipple.report_run_mail');
GRANT SELECT, INSERT (clinic_id, run_id, staff_id), UPDATE (tries, claimed_at, sent_at, refused_because) ON stipple.report_run_mail TO stipple_app;
`,
);
