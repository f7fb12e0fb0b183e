import { movesOfKind, recordedDays } from '@stipple/domain';
import { type ListSql, itsCase } from './list-sql';
import { clinic, dayOf, today } from './standing-values';

/** Due is what the queue counts as due: its own column, compared with the same day. */
export const openCases: ListSql = {
  from: 'stipple.treatment_case c',
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

const kinds = Object.entries(movesOfKind).map(
  ([kind, moves]) =>
    `WHEN e.subject || '.' || e.move IN (${moves.map((one) => `'${one}'`).join(', ')}) THEN '${kind}'`,
);

/** The first day of which recorded steps count. */
export const recordedSince = `(${today} - ${recordedDays - 1})`;

/** Of the clock nothing but the day leaves the database; those of one day come by id, which says no time either. */
export const recordedSteps: ListSql = {
  from: `stipple.case_event e ${itsCase('e')}`,
  where: `e.clinic_id = ${clinic} AND e.at >= ${recordedSince}::timestamp AT TIME ZONE $2::text AND e.actor_id IS NOT NULL`,
  columns: {
    id: `e.subject_id || '.' || e.seq`,
    ordinal: `${today} - ${dayOf('e.at')}`,
    part: `CASE ${kinds.join(' ')} ELSE 'other_steps' END`,
    day: dayOf('e.at'),
    days: `${today} - ${dayOf('e.at')}`,
    about: `e.subject || '.' || e.move`,
    person_id: 'e.actor_id',
  },
};
