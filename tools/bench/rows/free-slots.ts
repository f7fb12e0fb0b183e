import { addDays } from '@stipple/domain';
import type { Ground } from './ground';

/** A session that can be booked: a unit that is free, and a time at which nobody and no room is taken. */
export interface FreeSlot {
  readonly caseId: string;
  readonly clearanceId: string;
  readonly clinicianId: string;
  readonly roomId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

interface Cleared {
  readonly caseId: string;
  readonly clearanceId: string;
  readonly clinicianId: string;
  readonly roomId: string;
  readonly opensOn: string;
  readonly closesOn: string;
}

export const minutes = 10;
/** The clinic sleeps between midnight and six, so nothing but this bench stands in the way of a booking then. */
const slotsOfNight = 36;

/** At most so many bookings, each of another case, of one code, on days on which its clearance is open. */
export async function freeSlots({ owner }: Ground, most: number): Promise<readonly FreeSlot[]> {
  const { rows } = await owner.query<Cleared>(clearedSql, [most * 2]);
  const today = Temporal.Now.plainDateISO('America/New_York').toString();
  const taken = new Set<string>();
  const found: FreeSlot[] = [];
  for (const one of rows) {
    const slot = firstFree(one, addDays(today, 1), taken);
    if (slot !== null) found.push(slot);
    if (found.length === most) break;
  }
  return found;
}

function firstFree(one: Cleared, earliest: string, taken: Set<string>): FreeSlot | null {
  const first = one.opensOn < earliest ? earliest : one.opensOn;
  for (let day = first; day <= one.closesOn; day = addDays(day, 1))
    for (let at = 0; at < slotsOfNight; at++) {
      const keys = [`${one.roomId} ${day} ${at}`, `${one.clinicianId} ${day} ${at}`];
      if (keys.some((key) => taken.has(key))) continue;
      for (const key of keys) taken.add(key);
      const begins = Temporal.PlainDate.from(day)
        .toZonedDateTime('America/New_York')
        .add({ minutes: at * minutes });
      const [startsAt, endsAt] = [begins, begins.add({ minutes })].map((time) =>
        new Date(time.epochMilliseconds).toISOString(),
      );
      const { caseId, clearanceId, clinicianId, roomId } = one;
      return { caseId, clearanceId, clinicianId, roomId, startsAt: startsAt ?? '', endsAt: endsAt ?? '' };
    }
  return null;
}

/** Open cases with one clearance only, so that it is known which one a booking takes. */
const clearedSql = /* sql */ `
SELECT k.case_id AS "caseId", k.id AS "clearanceId", k.opens_on::text AS "opensOn", k.closes_on::text AS "closesOn", d.clinician_id AS "clinicianId", r.id AS "roomId"
  FROM stipple.clearance k
  JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (k.clinic_id, k.case_id) AND c.state = 'open'
  CROSS JOIN LATERAL (SELECT d.clinician_id FROM stipple.clearance_clinician d WHERE (d.clinic_id, d.clearance_id) = (k.clinic_id, k.id) ORDER BY 1 LIMIT 1) d
  CROSS JOIN LATERAL (SELECT r.id FROM stipple.room r WHERE r.clinic_id = k.clinic_id AND r.in_use ORDER BY md5(r.id::text || k.id::text) LIMIT 1) r
 WHERE k.active AND k.procedure_code = '17999' AND k.closes_on > current_date + 1
   AND k.units > (SELECT count(*) FROM stipple.session_unit u WHERE (u.clinic_id, u.clearance_id) = (k.clinic_id, k.id) AND u.hold <> 'none')
   AND NOT EXISTS (SELECT FROM stipple.clearance o WHERE (o.clinic_id, o.case_id) = (k.clinic_id, k.case_id) AND o.active AND o.id <> k.id)
 ORDER BY md5(k.id::text) LIMIT $1`;
