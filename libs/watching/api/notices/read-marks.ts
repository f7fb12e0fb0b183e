import type { MarkNotices, ReadNotices, TakeMarkBack } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { toldSql } from './told.sql';

/** Only of what is theirs to read: a task of another role, or of nobody's any more, is passed over in silence. */
const readSql = /* sql */ `
INSERT INTO stipple.notice_read (clinic_id, staff_id, task_id)
SELECT $1, $2, told.id FROM (${toldSql}) told WHERE told.id = ANY ($4::uuid[]) AND NOT told.is_read
ON CONFLICT DO NOTHING`;

const unreadSql = /* sql */ `
DELETE FROM stipple.notice_read WHERE clinic_id = $1 AND staff_id = $2 AND task_id = ANY ($3::uuid[])`;

export async function markSome(
  db: ClinicDatabase,
  who: Principal,
  { taskIds, isRead }: ReadNotices,
): Promise<void> {
  const { clinicId, staffId, roles } = who;
  const statement = isRead
    ? { name: 'read_notices', text: readSql, values: [clinicId, staffId, roles, taskIds] }
    : { name: 'unread_notices', text: unreadSql, values: [clinicId, staffId, taskIds] };
  await db.write(who, [statement]);
}

/** What has come since the person looked stays unread: it stands behind the place. */
const markSql = /* sql */ `
INSERT INTO stipple.notice_read (clinic_id, staff_id, task_id, marking)
SELECT $1, $2, told.id, $6 FROM (${toldSql}) told WHERE (told.tx, told.position) <= ($4::xid8, $5::bigint) AND NOT told.is_read
ON CONFLICT DO NOTHING`;

export async function markAll(
  db: ClinicDatabase,
  who: Principal,
  { upTo, marking }: MarkNotices,
): Promise<void> {
  const values = [who.clinicId, who.staffId, who.roles, ...upTo.split('-'), marking];
  await db.write(who, [{ name: 'mark_notices', text: markSql, values }]);
}

/** What was read before, or one by one since, stays read. */
export async function takeMarkBack(
  db: ClinicDatabase,
  who: Principal,
  { marking }: TakeMarkBack,
): Promise<void> {
  const text = 'DELETE FROM stipple.notice_read WHERE clinic_id = $1 AND staff_id = $2 AND marking = $3';
  const values = [who.clinicId, who.staffId, marking];
  await db.write(who, [{ name: 'take_mark_back', text, values }]);
}
