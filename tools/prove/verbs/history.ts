import type { Ground } from '../ground';
import { Columns, assignments, inOrder, insert, literal, update } from '../sql';

export const nowhere = 'nowhere';

/** Which record of which case. */
export interface Of {
  readonly caseId: string;
  readonly id: string;
}

export interface Moved {
  readonly seq: number;
  readonly from: string;
  readonly move: string;
  readonly to: string;
}

/** One entry of the history, and only that. */
export function event(ground: Ground, subject: string, of: Of, moved: Moved, forged: Columns = {}): string {
  return insert('case_event', {
    clinic_id: ground.clinicId,
    case_id: of.caseId,
    subject,
    subject_id: of.id,
    seq: moved.seq,
    from_state: moved.from,
    move: moved.move,
    to_state: moved.to,
    actor_id: ground.coordinatorId,
    ...forged,
  });
}

/** A subject's row as it is first written, and only that. */
export function row(ground: Ground, subject: string, of: Of, state: string, columns: Columns): string {
  const case_id = subject === 'treatment_case' ? undefined : of.caseId;
  return insert(subject, { clinic_id: ground.clinicId, id: of.id, case_id, state, seq: 1, ...columns });
}

/** A new subject: its row and its first event. */
export function begin(
  ground: Ground,
  subject: string,
  of: Of,
  { move, to }: Pick<Moved, 'move' | 'to'>,
  columns: Columns,
): string {
  return inOrder(
    row(ground, subject, of, to, columns),
    event(ground, subject, of, { seq: 1, from: nowhere, move, to }),
  );
}

/** A known subject's next move: its row and its event. */
export function step(ground: Ground, subject: string, of: Of, moved: Moved, set: Columns = {}): string {
  const { seq, to } = moved;
  return inOrder(
    update(subject, { state: to, seq, ...set }, { clinic_id: ground.clinicId, id: of.id }),
    event(ground, subject, of, moved),
  );
}

/** Moves of subjects that are found by a condition, in one statement: rows and events. Says how many moved. */
export function stepWhere(
  ground: Ground,
  subject: string,
  condition: string,
  { move, to }: Pick<Moved, 'move' | 'to'>,
  set: Columns = {},
): string {
  const also = Object.keys(set).length === 0 ? '' : `, ${assignments(set)}`;
  return `WITH moved AS (
  UPDATE stipple.${subject} x SET state = ${literal(to)}, seq = x.seq + 1${also}
   WHERE x.clinic_id = ${literal(ground.clinicId)} AND ${condition}
  RETURNING new.clinic_id, new.case_id, new.id, new.seq, old.state AS was)
INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id)
SELECT clinic_id, case_id, ${literal(subject)}, id, seq, was, ${literal(move)}, ${literal(to)}, ${literal(ground.coordinatorId)} FROM moved`;
}
