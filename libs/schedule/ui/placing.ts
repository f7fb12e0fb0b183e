import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { isWithin } from '@stipple/domain';
import type { ApiProblem } from '@stipple/ui';
import { clearedCases } from './cleared';
import { ScheduleView } from './schedule-view';
import { Advice, Key, Wish, held } from './week/advice';
import { Placeable, adviceOn, asItIsNow, factsOf, keyOf, patientOf, placeWords } from './week/candidate';
import { firstFreeSlot, slotBeyond } from './week/first-free';
import { Nudge, Slot, longest, nudged, quarter, shortest } from './week/slot';
import { laneOf } from './week/week-days';

export type { Placeable } from './week/candidate';

/**
 * A session held over the calendar, not booked yet: where it would stand and what that would mean. Mouse, keys and
 * drag all move this one marker; see `Booking` for what comes of it.
 */
@Injectable()
export class Placing {
  private readonly view = inject(ScheduleView);
  private readonly held = signal<Placeable | null>(null);
  /** Nothing was free on screen, and the week after it is on its way. */
  private readonly seeking = signal(false);

  /** What the case in hand has left, as others use it up. */
  private readonly current = clearedCases(() => {
    const placeable = this.held();
    return placeable?.kind === 'book' ? [placeable.cleared.caseId] : null;
  });
  readonly placeable = computed(() => {
    const placeable = this.held();
    const current = this.current.settled() ? this.current.value() : undefined;
    return placeable === null ? null : asItIsNow(placeable, current?.rows ?? null);
  });
  readonly slot = signal<Slot | null>(null);
  readonly minutes = signal(60);
  /** The room beside a clinician's lane, or the clinician beside a room's; empty for the first free one. */
  readonly partnerId = signal('');
  /** What the server said of the place. */
  readonly problem = signal<ApiProblem | undefined>(undefined);

  readonly key = computed<Key | null>(() => {
    const placeable = this.placeable();
    return placeable === null ? null : keyOf(placeable);
  });
  readonly patientName = computed(() => {
    const placeable = this.placeable();
    return placeable === null ? '' : patientOf(placeable);
  });
  /** What the last button says: what it would do. */
  readonly verb = computed(() => (this.placeable()?.kind === 'move' ? 'Move' : 'Book'));
  private readonly itself = computed(() => {
    const placeable = this.placeable();
    return placeable?.kind === 'move' ? placeable.session.id : null;
  });

  /** What may stand beside the lane; clinicians whom the clearance names come first. */
  readonly partners = computed(() => {
    const directory = this.view.directory.hasValue() ? this.view.directory.value() : undefined;
    if (this.view.axis() === 'clinician') return directory?.rooms ?? [];
    const named = this.key()?.clinicianIds ?? [];
    const rank = (id: string) => (named.includes(id) ? 0 : 1);
    return [...(directory?.clinicians ?? [])].sort((one, other) => rank(one.id) - rank(other.id));
  });
  private readonly taken = computed(() => {
    const slot = this.slot();
    return slot === null ? [] : this.takenAt(slot);
  });
  /** The chosen partner, or the first one that is free then. */
  readonly partner = computed(() => {
    const chosen = this.partners().find(({ id }) => id === this.partnerId());
    return chosen ?? this.freePartner(this.taken()) ?? this.partners()[0];
  });

  readonly wish = computed<Wish | null>(() => {
    const [placeable, slot] = [this.placeable(), this.slot()];
    const lane = this.view.allLanes().find(({ id }) => id === slot?.laneId);
    if (placeable === null || slot === null || lane === undefined) return null;
    const beside = this.partner() ?? { id: '', name: '' };
    const [clinician, room] = this.view.axis() === 'clinician' ? [lane, beside] : [beside, lane];
    const { caseId, units } =
      placeable.kind === 'book' ? { caseId: placeable.cleared.caseId, units: 1 } : placeable.session;
    return {
      ...{ caseId, units, day: slot.day, from: slot.minute, to: slot.minute + this.minutes() },
      ...{ roomId: room.id, room: room.name, clinicianId: clinician.id, clinician: clinician.name },
    };
  });

  readonly advice = computed<readonly Advice[]>(() => {
    const [placeable, wish] = [this.placeable(), this.wish()];
    if (placeable === null || wish === null) return [];
    const own = this.view.sessions().filter(({ session }) => session.caseId === wish.caseId);
    const others = own
      .filter(({ session }) => session.id !== this.itself() && session.state !== 'blocked')
      .map(({ session }) => session.day);
    const { now, timeZone } = this.view;
    return adviceOn(placeable, wish, { now: now(), timeZone: timeZone(), taken: this.taken(), others });
  });
  /** Why it cannot be placed here, as far as the week on screen knows. */
  readonly refusals = computed(() => this.advice().filter(({ tone }) => tone === 'bad'));
  readonly facts = computed(() => {
    const [placeable, wish] = [this.placeable(), this.wish()];
    return placeable === null || wish === null ? [] : factsOf(placeable, wish);
  });
  /** Place, fit and refusal in words, spoken whenever the marker moves. */
  readonly spoken = computed(() => {
    const wish = this.wish();
    return wish === null ? '' : placeWords(wish, this.advice());
  });

