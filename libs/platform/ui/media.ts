import { DestroyRef, DOCUMENT, Signal, inject, signal } from '@angular/core';

/** Whether a media query holds, as a signal. Call from an injection context. */
export function mediaSignal(query: string): Signal<boolean> {
  const list = inject(DOCUMENT).defaultView?.matchMedia(query);
  const holds = signal(list?.matches ?? false);
  const changed = () => holds.set(list?.matches ?? false);
  list?.addEventListener('change', changed);
  inject(DestroyRef).onDestroy(() => list?.removeEventListener('change', changed));
  return holds;
}
