import { plainSql } from './plain-sql';

/** What a version of a policy would have made of past cases. */
export const PolicyDryRuns = plainSql(
  'PolicyDryRuns1795392000029',
  /* sql */ `
CREATE TABLE stipple.policy_dry_run (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  policy_version_id uuid NOT NULL,
  document jsonb NOT NULL,
  against_id uuid,
  facts_on date NOT NULL,
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'failed')),
  before_number integer NOT NULL DEFAULT 2147483647,
  cases_done integer NOT NULL DEFAULT 0,
  cases_total integer NOT NULL CHECK (cases_total >= 0),
  cases_changed integer NOT NULL DEFAULT 0,
  outcomes_changed integer NOT NULL DEFAULT 0 CHECK (outcomes_changed <= cases_changed),
  failure text,
  requested_by uuid NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, policy_version_id) REFERENCES stipple.policy_version (clinic_id, id),
  FOREIGN KEY (clinic_id, against_id) REFERENCES stipple.policy_version (clinic_id, id),
  FOREIGN KEY (clinic_id, requested_by) REFERENCES stipple.staff (clinic_id, id),
  CONSTRAINT failed_dry_run_says_why CHECK ((state = 'failed') = (failure IS NOT NULL))
);
COMMENT ON TABLE stipple.policy_dry_run IS 'One trial of a policy over past cases. Keeps how far its job has come, so that a killed one goes on from there.';
COMMENT ON COLUMN stipple.policy_dry_run.document IS 'The policy as it was tried; a draft may have been revised since.';
COMMENT ON COLUMN stipple.policy_dry_run.against_id IS 'The version it is compared with. NULL: the general rules, as there was none before.';
COMMENT ON COLUMN stipple.policy_dry_run.before_number IS 'Cases are taken from the newest down; all from this number on are done. Written with their changes.';
CREATE INDEX policy_dry_run_newest ON stipple.policy_dry_run (clinic_id, policy_version_id, requested_at DESC, id DESC);
CALL stipple.scope_by_clinic('stipple.policy_dry_run');
GRANT SELECT, INSERT (clinic_id, id, policy_version_id, document, against_id, facts_on, cases_total, requested_by),
  UPDATE (state, before_number, cases_done, cases_changed, outcomes_changed, failure) ON stipple.policy_dry_run TO stipple_app;

CREATE TABLE stipple.policy_dry_run_change (
  clinic_id uuid NOT NULL,
  run_id uuid NOT NULL,
  case_number integer NOT NULL,
  case_id uuid NOT NULL,
  before text NOT NULL CHECK (before IN ('likely_medical', 'cosmetic', 'uncertain')),
  after text NOT NULL CHECK (after IN ('likely_medical', 'cosmetic', 'uncertain')),
  criteria jsonb NOT NULL CHECK (jsonb_typeof(criteria) = 'array'),
  PRIMARY KEY (clinic_id, run_id, case_number),
  FOREIGN KEY (clinic_id, run_id) REFERENCES stipple.policy_dry_run (clinic_id, id),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id)
);
COMMENT ON TABLE stipple.policy_dry_run_change IS 'A past case that would come out otherwise, in its outcome or in a criterion. Says nothing else of the case.';
CALL stipple.scope_by_clinic('stipple.policy_dry_run_change');
GRANT SELECT, INSERT ON stipple.policy_dry_run_change TO stipple_app;
`,
);
