import { plainSql } from './plain-sql';

export const Queue = plainSql(
  'Queue1795392000013',
  /* sql */ `
ALTER TABLE stipple.treatment_case
  ADD due_for text CHECK (due_for IN ('deadline', 'session', 'estimate', 'task', 'touch')),
  ADD deadline_on date,
  ADD deadline_what text,
  ADD file_by_on date,
  ADD bookable_until date,
  ADD money_cents bigint CHECK (money_cents >= 0);

-- What the domain derives (press.ts), for the cases that were there before it did.
UPDATE stipple.treatment_case c SET
  deadline_on = d.on_day, deadline_what = d.what, file_by_on = f.on_day, bookable_until = b.until, money_cents = m.cents,
  due_on = CASE WHEN d.on_day <= w.own THEN d.on_day ELSE coalesce(w.own, d.on_day, c.due_on) END,
  due_for = CASE WHEN w.own IS NULL AND d.on_day IS NOT NULL OR d.on_day <= w.own THEN 'deadline'
                 WHEN w.own IS NOT NULL THEN w.own_for WHEN c.due_on IS NOT NULL THEN 'touch' END
FROM stipple.treatment_case x
  CROSS JOIN LATERAL (SELECT min(g.file_by_on) AS on_day FROM stipple.challenge g
    WHERE (g.clinic_id, g.case_id) = (x.clinic_id, x.id) AND g.state IN ('open', 'drafted', 'signed')) f
  CROSS JOIN LATERAL (SELECT min(r.respond_by_on) AS on_day FROM stipple.auth_request r
    WHERE (r.clinic_id, r.case_id) = (x.clinic_id, x.id) AND r.state = 'information_requested') q
  CROSS JOIN LATERAL (SELECT least(q.on_day, f.on_day) AS on_day,
    CASE WHEN q.on_day <= f.on_day OR f.on_day IS NULL AND q.on_day IS NOT NULL THEN 'Payer’s question must be answered'
         WHEN f.on_day IS NOT NULL THEN 'Appeal must be filed' END AS what) d
  CROSS JOIN LATERAL (SELECT
      CASE WHEN x.next_step IN ('Next session is booked', 'Record the treatment of the checked-in patient') THEN 'session'
           WHEN x.next_step = 'Sign the self-pay agreement' THEN 'estimate'
           WHEN x.next_step LIKE '% blocked: renew the clearance, rebook or cancel' AND EXISTS (SELECT FROM stipple.task t
             WHERE (t.clinic_id, t.case_id, t.state, t.kind) = (x.clinic_id, x.id, 'open', 'rebook_blocked')) THEN 'task' END AS own_for) o
  CROSS JOIN LATERAL (SELECT o.own_for, CASE WHEN o.own_for IS NOT NULL THEN x.due_on END AS own) w
  CROSS JOIN LATERAL (SELECT max(k.closes_on) AS until FROM stipple.clearance k
    JOIN stipple.clinic z ON z.id = k.clinic_id
    WHERE (k.clinic_id, k.case_id) = (x.clinic_id, x.id) AND k.active AND k.closes_on >= (now() AT TIME ZONE z.time_zone)::date
      AND k.units > (SELECT count(*) FROM stipple.session_unit u WHERE (u.clinic_id, u.clearance_id) = (k.clinic_id, k.id) AND u.hold <> 'none')
      AND x.planned_sessions > (SELECT count(*) FROM stipple.treatment_session s WHERE (s.clinic_id, s.case_id) = (x.clinic_id, x.id) AND s.hold = 'used')
      AND NOT EXISTS (SELECT FROM stipple.treatment_session s WHERE (s.clinic_id, s.case_id) = (x.clinic_id, x.id) AND s.hold = 'live')) b
  CROSS JOIN LATERAL (SELECT (SELECT g.total_cents FROM stipple.self_pay_agreement g WHERE (g.clinic_id, g.case_id) = (x.clinic_id, x.id)
    AND g.state IN ('draft', 'estimate_issued', 'signed', 'active') ORDER BY g.id DESC LIMIT 1) AS cents) m
WHERE (c.clinic_id, c.id) = (x.clinic_id, x.id) AND x.state = 'open';

ALTER TABLE stipple.treatment_case
  ADD CONSTRAINT due_day_says_what_for CHECK ((due_on IS NULL) = (due_for IS NULL)),
  ADD CONSTRAINT deadline_says_what CHECK ((deadline_on IS NULL) = (deadline_what IS NULL)),
  ADD CONSTRAINT closed_case_presses_nobody CHECK (state <> 'closed' OR num_nonnulls(deadline_on, file_by_on, bookable_until, money_cents) = 0);
COMMENT ON COLUMN stipple.treatment_case.due_for IS 'What due_on is: a legal deadline, a session, the end of an estimate, a task, or only the promise to look again.';
COMMENT ON COLUMN stipple.treatment_case.deadline_on IS 'The first legal deadline that runs. Derived by the domain (press.ts), as the columns after it; nobody sets them.';
COMMENT ON COLUMN stipple.treatment_case.deadline_what IS 'What has to be done by deadline_on, as the beginning of a sentence.';
COMMENT ON COLUMN stipple.treatment_case.file_by_on IS 'The first day by which a running challenge has to be filed.';
COMMENT ON COLUMN stipple.treatment_case.bookable_until IS 'The last day of what clears a next session, while none is booked.';
COMMENT ON COLUMN stipple.treatment_case.money_cents IS 'What would be lost now: the total of the open or signed self-pay agreement. Null where no price is known.';
GRANT INSERT (due_for, deadline_on, deadline_what, file_by_on, bookable_until, money_cents), UPDATE (due_for, deadline_on, deadline_what, file_by_on, bookable_until, money_cents)
  ON stipple.treatment_case TO stipple_app;

-- How much a case presses: legal deadline, next touch, money at risk (largest first), id. Each view has its own walk.
DROP INDEX stipple.case_queue_by_touch, stipple.case_queue_by_due, stipple.case_by_stage;
CREATE INDEX queue_by_press ON stipple.treatment_case
  (clinic_id, coalesce(deadline_on, 'infinity'), coalesce(next_touch_on, 'infinity'), (- coalesce(money_cents, 0)), id) WHERE state = 'open';
CREATE INDEX queue_of_owner ON stipple.treatment_case
  (clinic_id, owner_id, coalesce(deadline_on, 'infinity'), coalesce(next_touch_on, 'infinity'), (- coalesce(money_cents, 0)), id) WHERE state = 'open';
CREATE INDEX queue_of_nobody ON stipple.treatment_case
  (clinic_id, coalesce(deadline_on, 'infinity'), coalesce(next_touch_on, 'infinity'), (- coalesce(money_cents, 0)), id) WHERE state = 'open' AND owner_id IS NULL;
CREATE INDEX queue_of_party ON stipple.treatment_case
  (clinic_id, acts_next, coalesce(deadline_on, 'infinity'), coalesce(next_touch_on, 'infinity'), (- coalesce(money_cents, 0)), id) WHERE state = 'open';
CREATE INDEX queue_of_stage ON stipple.treatment_case
  (clinic_id, stage, coalesce(deadline_on, 'infinity'), coalesce(next_touch_on, 'infinity'), (- coalesce(money_cents, 0)), id) WHERE state = 'open';
CREATE INDEX queue_of_self_pay ON stipple.treatment_case
  (clinic_id, coalesce(deadline_on, 'infinity'), coalesce(next_touch_on, 'infinity'), (- coalesce(money_cents, 0)), id)
  WHERE state = 'open' AND stage IN ('self_pay_open', 'self_pay_ready');
CREATE INDEX queue_of_appeals ON stipple.treatment_case
  (clinic_id, coalesce(deadline_on, 'infinity'), coalesce(next_touch_on, 'infinity'), (- coalesce(money_cents, 0)), id)
  WHERE state = 'open' AND file_by_on IS NOT NULL;
CREATE INDEX queue_to_book ON stipple.treatment_case
  (clinic_id, coalesce(deadline_on, 'infinity'), coalesce(next_touch_on, 'infinity'), (- coalesce(money_cents, 0)), id)
  WHERE state = 'open' AND bookable_until IS NOT NULL;
CREATE INDEX queue_of_payer ON stipple.treatment_case
  (clinic_id, payer_id, coalesce(deadline_on, 'infinity'), coalesce(next_touch_on, 'infinity'), (- coalesce(money_cents, 0)), id) WHERE state = 'open';
CREATE INDEX queue_by_due ON stipple.treatment_case (clinic_id, coalesce(due_on, 'infinity'), id) WHERE state = 'open';
CREATE INDEX queue_by_touch ON stipple.treatment_case (clinic_id, coalesce(next_touch_on, 'infinity'), id) WHERE state = 'open';
CREATE INDEX queue_by_money ON stipple.treatment_case (clinic_id, coalesce(money_cents, 0), id) WHERE state = 'open';
CREATE INDEX closed_cases ON stipple.treatment_case
  (clinic_id, coalesce(deadline_on, 'infinity'), coalesce(next_touch_on, 'infinity'), (- coalesce(money_cents, 0)), id) WHERE state = 'closed';

CREATE TABLE stipple.case_lease (
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  case_seq integer NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  until timestamptz NOT NULL,
  given_back_at timestamptz,
  PRIMARY KEY (clinic_id, case_id),
  CONSTRAINT lease_given_back_is_over CHECK (given_back_at IS NULL OR until <= given_back_at),
  FOREIGN KEY (clinic_id, case_id) REFERENCES stipple.treatment_case (clinic_id, id),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.case_lease IS 'Who was served a case last, and until when nobody else is. Once that has passed it keeps nobody off.';
COMMENT ON COLUMN stipple.case_lease.case_seq IS 'The case''s version when it was served: what has not changed since is not served to the same person again at once.';
COMMENT ON COLUMN stipple.case_lease.given_back_at IS 'When the person went on to another case; null while they work on it, and where they just vanished.';
CALL stipple.scope_by_clinic('stipple.case_lease');
GRANT SELECT, INSERT (clinic_id, case_id, staff_id, case_seq, taken_at, until), UPDATE (staff_id, case_seq, taken_at, until, given_back_at) ON stipple.case_lease TO stipple_app;
CREATE INDEX case_lease_of_staff ON stipple.case_lease (clinic_id, staff_id) WHERE given_back_at IS NULL;

CREATE TABLE stipple.saved_view (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  staff_id uuid NOT NULL,
  name text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 60),
  query text NOT NULL CHECK (length(query) <= 2000),
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES stipple.staff (clinic_id, id)
);
COMMENT ON TABLE stipple.saved_view IS 'A view of the queue that somebody keeps for themselves under a name.';
COMMENT ON COLUMN stipple.saved_view.query IS 'The queue''s query string. Never a search text: that may be a patient''s name.';
CALL stipple.scope_by_clinic('stipple.saved_view');
GRANT SELECT, INSERT (clinic_id, id, staff_id, name, query), UPDATE (name, query), DELETE ON stipple.saved_view TO stipple_app;
CREATE UNIQUE INDEX saved_view_name_once ON stipple.saved_view (clinic_id, staff_id, lower(name));
`,
);
