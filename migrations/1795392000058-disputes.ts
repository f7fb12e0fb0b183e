import { plainSql } from './plain-sql';

/** A patient's dispute of a bill that is $400 or more over the good faith estimate, and what it stops: 45 CFR 149.620. */
export const Disputes = plainSql(
  'Disputes1795392000058',
  /* sql */ `
CREATE TABLE stipple.dispute (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('dispute') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  agreement_id uuid NOT NULL,
  estimate_version integer NOT NULL,
  provider text NOT NULL,
  estimated_cents bigint NOT NULL,
  billed_cents bigint NOT NULL,
  billed_on date NOT NULL CHECK (isfinite(billed_on)),
  opened_on date NOT NULL,
  opened_by text NOT NULL CHECK (opened_by IN ('patient', 'representative')),
  closed_on date CHECK (isfinite(closed_on)),
  outcome text CHECK (outcome IN ('estimate_stands', 'in_between', 'bill_stands', 'settled', 'not_taken_up', 'withdrawn')),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT dispute_of_signed_agreement FOREIGN KEY (clinic_id, agreement_id, case_id) REFERENCES stipple.patient_signature (clinic_id, agreement_id, case_id),
  CONSTRAINT bill_is_over_estimate CHECK (billed_cents - estimated_cents >= 40000),
  CONSTRAINT dispute_within_window CHECK (opened_on BETWEEN billed_on AND billed_on + 120),
  CONSTRAINT closed_dispute_has_outcome CHECK ((state = 'closed') = (closed_on IS NOT NULL) AND (state = 'closed') = (outcome IS NOT NULL)),
  CONSTRAINT dispute_runs_forward CHECK (closed_on >= opened_on)
);
COMMENT ON TABLE stipple.dispute IS 'A patient disputes what one provider or facility billed them. Written once and closed once; while it is open nothing of its agreement is collected.';
COMMENT ON COLUMN stipple.dispute.provider IS 'As the estimate names it: the bill of each is held against its own part.';
COMMENT ON COLUMN stipple.dispute.estimated_cents IS 'What the estimate in force, of the version beside it, expected this provider to bill.';
COMMENT ON COLUMN stipple.dispute.billed_cents IS 'As the bill says that the patient holds, whoever sent it.';
COMMENT ON COLUMN stipple.dispute.billed_on IS 'When the patient had the first bill; the window of 120 days runs from it.';
CREATE UNIQUE INDEX one_open_dispute ON stipple.dispute (clinic_id, agreement_id, provider) WHERE state = 'open';
CREATE INDEX dispute_case ON stipple.dispute (clinic_id, case_id);
CALL stipple.make_subject('stipple.dispute', 'dispute', '{closed}');
CALL stipple.grant_insert_except('stipple.dispute', '{}');
GRANT SELECT, UPDATE (state, seq, closed_on, outcome) ON stipple.dispute TO stipple_app;

-- Held against the estimate in force, which no longer changes once it is signed, so that nothing can race. An estimate
-- from before its words were kept names no provider: then all of it is the clinic's.
CREATE FUNCTION stipple.refuse_unestimated_dispute() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM stipple.self_pay_agreement g
      JOIN stipple.estimate_version v ON v.clinic_id = g.clinic_id AND v.agreement_id = g.id AND v.version = g.estimate_version
     WHERE g.clinic_id = NEW.clinic_id AND g.id = NEW.agreement_id AND g.estimate_version = NEW.estimate_version
       AND NEW.estimated_cents = CASE WHEN v.contents::jsonb #> '{contents,providers}' IS NULL THEN v.total_cents
         ELSE (SELECT sum((one ->> 'totalCents')::bigint) FROM jsonb_array_elements(v.contents::jsonb #> '{contents,providers}') one WHERE one ->> 'name' = NEW.provider) END) THEN
    RAISE EXCEPTION 'a bill is held against what the estimate in force says' USING ERRCODE = '23514', CONSTRAINT = 'disputed_as_estimated';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER disputed_as_estimated BEFORE INSERT ON stipple.dispute FOR EACH ROW EXECUTE FUNCTION stipple.refuse_unestimated_dispute();

-- What collects: a plan by which it is to be paid, and a reminder of one. Whoever is quicker than the dispute was there
-- before it, so that no lock is needed. What a patient brings is taken, and no care is refused: nothing here asks for either.
CREATE FUNCTION stipple.refuse_collecting() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM stipple.dispute d WHERE d.clinic_id = NEW.clinic_id AND d.agreement_id = NEW.agreement_id AND d.state = 'open') THEN
    RAISE EXCEPTION 'nothing is collected of a disputed bill' USING ERRCODE = '23514', CONSTRAINT = 'held_while_disputed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER held_while_disputed BEFORE INSERT ON stipple.payment_plan FOR EACH ROW EXECUTE FUNCTION stipple.refuse_collecting();

-- A reminder names its plan by its key; one without a key may be of any plan of the case.
CREATE FUNCTION stipple.refuse_reminder() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM stipple.dispute d
      WHERE d.clinic_id = NEW.clinic_id AND d.case_id = NEW.case_id AND d.state = 'open'
        AND (NEW.watch_key IS NULL OR EXISTS (SELECT FROM stipple.payment_plan p
          WHERE p.clinic_id = d.clinic_id AND p.agreement_id = d.agreement_id AND NEW.watch_key = 'installment_due:' || p.id))) THEN
    RAISE EXCEPTION 'nobody is reminded of a disputed bill' USING ERRCODE = '23514', CONSTRAINT = 'no_reminder_while_disputed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER no_reminder_while_disputed BEFORE INSERT ON stipple.task FOR EACH ROW
  WHEN (NEW.kind = 'collect_installment') EXECUTE FUNCTION stipple.refuse_reminder();

INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES
  ('dispute', 'nowhere', 'open', 'open'),
  ('dispute', 'open', 'close', 'closed');
`,
);
