import type { QueueQuery, ServeNext, Served } from '@stipple/contracts';
import { type Command, type Principal, type Statement, prepared } from '@stipple/database';
import { clockSql } from './queue-row';
import { QueueStatement } from './queue-statement';

/** How long nobody else is served a case, unless whoever has it says that they are still there. */
export const leaseLasts = `interval '2 minutes'`;
/** How long what somebody went past unchanged is not served to them again. */
const passedFor = `interval '1 hour'`;
/** More people than this do not take the same case in the same moment, again and again. */
const tries = 100;

/**
 * Serves the most pressing case of a view that nobody else works on, and keeps it for whoever asked. Two people never
 * get the same one: the row lock parts those who ask in the same moment, the lease everybody after them.
 */
export async function serveNext(command: Command, filters: ServeNext): Promise<Served> {
  const { tx, who } = command;
  await prepared(tx, giveBack(who));
  const statement = statementFor(who, filters);
  for (let attempt = 0; attempt < tries; attempt++) {
    const [served] = await prepared<ServedRow>(tx, statement);
    if (served?.until === null) continue;
    const caseId = served?.id ?? null;
    command.audit({ action: 'queue.serve_next', subject: 'treatment_case', subjectId: caseId, caseId });
    if (served === undefined) return { caseId: null };
    return { caseId: served.id, number: served.case_number, until: served.until.toISOString() };
  }
  throw new Error('somebody was always quicker');
}

interface ServedRow {
  readonly id: string;
  readonly case_number: number;
  /** Null when somebody took the case between our look at the leases and our lock on the row. */
  readonly until: Date | null;
}

/** Going on to the next case gives the one before it back. */
const giveBack = ({ clinicId, staffId }: Principal): Statement => ({
  name: 'give_back',
  text: `UPDATE stipple.case_lease SET until = now(), given_back_at = now()
  WHERE clinic_id = $1 AND staff_id = $2 AND given_back_at IS NULL AND until > now()`,
  values: [clinicId, staffId],
  planFor: 'values',
});

export function statementFor(who: Principal, filters: ServeNext): Statement {
  const query: QueueQuery = { ...filters, closed: 'no', sort: 'press', direction: 'up' };
  const asked = new QueueStatement(who, query);
  const me = asked.value(who.staffId);
  return asked.named(/* sql */ `
WITH picked AS MATERIALIZED (
  SELECT one.* FROM ${clockSql} CROSS JOIN LATERAL (SELECT c.id, c.case_number, c.seq ${asked.from}
    AND NOT EXISTS (SELECT FROM stipple.case_lease l WHERE (l.clinic_id, l.case_id) = (c.clinic_id, c.id)
      AND CASE WHEN l.staff_id = ${me} THEN l.given_back_at > now() - ${passedFor} AND l.case_seq = c.seq ELSE l.until > now() END)
    ORDER BY ${asked.order.by()} LIMIT 1 FOR NO KEY UPDATE OF c SKIP LOCKED) one
), taken AS (
  INSERT INTO stipple.case_lease AS l (clinic_id, case_id, staff_id, case_seq, taken_at, until)
  SELECT $1, picked.id, ${me}, picked.seq, now(), now() + ${leaseLasts} FROM picked
  ON CONFLICT (clinic_id, case_id) DO UPDATE
    SET staff_id = excluded.staff_id, case_seq = excluded.case_seq, taken_at = excluded.taken_at, until = excluded.until, given_back_at = NULL
    WHERE l.until <= now() OR l.staff_id = excluded.staff_id
  RETURNING l.until
)
SELECT picked.id, picked.case_number, taken.until FROM picked LEFT JOIN taken ON true`);
}
