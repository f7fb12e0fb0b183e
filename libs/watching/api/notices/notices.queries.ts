import type { Notices, SeeNotices } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';

/*
 * New is what stands behind the person's mark in the outbox. Only what is below the oldest running transaction counts,
 * as for live events: what commits later than it was numbered would else be passed over by the mark, and never be new.
 */
const noticesSql = /* sql */ `
WITH told AS (
  SELECT t.id, t.case_id, t.about, t.due_on, e.at, e.tx, e.position,
         (e.tx, e.position) > (coalesce(m.seen_tx, '0'), coalesce(m.seen_position, 0)) AS is_new
    FROM stipple.task t
    JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (t.clinic_id, t.id, 1)
    LEFT JOIN stipple.notice_mark m ON (m.clinic_id, m.staff_id) = (t.clinic_id, $2)
   WHERE t.clinic_id = $1 AND t.state = 'open' AND t.watch_key IS NOT NULL AND t.for_role = ANY ($3)
     AND e.tx < pg_snapshot_xmin(pg_current_snapshot())
), newest AS (SELECT * FROM told ORDER BY tx DESC, position DESC LIMIT 50)
SELECT (SELECT coalesce(json_agg(json_build_object('taskId', n.id, 'caseId', n.case_id, 'caseNumber', c.case_number, 'about', n.about, 'dueOn', n.due_on, 'at', n.at, 'isNew', n.is_new)
            ORDER BY n.tx DESC, n.position DESC), '[]')
          FROM newest n JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = ($1, n.case_id) AND c.state = 'open') AS items,
       (SELECT count(*)::int FROM told JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = ($1, told.case_id) AND c.state = 'open' WHERE is_new) AS fresh,
       (SELECT tx || '-' || position FROM newest ORDER BY tx DESC, position DESC LIMIT 1) AS "upTo"`;

/**
 * What the watching has raised for the roles of whoever asks, and is not done yet. Not entered in the audit trail: it
 * says nothing of a patient.
 */
export async function readNotices(db: ClinicDatabase, who: Principal): Promise<Notices> {
  const values = [who.clinicId, who.staffId, who.roles];
  const [notices] = await db.read<Notices>(who, { name: 'notices', text: noticesSql, values });
  return notices ?? { items: [], fresh: 0, upTo: null };
}

const seeSql = /* sql */ `
INSERT INTO stipple.notice_mark AS m (clinic_id, staff_id, seen_tx, seen_position) VALUES ($1, $2, $3::xid8, $4)
ON CONFLICT (clinic_id, staff_id) DO UPDATE SET seen_tx = excluded.seen_tx, seen_position = excluded.seen_position
  WHERE (m.seen_tx, m.seen_position) < (excluded.seen_tx, excluded.seen_position)`;

/** Moves the mark forward, never back: another tab may have looked at more. */
export async function seeNotices(db: ClinicDatabase, who: Principal, { upTo }: SeeNotices): Promise<void> {
  const [tx, position] = upTo.split('-');
  const values = [who.clinicId, who.staffId, tx, position];
  await db.write(who, [{ name: 'see_notices', text: seeSql, values }]);
}
