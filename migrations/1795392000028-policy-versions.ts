import { plainSql } from './plain-sql';

/** Medical policies of payers as data, version by version, and the guard that one of them applies on a day. */
export const PolicyVersions = plainSql(
  'PolicyVersions1795392000028',
  /* sql */ `
-- Casting text to a date depends on the session's settings; this does not, so that columns can be generated with it.
CREATE FUNCTION stipple.plain_day(written text) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN make_date(substr(written, 1, 4)::integer, substr(written, 6, 2)::integer, substr(written, 9, 2)::integer);

CREATE FUNCTION stipple.listed_text(listed jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(SELECT t.one FROM jsonb_array_elements_text(listed) WITH ORDINALITY t(one, place) ORDER BY t.place);

-- Lines of business as marks on a number line: sets that share a line overlap, which is what an exclusion can ask.
CREATE FUNCTION stipple.line_marks(lines text[]) RETURNS int4multirange LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (SELECT range_agg(int4range(mark, mark, '[]')) FROM (
    SELECT array_position('{commercial_insured,commercial_self_funded,marketplace,medicare_advantage,original_medicare,medicaid_managed_care,medicaid_fee_for_service,workers_compensation,none,unknown}'::text[], line) AS mark
      FROM unnest(lines) line) marks);

CREATE TABLE stipple.policy_version (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  payer_id uuid NOT NULL,
  service text NOT NULL DEFAULT 'microneedling' CHECK (service IN ('microneedling')),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'withdrawn', 'discarded')),
  seq integer NOT NULL DEFAULT 1 CHECK (seq >= 1),
  document jsonb NOT NULL CHECK (jsonb_typeof(document) = 'object' AND length(document::text) <= 1000000),
  number text NOT NULL GENERATED ALWAYS AS (document->>'number') STORED,
  version text NOT NULL GENERATED ALWAYS AS (document->>'version') STORED,
  lines_of_business text[] NOT NULL GENERATED ALWAYS AS (stipple.listed_text(document->'linesOfBusiness')) STORED,
  line_marks int4multirange NOT NULL GENERATED ALWAYS AS (stipple.line_marks(stipple.listed_text(document->'linesOfBusiness'))) STORED,
  read_on date NOT NULL GENERATED ALWAYS AS (stipple.plain_day(document->'source'->>'readOn')) STORED,
  applies_from date NOT NULL GENERATED ALWAYS AS (stipple.plain_day(document->>'effectiveFrom')) STORED,
  named_end date NOT NULL GENERATED ALWAYS AS (coalesce(stipple.plain_day(document->>'effectiveTo'), 'infinity')) STORED,
  applies_to date NOT NULL,
  citable boolean NOT NULL GENERATED ALWAYS AS (state IN ('published', 'withdrawn')) STORED,
  drafted_by uuid NOT NULL,
  drafted_at timestamptz NOT NULL DEFAULT now(),
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  published_by uuid,
  published_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_because text CHECK (length(withdrawn_because) BETWEEN 1 AND 400),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT policy_version_citable UNIQUE (clinic_id, id, citable),
  FOREIGN KEY (clinic_id, payer_id) REFERENCES stipple.payer (clinic_id, id),
  FOREIGN KEY (clinic_id, drafted_by) REFERENCES stipple.staff (clinic_id, id),
  FOREIGN KEY (clinic_id, changed_by) REFERENCES stipple.staff (clinic_id, id),
  FOREIGN KEY (clinic_id, published_by) REFERENCES stipple.staff (clinic_id, id),
  FOREIGN KEY (clinic_id, withdrawn_by) REFERENCES stipple.staff (clinic_id, id),
  CONSTRAINT policy_lines_are_known CHECK (cardinality(lines_of_business) >= 1 AND array_position(lines_of_business, NULL) IS NULL
    AND lines_of_business <@ '{commercial_insured,commercial_self_funded,marketplace,medicare_advantage,original_medicare,medicaid_managed_care,medicaid_fee_for_service,workers_compensation,none,unknown}'::text[]),
  CONSTRAINT policy_days_in_order CHECK (applies_from <= applies_to AND applies_to <= named_end),
  CONSTRAINT policy_read_not_ahead CHECK (read_on <= (changed_at AT TIME ZONE 'UTC')::date + 1),
  CONSTRAINT published_policy_has_publisher CHECK ((state IN ('published', 'withdrawn')) = (published_by IS NOT NULL) AND (published_by IS NULL) = (published_at IS NULL)),
  CONSTRAINT withdrawn_policy_says_why CHECK ((state = 'withdrawn') = (withdrawn_because IS NOT NULL) AND num_nulls(withdrawn_by, withdrawn_at, withdrawn_because) IN (0, 3)),
  CONSTRAINT one_policy_on_a_day EXCLUDE USING gist (clinic_id WITH =, payer_id WITH =, service WITH =, line_marks WITH &&, daterange(applies_from, applies_to, '[]') WITH &&)
    WHERE (state = 'published')
);
COMMENT ON TABLE stipple.policy_version IS 'One version of a payer''s medical policy. A draft is revised; what is published is never edited: it is followed by the next version, which may end it earlier, or withdrawn.';
COMMENT ON COLUMN stipple.policy_version.document IS 'The policy as the rule language has it, with the payer''s words at each criterion. Read by parsePolicy and by nothing else.';
COMMENT ON COLUMN stipple.policy_version.seq IS 'Counts what is done to it. Every move names the one it saw.';
COMMENT ON COLUMN stipple.policy_version.applies_to IS 'The last day it applies: the one that the payer named, or the day before its successor begins. infinity: no end is known.';
COMMENT ON COLUMN stipple.policy_version.citable IS 'Whether it was ever published. A screening refers to (clinic_id, id, true), so that a draft never decides anything.';
CREATE UNIQUE INDEX policy_published_once ON stipple.policy_version (clinic_id, payer_id, service, number, version) WHERE state = 'published';
CREATE INDEX policy_of_payer ON stipple.policy_version (clinic_id, payer_id, applies_from);
CALL stipple.scope_by_clinic('stipple.policy_version');

-- Draft, published, withdrawn; or draft, discarded. From the day it is published its words are final, and it may only end earlier.
CREATE FUNCTION stipple.refuse_edited_policy() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.seq <> OLD.seq + 1 OR (NEW.clinic_id, NEW.id, NEW.payer_id, NEW.service, NEW.drafted_by, NEW.drafted_at) IS DISTINCT FROM (OLD.clinic_id, OLD.id, OLD.payer_id, OLD.service, OLD.drafted_by, OLD.drafted_at)
    OR NOT ((OLD.state, NEW.state) IN (('draft', 'draft'), ('draft', 'published'), ('draft', 'discarded'), ('published', 'published'), ('published', 'withdrawn')))
    OR (OLD.state = 'published' AND ((NEW.document, NEW.published_by, NEW.published_at) IS DISTINCT FROM (OLD.document, OLD.published_by, OLD.published_at) OR NEW.applies_to > OLD.applies_to)) THEN
    RAISE EXCEPTION 'a % policy version cannot be changed so', OLD.state USING ERRCODE = '23514', CONSTRAINT = 'published_policy_is_final';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER published_policy_is_final BEFORE UPDATE ON stipple.policy_version FOR EACH ROW EXECUTE FUNCTION stipple.refuse_edited_policy();
GRANT SELECT, INSERT (clinic_id, id, payer_id, document, applies_to, drafted_by, changed_by),
  UPDATE (state, seq, document, applies_to, changed_by, changed_at, published_by, published_at, withdrawn_by, withdrawn_at, withdrawn_because)
  ON stipple.policy_version TO stipple_app;
`,
);
