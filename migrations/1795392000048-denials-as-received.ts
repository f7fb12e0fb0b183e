import { plainSql } from './plain-sql';

/** A denial keeps its codes as they were received; a challenge says what it argues and in whose right. */
export const DenialsAsReceived = plainSql(
  'DenialsAsReceived1795392000048',
  /* sql */ `
ALTER TABLE stipple.auth_request
  ADD denial_group text CHECK (denial_group IN ('CO', 'PR', 'OA', 'PI')),
  ADD denial_remarks text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT codes_of_a_denial CHECK (state = 'denied' OR denial_group IS NULL AND denial_remarks = '{}'),
  ADD CONSTRAINT denial_remarks_are_a_list CHECK (cardinality(denial_remarks) <= 20 AND array_position(denial_remarks, NULL) IS NULL);
COMMENT ON COLUMN stipple.auth_request.denial_code IS 'Reason (CARC) as received; a code that is in no list is kept raw.';
COMMENT ON COLUMN stipple.auth_request.denial_group IS 'Who owes the amount: CO contractual, PR patient, OA other, PI payer initiated.';
COMMENT ON COLUMN stipple.auth_request.denial_remarks IS 'Remarks (RARC) as received, in their order; a code that is in no list is kept raw.';
GRANT INSERT (denial_group, denial_remarks), UPDATE (denial_group, denial_remarks) ON stipple.auth_request TO stipple_app;
`,
);
