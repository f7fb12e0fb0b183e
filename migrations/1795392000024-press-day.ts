import { plainSql } from './plain-sql';

export const PressDay = plainSql(
  'PressDay1795392000024',
  /* sql */ `
-- A deadline half a year off stood above a touch that was two weeks overdue. What comes first presses first now: the
-- deadline or the promised touch. On one day the deadline counts more, then the money.
ALTER TABLE stipple.treatment_case
  DROP COLUMN press_deadline,
  ADD press_day date NOT NULL GENERATED ALWAYS AS (coalesce(least(deadline_on, next_touch_on), 'infinity')) STORED,
  ADD press_rank smallint NOT NULL GENERATED ALWAYS AS (CASE WHEN deadline_on <= next_touch_on OR deadline_on IS NOT NULL AND next_touch_on IS NULL THEN 0 ELSE 1 END) STORED;
COMMENT ON COLUMN stipple.treatment_case.press_day IS 'What the queue sorts by: deadline_on or next_touch_on, whichever comes first, none coming last.';
COMMENT ON COLUMN stipple.treatment_case.press_rank IS 'What the queue sorts by within a day: 0 where press_day is that of a legal deadline, 1 where it is only a promise.';
-- Their indexes went with the column.
CREATE INDEX queue_by_press ON stipple.treatment_case
  (clinic_id, press_day, press_rank, press_money, id) WHERE state = 'open';
CREATE INDEX queue_of_owner ON stipple.treatment_case
  (clinic_id, owner_id, press_day, press_rank, press_money, id) WHERE state = 'open';
CREATE INDEX queue_of_nobody ON stipple.treatment_case
  (clinic_id, press_day, press_rank, press_money, id) WHERE state = 'open' AND owner_id IS NULL;
CREATE INDEX queue_of_party ON stipple.treatment_case
  (clinic_id, acts_next, press_day, press_rank, press_money, id) WHERE state = 'open';
CREATE INDEX queue_of_stage ON stipple.treatment_case
  (clinic_id, stage, press_day, press_rank, press_money, id) WHERE state = 'open';
CREATE INDEX queue_of_self_pay ON stipple.treatment_case
  (clinic_id, press_day, press_rank, press_money, id)
  WHERE state = 'open' AND stage IN ('self_pay_open', 'self_pay_ready');
CREATE INDEX queue_of_appeals ON stipple.treatment_case
  (clinic_id, press_day, press_rank, press_money, id)
  WHERE state = 'open' AND file_by_on IS NOT NULL;
CREATE INDEX queue_to_book ON stipple.treatment_case
  (clinic_id, press_day, press_rank, press_money, id)
  WHERE state = 'open' AND bookable_until IS NOT NULL;
CREATE INDEX queue_of_payer ON stipple.treatment_case
  (clinic_id, payer_id, press_day, press_rank, press_money, id) WHERE state = 'open';
CREATE INDEX closed_cases ON stipple.treatment_case
  (clinic_id, press_day, press_rank, press_money, id) WHERE state = 'closed';
`,
);