  constructor() {
    effect(() => {
      const day = this.slot()?.day;
      if (!this.seeking() || day === undefined) return;
      if (this.view.week.settled() && this.view.isShown(day)) untracked(() => this.offer());
    });
    // Whoever takes a case in hand before the week has come is offered a time as soon as it has.
    effect(() => {
      const waits = this.held()?.kind === 'book' && this.slot() === null;
      if (waits && this.view.week.settled() && this.view.lanes().length > 0) untracked(() => this.offer());
    });
  }

  private takenAt({ day, minute }: Pick<Slot, 'day' | 'minute'>) {
    return held({ day, from: minute, to: minute + this.minutes() }, this.view.sessions(), this.itself());
  }

  private freePartner(taken: ReturnType<typeof held>) {
    const isClinicians = this.view.axis() === 'clinician';
    const busy = new Set(taken.map(({ session }) => (isClinicians ? session.roomId : session.clinicianId)));
    return this.partners().find(({ id }) => !busy.has(id));
  }

  /** Whether a lane of a day looks as if it could take what is being placed; null stands for any lane. */
  covers(day: string, laneId: string | null): boolean {
    const key = this.key();
    if (key === null) return true;
    const named = laneId === null || this.view.axis() === 'room' || key.clinicianIds.includes(laneId);
    return named && day >= this.view.today() && isWithin(day, key.opensOn, key.closesOn);
  }

  begin(placeable: Placeable): void {
    this.problem.set(undefined);
    this.view.made.set(null);
    this.held.set(placeable);
    this.partnerId.set('');
    this.minutes.set(60);
    if (placeable.kind === 'book') return this.offer();
    const { session } = placeable;
    const here = this.view.sessions().find((one) => one.session.id === session.id);
    const { id: laneId } = laneOf(this.view.axis(), session);
    this.partnerId.set(this.view.axis() === 'clinician' ? session.roomId : session.clinicianId);
    this.minutes.set(here ? here.to - here.from : 60);
    this.slot.set({ day: session.day, minute: here?.from ?? 9 * 60, laneId });
  }

  /** The first free time on screen, else onward from there: on a Friday evening that is next week. */
  private offer(): void {
    const [search, key] = [this.search(), this.key()];
    const free = firstFreeSlot(search);
    const slot = free ?? (key === null ? null : slotBeyond(search, key.opensOn, key.closesOn));
    this.slot.set(slot);
    const isElsewhere = slot !== null && !this.view.isShown(slot.day);
    this.seeking.set(isElsewhere);
    if (isElsewhere) this.view.goTo(slot.day);
  }

  private search(): Parameters<typeof firstFreeSlot>[0] {
    return {
      days: this.view.days().map(({ day }) => day),
      lanes: this.view.lanes(),
      hours: this.view.hours(),
      minutes: this.minutes(),
      now: this.view.now(),
      covers: (day, laneId) => this.covers(day, laneId),
      taken: (span) => held(span, this.view.sessions(), null),
      laneId: (session) => laneOf(this.view.axis(), session).id,
      hasPartner: (taken) => this.freePartner(taken) !== undefined,
    };
  }

  /** Moves the marker. What the server said of the place before no longer applies. */
  moveTo(slot: Slot): void {
    this.problem.set(undefined);
    this.seeking.set(false);
    this.slot.set(slot);
    if (!this.view.isShown(slot.day)) this.view.goTo(slot.day);
  }

  /** Where a pointer says. Where a column is everybody's, a new session goes to whoever is named and free then. */
  pointAt(day: string, minute: number, laneId: string | null): void {
    const lane = laneId ?? (this.itself() === null ? this.freeLane(day, minute) : undefined);
    const next = { day, minute, laneId: lane ?? this.slot()?.laneId ?? this.view.lanes()[0]?.id ?? '' };
    const { day: before, minute: at, laneId: in_ } = this.slot() ?? {};
    if (before !== next.day || at !== next.minute || in_ !== next.laneId) this.moveTo(next);
  }

  private freeLane(day: string, minute: number): string | undefined {
    const busy = new Set(
      this.takenAt({ day, minute }).map(({ session }) => laneOf(this.view.axis(), session).id),
    );
    const named = this.view.lanes().filter(({ id }) => this.covers(day, id));
    return (named.find(({ id }) => !busy.has(id)) ?? named[0])?.id;
  }

  nudge(by: Nudge): void {
    const slot = this.slot();
    if (slot !== null) this.moveTo(nudged(slot, by, this.minutes(), this.view.board()));
  }

  /** The next clinician or room, at the same time; after the last one the first again. */
  nextLane(by: number): void {
    const [slot, lanes] = [this.slot(), this.view.lanes()];
    if (slot === null || lanes.length === 0) return;
    const place = lanes.findIndex(({ id }) => id === slot.laneId) + by;
    this.moveTo({ ...slot, laneId: lanes.at(place % lanes.length)?.id ?? slot.laneId });
  }

  stretch(by: number): void {
    this.problem.set(undefined);
    this.minutes.update((minutes) => Math.min(Math.max(minutes + by * quarter, shortest), longest));
  }

  end(): void {
    this.seeking.set(false);
    this.held.set(null);
    this.slot.set(null);
    this.problem.set(undefined);
  }
}
