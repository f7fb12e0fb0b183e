import { Injectable, computed, inject } from '@angular/core';
import { Preferences } from '@stipple/ui';

/** What somebody has put away for good: the first steps, an explanation. Kept with their settings; it all comes back on request. */
@Injectable({ providedIn: 'root' })
export class PutAway {
  private readonly preferences = inject(Preferences);
  private readonly names = computed(() => this.preferences.all().putAway);
  readonly any = computed(() => this.names().length > 0);

  /** Until the server has said what was put away, everything is: nothing shows itself only to leave again. */
  has(what: string): boolean {
    return !this.preferences.heard() || this.names().includes(what);
  }

  put(what: string): void {
    this.preferences.set({ putAway: { [what]: true } });
  }

  bringBack(): void {
    this.preferences.set({ putAway: Object.fromEntries(this.names().map((name) => [name, false])) });
  }
}
