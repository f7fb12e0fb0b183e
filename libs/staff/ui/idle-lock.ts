import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { CurrentPerson } from './current-person';

/** Locks the screen after a while without anybody touching it, before the server would. */
@Injectable({ providedIn: 'root' })
export class IdleLock {
  private readonly person = inject(CurrentPerson);
  private readonly document = inject(DOCUMENT);
  private lastTouched = Date.now();

  constructor() {
    const touched = () => (this.lastTouched = Date.now());
    for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
      this.document.addEventListener(event, touched, { passive: true });
    const timer = setInterval(() => this.look(), 10_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  private look(): void {
    const me = this.person.me();
    if (me === null || this.person.covered()) return;
    if (Date.now() - this.lastTouched > me.idleMinutes * 60_000) void this.person.lock();
  }
}
