import { Injectable, computed, inject, signal } from '@angular/core';
import type { ClearedCase, ScheduledSession } from '@stipple/contracts';
import { isWithin } from '@stipple/domain';
import { Api, ApiProblem } from '@stipple/ui';
import { ScheduleView } from './schedule-view';
import { Advice, Key, Wish, conflictAdvice, held, intervalAdvice, keyAdvice } from './week/advice';
import { firstFreeSlot } from './week/first-free';
import { Slot, instantAt, longest, mondayOf, nudged, quarter, shortest } from './week/slot';
import type { TimedSession } from './week/week-days';
import { sourceOf } from './words';

/** What is being placed: a new session on a clearance, or a session that moves. */
export type Placeable =
  | { readonly kind: 'book'; readonly cleared: ClearedCase }
  | { readonly kind: 'move'; readonly session: ScheduledSession };

/**
 * A session held over the calendar, not booked yet: where it would stand and what that would mean. Mouse, keys and
 * drag all move this one marker, and only the server turns it into a booking.
 */
@Injectable()
export class Placing {
  private readonly view = inject(ScheduleView);
  private readonly api = inject(Api);

  readonly placeable = signal<Placeable | null>(null);
  readonly slot = signal<Slot | null>(null);
  readonly minutes = signal(60);
  /** The room beside a clinician's lane, or the clinician beside a room's; empty for the first free one. */
  readonly partnerId = signal('');
  readonly busy = signal(false);
  readonly problem = signal<ApiProblem | undefined>(undefined);

