import { plainSql } from './plain-sql';

/**
 * Card payments that patients make online, and refunds to those cards. No card's data is here: it is typed on the card
 * provider's own page. The ledger takes each of them once, with its kind and amount, however often and in whatever order
 * the provider tells of it.
 */
export const CardTransactions = plainSql(
  'CardTransactions1795392000059',
  /* sql */ `
ALTER TABLE stipple.patient_link ADD CONSTRAINT patient_link_of_agreement UNIQUE (clinic_id, id, agreement_id, opened);

CREATE TABLE stipple.card_transaction (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  case_id uuid NOT NULL,
  subject text NOT NULL GENERATED ALWAYS AS ('card_transaction') STORED,
  state text NOT NULL,
  seq integer NOT NULL,
  agreement_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('payment', 'refund')),
  cents bigint NOT NULL CHECK (cents > 0),
  payment_id uuid,
  refund_of text GENERATED ALWAYS AS (CASE WHEN kind = 'refund' THEN 'payment' END) STORED,
  link_id uuid,
  link_opened boolean GENERATED ALWAYS AS (CASE WHEN link_id IS NOT NULL THEN true END) STORED,
  closes_at timestamptz,
  words text CHECK (length(btrim(words)) BETWEEN 1 AND 400),
  provider_ref text CHECK (provider_ref ~ '^[[:graph:]]{1,80}$'),
  held_because text CHECK (held_because IN ('amount_differs', 'currency_differs', 'posted_by_hand', 'refund_above_payments', 'refund_returned')),
  outcome text CHECK (length(btrim(outcome)) BETWEEN 1 AND 400),
  posted_id uuid GENERATED ALWAYS AS (CASE WHEN state = 'posted' THEN id END) STORED,
  PRIMARY KEY (clinic_id, id),
  CONSTRAINT card_transaction_of_signed_agreement FOREIGN KEY (clinic_id, agreement_id, case_id) REFERENCES stipple.patient_signature (clinic_id, agreement_id, case_id),
  CONSTRAINT card_payment_by_opened_link FOREIGN KEY (clinic_id, link_id, agreement_id, link_opened) REFERENCES stipple.patient_link (clinic_id, id, agreement_id, opened),
  CONSTRAINT card_refund_is_of_payment CHECK ((kind = 'refund') = (payment_id IS NOT NULL)),
  CONSTRAINT card_refund_has_reason CHECK (kind = 'payment' OR words IS NOT NULL),
  CONSTRAINT asked_card_payment_closes CHECK (state <> 'asked' OR kind = 'refund' OR closes_at IS NOT NULL),
  CONSTRAINT moved_money_has_reference CHECK (state IN ('asked', 'ended') OR provider_ref IS NOT NULL),
  CONSTRAINT held_money_has_reason CHECK ((state IN ('held', 'settled')) = (held_because IS NOT NULL)),
  CONSTRAINT settled_money_has_outcome CHECK ((state = 'settled') = (outcome IS NOT NULL)),
  -- What the provider did is known by its reference, and is one transaction of ours.
  CONSTRAINT card_reference_once UNIQUE (clinic_id, kind, provider_ref),
  CONSTRAINT card_payment_was_posted UNIQUE (clinic_id, posted_id, agreement_id, kind),
  CONSTRAINT card_refund_of_posted_payment FOREIGN KEY (clinic_id, payment_id, agreement_id, refund_of)
    REFERENCES stipple.card_transaction (clinic_id, posted_id, agreement_id, kind),
  CONSTRAINT card_transaction_as_posted UNIQUE (clinic_id, posted_id, agreement_id, kind, cents)
);
COMMENT ON TABLE stipple.card_transaction IS 'A card payment that was asked for online, or a refund to its card. Posted once the card provider says that the money came or went; held where that is not what was asked for.';
COMMENT ON COLUMN stipple.card_transaction.id IS 'Also the idempotency key at the provider: asked again, it opens no second page and refunds nothing twice.';
COMMENT ON COLUMN stipple.card_transaction.payment_id IS 'Of a refund: the payment whose card it goes back to.';
COMMENT ON COLUMN stipple.card_transaction.link_id IS 'By which opened link the patient asked for it. NULL: somebody of the clinic did.';
COMMENT ON COLUMN stipple.card_transaction.closes_at IS 'Until when the provider''s page takes the payment.';
COMMENT ON COLUMN stipple.card_transaction.words IS 'Why it is given back.';
COMMENT ON COLUMN stipple.card_transaction.provider_ref IS 'The provider''s own number of the payment or refund. Never a card''s number.';
COMMENT ON COLUMN stipple.card_transaction.outcome IS 'What was done about money that was held.';
-- Two open pages could both be paid; a second refund would not know of the first.
CREATE UNIQUE INDEX one_open_card_payment ON stipple.card_transaction (clinic_id, agreement_id) WHERE kind = 'payment' AND state = 'asked';
CREATE UNIQUE INDEX one_open_card_refund ON stipple.card_transaction (clinic_id, payment_id) WHERE kind = 'refund' AND state = 'asked';
CREATE INDEX card_transaction_case ON stipple.card_transaction (clinic_id, case_id);
CREATE INDEX card_transaction_agreement ON stipple.card_transaction (clinic_id, agreement_id, id);
CREATE INDEX card_transaction_by_id ON stipple.card_transaction (id);
CREATE INDEX card_transaction_by_reference ON stipple.card_transaction (provider_ref) WHERE kind = 'payment';
CALL stipple.make_subject('stipple.card_transaction', 'card_transaction', '{posted,settled}');
CALL stipple.grant_insert_except('stipple.card_transaction', '{}');
GRANT SELECT, UPDATE (state, seq, provider_ref, held_because, outcome) ON stipple.card_transaction TO stipple_app;
-- To ask for a payment is to collect. What is paid all the same is taken.
CREATE TRIGGER held_while_disputed BEFORE INSERT ON stipple.card_transaction FOR EACH ROW
  WHEN (NEW.kind = 'payment' AND NEW.state = 'asked') EXECUTE FUNCTION stipple.refuse_collecting();

-- An entry of a card transaction has its agreement, kind and amount, and a posted transaction has its one entry.
ALTER TABLE stipple.ledger_entry
  ADD COLUMN card_transaction_id uuid,
  ADD CONSTRAINT card_transaction_posted_once UNIQUE (clinic_id, card_transaction_id),
  ADD CONSTRAINT entry_of_card_transaction FOREIGN KEY (clinic_id, card_transaction_id, agreement_id, kind, cents)
    REFERENCES stipple.card_transaction (clinic_id, posted_id, agreement_id, kind, cents),
  ADD CONSTRAINT card_transaction_is_by_card CHECK (card_transaction_id IS NULL OR coalesce(method = 'card', false));
COMMENT ON COLUMN stipple.ledger_entry.card_transaction_id IS 'Of money that came or went by card online: what the card provider confirmed.';
GRANT INSERT (card_transaction_id) ON stipple.ledger_entry TO stipple_app;
ALTER TABLE stipple.card_transaction ADD CONSTRAINT card_transaction_is_in_ledger FOREIGN KEY (clinic_id, posted_id)
  REFERENCES stipple.ledger_entry (clinic_id, card_transaction_id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE stipple.card_notice (
  clinic_id uuid NOT NULL,
  event_id text NOT NULL CHECK (event_id ~ '^[[:graph:]]{1,100}$'),
  transaction_id uuid NOT NULL,
  what text NOT NULL CHECK (what IN ('paid', 'not_paid', 'refunds_changed')),
  cents bigint,
  currency text CHECK (currency ~ '^[a-z]{3}$'),
  happened_at timestamptz NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, event_id),
  CONSTRAINT paid_notice_says_how_much CHECK ((what = 'paid') = (cents IS NOT NULL) AND (what = 'paid') = (currency IS NOT NULL)),
  FOREIGN KEY (clinic_id, transaction_id) REFERENCES stipple.card_transaction (clinic_id, id)
);
COMMENT ON TABLE stipple.card_notice IS 'What the card provider told us, by the number of its event. Written once; the same event again is known by it.';
CALL stipple.scope_by_clinic('stipple.card_notice');
GRANT SELECT, INSERT (clinic_id, event_id, transaction_id, what, cents, currency, happened_at) ON stipple.card_notice TO stipple_app;
CREATE INDEX card_notice_transaction ON stipple.card_notice (clinic_id, transaction_id);

-- A notice comes before any clinic is known, so the next two look across clinics. Each answers one question.
-- Whose a transaction is, by its id or by the provider's reference of a payment, and on whose behalf it was asked for.
CREATE FUNCTION stipple.card_transaction_of(wanted uuid, payment_ref text)
  RETURNS TABLE (clinic_id uuid, clinic_name text, time_zone text, is_demo boolean, transaction_id uuid, staff_id uuid, staff_name text, email text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  SELECT c.id, c.name, c.time_zone, c.is_demo, t.id, s.id, s.name, s.email
    FROM stipple.card_transaction t
    JOIN stipple.clinic c ON c.id = t.clinic_id
    JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (t.clinic_id, t.id, 1)
    JOIN stipple.staff s ON (s.clinic_id, s.id) = (e.clinic_id, e.actor_id)
   WHERE t.id = wanted OR (wanted IS NULL AND t.kind = 'payment' AND t.provider_ref = payment_ref)
$$;

CREATE TABLE stipple.unclaimed_card_notice (
  event_id text PRIMARY KEY CHECK (event_id ~ '^[[:graph:]]{1,100}$'),
  what text NOT NULL CHECK (what IN ('paid', 'not_paid', 'refunds_changed')),
  transaction_id uuid NOT NULL,
  payment_ref text CHECK (payment_ref ~ '^[[:graph:]]{1,80}$'),
  cents bigint,
  currency text,
  happened_at timestamptz NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE stipple.unclaimed_card_notice IS 'Notices that bear our mark and name a transaction that this database does not know, as after a restored backup. No clinic may read them: nobody knows whose money it is.';
CREATE FUNCTION stipple.keep_unclaimed_card_notice(event text, what text, wanted uuid, payment_ref text, cents bigint, currency text, happened_at timestamptz)
  RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, stipple, pg_temp AS $$
  INSERT INTO stipple.unclaimed_card_notice (event_id, what, transaction_id, payment_ref, cents, currency, happened_at)
  VALUES (event, what, wanted, payment_ref, cents, currency, happened_at) ON CONFLICT DO NOTHING
$$;

ALTER TABLE stipple.task DROP CONSTRAINT task_kind_check, ADD CONSTRAINT task_kind_check
  CHECK (kind IN ('rebook_blocked', 'call_payer', 'prove_phone_approval', 'answer_payer', 'revise_letter', 'clinical_alert',
    'answer_late', 'chase_decision', 'renew_authorization', 'ask_for_units', 'secure_booking',
    'confirm_receipt', 'ask_for_call', 'file_appeal', 'filing_missed', 'collect_installment', 'settle_card_payment'));

INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES
  ('card_transaction', 'nowhere', 'ask', 'asked'),
  ('card_transaction', 'nowhere', 'give_back', 'asked'),
  ('card_transaction', 'nowhere', 'post', 'posted'),
  ('card_transaction', 'asked', 'post', 'posted'),
  ('card_transaction', 'ended', 'post', 'posted'),
  ('card_transaction', 'asked', 'end', 'ended'),
  ('card_transaction', 'nowhere', 'hold', 'held'),
  ('card_transaction', 'asked', 'hold', 'held'),
  ('card_transaction', 'ended', 'hold', 'held'),
  ('card_transaction', 'held', 'settle', 'settled');
`,
);
