import type { Bench } from '../bench';
import { day } from '../ground';
import { Columns, inOrder } from '../sql';
import { checkIn, go, perform, treated } from '../verbs/session';
import { Attack, attack } from './attack';

export const performingAttacks: readonly Attack[] = [
  attack(
    'perform without a record',
    ['treatment_session.performed_session_has_record', 'treatment_record.treatment_record_pkey'],
    (b) => go(b.ground, b.of('arrived'), 3, perform),
  ),
  attack('perform today what is booked for another day', 'treatment_record.performed_on_its_day', (b) =>
    performLive(b, true),
  ),
  attack('record a treatment that did not take place', 'treatment_record.treatment_has_event', (b) =>
    treated(b.ground, b.of('arrived'), b.clinicians[0] ?? ''),
  ),
  attack(
    'perform on another day than the session’s',
    ['treatment_record.treatment_of_session', 'treatment_session.session_day'],
    (b) => performLive(b, false),
  ),
  attack('have somebody else perform', 'treatment_record.treatment_of_session', (b) =>
    performArrived(b, { performer_id: b.stranger }),
  ),
  attack('have a treatment signed by a manager', 'treatment_record.only_physicians_record_treatment', (b) =>
    performArrived(b, { signed_by: b.ground.managerId }),
  ),
  ...['session_on', 'clinic_time_zone', 'performer_id'].map((column) =>
    attack(
      `perform without ${column.replaceAll('_', ' ')} on record`,
      `treatment_record.treatment_record_${column}_not_null`,
      (b) => performArrived(b, { [column]: null }),
    ),
  ),
  attack(
    'perform without the day on record',
    'treatment_record.treatment_record_performed_on_not_null',
    (b) => performArrived(b, { performed_on: null }),
  ),
  attack(
    'perform without a signature on record',
    'treatment_record.treatment_record_signed_by_not_null',
    (b) => performArrived(b, { signed_by: null }),
  ),
  ...['case_id', 'seq'].map((column) =>
    attack(
      `record a treatment in advance, leaving out its ${column.replaceAll('_', ' ')}`,
      `treatment_record.treatment_record_${column}_not_null`,
      (b) => treated(b.ground, b.of('arrived'), b.clinicians[0] ?? '', { [column]: null }),
    ),
  ),
  attack(
    'perform a future session by recording it in the future',
    'treatment_record INSERT recorded_at',
    (b) => performLive(b, true, { recorded_at: '2099-01-01' }),
  ),
  attack(
    'perform a session that has been performed',
    [],
    (b) => go(b.ground, b.of('done'), 4, perform),
    'case_event_follows',
  ),
  attack(
    'perform a blocked session',
    [],
    (b) => go(b.ground, b.of('stopped'), 3, ['blocked', 'perform', 'performed']),
    'case_event_is_legal',
  ),
];

function performArrived(b: Bench, forged: Columns): string {
  return inOrder(
    go(b.ground, b.of('arrived'), 3, perform),
    treated(b.ground, b.of('arrived'), b.clinicians[0] ?? '', forged),
  );
}

/** Performs the session that is booked in ten days: on its own day, which has not come, or as if it were today's. */
function performLive(b: Bench, onItsDay: boolean, forged: Columns = {}): string {
  const later = { session_on: bookedDay(b), performed_on: bookedDay(b) };
  return inOrder(
    go(b.ground, b.of('live'), 2, checkIn),
    go(b.ground, b.of('live'), 3, perform),
    treated(b.ground, b.of('live'), b.clinicians[0] ?? '', { ...(onItsDay ? later : {}), ...forged }),
  );
}

const bookedDay = (b: Bench) => day(b.ground, 10);