  readonly key = computed<Key | null>(() => {
    const placeable = this.placeable();
    if (placeable === null) return null;
    if (placeable.kind === 'book') return { ...placeable.cleared, source: sourceOf(placeable.cleared) };
    const { session } = placeable;
    const number = session.clearance === 'Self-pay' ? null : session.clearance;
    return { ...session, source: sourceOf({ number }), unitsLeft: null, units: session.units };
  });
  readonly patientName = computed(() => {
    const placeable = this.placeable();
    if (placeable === null) return '';
    return placeable.kind === 'book' ? placeable.cleared.patientName : placeable.session.patientName;
  });
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
    if (slot === null) return [];
    const span = { day: slot.day, from: slot.minute, to: slot.minute + this.minutes() };
    return held(span, this.view.sessions(), this.itself());
  });
  /** The chosen partner, or the first one that is free then. */
  readonly partner = computed(() => {
    const chosen = this.partners().find(({ id }) => id === this.partnerId());
    if (chosen) return chosen;
    return this.freePartner(this.taken()) ?? this.partners()[0];
  });

  readonly wish = computed<Wish | null>(() => {
    const [placeable, slot, partner] = [this.placeable(), this.slot(), this.partner()];
    const lane = this.view.allLanes().find(({ id }) => id === slot?.laneId);
    if (placeable === null || slot === null || lane === undefined) return null;
    const beside = partner ?? { id: '', name: '' };
    const [clinician, room] = this.view.axis() === 'clinician' ? [lane, beside] : [beside, lane];
    const { caseId, units } =
      placeable.kind === 'book' ? { caseId: placeable.cleared.caseId, units: 1 } : placeable.session;
    return {
      caseId,
      units,
      day: slot.day,
      from: slot.minute,
      to: slot.minute + this.minutes(),
      roomId: room.id,
      room: room.name,
      clinicianId: clinician.id,
      clinician: clinician.name,
    };
  });

  readonly advice = computed<readonly Advice[]>(() => {
    const [placeable, wish, key] = [this.placeable(), this.wish(), this.key()];
    if (placeable === null || wish === null || key === null) return [];
    const { day, minute } = this.view.now();
    const past = wish.day < day || (wish.day === day && wish.from <= minute);
    return [
      ...(past ? [{ tone: 'bad' as const, sentence: 'This time has passed.' }] : []),
      ...keyAdvice(wish, key),
      ...(placeable.kind === 'book' ? [intervalAdvice(wish.day, placeable.cleared.lastSessionOn)] : []),
      ...conflictAdvice(wish, this.taken()),
    ];
  });

  private freePartner(taken: readonly TimedSession[]) {
    const isClinicians = this.view.axis() === 'clinician';
    const busy = new Set(taken.map(({ session }) => (isClinicians ? session.roomId : session.clinicianId)));
    return this.partners().find(({ id }) => !busy.has(id));
  }

  /** Whether a lane of a day looks as if it could take what is being placed. */
  covers(day: string, laneId: string): boolean {
    const key = this.key();
    if (key === null) return true;
    const named = this.view.axis() === 'room' || key.clinicianIds.includes(laneId);
    return named && day >= this.view.today() && isWithin(day, key.opensOn, key.closesOn);
  }

  begin(placeable: Placeable): void {
    this.problem.set(undefined);
    this.placeable.set(placeable);
    if (placeable.kind === 'move') {
      const { session } = placeable;
      const here = this.view.sessions().find((one) => one.session.id === session.id);
      const [lane, partner] =
        this.view.axis() === 'clinician'
          ? [session.clinicianId, session.roomId]
          : [session.roomId, session.clinicianId];
      this.partnerId.set(partner);
      this.minutes.set(here ? here.to - here.from : 60);
      this.slot.set({ day: session.day, minute: here?.from ?? 9 * 60, laneId: lane });
      return;
    }
    this.partnerId.set('');
    this.minutes.set(60);
    const days = this.view.days().map(({ day }) => day);
    this.slot.set(
      firstFreeSlot({
        days,
        lanes: this.view.lanes(),
        hours: this.view.hours(),
        minutes: this.minutes(),
        now: this.view.now(),
        covers: (day, laneId) => this.covers(day, laneId),
        taken: (span) => held(span, this.view.sessions(), null),
        laneId: (session) => (this.view.axis() === 'clinician' ? session.clinicianId : session.roomId),
        hasPartner: (taken) => this.freePartner(taken) !== undefined,
      }),
    );
  }

  /** Moves the marker. What the server said of the place before no longer applies. */
  moveTo(slot: Slot): void {
    this.problem.set(undefined);
    this.slot.set(slot);
    if (mondayOf(slot.day) !== this.view.askedMonday()) this.view.goToWeekOf(slot.day);
  }

  nudge(by: { down?: number; right?: number }): void {
    const slot = this.slot();
    if (slot !== null) this.moveTo(nudged(slot, by, this.minutes(), this.view.board()));
  }

  stretch(by: number): void {
    this.problem.set(undefined);
    this.minutes.update((minutes) => Math.min(Math.max(minutes + by * quarter, shortest), longest));
  }

  end(): void {
    this.placeable.set(null);
    this.slot.set(null);
    this.problem.set(undefined);
  }

  /** Asks the server. The booking appears when it says so; what it refuses stays in hand, with its sentence. */
  async send(): Promise<boolean> {
    const [placeable, wish] = [this.placeable(), this.wish()];
    if (placeable === null || wish === null || this.busy()) return false;
    this.busy.set(true);
    this.problem.set(undefined);
    const { roomId, clinicianId, caseId } = wish;
    const startsAt = instantAt(wish.day, wish.from, this.view.timeZone());
    const place = { startsAt, minutes: this.minutes(), roomId, clinicianId };
    try {
      const sessionId = await this.sendPlace(placeable, place);
      this.end();
      this.view.made.set({ words: placeable.kind === 'book' ? 'Booked' : 'Moved', caseId, sessionId });
      this.view.week.reload();
      return true;
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private async sendPlace(placeable: Placeable, place: object): Promise<string> {
    if (placeable.kind === 'move') {
      const { id, version } = placeable.session;
      await this.api.post(`/api/sessions/${id}/reschedulings`, { ...place, version });
      return id;
    }
    const { caseId, procedureCode } = placeable.cleared;
    const path = `/api/cases/${caseId}/sessions`;
    return (await this.api.post<{ id: string }>(path, { ...place, procedureCode })).id;
  }
}
