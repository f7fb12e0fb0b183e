import type { Slot } from '../diary';
import type { Story } from '../story';
import {
  Course,
  SessionTold,
  bookSession,
  nextSessionDay,
  planSession,
  rescheduleSession,
} from '../telling/booking';
import { cancelSession, checkIn, missSession, performSession } from '../telling/treatment';
import { cancelReasons } from '../words/clinic-words';
import { Threads, need } from './plot';

/** Patients come up to this many milliseconds early, and notes are mostly written within this many minutes. */
const early = 15 * 60_000;
const toRecord = 60;

export interface Treated {
  readonly course: Course;
  readonly sessions: readonly SessionTold[];
  /** All that was cleared and planned is done. */
  readonly isFinished: boolean;
  /** Some of it is done, and the rest found no place within its clearance. */
  readonly isStuck: boolean;
}

interface Wish {
  /** How many sessions are booked once the next one lies in the future. */
  readonly ahead: number;
  /** After how many treatments the story goes another way. */
  readonly most?: number;
}

/** Treats at the pace of the diary: what lies before the present is done, the next sessions are booked. */
export function treat(story: Story, threads: Threads, { ahead, most = Infinity }: Wish): Treated {
  const course = (threads.course ??= courseOf(threads));
  const { dice, facts, clinic } = story;
  const goal = Math.min(course.clearance.fact.units, facts.case.plannedSessions, most);
  const sessions: SessionTold[] = [];
  let done = 0;
  let future = 0;
  let full = false;
  const treated = (): Treated => ({
    course,
    sessions,
    isFinished: done >= goal,
    isStuck: full && done > 0 && future === 0,
  });
  const firstGap = dice.within([1, 5]);
  if (!story.reaches(firstGap)) return treated();
  story.goOn(firstGap);
  let planned = dice.chance(0.03) ? planSession(story) : undefined;
  if (planned) sessions.push(planned);
  let from = story.day + dice.within([3, 14]);
  while (done + future < goal) {
    const slot = findSlot(story, course, from);
    full = slot === null;
    if (slot === null) break;
    story.moveTo(story.day, story.minute + dice.within([2, 6]));
    const told = bookSession(story, course, slot, planned);
    if (planned === undefined) sessions.push(told);
    planned = undefined;
    if (clinic.days.moment(slot.day, slot.minute) > clinic.days.present + early) {
      future += 1;
      if (future >= ahead) break;
      from = nextSessionDay(story, slot.day);
      continue;
    }
    const outcome = keep(story, course, told);
    if (outcome === 'still there') return treated();
    if (outcome === 'done') done += 1;
    if (outcome === 'moved ahead') break;
    // Mostly the next one is booked on the way out; otherwise when somebody calls.
    const pause = outcome === 'done' && dice.chance(0.8) ? 0 : dice.within([1, 8]);
    if (pause > 0 && !story.reaches(pause)) break;
    if (pause > 0) story.goOn(pause);
    from =
      outcome === 'done'
        ? nextSessionDay(story, told.slot?.day ?? story.day)
        : story.day + dice.within([3, 9]);
  }
  if (done < goal && future > 0 && dice.chance(0.04)) sessions.push(planSession(story));
  return treated();
}

function courseOf(threads: Threads): Course {
  return { clearance: need(threads.authorization, 'authorization').clearance, agreement: null };
}

function findSlot(story: Story, { clearance }: Course, from: number): Slot | null {
  const { dice, clinic } = story;
  // Every fourth session is with the assistant.
  const clinicians = dice.chance(0.25) ? [...clearance.clinicians].reverse() : clearance.clinicians;
  const opens = clinic.days.onOrAfter(clearance.fact.opensOn);
  const until = Math.min(from + 45, clinic.days.lastUpTo(clearance.fact.closesOn));
  const minutes = dice.weighted([
    [30, 70],
    [45, 24],
    [60, 6],
  ] as const);
  return clinic.diary.book(dice, { from: Math.max(from, opens, story.day + 1), until, clinicians, minutes });
}

type Outcome = 'done' | 'not done' | 'moved ahead' | 'still there';

/** What became of a booking whose time has come. */
function keep(story: Story, course: Course, told: SessionTold): Outcome {
  const { dice, clinic } = story;
  const what = dice.weighted([
    ['kept', 85],
    ['moved', 6],
    ['cancelled', 4],
    ['missed', 5],
  ] as const);
  const day = told.slot?.day ?? story.day;
  const before = day - dice.within([1, 3]);
  if (what === 'moved' && before > story.day && before <= clinic.days.lastFull) {
    story.moveTo(before, dice.within([500, 1020]));
    const other = findSlot(story, course, day + dice.within([0, 6]));
    if (other !== null) rescheduleSession(story, told, other);
  } else if (what === 'cancelled' && before > story.day && before <= clinic.days.lastFull) {
    story.moveTo(before, dice.within([500, 1020]));
    cancelSession(story, told, dice.pick(cancelReasons), course);
    return 'not done';
  }
  const { slot } = told;
  if (slot === null) throw new Error('a booked session has a place in the diary');
  const at = (minute: number) => clinic.days.moment(slot.day, minute);
  if (at(slot.minute) > clinic.days.present + early) return 'moved ahead';
  const end = slot.minute + slot.minutes;
  if (what === 'missed' && at(end) <= clinic.days.present) {
    story.moveTo(slot.day, end);
    missSession(story, told, course);
    return 'not done';
  }
  story.moveTo(slot.day, slot.minute - dice.within([early / 60_000, 25]));
  checkIn(story, told);
  const isOver = at(end) <= clinic.days.present;
  if (!isOver || (at(end + toRecord) > clinic.days.present && dice.chance(0.7))) return 'still there';
  story.moveTo(slot.day, end + dice.within([1, 4]));
  performSession(story, told, course);
  return 'done';
}
