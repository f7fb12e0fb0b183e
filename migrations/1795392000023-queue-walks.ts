import { plainSql } from './plain-sql';

export const QueueWalks = plainSql(
  'QueueWalks1795392000023',
  /* sql */ `
-- PostgreSQL takes neither coalesce nor a minus for leakproof. So, under row-level security, a condition with them is no
-- index condition, and a page far down read everything before it. Columns of their own hold what the queue sorts by.
ALTER TABLE stipple.treatment_case
  ADD press_deadline date NOT NULL GENERATED ALWAYS AS (coalesce(deadline_on, 'infinity')) STORED,
  ADD press_touch date NOT NULL GENERATED ALWAYS AS (coalesce(next_touch_on, 'infinity')) STORED,
  ADD press_money bigint NOT NULL GENERATED ALWAYS AS (- coalesce(money_cents, 0)) STORED,
  ADD press_due date NOT NULL GENERATED ALWAYS AS (coalesce(due_on, 'infinity')) STORED;
COMMENT ON COLUMN stipple.treatment_case.press_deadline IS 'What the queue sorts by: deadline_on, none coming last.';
COMMENT ON COLUMN stipple.treatment_case.press_touch IS 'What the queue sorts by: next_touch_on, none coming last.';
COMMENT ON COLUMN stipple.treatment_case.press_money IS 'What the queue sorts by: money_cents, the largest first.';
COMMENT ON COLUMN stipple.treatment_case.press_due IS 'What the queue sorts by: due_on, none coming last.';
DROP INDEX stipple.queue_by_press, stipple.queue_of_owner, stipple.queue_of_nobody, stipple.queue_of_party, stipple.queue_of_stage, stipple.queue_of_self_pay, stipple.queue_of_appeals, stipple.queue_to_book, stipple.queue_of_payer, stipple.closed_cases,
  stipple.queue_by_due, stipple.queue_by_touch, stipple.queue_by_money;
CREATE INDEX queue_by_press ON stipple.treatment_case
  (clinic_id, press_deadline, press_touch, press_money, id) WHERE state = 'open';
CREATE INDEX queue_of_owner ON stipple.treatment_case
  (clinic_id, owner_id, press_deadline, press_touch, press_money, id) WHERE state = 'open';
CREATE INDEX queue_of_nobody ON stipple.treatment_case
  (clinic_id, press_deadline, press_touch, press_money, id) WHERE state = 'open' AND owner_id IS NULL;
CREATE INDEX queue_of_party ON stipple.treatment_case
  (clinic_id, acts_next, press_deadline, press_touch, press_money, id) WHERE state = 'open';
CREATE INDEX queue_of_stage ON stipple.treatment_case
  (clinic_id, stage, press_deadline, press_touch, press_money, id) WHERE state = 'open';
CREATE INDEX queue_of_self_pay ON stipple.treatment_case
  (clinic_id, press_deadline, press_touch, press_money, id)
  WHERE state = 'open' AND stage IN ('self_pay_open', 'self_pay_ready');
CREATE INDEX queue_of_appeals ON stipple.treatment_case
  (clinic_id, press_deadline, press_touch, press_money, id)
  WHERE state = 'open' AND file_by_on IS NOT NULL;
CREATE INDEX queue_to_book ON stipple.treatment_case
  (clinic_id, press_deadline, press_touch, press_money, id)
  WHERE state = 'open' AND bookable_until IS NOT NULL;
CREATE INDEX queue_of_payer ON stipple.treatment_case
  (clinic_id, payer_id, press_deadline, press_touch, press_money, id) WHERE state = 'open';
CREATE INDEX closed_cases ON stipple.treatment_case
  (clinic_id, press_deadline, press_touch, press_money, id) WHERE state = 'closed';
CREATE INDEX queue_by_due ON stipple.treatment_case (clinic_id, press_due, id) WHERE state = 'open';
CREATE INDEX queue_by_touch ON stipple.treatment_case (clinic_id, press_touch, id) WHERE state = 'open';
CREATE INDEX queue_by_money ON stipple.treatment_case (clinic_id, press_money, id) WHERE state = 'open';
`,
);
