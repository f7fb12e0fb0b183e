import { Command, Stale } from '@stipple/database';

/** Refuses a change of something that somebody else has changed since. What is changed at once collides on its key. */
export async function refuseStale(
  { tx, who }: Command,
  subject: 'price_item' | 'billing_identity',
  seen: number,
  code: string | null = null,
): Promise<void> {
  const ofCode = code === null ? '' : 'AND x.code = $2';
  const [last]: { version: number; by: string }[] = await tx.query(
    `SELECT x.version, s.name AS by FROM stipple.${subject} x JOIN stipple.staff s ON (s.clinic_id, s.id) = (x.clinic_id, x.entered_by)
      WHERE x.clinic_id = $1 ${ofCode} ORDER BY x.version DESC LIMIT 1`,
    code === null ? [who.clinicId] : [who.clinicId, code],
  );
  const version = last?.version ?? 0;
  if (version !== seen) throw new Stale({ subject, id: code ?? who.clinicId, version, changedBy: last?.by });
}
