import { plainSql } from './plain-sql';

/**
 * The money of self-pay agreements: a double-entry ledger that is only ever added to, and payment plans. Every rule is a
 * constraint on rows that never change, and none is a trigger that sums: each entry carries the sums before it, tied to
 * the entry it follows, so that two clients at once meet at a number that only one can have, at any isolation level.
 */
export const LedgerAndPaymentPlans = plainSql(
  'LedgerAndPaymentPlans1795392000055',
  /* sql */ `
ALTER TABLE stipple.patient_signature ADD CONSTRAINT signature_of_case UNIQUE (clinic_id, agreement_id, case_id);
ALTER TABLE stipple.clearance ADD CONSTRAINT clearance_agreement UNIQUE (clinic_id, id, agreement_id);
ALTER TABLE stipple.self_pay_agreement ADD CONSTRAINT agreement_price UNIQUE (clinic_id, id, total_cents);

CREATE TABLE stipple.ledger_entry (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('ledger_entry') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  agreement_id uuid NOT NULL,
  entry_no integer NOT NULL,
  prev_no integer GENERATED ALWAYS AS (NULLIF(entry_no - 1, 0)) STORED,
  kind text NOT NULL CHECK (kind IN ('charge', 'payment', 'refund', 'adjustment')),
  cents bigint NOT NULL CHECK (cents > 0),
  -- what the entries before it sum to
  charged_before bigint NOT NULL,
  adjusted_before bigint NOT NULL,
  paid_before bigint NOT NULL,
  refunded_before bigint NOT NULL,
  -- and with it
  charged_cents bigint NOT NULL GENERATED ALWAYS AS (charged_before + CASE kind WHEN 'charge' THEN cents ELSE 0 END) STORED,
  adjusted_cents bigint NOT NULL GENERATED ALWAYS AS (adjusted_before + CASE kind WHEN 'adjustment' THEN cents ELSE 0 END) STORED,
  paid_cents bigint NOT NULL GENERATED ALWAYS AS (paid_before + CASE kind WHEN 'payment' THEN cents ELSE 0 END) STORED,
  refunded_cents bigint NOT NULL GENERATED ALWAYS AS (refunded_before + CASE kind WHEN 'refund' THEN cents ELSE 0 END) STORED,
  -- the two postings it must have
  debit_account text NOT NULL GENERATED ALWAYS AS (CASE kind WHEN 'payment' THEN method || '_clearing' WHEN 'adjustment' THEN 'adjustments' ELSE 'patient_receivable' END) STORED,
  credit_account text NOT NULL GENERATED ALWAYS AS (CASE kind WHEN 'charge' THEN 'treatment_revenue' WHEN 'refund' THEN method || '_clearing' ELSE 'patient_receivable' END) STORED,
  credit_cents bigint NOT NULL GENERATED ALWAYS AS (-cents) STORED,
  method text CHECK (method IN ('cash', 'card', 'bank')),
  reference text CHECK (reference = btrim(reference) AND length(reference) BETWEEN 1 AND 80),
  words text CHECK (length(btrim(words)) BETWEEN 1 AND 400),
  happened_on date NOT NULL CHECK (isfinite(happened_on)),
  idempotency_key text CHECK (length(idempotency_key) BETWEEN 8 AND 100),
  session_id uuid,
  clearance_id uuid,
  first_slot integer GENERATED ALWAYS AS (CASE WHEN session_id IS NOT NULL THEN 1 END) STORED,
  lines jsonb,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT ledger_of_signed_agreement FOREIGN KEY (clinic_id, agreement_id, case_id) REFERENCES stipple.patient_signature (clinic_id, agreement_id, case_id),
  -- One line of entries for each agreement, without a gap or a fork, each going on from the sums of the one before.
  CONSTRAINT ledger_number UNIQUE (clinic_id, agreement_id, entry_no),
  CONSTRAINT ledger_sums UNIQUE (clinic_id, agreement_id, entry_no, charged_cents, adjusted_cents, paid_cents, refunded_cents),
  CONSTRAINT ledger_goes_on FOREIGN KEY (clinic_id, agreement_id, prev_no, charged_before, adjusted_before, paid_before, refunded_before)
    REFERENCES stipple.ledger_entry (clinic_id, agreement_id, entry_no, charged_cents, adjusted_cents, paid_cents, refunded_cents),
  CONSTRAINT ledger_begins_at_nothing CHECK (entry_no > 1 OR (charged_before, adjusted_before, paid_before, refunded_before) = (0, 0, 0, 0)),
  CONSTRAINT refunds_within_payments CHECK (refunded_cents <= paid_cents),
  CONSTRAINT adjustments_within_charges CHECK (adjusted_cents <= charged_cents),
  CONSTRAINT money_has_a_method CHECK ((kind IN ('payment', 'refund')) = (method IS NOT NULL)),
  -- A card's slip and a transfer have a number, by which the same payment is known again; cash may have one.
  CONSTRAINT payment_has_reference CHECK (kind <> 'payment' OR method = 'cash' OR reference IS NOT NULL),
  CONSTRAINT giving_back_has_reason CHECK (kind IN ('charge', 'payment') OR words IS NOT NULL),
  CONSTRAINT charge_is_of_session CHECK ((kind = 'charge') = (session_id IS NOT NULL) AND (kind = 'charge') = (clearance_id IS NOT NULL)),
  CONSTRAINT charge_is_itemized CHECK (CASE WHEN kind = 'charge' THEN coalesce(cents = stipple.total_of_lines(lines), false) ELSE lines IS NULL END),
  CONSTRAINT posted_on_request CHECK ((kind = 'charge') = (idempotency_key IS NULL)),
  CONSTRAINT request_posted_once UNIQUE (clinic_id, agreement_id, idempotency_key),
  CONSTRAINT session_charged_once UNIQUE (clinic_id, session_id),
  -- Of a session that was performed, in this case, on the clearance that this agreement opened.
  CONSTRAINT charge_of_performed_session FOREIGN KEY (clinic_id, session_id, case_id) REFERENCES stipple.treatment_record (clinic_id, session_id, case_id),
  CONSTRAINT charge_of_cleared_session FOREIGN KEY (clinic_id, session_id, first_slot, clearance_id) REFERENCES stipple.session_unit (clinic_id, session_id, slot, clearance_id),
  CONSTRAINT charge_of_agreement FOREIGN KEY (clinic_id, clearance_id, agreement_id) REFERENCES stipple.clearance (clinic_id, id, agreement_id),
  CONSTRAINT entry_debit UNIQUE (clinic_id, id, debit_account, cents),
  CONSTRAINT entry_credit UNIQUE (clinic_id, id, credit_account, credit_cents)
);
COMMENT ON TABLE stipple.ledger_entry IS 'What happened to the money of one signed agreement: a charge, a payment, a refund or an adjustment. Written once; what was wrong is set right by another entry.';
COMMENT ON COLUMN stipple.ledger_entry.entry_no IS 'Counts the entries of one agreement. Who takes a number that is taken comes too late and may try again.';
COMMENT ON COLUMN stipple.ledger_entry.reference IS 'The terminal''s receipt or the bank''s reference. Never a card''s number.';
COMMENT ON COLUMN stipple.ledger_entry.idempotency_key IS 'Of the request that posted it, so that the same one never posts twice, however late it is repeated.';
COMMENT ON COLUMN stipple.ledger_entry.lines IS 'Of a charge: the price lines that came due with the session.';
-- The same payment of an agreement is known by its reference.
CREATE UNIQUE INDEX payment_recorded_once ON stipple.ledger_entry (clinic_id, agreement_id, method, lower(reference)) WHERE kind = 'payment';
CREATE INDEX ledger_entry_case ON stipple.ledger_entry (clinic_id, case_id);
CALL stipple.make_subject('stipple.ledger_entry', 'ledger_entry');
CALL stipple.grant_insert_except('stipple.ledger_entry', '{}');
GRANT SELECT ON stipple.ledger_entry TO stipple_app;

CREATE TABLE stipple.ledger_posting (
  clinic_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  account text NOT NULL,
  cents bigint NOT NULL CHECK (cents <> 0),
  debit_account text GENERATED ALWAYS AS (CASE WHEN cents > 0 THEN account END) STORED,
  credit_account text GENERATED ALWAYS AS (CASE WHEN cents < 0 THEN account END) STORED,
  PRIMARY KEY (clinic_id, entry_id, account),
  CONSTRAINT posting_amount UNIQUE (clinic_id, entry_id, account, cents),
  -- Either the debit or the credit of its entry: nothing else can be posted.
  CONSTRAINT posting_is_debit FOREIGN KEY (clinic_id, entry_id, debit_account, cents) REFERENCES stipple.ledger_entry (clinic_id, id, debit_account, cents),
  CONSTRAINT posting_is_credit FOREIGN KEY (clinic_id, entry_id, credit_account, cents) REFERENCES stipple.ledger_entry (clinic_id, id, credit_account, credit_cents)
);
COMMENT ON TABLE stipple.ledger_posting IS 'The two sides of an entry, debits positive and credits negative; they sum to nothing. Written once, with their entry.';
CALL stipple.scope_by_clinic('stipple.ledger_posting');
CALL stipple.grant_insert_except('stipple.ledger_posting', '{}');
GRANT SELECT ON stipple.ledger_posting TO stipple_app;
-- And both must be there when the transaction ends.
ALTER TABLE stipple.ledger_entry
  ADD CONSTRAINT entry_is_debited FOREIGN KEY (clinic_id, id, debit_account, cents) REFERENCES stipple.ledger_posting (clinic_id, entry_id, account, cents) DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT entry_is_credited FOREIGN KEY (clinic_id, id, credit_account, credit_cents) REFERENCES stipple.ledger_posting (clinic_id, entry_id, account, cents) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE stipple.payment_plan (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('payment_plan') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  agreement_id uuid NOT NULL,
  total_cents bigint NOT NULL,
  installments integer NOT NULL CHECK (installments BETWEEN 1 AND 24),
  every text NOT NULL CHECK (every IN ('month', 'two_weeks', 'week')),
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT plan_of_signed_agreement FOREIGN KEY (clinic_id, agreement_id, case_id) REFERENCES stipple.patient_signature (clinic_id, agreement_id, case_id),
  CONSTRAINT plan_sums_to_price FOREIGN KEY (clinic_id, agreement_id, total_cents) REFERENCES stipple.self_pay_agreement (clinic_id, id, total_cents),
  CONSTRAINT plan_size UNIQUE (clinic_id, id, installments)
);
COMMENT ON TABLE stipple.payment_plan IS 'By when which part of an agreement''s price is paid. A newer plan replaces it; it stays to be read.';
CREATE UNIQUE INDEX one_plan_per_agreement ON stipple.payment_plan (clinic_id, agreement_id) WHERE state = 'agreed';
CALL stipple.make_subject('stipple.payment_plan', 'payment_plan', '{replaced}');
CALL stipple.grant_insert_except('stipple.payment_plan', '{}');
GRANT SELECT, UPDATE (state, seq) ON stipple.payment_plan TO stipple_app;
CREATE INDEX payment_plan_case ON stipple.payment_plan (clinic_id, case_id);

CREATE TABLE stipple.payment_plan_installment (
  clinic_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  installment_no integer NOT NULL,
  prev_no integer GENERATED ALWAYS AS (NULLIF(installment_no - 1, 0)) STORED,
  of_installments integer NOT NULL,
  cents bigint NOT NULL CHECK (cents > 0),
  before_cents bigint NOT NULL,
  through_cents bigint NOT NULL GENERATED ALWAYS AS (before_cents + cents) STORED,
  due_on date NOT NULL CHECK (isfinite(due_on)),
  after_on date,
  PRIMARY KEY (clinic_id, plan_id, installment_no),
  CONSTRAINT installment_of_plan FOREIGN KEY (clinic_id, plan_id, of_installments) REFERENCES stipple.payment_plan (clinic_id, id, installments),
  CONSTRAINT installment_within_plan CHECK (installment_no <= of_installments),
  CONSTRAINT installments_begin_at_nothing CHECK (CASE WHEN installment_no = 1 THEN before_cents = 0 AND after_on IS NULL ELSE after_on IS NOT NULL END),
  CONSTRAINT installments_run_forward CHECK (due_on > after_on),
  CONSTRAINT installment_sum UNIQUE (clinic_id, plan_id, installment_no, through_cents),
  CONSTRAINT installment_day UNIQUE (clinic_id, plan_id, installment_no, through_cents, due_on),
  CONSTRAINT installments_go_on FOREIGN KEY (clinic_id, plan_id, prev_no, before_cents, after_on)
    REFERENCES stipple.payment_plan_installment (clinic_id, plan_id, installment_no, through_cents, due_on)
);
COMMENT ON TABLE stipple.payment_plan_installment IS 'One installment of a plan. Each carries the sum before it, so that the last one reaches the plan''s total and no other sum can be written.';
CALL stipple.scope_by_clinic('stipple.payment_plan_installment');
CALL stipple.grant_insert_except('stipple.payment_plan_installment', '{}');
GRANT SELECT ON stipple.payment_plan_installment TO stipple_app;
ALTER TABLE stipple.payment_plan ADD CONSTRAINT installments_reach_total FOREIGN KEY (clinic_id, id, installments, total_cents)
  REFERENCES stipple.payment_plan_installment (clinic_id, plan_id, installment_no, through_cents) DEFERRABLE INITIALLY DEFERRED;

-- An installment that is due is something to do, which comes and goes by itself.
ALTER TABLE stipple.task DROP CONSTRAINT task_kind_check, ADD CONSTRAINT task_kind_check
  CHECK (kind IN ('rebook_blocked', 'call_payer', 'prove_phone_approval', 'answer_payer', 'revise_letter', 'clinical_alert',
    'answer_late', 'chase_decision', 'renew_authorization', 'ask_for_units', 'secure_booking',
    'confirm_receipt', 'ask_for_call', 'file_appeal', 'filing_missed', 'collect_installment'));

INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES
  ('ledger_entry', 'nowhere', 'charge', 'posted'),
  ('ledger_entry', 'nowhere', 'pay', 'posted'),
  ('ledger_entry', 'nowhere', 'refund', 'posted'),
  ('ledger_entry', 'nowhere', 'adjust', 'posted'),
  ('payment_plan', 'nowhere', 'agree', 'agreed'),
  ('payment_plan', 'agreed', 'replace', 'replaced');
`,
);
