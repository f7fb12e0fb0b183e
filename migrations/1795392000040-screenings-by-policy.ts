import { plainSql } from './plain-sql';

/** A screening keeps what it was computed from and what came of it, so that it can be computed again for ever. */
export const ScreeningsByPolicy = plainSql(
  'ScreeningsByPolicy1795392000040',
  /* sql */ `
ALTER TABLE stipple.screening
  ADD COLUMN policy_version_id uuid,
  ADD COLUMN policy_citable boolean GENERATED ALWAYS AS (CASE WHEN policy_version_id IS NOT NULL THEN true END) STORED,
  ADD COLUMN policy_key text CHECK (length(policy_key) BETWEEN 1 AND 200),
  ADD COLUMN computed_outcome text CHECK (computed_outcome IN ('likely_medical', 'cosmetic', 'uncertain')),
  ADD COLUMN headline text CHECK (length(headline) BETWEEN 1 AND 200),
  ADD COLUMN override_reason text CHECK (length(override_reason) BETWEEN 1 AND 2000),
  ADD COLUMN basis_id uuid GENERATED ALWAYS AS (CASE WHEN computed_outcome IS NOT NULL THEN id END) STORED,
  ADD CONSTRAINT screening_by_published_policy FOREIGN KEY (clinic_id, policy_version_id, policy_citable) REFERENCES stipple.policy_version (clinic_id, id, citable),
  ADD CONSTRAINT computed_screening_names_policy CHECK (num_nonnulls(computed_outcome, policy_key, headline) IN (0, 3) AND (computed_outcome IS NOT NULL OR policy_version_id IS NULL)),
  ADD CONSTRAINT computed_screening_has_no_ticks CHECK (computed_outcome IS NULL OR cardinality(criteria) = 0),
  ADD CONSTRAINT overridden_screening_has_reason CHECK ((override_reason IS NOT NULL) = (computed_outcome IS NOT NULL AND outcome <> computed_outcome)),
  ADD CONSTRAINT proposal_is_as_computed CHECK (state <> 'proposed' OR override_reason IS NULL);
COMMENT ON TABLE stipple.screening IS 'Medical or cosmetic: the outcome with its reasons. Computed from the payer''s policy (screening_basis), or, in older ones, ticked by hand (criteria). What was proposed cannot be edited, only replaced; who signs it may decide otherwise, with a reason.';
COMMENT ON COLUMN stipple.screening.outcome IS 'What counts: as computed, or as the physician who signed it decided instead.';
COMMENT ON COLUMN stipple.screening.policy_version_id IS 'The policy it was computed by. NULL with a policy_key: the general policy, as none of the payer was on file.';
COMMENT ON COLUMN stipple.screening.computed_outcome IS 'What came out. NULL: an older screening, ticked by hand.';
GRANT INSERT (policy_version_id, policy_key, computed_outcome, headline, override_reason), UPDATE (outcome, override_reason) ON stipple.screening TO stipple_app;

CREATE TABLE stipple.screening_basis (
  clinic_id uuid NOT NULL,
  screening_id uuid NOT NULL,
  engine text NOT NULL GENERATED ALWAYS AS (result->>'engine') STORED,
  outcome text NOT NULL GENERATED ALWAYS AS (result->>'outcome') STORED,
  policy_key text NOT NULL GENERATED ALWAYS AS (result->>'policyKey') STORED,
  service_on date NOT NULL,
  facts jsonb NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
  texts jsonb NOT NULL CHECK (jsonb_typeof(texts) = 'array'),
  evidence jsonb NOT NULL CHECK (jsonb_typeof(evidence) = 'array'),
  explanations jsonb NOT NULL CHECK (jsonb_typeof(explanations) = 'array'),
  result jsonb NOT NULL CHECK (jsonb_typeof(result) = 'object'),
  computed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, screening_id),
  CONSTRAINT basis_comes_to_outcome UNIQUE (clinic_id, screening_id, outcome, policy_key),
  CONSTRAINT basis_is_of_screening FOREIGN KEY (clinic_id, screening_id) REFERENCES stipple.screening (clinic_id, id)
);
COMMENT ON TABLE stipple.screening_basis IS 'What a screening was computed from (facts, texts, evidence held, explanations of flagged words) and the whole result. Written once; the same engine comes to the same result.';
COMMENT ON COLUMN stipple.screening_basis.service_on IS 'The day of service for which the policy in force was taken.';
COMMENT ON COLUMN stipple.screening_basis.texts IS 'The letter and the clinical notes as they were read for words that speak of looks.';
ALTER TABLE stipple.screening ADD CONSTRAINT computed_screening_has_basis FOREIGN KEY (clinic_id, basis_id, computed_outcome, policy_key)
  REFERENCES stipple.screening_basis (clinic_id, screening_id, outcome, policy_key) DEFERRABLE INITIALLY DEFERRED;
CALL stipple.scope_by_clinic('stipple.screening_basis');
-- It holds clinical notes and evidence: the same people read it.
CREATE POLICY basis_is_read_by ON stipple.screening_basis AS RESTRICTIVE FOR SELECT USING ((SELECT stipple.acts_as('{coordinator,physician}')));
CREATE POLICY basis_is_written_by ON stipple.screening_basis AS RESTRICTIVE FOR INSERT WITH CHECK ((SELECT stipple.acts_as('{coordinator,physician}')));
GRANT SELECT, INSERT (clinic_id, screening_id, service_on, facts, texts, evidence, explanations, result) ON stipple.screening_basis TO stipple_app;

-- The one moment in which an outcome may differ from what was proposed is the signature; it is part of what is signed.
CREATE FUNCTION stipple.refuse_other_outcome() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (NEW.outcome, NEW.override_reason) IS DISTINCT FROM (OLD.outcome, OLD.override_reason)
    AND NOT (OLD.state = 'proposed' AND NEW.state = 'signed' AND OLD.computed_outcome IS NOT NULL) THEN
    RAISE EXCEPTION 'an outcome is decided otherwise only when it is signed' USING ERRCODE = '23514', CONSTRAINT = 'outcome_decided_at_signature';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_decided_at_signature BEFORE UPDATE ON stipple.screening FOR EACH ROW EXECUTE FUNCTION stipple.refuse_other_outcome();
`,
);
