import { plainSql } from './plain-sql';

export const ClinicsAndStaff = plainSql(
  'ClinicsAndStaff1795392000001',
  /* sql */ `
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The clinic of this transaction. Unset means no clinic, and no clinic means no rows.
CREATE FUNCTION stipple.current_clinic() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(current_setting('stipple.clinic', true), '')::uuid;

-- Used by the migrations only: row-level security by clinic for a table that has a clinic_id.
CREATE PROCEDURE stipple.scope_by_clinic(scoped regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', scoped);
  EXECUTE format('CREATE POLICY clinic_scope ON %s USING (clinic_id = (SELECT stipple.current_clinic()))', scoped);
END $$;

-- Used by the migrations only: INSERT on every column but those that only the database may set.
CREATE PROCEDURE stipple.grant_insert_except(granted regclass, kept text[]) LANGUAGE plpgsql AS $$
DECLARE columns text;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns FROM pg_attribute
   WHERE attrelid = granted AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = '' AND attname <> ALL (kept);
  EXECUTE format('GRANT INSERT (%s) ON %s TO stipple_app', columns, granted);
END $$;

CREATE TABLE stipple.clinic (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  time_zone text NOT NULL,
  is_demo boolean NOT NULL DEFAULT false,
  next_case_number integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT clinic_time_zone UNIQUE (id, time_zone)
);
COMMENT ON TABLE stipple.clinic IS 'A clinic. Its id leads every other key, so that clinics can be moved to databases of their own.';
COMMENT ON COLUMN stipple.clinic.time_zone IS 'IANA name. Decides which calendar day a session falls on.';
COMMENT ON COLUMN stipple.clinic.next_case_number IS 'The number people say on the phone; counted up by whoever opens a case.';
ALTER TABLE stipple.clinic ENABLE ROW LEVEL SECURITY;
CREATE POLICY clinic_scope ON stipple.clinic USING (id = (SELECT stipple.current_clinic()));
GRANT SELECT, UPDATE (next_case_number) ON stipple.clinic TO stipple_app;

CREATE TABLE stipple.staff (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  password_hash text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  failed_tries integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX staff_email ON stipple.staff (lower(email));
COMMENT ON TABLE stipple.staff IS 'People who sign in. An e-mail address belongs to one person of one clinic.';
COMMENT ON COLUMN stipple.staff.password_hash IS 'argon2id in PHC form. The application role cannot read it; account_for_sign_in returns it for one address.';
CALL stipple.scope_by_clinic('stipple.staff');
GRANT SELECT (clinic_id, id, name, email, active, failed_tries, locked_until, created_at) ON stipple.staff TO stipple_app;
GRANT INSERT (clinic_id, id, name, email, password_hash) ON stipple.staff TO stipple_app;
GRANT UPDATE (name, active, password_hash, failed_tries, locked_until) ON stipple.staff TO stipple_app;

CREATE TABLE stipple.staff_role (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('coordinator', 'physician', 'manager', 'administrator')),
  ended_at timestamptz,
  PRIMARY KEY (clinic_id, staff_id, role),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.staff_role IS 'Who may act as what. A row is ended, not deleted: old signatures refer to it.';
CALL stipple.scope_by_clinic('stipple.staff_role');
GRANT SELECT, INSERT (clinic_id, staff_id, role), UPDATE (ended_at) ON stipple.staff_role TO stipple_app;

CREATE TABLE stipple.sign_in (
  token_hash bytea PRIMARY KEY,
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  locked boolean NOT NULL DEFAULT false,
  FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff (clinic_id, id)
);
CREATE INDEX sign_in_staff ON stipple.sign_in (clinic_id, staff_id);
COMMENT ON TABLE stipple.sign_in IS 'Signed-in browsers. Holds a hash of the token only; reached through functions, never directly.';
ALTER TABLE stipple.sign_in ENABLE ROW LEVEL SECURITY;

CREATE TABLE stipple.unknown_address_try (
  address_hash bytea PRIMARY KEY CHECK (length(address_hash) = 32),
  failed_tries integer NOT NULL,
  locked_until timestamptz,
  tried_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE stipple.unknown_address_try IS 'Failed tries for addresses that nobody has: they lock out like any other, so that nobody learns which exist. Hashes only; reached through functions.';
ALTER TABLE stipple.unknown_address_try ENABLE ROW LEVEL SECURITY;

-- Sign-in happens before the clinic is known, so these few functions look across clinics. Each answers one question.
-- The account of an address: always one row, without a person where nobody has the address.
CREATE FUNCTION stipple.account_for_sign_in(address text)
  RETURNS TABLE (clinic_id uuid, staff_id uuid, password_hash text, active boolean, locked_until timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  SELECT s.clinic_id, s.id, s.password_hash, s.active, CASE WHEN s.id IS NULL THEN u.locked_until ELSE s.locked_until END
    FROM (SELECT lower(address) AS address) asked
    LEFT JOIN stipple.staff s ON lower(s.email) = asked.address
    LEFT JOIN stipple.unknown_address_try u ON u.address_hash = sha256(convert_to(asked.address, 'UTF8'))
$$;

-- Counts a wrong password, and locks the address out after too many. Known and unknown addresses take the same way.
CREATE FUNCTION stipple.record_failed_try(address text, tries_allowed integer, lock_for interval, request text)
  RETURNS timestamptz LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
DECLARE
  known stipple.staff;
  hashed bytea := sha256(convert_to(lower(address), 'UTF8'));
  until timestamptz;
BEGIN
  UPDATE stipple.staff s
     SET failed_tries = CASE WHEN s.failed_tries + 1 >= tries_allowed THEN 0 ELSE s.failed_tries + 1 END,
         locked_until = CASE WHEN s.failed_tries + 1 >= tries_allowed THEN now() + lock_for ELSE s.locked_until END
   WHERE lower(s.email) = lower(address) RETURNING * INTO known;
  IF FOUND THEN
    PERFORM set_config('stipple.clinic', known.clinic_id::text, true);
    PERFORM stipple.append_audit(known.id, 'staff.sign_in_failed', 'staff', known.id, NULL, request, '{}');
    RETURN known.locked_until;
  END IF;
  DELETE FROM stipple.unknown_address_try u WHERE u.tried_at < now() - interval '90 days';
  INSERT INTO stipple.unknown_address_try AS u (address_hash, failed_tries, locked_until)
    VALUES (hashed, CASE WHEN tries_allowed <= 1 THEN 0 ELSE 1 END, CASE WHEN tries_allowed <= 1 THEN now() + lock_for END)
    ON CONFLICT (address_hash) DO UPDATE SET tried_at = now(),
      failed_tries = CASE WHEN u.failed_tries + 1 >= tries_allowed THEN 0 ELSE u.failed_tries + 1 END,
      locked_until = CASE WHEN u.failed_tries + 1 >= tries_allowed THEN now() + lock_for ELSE u.locked_until END
    RETURNING u.locked_until INTO until;
  RETURN until;
END $$;

CREATE FUNCTION stipple.open_sign_in(clinic uuid, person uuid, token bytea, lasts interval)
  RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  DELETE FROM stipple.sign_in WHERE expires_at < now();
  UPDATE stipple.staff SET failed_tries = 0, locked_until = NULL WHERE clinic_id = clinic AND id = person;
  INSERT INTO stipple.sign_in (token_hash, clinic_id, staff_id, expires_at) VALUES (token, clinic, person, now() + lasts);
$$;

-- Who holds this token. An active request is noted, at most once a minute; idle longer than allowed locks it.
CREATE FUNCTION stipple.who_signed_in(token bytea, idle interval, active boolean)
  RETURNS TABLE (clinic_id uuid, clinic_name text, time_zone text, is_demo boolean, staff_id uuid, staff_name text, email text, roles text[], locked boolean)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
DECLARE seen stipple.sign_in;
BEGIN
  SELECT * INTO seen FROM stipple.sign_in s WHERE s.token_hash = token AND s.expires_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  IF NOT seen.locked AND seen.last_seen_at < now() - idle THEN
    UPDATE stipple.sign_in s SET locked = true WHERE s.token_hash = token;
    seen.locked := true;
  ELSIF active AND NOT seen.locked AND seen.last_seen_at < now() - interval '1 minute' THEN
    UPDATE stipple.sign_in s SET last_seen_at = now() WHERE s.token_hash = token;
  END IF;
  RETURN QUERY
    SELECT c.id, c.name, c.time_zone, c.is_demo, p.id, p.name, p.email,
           ARRAY(SELECT r.role FROM stipple.staff_role r WHERE r.clinic_id = p.clinic_id AND r.staff_id = p.id AND r.ended_at IS NULL ORDER BY r.role),
           seen.locked
      FROM stipple.staff p JOIN stipple.clinic c ON c.id = p.clinic_id
     WHERE p.clinic_id = seen.clinic_id AND p.id = seen.staff_id AND p.active;
END $$;

-- Opening the lock takes the password, so it ends the count of wrong ones as signing in does.
CREATE FUNCTION stipple.set_sign_in_lock(token bytea, wanted boolean)
  RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  UPDATE stipple.staff s SET failed_tries = 0, locked_until = NULL FROM stipple.sign_in i
   WHERE NOT wanted AND i.token_hash = token AND (s.clinic_id, s.id) = (i.clinic_id, i.staff_id);
  UPDATE stipple.sign_in SET locked = wanted, last_seen_at = now() WHERE token_hash = token
$$;

CREATE FUNCTION stipple.close_sign_in(token bytea)
  RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  DELETE FROM stipple.sign_in WHERE token_hash = token
$$;

CREATE FUNCTION stipple.close_sign_ins_of(person uuid)
  RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  DELETE FROM stipple.sign_in WHERE clinic_id = stipple.current_clinic() AND staff_id = person
$$;

CREATE TABLE stipple.room (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  in_use boolean NOT NULL DEFAULT true,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT room_name UNIQUE (clinic_id, name)
);
COMMENT ON TABLE stipple.room IS 'Treatment rooms. Two sessions never share one at the same time.';
CALL stipple.scope_by_clinic('stipple.room');
COMMENT ON COLUMN stipple.room.in_use IS 'A room that is given up keeps its past, and is no longer offered.';
GRANT SELECT, INSERT, UPDATE (name, in_use) ON stipple.room TO stipple_app;
`,
);
