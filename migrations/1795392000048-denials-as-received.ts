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

ALTER TABLE stipple.challenge
  ADD argues text CHECK (argues IN ('necessity', 'proof', 'plan_language', 'correction')),
  ADD appeals_as text CHECK (appeals_as IN ('representative', 'own_right')),
  ADD representative_form_id uuid,
  ADD representative_form_kind text NOT NULL GENERATED ALWAYS AS ('representative_form') STORED,
  ADD CONSTRAINT judgement_is_clinical CHECK (argues IS NULL OR clinical = (argues IN ('necessity', 'proof'))),
  ADD CONSTRAINT call_argues_nothing CHECK (kind <> 'peer_to_peer' OR argues IS NULL),
  ADD CONSTRAINT right_of_an_appeal CHECK (appeals_as IS NULL OR kind IN ('appeal_1', 'appeal_2', 'external_review')),
  ADD CONSTRAINT form_of_a_representative CHECK (representative_form_id IS NULL OR appeals_as = 'representative'),
  ADD CONSTRAINT representative_has_form CHECK (appeals_as IS DISTINCT FROM 'representative' OR representative_form_id IS NOT NULL
    OR state IN ('open', 'drafted', 'signed', 'withdrawn')),
  ADD CONSTRAINT challenge_form FOREIGN KEY (clinic_id, representative_form_id, case_id, representative_form_kind)
    REFERENCES stipple.case_document (clinic_id, id, case_id, kind);
COMMENT ON COLUMN stipple.challenge.argues IS 'Necessity or proof, which a physician signs; the plan''s words; or a correction. NULL of a call, and of what was opened before it was asked.';
COMMENT ON COLUMN stipple.challenge.appeals_as IS 'Whether the clinic appeals for the patient, who names it as representative, or in its own right. NULL where it is not asked.';
COMMENT ON COLUMN stipple.challenge.representative_form_id IS 'The patient''s signed form that lets the clinic appeal for them.';
GRANT INSERT (argues, appeals_as, representative_form_id), UPDATE (representative_form_id) ON stipple.challenge TO stipple_app;
`,
);
