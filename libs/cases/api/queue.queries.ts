import { createHash } from 'node:crypto';
import type { QueuePage, QueueQuery, QueueRow } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { HttpProblem } from '@stipple/http';
import { likeText } from './directory.queries';

const pageSize = 50;
/** Totals are counted this far and then said to be more. */
const countCap = 1000;

/** How each order sorts: the expression, and the type its cursor value is read back as. */
const sorts = {
  due: { by: `coalesce(c.due_on, 'infinity')`, type: 'date' },
  touch: { by: `coalesce(c.next_touch_on, 'infinity')`, type: 'date' },
  number: { by: 'c.case_number', type: 'integer' },
  patient: { by: `lower(p.family_name || ' ' || p.given_name)`, type: 'text' },
} as const;

/**
 * One page of the queue. The text is put together from checked parts only (states are literals, so that the partial
 * indexes apply) and named by its hash, so that each view is planned once per connection.
 */
export async function readQueue(
  db: ClinicDatabase,
  who: Principal,
  query: QueueQuery,
  q: string,
): Promise<QueuePage> {
  const sort = sorts[query.sort];
  const values: unknown[] = [who.clinicId];
  const value = (one: unknown) => `$${values.push(one)}`;
  const search = q === '' ? null : searchHits(q, value);
  const where = filters(query, q, who, value);
  const order = query.direction === 'up' ? 'ASC' : 'DESC';
  const cursor = readCursor(query.after);
  const after = cursor
    ? `AND (${sort.by}, c.id) ${query.direction === 'up' ? '>' : '<'} (${value(cursor[0])}::${sort.type}, ${value(cursor[1])}::uuid)`
    : '';
  const from = `FROM stipple.treatment_case c JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
    ${search ? 'JOIN hit ON hit.case_id = c.id' : ''} WHERE c.clinic_id = $1 ${where}`;
  const text = /* sql */ `
${search ? `WITH hit AS (${search})` : ''}
SELECT json_build_object(
  'today', clock.today,
  'total', (SELECT json_build_object('count', least(count(*), ${countCap}), 'capped', count(*) > ${countCap}) FROM (SELECT 1 ${from} LIMIT ${countCap + 1}) t),
  'rows', (SELECT coalesce(json_agg(row.json ORDER BY row.at), '[]') FROM (
    SELECT row_number() OVER (ORDER BY ${sort.by} ${order}, c.id ${order}) AS at, json_build_object('id', c.id, 'number', c.case_number,
      'patientName', p.family_name || ', ' || p.given_name, 'recordNumber', p.record_number, 'payerName', y.name, 'procedureCode', c.procedure_code,
      'bodySite', c.body_site, 'side', c.side, 'stage', c.stage, 'actsNext', c.acts_next, 'nextStep', c.next_step, 'dueOn', c.due_on,
      'nextTouchOn', c.next_touch_on, 'ownerId', c.owner_id, 'ownerName', o.name,
      'unlocked', EXISTS (SELECT 1 FROM stipple.clearance k WHERE (k.clinic_id, k.case_id) = (c.clinic_id, c.id) AND k.active AND k.closes_on >= clock.today
        AND k.units > (SELECT count(*) FROM stipple.session_unit u WHERE (u.clinic_id, u.clearance_id) = (k.clinic_id, k.id) AND u.hold <> 'none')),
      'foundBy', ${search ? 'c.found_by' : 'NULL'}, 'cursor', c.cursor) AS json
    FROM (SELECT c.*, ${sort.by} AS cursor ${search ? ', hit.found_by' : ''} ${from} ${after} ORDER BY ${sort.by} ${order}, c.id ${order} LIMIT ${pageSize + 1}) c
    JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
    JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
    LEFT JOIN stipple.staff o ON (o.clinic_id, o.id) = (c.clinic_id, c.owner_id)) row)
) AS page
FROM (SELECT (now() AT TIME ZONE k.time_zone)::date AS today FROM stipple.clinic k WHERE k.id = $1) clock`;
  const note = {
    action: 'queue.read',
    subject: 'treatment_case',
    subjectId: null,
    caseId: null,
    detail: { searched: q !== '' },
  };
  const name = `queue_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  const [row] = await db.read<{ page: RawPage }>(who, { name, text, values }, note);
  if (row === undefined) throw new Error('a clinic has a queue');
  const shown = row.page.rows.slice(0, pageSize);
  const last = row.page.rows.length > pageSize ? shown.at(-1) : undefined;
  const next = last ? Buffer.from(JSON.stringify([last.cursor, last.id])).toString('base64url') : null;
  return { ...row.page, rows: shown.map(({ cursor: _, ...rest }) => rest), next };
}

/** A page as PostgreSQL builds it: every row with its place in the order. */
type RawPage = Omit<QueuePage, 'next' | 'rows'> & {
  readonly rows: readonly (QueueRow & { readonly cursor: unknown })[];
};

function filters(query: QueueQuery, q: string, who: Principal, value: (one: unknown) => string): string {
  const literals = (items: readonly string[]) => items.map((item) => `'${item}'`).join(', ');
  const parts = [
    query.closed === 'yes'
      ? `c.state = 'closed'`
      : query.closed === 'no' || q === ''
        ? `c.state = 'open'`
        : null,
    query.stage ? `c.stage IN (${literals(query.stage)})` : null,
    query.actsNext ? `c.acts_next IN (${literals(query.actsNext)})` : null,
    query.owner === 'none'
      ? 'c.owner_id IS NULL'
      : query.owner
        ? `c.owner_id = ${value(query.owner === 'me' ? who.staffId : query.owner)}`
        : null,
    query.payerId ? `c.payer_id = ${value(query.payerId)}` : null,
  ];
  return parts
    .filter((part) => part !== null)
    .map((part) => `AND ${part}`)
    .join(' ');
}

/**
 * Every identifier a person may have on a slip of paper. Each branch has its own index; one or two characters
 * search beginnings only. A case found in several ways is found once, by the first of them.
 */
function searchHits(q: string, value: (one: unknown) => string): string {
  const needle = likeText(q.toLowerCase().trim());
  const prefix = value(`${needle}%`);
  const inside = needle.length > 2 ? value(`%${needle.replace(/,\s*/g, ' ')}%`) : null;
  const number = /^#?\d{1,9}$/.test(q.trim()) ? value(Number(q.trim().replace('#', ''))) : null;
  const branches = [
    ...(number
      ? [
          `SELECT c.id, 1, 'case number' FROM stipple.treatment_case c WHERE c.clinic_id = $1 AND c.case_number = ${number}::int`,
        ]
      : []),
    ofPatient(2, 'record number', `lower(p.record_number) LIKE ${prefix}`),
    `SELECT x.case_id, 3, 'authorization ' || x.number FROM stipple.payer_authorization x WHERE x.clinic_id = $1 AND lower(x.number) LIKE ${prefix}`,
    `SELECT c.id, 4, 'member id' FROM stipple.coverage v JOIN stipple.treatment_case c ON c.clinic_id = v.clinic_id AND c.patient_id = v.patient_id
      WHERE v.clinic_id = $1 AND lower(v.member_id) LIKE ${prefix}`,
    `SELECT x.case_id, 5, 'payer reference ' || x.payer_reference FROM stipple.auth_request x WHERE x.clinic_id = $1 AND lower(x.payer_reference) LIKE ${prefix}`,
    `SELECT x.case_id, 6, 'submission ' || x.submission_reference FROM stipple.auth_request x WHERE x.clinic_id = $1 AND lower(x.submission_reference) LIKE ${prefix}`,
    `SELECT x.case_id, 7, 'call reference ' || x.reference_number FROM stipple.benefit_call x WHERE x.clinic_id = $1 AND lower(x.reference_number) LIKE ${prefix}`,
    `SELECT x.case_id, 7, 'phone reference ' || x.phone_reference FROM stipple.auth_request x WHERE x.clinic_id = $1 AND lower(x.phone_reference) LIKE ${prefix}`,
    ofPatient(8, 'patient', `lower(p.family_name) LIKE ${prefix}`),
    ...(inside ? [ofPatient(9, 'patient', `p.search_name LIKE ${inside}`)] : []),
  ];
  return `SELECT DISTINCT ON (case_id) case_id, found_by FROM (${branches.join('\nUNION ALL\n')}) found (case_id, rank, found_by) ORDER BY case_id, rank`;
}

function ofPatient(rank: number, words: string, condition: string): string {
  return `SELECT c.id, ${rank}, '${words}' FROM stipple.patient p JOIN stipple.treatment_case c ON c.clinic_id = p.clinic_id AND c.patient_id = p.id
    WHERE p.clinic_id = $1 AND ${condition}`;
}

function readCursor(after: string | undefined): readonly [unknown, string] | null {
  if (after === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 2 && /^[0-9a-f-]{36}$/.test(String(parsed[1])))
      return [parsed[0], String(parsed[1])];
  } catch {
    // falls through to the refusal below
  }
  throw new HttpProblem(
    400,
    'cursor_unreadable',
    'This place in the list is no longer known; start again from the top.',
  );
}
