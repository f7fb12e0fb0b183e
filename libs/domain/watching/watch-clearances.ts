import { Day, addDays, dayInWords } from '../calendar';
import { unitsLeft } from '../clearance';
import { isLive } from '../moves/session-moves';
import { sessionRisks } from '../session-risk';
import type { Watch, WatchedClearance, WatchedFacts, WatchedSession } from './watch';
import { watch } from './watch-requests';

/** How many days before its end an authorization is to be renewed, unless the clinic says otherwise. */
export const renewalLeadDays = 14;
/** How far ahead bookings are looked at. */
const bookingsAheadDays = 30;

interface Ahead {
  readonly today: Day;
  readonly leadDays: number;
}

/** Whatever ends before the treatment does: a window, the units, a booking. */
export function watchesOfTreatment(facts: WatchedFacts, today: Day, leadDays: number): readonly Watch[] {
  return [
    ...facts.clearances.flatMap((key) => expiring(facts, key, { today, leadDays })),
    ...unitsLow(facts, { today, leadDays }),
    ...facts.sessions.flatMap((session) => atRisk(facts, session, today)),
  ];
}

/**
 * An authorization whose window closes over units that are still needed. Earlier than the lead time where a booking
 * lies beyond the window already. Over as soon as another clearance covers the rest, as an amended window does.
 */
function expiring(facts: WatchedFacts, key: WatchedClearance, { today, leadDays }: Ahead): readonly Watch[] {
  if (key.authorizationId === null || !isOpen(key, today)) return [];
  const beyond = facts.sessions.some(
    ({ state, day, clearanceId }) =>
      state === 'blocked' && clearanceId === key.id && (day ?? '') > key.closesOn,
  );
  const unbooked = sessionsToBook(facts);
  const later = facts.clearances.filter((other) => isOpen(other, today) && other.closesOn > key.closesOn);
  if (unbooked === 0 || sumOf(later.map(unitsLeft)) >= unbooked) return [];
  const lapses = unitsLeft(key) > 0 && today >= addDays(key.closesOn, -leadDays);
  if (!lapses && !beyond) return [];
  return [
    watch(`authorization_expiring:${key.authorizationId}`, today, {
      dueOn: key.closesOn,
      taskKind: 'renew_authorization',
      about: `The authorization ends on ${dayInWords(key.closesOn)}, before the planned sessions do: renew it, or book them before.`,
      forRole: 'coordinator',
    }),
  ];
}

/**
 * A treatment under way for which more sessions are planned than units are left. Before any clearance that is no news.
 * The payer’s answer takes its time, so it is due as long before the last window closes as a renewal is.
 */
function unitsLow(facts: WatchedFacts, { today, leadDays }: Ahead): readonly Watch[] {
  const [last] = facts.clearances
    .filter((key) => isOpen(key, today))
    .map(({ closesOn }) => closesOn)
    .sort()
    .reverse();
  if (last === undefined || sessionsWithoutUnit(facts, today) === 0) return [];
  return [
    watch(`units_low:${facts.case.id}`, today, {
      dueOn: addDays(last, -leadDays),
      taskKind: 'ask_for_units',
      about: 'More sessions are planned than units are left: ask the payer for more, or agree on self-pay.',
      forRole: 'coordinator',
    }),
  ];
}

/** A booking that fails for certain as things stand. What only may fail is in the schedule’s own list. */
function atRisk(facts: WatchedFacts, session: WatchedSession, today: Day): readonly Watch[] {
  const { id, day, state } = session;
  const pending = isLive(state) || state === 'blocked';
  if (!pending || day === null || day < today || day > addDays(today, bookingsAheadDays)) return [];
  const [risk] = sessionRisks({
    day,
    // Why it was blocked is somebody’s free text, and may name the patient.
    blockedBecause: state === 'blocked' ? 'it lost its clearance.' : null,
    caseIsOpen: true,
    closesOn: facts.clearances.find((key) => key.id === session.clearanceId)?.closesOn ?? day,
    coverageEndsOn: session.coverageEndsOn,
    clinicianPractices: session.clinicianPractices,
    roomInUse: session.roomInUse,
    sessionsWithoutUnit: 0,
  }).filter(({ sure }) => sure);
  if (risk === undefined) return [];
  return [
    watch(`booking_at_risk:${id}`, today, {
      dueOn: day,
      taskKind: 'secure_booking',
      ...(state === 'blocked' ? { coveredBy: 'rebook_blocked' as const } : {}),
      about: `The booking of ${dayInWords(day)} will fail. ${risk.reason} ${risk.remedy}`,
      forRole: 'coordinator',
    }),
  ];
}

const isOpen = (key: WatchedClearance, today: Day) => key.active && key.closesOn >= today;

/** Planned sessions that are neither done nor booked. A blocked one holds nothing, so it has to be booked again. */
function sessionsToBook({ case: { plannedSessions }, sessions }: WatchedFacts): number {
  const held = sessions.filter(({ state }) => isLive(state) || state === 'performed' || state === 'billed');
  return Math.max(0, plannedSessions - held.length);
}

function sessionsWithoutUnit(facts: WatchedFacts, today: Day): number {
  const left = facts.clearances.filter((key) => isOpen(key, today)).map(unitsLeft);
  return Math.max(0, sessionsToBook(facts) - sumOf(left));
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
