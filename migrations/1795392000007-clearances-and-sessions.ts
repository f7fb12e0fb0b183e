import { plainSql } from './plain-sql';

export const ClearancesAndSessions = plainSql(
  'ClearancesAndSessions1795392000007',
  /* sql */ `
CREATE TABLE stipple.clearance (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  authorization_id uuid,
  terms_seq integer,
  agreement_id uuid,
  procedure_code text NOT NULL,
  units integer NOT NULL,
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  active boolean NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (clinic_id, id),
  -- An authorization or a signed agreement, and nothing else.
  CONSTRAINT clearance_has_one_source CHECK (num_nonnulls(authorization_id, agreement_id) = 1 AND (authorization_id IS NULL) = (terms_seq IS NULL)),
  CONSTRAINT clearance_follows_authorization FOREIGN KEY (clinic_id, authorization_id, case_id, terms_seq, opens_on, closes_on, active)
    REFERENCES stipple.payer_authorization (clinic_id, id, case_id, terms_seq, effective_on, expires_on, unlocks) ON UPDATE CASCADE,
  CONSTRAINT clearance_units_of_authorization FOREIGN KEY (clinic_id, authorization_id, terms_seq, procedure_code, units)
    REFERENCES stipple.authorization_line (clinic_id, authorization_id, terms_seq, procedure_code, units) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT clearance_follows_agreement FOREIGN KEY (clinic_id, agreement_id, case_id, opens_on, closes_on, active)
    REFERENCES stipple.self_pay_agreement (clinic_id, id, case_id, covers_from, valid_until, unlocks) ON UPDATE CASCADE,
  CONSTRAINT clearance_units_of_agreement FOREIGN KEY (clinic_id, agreement_id, procedure_code, units)
    REFERENCES stipple.self_pay_agreement (clinic_id, id, procedure_code, sessions),
  CONSTRAINT one_clearance_per_authorized_code UNIQUE (clinic_id, authorization_id, procedure_code),
  CONSTRAINT one_clearance_per_agreement UNIQUE (clinic_id, agreement_id, procedure_code),
  CONSTRAINT clearance_key UNIQUE (clinic_id, id, case_id, procedure_code, units, opens_on, closes_on, active, recorded_at),
  CONSTRAINT clearance_authorization UNIQUE (clinic_id, id, authorization_id),
  CONSTRAINT clearance_recorded_in UNIQUE (clinic_id, id, recorded_in)
);
COMMENT ON TABLE stipple.clearance IS 'The only key to a booking: units of one code within a window, from one recorded authorization or one signed agreement.';
COMMENT ON COLUMN stipple.clearance.active IS 'Follows its source by cascade; nobody sets it.';
COMMENT ON COLUMN stipple.clearance.recorded_at IS 'Set by the database, by the clock on the wall; a booking must begin later.';
COMMENT ON COLUMN stipple.clearance.recorded_in IS 'Set by the database: the transaction that recorded it. Its clinicians come from the same one.';
CALL stipple.scope_by_clinic('stipple.clearance');
CALL stipple.grant_insert_except('stipple.clearance', '{recorded_at, recorded_in}');
GRANT SELECT, UPDATE (units) ON stipple.clearance TO stipple_app;
CREATE INDEX clearance_case ON stipple.clearance (clinic_id, case_id);
CREATE INDEX clearance_open ON stipple.clearance (clinic_id, closes_on) WHERE active;

CREATE TABLE stipple.clearance_clinician (
  clinic_id uuid NOT NULL,
  clearance_id uuid NOT NULL,
  clinician_id uuid NOT NULL,
  recorded_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (clinic_id, clearance_id, clinician_id),
  CONSTRAINT clinician_recorded_with_clearance FOREIGN KEY (clinic_id, clearance_id, recorded_in) REFERENCES stipple.clearance (clinic_id, id, recorded_in),
  FOREIGN KEY (clinic_id, clinician_id) REFERENCES stipple.provider (clinic_id, id)
);
COMMENT ON TABLE stipple.clearance_clinician IS 'Who may perform the sessions: the servicing providers of the authorization or estimate, recorded with it.';
CALL stipple.scope_by_clinic('stipple.clearance_clinician');
CALL stipple.grant_insert_except('stipple.clearance_clinician', '{recorded_in}');
GRANT SELECT ON stipple.clearance_clinician TO stipple_app;

CREATE TABLE stipple.treatment_session (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('treatment_session') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  procedure_code text NOT NULL,
  units integer NOT NULL DEFAULT 1 CHECK (units BETWEEN 1 AND 20),
  starts_at timestamptz,
  ends_at timestamptz,
  clinic_time_zone text NOT NULL,
  session_on date GENERATED ALWAYS AS ((starts_at AT TIME ZONE clinic_time_zone)::date) STORED,
  room_id uuid,
  clinician_id uuid,
  hold text NOT NULL GENERATED ALWAYS AS (CASE WHEN state IN ('scheduled', 'checked_in') THEN 'live' WHEN state IN ('performed', 'billed') THEN 'used' ELSE 'none' END) STORED,
  held_slot integer GENERATED ALWAYS AS (CASE WHEN state IN ('scheduled', 'checked_in', 'performed', 'billed') THEN units END) STORED,
  record_id uuid GENERATED ALWAYS AS (CASE WHEN state IN ('performed', 'billed') THEN id END) STORED,
  end_reason text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  -- A plan has no time: with one it would be a booking that nobody cleared.
  CONSTRAINT session_has_time CHECK (num_nonnulls(starts_at, ends_at, room_id, clinician_id) = CASE state WHEN 'planned' THEN 0 ELSE 4 END
    OR (num_nonnulls(starts_at, ends_at, room_id, clinician_id) = 0 AND state = 'cancelled')),
  -- An infinite time ends neither later nor within hours.
  CONSTRAINT session_lasts CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '8 hours'),
  CONSTRAINT stopped_session_has_reason CHECK (state NOT IN ('blocked', 'cancelled') OR coalesce(btrim(end_reason), '') <> ''),
  -- What the session's units copy, and keep in step with by cascade.
  CONSTRAINT session_key UNIQUE (clinic_id, id, case_id, procedure_code, starts_at, session_on, hold, clinician_id),
  CONSTRAINT session_day UNIQUE (clinic_id, id, case_id, session_on, clinic_time_zone, clinician_id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  CONSTRAINT session_in_clinic_time FOREIGN KEY (clinic_id, clinic_time_zone) REFERENCES stipple.clinic (id, time_zone) ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, room_id) REFERENCES stipple.room (clinic_id, id),
  FOREIGN KEY (clinic_id, clinician_id) REFERENCES stipple.provider (clinic_id, id),
  CONSTRAINT room_is_free EXCLUDE USING gist (clinic_id WITH =, room_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (state IN ('scheduled', 'checked_in', 'performed', 'billed')),
  CONSTRAINT clinician_is_free EXCLUDE USING gist (clinic_id WITH =, clinician_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (state IN ('scheduled', 'checked_in', 'performed', 'billed'))
);
COMMENT ON TABLE stipple.treatment_session IS 'One treatment. While booked it holds units of a clearance; PostgreSQL refuses it otherwise.';
COMMENT ON COLUMN stipple.treatment_session.hold IS 'live: holds its units and must lie in an active clearance. used: the units are spent. none: it holds nothing.';
COMMENT ON COLUMN stipple.treatment_session.session_on IS 'The calendar day in the clinic''s own zone, which is tied to the clinic.';
CALL stipple.make_subject('stipple.treatment_session', 'treatment_session', '{billed, cancelled, no_show}');
CALL stipple.grant_insert_except('stipple.treatment_session', '{created_at}');
-- Deliberately wide: also with the right to change every column, raw SQL cannot break the law.
GRANT SELECT, UPDATE (case_id, procedure_code, units, state, seq, starts_at, ends_at, clinic_time_zone, room_id, clinician_id, end_reason)
  ON stipple.treatment_session TO stipple_app;
CREATE INDEX session_case ON stipple.treatment_session (clinic_id, case_id);
CREATE INDEX session_calendar ON stipple.treatment_session (clinic_id, session_on);

-- A booking moves only by an event, while it is a booking, and never into the past.
CREATE FUNCTION stipple.refuse_session_rewrite() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (NEW.starts_at, NEW.ends_at, NEW.room_id, NEW.clinician_id, NEW.units) IS DISTINCT FROM (OLD.starts_at, OLD.ends_at, OLD.room_id, OLD.clinician_id, OLD.units)
     AND (OLD.state NOT IN ('planned', 'scheduled') OR NEW.state <> 'scheduled' OR NEW.seq = OLD.seq OR NEW.starts_at <= clock_timestamp()) THEN
    RAISE EXCEPTION 'a session moves only by an event while it is booked, and never into the past' USING ERRCODE = '23514', CONSTRAINT = 'session_moves_forward';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_moves_forward BEFORE UPDATE ON stipple.treatment_session FOR EACH ROW EXECUTE FUNCTION stipple.refuse_session_rewrite();

CREATE TABLE stipple.session_unit (
  clinic_id uuid NOT NULL,
  session_id uuid NOT NULL,
  slot integer NOT NULL,
  prev_slot integer GENERATED ALWAYS AS (NULLIF(slot - 1, 0)) STORED,
  clearance_id uuid NOT NULL,
  unit_no integer NOT NULL CHECK (unit_no >= 1),
  case_id uuid NOT NULL,
  procedure_code text NOT NULL,
  -- copied from the clearance
  units integer NOT NULL,
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  active boolean NOT NULL,
  recorded_at timestamptz NOT NULL,
  -- copied from the session
  starts_at timestamptz NOT NULL,
  session_on date NOT NULL,
  hold text NOT NULL,
  clinician_id uuid NOT NULL,
  live_clinician_id uuid GENERATED ALWAYS AS (CASE WHEN hold = 'live' THEN clinician_id END) STORED,
  booked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  booking_began_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, session_id, slot),
  CONSTRAINT session_unit_of_clearance FOREIGN KEY (clinic_id, clearance_id, case_id, procedure_code, units, opens_on, closes_on, active, recorded_at)
    REFERENCES stipple.clearance (clinic_id, id, case_id, procedure_code, units, opens_on, closes_on, active, recorded_at) ON UPDATE CASCADE,
  CONSTRAINT session_unit_of_session FOREIGN KEY (clinic_id, session_id, case_id, procedure_code, starts_at, session_on, hold, clinician_id)
    REFERENCES stipple.treatment_session (clinic_id, id, case_id, procedure_code, starts_at, session_on, hold, clinician_id) ON UPDATE CASCADE,
  -- The law: a live session lies in an active clearance, on one of its granted units, recorded before it was booked.
  CONSTRAINT no_clearance_no_session CHECK (hold <> 'live' OR (active AND session_on BETWEEN opens_on AND closes_on)),
  CONSTRAINT unit_was_granted CHECK (hold = 'none' OR unit_no <= units),
  CONSTRAINT recorded_before_booked CHECK (recorded_at < booking_began_at),
  CONSTRAINT booked_before_start CHECK (booked_at < starts_at),
  CONSTRAINT session_uses_one_clearance UNIQUE (clinic_id, session_id, slot, clearance_id),
  CONSTRAINT session_units_in_a_row FOREIGN KEY (clinic_id, session_id, prev_slot, clearance_id)
    REFERENCES stipple.session_unit (clinic_id, session_id, slot, clearance_id),
  CONSTRAINT clinician_was_cleared FOREIGN KEY (clinic_id, clearance_id, live_clinician_id)
    REFERENCES stipple.clearance_clinician (clinic_id, clearance_id, clinician_id)
);
COMMENT ON TABLE stipple.session_unit IS 'Ties a session to units of a clearance. Carries copies of both sides, kept in step by cascade, so that one row check is the law.';
COMMENT ON COLUMN stipple.session_unit.booked_at IS 'Set by the database, by the clock on the wall: a transaction held open cannot book into the past.';
COMMENT ON COLUMN stipple.session_unit.booking_began_at IS 'Set by the database: when the transaction that booked began. The clearance was recorded in an earlier one.';
CREATE UNIQUE INDEX one_session_per_unit ON stipple.session_unit (clinic_id, clearance_id, unit_no) WHERE hold <> 'none';
CREATE INDEX session_unit_clearance ON stipple.session_unit (clinic_id, clearance_id);
CALL stipple.scope_by_clinic('stipple.session_unit');
CALL stipple.grant_insert_except('stipple.session_unit', '{booked_at, booking_began_at}');
-- Renumbering is safe: the check and the unique index above hold whatever the numbers are.
GRANT SELECT, UPDATE (unit_no) ON stipple.session_unit TO stipple_app;
ALTER TABLE stipple.treatment_session ADD CONSTRAINT session_holds_its_units
  FOREIGN KEY (clinic_id, id, held_slot) REFERENCES stipple.session_unit (clinic_id, session_id, slot) DEFERRABLE INITIALLY DEFERRED;

-- The foreign key above speaks at commit. Before that, too, no booking is left without its units: a transaction that
-- books, checks in and performs would otherwise never have been cleared.
CREATE FUNCTION stipple.refuse_empty_booking() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM stipple.session_unit u WHERE u.clinic_id = OLD.clinic_id AND u.session_id = OLD.id AND u.slot = OLD.units) THEN
    RAISE EXCEPTION 'a booking holds units of a clearance' USING ERRCODE = '23503', CONSTRAINT = 'session_holds_its_units';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER booking_held_its_units BEFORE UPDATE ON stipple.treatment_session FOR EACH ROW
  WHEN (OLD.state IN ('scheduled', 'checked_in') AND NEW.seq > OLD.seq) EXECUTE FUNCTION stipple.refuse_empty_booking();

CREATE TABLE stipple.treatment_record (
  clinic_id uuid NOT NULL,
  session_id uuid NOT NULL,
  case_id uuid NOT NULL,
  seq integer NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('treatment_session') STORED,
  performed_state text NOT NULL GENERATED ALWAYS AS ('performed') STORED,
  session_on date NOT NULL,
  clinic_time_zone text NOT NULL,
  performed_on date NOT NULL,
  performer_id uuid NOT NULL,
  area_cm2 numeric(7, 1) NOT NULL CHECK (area_cm2 > 0),
  device text NOT NULL CHECK (length(btrim(device)) BETWEEN 1 AND 120),
  lot text NOT NULL CHECK (length(btrim(lot)) BETWEEN 1 AND 60),
  note text NOT NULL CHECK (length(btrim(note)) BETWEEN 1 AND 8000),
  signed_by uuid NOT NULL,
  signer_role text NOT NULL GENERATED ALWAYS AS ('physician') STORED,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, session_id),
  CONSTRAINT performed_on_its_day CHECK (performed_on = session_on AND session_on <= (recorded_at AT TIME ZONE clinic_time_zone)::date),
  -- Performed by the clinician it was booked with, and so by one whom the clearance names.
  CONSTRAINT treatment_of_session FOREIGN KEY (clinic_id, session_id, case_id, session_on, clinic_time_zone, performer_id)
    REFERENCES stipple.treatment_session (clinic_id, id, case_id, session_on, clinic_time_zone, clinician_id) ON UPDATE CASCADE,
  CONSTRAINT treatment_has_event FOREIGN KEY (clinic_id, case_id, subject, session_id, seq, performed_state)
    REFERENCES stipple.case_event (clinic_id, case_id, subject, subject_id, seq, to_state) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT treatment_record_of_case UNIQUE (clinic_id, session_id, case_id),
  CONSTRAINT only_physicians_record_treatment FOREIGN KEY (clinic_id, signed_by, signer_role) REFERENCES stipple.staff_role (clinic_id, staff_id, role)
);
COMMENT ON TABLE stipple.treatment_record IS 'What was done: area, device, lot and the signed note. Written once.';
CALL stipple.scope_by_clinic('stipple.treatment_record');
CALL stipple.grant_insert_except('stipple.treatment_record', '{recorded_at}');
GRANT SELECT ON stipple.treatment_record TO stipple_app;
ALTER TABLE stipple.treatment_session ADD CONSTRAINT performed_session_has_record
  FOREIGN KEY (clinic_id, record_id) REFERENCES stipple.treatment_record (clinic_id, session_id) DEFERRABLE INITIALLY DEFERRED;
`,
);
