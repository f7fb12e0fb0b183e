import { plainSql } from './plain-sql';

/** The patient's own part of a case: a link to where it stands, photographs that they send, and papers that they take. */
export const ThePatientsPart = plainSql(
  'ThePatientsPart1795392000060',
  /* sql */ `
-- A link leads to one estimate, as before, or to a case. Only the former can be signed by: signature_by_opened_link names both of its columns.
ALTER TABLE stipple.patient_link
  ALTER COLUMN agreement_id DROP NOT NULL,
  ALTER COLUMN estimate_version DROP NOT NULL,
  ALTER COLUMN clinician_ids DROP NOT NULL,
  ADD COLUMN takes_photos boolean NOT NULL DEFAULT false,
  ADD COLUMN gives_papers boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT patient_link_to_estimate_or_case CHECK (CASE WHEN agreement_id IS NULL
    THEN num_nonnulls(estimate_version, clinician_ids, waiver_id) = 0
    ELSE num_nonnulls(estimate_version, clinician_ids) = 2 AND NOT (takes_photos OR gives_papers) END),
  ADD CONSTRAINT patient_link_for_photos UNIQUE (clinic_id, id, case_id, takes_photos, opened);
COMMENT ON TABLE stipple.patient_link IS 'A link for a patient, to one estimate or to their case. It opens once, and only with the date of birth; five wrong ones lock it. Another version of the estimate, or a withdrawal, leaves a link to it leading nowhere.';
COMMENT ON COLUMN stipple.patient_link.agreement_id IS 'Whose estimate it leads to. NULL: it leads to the case.';
COMMENT ON COLUMN stipple.patient_link.takes_photos IS 'Whether the patient may send photographs by it.';
COMMENT ON COLUMN stipple.patient_link.gives_papers IS 'Whether the patient may take the copy of what was sent, and their rights of appeal.';
CREATE INDEX patient_link_case ON stipple.patient_link (clinic_id, case_id, id) WHERE agreement_id IS NULL;
GRANT INSERT (takes_photos, gives_papers), SELECT (takes_photos, gives_papers) ON stipple.patient_link TO stipple_app;

-- A link to a case holds also once that is closed: whoever was treated may still read so, and take their papers.
CREATE OR REPLACE FUNCTION stipple.patient_link_holds(link stipple.patient_link) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, stipple, pg_temp AS $$
  SELECT link.ended_at IS NULL AND link.expires_at > now() AND (link.agreement_id IS NULL OR EXISTS (
    SELECT FROM stipple.self_pay_agreement g WHERE g.clinic_id = link.clinic_id AND g.id = link.agreement_id
       AND g.estimate_version = link.estimate_version AND g.state IN ('estimate_issued', 'signed', 'active', 'completed')))
$$;

-- As before; a link opens only the page that it leads to, so that it is not used up at the other one.
DROP FUNCTION stipple.open_patient_link(bytea, date, bytea, interval, text);
CREATE FUNCTION stipple.open_patient_link(token bytea, born date, session bytea, lasts interval, request text, to_case boolean DEFAULT false)
  RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
DECLARE
  link stipple.patient_link;
  right_day boolean;
BEGIN
  SELECT * INTO link FROM stipple.patient_link l WHERE l.token_hash = token FOR UPDATE;
  IF NOT FOUND OR (link.agreement_id IS NULL) <> to_case OR link.locked OR link.opened OR NOT stipple.patient_link_holds(link) THEN RETURN false; END IF;
  SELECT p.birth_date = born INTO right_day FROM stipple.treatment_case c
    JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id) WHERE (c.clinic_id, c.id) = (link.clinic_id, link.case_id);
  IF right_day THEN
    UPDATE stipple.patient_link l SET opened_at = now(), session_hash = session, session_ends_at = now() + lasts
     WHERE (l.clinic_id, l.id) = (link.clinic_id, link.id);
  ELSE
    UPDATE stipple.patient_link l SET tries = l.tries + 1 WHERE (l.clinic_id, l.id) = (link.clinic_id, link.id);
  END IF;
  PERFORM set_config('stipple.clinic', link.clinic_id::text, true);
  PERFORM stipple.append_audit(NULL, CASE WHEN right_day THEN 'patient_link.open' ELSE 'patient_link.wrong_birth_date' END,
    CASE WHEN to_case THEN 'treatment_case' ELSE 'self_pay_agreement' END, coalesce(link.agreement_id, link.case_id), link.case_id, request, jsonb_build_object('link', link.id));
  RETURN coalesce(right_day, false);
END $$;

DROP FUNCTION stipple.patient_link_of(bytea);
CREATE FUNCTION stipple.patient_link_of(session bytea)
  RETURNS TABLE (clinic_id uuid, clinic_name text, time_zone text, is_demo boolean, link_id uuid, case_id uuid, agreement_id uuid,
    takes_photos boolean, gives_papers boolean, staff_id uuid, staff_name text, email text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  SELECT c.id, c.name, c.time_zone, c.is_demo, l.id, l.case_id, l.agreement_id, l.takes_photos, l.gives_papers, s.id, s.name, s.email
    FROM stipple.patient_link l JOIN stipple.clinic c ON c.id = l.clinic_id JOIN stipple.staff s ON (s.clinic_id, s.id) = (l.clinic_id, l.made_by)
   WHERE l.session_hash = session AND l.session_ends_at > now() AND stipple.patient_link_holds(l)
$$;

-- Beside the record, not in it: what reads case_document (the packet, the checklist, an appeal) cannot see it.
CREATE TABLE stipple.patient_photo (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('patient_photo') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  link_id uuid NOT NULL,
  link_takes_photos boolean NOT NULL GENERATED ALWAYS AS (true) STORED,
  link_opened boolean NOT NULL GENERATED ALWAYS AS (true) STORED,
  file_sha256 bytea NOT NULL,
  view text NOT NULL CHECK (view IN ('front', 'back', 'left', 'right', 'oblique', 'close_up', 'in_motion')),
  shows_scale boolean NOT NULL,
  sent_on date NOT NULL,
  allows_payer boolean NOT NULL,
  consent_language text NOT NULL CHECK (consent_language IN ('en', 'es')),
  consent_words text NOT NULL CHECK (length(btrim(consent_words)) BETWEEN 1 AND 1000),
  document_id uuid,
  document_kind text GENERATED ALWAYS AS (CASE WHEN document_id IS NOT NULL THEN 'photo' END) STORED,
  set_aside_because text CHECK (length(btrim(set_aside_because)) BETWEEN 1 AND 400),
  sent_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  -- By a link to this very case that was opened and takes photographs.
  CONSTRAINT patient_photo_by_opened_link FOREIGN KEY (clinic_id, link_id, case_id, link_takes_photos, link_opened)
    REFERENCES stipple.patient_link (clinic_id, id, case_id, takes_photos, opened),
  CONSTRAINT patient_photo_sent_once UNIQUE (clinic_id, case_id, file_sha256),
  CONSTRAINT accepted_photo_is_document CHECK ((state = 'accepted') = (document_id IS NOT NULL)),
  CONSTRAINT set_aside_has_reason CHECK ((state = 'set_aside') = (set_aside_because IS NOT NULL)),
  FOREIGN KEY (clinic_id, file_sha256) REFERENCES stipple.stored_file (clinic_id, sha256),
  FOREIGN KEY (clinic_id, document_id, case_id, document_kind) REFERENCES stipple.case_document (clinic_id, id, case_id, kind)
);
COMMENT ON TABLE stipple.patient_photo IS 'A photograph that the patient sent. It is evidence only once somebody of the clinic has looked at it and taken it into the record; until then, and when it is set aside, nothing else refers to it.';
COMMENT ON COLUMN stipple.patient_photo.sent_on IS 'The clinic''s day.';
COMMENT ON COLUMN stipple.patient_photo.allows_payer IS 'The patient ticked that it may go to their plan. Keeping it is allowed by sending it.';
COMMENT ON COLUMN stipple.patient_photo.consent_words IS 'What they ticked, word for word as it was on their screen.';
COMMENT ON COLUMN stipple.patient_photo.document_id IS 'What it became in the record.';
CALL stipple.make_subject('stipple.patient_photo', 'patient_photo', '{accepted,set_aside}');
CALL stipple.grant_insert_except('stipple.patient_photo', '{sent_at}');
GRANT SELECT, UPDATE (state, seq, document_id, set_aside_because) ON stipple.patient_photo TO stipple_app;
CREATE INDEX patient_photo_waiting ON stipple.patient_photo (clinic_id, case_id, sent_on) WHERE state = 'waiting';

-- Photographs that wait are something to do, which comes and goes by itself.
ALTER TABLE stipple.task DROP CONSTRAINT task_kind_check, ADD CONSTRAINT task_kind_check
  CHECK (kind IN ('rebook_blocked', 'call_payer', 'prove_phone_approval', 'answer_payer', 'revise_letter', 'clinical_alert',
    'answer_late', 'chase_decision', 'renew_authorization', 'ask_for_units', 'secure_booking',
    'confirm_receipt', 'ask_for_call', 'file_appeal', 'filing_missed', 'collect_installment',
    'settle_card_payment', 'look_at_photos'));

INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES
  ('patient_photo', 'nowhere', 'send', 'waiting'),
  ('patient_photo', 'waiting', 'accept', 'accepted'),
  ('patient_photo', 'waiting', 'set_aside', 'set_aside');
`,
);
