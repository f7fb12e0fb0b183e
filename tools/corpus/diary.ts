import type { Dice } from './dice';
import { WorkingDays, closesAt, opensAt } from './working-days';

const quarter = 15;
const quartersADay = (closesAt - opensAt) / quarter;

/** A place in the diary, by the numbers of day, room and clinician. */
export interface Slot {
  readonly day: number;
  readonly minute: number;
  readonly minutes: number;
  readonly room: number;
  readonly clinician: number;
}

/**
 * Who is where, by the quarter of an hour. Past days were nearly full; the coming ones still have room, as a diary
 * has. Clinicians have lunch in two shifts.
 */
export class Diary {
  private readonly taken = new Map<string, Uint8Array>();
  private readonly load: Uint16Array;

  constructor(
    private readonly days: WorkingDays,
    private readonly roomCount: number,
  ) {
    this.load = new Uint16Array(days.count);
  }

  /** The first free place from that day on; of several clinicians the first who can. Null when all is full. */
  book(
    dice: Dice,
    wish: { from: number; until: number; clinicians: readonly number[]; minutes: number },
  ): Slot | null {
    const quarters = wish.minutes / quarter;
    for (let day = wish.from; day <= Math.min(wish.until, this.days.count - 1); day++) {
      if ((this.load[day] ?? 0) + quarters > this.roomFor(day)) continue;
      const first = dice.within([0, quartersADay - quarters]);
      for (let step = 0; step <= quartersADay - quarters; step++) {
        const start = (first + step) % (quartersADay - quarters + 1);
        const clinician = wish.clinicians.find((one) => this.isFree('clinician', one, day, start, quarters));
        if (clinician === undefined) continue;
        for (let room = 0; room < this.roomCount; room++) {
          if (!this.isFree('room', room, day, start, quarters)) continue;
          const slot = { day, minute: opensAt + start * quarter, minutes: wish.minutes, room, clinician };
          this.mark(slot, 1);
          return slot;
        }
      }
    }
    return null;
  }

  release(slot: Slot): void {
    this.mark(slot, 0);
  }

  private roomFor(day: number): number {
    const all = this.roomCount * quartersADay;
    if (day < this.days.current) return all * 0.86;
    return all * (day < this.days.current + 10 ? 0.58 : 0.5);
  }

  private mark(slot: Slot, value: 0 | 1): void {
    const start = (slot.minute - opensAt) / quarter;
    const quarters = slot.minutes / quarter;
    for (const kept of [this.of('room', slot.room, slot.day), this.of('clinician', slot.clinician, slot.day)])
      kept.fill(value, start, start + quarters);
    this.load[slot.day] = (this.load[slot.day] ?? 0) + (value === 1 ? quarters : -quarters);
  }

  private isFree(
    kind: 'room' | 'clinician',
    one: number,
    day: number,
    start: number,
    quarters: number,
  ): boolean {
    const kept = this.of(kind, one, day);
    for (let at = start; at < start + quarters; at++) if (kept[at] !== 0) return false;
    return true;
  }

  private of(kind: 'room' | 'clinician', one: number, day: number): Uint8Array {
    const key = `${kind} ${one} ${day}`;
    let kept = this.taken.get(key);
    if (kept === undefined) {
      kept = new Uint8Array(quartersADay);
      // Noon is the sixteenth quarter; one shift eats then, the other three quarters later.
      if (kind === 'clinician') kept.fill(2, 16 + (one % 2) * 3, 19 + (one % 2) * 3);
      this.taken.set(key, kept);
    }
    return kept;
  }
}
