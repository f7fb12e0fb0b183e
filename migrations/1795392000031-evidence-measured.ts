import { plainSql } from './plain-sql';

/** What is measured: motion against its norm, the scales item by item, the area. */
export const EvidenceMeasured = plainSql(
  'EvidenceMeasured1795392000031',
  /* sql */ `
CREATE TABLE stipple.joint_motion (
  joint text NOT NULL,
  motion text NOT NULL,
  norm_degrees smallint NOT NULL,
  least_degrees smallint NOT NULL,
  most_degrees smallint NOT NULL,
  sided boolean NOT NULL,
  digits boolean NOT NULL,
  PRIMARY KEY (joint, motion),
  CONSTRAINT joint_motion_as_read UNIQUE (joint, motion, norm_degrees, least_degrees, most_degrees, sided, digits)
);
COMMENT ON TABLE stipple.joint_motion IS 'What can be read of each motion of each joint, and what is normal (AAOS), row for row as in libs/domain; compared by a spec.';
GRANT SELECT ON stipple.joint_motion TO stipple_app;
INSERT INTO stipple.joint_motion (joint, motion, norm_degrees, least_degrees, most_degrees, sided, digits) VALUES
  ('neck', 'flexion', 45, -45, 90, false, false),
  ('neck', 'extension', 45, -45, 90, false, false),
  ('neck', 'side_bending', 45, -45, 80, true, false),
  ('neck', 'rotation', 60, -60, 100, true, false),
  ('trunk', 'flexion', 80, -30, 120, false, false),
  ('trunk', 'extension', 25, -60, 60, false, false),
  ('trunk', 'side_bending', 35, -35, 60, true, false),
  ('trunk', 'rotation', 45, -45, 80, true, false),
  ('shoulder', 'flexion', 180, -30, 190, true, false),
  ('shoulder', 'extension', 60, -60, 90, true, false),
  ('shoulder', 'abduction', 180, -20, 190, true, false),
  ('shoulder', 'internal_rotation', 70, -60, 110, true, false),
  ('shoulder', 'external_rotation', 90, -70, 120, true, false),
  ('elbow', 'flexion', 150, 0, 165, true, false),
  ('elbow', 'extension', 0, -150, 20, true, false),
  ('forearm', 'supination', 80, -80, 110, true, false),
  ('forearm', 'pronation', 80, -80, 110, true, false),
  ('wrist', 'flexion', 80, -70, 100, true, false),
  ('wrist', 'extension', 70, -80, 95, true, false),
  ('wrist', 'radial_deviation', 20, -30, 40, true, false),
  ('wrist', 'ulnar_deviation', 30, -20, 60, true, false),
  ('thumb_base', 'abduction', 70, -10, 90, true, false),
  ('thumb_base', 'flexion', 15, -30, 60, true, false),
  ('thumb_base', 'extension', 20, -40, 80, true, false),
  ('thumb_knuckle', 'flexion', 50, -20, 100, true, false),
  ('thumb_knuckle', 'extension', 0, -80, 60, true, false),
  ('thumb_tip', 'flexion', 80, -20, 110, true, false),
  ('thumb_tip', 'extension', 20, -90, 60, true, false),
  ('finger_knuckle', 'flexion', 90, -45, 110, true, true),
  ('finger_knuckle', 'extension', 45, -90, 70, true, true),
  ('finger_middle', 'flexion', 100, -20, 130, true, true),
  ('finger_middle', 'extension', 0, -110, 30, true, true),
  ('finger_end', 'flexion', 90, -30, 100, true, true),
  ('finger_end', 'extension', 0, -90, 30, true, true),
  ('hip', 'flexion', 120, -30, 150, true, false),
  ('hip', 'extension', 30, -90, 50, true, false),
  ('hip', 'abduction', 45, -30, 80, true, false),
  ('hip', 'adduction', 30, -45, 60, true, false),
  ('hip', 'internal_rotation', 45, -45, 80, true, false),
  ('hip', 'external_rotation', 45, -45, 90, true, false),
  ('knee', 'flexion', 135, 0, 165, true, false),
  ('knee', 'extension', 0, -135, 20, true, false),
  ('ankle', 'dorsiflexion', 20, -50, 45, true, false),
  ('ankle', 'plantar_flexion', 50, -20, 80, true, false),
  ('hindfoot', 'inversion', 35, -20, 60, true, false),
  ('hindfoot', 'eversion', 15, -35, 40, true, false),
  ('big_toe', 'flexion', 45, -70, 70, true, false),
  ('big_toe', 'extension', 70, -45, 110, true, false);

CREATE TABLE stipple.motion_reading (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  joint text NOT NULL,
  motion text NOT NULL,
  side text NOT NULL CHECK (side IN ('left', 'right', 'midline')),
  digit smallint CHECK (digit BETWEEN 2 AND 5),
  mode text NOT NULL CHECK (mode IN ('active', 'passive')),
  degrees smallint NOT NULL,
  norm_degrees smallint NOT NULL,
  least_degrees smallint NOT NULL,
  most_degrees smallint NOT NULL,
  sided boolean NOT NULL GENERATED ALWAYS AS (side <> 'midline') STORED,
  digits boolean NOT NULL GENERATED ALWAYS AS (digit IS NOT NULL) STORED,
  deficit_degrees smallint NOT NULL GENERATED ALWAYS AS (greatest(0, norm_degrees - degrees)) STORED,
  CONSTRAINT motion_is_known FOREIGN KEY (joint, motion, norm_degrees, least_degrees, most_degrees, sided, digits)
    REFERENCES stipple.joint_motion (joint, motion, norm_degrees, least_degrees, most_degrees, sided, digits),
  CONSTRAINT degrees_are_possible CHECK (degrees BETWEEN least_degrees AND most_degrees)
);
COMMENT ON TABLE stipple.motion_reading IS 'One reading of a goniometer, with the norm that it was compared with. Below zero where the joint does not reach neutral.';
COMMENT ON COLUMN stipple.motion_reading.digit IS 'Index finger 2 to little finger 5, where the joint is a finger''s.';
CALL stipple.make_evidence_part('stipple.motion_reading', 'motion');

CREATE FUNCTION stipple.sum_of_items(items smallint[]) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT sum(item)::smallint FROM unnest(items) item);

-- As many items as the scale has, each within its range; never NULL, which a CHECK would let pass.
CREATE FUNCTION stipple.items_within(items smallint[], lowest smallint[], highest smallint[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(array_ndims(items) = 1 AND cardinality(items) = cardinality(lowest)
    AND (SELECT bool_and(coalesce(item BETWEEN low AND high, false)) FROM unnest(items, lowest, highest) x (item, low, high)), false);

CREATE TABLE stipple.scale_rating (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  case_id uuid NOT NULL,
  scale text NOT NULL,
  version text NOT NULL CHECK (length(version) BETWEEN 1 AND 40),
  items smallint[] NOT NULL,
  total smallint NOT NULL GENERATED ALWAYS AS (stipple.sum_of_items(items)) STORED,
  alert_id uuid,
  alert_kind text GENERATED ALWAYS AS (CASE WHEN alert_id IS NOT NULL THEN 'clinical_alert' END) STORED,
  CONSTRAINT items_are_within_scale CHECK (CASE scale
    WHEN 'vss' THEN stipple.items_within(items, '{0,0,0,0}', '{3,2,5,3}')
    WHEN 'posas_observer' THEN stipple.items_within(items, '{1,1,1,1,1,1}', '{10,10,10,10,10,10}')
    WHEN 'posas_patient' THEN stipple.items_within(items, '{1,1,1,1,1,1}', '{10,10,10,10,10,10}')
    WHEN 'dlqi' THEN stipple.items_within(items, '{0,0,0,0,0,0,0,0,0,0}', '{3,3,3,3,3,3,3,3,3,3}')
    WHEN 'phq9' THEN stipple.items_within(items, '{0,0,0,0,0,0,0,0,0}', '{3,3,3,3,3,3,3,3,3}')
    WHEN 'pain' THEN stipple.items_within(items, '{0}', '{10}')
    WHEN 'itch' THEN stipple.items_within(items, '{0}', '{10}')
    ELSE false END),
  -- Thoughts of death or self-harm cannot be on file without a physician having been called.
  CONSTRAINT thoughts_of_harm_call_physician CHECK ((scale = 'phq9' AND items[9] > 0) = (alert_id IS NOT NULL)),
  CONSTRAINT scale_alert_of_same_case FOREIGN KEY (clinic_id, case_id, alert_id, alert_kind) REFERENCES stipple.task (clinic_id, case_id, id, kind)
);
COMMENT ON TABLE stipple.scale_rating IS 'A scale, item by item; the total is computed here and can be no other.';
COMMENT ON COLUMN stipple.scale_rating.alert_id IS 'The task that calls the physician: there exactly where the ninth answer of a PHQ-9 is above zero.';
CALL stipple.make_evidence_part('stipple.scale_rating', 'scale');
ALTER TABLE stipple.scale_rating ADD CONSTRAINT scale_of_same_case FOREIGN KEY (clinic_id, case_id, evidence_id, kind) REFERENCES stipple.evidence (clinic_id, case_id, id, kind);

CREATE TABLE stipple.area_measurement (
  clinic_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  area_cm2 numeric(6,1) NOT NULL CHECK (area_cm2 > 0 AND area_cm2 <= 20000),
  method text NOT NULL CHECK (method IN ('tracing', 'ruler', 'photograph', 'estimate'))
);
COMMENT ON TABLE stipple.area_measurement IS 'How large the scar is, and how that was found.';
CALL stipple.make_evidence_part('stipple.area_measurement', 'area');
`,
);
