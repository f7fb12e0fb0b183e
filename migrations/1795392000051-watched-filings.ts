import { plainSql } from './plain-sql';

/** Tasks for what was sent and not acknowledged, and for the last days to argue with a decision. */
export const WatchedFilings = plainSql(
  'WatchedFilings1795392000051',
  /* sql */ `
ALTER TABLE stipple.task DROP CONSTRAINT task_kind_check, ADD CONSTRAINT task_kind_check
  CHECK (kind IN ('rebook_blocked', 'call_payer', 'prove_phone_approval', 'answer_payer', 'revise_letter', 'clinical_alert',
    'answer_late', 'chase_decision', 'renew_authorization', 'ask_for_units', 'secure_booking',
    'confirm_receipt', 'ask_for_call', 'file_appeal', 'filing_missed'));
`,
);
