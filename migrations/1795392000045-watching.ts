import { plainSql } from './plain-sql';

/** Tasks that come and go by themselves, who has been told of them, and who acts when nobody does. */
export const Watching = plainSql(
  'Watching1795392000045',
  /* sql */ `
ALTER TABLE stipple.task DROP CONSTRAINT task_kind_check, ADD CONSTRAINT task_kind_check
  CHECK (kind IN ('rebook_blocked', 'call_payer', 'prove_phone_approval', 'answer_payer', 'revise_letter', 'clinical_alert',
    'answer_late', 'chase_decision', 'renew_authorization', 'ask_for_units', 'secure_booking')),
  ADD COLUMN watch_key text CHECK (length(watch_key) BETWEEN 3 AND 100),
  ADD COLUMN watched_id uuid GENERATED ALWAYS AS (CASE WHEN watch_key IS NOT NULL THEN id END) STORED,
  ADD CONSTRAINT task_is_watched UNIQUE (clinic_id, watched_id),
  ADD CONSTRAINT clinical_alert_is_not_watched CHECK (watch_key IS NULL OR kind <> 'clinical_alert');
COMMENT ON COLUMN stipple.task.watch_key IS 'What the watching raised it for, as kind:subject. Null for a task of a move. Such a task closes by itself when its cause is gone.';
CREATE UNIQUE INDEX one_open_task_of_watch ON stipple.task (clinic_id, watch_key) WHERE state = 'open' AND watch_key IS NOT NULL;
CREATE INDEX open_task_by_role ON stipple.task (clinic_id, for_role, due_on) WHERE state = 'open';
GRANT INSERT (watch_key) ON stipple.task TO stipple_app;

-- An event without a person is the watching's, and so of a task that is watched. Everything else is done by somebody:
-- the generated column names the subject of such an event, and the foreign key finds nothing but watched tasks.
ALTER TABLE stipple.case_event ALTER COLUMN actor_id DROP NOT NULL,
  ADD COLUMN watched_id uuid GENERATED ALWAYS AS (CASE WHEN actor_id IS NULL THEN subject_id END) STORED,
  ADD CONSTRAINT only_watching_acts_alone FOREIGN KEY (clinic_id, watched_id) REFERENCES stipple.task (clinic_id, watched_id);
COMMENT ON COLUMN stipple.case_event.actor_id IS 'Who made the move. Null where nobody did: a watched task that was raised or closed by itself.';

-- The watching begins before any clinic is known, so this looks across clinics. It says ids and what day and hour it is there.
CREATE FUNCTION stipple.clinics_to_watch() RETURNS TABLE (clinic_id uuid, hour integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  SELECT c.id, extract(hour FROM now() AT TIME ZONE c.time_zone)::integer FROM stipple.clinic c ORDER BY c.id
$$;

CREATE TABLE stipple.watching_round (
  clinic_id uuid PRIMARY KEY REFERENCES stipple.clinic (id),
  began_at timestamptz NOT NULL DEFAULT '-infinity',
  after_case uuid,
  ended_at timestamptz DEFAULT '-infinity',
  CONSTRAINT ended_round_has_no_place CHECK (ended_at IS NULL OR after_case IS NULL)
);
COMMENT ON TABLE stipple.watching_round IS 'How far the watching has come through a clinic''s open cases. Written with each batch, so that a killed one goes on from there.';
COMMENT ON COLUMN stipple.watching_round.after_case IS 'The last case of the last batch, while a round is under way.';
CALL stipple.scope_by_clinic('stipple.watching_round');
GRANT SELECT, INSERT (clinic_id), UPDATE (began_at, after_case, ended_at) ON stipple.watching_round TO stipple_app;

CREATE TABLE stipple.digest (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  on_day date NOT NULL,
  tries integer NOT NULL DEFAULT 1 CHECK (tries BETWEEN 1 AND 3),
  claimed_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  refused_because text CHECK (length(refused_because) BETWEEN 1 AND 200),
  PRIMARY KEY (clinic_id, staff_id, on_day),
  CONSTRAINT sent_digest_was_not_refused CHECK (sent_at IS NULL OR refused_because IS NULL),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.digest IS 'The morning''s e-mail of one person on one day of the clinic. Entered before it is sent: what is unknown after a crash is not sent again.';
COMMENT ON COLUMN stipple.digest.refused_because IS 'The mail server''s fault, by its code: it certainly took nothing, so it may be tried again.';
CALL stipple.scope_by_clinic('stipple.digest');
GRANT SELECT, INSERT (clinic_id, staff_id, on_day), UPDATE (tries, claimed_at, sent_at, refused_because) ON stipple.digest TO stipple_app;

CREATE TABLE stipple.notice_mark (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  seen_tx xid8 NOT NULL,
  seen_position bigint NOT NULL,
  PRIMARY KEY (clinic_id, staff_id),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.notice_mark IS 'Up to which event of the outbox a person has seen what the watching raised. The person''s own.';
CALL stipple.scope_by_clinic('stipple.notice_mark');
GRANT SELECT, INSERT, UPDATE (seen_tx, seen_position) ON stipple.notice_mark TO stipple_app;
`,
);
