import type { CalendarQuery } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { CalendarEvent, calendarFile } from './icalendar';

interface CalendarRow {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly caseNumber: number;
  readonly room: string;
}

interface CalendarRead {
  readonly clinic: string;
  readonly clinician: string | null;
  readonly now: string;
  readonly rows: readonly CalendarRow[];
}

/** These hold their time. Whatever else once stood in a calendar is taken away again. */
export const holding = ['scheduled', 'checked_in', 'performed', 'billed'];

const calendarSql = /* sql */ `
SELECT k.name AS clinic, (SELECT d.name FROM stipple.provider d WHERE (d.clinic_id, d.id) = (k.clinic_id, $2)) AS clinician, now() AS now,
  (SELECT coalesce(json_agg(json_build_object('id', s.id, 'version', s.seq, 'state', s.state, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
      'caseNumber', c.case_number, 'room', r.name) ORDER BY s.starts_at, s.id), '[]')
     FROM stipple.treatment_session s
     JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (s.clinic_id, s.case_id)
     JOIN stipple.room r ON (r.clinic_id, r.id) = (s.clinic_id, s.room_id)
    WHERE s.clinic_id = k.clinic_id AND ($2::uuid IS NULL OR s.clinician_id = $2)
      AND s.session_on BETWEEN coalesce($3::date, k.today - 28) AND coalesce($4::date, k.today + 182)) AS rows
  FROM (SELECT id AS clinic_id, name, (now() AT TIME ZONE time_zone)::date AS today FROM stipple.clinic WHERE id = $1) k`;

/** The sessions as a calendar file: when and where, and a case number that says nothing to strangers. */
export async function calendarOf(db: ClinicDatabase, who: Principal, query: CalendarQuery): Promise<string> {
  const note = { action: 'schedule.calendar', subject: 'treatment_session', subjectId: null, caseId: null };
  const values = [who.clinicId, query.clinicianId ?? null, query.from ?? null, query.to ?? null];
  const [found] = await db.read<CalendarRead>(
    who,
    { name: 'calendar', planFor: 'values', text: calendarSql, values },
    note,
  );
  if (found === undefined) throw new Error('a clinic has a calendar');
  const name =
    query.clinicianId === undefined ? found.clinic : `${found.clinician ?? 'Nobody'}, ${found.clinic}`;
  const now = new Date(found.now).toISOString();
  // A calendar mixes its entries with those of others: each carries the mark.
  const mark = who.isDemo ? 'Demo: ' : '';
  const events = found.rows.map((row) => eventOf(row, mark));
  return [...calendarFile(`${mark}${name}`, events, now)].join('');
}

function eventOf(row: CalendarRow, mark: string): CalendarEvent {
  return {
    uid: `session-${row.id}@stipple`,
    sequence: row.version - 1,
    when: { startsAt: row.startsAt, endsAt: row.endsAt },
    summary: `${mark}Stipple session #${row.caseNumber} · ${row.room}`,
    location: row.room,
    cancelled: !holding.includes(row.state),
  };
}
