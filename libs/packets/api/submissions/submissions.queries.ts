import { type SubmissionCounts, type SubmissionPage, type SubmissionQuery, sentBy } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { rowFields, rowJoins, newestFirst } from './sent.sql';
import { type RawSubmission, submissionOf } from './submission-row';
import { SubmissionStatement, cursorOf } from './submission-statement';

const pageSize = 50;

/** One page of the log, newest first, and how many there are in all. */
export async function readSubmissions(
  db: ClinicDatabase,
  who: Principal,
  query: SubmissionQuery,
): Promise<SubmissionPage> {
  const asked = new SubmissionStatement(who, query);
  const limit = { after: query.after, most: pageSize + 1 };
  const text = /* sql */ `SELECT json_build_object(
  'counts', ${countsOf(asked)},
  'rows', (SELECT coalesce(json_agg(json_build_object(${rowFields}, 'place', json_build_array(s.sent_at, s.subject_id, s.seq)) ORDER BY ${newestFirst}), '[]')
    FROM (${asked.rows(limit)}) s ${rowJoins})) AS page`;
  const note = { action: 'submissions.read', subject: 'auth_request', subjectId: null, caseId: null };
  const [found] = await db.read<{ page: RawPage }>(who, asked.named(text), note);
  if (found === undefined) throw new Error('a clinic has a log');
  const { rows, counts } = found.page;
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ place: _, ...raw }) => submissionOf(raw)),
    next: last ? cursorOf(last.place) : null,
    counts,
  };
}

interface RawPage {
  readonly rows: readonly (RawSubmission & { readonly place: readonly unknown[] })[];
  readonly counts: SubmissionCounts;
}

function countsOf({ ofEveryChannel, channel }: SubmissionStatement): string {
  const each = sentBy.map(
    (one) => `'${one}', count(*) FILTER (WHERE s.channel ${one === 'none' ? 'IS NULL' : `= '${one}'`})`,
  );
  return `(SELECT json_build_object('channels', json_build_object(${each.join(', ')}),
    'withoutReceipt', count(*) FILTER (WHERE ${channel} AND s.last_seq = s.seq),
    'withoutProof', count(*) FILTER (WHERE ${channel} AND s.proof_id IS NULL)) FROM ${ofEveryChannel})`;
}
