import { plainSql } from './plain-sql';

/**
 * An entry that was typed wrong is reversed by another, which repeats what it reverses and takes it out of the sums. It is no
 * refund: no money went back. The reference of a payment that was reversed is free for the payment that it should have been.
 */
export const ReversedEntries = plainSql(
  'ReversedEntries1795392000061',
  /* sql */ `
DROP INDEX stipple.payment_recorded_once;
ALTER TABLE stipple.ledger_entry
  ADD COLUMN reverses text,
  ADD COLUMN reversed_no integer,
  ADD COLUMN freed_by integer,
  -- Only what people typed can have been typed wrong: a charge comes with its session, and what the card provider confirmed
  -- did happen.
  ADD COLUMN typed_no integer GENERATED ALWAYS AS (CASE WHEN kind IN ('payment', 'refund', 'adjustment') AND card_transaction_id IS NULL THEN entry_no END) STORED,
  -- By which a reversed entry is known again beside its amount.
  ADD COLUMN how text GENERATED ALWAYS AS (coalesce(method, '') || ' ' || coalesce(lower(reference), '')) STORED,
  DROP CONSTRAINT ledger_entry_kind_check,
  DROP CONSTRAINT money_has_a_method,
  ADD CONSTRAINT ledger_entry_kind_check CHECK (kind IN ('charge', 'payment', 'refund', 'adjustment', 'reversal')),
  ADD CONSTRAINT money_has_a_method CHECK ((coalesce(reverses, kind) IN ('payment', 'refund')) = (method IS NOT NULL)),
  ALTER COLUMN adjusted_cents SET EXPRESSION AS (adjusted_before + CASE WHEN kind = 'adjustment' THEN cents WHEN reverses = 'adjustment' THEN -cents ELSE 0 END),
  ALTER COLUMN paid_cents SET EXPRESSION AS (paid_before + CASE WHEN kind = 'payment' THEN cents WHEN reverses = 'payment' THEN -cents ELSE 0 END),
  ALTER COLUMN refunded_cents SET EXPRESSION AS (refunded_before + CASE WHEN kind = 'refund' THEN cents WHEN reverses = 'refund' THEN -cents ELSE 0 END),
  ALTER COLUMN debit_account SET EXPRESSION AS (CASE WHEN kind = 'payment' OR reverses = 'refund' THEN method || '_clearing' WHEN kind = 'adjustment' THEN 'adjustments' ELSE 'patient_receivable' END),
  ALTER COLUMN credit_account SET EXPRESSION AS (CASE WHEN kind = 'charge' THEN 'treatment_revenue' WHEN kind = 'refund' OR reverses = 'payment' THEN method || '_clearing' WHEN reverses = 'adjustment' THEN 'adjustments' ELSE 'patient_receivable' END);
COMMENT ON COLUMN stipple.ledger_entry.reverses IS 'Of a reversal: the kind of the entry that it takes out of the sums.';
COMMENT ON COLUMN stipple.ledger_entry.reversed_no IS 'Of a reversal: the number of that entry, of the same amount and known by the same words.';
COMMENT ON COLUMN stipple.ledger_entry.freed_by IS 'Of a payment whose reference was entered before: the number of the reversal that set it free.';
ALTER TABLE stipple.ledger_entry
  ADD CONSTRAINT reversal_reverses_entry CHECK ((kind = 'reversal') = (reverses IS NOT NULL) AND (kind = 'reversal') = (reversed_no IS NOT NULL)),
  ADD CONSTRAINT entry_can_be_reversed UNIQUE (clinic_id, agreement_id, typed_no, kind, cents, how),
  ADD CONSTRAINT reversal_of_entry FOREIGN KEY (clinic_id, agreement_id, reversed_no, reverses, cents, how)
    REFERENCES stipple.ledger_entry (clinic_id, agreement_id, typed_no, kind, cents, how),
  ADD CONSTRAINT entry_reversed_once UNIQUE (clinic_id, agreement_id, reversed_no),
  -- A payment's own kind finds the reversal of a payment.
  ADD CONSTRAINT reversal_frees_reference UNIQUE (clinic_id, agreement_id, entry_no, how, reverses),
  ADD CONSTRAINT reference_set_free FOREIGN KEY (clinic_id, agreement_id, freed_by, how, kind)
    REFERENCES stipple.ledger_entry (clinic_id, agreement_id, entry_no, how, reverses);
-- The same payment of an agreement is known by its reference.
CREATE UNIQUE INDEX payment_recorded_once ON stipple.ledger_entry (clinic_id, agreement_id, method, lower(reference), coalesce(freed_by, 0)) WHERE kind = 'payment';
CALL stipple.grant_insert_except('stipple.ledger_entry', '{}');

-- An estimate that is owed is something to do, which comes and goes by itself.
ALTER TABLE stipple.task DROP CONSTRAINT task_kind_check, ADD CONSTRAINT task_kind_check
  CHECK (kind IN ('rebook_blocked', 'call_payer', 'prove_phone_approval', 'answer_payer', 'revise_letter', 'clinical_alert',
    'answer_late', 'chase_decision', 'renew_authorization', 'ask_for_units', 'secure_booking',
    'confirm_receipt', 'ask_for_call', 'file_appeal', 'filing_missed', 'collect_installment',
    'settle_card_payment', 'look_at_photos', 'give_estimate'));

INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES
  ('ledger_entry', 'nowhere', 'reverse', 'posted');
`,
);
