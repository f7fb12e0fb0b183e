import { Injectable, computed, signal } from '@angular/core';
import { Subject } from 'rxjs';

/** Quick answers leave no trace; one that lets wait is shown, and one that lets wait long is spoken of. */
const shownAfterMs = 150;
const longAfterMs = 5000;

interface Waiting {
  readonly isRead: boolean;
  readonly shown: boolean;
  readonly long: boolean;
}

/** What somebody waits for: requests under way, and a pause that the server asked for. */
@Injectable({ providedIn: 'root' })
export class Pending {
  private readonly under = signal<ReadonlyMap<number, Waiting>>(new Map());
  private next = 0;
  private readonly pausedUntil = signal<number | null>(null);
  readonly shown = computed(() => [...this.under().values()].some(({ shown }) => shown));
  readonly long = computed(() => [...this.under().values()].some(({ long }) => long));
  /** A read can be given up. Of a change nobody would know whether it was made. */
  readonly canStop = computed(() => [...this.under().values()].some(({ long, isRead }) => long && isRead));
  /** Until when reading pauses because it was too much at once, in ms of the clock. */
  readonly paused = this.pausedUntil.asReadonly();
  /** Gives up the reads that take long. */
  readonly stopped = new Subject<void>();

  /** Begins to wait. Returns how to end it. */
  begin(isRead: boolean): () => void {
    const id = this.next++;
    const put = (waiting: Waiting) => this.under.update((before) => new Map(before).set(id, waiting));
    const timers = [
      setTimeout(() => put({ isRead, shown: true, long: false }), shownAfterMs),
      setTimeout(() => put({ isRead, shown: true, long: true }), longAfterMs),
    ];
    return () => {
      timers.forEach(clearTimeout);
      if (!this.under().has(id)) return;
      this.under.update((before) => {
        const after = new Map(before);
        after.delete(id);
        return after;
      });
    };
  }

  pause(seconds: number): void {
    const until = Date.now() + seconds * 1000;
    this.pausedUntil.set(until);
    setTimeout(() => this.pausedUntil.update((now) => (now === until ? null : now)), seconds * 1000);
  }
}
