import type pg from 'pg';

/** As many of the latest moves as an administrator leafs through at a first visit. */
const entries = 1500;

/**
 * The audit chain of the demo clinic: the latest moves of its stories, each entry with the hash over the one before,
 * as `append_audit` builds them, but at the time of the story.
 */
export async function writeAuditTrail(client: pg.ClientBase, clinicId: string): Promise<void> {
  const clinic = client.escapeLiteral(clinicId);
  // Each hash needs the one before it, hence a loop; a DO block takes no parameters, hence the literal.
  await client.query(`DO $trail$
    DECLARE
      told record;
      number bigint := 0;
      head bytea := sha256('');
    BEGIN
      FOR told IN
        SELECT e.*, jsonb_build_object('seq', e.seq, 'from', e.from_state, 'to', e.to_state) AS detail
          FROM (SELECT * FROM stipple.case_event WHERE clinic_id = ${clinic} ORDER BY at DESC, position DESC LIMIT ${entries}) e
         ORDER BY e.at, e.position
      LOOP
        number := number + 1;
        head := stipple.audit_hash(head, told.clinic_id, number, told.at, told.actor_id, told.subject || '.' || told.move,
          told.subject, told.subject_id, told.case_id, NULL, told.detail);
        INSERT INTO stipple.audit_entry (clinic_id, seq, at, actor_id, action, subject, subject_id, case_id, detail, hash)
        VALUES (told.clinic_id, number, told.at, told.actor_id, told.subject || '.' || told.move,
          told.subject, told.subject_id, told.case_id, told.detail, head);
      END LOOP;
      INSERT INTO stipple.audit_head (clinic_id, seq, hash) VALUES (${clinic}, number, head);
    END $trail$`);
}
