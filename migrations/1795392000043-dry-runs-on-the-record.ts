import { plainSql } from './plain-sql';

const evidence = [
  'evidence',
  'motion_reading',
  'scale_rating',
  'area_measurement',
  'function_statement',
  'treatment_tried',
  'device_clearance',
  'mental_health_note',
  'physician_statement',
];
const policies = [
  ...evidence.map((table) => ['evidence_is_read_by', table] as const),
  ['lane_is_read_by', 'clinical_note'] as const,
  ['basis_is_read_by', 'screening_basis'] as const,
];

/** A dry run judges past cases by all that their record holds, as a screening would, and tells nobody what that is. */
export const DryRunsOnTheRecord = plainSql(
  'DryRunsOnTheRecord1795392000043',
  /* sql */ `
CREATE FUNCTION stipple.tries_a_policy() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM stipple.policy_dry_run r
   WHERE r.clinic_id = stipple.current_clinic() AND r.id = nullif(current_setting('stipple.dry_run', true), '')::uuid AND r.state = 'running')
$$;
COMMENT ON FUNCTION stipple.tries_a_policy IS 'Whether this transaction is the job of a dry run that is still running. A job acts for nobody; this is all that opens the clinical record to it.';

${policies
  .map(
    ([policy, table]) =>
      `ALTER POLICY ${policy} ON stipple.${table} USING ((SELECT stipple.acts_as('{coordinator,physician}')) OR (SELECT stipple.tries_a_policy()));`,
  )
  .join('\n')}

CREATE TABLE stipple.policy_dry_run_criterion (
  clinic_id uuid NOT NULL,
  run_id uuid NOT NULL,
  case_number integer NOT NULL,
  criterion text NOT NULL,
  before text NOT NULL CHECK (before IN ('met', 'not_met', 'unknown')),
  after text NOT NULL CHECK (after IN ('met', 'not_met', 'unknown') AND after <> before),
  PRIMARY KEY (clinic_id, run_id, case_number, criterion),
  FOREIGN KEY (clinic_id, run_id, case_number) REFERENCES stipple.policy_dry_run_change (clinic_id, run_id, case_number)
);
COMMENT ON TABLE stipple.policy_dry_run_criterion IS 'A criterion that comes out otherwise in one past case. It tells of the case''s evidence, so it is read by whoever may read that.';
CALL stipple.scope_by_clinic('stipple.policy_dry_run_criterion');
CREATE POLICY criterion_is_read_by ON stipple.policy_dry_run_criterion AS RESTRICTIVE FOR SELECT USING ((SELECT stipple.acts_as('{coordinator,physician}')));
GRANT SELECT, INSERT ON stipple.policy_dry_run_criterion TO stipple_app;

CREATE TABLE stipple.policy_dry_run_tally (
  clinic_id uuid NOT NULL,
  run_id uuid NOT NULL,
  criterion text NOT NULL,
  before text NOT NULL CHECK (before IN ('met', 'not_met', 'unknown')),
  after text NOT NULL CHECK (after IN ('met', 'not_met', 'unknown') AND after <> before),
  cases integer NOT NULL CHECK (cases > 0),
  PRIMARY KEY (clinic_id, run_id, criterion, before, after),
  FOREIGN KEY (clinic_id, run_id) REFERENCES stipple.policy_dry_run (clinic_id, id)
);
COMMENT ON TABLE stipple.policy_dry_run_tally IS 'In how many past cases a criterion goes from one answer to another: what managers read, who see no case''s evidence.';
CALL stipple.scope_by_clinic('stipple.policy_dry_run_tally');
GRANT SELECT, INSERT, UPDATE (cases) ON stipple.policy_dry_run_tally TO stipple_app;

INSERT INTO stipple.policy_dry_run_criterion (clinic_id, run_id, case_number, criterion, before, after)
SELECT c.clinic_id, c.run_id, c.case_number, x.id, x.before, x.after
  FROM stipple.policy_dry_run_change c, jsonb_to_recordset(c.criteria) AS x(id text, before text, after text);
INSERT INTO stipple.policy_dry_run_tally (clinic_id, run_id, criterion, before, after, cases)
SELECT clinic_id, run_id, criterion, before, after, count(*) FROM stipple.policy_dry_run_criterion GROUP BY 1, 2, 3, 4, 5;
ALTER TABLE stipple.policy_dry_run_change DROP COLUMN criteria;
COMMENT ON TABLE stipple.policy_dry_run_change IS 'A past case that would come out otherwise, in its outcome or in a criterion. Says nothing else of the case.';
`,
);
