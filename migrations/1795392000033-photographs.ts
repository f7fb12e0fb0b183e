import { plainSql } from './plain-sql';

export const Photographs = plainSql(
  'Photographs1795392000033',
  /* sql */ `
CREATE TABLE stipple.stored_picture (
  clinic_id uuid NOT NULL,
  sha256 bytea NOT NULL,
  width integer NOT NULL CHECK (width BETWEEN 1 AND 8192),
  height integer NOT NULL CHECK (height BETWEEN 1 AND 8192),
  small_sha256 bytea NOT NULL,
  large_sha256 bytea NOT NULL,
  PRIMARY KEY (clinic_id, sha256),
  FOREIGN KEY (clinic_id, sha256) REFERENCES stipple.stored_file (clinic_id, sha256),
  FOREIGN KEY (clinic_id, small_sha256) REFERENCES stipple.stored_file (clinic_id, sha256),
  FOREIGN KEY (clinic_id, large_sha256) REFERENCES stipple.stored_file (clinic_id, sha256)
);
COMMENT ON TABLE stipple.stored_picture IS 'What a stored picture measures, and its two smaller copies: for a list, and for a screen or a printed page. Made once.';
CALL stipple.scope_by_clinic('stipple.stored_picture');
CALL stipple.grant_insert_except('stipple.stored_picture', '{}');
GRANT SELECT ON stipple.stored_picture TO stipple_app;

-- Only a photograph has details of one.
ALTER TABLE stipple.case_document ADD CONSTRAINT case_document_of_kind UNIQUE (clinic_id, id, case_id, kind);

CREATE TABLE stipple.photo_detail (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('photo_detail') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  document_id uuid NOT NULL,
  document_kind text NOT NULL GENERATED ALWAYS AS ('photo') STORED,
  taken_on date NOT NULL CHECK (taken_on >= '1900-01-01'),
  view text NOT NULL CHECK (view IN ('front', 'back', 'left', 'right', 'oblique', 'close_up', 'in_motion')),
  shows_scale boolean NOT NULL,
  consent_by text CHECK (consent_by IN ('patient', 'guardian')),
  consent_name text CHECK (length(btrim(consent_name)) BETWEEN 1 AND 120),
  consent_on date,
  consent_uses text[] NOT NULL CHECK (consent_uses <@ '{record,payer,teaching}'::text[]),
  corrects_id uuid CHECK (corrects_id <> id),
  correction_reason text CHECK (length(btrim(correction_reason)) BETWEEN 1 AND 400),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT photo_detail_of_document UNIQUE (clinic_id, document_id, id),
  -- For some use, and then by whom and since when; for none, and then by nobody.
  CONSTRAINT consent_has_who_and_when CHECK (num_nonnulls(consent_by, consent_on) = CASE WHEN cardinality(consent_uses) > 0 THEN 2 ELSE 0 END),
  CONSTRAINT guardian_has_name CHECK ((consent_by IS NOT DISTINCT FROM 'guardian') = (consent_name IS NOT NULL)),
  CONSTRAINT photo_correction_has_reason CHECK ((corrects_id IS NULL) = (correction_reason IS NULL)),
  -- A day further than UTC, so that it holds in every zone; the clinic's own day is the API's to compare.
  CONSTRAINT photo_not_ahead CHECK (greatest(taken_on, consent_on) <= (recorded_at AT TIME ZONE 'UTC')::date + 1),
  CONSTRAINT photo_detail_of_photo FOREIGN KEY (clinic_id, document_id, case_id, document_kind) REFERENCES stipple.case_document (clinic_id, id, case_id, kind),
  CONSTRAINT photo_detail_corrects_same_photo FOREIGN KEY (clinic_id, document_id, corrects_id) REFERENCES stipple.photo_detail (clinic_id, document_id, id),
  CONSTRAINT photo_detail_corrected_once UNIQUE (clinic_id, corrects_id)
);
COMMENT ON TABLE stipple.photo_detail IS 'What is known of a photograph: when it was taken, what it shows, who allowed its use. Written once; a correction is a new row that names the old one.';
COMMENT ON COLUMN stipple.photo_detail.shows_scale IS 'A ruler or scale bar lies in the picture, beside the scar.';
COMMENT ON COLUMN stipple.photo_detail.consent_uses IS 'What its use was allowed for. Without payer it never goes into a packet.';
COMMENT ON COLUMN stipple.photo_detail.corrects_id IS 'The row this one takes the place of. Each is corrected once: whoever comes second corrects the newer one.';
CALL stipple.make_subject('stipple.photo_detail', 'photo_detail');
CALL stipple.grant_insert_except('stipple.photo_detail', '{recorded_at}');
GRANT SELECT ON stipple.photo_detail TO stipple_app;
-- A photograph is described once, and from then on corrected.
CREATE UNIQUE INDEX photo_described_once ON stipple.photo_detail (clinic_id, document_id) WHERE corrects_id IS NULL;
CREATE INDEX photo_detail_case ON stipple.photo_detail (clinic_id, case_id);

-- The details of each photograph as they stand.
CREATE VIEW stipple.photo WITH (security_invoker = true) AS
SELECT d.clinic_id, d.case_id, d.document_id AS id, d.id AS detail_id, d.taken_on, d.view, d.shows_scale,
  d.consent_by, d.consent_name, d.consent_on, d.consent_uses, 'payer' = ANY (d.consent_uses) AS consented
  FROM stipple.photo_detail d
 WHERE NOT EXISTS (SELECT FROM stipple.photo_detail newer WHERE (newer.clinic_id, newer.corrects_id) = (d.clinic_id, d.id));
COMMENT ON VIEW stipple.photo IS 'Every photograph that is described, by its document, with its details as they stand now.';
GRANT SELECT ON stipple.photo TO stipple_app;

INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES ('photo_detail', 'nowhere', 'record', 'recorded');
`,
);
