import { plainSql } from './plain-sql';

/** A physician who does not sign a letter says why, and its author has something to do. */
export const ChangesAsked = plainSql(
  'ChangesAsked1795392000018',
  /* sql */ `
INSERT INTO stipple.move_allowed (subject, from_state, move, to_state) VALUES ('letter', 'ready', 'ask_changes', 'draft');
ALTER TABLE stipple.task DROP CONSTRAINT task_kind_check, ADD CONSTRAINT task_kind_check
  CHECK (kind IN ('rebook_blocked', 'call_payer', 'prove_phone_approval', 'answer_payer', 'revise_letter'));
`,
);
