import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { NavigationStart, Router } from '@angular/router';
import { filter } from 'rxjs';

/** Browsers count changes of the address, so the row is written into it when the hand rests. */
const restMs = 150;

/** The row that keys act on. It stands in the address, so that reload and back find it again. */
@Injectable()
export class ActiveRow {
  readonly id = signal<string | null>(new URLSearchParams(location.search).get('row'));
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor() {
    // The place to come back to is written before the page is left.
    const leaving = inject(Router)
      .events.pipe(filter((event) => event instanceof NavigationStart))
      .subscribe((event) => {
        // After “back” the address is another page's already.
        if (event.navigationTrigger === 'popstate') this.rest();
        else this.flush();
      });
    inject(DestroyRef).onDestroy(() => {
      leaving.unsubscribe();
      this.rest();
    });
  }

  set(id: string | null): void {
    if (this.id() === id) return;
    this.id.set(id);
    this.rest();
    this.timer = setTimeout(() => this.flush(), restMs);
  }

  /** Not through the router: nothing is to be read anew because a cursor moved. */
  private flush(): void {
    if (this.timer === null) return;
    this.rest();
    const url = new URL(location.href);
    const id = this.id();
    if (id === null) url.searchParams.delete('row');
    else url.searchParams.set('row', id);
    history.replaceState(history.state, '', url);
  }

  private rest(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
