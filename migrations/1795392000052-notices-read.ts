import { plainSql } from './plain-sql';

/**
 * Which notices somebody has read, one by one: a mark in the outbox could say only up to where, and knew no way back. What
 * stood before a person's mark has been read.
 */
export const NoticesRead = plainSql(
  'NoticesRead1795392000052',
  /* sql */ `
CREATE TABLE stipple.notice_read (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  task_id uuid NOT NULL,
  marking uuid,
  PRIMARY KEY (clinic_id, staff_id, task_id),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff (clinic_id, id),
  FOREIGN KEY (clinic_id, task_id) REFERENCES stipple.task (clinic_id, id)
);
COMMENT ON TABLE stipple.notice_read IS 'That a person has read the notice of a watched task. The person''s own; taken back, the row is gone.';
COMMENT ON COLUMN stipple.notice_read.marking IS 'What was marked as read in one go has it in common, so that all of it can be taken back. Null for what was read by itself.';
CREATE INDEX notice_read_task ON stipple.notice_read (clinic_id, task_id);
CALL stipple.scope_by_clinic('stipple.notice_read');
GRANT SELECT, INSERT, DELETE ON stipple.notice_read TO stipple_app;

INSERT INTO stipple.notice_read (clinic_id, staff_id, task_id)
SELECT m.clinic_id, m.staff_id, t.id
  FROM stipple.notice_mark m
  JOIN stipple.task t ON t.clinic_id = m.clinic_id AND t.watch_key IS NOT NULL AND t.state = 'open'
  JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (t.clinic_id, t.id, 1)
 WHERE (e.tx, e.position) <= (m.seen_tx, m.seen_position);
DROP TABLE stipple.notice_mark;
`,
);
