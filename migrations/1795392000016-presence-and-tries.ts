import { plainSql } from './plain-sql';

export const PresenceAndTries = plainSql(
  'PresenceAndTries1795392000016',
  /* sql */ `
-- Worth nothing after a crash, and written every few seconds: so it is not written to the log.
CREATE UNLOGGED TABLE stipple.case_presence (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  tab uuid NOT NULL,
  case_id uuid NOT NULL,
  editing text CHECK (editing ~ '^[a-z_]{1,40}[.][a-z_]{1,40}$'),
  sign_in bytea NOT NULL REFERENCES stipple.sign_in (token_hash) ON DELETE CASCADE,
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, staff_id, tab)
);
CREATE INDEX case_presence_sign_in ON stipple.case_presence (sign_in);
COMMENT ON TABLE stipple.case_presence IS 'Who has a case open right now: one row per person and tab, refreshed by the page, believed for some seconds only. It ends with its sign-in.';
COMMENT ON COLUMN stipple.case_presence.case_id IS 'No foreign key: it would lock the case that somebody is about to change. The insert looks for the case instead, and cases are never deleted.';
COMMENT ON COLUMN stipple.case_presence.editing IS 'The form that is open, as subject and move (letter.revise); null for somebody who only looks. Never what is typed.';
CALL stipple.scope_by_clinic('stipple.case_presence');
GRANT SELECT (clinic_id, staff_id, tab, case_id, editing, seen_at), INSERT (clinic_id, staff_id, tab, case_id, editing, sign_in),
      UPDATE (case_id, editing, sign_in, seen_at), DELETE ON stipple.case_presence TO stipple_app;

-- One look for the streams of all clinics that a process serves, as events_after is.
CREATE FUNCTION stipple.present_now(believed interval)
  RETURNS TABLE (clinic_id uuid, case_id uuid, staff_id uuid, editing text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  SELECT p.clinic_id, p.case_id, p.staff_id, coalesce(array_agg(DISTINCT p.editing ORDER BY p.editing) FILTER (WHERE p.editing IS NOT NULL), '{}')
    FROM stipple.case_presence p WHERE p.seen_at > now() - believed
   GROUP BY p.clinic_id, p.case_id, p.staff_id ORDER BY p.clinic_id, p.case_id, p.staff_id
$$;

CREATE UNLOGGED TABLE stipple.sign_in_try (
  address_hash bytea PRIMARY KEY CHECK (length(address_hash) = 32),
  minute timestamptz NOT NULL,
  tries integer NOT NULL
);
COMMENT ON TABLE stipple.sign_in_try IS 'How often a network address tried to sign in this minute, whoever it claimed to be. Hashes only; reached through a function.';
ALTER TABLE stipple.sign_in_try ENABLE ROW LEVEL SECURITY;

-- Counts a try and says how many seconds to wait; 0 while there are not too many. Counted here, so that all API processes count together.
CREATE FUNCTION stipple.count_sign_in_try(address text, allowed integer)
  RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
DECLARE
  this_minute timestamptz := date_trunc('minute', now());
  counted integer;
BEGIN
  INSERT INTO stipple.sign_in_try AS t (address_hash, minute, tries) VALUES (sha256(convert_to(address, 'UTF8')), this_minute, 1)
    ON CONFLICT (address_hash) DO UPDATE SET minute = this_minute, tries = CASE WHEN t.minute = this_minute THEN t.tries + 1 ELSE 1 END
    RETURNING tries INTO counted;
  IF counted = 1 THEN DELETE FROM stipple.sign_in_try t WHERE t.minute < now() - interval '1 hour'; END IF;
  RETURN CASE WHEN counted <= allowed THEN 0 ELSE ceil(extract(epoch FROM this_minute + interval '1 minute' - now()))::integer END;
END $$;
`,
);
