import { plainSql } from './plain-sql';

export const MovesAndEvents = plainSql(
  'MovesAndEvents1795392000003',
  /* sql */ `
CREATE TABLE stipple.move_allowed (
  subject text NOT NULL,
  from_state text NOT NULL,
  move text NOT NULL,
  to_state text NOT NULL,
  PRIMARY KEY (subject, from_state, move, to_state)
);
COMMENT ON TABLE stipple.move_allowed IS 'Every legal move, row for row as in libs/domain; filled by migrations and compared by a spec.';
GRANT SELECT ON stipple.move_allowed TO stipple_app;

CREATE TABLE stipple.case_event (
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  subject text NOT NULL,
  subject_id uuid NOT NULL,
  seq integer NOT NULL,
  prev_seq integer GENERATED ALWAYS AS (NULLIF(seq - 1, 0)) STORED,
  from_state text NOT NULL,
  move text NOT NULL,
  to_state text NOT NULL,
  actor_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  data jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(data) = 'object'),
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  position bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (clinic_id, subject_id, seq),
  -- What the subject's own row points to, and what the next event starts from.
  CONSTRAINT case_event_state UNIQUE (clinic_id, case_id, subject, subject_id, seq, to_state),
  CONSTRAINT case_event_is_legal FOREIGN KEY (subject, from_state, move, to_state) REFERENCES stipple.move_allowed,
  CONSTRAINT case_event_follows FOREIGN KEY (clinic_id, case_id, subject, subject_id, prev_seq, from_state)
    REFERENCES stipple.case_event (clinic_id, case_id, subject, subject_id, seq, to_state),
  -- With the two above: a history starts at one and has no gap.
  CONSTRAINT case_event_begins CHECK ((seq = 1) = (from_state = 'nowhere')),
  FOREIGN KEY (clinic_id, actor_id) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.case_event IS 'The history of every subject of every case: written once, never changed. Also the outbox of live updates.';
COMMENT ON COLUMN stipple.case_event.seq IS 'Counts the moves of one subject. It is the version that a compare-and-set names.';
COMMENT ON COLUMN stipple.case_event.tx IS 'With position, the order in which readers may see events: only below the oldest transaction still running.';
CREATE INDEX case_event_timeline ON stipple.case_event (clinic_id, case_id, position);
CREATE INDEX case_event_outbox ON stipple.case_event (tx, position);
CALL stipple.scope_by_clinic('stipple.case_event');
CALL stipple.grant_insert_except('stipple.case_event', '{at, tx}');
GRANT SELECT ON stipple.case_event TO stipple_app;

-- Which events are new to a reader, for all clinics: ids only, so that one poll serves every signed-in browser.
CREATE FUNCTION stipple.events_after(after_tx xid8, after_position bigint, most integer)
  RETURNS TABLE (tx xid8, "position" bigint, clinic_id uuid, case_id uuid, subject text, subject_id uuid, move text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  SELECT e.tx, e.position, e.clinic_id, e.case_id, e.subject, e.subject_id, e.move FROM stipple.case_event e
   WHERE (e.tx, e.position) > (after_tx, after_position) AND e.tx < pg_snapshot_xmin(pg_current_snapshot())
   ORDER BY e.tx, e.position LIMIT most
$$;

CREATE FUNCTION stipple.events_end() RETURNS TABLE (tx xid8, "position" bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  SELECT e.tx, e.position FROM stipple.case_event e WHERE e.tx < pg_snapshot_xmin(pg_current_snapshot())
   ORDER BY e.tx DESC, e.position DESC LIMIT 1
$$;

-- Every subject's row moves one event at a time and leaves a state only once that state is in its history. The
-- foreign key shows_last_event speaks at commit and so only of the last state; without this, a transaction could
-- write any states in between and meet none of their checks.
CREATE FUNCTION stipple.refuse_skipped_move() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.seq <> 1 THEN RAISE EXCEPTION 'a new % begins with its first event', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = 'one_move_at_a_time'; END IF;
  ELSIF NEW.seq NOT IN (OLD.seq, OLD.seq + 1) OR (NEW.seq = OLD.seq AND NEW.state <> OLD.state) THEN
    RAISE EXCEPTION '% moves one event at a time', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = 'one_move_at_a_time';
  ELSIF NEW.seq > OLD.seq AND NOT EXISTS (
    SELECT FROM stipple.case_event e WHERE e.clinic_id = OLD.clinic_id AND e.subject_id = OLD.id AND e.seq = OLD.seq AND e.to_state = OLD.state) THEN
    RAISE EXCEPTION '% leaves a state that its history does not know', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = 'one_move_at_a_time';
  END IF;
  RETURN NEW;
END $$;

-- A decided record is final: a change of mind is a new record. The terminal states come as arguments.
CREATE FUNCTION stipple.refuse_change_of_final() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.state = ANY (TG_ARGV) AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'this % is % and final', TG_TABLE_NAME, OLD.state USING ERRCODE = '23514', CONSTRAINT = 'final_is_final';
  END IF;
  RETURN NEW;
END $$;

-- An event that no row reflects would be a forgery: at commit the subject, of this very case, must stand at it or beyond.
CREATE FUNCTION stipple.refuse_unreflected_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
DECLARE reached integer;
BEGIN
  EXECUTE format('SELECT seq FROM stipple.%I WHERE clinic_id = $1 AND id = $2 AND case_id = $3', NEW.subject)
    INTO reached USING NEW.clinic_id, NEW.subject_id, NEW.case_id;
  IF reached IS NULL OR reached < NEW.seq THEN
    RAISE EXCEPTION 'event % of % is not reflected in its row', NEW.move, NEW.subject USING ERRCODE = '23503', CONSTRAINT = 'event_is_reflected';
  END IF;
  -- A transaction that began earlier and came later would date its move before the one it follows; it may try again.
  IF EXISTS (SELECT FROM stipple.case_event e WHERE e.clinic_id = NEW.clinic_id AND e.subject_id = NEW.subject_id AND e.seq = NEW.seq - 1 AND e.at > NEW.at) THEN
    RAISE EXCEPTION 'another move came in between' USING ERRCODE = '40001', CONSTRAINT = 'history_runs_forward';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER event_is_reflected AFTER INSERT ON stipple.case_event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION stipple.refuse_unreflected_event();

-- Used by the migrations only: what every subject's table has in common.
CREATE PROCEDURE stipple.make_subject(made regclass, subject_name text, terminal text[] DEFAULT '{}') LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I FOREIGN KEY (clinic_id, case_id, subject, id, seq, state)
    REFERENCES stipple.case_event (clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED', made, subject_name || '_shows_last_event');
  EXECUTE format('CREATE TRIGGER one_move_at_a_time BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION stipple.refuse_skipped_move()', made);
  IF cardinality(terminal) > 0 THEN
    EXECUTE format('CREATE TRIGGER final_is_final BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION stipple.refuse_change_of_final(%s)',
      made, (SELECT string_agg(quote_literal(state), ', ') FROM unnest(terminal) state));
  END IF;
  CALL stipple.scope_by_clinic(made);
END $$;
`,
);
