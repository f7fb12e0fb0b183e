import { DestroyRef, Injectable, inject } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { CurrentPerson } from '@stipple/staff-ui';

const kept = 'stipple-recent-cases';
const most = 8;

/** Which cases this person had open in this tab, the last one first. Ids only; what they are is asked again. */
@Injectable({ providedIn: 'root' })
export class RecentCases {
  private readonly person = inject(CurrentPerson);

  constructor() {
    const watch = inject(Router).events.subscribe((event) => {
      const id =
        event instanceof NavigationEnd && /^\/cases\/([0-9a-f-]{36})\b/.exec(event.urlAfterRedirects)?.[1];
      if (id) this.note(id);
    });
    inject(DestroyRef).onDestroy(() => watch.unsubscribe());
  }

  ids(): readonly string[] {
    try {
      const { of, ids } = JSON.parse(sessionStorage.getItem(kept) ?? '{}') as { of?: string; ids?: string[] };
      return of === this.person.me()?.id && Array.isArray(ids) ? ids : [];
    } catch {
      return [];
    }
  }

  private note(id: string): void {
    const ids = [id, ...this.ids().filter((other) => other !== id)].slice(0, most);
    sessionStorage.setItem(kept, JSON.stringify({ of: this.person.me()?.id, ids }));
  }
}
