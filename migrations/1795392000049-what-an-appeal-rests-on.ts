import { plainSql } from './plain-sql';

/** What a person enters for an appeal because no record says it, and what somebody found out about a decision. */
export const WhatAnAppealRestsOn = plainSql(
  'WhatAnAppealRestsOn1795392000049',
  /* sql */ `
ALTER TABLE stipple.challenge ADD CONSTRAINT challenge_of_case UNIQUE (clinic_id, id, case_id);

CREATE TABLE stipple.appeal_ground (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('appeal_ground') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  challenge_id uuid NOT NULL,
  topic text NOT NULL CHECK (topic IN ('payers_words', 'exclusion', 'reconstructive', 'network', 'correction', 'criterion')),
  about text NOT NULL CHECK (length(about) <= 120),
  words text CHECK (length(btrim(words)) BETWEEN 1 AND 8000),
  page text CHECK (length(btrim(page)) BETWEEN 1 AND 20),
  section text CHECK (length(btrim(section)) BETWEEN 1 AND 60),
  document_id uuid,
  policy_version_id uuid,
  policy_citable boolean GENERATED ALWAYS AS (CASE WHEN policy_version_id IS NOT NULL THEN true END) STORED,
  code_was text CHECK (length(code_was) BETWEEN 1 AND 10),
  code_now text CHECK (length(code_now) BETWEEN 1 AND 10),
  rests_on text[] CHECK (cardinality(rests_on) BETWEEN 1 AND 40 AND array_position(rests_on, NULL) IS NULL),
  taken_back boolean NOT NULL,
  replaces_id uuid CHECK (replaces_id <> id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT ground_of_topic UNIQUE (clinic_id, challenge_id, topic, about, id),
  CONSTRAINT only_criteria_have_names CHECK ((topic = 'criterion') = (about <> '')),
  CONSTRAINT ground_has_what_its_topic_needs CHECK (CASE
    WHEN taken_back THEN num_nonnulls(words, page, section, document_id, policy_version_id, code_was, code_now, rests_on) = 0 AND replaces_id IS NOT NULL
    WHEN topic = 'payers_words' THEN page IS NOT NULL AND num_nonnulls(section, policy_version_id, code_was, code_now, rests_on) = 0
    WHEN topic IN ('exclusion', 'reconstructive') THEN num_nonnulls(words, page) = 2 AND num_nonnulls(document_id, policy_version_id) = 1
      AND num_nonnulls(code_was, code_now, rests_on) = 0
    WHEN topic = 'network' THEN words IS NOT NULL AND num_nonnulls(page, section, document_id, policy_version_id, code_was, code_now, rests_on) = 0
    WHEN topic = 'correction' THEN num_nonnulls(words, code_was, code_now) = 3 AND num_nonnulls(page, section, document_id, policy_version_id, rests_on) = 0
    ELSE num_nonnulls(words, rests_on) = 2 AND num_nonnulls(page, section, document_id, policy_version_id, code_was, code_now) = 0 END),
  CONSTRAINT ground_of_challenge FOREIGN KEY (clinic_id, challenge_id, case_id) REFERENCES stipple.challenge (clinic_id, id, case_id),
  CONSTRAINT ground_document FOREIGN KEY (clinic_id, document_id, case_id) REFERENCES stipple.case_document (clinic_id, id, case_id),
  CONSTRAINT ground_policy FOREIGN KEY (clinic_id, policy_version_id, policy_citable) REFERENCES stipple.policy_version (clinic_id, id, citable),
  CONSTRAINT ground_replaces_same_topic FOREIGN KEY (clinic_id, challenge_id, topic, about, replaces_id)
    REFERENCES stipple.appeal_ground (clinic_id, challenge_id, topic, about, id),
  CONSTRAINT ground_replaced_once UNIQUE (clinic_id, replaces_id)
);
COMMENT ON TABLE stipple.appeal_ground IS 'What an appeal rests on and no other record says. Written once: a change is a new row that names the old one, until the appeal is signed or sent; then none is added.';
COMMENT ON COLUMN stipple.appeal_ground.about IS 'The criterion that is answered, by its id in the policy; empty otherwise.';
COMMENT ON COLUMN stipple.appeal_ground.words IS 'Of the payer or the plan, letter by letter; or why a code is corrected, or what is said to a criterion.';
COMMENT ON COLUMN stipple.appeal_ground.rests_on IS 'What of the record an answer rests on, as letters name it: measurement:‹id›, document:‹id›, fact:pain.';
COMMENT ON COLUMN stipple.appeal_ground.taken_back IS 'It says no more than that the one before it counts no longer.';
CALL stipple.make_subject('stipple.appeal_ground', 'appeal_ground');
-- An answer to a criterion tells of the patient's body: who may not read the evidence may not read it here.
CREATE POLICY ground_is_read_by ON stipple.appeal_ground AS RESTRICTIVE FOR SELECT USING ((SELECT stipple.acts_as('{coordinator,physician}')));
CREATE POLICY ground_is_written_by ON stipple.appeal_ground AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT stipple.acts_as('{coordinator,physician}')));
CALL stipple.grant_insert_except('stipple.appeal_ground', '{recorded_at}');
GRANT SELECT ON stipple.appeal_ground TO stipple_app;
CREATE UNIQUE INDEX ground_begun_once ON stipple.appeal_ground (clinic_id, challenge_id, topic, about) WHERE replaces_id IS NULL;
CREATE INDEX appeal_ground_case ON stipple.appeal_ground (clinic_id, case_id);

-- Refuses what comes too late. The challenge is locked, so that nobody signs or sends it while this is being written.
CREATE FUNCTION stipple.refuse_late_ground() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE stands text;
BEGIN
  SELECT x.state INTO stands FROM stipple.challenge x WHERE (x.clinic_id, x.id) = (NEW.clinic_id, NEW.challenge_id) FOR SHARE;
  IF stands NOT IN ('open', 'drafted') THEN
    RAISE EXCEPTION 'what a % appeal rests on stands', stands USING ERRCODE = '23514', CONSTRAINT = 'grounds_stand_once_signed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER grounds_stand_once_signed BEFORE INSERT ON stipple.appeal_ground FOR EACH ROW EXECUTE FUNCTION stipple.refuse_late_ground();

CREATE TABLE stipple.decision_finding (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('decision_finding') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  request_id uuid NOT NULL,
  of_adverse boolean NOT NULL GENERATED ALWAYS AS (true) STORED,
  topic text NOT NULL CHECK (topic IN ('exclusion_is_judgement', 'second_level', 'call_stops_clock')),
  says boolean NOT NULL,
  words text NOT NULL CHECK (length(btrim(words)) BETWEEN 1 AND 2000),
  document_id uuid,
  replaces_id uuid CHECK (replaces_id <> id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT finding_of_topic UNIQUE (clinic_id, request_id, topic, id),
  CONSTRAINT finding_of_adverse_decision FOREIGN KEY (clinic_id, request_id, case_id, of_adverse) REFERENCES stipple.auth_request (clinic_id, id, case_id, adverse),
  CONSTRAINT finding_document FOREIGN KEY (clinic_id, document_id, case_id) REFERENCES stipple.case_document (clinic_id, id, case_id),
  CONSTRAINT finding_replaces_same_topic FOREIGN KEY (clinic_id, request_id, topic, replaces_id) REFERENCES stipple.decision_finding (clinic_id, request_id, topic, id),
  CONSTRAINT finding_replaced_once UNIQUE (clinic_id, replaces_id)
);
COMMENT ON TABLE stipple.decision_finding IS 'What somebody found out who read the letter and the plan''s papers, and what the ways after a decision hang on. Written once; of a topic the newest stands.';
COMMENT ON COLUMN stipple.decision_finding.words IS 'Where it stands or who said so. What an appeal said of it when it was signed or sent is the row that was there then.';
CALL stipple.make_subject('stipple.decision_finding', 'decision_finding');
CALL stipple.grant_insert_except('stipple.decision_finding', '{recorded_at}');
GRANT SELECT ON stipple.decision_finding TO stipple_app;
CREATE UNIQUE INDEX finding_begun_once ON stipple.decision_finding (clinic_id, request_id, topic) WHERE replaces_id IS NULL;
CREATE INDEX decision_finding_case ON stipple.decision_finding (clinic_id, case_id);

INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES
  ('appeal_ground', 'nowhere', 'record', 'recorded'),
  ('appeal_ground', 'nowhere', 'take_back', 'recorded'),
  ('appeal_ground', 'nowhere', 'take_over', 'recorded'),
  ('decision_finding', 'nowhere', 'record', 'recorded');
`,
);
