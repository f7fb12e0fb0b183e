import type { Notice, Notices } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { type Day, noticeTitles, severityOf } from '@stipple/domain';
import { toldSql } from './told.sql';

interface NoticesRow extends Omit<Notices, 'items'> {
  readonly today: Day;
  readonly items: readonly Omit<Notice, 'title' | 'severity'>[];
}

const noticesSql = /* sql */ `
WITH told AS (${toldSql}), newest AS (SELECT * FROM told ORDER BY tx DESC, position DESC LIMIT $4)
SELECT (SELECT (now() AT TIME ZONE k.time_zone)::date::text FROM stipple.clinic k WHERE k.id = $1) AS today,
       (SELECT coalesce(json_agg(json_build_object('taskId', n.id, 'caseId', n.case_id, 'caseNumber', n.case_number, 'kind', n.kind, 'about', n.about,
            'dueOn', n.due_on, 'at', n.at, 'isRead', n.is_read) ORDER BY n.tx DESC, n.position DESC), '[]') FROM newest n) AS items,
       (SELECT count(*)::int FROM told) AS total,
       (SELECT count(*)::int FROM told WHERE NOT is_read) AS unread,
       (SELECT tx || '-' || position FROM newest ORDER BY tx DESC, position DESC LIMIT 1) AS "upTo"`;

/**
 * What the watching has raised for the roles of whoever asks, and is not done yet. Not entered in the audit trail: it
 * says nothing of a patient.
 */
export async function readNotices(db: ClinicDatabase, who: Principal, most: number): Promise<Notices> {
  const values = [who.clinicId, who.staffId, who.roles, most];
  const [row] = await db.read<NoticesRow>(who, { name: 'notices', text: noticesSql, values });
  if (row === undefined) throw new Error('a statement without FROM has one row');
  const { today, ...notices } = row;
  return {
    ...notices,
    items: row.items.map((item) => ({
      ...item,
      title: noticeTitles[item.kind],
      severity: severityOf(item.dueOn, today),
    })),
  };
}
