import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  output,
  untracked,
  viewChild,
} from '@angular/core';
import { sessionLooks } from '@stipple/cases-ui';
import type { ScheduledSession } from '@stipple/contracts';
import { Icon } from '@stipple/ui';
import { Dragging } from '../dragging';
import { Placing } from '../placing';
import { ScheduleView } from '../schedule-view';
import { Column, columnOf } from '../week/columns';
import type { Piece } from '../week/side-by-side';
import { clockOf, minuteAt } from '../week/slot';
import { TimedSession, depthOf } from '../week/week-days';
import { dayWords, familyOf, hourWords, sessionSentence, spanWords } from '../words';
import { Ghost } from './ghost';

/** The days of a week side by side, or the clinicians or rooms of one day; hours from top to bottom. */
@Component({
  selector: 'st-week-grid',
  imports: [Ghost, Icon],
  templateUrl: './week-grid.html',
  styleUrl: './week-grid.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeekGrid {
  protected readonly view = inject(ScheduleView);
  protected readonly placing = inject(Placing);
  protected readonly dragging = inject(Dragging);
  readonly opened = output<string>();
  private readonly ghost = viewChild(Ghost, { read: ElementRef });
  protected readonly looks = sessionLooks;
  protected readonly dayWords = dayWords;
  protected readonly hours = computed(() => {
    const { from, to } = this.view.hours();
    return Array.from({ length: to - from }, (_, index) => hourWords(from + index));
  });
  /** Where the present lies within the day, in percent; null when it is not on screen. */
  protected readonly now = computed(() => {
    const depth = depthOf(this.view.now().minute, this.view.hours());
    return depth > 0 && depth < 1 ? depth * 100 : null;
  });
  protected readonly marker = computed(() => {
    const slot = this.placing.slot();
    if (this.placing.placeable() === null || slot === null) return null;
    const columns = this.view.columns();
    const column = columnOf(columns, slot);
    const to = slot.minute + this.placing.minutes();
    return { ...this.span(slot.minute, to), column, onLeft: column >= columns.length / 2 };
  });
  private readonly isPlacing = computed(() => this.placing.placeable() !== null);

  constructor() {
    // Whoever has taken something in hand goes on with the arrows, whichever way it was taken.
    effect(() => {
      const ghost = this.ghost()?.nativeElement as HTMLElement | undefined;
      if (!this.isPlacing() || !ghost || untracked(this.dragging.at) !== null) return;
      const button = ghost.querySelector('button');
      button?.scrollIntoView({ block: 'nearest' });
      button?.focus({ preventScroll: true });
    });
  }

  protected place({ item, column, columns }: Piece<TimedSession>) {
    const width = 100 / columns;
    return { ...this.span(item.from, item.to), left: column * width, width };
  }

  private span(from: number, to: number) {
    const hours = this.view.hours();
    return { top: depthOf(from, hours) * 100, height: (depthOf(to, hours) - depthOf(from, hours)) * 100 };
  }

  protected time({ from, to }: TimedSession): string {
    return spanWords(from, to);
  }

  /** `9:30 · Hart` where a day holds everybody's sessions, `9:30 · Room 2` where it is one person's. */
  protected detail({ from, session }: TimedSession, column: Column): string {
    // The grid itself says whether that is in the morning.
    const begins = clockOf(((from + 11 * 60) % (12 * 60)) + 60).replace(/^0/, '');
    const byClinician = this.view.axis() === 'clinician';
    const saysWho = column.lane === null ? byClinician : !byClinician;
    return `${begins} · ${saysWho ? familyOf(session.clinician) : session.room}`;
  }

  protected sentence(item: TimedSession): string {
    return `${sessionSentence(item.session)} ${this.time(item)}.`;
  }

  protected movable(session: ScheduledSession): boolean {
    return session.state === 'scheduled' && this.view.books();
  }

  /** While something is being placed, a click on the calendar says where; else a click on a session opens it. */
  protected pointed(event: MouseEvent, column: Column, sessionId: string | null): void {
    event.stopPropagation();
    if (this.placing.placeable() === null) {
      if (sessionId !== null) this.opened.emit(sessionId);
      return;
    }
    const box = (event.currentTarget as HTMLElement).closest('[data-day]')?.getBoundingClientRect();
    if (!box) return;
    const minute = minuteAt(
      (event.clientY - box.top) / box.height,
      this.view.hours(),
      this.placing.minutes(),
    );
    this.placing.pointAt(column.day, minute, column.lane?.id ?? null);
  }

  protected take(event: PointerEvent, { session, from }: TimedSession): void {
    if (!this.movable(session) || this.placing.placeable() !== null) return;
    const box = (event.currentTarget as HTMLElement).closest('[data-day]')?.getBoundingClientRect();
    const { from: first, to } = this.view.hours();
    const minute = box ? first * 60 + ((event.clientY - box.top) / box.height) * (to - first) * 60 : from;
    this.dragging.take(event, { kind: 'move', session }, minute - from);
  }

  protected pickUp(event: Event, { session }: TimedSession): void {
    if (!this.movable(session)) return;
    event.preventDefault();
    this.placing.begin({ kind: 'move', session });
  }
}
