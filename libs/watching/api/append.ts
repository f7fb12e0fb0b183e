import type { AuditNote } from '@stipple/database';
import type { PoolClient } from 'pg';

/** The case that the watching writes to. */
export interface Place {
  readonly clinicId: string;
  readonly caseId: string;
}

interface Event {
  readonly subject: 'task' | 'clock_change';
  readonly id: string;
  readonly seq: number;
  readonly from: string;
  readonly move: 'raise' | 'finish' | 'record';
  readonly to: string;
  readonly data: object;
}

/** Writes what happened by itself into the history of a case, and returns what the audit trail is to say of it. */
export async function append(
  tx: PoolClient,
  { clinicId, caseId }: Place,
  { subject, id, seq, from, move, to, data }: Event,
): Promise<AuditNote> {
  await tx.query({
    name: 'append_watched',
    text: `INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id, data)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, $9)`,
    values: [clinicId, caseId, subject, id, seq, from, move, to, JSON.stringify(data)],
  });
  return { action: `${subject}.${move}`, subject, subjectId: id, caseId, detail: { seq, from, to } };
}
