import { plainSql } from './plain-sql';

/** What a clinic knows of a payer: which plans, where to send, how long everything takes. */
export const PayerDirectory = plainSql(
  'PayerDirectory1795392000027',
  /* sql */ `
CREATE TABLE stipple.payer_profile (
  clinic_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  peer_amount integer CHECK (peer_amount BETWEEN 1 AND 3650),
  peer_unit text CHECK (peer_unit IN ('hours', 'calendar_days', 'business_days', 'months')),
  peer_starts text CHECK (peer_starts IN ('decided', 'notice_dated', 'notice_received')),
  peer_number text CHECK (length(peer_number) BETWEEN 1 AND 40),
  peer_source text CHECK (length(peer_source) BETWEEN 1 AND 300),
  note text CHECK (length(note) BETWEEN 1 AND 2000),
  verified_on date NOT NULL,
  verified_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, payer_id, version),
  FOREIGN KEY (clinic_id, payer_id) REFERENCES stipple.payer (clinic_id, id),
  FOREIGN KEY (clinic_id, verified_by) REFERENCES stipple.staff (clinic_id, id),
  CONSTRAINT peer_to_peer_is_whole CHECK (num_nulls(peer_amount, peer_unit, peer_starts, peer_source) IN (0, 4)),
  CONSTRAINT payer_verified_not_ahead CHECK (verified_on <= (recorded_at AT TIME ZONE 'UTC')::date + 1)
);
COMMENT ON TABLE stipple.payer_profile IS 'What somebody read or was told about a payer, as a whole. Written once: whoever looks again writes the next version, and the newest one stands. The number of member services stays in payer.phone.';
COMMENT ON COLUMN stipple.payer_profile.peer_amount IS 'How long a physician may ask for a call with the payer''s medical director. NULL: not known. It does not stop the clock of an appeal.';
COMMENT ON COLUMN stipple.payer_profile.verified_on IS 'The day on which somebody made sure of it, at the payer''s.';
CALL stipple.scope_by_clinic('stipple.payer_profile');
CALL stipple.grant_insert_except('stipple.payer_profile', '{recorded_at}');
GRANT SELECT ON stipple.payer_profile TO stipple_app;

CREATE TABLE stipple.payer_line (
  clinic_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  version integer NOT NULL,
  line_of_business text NOT NULL,
  PRIMARY KEY (clinic_id, payer_id, version, line_of_business),
  FOREIGN KEY (clinic_id, payer_id, version) REFERENCES stipple.payer_profile (clinic_id, payer_id, version)
);
COMMENT ON TABLE stipple.payer_line IS 'The kinds of plan that a payer has, in the words of treatment_case.plan_type. Written once, with its profile.';
CALL stipple.scope_by_clinic('stipple.payer_line');
GRANT SELECT, INSERT ON stipple.payer_line TO stipple_app;

CREATE TABLE stipple.payer_channel (
  clinic_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  version integer NOT NULL,
  no smallint NOT NULL CHECK (no >= 1),
  channel text NOT NULL CHECK (channel IN ('portal', 'fax', 'phone', 'mail')),
  used_for text NOT NULL CHECK (used_for IN ('requests', 'appeals', 'claims', 'questions')),
  address text NOT NULL CHECK (length(address) BETWEEN 1 AND 200),
  note text CHECK (length(note) BETWEEN 1 AND 200),
  PRIMARY KEY (clinic_id, payer_id, version, no),
  FOREIGN KEY (clinic_id, payer_id, version) REFERENCES stipple.payer_profile (clinic_id, payer_id, version)
);
COMMENT ON TABLE stipple.payer_channel IS 'Where something goes to: the name of a portal, a fax or phone number, a postal address. Written once, with its profile.';
CALL stipple.scope_by_clinic('stipple.payer_channel');
GRANT SELECT, INSERT ON stipple.payer_channel TO stipple_app;

CREATE TABLE stipple.payer_clock (
  clinic_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  version integer NOT NULL,
  line_of_business text NOT NULL,
  clock text NOT NULL CHECK (clock IN ('decision_standard', 'decision_expedited', 'decision_extension', 'information_answer', 'appeal_1_filing', 'appeal_1_decision', 'appeal_2_filing', 'appeal_2_decision', 'external_review_filing', 'claim_filing')),
  amount integer NOT NULL CHECK (amount BETWEEN 1 AND 3650),
  unit text NOT NULL CHECK (unit IN ('hours', 'calendar_days', 'business_days', 'months')),
  starts text NOT NULL CHECK (starts IN ('payer_received', 'asked', 'decided', 'notice_dated', 'notice_received', 'appeal_received', 'performed')),
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  PRIMARY KEY (clinic_id, payer_id, version, line_of_business, clock),
  FOREIGN KEY (clinic_id, payer_id, version, line_of_business) REFERENCES stipple.payer_line (clinic_id, payer_id, version, line_of_business)
);
COMMENT ON TABLE stipple.payer_clock IS 'How long a payer has to decide, and how long there is to appeal, by line of business. Data only: nothing is computed from it without its source being shown. Written once, with its profile.';
COMMENT ON COLUMN stipple.payer_clock.source IS 'Where it says so: a rule, a contract, a page of the payer''s manual.';
CALL stipple.scope_by_clinic('stipple.payer_clock');
GRANT SELECT, INSERT ON stipple.payer_clock TO stipple_app;
`,
);
