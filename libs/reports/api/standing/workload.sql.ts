import { movesOfKind, recordedDays } from '@stipple/domain';
import type { ListSql } from './list-sql';
import { clinic, dayOf, today } from './standing-values';

/** Due is what the queue counts as due: its own column, compared with the same day. */
export const openCases: ListSql = {
  from: 'stipple.treatment_case c',
  of: 'c',
  where: `c.clinic_id = ${clinic} AND c.state = 'open'`,
  columns: {
    id: 'c.id',
    // What has no due day comes last.
    ordinal: `coalesce(c.due_on - ${today}, 2147483647)`,
    part: `CASE WHEN c.press_due < ${today} THEN 'overdue' WHEN c.press_due = ${today} THEN 'due_today' END`,
    day: 'c.due_on',
    days: `${today} - c.due_on`,
    about: 'c.next_step',
    person_id: 'c.owner_id',
  },
};

/** What a recorded move was about. @param move SQL for `subject.move` */
export function recordedKind(move: string): string {
  const kinds = Object.entries(movesOfKind).map(
    ([kind, moves]) => `WHEN ${move} IN (${moves.map((one) => `'${one}'`).join(', ')}) THEN '${kind}'`,
  );
  return `CASE ${kinds.join(' ')} ELSE 'other_steps' END`;
}

/** The first day of which recorded steps count. */
export const recordedSince = `(${today} - ${recordedDays - 1})`;

const move = `e.subject || '.' || e.move`;

/** Of the clock nothing but the day leaves the database; those of one day come by id, which says no time either. */
export const recordedSteps: ListSql = {
  from: 'stipple.case_event e',
  of: 'e',
  where: `e.clinic_id = ${clinic} AND e.at >= ${recordedSince}::timestamp AT TIME ZONE $2::text AND e.actor_id IS NOT NULL`,
  columns: {
    id: `e.subject_id || '.' || e.seq`,
    ordinal: `${today} - ${dayOf('e.at')}`,
    part: recordedKind(move),
    day: dayOf('e.at'),
    days: `${today} - ${dayOf('e.at')}`,
    about: move,
    person_id: 'e.actor_id',
  },
};
