import { plainSql } from './plain-sql';

/**
 * Sums by day of what reports count, for the questions that every visit asks. They are told from the counted rows by a job,
 * in the words of the program that reads them. Whatever changes a counted row puts a note beside the day it is counted on,
 * and a day with a note is counted anew until the job has been there: nobody waits for a sum, and no sum is ever believed
 * that may be wrong.
 */
export const ReportedDays = plainSql(
  'ReportedDays1795392000068',
  /* sql */ `
CREATE TABLE stipple.reported_day (
  clinic_id uuid NOT NULL REFERENCES stipple.clinic (id),
  day date NOT NULL,
  counted_by text NOT NULL,
  PRIMARY KEY (clinic_id, day)
);
COMMENT ON TABLE stipple.reported_day IS 'Days whose sums are kept. They hold while reported_day_changed names no change of the day.';
COMMENT ON COLUMN stipple.reported_day.counted_by IS 'Hash of the statement that counted. Sums of another one are those of another definition, and nobody reads them.';
CALL stipple.scope_by_clinic('stipple.reported_day');
GRANT SELECT, INSERT, DELETE ON stipple.reported_day TO stipple_app;

-- Nothing refers to a clinic or to a day here: the job writes some hundred rows a day, each of which would be looked up.
CREATE TABLE stipple.reported_sum (
  clinic_id uuid NOT NULL,
  mode text NOT NULL,
  metric text NOT NULL,
  day date NOT NULL,
  value integer,
  whole bigint NOT NULL,
  part bigint NOT NULL,
  sum numeric,
  CONSTRAINT one_sum_of_a_value UNIQUE NULLS NOT DISTINCT (clinic_id, mode, metric, day, value)
);
COMMENT ON TABLE stipple.reported_sum IS 'What a metric came to on a day of reported_day, as the job that told it counted it.';
COMMENT ON COLUMN stipple.reported_sum.value IS 'Of a metric in days: the number of days that these rows have, so that quantiles can be found. Null for any other.';
COMMENT ON COLUMN stipple.reported_sum.sum IS 'Of a metric in cents or seconds.';
CALL stipple.scope_by_clinic('stipple.reported_sum');
GRANT SELECT, INSERT, DELETE ON stipple.reported_sum TO stipple_app;

-- Rows are only ever added by those who change something, so that no two of them meet. Without a foreign key: the check
-- would lock the clinic's row in every move.
CREATE TABLE stipple.reported_day_changed (
  clinic_id uuid NOT NULL,
  day date NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (clinic_id, day, id)
);
COMMENT ON TABLE stipple.reported_day_changed IS 'A row that is counted on this day became another one, and the sums of the day have not been told since.';
CALL stipple.scope_by_clinic('stipple.reported_day_changed');
GRANT SELECT, DELETE ON stipple.reported_day_changed TO stipple_app;

-- The days on which the rows before and after are counted. Where a whole clinic is removed, nothing is left to be noted.
CREATE FUNCTION stipple.note_changed_days() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'challenge' THEN
    INSERT INTO stipple.reported_day_changed (clinic_id, day)
    SELECT k.id, d.day FROM stipple.clinic k, (SELECT OLD.decided_on UNION SELECT NEW.decided_on) d (day)
     WHERE k.id = coalesce(NEW.clinic_id, OLD.clinic_id) AND d.day IS NOT NULL;
  ELSE
    INSERT INTO stipple.reported_day_changed (clinic_id, day)
    SELECT k.id, d.day FROM stipple.clinic k, (SELECT OLD.decided_on UNION SELECT OLD.closed_on UNION SELECT NEW.decided_on UNION SELECT NEW.closed_on) d (day)
     WHERE k.id = coalesce(NEW.clinic_id, OLD.clinic_id) AND d.day IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION stipple.note_changed_days IS 'Notes the days whose sums are no longer those of their rows.';
CREATE TRIGGER changed_days_are_noted AFTER INSERT OR UPDATE OR DELETE ON stipple.reported_request FOR EACH ROW EXECUTE FUNCTION stipple.note_changed_days();
CREATE TRIGGER changed_days_are_noted AFTER INSERT OR UPDATE OR DELETE ON stipple.challenge FOR EACH ROW EXECUTE FUNCTION stipple.note_changed_days();
-- Also of whoever writes with triggers off: sums would be wrong all the same.
ALTER TABLE stipple.reported_request ENABLE ALWAYS TRIGGER changed_days_are_noted;
ALTER TABLE stipple.challenge ENABLE ALWAYS TRIGGER changed_days_are_noted;

CREATE FUNCTION stipple.clinics_with_days_to_tell(counting text) RETURNS TABLE (clinic_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  SELECT k.id FROM stipple.clinic k
   WHERE EXISTS (SELECT FROM stipple.reported_day_changed c WHERE c.clinic_id = k.id)
      OR EXISTS (SELECT FROM stipple.reported_day d WHERE d.clinic_id = k.id AND d.counted_by <> counting)
   ORDER BY k.id
$$;
COMMENT ON FUNCTION stipple.clinics_with_days_to_tell IS 'Where sums have to be told: something changed, or they are of another definition. Ids only.';

-- Every day that has something to count; the job tells them after the first start, and they are counted anew until then.
INSERT INTO stipple.reported_day_changed (clinic_id, day)
SELECT clinic_id, decided_on FROM stipple.reported_request WHERE decided_on IS NOT NULL
UNION SELECT clinic_id, closed_on FROM stipple.reported_request WHERE closed_on IS NOT NULL
UNION SELECT clinic_id, decided_on FROM stipple.challenge WHERE decided_on IS NOT NULL;
`,
);
