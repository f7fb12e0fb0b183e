import { plainSql } from './plain-sql';

/** A request may ask for more of what was granted already: longer, again, or otherwise. */
export const ExtensionsAndRenewals = plainSql(
  'ExtensionsAndRenewals1795392000046',
  /* sql */ `
ALTER TABLE stipple.payer_authorization ADD CONSTRAINT authorization_of_case UNIQUE (clinic_id, id, case_id);
ALTER TABLE stipple.auth_request
  ADD purpose text NOT NULL DEFAULT 'initial' CHECK (purpose IN ('initial', 'extension', 'renewal', 'revision')),
  ADD of_authorization_id uuid,
  ADD CONSTRAINT purpose_names_authorization CHECK ((purpose = 'initial') = (of_authorization_id IS NULL)),
  ADD CONSTRAINT request_of_authorization FOREIGN KEY (clinic_id, of_authorization_id, case_id)
    REFERENCES stipple.payer_authorization (clinic_id, id, case_id);
COMMENT ON COLUMN stipple.auth_request.purpose IS 'UM02 of X12 278: I initial, 4 extension, R renewal, S revised.';
COMMENT ON COLUMN stipple.auth_request.of_authorization_id IS 'What it asks to have extended, renewed or revised. Its terms stay on record whatever the answer.';
GRANT INSERT (purpose, of_authorization_id) ON stipple.auth_request TO stipple_app;
`,
);
