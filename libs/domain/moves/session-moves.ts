import type { Session } from '../case-facts';
import { dayInWords } from '../calendar';
import { someKeyFits, sourceWords, unitsLeft, waysToUnlock } from '../clearance';
import { changeToldInTime } from '../estimate/changed-estimate';
import { Guard, Lifecycle, nowhere } from '../lifecycle/lifecycle';
import { refusal } from '../refusal';

export type SessionState =
  'planned' | 'scheduled' | 'checked_in' | 'performed' | 'billed' | 'blocked' | 'cancelled' | 'no_show';

/** Booked: it holds a unit, and its day lies in an active clearance. PostgreSQL sees to both. */
export function isLive(state: SessionState): boolean {
  return state === 'scheduled' || state === 'checked_in';
}

const today: Guard<Session> = ({ facts, subject }) =>
  subject?.day == null || subject.day === facts.clock.today
    ? null
    : refusal(
        'not_today',
        `The session is booked for ${dayInWords(subject.day)}; check in on that day or move it first.`,
      );

const dayCame: Guard<Session> = ({ facts, subject }) =>
  subject?.day != null && subject.day > facts.clock.today
    ? refusal('day_not_come', `The session is booked for ${dayInWords(subject.day)}.`)
    : null;

/** §1.5 once more, at the chair: the booking’s own clearance must still hold on this day. */
const stillCleared: Guard<Session> = ({ facts, subject }) => {
  const key = facts.clearances.find((clearance) => clearance.id === subject?.clearanceId);
  const holds =
    key?.active === true && subject?.day != null && key.opensOn <= subject.day && subject.day <= key.closesOn;
  return holds
    ? null
    : refusal('clearance_gone', 'The clearance this session was booked on no longer covers its day.');
};

/** A blocked session holds nothing: to come back it needs units that nobody else has taken since. */
const unitsStillFree: Guard<Session> = ({ facts, subject }) => {
  const key = facts.clearances.find((clearance) => clearance.id === subject?.clearanceId);
  if (key === undefined || subject === null || unitsLeft(key) >= subject.units) return null;
  return refusal(
    'units_used_up',
    `${sourceWords(key)} has ${unitsLeft(key)} of ${key.units} units left. ${waysToUnlock}`,
  );
};

const authorizationPath: Guard<Session> = ({ subject }) =>
  subject?.selfPay === true
    ? refusal('self_pay_not_billed', 'A self-pay session is never sent to an insurer.')
    : null;

export const sessionLifecycle: Lifecycle<SessionState, Session> = {
  subject: 'treatment_session',
  words: 'a session',
  states: {
    planned: 'planned without a time',
    scheduled: 'scheduled',
    checked_in: 'checked in',
    performed: 'performed',
    billed: 'billed',
    blocked: 'blocked',
    cancelled: 'cancelled',
    no_show: 'a no-show',
  },
  terminal: ['billed', 'cancelled', 'no_show'],
  // prettier-ignore
  moves: [
    { move: 'plan', label: 'Plan session', happened: 'Session planned', from: [nowhere], to: ['planned'], by: ['coordinator'], needs: ['procedureCode', 'units'], guards: [] },
    { move: 'book', label: 'Book session', happened: 'Session booked', from: [nowhere], to: ['scheduled'], by: ['coordinator'], needs: ['startsAt', 'minutes', 'roomId', 'clinicianId'], guards: [someKeyFits] },
    { move: 'schedule', label: 'Give it a time', happened: 'Session scheduled', from: ['planned'], to: ['scheduled'], by: ['coordinator'], needs: ['startsAt', 'minutes', 'roomId', 'clinicianId'], guards: [someKeyFits] },
    { move: 'reschedule', label: 'Move session', happened: 'Session moved', from: ['scheduled'], to: ['scheduled'], by: ['coordinator'], needs: ['startsAt', 'minutes', 'roomId', 'clinicianId'], guards: [] },
    { move: 'check_in', label: 'Check in', happened: 'Patient checked in', from: ['scheduled'], to: ['checked_in'], by: ['coordinator', 'physician'], needs: [], guards: [today, stillCleared, changeToldInTime] },
    { move: 'perform', label: 'Record treatment', happened: 'Treatment recorded', from: ['checked_in'], to: ['performed'], by: ['physician'], needs: ['performedOn', 'areaCm2', 'device', 'lot', 'note'], guards: [stillCleared, changeToldInTime] },
    { move: 'bill', label: 'Mark billed', happened: 'Session billed', from: ['performed'], to: ['billed'], by: ['coordinator'], needs: ['claimId'], guards: [authorizationPath] },
    { move: 'cancel', label: 'Cancel session', happened: 'Session cancelled', from: ['planned', 'scheduled', 'checked_in', 'blocked'], to: ['cancelled'], by: ['coordinator'], needs: ['reason'], guards: [] },
    { move: 'miss', label: 'Record no-show', happened: 'Patient did not come', from: ['scheduled'], to: ['no_show'], by: ['coordinator'], needs: [], guards: [dayCame] },
    { move: 'block', label: 'Block session', happened: 'Session blocked', from: ['scheduled', 'checked_in'], to: ['blocked'], by: ['coordinator'], needs: ['reason'], guards: [] },
    { move: 'unblock', label: 'Restore booking', happened: 'Booking restored', from: ['blocked'], to: ['scheduled'], by: ['coordinator'], needs: [], guards: [stillCleared, unitsStillFree] },
  ],
};
