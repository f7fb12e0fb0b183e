import { endedWithinMonths } from '@stipple/domain';
import type { ListSql } from './list-sql';
import { clinic, today } from './standing-values';

/**
 * Authorizations that unlock booking, a row for each code, with the units that sessions hold of them: the very rows that a
 * booking takes its units from. `used` was performed, `live` is scheduled or checked in; what was cancelled, missed or
 * blocked holds nothing.
 */
const from = /* sql */ `stipple.clearance k
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE u.hold = 'used')::int AS performed, count(*) FILTER (WHERE u.hold = 'live')::int AS scheduled,
      max(u.session_on) FILTER (WHERE u.hold = 'used') AS last_on
    FROM stipple.session_unit u WHERE (u.clinic_id, u.clearance_id) = (k.clinic_id, k.id)) held
  JOIN stipple.payer_authorization a ON (a.clinic_id, a.id) = (k.clinic_id, k.authorization_id)`;
const unlocking = { from, of: 'k' };
const inForce = `k.clinic_id = ${clinic} AND k.active`;
const covering = `${inForce} AND c.state = 'open' AND k.closes_on >= ${today}`;
const left = 'k.units - held.performed - held.scheduled';

const columns = {
  id: 'k.id',
  procedure_code: 'k.procedure_code',
  units: 'k.units',
  performed: 'held.performed',
  scheduled: 'held.scheduled',
  about: 'a.number',
  opens_on: 'k.opens_on',
};
const untilClosing = { ...columns, day: 'k.closes_on', days: `k.closes_on - ${today}` };

/** What would lapse comes first: units left, and nothing booked. Then by the last day. */
export const expiring = (within: string): ListSql => {
  const booked = (nothing: string, partly: string, fully: string) =>
    `CASE WHEN ${left} <= 0 THEN ${fully} WHEN held.scheduled = 0 THEN ${nothing} ELSE ${partly} END`;
  return {
    ...unlocking,
    needsCase: true,
    where: `${covering} AND k.closes_on <= ${today} + ${within}`,
    columns: {
      ...untilClosing,
      ordinal: `${booked('0', '1000', '2000')} + (k.closes_on - ${today})`,
      part: booked(`'nothing_booked'`, `'partly_booked'`, `'fully_booked'`),
    },
  };
};

export const usedUp: ListSql = {
  ...unlocking,
  needsCase: true,
  where: `${covering} AND ${left} <= 0`,
  columns: { ...untilClosing, ordinal: `k.closes_on - ${today}` },
};

/** All of it was performed, or its last day has passed: whichever came first. */
const exhausted = 'held.performed >= k.units';
const endedOn = `CASE WHEN ${exhausted} THEN held.last_on ELSE k.closes_on END`;

export const ended: ListSql = {
  ...unlocking,
  where: `${inForce} AND (${exhausted} OR k.closes_on < ${today}) AND ${endedOn} >= (${today} - interval '${endedWithinMonths} months')::date`,
  columns: {
    ...columns,
    ordinal: `${today} - ${endedOn}`,
    part: `CASE WHEN ${exhausted} THEN 'exhausted' ELSE 'expired' END`,
    day: endedOn,
    days: `${today} - ${endedOn}`,
  },
};
