import { ClinicDatabase } from '@stipple/database';
import { type Day, type EstimateLanguage, patientTexts } from '@stipple/domain';
import { type PatientVisit, visitOver } from '@stipple/patient-api';
import { type CalendarEvent, calendarFile, holding } from '@stipple/schedule-api';

interface CalendarRead {
  readonly agreementId: string;
  readonly clinic: string;
  /** When the newest of what it says was recorded. */
  readonly stamp: string;
  /** How many plans there were, and the most parts that one of them had. */
  readonly plans: number;
  readonly most: number;
  readonly installments: readonly { readonly no: number; readonly dueOn: Day }[];
  readonly sessions: readonly {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly startsAt: string;
    readonly endsAt: string;
  }[];
}

const calendarSql = /* sql */ `
SELECT l.agreement_id AS "agreementId", k.name AS clinic,
  (SELECT to_json(max(e.at)) #>> '{}' FROM stipple.case_event e
    WHERE (e.clinic_id, e.case_id) = (l.clinic_id, l.case_id) AND e.subject IN ('payment_plan', 'treatment_session', 'self_pay_agreement')) AS stamp,
  p.plans, p.most,
  (SELECT coalesce(json_agg(json_build_object('no', i.installment_no, 'dueOn', i.due_on) ORDER BY i.installment_no), '[]')
    FROM stipple.payment_plan q JOIN stipple.payment_plan_installment i ON (i.clinic_id, i.plan_id) = (q.clinic_id, q.id)
   WHERE (q.clinic_id, q.agreement_id, q.state) = (l.clinic_id, l.agreement_id, 'agreed')) AS installments,
  (SELECT coalesce(json_agg(json_build_object('id', s.id, 'version', s.seq, 'state', s.state, 'startsAt', s.starts_at, 'endsAt', s.ends_at) ORDER BY s.starts_at, s.id), '[]')
    FROM stipple.treatment_session s WHERE (s.clinic_id, s.case_id) = (l.clinic_id, l.case_id) AND s.starts_at IS NOT NULL) AS sessions
FROM stipple.patient_link l
JOIN stipple.clinic k ON k.id = l.clinic_id
CROSS JOIN LATERAL (SELECT count(*)::integer AS plans, coalesce(max(q.installments), 0) AS most
  FROM stipple.payment_plan q WHERE (q.clinic_id, q.agreement_id) = (l.clinic_id, l.agreement_id)) p
WHERE l.clinic_id = $1 AND l.id = $2`;

/**
 * The days of the agreed plan and of the visits, for the patient's own calendar. Families share calendars: nothing in it
 * says what for, or how much. Taken again after another plan, the same entries move, and those there are no more go.
 */
export async function patientCalendar(
  db: ClinicDatabase,
  { who, linkId, caseId, agreementId }: PatientVisit,
  language: EstimateLanguage,
): Promise<string> {
  const note = {
    action: 'patient_link.calendar',
    subject: 'self_pay_agreement',
    subjectId: agreementId,
    caseId,
  };
  const read = { name: 'patient_calendar', text: calendarSql, values: [who.clinicId, linkId] };
  const [found] = await db.read<CalendarRead>(who, read, { ...note, detail: { link: linkId } });
  if (found === undefined) throw visitOver();
  const { entries } = patientTexts[language];
  // A calendar mixes its entries with those of others: each carries the mark.
  const words = (text: string) => `${who.isDemo ? 'Demo: ' : ''}${text.replace('{clinic}', found.clinic)}`;
  const events = [...payments(found, words(entries.payment)), ...visits(found, words(entries.appointment))];
  return [...calendarFile(found.clinic, events, found.stamp)].join('');
}

/** Numbered within the agreement, whichever plan is in force. */
function payments(
  { agreementId, plans, most, installments }: CalendarRead,
  summary: string,
): readonly CalendarEvent[] {
  const last = installments.at(-1);
  if (last === undefined) return [];
  return Array.from({ length: most }, (_, index): CalendarEvent => {
    const part = installments[index];
    return {
      uid: `installment-${agreementId}-${index + 1}@stipple`,
      sequence: plans - 1,
      when: { onDay: (part ?? last).dueOn },
      summary,
      location: null,
      cancelled: part === undefined,
    };
  });
}

function visits({ sessions }: CalendarRead, summary: string): readonly CalendarEvent[] {
  return sessions.map(({ id, version, state, startsAt, endsAt }) => ({
    uid: `session-${id}@stipple`,
    sequence: version - 1,
    when: { startsAt, endsAt },
    summary,
    location: null,
    cancelled: !holding.includes(state),
  }));
}
