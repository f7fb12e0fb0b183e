import type { ClockBreachList, ClockBreachRow } from '@stipple/contracts';
import type { ClinicDatabase, Principal, Reads, Statement } from '@stipple/database';
import { type Clock, type ClockFacts, type ClockedRequest, type Day, decisionBreach } from '@stipple/domain';
import { clockOverridesJson, clockedRequestMembers, payerTermsJson } from '@stipple/moves';
import { payerTermsSql, toldTimingsSql } from './timings/told-timings';

/**
 * Decided or still waited for, and sent within the last twelve months. No clock is shorter than a day, and of most
 * that were decided it is kept that they were in time: few need a rule.
 */
const receivedSql = /* sql */ `
SELECT range.from_on::text AS "from", range.to_on::text AS "to", coalesce((SELECT json_agg(json_build_object(
    'row', json_build_object('requestId', x.id, 'caseId', c.id, 'caseNumber', c.case_number, 'payerName', y.name),
    'facts', json_build_object('clock', json_build_object('timeZone', range.time_zone, 'today', range.to_on), 'case', json_build_object('planType', c.plan_type),
      'payerTerms', ${payerTermsJson}, 'clockOverrides', ${clockOverridesJson}),
    'request', json_build_object(${clockedRequestMembers})))
    FROM stipple.auth_request x
    JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (x.clinic_id, x.case_id)
    JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
    JOIN stipple.reported_request r ON (r.clinic_id, r.id) = (x.clinic_id, x.id)
    ${toldTimingsSql(`(${payerTermsSql('$1')})`)}
   WHERE x.clinic_id = $1 AND x.submitted_at >= range.from_on AND x.payer_received_at IS NOT NULL
     AND x.state IN ('received', 'pended', 'information_requested', 'contact_payer', 'approved', 'partial', 'modified', 'denied')
     AND coalesce(x.decided_on, range.to_on) > (x.payer_received_at AT TIME ZONE range.time_zone)::date + 1
     AND (x.decided_on IS NULL OR told.request_id IS NULL OR told.due_on < x.decided_on)), '[]') AS received
  FROM (SELECT k.time_zone, t.today AS to_on, (t.today - interval '12 months')::date AS from_on
          FROM stipple.clinic k CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE k.time_zone)::date AS today) t WHERE k.id = $1) range`;

interface Received {
  readonly row: Pick<ClockBreachRow, 'requestId' | 'caseId' | 'caseNumber' | 'payerName'>;
  readonly facts: ClockFacts & { readonly clock: Pick<Clock, 'timeZone' | 'today'> };
  readonly request: ClockedRequest;
}

interface Found {
  readonly from: Day;
  readonly to: Day;
  readonly received: readonly Received[];
}

const note = { action: 'clock_breaches.read', subject: 'auth_request', subjectId: null, caseId: null };

/** Which payers broke their clock, as the rules and their newest profiles say it now. */
export async function readClockBreaches(db: ClinicDatabase, who: Principal): Promise<ClockBreachList> {
  return breachesOf(await db.read<Found>(who, receivedBy(who), note));
}

/** The same in a snapshot, which has been entered in the audit trail already. */
export async function breachesIn(reads: Reads, who: Principal): Promise<ClockBreachList> {
  return breachesOf(await reads.read<Found>(receivedBy(who)));
}

const receivedBy = ({ clinicId }: Principal): Statement => ({
  name: 'clock_breaches',
  planFor: 'values',
  text: receivedSql,
  values: [clinicId],
});

function breachesOf([found]: readonly Found[]): ClockBreachList {
  if (found === undefined) throw new Error('a clinic has a report');
  const rows = found.received.flatMap(({ row, facts, request }) => {
    const breach = decisionBreach(facts, request);
    return breach === null ? [] : [{ ...row, ...breach }];
  });
  return { from: found.from, to: found.to, rows: rows.sort((a, b) => b.daysLate - a.daysLate) };
}
