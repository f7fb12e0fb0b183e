import type { ScheduledSession } from '@stipple/contracts';
import { daysBetween, isWithin } from '@stipple/domain';
import { count, formatDay } from '@stipple/ui';
import { spanWords } from '../words';
import type { TimedSession } from './week-days';

/** What opens the calendar: whose units, which days, which clinicians. */
export interface Key {
  /** `Authorization A-1` or `Self-pay agreement` */
  readonly source: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly clinicianIds: readonly string[];
  /** Left before this booking; null where the session has its units already. */
  readonly unitsLeft: number | null;
  readonly units: number;
}

/** A place somebody thinks of. */
export interface Wish {
  readonly caseId: string;
  readonly day: string;
  readonly from: number;
  readonly to: number;
  readonly units: number;
  readonly roomId: string;
  readonly room: string;
  readonly clinicianId: string;
  readonly clinician: string;
}

export interface Advice {
  readonly tone: 'good' | 'warn' | 'bad' | 'quiet';
  readonly sentence: string;
}

/**
 * What a person wants to know before they book. It only informs: whether the booking stands is the server's to say,
 * and it is asked whatever stands here.
 */
export function keyAdvice(wish: Wish, key: Key): readonly Advice[] {
  const window = `${formatDay(key.opensOn)} to ${formatDay(key.closesOn)}`;
  const inside = isWithin(wish.day, key.opensOn, key.closesOn);
  return [
    unitsAdvice(wish, key),
    inside
      ? { tone: 'good', sentence: `${key.source} covers this day: ${daysLeft(wish.day, key.closesOn)}.` }
      : { tone: 'bad', sentence: `${key.source} covers ${window}, not this day.` },
    ...(wish.clinicianId === '' || key.clinicianIds.includes(wish.clinicianId)
      ? []
      : [{ tone: 'bad' as const, sentence: `${key.source} does not name ${wish.clinician}.` }]),
  ];
}

function daysLeft(day: string, closesOn: string): string {
  const days = daysBetween(day, closesOn);
  return days === 0 ? 'the last of its window' : `${count(days, 'day')} left in its window after it`;
}

function unitsAdvice(wish: Wish, { unitsLeft, units }: Key): Advice {
  if (unitsLeft === null)
    return { tone: 'good', sentence: `Keeps its ${wish.units === 1 ? 'unit' : 'units'}.` };
  const after = unitsLeft - wish.units;
  return after >= 0
    ? { tone: 'good', sentence: `After this, ${after} of ${count(units, 'unit')} left.` }
    : { tone: 'bad', sentence: `Only ${unitsLeft} of ${count(units, 'unit')} left.` };
}

/** How far the day lies from the nearest other session of the case. */
export function intervalAdvice(day: string, lastSessionOn: string | null): Advice {
  if (lastSessionOn === null) return { tone: 'quiet', sentence: 'First session of this case.' };
  const days = daysBetween(lastSessionOn, day);
  if (days === 0) return { tone: 'warn', sentence: 'The patient has another session on this day.' };
  return days > 0
    ? {
        tone: 'quiet',
        sentence: `${count(days, 'day')} after the last session (${formatDay(lastSessionOn)}).`,
      }
    : {
        tone: 'quiet',
        sentence: `${count(-days, 'day')} before the session on ${formatDay(lastSessionOn)}.`,
      };
}

const holding: readonly ScheduledSession['state'][] = ['scheduled', 'checked_in', 'performed', 'billed'];

/** The sessions that hold a place at that time, as far as the week on screen knows. */
export function held(
  wish: Pick<Wish, 'day' | 'from' | 'to'>,
  sessions: readonly TimedSession[],
  itself: string | null,
): readonly TimedSession[] {
  return sessions.filter(
    ({ session, from, to }) =>
      holding.includes(session.state) &&
      session.id !== itself &&
      session.day === wish.day &&
      from < wish.to &&
      wish.from < to,
  );
}

/** Who or what is taken at that time. */
export function conflictAdvice(wish: Wish, taken: readonly TimedSession[]): readonly Advice[] {
  return taken.flatMap(({ session, from, to }) => {
    const when = `${spanWords(from, to)} (${session.patientName})`;
    const busy = [
      ...(session.clinicianId === wish.clinicianId ? [`${session.clinician} is busy ${when}.`] : []),
      ...(session.roomId === wish.roomId ? [`${session.room} is taken ${when}.`] : []),
      ...(session.caseId === wish.caseId ? ['The patient has another session at this time.'] : []),
    ];
    return busy.map((sentence) => ({ tone: 'bad' as const, sentence }));
  });
}
