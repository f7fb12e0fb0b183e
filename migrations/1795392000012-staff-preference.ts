import { plainSql } from './plain-sql';

export const StaffPreference = plainSql(
  'StaffPreference1795392000012',
  /* sql */ `
CREATE TABLE stipple.staff_preference (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  chosen jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(chosen) = 'object'),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, staff_id),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.staff_preference IS 'How somebody likes to work: theme, density, contrast, keys. Nothing depends on it; what is not understood is ignored.';
COMMENT ON COLUMN stipple.staff_preference.chosen IS 'Of the form that the contract Preferences has.';
CALL stipple.scope_by_clinic('stipple.staff_preference');
GRANT SELECT, INSERT (clinic_id, staff_id), UPDATE (chosen, changed_at) ON stipple.staff_preference TO stipple_app;
`,
);
