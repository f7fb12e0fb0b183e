import { DestroyRef, Injectable, effect, inject, signal } from '@angular/core';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';

/** How long the typing hand must rest. */
const restMs = 220;

/** What is searched for. It may be a patient's name, so it lives in the history entry and in a header, in no address. */
@Injectable()
export class QueueSearch {
  readonly typed = signal(remembered());
  /** What is asked for: what is typed, a moment later. */
  readonly text = signal(this.typed());
  private back = false;

  constructor() {
    effect((onCleanup) => {
      this.typed();
      const timer = setTimeout(() => this.ask(), restMs);
      onCleanup(() => clearTimeout(timer));
    });
    // “Back” finds the search of that moment again; going on takes this one along.
    const going = inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationStart) this.back = event.navigationTrigger === 'popstate';
      if (!(event instanceof NavigationEnd)) return;
      if (this.back) this.set(remembered());
      else this.remember();
    });
    inject(DestroyRef).onDestroy(() => going.unsubscribe());
  }

  /** Asks at once, as with Enter. */
  ask(): void {
    const text = this.typed().trim();
    if (text === this.text()) return;
    this.text.set(text);
    this.remember();
  }

  set(text: string): void {
    this.typed.set(text);
    this.text.set(text);
  }

  private remember(): void {
    history.replaceState({ ...(history.state as object | null), search: this.text() }, '');
  }
}

function remembered(): string {
  return String((history.state as { search?: string } | null)?.search ?? '');
}
