import type { RosterKind } from '@stipple/domain';

/**
 * How staged rows of a kind are held against the roster. `wanted` gives each row of `batch` its place in the roster
 * (`id`, null when it is new), the columns it would have, whether that `differs` from what is there, and why it cannot
 * be (`wrong`). The same text judges for the dry run and applies for the import, so that they cannot disagree.
 */
export interface KindSql {
  readonly kind: RosterKind;
  readonly wanted: string;
  /** Null for what is only looked up. */
  readonly insert: string | null;
  readonly update: string | null;
}

/** What a file says where it says something, and what stands there already where the column is not mapped. */
export function mapped(row: string, field: string, present: string): string {
  return `CASE WHEN ${row}.fields ? '${field}' THEN ${row}.fields->>'${field}' ELSE ${present} END`;
}

/**
 * The statement for one batch: $1 clinic, $2 import, $3 the last key of the batch before, $4 how many rows.
 * Answers with one row of JSON.
 */
export function judgingStatement({ kind, wanted, insert, update }: KindSql, apply: boolean): string {
  const writes = apply && insert !== null && update !== null;
  return /* sql */ `
WITH batch AS MATERIALIZED (
  SELECT r.key, r.second_key, r.file_no, r.line, r.fields FROM stipple.roster_import_row r
   WHERE r.clinic_id = $1 AND r.import_id = $2 AND r.kind = '${kind}' AND r.key > $3 ORDER BY r.key LIMIT $4),
wanted AS MATERIALIZED (${wanted}),
judged AS MATERIALIZED (
  SELECT *, CASE WHEN wrong IS NOT NULL THEN 'problem' WHEN id IS NULL THEN 'new' WHEN differs THEN 'changed' ELSE 'unchanged' END AS verdict FROM wanted)
${
  writes
    ? `, inserted AS (${insert} FROM judged j WHERE j.verdict = 'new' ON CONFLICT DO NOTHING RETURNING id),
updated AS (${update} FROM judged j WHERE j.verdict = 'changed' AND t.clinic_id = $1 AND t.id = j.id RETURNING t.id)`
    : ''
}
SELECT count(*)::int AS rows, (SELECT max(key) FROM batch) AS last_key,
  count(*) FILTER (WHERE verdict = 'new')::int AS new, count(*) FILTER (WHERE verdict = 'changed')::int AS changed,
  count(*) FILTER (WHERE verdict = 'unchanged')::int AS unchanged,
  (SELECT coalesce(json_agg(json_build_object('file', p.file_no, 'line', p.line, 'key', p.key, 'fields', p.fields, 'code', p.wrong) ORDER BY p.line), '[]')
     FROM judged p WHERE p.verdict = 'problem') AS refused,
  ${
    writes
      ? `(SELECT coalesce(json_agg(json_build_object('file', p.file_no, 'line', p.line, 'key', p.key, 'fields', p.fields, 'code', 'taken') ORDER BY p.line), '[]')
     FROM judged p WHERE p.verdict = 'new' AND NOT EXISTS (SELECT FROM inserted i WHERE i.id = p.new_id))`
      : `'[]'::json`
  } AS taken
  FROM judged`;
}
