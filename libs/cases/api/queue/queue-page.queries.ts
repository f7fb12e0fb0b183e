import type { QueuePage, QueueQuery, QueueRows, QueueRowsQuery } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { cursorOf } from './queue-order';
import { type RawRow, clockSql, rowFields, rowJoins, rowOf } from './queue-row';
import { QueueStatement } from './queue-statement';

const pageSize = 50;
/** Totals are counted this far and then said to be more. */
export const countCap = 1000;

/** One page of the queue. */
export async function readQueue(
  db: ClinicDatabase,
  who: Principal,
  query: QueueQuery,
  q: string,
): Promise<QueuePage> {
  const asked = new QueueStatement(who, query, q);
  const { order, from, searches } = asked;
  const after = query.after ? `AND ${order.beyond(order.placeOf(query.after, asked.value))}` : '';
  const text = /* sql */ `${asked.with}
SELECT json_build_object(
  'today', clock.today,
  'total', (SELECT json_build_object('count', least(count(*), ${countCap}), 'capped', count(*) > ${countCap}) FROM (SELECT 1 ${from} LIMIT ${countCap + 1}) t),
  'rows', (SELECT coalesce(json_agg(row.json ORDER BY row.at), '[]') FROM (
    SELECT c.at, json_build_object(${rowFields}, 'foundBy', ${searches ? 'c.found_by' : 'NULL'}, 'cursor', c.cursor) AS json
    FROM (SELECT c.*, row_number() OVER (ORDER BY ${order.by()}) AS at, json_build_array(${order.columns}) AS cursor
      ${searches ? ', hit.found_by' : ''} ${from} ${after} ORDER BY ${order.by()} LIMIT ${pageSize + 1}) c
    ${rowJoins}) row)
) AS page
FROM ${clockSql}`;
  const note = noteOf('queue.read', { searched: searches });
  const [row] = await db.read<{ page: RawPage }>(who, asked.named(text), note);
  if (row === undefined) throw new Error('a clinic has a queue');
  const { total, today, rows } = row.page;
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    total,
    today,
    rows: shown.map(({ cursor: _, ...raw }) => rowOf(raw, today)),
    next: last ? cursorOf(last.cursor) : null,
  };
}

/** A page as PostgreSQL builds it: every row with its place in the order. */
interface RawPage extends Pick<QueuePage, 'total' | 'today'> {
  readonly rows: readonly (RawRow & { readonly cursor: readonly unknown[] })[];
}

/** Rows that are on a screen, as they are now, and whether they would still be found. */
export async function readQueueRows(
  db: ClinicDatabase,
  who: Principal,
  { ids, ...query }: QueueRowsQuery,
  q: string,
): Promise<QueueRows> {
  const asked = new QueueStatement(who, query, q);
  const hit = asked.searches ? 'AND hit.case_id IS NOT NULL' : '';
  const text = /* sql */ `${asked.with}
SELECT json_build_object('today', clock.today, 'rows', (SELECT coalesce(json_agg(json_build_object(${rowFields},
    'foundBy', ${asked.searches ? 'hit.found_by' : 'NULL'}, 'inView', ((${asked.where}) ${hit}))), '[]')
  FROM stipple.treatment_case c ${rowJoins} ${asked.searches ? 'LEFT JOIN hit ON hit.case_id = c.id' : ''}
 WHERE c.clinic_id = $1 AND c.id = ANY (${asked.value(ids)}::uuid[]))) AS found
FROM ${clockSql}`;
  const [row] = await db.read<{ found: RawRows }>(
    who,
    asked.named(text),
    noteOf('queue.read', { again: true }),
  );
  if (row === undefined) throw new Error('a clinic has a queue');
  const { today, rows } = row.found;
  return { today, rows: rows.map((raw) => rowOf(raw, today)) };
}

interface RawRows {
  readonly today: string;
  readonly rows: readonly (RawRow & { readonly inView: boolean })[];
}

const noteOf = (action: string, detail: Readonly<Record<string, unknown>>) => ({
  action,
  subject: 'treatment_case',
  subjectId: null,
  caseId: null,
  detail,
});
