/**
 * The notices of the person $2 of the clinic $1, who holds the roles $3: what the watching has raised for them and is not
 * done. Only what is below the oldest running transaction, as for live events: a place says of everything before it that it
 * was there, and what commits later than it was numbered would else be marked as read unseen.
 */
export const toldSql = /* sql */ `
  SELECT t.id, t.case_id, c.case_number, t.kind, t.about, t.due_on, e.at, e.tx, e.position, r.task_id IS NOT NULL AS is_read
    FROM stipple.task t
    JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (t.clinic_id, t.case_id) AND c.state = 'open'
    JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (t.clinic_id, t.id, 1)
    LEFT JOIN stipple.notice_read r ON (r.clinic_id, r.staff_id, r.task_id) = (t.clinic_id, $2, t.id)
   WHERE t.clinic_id = $1 AND t.state = 'open' AND t.watch_key IS NOT NULL AND t.for_role = ANY ($3)
     AND e.tx < pg_snapshot_xmin(pg_current_snapshot())`;
