import type { Neighbours, QueueQuery } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';
import { countCap } from './queue-page.queries';
import { clockSql } from './queue-row';
import { QueueStatement } from './queue-statement';

/** Which case, and the question it was found by. */
export interface Beside {
  readonly caseId: string;
  readonly query: QueueQuery;
  readonly q: string;
}

/**
 * What stands beside a case in a view. It looks from the case's own place in the order, so it also answers for a case
 * that has just left the view, and far down costs what it costs on top.
 */
export async function readNeighbours(
  db: ClinicDatabase,
  who: Principal,
  { caseId, query, q }: Beside,
): Promise<Neighbours> {
  const asked = new QueueStatement(who, query, q);
  const { order, from } = asked;
  const beyond = (which: 'after' | 'before') => order.beyond(order.placeIn('place'), which);
  const beside = (which: 'after' | 'before') =>
    `(SELECT c.id ${from} AND ${beyond(which)} ORDER BY ${order.by(which)} LIMIT 1)`;
  const counted = (condition: string) =>
    `(SELECT count(*) FROM (SELECT 1 ${from} ${condition} LIMIT ${countCap + 1}) t)`;
  const text = /* sql */ `${asked.with}
SELECT ${beside('before')} AS previous, ${beside('after')} AS next, place.in_view,
       ${counted(`AND ${beyond('before')}`)}::int AS before, ${counted('')}::int AS total
  FROM ${clockSql} CROSS JOIN LATERAL (
    SELECT ${order.placeColumns}, (${asked.where}) ${asked.searches ? 'AND EXISTS (SELECT FROM hit WHERE hit.case_id = c.id)' : ''} AS in_view
      FROM stipple.treatment_case c JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
     WHERE c.clinic_id = $1 AND c.id = ${asked.value(caseId)}) place`;
  const [row] = await db.read<NeighboursRow>(who, asked.named(text));
  if (row === undefined) throw new Missing('case');
  const { previous, next, in_view: inView, before, total } = row;
  return {
    previous,
    next,
    position:
      inView && before < countCap
        ? { at: before + 1, of: Math.min(total, countCap), capped: total > countCap }
        : null,
  };
}

interface NeighboursRow extends Pick<Neighbours, 'previous' | 'next'> {
  readonly in_view: boolean;
  readonly before: number;
  readonly total: number;
}
