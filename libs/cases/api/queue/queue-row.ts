import type { QueueRow } from '@stipple/contracts';
import { type Pressing, whyOf } from '@stipple/domain';

/** The day in the clinic's own zone, as `clock.today`. */
export const clockSql = `(SELECT (now() AT TIME ZONE k.time_zone)::date AS today FROM stipple.clinic k WHERE k.id = $1) clock`;

/** A row of the queue as PostgreSQL builds it, from `c`, `clock` and what `rowJoins` brings. */
export const rowFields = /* sql */ `'id', c.id, 'number', c.case_number, 'version', c.seq,
      'patientName', p.family_name || ', ' || p.given_name, 'recordNumber', p.record_number, 'payerName', y.name, 'procedureCode', c.procedure_code,
      'bodySite', c.body_site, 'side', c.side, 'stage', c.stage, 'actsNext', c.acts_next, 'nextStep', c.next_step, 'dueOn', c.due_on, 'dueFor', c.due_for,
      'nextTouchOn', c.next_touch_on, 'moneyCents', c.money_cents, 'deadlineOn', c.deadline_on, 'deadlineWhat', c.deadline_what,
      'ownerId', c.owner_id, 'ownerName', o.name,
      'unlocked', EXISTS (SELECT 1 FROM stipple.clearance k WHERE (k.clinic_id, k.case_id) = (c.clinic_id, c.id) AND k.active AND k.closes_on >= clock.today
        AND k.units > (SELECT count(*) FROM stipple.session_unit u WHERE (u.clinic_id, u.clearance_id) = (k.clinic_id, k.id) AND u.hold <> 'none')),
      'lease', CASE WHEN l.until IS NOT NULL THEN json_build_object('staffId', l.staff_id, 'name', s.name, 'until', l.until) END`;

export const rowJoins = /* sql */ `JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
    JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
    LEFT JOIN stipple.staff o ON (o.clinic_id, o.id) = (c.clinic_id, c.owner_id)
    LEFT JOIN stipple.case_lease l ON (l.clinic_id, l.case_id) = (c.clinic_id, c.id) AND l.until > now()
    LEFT JOIN stipple.staff s ON (s.clinic_id, s.id) = (l.clinic_id, l.staff_id)`;

/** A row as it comes from PostgreSQL: without its reason, and with what the reason is made of. */
export type RawRow = Omit<QueueRow, 'why'> & Pick<Pressing, 'deadlineOn' | 'deadlineWhat'>;

export function rowOf<Raw extends RawRow>(raw: Raw, today: string) {
  const { deadlineOn, deadlineWhat, ...row } = raw;
  return { ...row, why: whyOf({ ...row, deadlineOn, deadlineWhat }, today) };
}
