import type { ClearedCase, ScheduledSession } from '@stipple/contracts';
import { instantOfLocalTime } from '@stipple/domain';
import { sourceOf, spanWords, wholeDayWords } from '../words';
import { Advice, Key, Wish, conflictAdvice, intervalAdvice, keyAdvice } from './advice';
import type { TimedSession } from './week-days';

/** What is being placed: a new session on a clearance, or a session that moves. */
export type Placeable =
  | { readonly kind: 'book'; readonly cleared: ClearedCase }
  | { readonly kind: 'move'; readonly session: ScheduledSession };

/**
 * As it stands now: somebody else may have used up its units since it was taken into the hand.
 *
 * @param current what its case has now; null while that is not known
 */
export function asItIsNow(placeable: Placeable, current: readonly ClearedCase[] | null): Placeable {
  if (placeable.kind === 'move' || current === null) return placeable;
  const { cleared } = placeable;
  const now = current.find(
    (one) =>
      one.caseId === cleared.caseId &&
      one.procedureCode === cleared.procedureCode &&
      one.number === cleared.number,
  );
  return { kind: 'book', cleared: now ?? { ...cleared, unitsLeft: 0 } };
}

export function keyOf(placeable: Placeable): Key {
  if (placeable.kind === 'book') return { ...placeable.cleared, source: sourceOf(placeable.cleared) };
  const { session } = placeable;
  const number = session.clearance === 'Self-pay' ? null : session.clearance;
  return { ...session, source: sourceOf({ number }), unitsLeft: null, units: session.units };
}

export function patientOf(placeable: Placeable): string {
  return placeable.kind === 'book' ? placeable.cleared.patientName : placeable.session.patientName;
}

/** What is known while the wish is looked at. */
export interface Surroundings {
  readonly now: { readonly day: string; readonly minute: number };
  readonly timeZone: string;
  readonly taken: readonly TimedSession[];
  /** Other sessions of the case in the week on screen. */
  readonly others: readonly string[];
}

/** What a place would mean: what stands in its way, and what a person wants to know. */
export function adviceOn(placeable: Placeable, wish: Wish, around: Surroundings): readonly Advice[] {
  const { day, minute } = around.now;
  const past = wish.day < day || (wish.day === day && wish.from <= minute);
  const bad = (sentence: string): Advice => ({ tone: 'bad', sentence });
  return [
    ...(past ? [bad('This time has passed.')] : []),
    ...clockAdvice(wish, around.timeZone).map(bad),
    ...keyAdvice(wish, keyOf(placeable)),
    intervalAdvice(wish.day, nearest(wish.day, placeable, around.others)),
    ...conflictAdvice(wish, around.taken),
  ];
}

/** A booking has no place for an offset: what never comes and what comes twice are both said, and another time is taken. */
function clockAdvice({ day, from }: Wish, timeZone: string): readonly string[] {
  const time = instantOfLocalTime(day, from, timeZone);
  if (time.ok) return [];
  return [
    time.refusal.code === 'time_does_not_exist'
      ? 'Clocks are put forward over this time: it does not exist on this day.'
      : 'Clocks are put back over this time: it comes twice on this day. Choose another one.',
  ];
}

/** The nearest other session of the case that is known. */
function nearest(day: string, placeable: Placeable, others: readonly string[]): string | null {
  const last = placeable.kind === 'book' ? placeable.cleared.lastSessionOn : null;
  const distance = (other: string) => Math.abs(Date.parse(other) - Date.parse(day));
  return [...others, ...(last === null ? [] : [last])].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The place in words, for whoever listens. */
export function placeWords(wish: Wish, advice: readonly Advice[]): string {
  const refused = advice.filter(({ tone }) => tone === 'bad').map(({ sentence }) => sentence);
  const where = `${wholeDayWords(wish.day)}, ${spanWords(wish.from, wish.to)}, ${wish.clinician}, ${wish.room}.`;
  if (refused.length > 0) return `${where} Not possible here: ${refused.join(' ')}`;
  return `${where} ${advice.map(({ sentence }) => sentence).join(' ')}`;
}

/** What is asked once more before it is booked, and confirmed afterwards. */
export function factsOf(placeable: Placeable, wish: Wish): readonly (readonly [string, string])[] {
  const key = keyOf(placeable);
  const left =
    key.unitsLeft === null
      ? 'unchanged, it keeps its own'
      : `${key.unitsLeft - wish.units} of ${key.units} after this`;
  return [
    ['Patient', patientOf(placeable)],
    ['Day', wholeDayWords(wish.day)],
    ['Time', spanWords(wish.from, wish.to)],
    ['Clinician', wish.clinician],
    ['Room', wish.room],
    ['Cleared by', key.source],
    ['Units left', left],
  ];
}
