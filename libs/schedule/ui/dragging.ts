import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';
import { Booking } from './booking';
import { Placeable, Placing } from './placing';
import { ScheduleView } from './schedule-view';
import { minuteAt } from './week/slot';

/** A finger must rest this long to take hold; before that it scrolls. A mouse only has to move. */
const pressMs = 400;
const slackPx = 6;
/** How long one hovers over “next week” with something in hand before the week turns. */
const turnMs = 700;
const edgePx = 48;

/**
 * Takes a session or a case with the pointer and holds it over the calendar. It moves the same marker as the keys and
 * the form do, so that nothing can be dragged that could not also be typed.
 */
@Injectable()
export class Dragging {
  private readonly view = inject(ScheduleView);
  private readonly placing = inject(Placing);
  private readonly booking = inject(Booking);
  private readonly document = inject(DOCUMENT);
  private readonly destroyed = inject(DestroyRef);
  private turning: { readonly by: number; readonly timer: ReturnType<typeof setInterval> } | null = null;
  /** Where the pointer is while something hangs from it. */
  readonly at = signal<{ readonly x: number; readonly y: number } | null>(null);
  /** Whether the pointer is over the calendar, where letting go means something. */
  readonly over = signal(false);

  /** @param grip how many minutes below its beginning the session was taken hold of */
  take(event: PointerEvent, placeable: Placeable, grip = 0): void {
    if (event.button !== 0 || !event.isPrimary || !this.view.books() || !this.view.wide()) return;
    const end = new AbortController();
    const { signal } = end;
    const begin = { x: event.clientX, y: event.clientY };
    const isTouch = event.pointerType === 'touch';
    const lift = () => {
      this.placing.begin(placeable);
      this.follow(begin, grip);
      // The click that a drag ends with opens nothing.
      this.document.addEventListener('click', swallow, { capture: true, signal });
    };
    const timer = isTouch ? setTimeout(lift, pressMs) : undefined;
    /** What was left with Escape is not taken up again by the pointer that is still down. */
    let left = false;
    const leave = () => {
      left = true;
      clearTimeout(timer);
      this.stopTurning();
      this.at.set(null);
    };
    const finish = () => {
      leave();
      // After the click that letting go ends with.
      setTimeout(() => end.abort());
    };
    const listen = <T extends Event>(type: string, heard: (event: T) => void) =>
      this.document.addEventListener(type, (one) => heard(one as T), { signal, passive: false });

    listen<PointerEvent>('pointermove', (move) => {
      if (left) return;
      const point = { x: move.clientX, y: move.clientY };
      if (this.at() !== null) return this.follow(point, grip);
      if (Math.hypot(point.x - begin.x, point.y - begin.y) < slackPx) return;
      if (isTouch) return finish();
      lift();
      this.follow(point, grip);
    });
    listen('pointerup', () => {
      const [held, over] = [this.at() !== null, this.over()];
      finish();
      if (held && over) void this.booking.confirm();
      else if (held) this.placing.end();
    });
    listen('pointercancel', () => {
      if (this.at() !== null) this.placing.end();
      finish();
    });
    listen<KeyboardEvent>('keydown', (key) => {
      if (key.key !== 'Escape' || this.at() === null) return;
      key.preventDefault();
      this.placing.end();
      leave();
    });
    // What hangs from a finger must not scroll the page away under it.
    listen('touchmove', (move) => this.at() !== null && move.preventDefault());
    listen('contextmenu', (menu) => isTouch && menu.preventDefault());
    listen('dragstart', (drag) => drag.preventDefault());
    this.destroyed.onDestroy(finish);
  }

  private follow(point: { x: number; y: number }, grip: number): void {
    this.at.set(point);
    const under = this.document.elementFromPoint(point.x, point.y);
    this.turnAt(under);
    const column = under?.closest<HTMLElement>('[data-day]');
    this.over.set(column != null);
    if (!column) return;
    scrollAtEdge(column, point.y);
    const { top, height } = column.getBoundingClientRect();
    const minute = minuteAt((point.y - top) / height, this.view.hours(), this.placing.minutes(), grip);
    this.placing.pointAt(column.dataset['day'] ?? '', minute, column.dataset['lane'] || null);
  }

  /** Over the arrows beside the week’s name the week turns, again and again. */
  private turnAt(under: Element | null): void {
    const by = Number(under?.closest<HTMLElement>('[data-turn]')?.dataset['turn'] ?? 0);
    if (by === (this.turning?.by ?? 0)) return;
    this.stopTurning();
    if (by !== 0) this.turning = { by, timer: setInterval(() => this.view.turn(by), turnMs) };
  }

  private stopTurning(): void {
    clearInterval(this.turning?.timer);
    this.turning = null;
  }
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function scrollAtEdge(column: HTMLElement, y: number): void {
  const frame = column.closest('.frame');
  const { top = 0, bottom = 0 } = frame?.getBoundingClientRect() ?? {};
  if (y > bottom - edgePx) frame?.scrollBy(0, 12);
  else if (y < top + 2 * edgePx) frame?.scrollBy(0, -12);
}
